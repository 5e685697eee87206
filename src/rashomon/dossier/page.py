r"""The page: one HTML file that carries its style, its script and its data, and that may load nothing.

The policy in its head names the style and the script by their digests, so that nothing which a report smuggled in could run even
if it got past the escaping. The ledger stands in the page as JSON, apart from its looks, with `<` written as `\u003c`.
"""

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.dossier.embedding import SURROGATE, embed
from rashomon.dossier.form import Form, read_form
from rashomon.dossier.lines import symbols
from rashomon.dossier.plain import finalize
from rashomon.dossier.public import public_ledger
from rashomon.dossier.story import StoryView, story_view
from rashomon.dossier.words import count
from rashomon.model import Story


def render_dossier(ledger: Mapping[str, object], *, public: bool = False) -> str:
    """Return the dossier of a ledger as HTML.

    Args:
        ledger: The ledger's JSON form.
        public: Show what may be shown to others: short excerpts of public reports, no words of any other.

    Raises:
        KeyError: an entry of the ledger lacks its id, document or offsets.
    """
    data = public_ledger(ledger) if public else ledger
    form = read_form(data, public=public)
    stories = tuple(story_view(form, story, place) for place, story in enumerate(all_stories(form), start=1))
    style, script = asset("dossier.css"), asset("dossier.js")
    html = (
        environment()
        .get_template("page.html")
        .render(
            title=page_title(stories),
            policy=policy(style, script),
            style=Markup(style),  # a file of this package
            script=Markup(script),  # a file of this package
            data=Markup(embed(data)),  # no "<" is left in it
            symbols=symbols(),
            stories=stories,
            not_read=form.not_read,
            unpinned=form.unpinned,
            public=public,
        )
    )
    return SURROGATE.sub("\ufffd", html)


def all_stories(form: Form) -> tuple[Story, ...]:
    """Return the stories; reports that no story has make one of their own, so that none vanishes."""
    told = {name for story in form.stories for name in story.documents}
    rest = tuple(name for name in form.reports if name not in told)
    if rest:
        return (*form.stories, Story(id="", label="Reports in no story", documents=rest))
    return form.stories


def page_title(stories: tuple[StoryView, ...]) -> str:
    """Return the heading of the page: the event, or how many there are."""
    if len(stories) == 1:
        return stories[0].label
    return f"{count(len(stories), 'event').capitalize()}"


def policy(style: str, script: str) -> str:
    """Return the content security policy that lets this style and this script through, and nothing else."""
    return (
        f"default-src 'none'; style-src {fingerprint(style)}; script-src {fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def fingerprint(content: str) -> str:
    """Return a content's digest as a policy writes it (CSP level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@lru_cache(maxsize=4)
def asset(name: str) -> str:
    """Return the style or the script."""
    return resources.files("rashomon.dossier").joinpath("templates", name).read_text("utf-8")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates: everything printed is escaped, and acting characters are shown by name."""
    return Environment(
        loader=PackageLoader("rashomon.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )

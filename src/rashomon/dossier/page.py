r"""The page: one HTML file that carries its style, its script and its data, and that may load nothing.

`reader.html` is built from `ui/` and committed. Its policy names the style and the script by their digests, so that nothing which
a report smuggled in could run even if it got past the escaping. The data stands in the page as JSON, with `<` written as
`\u003c`.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from rashomon.dossier.data import page_data

SURROGATE = re.compile("[\ud800-\udfff]")
ACTING = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f-\x9f]")
"""Characters that act on the text around them; the title that a browser shows in its window has none of them."""


def render_dossier(ledger: Mapping[str, Any], *, public: bool = False) -> str:
    """Return the dossier of a ledger as HTML.

    Args:
        ledger: The ledger's JSON form.
        public: Show what may be shown to others: short excerpts of public reports, no words of any other.

    Raises:
        KeyError: an entry of the ledger lacks its id, document or offsets.
    """
    data = page_data(ledger, public=public)
    return fill({"mode": "dossier", **data}, title=page_title(data["ledger"]))


def render_app() -> str:
    """Return the page of the app: the same file, which fetches its data from the server that gave it (see docs/api.md)."""
    return fill({"mode": "app"}, title="Case", connect="connect-src 'self'; ")


def page_title(ledger: Mapping[str, Any]) -> str:
    """Return the heading of the page: the event, or how many there are."""
    stories: list[dict[str, Any]] = list(ledger.get("stories") or ())
    if len(stories) == 1:
        return str(stories[0].get("label") or "Reports of one event")
    return f"{len(stories)} events" if stories else "Reports"


def fill(data: Mapping[str, Any], *, title: str, connect: str = "") -> str:
    """Return the page with its data, title and policy in their places."""
    before, middle, after, end, directives = template()
    name = SURROGATE.sub("\ufffd", ACTING.sub("", title))
    return "".join((before, directives, connect, middle, html.escape(name), after, embed(data), end))


@lru_cache(maxsize=1)
def template() -> tuple[str, str, str, str, str]:
    """Return the four parts of the built page around policy, title and data, and the directives that let its own parts run."""
    page = resources.files("rashomon.dossier").joinpath("reader.html").read_text("utf-8")
    before, rest = page.split("%%policy%%")
    middle, rest = rest.split("%%title%%")
    after, end = rest.split("%%data%%")
    style, script = element(page, "style"), element(page, "script")
    directives = (
        f"default-src 'none'; style-src {fingerprint(style)}; script-src {fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'; "
    )
    return before, middle, after, end, directives


def element(page: str, tag: str) -> str:
    """Return what stands in the page's only element of a kind without attributes."""
    start = page.index(f"<{tag}>") + len(tag) + 2
    return page[start : page.index(f"</{tag}>", start)]


def fingerprint(content: str) -> str:
    """Return a content's digest as a policy writes it (CSP level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def embed(data: Mapping[str, Any]) -> str:
    """Return data as JSON that can stand inside a script element: `<` is written as an escape, lone surrogates too."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text.replace("<", "\\u003c")

"""One story as the page shows it: what to look at first, what is told alike or differently, and the reports themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.dossier.book import Book, open_book, question_address
from rashomon.dossier.cards import Card, card, lead
from rashomon.dossier.charts import strip_of
from rashomon.dossier.dates import Day, days
from rashomon.dossier.drawing import Drawing, drawing
from rashomon.dossier.form import Form
from rashomon.dossier.gaps import Gaps, gaps
from rashomon.dossier.table import Table, table
from rashomon.dossier.texts import TextView, text_views
from rashomon.dossier.words import moment, sentence, standing
from rashomon.model import Question, Report, Story

FIRST = ("conflict", "update")
WEIGHTY = 8
"""Questions at the head of the editor's order that are named at a glance, whatever was found on them."""
LINES = 12
"""Lines of the glance."""
FULL = 40
"""Questions told alike, and as many told differently, whose words are given; of the others the places of the words."""
OPEN = 12
"""Cards that stand open before the others are folded: what a person takes in within a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A quantity question in the overview of figures."""

    id: str
    number: int
    label: str
    tone: str
    standing: str
    lead: str
    drawing: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story. `prefix` keeps the addresses of its sections apart from those of other stories."""

    prefix: str
    label: str
    facts: tuple[str, ...]
    first: tuple[Card, ...]
    more: tuple[Card, ...]
    differ: tuple[Card, ...]
    agree: tuple[Card, ...]
    brief: tuple[Card, ...]
    background: tuple[Card, ...]
    strips: tuple[Strip, ...]
    plain_strips: tuple[Strip, ...]
    days: tuple[Day, ...]
    more_days: tuple[Day, ...]
    table: Table
    drawing: Drawing
    gaps: Gaps
    texts: tuple[TextView, ...]
    tallies: tuple[tuple[int, str, str, str], ...]
    agenda: tuple[Card, ...]


def story_view(form: Form, story: Story, place: int) -> StoryView:
    """Return the view of a story; `place` counts from 1."""
    book = open_book(form, story)
    shown = [question for question in book.questions if any(answer.claims for answer in question.answers)]
    front = [question for question in shown if not question.background]
    first = [card(book, question) for question in front if question.finding in FIRST]
    differ = [card(book, question) for question in front if question.finding == "differ"]
    agree = [card(book, question) for question in front if question.finding == "agree"]
    strips = figure_strips(book)
    open_days, more_days = days(book)
    return StoryView(
        prefix="" if place == 1 else f"{place}-",
        label=sentence(story.label) or "Reports of one event",
        facts=facts(book.reports()),
        first=tuple(first[:OPEN]),
        more=tuple(first[OPEN:]),
        differ=tuple(differ[:FULL]),
        agree=tuple(agree[:FULL]),
        brief=tuple(agree[FULL:] + differ[FULL:]),
        background=tuple(card(book, question) for question in shown if question.background),
        strips=tuple(strip for strip, several in strips if several),
        plain_strips=tuple(strip for strip, several in strips if not several),
        days=open_days,
        more_days=more_days,
        table=table(book),
        drawing=drawing(book),
        gaps=gaps(book),
        texts=text_views(book),
        tallies=tallies(shown),
        agenda=tuple(agenda(first, [card(book, question) for question in front[:WEIGHTY]])),
    )


def agenda(first: Sequence[Card], weighty: Sequence[Card]) -> list[Card]:
    """Return what a person should see within a minute: what is contested or changed, then what is weighty and is not."""
    head = list(first[:WEIGHTY])
    known = {row.id for row in head}
    return head + [row for row in weighty if row.id not in known][: LINES - len(head)]


def tallies(questions: Sequence[Question]) -> tuple[tuple[int, str, str, str], ...]:
    """Return (how many, words, tone, section) for each kind of finding that there is, background apart."""
    front = [question for question in questions if not question.background]
    denied = sum(1 for question in front if question.how == "denial")
    counts = {
        name: sum(1 for question in front if question.finding == name) for name in ("conflict", "update", "differ", "agree")
    }
    single = sum(1 for question in front if question.finding == "single")
    rows = (
        (counts["conflict"] - denied, "in conflict", "conflict", "first"),
        (denied, "denied", "denial", "first"),
        (counts["update"], "updated", "update", "first"),
        (counts["differ"], "told differently", "differ", "alike"),
        (counts["agree"], "told alike", "agree", "alike"),
        (single, "in one report only", "rest", "alone"),
        (len(questions) - len(front), "background", "rest", "background"),
    )
    return tuple(row for row in rows if row[0])


def figure_strips(book: Book) -> list[tuple[Strip, bool]]:
    """Return the quantity questions of the event itself, each with whether its figures differ."""
    found = []
    for question in book.questions:
        if question.kind != "quantity" or question.background:
            continue
        drawing = strip_of(book, question)
        if drawing is None:
            continue
        leads = [lead(book, answer) for answer in question.answers if answer.claims]
        strip = Strip(
            id=question_address(question.id),
            number=book.numbers[question.id],
            label=sentence(question.label),
            tone="denial" if question.how == "denial" else question.finding,
            standing=standing(question.reports, question.origins),
            lead=", ".join(leads),
            drawing=drawing,
        )
        found.append((strip, len(question.answers) > 1))
    return found


def facts(reports: tuple[Report, ...]) -> tuple[str, ...]:
    """Return what stands under the heading: how many reports and outlets, and from when to when they were published."""
    outlets = len({report.outlet for report in reports if report.outlet})
    unknown = sum(1 for report in reports if not report.outlet)
    days = sorted(report.published[:10] for report in reports if report.published)
    found = [f"{len(reports)} report{'s' * (len(reports) != 1)}"]
    found.append(f"{outlets} outlet{'s' * (outlets != 1)}" + (f" and {unknown} unknown" if unknown else ""))
    if days:
        found.append(f"published {moment(days[0])}" + (f" to {moment(days[-1])}" if days[0] != days[-1] else ""))
    return tuple(found)

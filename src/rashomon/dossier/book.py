"""The ledger as the page looks it up: names and places of reports, marks of voices, words of claims, numbers of questions."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from rashomon.dossier.form import Form
from rashomon.dossier.shapes import OWN
from rashomon.dossier.words import moment, short_day, squeeze
from rashomon.model import Claim, Question, Report, Story

AROUND = 110
"""Characters shown on either side of a claim's focus: two lines of a card."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“‘A-Z0-9])|(?<=[.!?][\"”’])\s+(?=[\"“‘A-Z0-9])")
"""Where a sentence may end, for showing words in their surroundings; a wrong cut after "Mr." only shows less."""
LONGEST_FOCUS = 220
"""Characters of a focus that are shown; with both sides an excerpt stays near 240 to 440 characters."""


QUOTES = frozenset("“”\"'‘’«„")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a claim: its focus with what stands before and after it in the same clause or sentence."""

    before: str
    focus: str
    after: str

    @property
    def quoted(self) -> bool:
        """Whether the words bring their own quotation mark."""
        return (self.before + self.focus).lstrip()[:1] in QUOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One story of a ledger, indexed.

    Attributes:
        numbers: Number of each question, from 1 in the editor's order; it stands beside the words in the reports.
        names: Short name of each report, unique within the story.
        marks: Place of each origin among the marks, by its name in lower case; the most frequent first.
        heads: Full form of a voice by each of its forms in lower case.
        order: Place of each report in the order of publication.
        spots: Claim id by (report, start of its focus).
    """

    form: Form
    story: Story
    questions: tuple[Question, ...]
    numbers: Mapping[str, int]
    names: Mapping[str, str]
    marks: Mapping[str, int]
    heads: Mapping[str, str]
    order: Mapping[str, int]
    spots: Mapping[tuple[str, int], str]

    def reports(self) -> tuple[Report, ...]:
        """Return the reports of the story in the order of publication, those without a date last, copies behind originals."""
        return in_order(self.form, self.story)

    def claims(self, names: Iterable[str]) -> list[Claim]:
        """Return claims by id, in the order of the reports and then of the text."""
        found = [self.form.claims[name] for name in names]
        found = [claim for claim in found if claim.document in self.order]
        return sorted(found, key=lambda claim: (self.order[claim.document], claim.focus.start, claim.id))

    def passage(self, claim: Claim) -> Passage:
        """Return a claim's words in their sentence, cut to a readable length; where the text may not be shown, in its excerpt."""
        text = self.form.reports[claim.document].text
        words, start = (text, 0) if text else (self.form.words[claim.id], claim.span.start)
        low, high = claim.focus.start - start, claim.focus.end - start
        before = words[words.rfind("\n", 0, low) + 1 : low]
        after = words[high:].split("\n", 1)[0]
        before = SENTENCE_END.split(before)[-1].lstrip()
        after = SENTENCE_END.split(after, maxsplit=1)[0]
        focus = words[low:high]
        if len(before) > AROUND:
            before = "…" + before[-AROUND:].split(" ", 1)[-1]
        if len(after) > AROUND:
            after = after[:AROUND].rsplit(" ", 1)[0] + "…"
        return Passage(before, focus if len(focus) <= LONGEST_FOCUS else squeeze(focus, LONGEST_FOCUS), after.rstrip())

    def voice(self, claim: Claim) -> str:
        """Return who says it: the origin first, then through whom; the report itself where nobody is named."""
        if not claim.voices:
            return "seen by its own reporter" if claim.observed else "in its own words"
        chain = [voice.name for voice in reversed(claim.voices)]
        return chain[0] + (f" (through {', '.join(chain[1:])})" if chain[1:] else "")

    def origin(self, claim: Claim) -> str:
        """Return the origin of a claim: the full form of its last voice, or "" for the report's own voice."""
        if not claim.voices:
            return ""
        return self.heads.get(claim.voices[-1].name.casefold(), claim.voices[-1].name)

    def mark(self, claim: Claim) -> int:
        """Return the place of a claim's origin among the marks."""
        return self.marks.get(self.origin(claim).casefold(), OWN)


def open_book(form: Form, story: Story) -> Book:
    """Index one story of a ledger."""
    questions = tuple(question for question in form.questions if question.story == story.id)
    heads = {name.casefold(): origin.name for origin in form.origins for name in (*origin.names, origin.name)}
    counts: Counter[str] = Counter()
    for name, claim in form.claims.items():
        if claim.voices and form.homes.get(name) and claim.document in story.documents:
            last = claim.voices[-1].name
            counts[heads.get(last.casefold(), last).casefold()] += 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return Book(
        form=form,
        story=story,
        questions=questions,
        numbers={question.id: place for place, question in enumerate(questions, start=1)},
        names=name_reports(in_order(form, story)),
        marks={name: place for place, name in enumerate(ranked)},
        heads=heads,
        order={report.id: place for place, report in enumerate(in_order(form, story))},
        spots={(claim.document, claim.focus.start): name for name, claim in form.claims.items() if name in form.homes},
    )


def in_order(form: Form, story: Story) -> tuple[Report, ...]:
    """Return the reports of a story in the order of publication, those without a date last."""
    found = [form.reports[name] for name in story.documents if name in form.reports]
    return tuple(sorted(found, key=lambda report: (report.published is None, report.published or "", report.id)))


def name_reports(reports: Sequence[Report]) -> dict[str, str]:
    """Return a short unique name for each report: its outlet; with a number where it has none, with its day where it has two."""
    outlets = Counter(report.outlet for report in reports)
    days = Counter((report.outlet, short_day(report.published)) for report in reports)
    names: dict[str, str] = {}
    for place, report in enumerate(reports, start=1):
        if not report.outlet:
            names[report.id] = f"Report {place}"
        elif outlets[report.outlet] == 1:
            names[report.id] = report.outlet
        elif report.published and days[(report.outlet, short_day(report.published))] == 1:
            names[report.id] = f"{report.outlet}, {short_day(report.published)}"
        else:
            names[report.id] = f"{report.outlet} ({place})"
    return names


def published(report: Report) -> str:
    """Return when a report was published, in words, and whether that is a guess."""
    if not report.published:
        return "no date"
    return moment(report.published) + (" (guessed)" if report.published_guessed else "")


def question_address(name: str) -> str:
    """Return the id of a question's element, which is also its fragment."""
    return f"q={quote(name, safe='')}"


def claim_address(name: str) -> str:
    """Return the id of a claim's words in its report."""
    return f"claim={quote(name, safe='')}"


def report_address(name: str) -> str:
    """Return the id of a report."""
    return f"report={quote(name, safe='')}"

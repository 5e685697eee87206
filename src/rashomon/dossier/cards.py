"""Cards: a question as people ask it, each answer with who gave it in which words, and on how much it all rests."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.dossier.book import Book, Passage, claim_address, question_address, report_address
from rashomon.dossier.charts import Chart, chart, said
from rashomon.dossier.lines import key
from rashomon.dossier.words import CURRENCIES, MEASURED, is_vague, sentence, short_moment, squeeze, standing
from rashomon.model import Answer, Claim, Question, Reason

SHOWN = 3
"""Sayings of an answer that stand open; the others are folded."""
MOST_FIGURES = 4
"""Figures in a heading; a fifth would not be read."""
MOST_REASONS = 5
"""Reasons shown: the finding's, the origins', and the strongest links; the ledger has them all."""
PROVED = 2
"""Reasons shown with the places that decide them: how the answers stand to each other, and on whom they rest."""
MOST_QUOTES = 4
"""Places shown for one reason."""
KICKERS = {
    ("conflict", "between-origins"): "Conflict between origins",
    ("conflict", "retelling"): "Conflict in the retelling of one origin",
    ("conflict", "within-report"): "Conflict within one report",
    ("conflict", "part-exceeds-whole"): "A part larger than its whole",
    ("conflict", "denial"): "Claimed and denied",
    ("update", "event"): "Updated: later count",
    ("update", "correction"): "Updated: corrected",
}
FINDINGS = {
    "conflict": "Conflict",
    "update": "Updated",
    "differ": "Told differently",
    "agree": "Told alike",
    "single": "In one report",
}
CERTAINTIES = {"hedged": "may be", "future": "to come", "negated": "denied", "stated": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One claim in its own words, with who says it and where."""

    claim: str
    passage: Passage
    voice: str
    key: Markup
    report: str
    when: str
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer: its letter, its figure, and its sayings. `order` tells an earlier count from a later one."""

    letter: str
    figure: str
    reports: int
    sayings: tuple[Saying, ...]
    more: tuple[Saying, ...] = ()
    order: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A reason in words, with the words of the reports that decide it: (address, where, words)."""

    why: str
    quotes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question. `lead` sums up its answers in a few words, `tone` is its style, `links` say why it is one question."""

    id: str
    number: int
    tone: str
    kicker: str
    title: str
    label: str
    lead: str
    standing: str
    answers: tuple[AnswerView, ...]
    chart: Chart | None
    because: str
    proofs: tuple[Proof, ...]
    links: tuple[str, ...]
    kind: str
    finding: str
    headline: str
    whole: tuple[str, str] | None = None
    former: tuple[str, ...] = ()


def card(book: Book, question: Question) -> Card:
    """Return the card of a question."""
    answers = arranged(book, question)
    leads = [lead(book, answer) for answer in answers if answer.claims]
    whole = next((other for other in book.questions if other.id == question.part_of), None)
    proofs = tuple(proof(book, reason) for reason in question.reasons[:PROVED])
    links = tuple(dict.fromkeys(reason.why.rstrip(".") for reason in question.reasons[PROVED:MOST_REASONS]))
    heading = title(book, question, leads, whole)
    return Card(
        id=question_address(question.id),
        number=book.numbers[question.id],
        tone="denial" if question.how == "denial" else question.finding,
        kicker=KICKERS.get((question.finding, question.how or ""), FINDINGS[question.finding]),
        title=sentence(heading),
        headline=headline(question, heading, leads),
        label=sentence(question.label),
        lead=" · ".join(squeeze(words, 60) for words in leads[:MOST_FIGURES]),
        standing=standing(question.reports, question.origins),
        answers=tuple(view(book, question, answer, place) for place, answer in enumerate(answers)),
        chart=chart(book, question, answers) if question.kind != "whether" else None,
        because="" if any(reason.why in question.because for reason in question.reasons) else question.because,
        proofs=proofs,
        links=links,
        kind=question.kind,
        finding=question.finding,
        whole=(question_address(whole.id), sentence(whole.label)) if whole else None,
        former=tuple(question_address(name) for name in question.was if name != question.id),
    )


def title(book: Book, question: Question, leads: Sequence[str], whole: Question | None) -> str:
    """Return a heading that reads like what a person would ask: "12,000 or 15,000 troops?"."""
    if question.kind == "whether" or not leads:
        return question.label
    noun = counted(book, question)
    if question.how == "part-exceeds-whole" and whole is not None:
        figures = [lead(book, answer) for answer in whole.answers if answer.claims]
        return f"{leads[0]} {noun}".strip() + f", of {listed(figures, 'or')}?"
    if question.finding == "update":
        words = f", {'corrected to' if question.how == 'correction' else 'then'} ".join(leads[:MOST_FIGURES])
        return f"{words} {noun}".strip()
    if question.finding == "conflict":
        return f"{listed(leads, 'or')} {noun}".strip() + "?"
    return question.label


def headline(question: Question, heading: str, leads: Sequence[str]) -> str:
    """Return a question in one line: its heading with what it is about, or what it is about with its one figure."""
    label = sentence(question.label)
    if question.kind == "whether" or not leads:
        return label
    return f"{label}: {', '.join(leads[:MOST_FIGURES]) if heading == question.label else heading}"


def listed(words: Sequence[str], joint: str) -> str:
    """Return "a, b or c"; the common beginning "about" is not repeated."""
    chosen = list(words[:MOST_FIGURES])
    if len(words) > MOST_FIGURES:
        return ", ".join(chosen) + f" {joint} …"
    return f" {joint} ".join(filter(None, [", ".join(chosen[:-1]), chosen[-1]]))


def counted(book: Book, question: Question) -> str:
    """Return the noun that the figures of a question count; empty where their unit says it all."""
    claims = [claim for answer in question.answers for claim in book.claims(answer.claims) if claim.value is not None]
    values = [claim.value for claim in claims if claim.value is not None]
    if not values or is_vague(values[-1]):
        return ""
    nouns = Counter(value.counted for value in values if value.counted)
    unit = values[0].unit
    if unit in CURRENCIES or unit in MEASURED or unit in ("percent", "share"):
        return ""
    if nouns:
        return squeeze(min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun)), 50)
    return "people" if unit == "person" else unit + "s" if unit else ""


def lead(book: Book, answer: Answer) -> str:
    """Return what an answer says: its commonest figure or time, or its label."""
    claims = book.claims(answer.claims)
    figures = Counter(said(claim, book) for claim in claims if claim.value is not None or claim.time is not None)
    if not figures:
        return answer.label
    order = {words: place for place, words in reversed(list(enumerate(said(claim, book) for claim in claims)))}
    return min(figures, key=lambda words: (-figures[words], order.get(words, 0)))


def arranged(book: Book, question: Question) -> list[Answer]:
    """Return the answers of a question: figures by size, counts that replace each other by time, statements as they are."""
    answers = list(question.answers)
    if question.kind == "whether":
        return answers
    if question.finding == "update":
        first = {answer.id: first_told(book, answer) for answer in answers}
        if all(first.values()) and len(set(first.values())) == len(answers):
            return sorted(answers, key=lambda answer: first[answer.id])
    return sorted(answers, key=lambda answer: size(book, answer))


def first_told(book: Book, answer: Answer) -> str:
    """Return when an answer was first published; empty where a date is missing."""
    dates = [book.form.reports[claim.document].published or "" for claim in book.claims(answer.claims)]
    return min(dates, default="")


def size(book: Book, answer: Answer) -> tuple[float, str]:
    """Return by what an answer is ordered: its figure, or its time as text."""
    for claim in book.claims(answer.claims):
        if claim.value is not None:
            bound = claim.value.low if claim.value.low is not None else claim.value.high
            return (bound or 0.0, answer.id)
        if claim.time is not None:
            return (0.0, claim.time.iso)
    return (0.0, answer.id)


def view(book: Book, question: Question, answer: Answer, place: int) -> AnswerView:
    """Return one answer with its sayings; different reports and voices first, repetitions behind them."""
    claims = book.claims(answer.claims)
    fresh, again = told_apart(book, claims)
    ordered = [saying(book, claim) for claim in (*fresh, *again)]
    shown = min(SHOWN, max(len(fresh), 1))
    orders = {0: "earlier"} | {len(question.answers) - 1: "later"} if question.finding == "update" else {}
    return AnswerView(
        letter=answer.id,
        figure=lead(book, answer),
        reports=len({claim.document for claim in claims}),
        sayings=tuple(ordered[:shown]),
        more=tuple(ordered[shown:]),
        order=orders.get(place, "between" if question.finding == "update" else ""),
        withheld=not claims,
    )


def told_apart(book: Book, claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return for each report its most telling claim (one with a named voice, below the headline), and all the others."""
    best: dict[str, Claim] = {}
    for claim in claims:
        other = best.get(claim.document)
        if other is None or telling(claim) > telling(other):
            best[claim.document] = claim
    chosen = {claim.id for name, claim in best.items() if not book.form.reports[name].copy_of}
    fresh = [claim for claim in claims if claim.id in chosen]
    again = [claim for claim in claims if claim.id not in chosen]
    return (fresh, again) if fresh else (list(claims[:1]), list(claims[1:]))


def telling(claim: Claim) -> tuple[bool, bool]:
    """Return how much a claim tells of where it comes from."""
    return (bool(claim.voices), not claim.headline)


def saying(book: Book, claim: Claim) -> Saying:
    """Return one claim in its words."""
    report = book.form.reports[claim.document]
    return Saying(
        claim=claim_address(claim.id),
        passage=book.passage(claim),
        voice=book.voice(claim),
        key=key(book.mark(claim)),
        report=book.names[claim.document],
        when=short_moment(report.published),
        certainty=CERTAINTIES.get(claim.certainty, ""),
    )


def proof(book: Book, reason: Reason) -> Proof:
    """Return a reason with the words that decide it."""
    quotes = []
    for pin in reason.spans[:MOST_QUOTES]:
        report = book.form.reports.get(pin.document)
        if report is None or pin.document not in book.names:
            continue
        claim = book.spots.get((pin.document, pin.start))
        words = "" if claim else squeeze(report.text[pin.start : pin.end], 160)
        where = claim_address(claim) if claim else report_address(pin.document)
        quotes.append((where, book.names[pin.document], words if words not in reason.why else ""))
    return Proof(why=reason.why, quotes=tuple(quotes))

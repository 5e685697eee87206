"""Names: where they stand, what kind of thing they name, and the fullest form that the report gives them.

A trained tagger proposes spans and kinds; runs of proper nouns set the bounds, and all mentions of one name in a report vote on
its kind, because a tagger of news calls one town a person here and an organization there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Name, Span, Token
from rashomon.model.reading import NameType
from rashomon.reading.people import is_people
from rashomon.values.countries import country_name, country_of, is_adjective
from rashomon.values.name_words import ARTICLES, INSTITUTIONS, SMALL, TITLES
from rashomon.values.words import SERIES

Tagged = tuple[Span, NameType]
"""A span of the text and what the tagger takes it for."""
WITHIN = frozenset("in at near from across outside inside around into".split())
"""Prepositions that stand before places far more often than before people or organizations."""
LONGEST = 7
"""Words of a run of proper nouns; a longer one is a headline in capitals."""
LONGEST_LOUD = 2
"""The same on a line in headline style."""
COMPASS = frozenset("north south east west northern southern eastern western".split())
OF = INSTITUTIONS | frozenset(
    "gulf strait straits bay sea cape isle isles island islands republic kingdom state states city province house".split()
)
"""Words after which "of" goes on with the name."""
BESIDE_PERSON = re.compile(
    r", (?:who\b|\d{2}(?:,| and\b)|(?:an?|the|its|his|her|their) (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+)(?=[,.]| of\b| at\b))"
)
"""What follows a person's name: ", who", ", 61,", ", a doctor at"."""
HEADLINE_SHARE = 0.6
"""Share of capitalized words from which a line is in headline style, where capitals tell nothing."""


def find_names(text: str, tokens: Sequence[Token], lines: Sequence[Span], tagged: Sequence[Tagged]) -> tuple[Name, ...]:
    """Return the names of a report in text order, none inside another.

    Args:
        text: The report's text.
        tokens: Its tokens.
        lines: Its lines.
        tagged: What the name tagger found.
    """
    runs = [run for run in proper_runs(tokens, shouting(tokens, lines)) if run]
    spans = [Span(start=run[0].start, end=run[-1].end) for run in trim_all(runs, tagged)]
    votes: dict[str, Counter[NameType]] = defaultdict(Counter)
    for span in spans:
        for kind, count in evidence(span, tagged, text):
            votes[span.of(text)][kind] += count
    kinds = {form: kind_of(form, votes[form], votes) for form in votes}
    found = [Name(span=span, type=kinds[span.of(text)], full=span.of(text)) for span in spans]
    covered = [name.span for name in found]
    found += [
        Name(span=span, type="nationality", full=token.text)
        for token in tokens
        if token.pos == "ADJ" and token.text[:1].isupper() and is_adjective(token.text)
        if (span := Span(start=token.start, end=token.end)) and not any(other.overlap(span) for other in covered)
    ]
    found.sort(key=lambda name: name.span.start)
    fuller = fullest({name.full: name.type for name in found}, text)
    return tuple(
        Name(span=name.span, type=kinds.get(full, name.type) if name.type != "nationality" else name.type, full=full)
        for name in found
        if (full := fuller.get(name.full, name.full))
    )


def shouting(tokens: Sequence[Token], lines: Sequence[Span]) -> set[int]:
    """Return the indices of tokens on lines in headline style."""
    found: set[int] = set()
    place = 0
    for line in lines:
        inside = []
        while place < len(tokens) and tokens[place].start < line.end:
            inside.append(place)
            place += 1
        words = [index for index in inside if tokens[index].text.isalpha() and len(tokens[index].text) > 3]
        if len(words) > 3 and sum(tokens[index].text[0].isupper() for index in words) > HEADLINE_SHARE * len(words):
            found.update(inside)
    return found


def proper_runs(tokens: Sequence[Token], loud: set[int]) -> Iterator[list[Token]]:
    """Yield runs of proper nouns inside a sentence, with capitalized adjectives and nouns among them ("North Korea").

    Of a line in headline style only what is no longer than a name.
    """
    run: list[int] = []
    for index in range(len(tokens) + 1):
        inside = index < len(tokens) and may_name(tokens[index])
        if inside and run and tokens[index].sentence == tokens[run[-1]].sentence:
            run.append(index)
            continue
        if run and not (inside is False and index < len(tokens) and joins(tokens, run, index)):
            named = any(tokens[place].pos == "PROPN" and tokens[place].text[0].isupper() for place in run)
            if named and (run[-1] not in loud or len(run) <= LONGEST_LOUD):
                yield [tokens[place] for place in run]
            run = []
        if inside:
            run = [index]
        elif run:
            run.append(index)


def may_name(token: Token) -> bool:
    """Whether a word may be a part of a name."""
    if not token.text[:1].isalnum() or token.text.casefold() in SERIES - COMPASS:
        return False
    return token.pos == "PROPN" or (token.text[:1].isupper() and token.pos in ("ADJ", "NOUN"))


def joins(tokens: Sequence[Token], run: Sequence[int], index: int) -> bool:
    """Whether "of" joins what stands before and after it into one name ("Gulf of Aden", "Ministry of Defence")."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[run[-1]]
    return tokens[index].text == "of" and following is not None and following.pos == "PROPN" and before.text.casefold() in OF


def trim_all(runs: Iterable[list[Token]], tagged: Sequence[Tagged]) -> Iterator[list[Token]]:
    """Yield the runs without titles; what the tagger cuts out of a run too long for a name stands for it."""
    for run in runs:
        if len(run) > LONGEST:
            span = Span(start=run[0].start, end=run[-1].end)
            for part, _ in tagged:
                cut = [token for token in run if part.start <= token.start and token.end <= part.end]
                if span.overlap(part) and cut:
                    yield cut
            continue
        lone = [
            place
            for place, token in enumerate(run[:-1])
            if token.text.rstrip(".").casefold() in TITLES and not is_inside_body(token, tagged)
        ]
        if lone and not (words_of(run[lone[-1] + 1 :]) & INSTITUTIONS):
            run = run[lone[-1] + 1 :]
        while len(run) > 1 and run[0].pos != "PROPN" and is_adjective(run[0].text) and not words_of(run) & INSTITUTIONS:
            run = run[1:]
        yield run


def is_inside_body(token: Token, tagged: Sequence[Tagged]) -> bool:
    """Whether the tagger takes a word for a part of a body's name that goes on: "General Motors"."""
    return any(kind == "organization" and span.start <= token.start and token.end < span.end for span, kind in tagged)


def words_of(run: Sequence[Token]) -> set[str]:
    """Return the casefolded words of a run."""
    return {token.text.casefold() for token in run}


def evidence(span: Span, tagged: Sequence[Tagged], text: str) -> Iterator[tuple[NameType, int]]:
    """Yield what speaks for each kind at one mention: the tagger, a preposition of place, an office before or behind it."""
    yield "other", 0
    for part, kind in tagged:
        if part.overlap(span):
            yield kind, 2
    before = text[max(0, span.start - 20) : span.start].split()
    if before and before[-1].casefold() in WITHIN:
        yield "place", 2
    if before and (before[-1].rstrip(".").casefold() in TITLES or is_people(before[-1].rstrip(","))):
        yield "person", 2
    beside = BESIDE_PERSON.match(text[span.end : span.end + 80])
    if beside is not None and (beside["noun"] is None or is_people(beside["noun"].casefold())):
        yield "person", 2


def kind_of(form: str, votes: Counter[NameType], every: dict[str, Counter[NameType]]) -> NameType:
    """Return what a name names: a country by the table, an institution by its word, else by the votes of all mentions."""
    if country_of(form):
        return "nationality" if is_adjective(form) else "place"
    words = form.casefold().split()
    if len(words) > 1 and INSTITUTIONS & set(words):
        return "organization"
    total = Counter(votes)
    for other, more in every.items():
        if other != form and len(words) == 1 and other.casefold().split()[-1:] == words:
            total.update(more)
    if not total or max(total.values()) == 0:
        return "other"
    return min(total, key=lambda kind: (-total[kind], kind))


def fullest(kinds: dict[str, NameType], text: str) -> dict[str, str]:
    """Return {short form: full form} for what the report itself spells out elsewhere."""
    found: dict[str, str] = {}
    people = [form for form, kind in kinds.items() if kind == "person" and 1 < len(form.split()) < 5]
    spelled = [form for form, kind in kinds.items() if kind in ("organization", "other") and len(form.split()) > 1]
    for form, kind in kinds.items():
        if kind == "nationality":
            found[form] = country_name(form) or form
        elif len(form.split()) == 1 and kind in ("person", "other", "organization"):
            named = [full for full in people if form in (full.split()[-1], full.split()[0])]
            if named:
                found[form] = min(named, key=lambda full: (full.split()[-1] != form, text.index(full)))
            elif form.isupper() and len(form) > 1:
                long = [full for full in spelled if initials(full) == form]
                if long:
                    found[form] = min(long, key=text.index)
    return found


def initials(name: str) -> str:
    """Return the initials of a name's telling words."""
    return "".join(word[0] for word in name.split() if word.casefold() not in SMALL | ARTICLES).upper()

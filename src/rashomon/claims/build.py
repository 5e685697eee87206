"""From a reading to its claims: one for each quantity, each date, and each clause that states something."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from rashomon.claims.asking import Asking
from rashomon.claims.aspects import find_aspects
from rashomon.claims.frames import clause_frame, noun_frame
from rashomon.claims.meaning import Meanings
from rashomon.claims.measuring import given_noun, measure_of
from rashomon.claims.persons import find_traits
from rashomon.claims.voices import certainty_of, chain_of, voices_of
from rashomon.model import Claim, Clause, Frame, Kind, QuantityMention, Reading, Report, Span, TimeMention, Tree, digest
from rashomon.values.measures import FAMILIES, OF_PEOPLE, PLACE
from rashomon.values.times import interval

AWAY = timedelta(days=21)
"""How long before its publication a report's own event may lie; what is older is told as background."""
LONGEST_SENTENCE = 400
"""Code points of evidence shown with a number; where the sentence is longer, its clause serves."""
FEWEST_TERMS = 2
"""Content words that a fragment needs to state something."""
APART = ("conj", "parataxis", "ccomp", "advcl", "csubj", "punct", "cc", "mark")
"""Relations under which stands what states something by itself."""
SO_FAR = re.compile(r"\b(?:(?:so|thus) far|to date|up to now|until now)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:in|during|over|from|after|across) (?:\w+ ){0,2}(?:two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:\w+ )?(?:operations|raids|attacks|incidents|strikes|missions|events|seasons|games|matches)\b",
    re.IGNORECASE,
)
"""Words by which a figure counts over several events."""
SOME_OF = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:out\s+)?of\s+(?:all\s+)?(?:the|them|those|these|its|his|her|their|our|whom|which|us|\d+|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
"""Words behind a number by which it counts some of another."""
ANONYMOUS = re.compile(
    r"\b(?:not to be|not being|to not be|without being|declin\w* to be|refus\w* to be) (?:named|identified|quoted)\b"
    r"|\b(?:be|remain|stay)(?:ing)? (?:anonymous|unnamed)\b"
    r"|\b(?:condition of|guarantee of|insist\w* on|request\w*|ask\w* for) (?:strict )?anonymity\b"
    r"|\b(?:speak|spoke|talk|comment|quote)\w* anonymously\b",
    re.IGNORECASE,
)
"""How a source without a name is excused: it says nothing of the event."""
LONGEST_EXTENT = 250
"""Code points of a clause with what is embedded in it."""


def build_claims(reading: Reading, report: Report) -> tuple[Claim, ...]:
    """Return the claims of one report in text order.

    Every claim's span and focus lie inside the text, and the focus inside the span.
    """
    builder = Builder(reading, report)
    claims = {claim.id: claim for claim in (*builder.quantities(), *builder.times(), *builder.whether(), *builder.traits())}
    return tuple(sorted(claims.values(), key=lambda claim: (claim.span.start, claim.focus.start, claim.kind, claim.id)))


class Builder:
    """Builds the claims of one reading; holds its tree and the clause of each token."""

    def __init__(self, reading: Reading, report: Report) -> None:
        self.reading = reading
        self.report = report
        self.tree = Tree(reading.tokens)
        self.asking = Asking(reading, self.tree)
        self.meanings = Meanings(reading)
        self.clause_at: dict[int, Clause] = {index: clause for clause in reading.clauses for index in clause.tokens}

    def quantities(self) -> Iterator[Claim]:
        """Yield a claim for each quantity of the report's prose."""
        for mention in self.reading.quantities:
            if self.in_dateline(mention.span):
                continue
            clause = self.clause_at.get(mention.head)
            claim = self.claim("quantity", mention.span, clause, measure_of(self.tree, mention))
            noun = given_noun(self.tree, mention.head) if mention.value.counted is None else None
            counted = self.tree.tokens[noun].text if noun is not None else mention.value.counted
            head = mention.head if noun is None else noun
            asks = self.asking.figure(mention, claim.measure, head)
            unit = "person" if mention.value.unit == "number" and claim.measure in OF_PEOPLE else mention.value.unit
            frame = self.scoped(noun_frame(self.reading, self.tree, head, clause), claim, mention, clause)
            yield replace(
                claim,
                value=replace(mention.value, counted=counted, unit=unit),
                population=counted or "",
                period=self.period(clause),
                frame=replace(frame, asks=asks, within=self.asking.within(head, claim.measure)),
            )

    def scoped(self, frame: Frame, claim: Claim, mention: QuantityMention, clause: Clause | None) -> Frame:
        """Return a frame marked where its figure counts over several events (a toll "so far" is that of one), or some of more."""
        head, number, unit = mention.head, mention.number, mention.value.unit
        sentence = self.reading.sentences[self.reading.tokens[head].sentence].of(self.reading.text)
        several = bool(SEVERAL.search(sentence)) or (claim.measure not in FAMILIES and bool(SO_FAR.search(sentence)))
        part = SOME_OF.match(self.reading.text, number.end) is not None and unit not in ("percent", "share")
        return self.placed(replace(frame, cumulative=several, part=part), clause, head)

    def times(self) -> Iterator[Claim]:
        """Yield a claim for each date that could be fixed."""
        for mention in self.reading.times:
            if mention.value is None or mention.dateline:
                continue
            clause = self.clause_at.get(mention.head)
            event = self.dated(mention)
            asks = self.asking.event(clause, event)
            if clause is not None and event == clause.head:
                frame = clause_frame(self.reading, self.tree, clause)
            else:
                frame = noun_frame(self.reading, self.tree, event, clause)
            claim = self.claim("time", mention.span, clause, frame.predicate or frame.head)
            frame = replace(frame, asks=asks, within=self.asking.within(event))
            yield replace(claim, time=mention.value, frame=self.placed(frame, clause, mention.head))

    def whether(self) -> Iterator[Claim]:
        """Yield a claim for each clause that states something beyond who says it."""
        for clause in self.reading.clauses:
            if clause.reporting or self.in_dateline(clause.span):
                continue
            frame = clause_frame(self.reading, self.tree, clause)
            if self.states(clause, frame):
                claim = self.claim("whether", clause.span, clause, frame.predicate)
                placed = self.placed(replace(frame, asks=self.asking.statement(clause)), clause, clause.head)
                yield replace(claim, span=self.extent(clause), period=self.period(clause), frame=placed)
                yield from self.aspects(clause)

    def aspects(self, clause: Clause) -> Iterator[Claim]:
        """Yield a claim for each hour and each place that a clause gives; its evidence is the phrase."""
        for aspect in find_aspects(self.reading, self.tree, clause):
            claim = self.claim("whether", aspect.focus, clause, aspect.measure)
            asks = (
                self.asking.place(clause, self.tree.inside(aspect.focus))
                if aspect.measure == PLACE
                else self.asking.event(clause)
            )
            frame = self.placed(replace(aspect.frame, asks=asks), clause, clause.head)
            yield replace(claim, span=aspect.focus, period=self.period(clause), frame=frame)

    def traits(self) -> Iterator[Claim]:
        """Yield a claim for the age and the home of each person that the report names."""
        for trait in find_traits(self.reading):
            if not self.in_dateline(trait.focus):
                claim = self.claim("whether", trait.focus, None, trait.measure)
                yield replace(claim, span=trait.focus, certainty="stated", frame=trait.frame)

    def states(self, clause: Clause, frame: Frame) -> bool:
        """Whether a clause states something: two telling words, or one with a subject or a negation ("We panicked")."""
        if ANONYMOUS.search(clause.span.of(self.reading.text)):
            return False
        whole = clause.certainty == "negated" or bool(self.tree.children(clause.head, "nsubj", "compound:prt"))
        return len(frame.terms) >= (FEWEST_TERMS - 1 if whole else FEWEST_TERMS)

    def extent(self, clause: Clause) -> Span:
        """Return the words that state a clause: with the relative clauses and participles inside it, where that is not long."""
        whole = self.tree.span(self.tree.subtree(clause.head, without=APART))
        span = Span(start=min(whole.start, clause.span.start), end=max(whole.end, clause.span.end))
        return span if len(span) <= LONGEST_EXTENT else clause.span

    def claim(self, kind: Kind, focus: Span, clause: Clause | None, measure: str) -> Claim:
        """Return a claim with what all kinds have: its pin, voices, certainty and place."""
        attributions, outlet = self.reading.attributions, self.report.outlet
        meaning, answer = self.meanings.of(focus)
        return Claim(
            id=digest(self.report.id, focus.start, focus.end, kind, measure),
            document=self.report.id,
            span=self.evidence(focus, clause),
            focus=focus,
            kind=kind,
            voices=voices_of(attributions, focus, text=self.reading.text, outlet=outlet, names=self.reading.names),
            certainty=certainty_of(clause, chain_of(attributions, focus), self.reading.clauses),
            measure=measure,
            place=self.place(clause),
            headline=self.reading.headline is not None and self.reading.headline.covers(focus),
            meaning=meaning,
            answer=answer,
        )

    def placed(self, frame: Frame, clause: Clause | None, head: int) -> Frame:
        """Return a frame marked as remote where its clause tells of another time than the report's own."""
        return replace(frame, remote=self.is_remote(clause, self.reading.tokens[head].sentence))

    def is_remote(self, clause: Clause | None, sentence: int) -> bool:
        """Whether a clause tells of a time weeks away: by its own date, its sentence's, or as "it" goes on from one before."""
        own = self.period(clause)
        if own is None:
            inside = [m for m in self.reading.times if m.value and self.reading.sentences[sentence].covers(m.span)]
            if inside and inside[0].value is not None:
                return self.is_away(inside[0].value.iso)
            goes_on = any(
                self.reading.tokens[index].lemma.lower() in ("it", "they", "that")
                for index in (clause.tokens if clause is not None else ())
                if self.tree.is_dep(index, "nsubj")
            )
            return (
                goes_on
                and sentence > 0
                and any(
                    self.is_away(m.value.iso)
                    for m in self.reading.times
                    if m.value and not m.dateline and self.reading.sentences[sentence - 1].covers(m.span)
                )
            )
        return self.is_away("/".join(part or "" for part in own))

    def is_away(self, iso: str) -> bool:
        """Whether a time lies weeks before the report was published.

        A report without a date tells of its own event by the day, and gives months and years to what lies further back.
        """
        published, (_, end) = self.report.published, interval(iso)
        if published is None:
            return all(len(part) <= len("2005-02") for part in iso.split("/"))
        return end < date.fromisoformat(published[:10]) - AWAY

    def evidence(self, focus: Span, clause: Clause | None) -> Span:
        """Return the words that state a claim: its sentence, or its clause where the sentence is long."""
        sentence = next((s for s in self.reading.sentences if s.start <= focus.start < s.end), focus)
        chosen = sentence
        if clause is not None and len(sentence) > LONGEST_SENTENCE:
            chosen = clause.span
        return Span(start=min(chosen.start, focus.start), end=max(chosen.end, focus.end))

    def dated(self, mention: TimeMention) -> int:
        """Return the word whose time an expression gives: the noun or verb that it hangs on."""
        token = self.reading.tokens[mention.head]
        return token.head if self.reading.tokens[token.head].sentence == token.sentence else mention.head

    def place(self, clause: Clause | None) -> str:
        """Return the first place named in a clause."""
        if clause is None:
            return ""
        return next((name.full for name in self.reading.names if name.type == "place" and clause.span.covers(name.span)), "")

    def period(self, clause: Clause | None) -> tuple[str | None, str | None] | None:
        """Return the time that a clause gives, as (start, end) in ISO form, None where open or not given."""
        if clause is None:
            return None
        for mention in self.reading.times:
            if mention.value is not None and not mention.dateline and clause.span.covers(mention.span):
                start, slash, end = mention.value.iso.partition("/")
                return (start or None, end or None) if slash else (start, start)
        return None

    def in_dateline(self, span: Span) -> bool:
        """Whether a span lies in a dateline or "Updated:" line, which says nothing of the event."""
        return any(mention.dateline and mention.span.overlap(span) > 0 for mention in self.reading.times)

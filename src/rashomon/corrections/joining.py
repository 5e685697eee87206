"""Joining and parting: what answers one question, and which names are one origin."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.corrections.desk import Desk, NotPossibleError, Pool, by_hand, marked
from rashomon.corrections.entry import names, target
from rashomon.corrections.voices import Card, fullest
from rashomon.findings.registry import origin_id
from rashomon.model import Correction, Review
from rashomon.values.measures import ASPECTS
from rashomon.values.standing import is_unnamed


def merge(desk: Desk, entry: Correction) -> str | None:
    """Let questions be one, or origins."""
    sort, name = target(entry, "question", "origin")
    return merge_questions(desk, entry, name) if sort == "question" else merge_origins(desk, entry, name)


def merge_questions(desk: Desk, entry: Correction, name: str) -> str | None:
    """Let questions be one."""
    pool = desk.question(name)
    others: dict[int, Pool] = {}
    missing = []
    for other in names(entry, "questions"):
        try:
            found = desk.question(other)
        except NotPossibleError:
            missing.append(other)
            continue
        if found is not pool:
            others[id(found)] = found
    if missing and not others:
        raise NotPossibleError(f"question {missing[0]} is not in the ledger")
    for one in others.values():
        check_fit(desk, pool, one)
    parts = sorted((pool, *others.values()), key=lambda part: part.id)
    whole = Pool(
        story=pool.story,
        kind=pool.kind,
        claims=set().union(*(part.claims for part in parts)),
        links=tuple(
            sorted((link for part in parts for link in part.links), key=lambda link: (-link.score, link.left, link.right))
        ),
        was=set().union(*(part.was for part in parts), {part.id for part in parts}),
        label=pool.label or next((part.label for part in parts if part.label), None),
        review=marked(joined([pool, *(part for part in parts if part is not pool)]), entry, "merged"),
        said=[reason for part in parts for reason in part.said],
    )
    whole.was.discard(whole.id)
    whole.said.append(by_hand("Joined"))
    desk.settle(whole)
    desk.touched.add(whole.story)
    return f"question {missing[0]} is not in the ledger; the others were joined" if missing else None


def merge_origins(desk: Desk, entry: Correction, name: str) -> str | None:
    """Let voices be one origin."""
    card, stories = desk.origin(name)
    others: dict[int, Card] = {}
    missing = []
    for other in names(entry, "origins"):
        try:
            found, elsewhere = desk.origin(other)
        except NotPossibleError:
            missing.append(other)
            continue
        if found is not card:
            others[id(found)] = found
            stories |= elsewhere
    if missing and not others:
        raise NotPossibleError(f"origin {missing[0]} is not in the ledger")
    parts = [card, *others.values()]
    heads = [part.head for part in parts]
    before = {"names": sorted(card.forms)}
    whole = Card(
        head=next((head for head in heads if not is_unnamed(head)), card.head),
        forms=set().union(*(part.forms for part in parts)),
        decided=True,
        was=set().union(*(part.was for part in parts), {part.id for part in parts}),
        label=next((part.label for part in parts if part.label), None),
        review=marked(joined(parts), entry, "merged", before),
    )
    whole.was.discard(whole.id)
    desk.cards.put(whole)
    desk.touched |= stories
    return f"origin {missing[0]} is not in the ledger; the others were joined" if missing else None


def joined(parts: Sequence[Pool] | Sequence[Card]) -> Review | None:
    """Return one review of several questions or origins: the first's decision, with everybody's corrections."""
    reviews = [part.review for part in parts if part.review is not None]
    if not reviews:
        return None
    corrections = tuple(dict.fromkeys(name for review in reviews for name in review.corrections))
    return replace(reviews[0], status="merged", corrections=corrections)


def check_fit(desk: Desk, one: Pool, two: Pool) -> None:
    """Refuse to join what cannot be one question.

    Raises:
        NotPossibleError: they are of two stories or kinds, or ask for different sides of an event.
    """
    if one.story != two.story:
        raise NotPossibleError("questions of two stories cannot be joined")
    if one.kind != two.kind:
        raise NotPossibleError(f"a question of kind {one.kind} cannot be joined with one of kind {two.kind}")
    sides = {measure if measure in ASPECTS else "" for measure in (desk.claims[c].measure for c in (*one.claims, *two.claims))}
    if len(sides) > 1:
        raise NotPossibleError("one asks for an hour, a place, an age or a home, and the other does not")


def split(desk: Desk, entry: Correction) -> str | None:
    """Let claims leave a question for one of their own, or names an origin."""
    sort, name = target(entry, "question", "origin")
    return split_question(desk, entry, name) if sort == "question" else split_origin(desk, entry, name)


def split_question(desk: Desk, entry: Correction, name: str) -> str | None:
    """Let claims leave a question for one of their own."""
    pool = desk.question(name)
    wanted = names(entry, "claims")
    leaving = {claim for claim in wanted if claim in pool.claims}
    away = [claim for claim in wanted if claim not in pool.claims]
    if not leaving:
        raise NotPossibleError(f"question {name} does not have claim {wanted[0]}")
    if leaving == pool.claims:
        raise NotPossibleError("all claims of the question would leave it")
    old = pool.id
    apart = Pool(
        story=pool.story,
        kind=pool.kind,
        claims=leaving,
        links=tuple(link for link in pool.links if {link.left, link.right} <= leaving),
        review=marked(None, entry, "split"),
        said=[by_hand("Taken out of another question")],
    )
    pool.claims -= leaving
    pool.links = tuple(link for link in pool.links if {link.left, link.right} <= pool.claims)
    pool.was = {other for other in pool.was | {old} if other != pool.id}
    pool.review = marked(pool.review, entry, "split")
    pool.said.append(by_hand("Claims were taken out"))
    desk.settle(apart)
    desk.touched.add(pool.story)
    return f"claim {away[0]} is not in question {name}; the others left it" if away else None


def split_origin(desk: Desk, entry: Correction, name: str) -> str | None:
    """Let forms of a name leave an origin for one of their own: they are somebody else."""
    card, stories = desk.origin(name)
    wanted = names(entry, "names")
    leaving = {form for form in wanted if form in card.forms}
    away = [form for form in wanted if form not in card.forms]
    if not leaving:
        raise NotPossibleError(f"origin {name} has no name {wanted[0][:80]!r}")
    if leaving == card.forms:
        raise NotPossibleError("all names of the origin would leave it")
    staying = card.forms - leaving
    gone = {origin_id(form) for form in leaving}
    apart = Card(head=fullest(leaving), forms=leaving, decided=True, review=marked(None, entry, "split"))
    rest = Card(
        head=card.head if origin_id(card.head) not in gone else fullest(staying),
        forms=staying,
        decided=True,
        was=(card.was | {card.id}) - gone,
        label=card.label,
        review=marked(card.review, entry, "split", {"names": sorted(card.forms)}),
    )
    rest.was.discard(rest.id)
    desk.cards.put(apart)
    desk.cards.put(rest)
    desk.touched |= stories
    return f"origin {name} has no name {away[0][:80]!r}; the others left it" if away else None

"""Questions: claims of one story and kind that answer the same thing.

Block (claims that share a telling word or a measure, or mean much the same), compare slot by slot with reasons, cluster.
"""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from rashomon.linking import quantities, statements
from rashomon.linking.beside import counted_apart
from rashomon.linking.clustering import SILENCE, cluster
from rashomon.linking.comparing import APART, Comparator, Floats, Setting, compare_claims, link_of, meanings_of
from rashomon.model import Claim, Group, Kind, Link, Story
from rashomon.pairs import Texts
from rashomon.values.measures import ASPECTS, FAMILIES, wholes_of
from rashomon.values.quantities import conversion_rates
from rashomon.values.weights import Table, weights_of
from rashomon.values.words import Nearness

TABLES: dict[Kind, tuple[tuple[Comparator, ...], float]] = {
    "quantity": (quantities.COMPARATORS, quantities.BAR),
    "time": (statements.TIMES, statements.TIMES_BAR),
    "whether": (statements.WHETHER, statements.WHETHER_BAR),
}
NEIGHBOURS = 12
"""Claims nearest in meaning that each is compared with, whatever words they share."""
LEAST_LIKENESS = 0.1
"""Cosine of meanings below which a shared word is chance: no slot would outweigh it."""
AT_ONCE = 512
"""Claims whose likeness to all others is held in memory at once."""
DOUBTFUL, SURE = -1.0, 3.0
"""Log odds, against the bar, between which two claims are read together: beyond, reading seldom changes what the slots say."""
EACH_READ, MOST_READ = 2.5, 500
"""Pairs of one kind that are read together, at most: so many a claim, so many in all, the most doubtful first. More of them cost
seconds and change little."""
READ_SO = "are read as answers to one question"
Read = dict[tuple[str, str], tuple[float, float]]
READ: dict[Kind, tuple[Table, float]] = {"whether": ("whether-read", -2.5)}
"""Kinds whose doubtful pairs are read: weights of slots and of reading, and the log odds above which claims are of one question.
Of figures reading tells little that the slots do not.
"""
RARE = 3
"""Claims that may share a word before it tells less."""
LEAST_FACTOR = 0.2
"""Factor of a word that every claim of the story has."""
LARGEST_BLOCK = 45
"""A word that more claims share does not block: they meet under a rarer one, or under their measure."""


def link_questions(story: Story, claims: Sequence[Claim], texts: Texts | None = None) -> tuple[Group, ...]:
    """Return the groups of claims of one story that answer one question each.

    Every claim is in exactly one, but for sides of statements that no other report gives. With the reports' texts, pairs that
    the slots leave open are read together.
    """
    setting = setting_of(claims)
    groups: list[Group] = []
    for kind, (comparators, threshold) in TABLES.items():
        members = sorted((claim for claim in claims if claim.kind == kind), key=lambda claim: claim.id)
        links: dict[tuple[str, str], Link] = {}
        scores: dict[tuple[str, str], float] = {}
        weights = weights_of(kind)
        for left, right in candidates(members, setting):
            given = compare_claims(left, right, comparators, setting, weights)
            if given is not None:
                score = weights.bias + sum(points for points, _ in given)
                if score - threshold > SILENCE:  # Most pairs of a large story say no more than silence does.
                    scores[left.id, right.id] = score - threshold
                if score > threshold:
                    links[left.id, right.id] = link_of(left, right, score, given)
            elif kind == "quantity" and counted_apart(left, right):
                scores[left.id, right.id] = APART
        by_id = {claim.id: claim for claim in members}
        for pair, (score, points) in read_open(scores, by_id, texts, kind).items() if texts and kind in READ else ():
            scores[pair] = score
            links.pop(pair, None)
            if score > 0:
                left, right = by_id[pair[0]], by_id[pair[1]]
                given = compare_claims(left, right, comparators, setting, weights) or []
                links[pair] = link_of(left, right, score + READ[kind][1], [*given, (points, READ_SO)])
        found = cluster([claim.id for claim in members], scores)
        groups += [
            Group(story=story.id, kind=kind, claims=group, links=tuple(holding(group, links)))
            for group in found
            if not is_lone_side([by_id[claim] for claim in group])
        ]
    return tuple(groups)


def read_open(scores: Mapping[tuple[str, str], float], claims: Mapping[str, Claim], texts: Texts, kind: Kind) -> Read:
    """Return what the pair network makes of the pairs that the slots leave open, the most doubtful first, as many as time allows.

    Returns:
        {pair: (log odds against the bar, points of reading)}.
    """
    table, threshold = READ[kind]
    weights = weights_of(table)
    doubtful = sorted((abs(score), pair) for pair, score in scores.items() if DOUBTFUL <= score <= SURE)
    chosen = [pair for _, pair in doubtful if claims[pair[0]].document != claims[pair[1]].document]
    chosen = chosen[: min(MOST_READ, round(EACH_READ * len(claims)))]
    found: Read = {}
    for pair, standing in zip(chosen, texts.standings([(claims[one], claims[two]) for one, two in chosen]), strict=True):
        if standing is not None:
            points = weights.of["by_reading"] * standing.same
            found[pair] = weights.bias + weights.of["by_slots"] * scores[pair] + points - threshold, points
    return found


def setting_of(claims: Sequence[Claim]) -> Setting:
    """Return what is known of all claims of a story when two of them are compared."""
    known = story_weights(claims)
    return Setting(
        near=Nearness((word for claim in claims for word in lemmas(claim)), known),
        known=known,
        rates=conversion_rates(claim.value for claim in claims if claim.value),
        meanings=meanings_of(claims),
    )


def is_lone_side(group: Sequence[Claim]) -> bool:
    """Whether one report alone gives a side of a statement, which says no more than the statement itself."""
    return group[0].measure in ASPECTS and len({claim.document for claim in group}) == 1


def story_weights(claims: Sequence[Claim]) -> dict[str, float]:
    """Return a factor for each word: the more claims of the story have it, the less it tells one question from another.

    It is the inverse document frequency among the story's own claims, 1 for a word of up to `RARE` claims.
    """
    having = Counter(word for claim in claims for word in {*claim.frame.terms, *claim.frame.modifiers, claim.frame.head})
    if len(claims) <= RARE:
        return dict.fromkeys(having, 1.0)
    rarest = math.log(len(claims) / RARE)
    return {word: min(1.0, max(LEAST_FACTOR, math.log(len(claims) / count) / rarest)) for word, count in having.items()}


def lemmas(claim: Claim) -> Iterator[str]:
    """Yield all lemmas that the slots of a claim have."""
    frame = claim.frame
    yield from (frame.head, frame.predicate)
    for slot in (frame.subject, frame.object, frame.modifiers, frame.terms, frame.context):
        yield from slot


def candidates(members: Sequence[Claim], setting: Setting) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs worth comparing, each once, the smaller id first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(members):
        for key in block_keys(claim):
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) <= LARGEST_BLOCK:
            seen.update(itertools.combinations(block, 2))
    meanings = [setting.meanings.get(claim.id) for claim in members]
    seen = {(one, two) for one, two in seen if is_near(meanings[one], meanings[two])}
    seen.update(neighbours(meanings))
    for one, two in sorted(seen):
        yield members[one], members[two]


def is_near(one: Floats | None, two: Floats | None) -> bool:
    """Whether two claims that share a word are near enough in meaning to be compared, as far as it is known."""
    return one is None or two is None or float(one @ two) >= LEAST_LIKENESS


def neighbours(meanings: Sequence[Floats | None]) -> Iterator[tuple[int, int]]:
    """Yield (smaller, larger) places of claims and of those nearest to them in meaning."""
    places = [place for place, meaning in enumerate(meanings) if meaning is not None]
    if len(places) < 2:
        return
    table = np.stack([meaning for meaning in meanings if meaning is not None])
    most = min(NEIGHBOURS, len(places) - 1)
    for start in range(0, len(places), AT_ONCE):
        likeness = table[start : start + AT_ONCE] @ table.T
        own = np.arange(len(likeness))
        likeness[own, start + own] = -np.inf
        for row, nearest in enumerate(np.argpartition(-likeness, most - 1, axis=1)[:, :most].tolist(), start):
            for other in nearest:
                yield places[min(row, other)], places[max(row, other)]


def block_keys(claim: Claim) -> Iterable[str]:
    """Return the keys under which a claim meets others."""
    frame = claim.frame
    yield from {*frame.terms, *frame.modifiers, *frame.subject, *frame.object, frame.head, frame.predicate} - {""}
    if claim.measure in FAMILIES:
        yield f"measure:{claim.measure}"
        yield from (f"measure:{whole}" for whole in wholes_of(claim.measure))
    if claim.value is not None:
        yield f"value:{claim.value.low}:{claim.value.high}:{claim.value.unit}"
    if claim.time is not None:
        yield f"time:{claim.time.iso}"


def holding(group: Sequence[str], links: Mapping[tuple[str, str], Link]) -> list[Link]:
    """Return the judgements inside a group that speak for it, strongest first, one to join each member."""
    inside = [link for place, one in enumerate(group) for two in group[place + 1 :] if (link := links.get((one, two)))]
    inside.sort(key=lambda link: (-link.score, link.left, link.right))
    joined: dict[str, str] = {member: member for member in group}
    chosen = []
    for link in inside:
        left, right = root(joined, link.left), root(joined, link.right)
        if left != right:
            joined[right] = left
            chosen.append(link)
    return chosen


def root(joined: Mapping[str, str], member: str) -> str:
    """Return the representative of a member in a union-find table."""
    while joined[member] != member:
        member = joined[member]
    return member

"""The desk: a ledger laid out so that corrections can be made on it one after the other, before findings are found anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rashomon.corrections.voices import Card, Cards
from rashomon.model import Claim, Correction, Group, Kind, Ledger, Link, Reason, Report, Review, ReviewStatus


class NotPossibleError(Exception):
    """A correction has no effect on this ledger; the message says why."""


@dataclass(kw_only=True, slots=True, eq=False)
class Pool:
    """The claims that answer one question, while corrections are made.

    Attributes:
        was: Ids of questions that it had, or that were merged into it.
        label: What a person calls it. said: Why people changed it, for its reasons.
    """

    story: str
    kind: Kind
    claims: set[str]
    links: tuple[Link, ...] = ()
    was: set[str] = field(default_factory=set)
    label: str | None = None
    review: Review | None = None
    said: list[Reason] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of its question: its smallest claim's."""
        return min(self.claims)


class Desk:
    """Claims, questions, origins and reports by what corrections call them.

    Attributes:
        home: {claim id: the pool that it is in}.
        cards: Origins about which people said something.
        touched: Stories in which findings are found anew.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.reports: dict[str, Report] = {report.id: report for report in ledger.reports}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in ledger.claims}
        self.unasked = ledger.workings.unasked if ledger.workings else ()
        self.cards = Cards()
        self.story_of = {document: story.id for story in ledger.stories for document in story.documents}
        self.home: dict[str, Pool] = {}
        self.place: dict[str, int] = {}
        was = {question.id: set(question.was) for question in ledger.questions}
        for number, group in enumerate(ledger.workings.groups if ledger.workings else groups_of(ledger)):
            pool = Pool(story=group.story, kind=group.kind, claims=set(group.claims), links=group.links)
            pool.was |= was.get(pool.id, set())
            for claim in group.claims:
                self.home[claim] = pool
                self.place[claim] = number
        self.touched: set[str] = set()

    def claim(self, name: str) -> Claim:
        """Return a claim.

        Raises:
            NotPossibleError: it is not there.
        """
        if name not in self.claims:
            raise NotPossibleError(f"claim {name} is not in the ledger")
        return self.claims[name]

    def question(self, name: str) -> Pool:
        """Return the pool of a question: a question is found by any claim that it has, its id being one, or by an earlier id.

        Raises:
            NotPossibleError: it is not there.
        """
        pool = self.home.get(name) or next((pool for pool in self.pools() if name in pool.was), None)
        if pool is None:
            raise NotPossibleError(f"question {name} is not in the ledger")
        return pool

    def origin(self, name: str) -> tuple[Card, set[str]]:
        """Return an origin as it is after the corrections so far, and the stories that have it.

        Raises:
            NotPossibleError: it is not there.
        """
        stories: dict[str, list[Claim]] = {}
        for claim in (*self.claims.values(), *self.unasked):
            if claim.document in self.story_of:
                stories.setdefault(self.story_of[claim.document], []).append(claim)
        found = self.cards.find(name, stories)
        if found is None:
            raise NotPossibleError(f"origin {name} is not in the ledger")
        return found

    def pools(self) -> list[Pool]:
        """Return all pools in the order in which linking gave their first claims."""
        found = {id(pool): pool for pool in self.home.values()}
        return sorted(found.values(), key=lambda pool: (min(self.place[claim] for claim in pool.claims), pool.id))

    def settle(self, pool: Pool) -> None:
        """Let a pool be the home of its claims."""
        for claim in pool.claims:
            self.home[claim] = pool

    def is_rejected(self, claim: str) -> bool:
        """Whether a person rejected a claim."""
        review = self.claims[claim].review
        return review is not None and review.status == "rejected"

    def counting(self, pool: Pool) -> set[str]:
        """Return the claims by which a question is judged: those that are not rejected, or all where none is left."""
        return {claim for claim in pool.claims if not self.is_rejected(claim)} or pool.claims


def groups_of(ledger: Ledger) -> Iterable[Group]:
    """Yield the groups of a ledger that was read back from its JSON form, which does not tell what links them."""
    for question in ledger.questions:
        claims = tuple(sorted(claim for answer in question.answers for claim in answer.claims))
        yield Group(story=question.story, kind=question.kind, claims=claims)


def marked(review: Review | None, entry: Correction, status: ReviewStatus, before: Mapping[str, Any] | None = None) -> Review:
    """Return a review with one more correction. What is rejected stays so, whatever else is done to it, until it is accepted."""
    fresh = Review(status=status, by=entry.by, at=entry.at, why=entry.why, corrections=(entry.id,), before=dict(before or {}))
    if review is None:
        return fresh
    deciding = review if review.status == "rejected" and status != "accepted" else fresh
    return replace(deciding, corrections=(*review.corrections, entry.id), before={**fresh.before, **review.before})


def by_hand(what: str) -> Reason:
    """Return a person's decision as a reason, which others may see: who and why stand in the review, which they may not."""
    return Reason(why=f"{what} by hand.")

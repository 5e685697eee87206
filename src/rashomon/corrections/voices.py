"""Origins on the desk: which forms of a name people hold to be one voice, and what they call it.

An origin is found by its id as it is now, by an id that it had, or by the id that any form of its name would give: so a
correction holds for a later ledger in which a fuller form of the name gives the origin another id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.findings.registry import Registry, origin_id
from rashomon.model import Claim, Origin, Review
from rashomon.values.standing import is_unnamed


@dataclass(kw_only=True, slots=True, eq=False)
class Card:
    """An origin about which people said something.

    Attributes:
        head: The fullest form of its name. forms: All forms.
        decided: People said which forms it has; else they are those that the names themselves join.
        was: Ids of origins that were merged into it, and that it had itself.
        label: What a person calls it.
    """

    head: str
    forms: set[str]
    decided: bool = False
    was: set[str] = field(default_factory=set)
    label: str | None = None
    review: Review | None = None

    @property
    def id(self) -> str:
        """The id of its origin."""
        return origin_id(self.head)


class Cards:
    """All such origins."""

    def __init__(self) -> None:
        self._of: dict[str, Card] = {}

    def decided(self) -> dict[str, str]:
        """Return {form of a name: fullest form of the voice} as people have it."""
        return {form: card.head for form, card in self._of.items() if card.decided}

    def find(self, name: str, stories: Mapping[str, Sequence[Claim]]) -> tuple[Card, set[str]] | None:
        """Return an origin and the stories that have it, None where none has.

        Args:
            name: The id by which a correction calls it.
            stories: {story id: its claims}.
        """
        decided = self.decided()
        now = {story: Registry(claims, decided).origins() for story, claims in stories.items()}
        every = [origin for origins in now.values() for origin in origins]
        found = next((one for one in every if one.id == name), None)
        found = found or next((one for one in every if name in self.known_by(one)), None)
        if found is None:
            return None
        here = {story: own for story, origins in now.items() for own in origins if own.id == found.id}
        forms = {form for own in here.values() for form in own.names}
        card = next((self._of[form] for form in sorted(forms) if form in self._of), None) or Card(head=found.name, forms=set())
        card.forms |= forms
        self.put(card)
        return card, set(here)

    def known_by(self, origin: Origin) -> set[str]:
        """Return the ids by which an origin may be called, beside its own."""
        was = {name for form in origin.names if form in self._of for name in self._of[form].was}
        return was | {origin_id(form) for form in origin.names}

    def put(self, card: Card) -> None:
        """Let a card be that of its forms."""
        for form in card.forms:
            self._of[form] = card

    def annotated(self, origin: Origin) -> Origin:
        """Return an origin with what people said about it."""
        card = next((self._of[form] for form in origin.names if form in self._of), None)
        if card is None:
            return origin
        review = card.review
        if card.label is not None and review is not None:
            review = replace(review, before={"name": origin.name, **review.before})
        return replace(origin, name=card.label or origin.name, was=tuple(sorted(card.was - {origin.id})), review=review)


def fullest(forms: Iterable[str]) -> str:
    """Return the form that stands for all: a name before words without one, then the longest."""
    best = min(forms, key=lambda form: (is_unnamed(form), -len(form), form))
    return best.casefold() if is_unnamed(best) else best

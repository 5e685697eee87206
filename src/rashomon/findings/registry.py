"""The voices of a story: which names in different reports mean one voice, whom it speaks for, and where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import Claim, Origin, digest
from rashomon.values.name_words import ARTICLES, INSTITUTIONS
from rashomon.values.names import same_voice
from rashomon.values.spelling import plain
from rashomon.values.standing import Standing, is_unnamed, standing_of

OF_WHAT = re.compile(r" (?:of|in|at|for) |, ")
"""What follows the noun of a body's name."""


class Registry:
    """All last voices of a story, with their forms in different reports joined. Unnamed ones are joined only by their words.

    Args:
        claims: The claims of the story.
        decided: {form of a name: fullest form of the voice that a person holds it to be}; what is joined to it goes with it.
    """

    def __init__(self, claims: Iterable[Claim], decided: Mapping[str, str] | None = None) -> None:
        voiced = [claim.voices for claim in claims if claim.voices]
        last = [voices[-1] for voices in voiced]
        told_by = decided or {}
        joined = join_names(tuple(sorted({voice.name for voice in last}, key=lambda name: (-len(name), name))))
        self._home = {name: told_by.get(name) or told_by.get(head, head) for name, head in joined.items()}
        told = Counter((self._home[voice.name], voice.body) for voice in last if voice.body)
        relays = {voice.name for voices in voiced for voice in voices[:-1]}
        relays |= {voice.name for voice in last if (voice.cue or "").casefold().startswith("report")}
        self._relays = {self._home[name] for name in relays if name in self._home}
        self._body: dict[str, str] = {}
        for (key, body), _ in sorted(told.items(), key=lambda entry: (-entry[1], entry[0])):
            self._body.setdefault(key, body)

    def key(self, name: str) -> str:
        """Return the fullest form of a voice's name."""
        return self._home.get(name, name)

    def heard(self, claims: Iterable[Claim]) -> tuple[tuple[str, str, str | None, bool], ...]:
        """Return all that is known of the last voices of some claims: their names, fullest forms, bodies, whether they relay."""
        names = sorted({claim.voices[-1].name for claim in claims if claim.voices})
        return tuple((name, self.key(name), self.body(self.key(name)), self.key(name) in self._relays) for name in names)

    def body(self, key: str) -> str | None:
        """Return the institution that a voice speaks for or belongs to, where some report says so."""
        return self._body.get(key)

    def standing(self, key: str) -> Standing:
        """Return where a voice stands; somebody of whom nothing is known but that it passes on what others say is a medium."""
        found = standing_of(key, self.body(key))
        return "medium" if found == "person" and key in self._relays else found

    def origins(self) -> tuple[Origin, ...]:
        """Return all origins, ordered by name."""
        forms: dict[str, list[str]] = {}
        for name, head in self._home.items():
            forms.setdefault(head, []).append(name)
        return tuple(Origin(id=origin_id(head), name=head, names=tuple(sorted(names))) for head, names in sorted(forms.items()))

    def houses(self, keys: Sequence[str]) -> list[list[str]]:
        """Return named voices by institution: its people and itself stand together, who has none stands alone."""
        found: list[list[str]] = []
        for key in sorted(keys):
            home = next((house for house in found if any(self.share_house(key, other) for other in house)), None)
            if home is None:
                found.append([key])
            else:
                home.append(key)
        return found

    def share_house(self, one: str, two: str) -> bool:
        """Whether two voices are of one institution, or one is the other's institution."""
        left, right = self.body(one), self.body(two)
        if left is not None and right is not None:
            return same_voice(left, right)
        return (left is not None and same_voice(left, two)) or (right is not None and same_voice(right, one))


@lru_cache(maxsize=64)
def join_names(names: tuple[str, ...]) -> Mapping[str, str]:
    """Return {name: fullest form of the same voice}.

    Args:
        names: The names of a story, the longest first.
    """
    homes: dict[str, str] = {}
    heads: list[str] = []
    for name in names:
        if is_unnamed(name):
            homes[name] = name.casefold()
            continue
        head = next((head for head in heads if same_voice(head, name)), None) or only_one(name, heads)
        if head is None:
            heads.append(name)
        homes[name] = head or name
    return homes


def only_one(name: str, heads: Sequence[str]) -> str | None:
    """Return the one body of a story that is meant where a report names no more than its kind: "Police", "the hospital"."""
    words = [word for word in map(plain, name.split()) if word not in ARTICLES]
    if len(words) != 1 or words[0] not in INSTITUTIONS:
        return None
    kin = [head for head in heads if len(head.split()) > 1 and plain(OF_WHAT.split(head)[0].split()[-1]) == words[0]]
    return kin[0] if len(kin) == 1 else None


def origin_id(name: str) -> str:
    """Return the id of an origin by its name."""
    return digest("origin", name.casefold())


@dataclass(frozen=True, slots=True)
class Stand:
    """On what a claim rests: a `named` or `unnamed` voice, something `observed`, or the report's `own` word."""

    sort: str
    who: str


def stand_of(claim: Claim, registry: Registry) -> Stand:
    """Return on what a claim rests."""
    if claim.voices:
        name = registry.key(claim.voices[-1].name)
        return Stand("unnamed" if is_unnamed(name) else "named", name)
    return Stand("observed" if claim.observed else "own", claim.document)

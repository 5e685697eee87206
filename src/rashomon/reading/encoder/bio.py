"""Names from scores of BIO tags."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def best_tags(scores: NDArray[np.float32], tags: Sequence[str]) -> list[str]:
    """Return the best row of tags in which each I- continues a name of its own kind."""
    chosen = [tags[number] for number in scores.argmax(axis=1).tolist()]
    if all(follows(before, tag) for before, tag in zip(["O", *chosen], chosen, strict=False)):
        return chosen
    allowed = np.array([[0.0 if follows(before, tag) else -np.inf for tag in tags] for before in tags])
    best = scores[0] + allowed[tags.index("O")]
    ways: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = best[:, None] + allowed
        ways.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    place = int(best.argmax())
    found = [place]
    for way in reversed(ways):
        place = int(way[place])
        found.append(place)
    return [tags[number] for number in reversed(found)]


def follows(before: str, tag: str) -> bool:
    """Whether a tag may stand behind another."""
    return not tag.startswith("I-") or before[1:] == tag[1:]

"""Clustering claims into questions by average linkage over sparse judgements.

Agreement between two answers is not transitive (10 is near 11 and 11 near 12), so clusters grow by the mean of all judgements
between them, where a pair without a judgement counts against joining (`SILENCE`).
"""

import heapq
import math
from collections.abc import Mapping, Sequence

SILENCE = -3.0
"""Log odds of a pair that was kept apart or never came together in a block."""
MOST = 4.0
"""Log odds, for or against, up to which one judgement counts: no pair decides for many."""


def cluster(members: Sequence[str], scores: Mapping[tuple[str, str], float]) -> tuple[tuple[str, ...], ...]:
    """Join members by average linkage while the mean score between two clusters is above 0.

    Args:
        members: Ids, in any order; the result does not depend on it.
        scores: {(smaller id, larger id): points}; pairs that are missing count `SILENCE`.

    Returns:
        Clusters, each sorted, ordered by their first member; single members stand alone.
    """
    sums: dict[str, dict[str, float]] = {member: {} for member in members}
    for (one, two), score in scores.items():
        excess = min(MOST, max(-MOST, score)) - SILENCE if score != -math.inf else -math.inf
        sums[one][two] = excess
        sums[two][one] = excess
    groups: dict[str, list[str]] = {member: [member] for member in sorted(members)}
    heap = [(-(excess + SILENCE), one, two, 1, 1) for one in groups for two, excess in sums[one].items() if one < two]
    heapq.heapify(heap)
    while heap:
        negative, one, two, size_one, size_two = heapq.heappop(heap)
        if negative >= 0:
            break
        if one not in groups or two not in groups or len(groups[one]) != size_one or len(groups[two]) != size_two:
            continue
        groups[one] += groups.pop(two)
        for other, excess in sums.pop(two).items():
            if other != one:
                sums[other].pop(two, None)
                merged = sums[one].get(other, 0.0) + excess
                sums[one][other] = sums[other][one] = merged
        sums[one].pop(two, None)
        for other, excess in sums[one].items():
            mean = excess / (len(groups[one]) * len(groups[other])) + SILENCE
            first, second = min(one, other), max(one, other)
            heapq.heappush(heap, (-mean, first, second, len(groups[first]), len(groups[second])))
    return tuple(tuple(sorted(group)) for _, group in sorted(groups.items()))

"""How claims of a story stand to each other, as the pair network reads them."""

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from rashomon.model import Claim, Report
from rashomon.pairs.network import Standing, read_pair
from rashomon.pairs.passages import Passage

THREADS = min(4, os.cpu_count() or 1)
"""Pairs that are read at once where nothing else is said."""
FEW = 8
"""Pairs below which threads cost more than they save."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What the claims of a story are read in.

    Attributes:
        texts: The text of each report by id. times: When it was written, ISO, where that is known.
        threads: How many pairs are read at once; what is read does not depend on it.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    threads: int = THREADS

    def standing(self, left: Claim, right: Claim) -> Standing | None:
        """Return how two claims stand, None where a text is not at hand or was not read in the network's language."""
        if not (left.meaning and right.meaning and left.document in self.texts and right.document in self.texts):
            return None
        one, two = self.times.get(left.document, "")[:10], self.times.get(right.document, "")[:10]
        order = (one > two) - (one < two) if one and two else 0
        return read_pair(self.passage(left), self.passage(right), order=order)

    def standings(self, pairs: Sequence[tuple[Claim, Claim]]) -> list[Standing | None]:
        """Return how the claims of each pair stand, in the order of the pairs."""
        if self.threads == 1 or len(pairs) < FEW:
            return [self.standing(left, right) for left, right in pairs]
        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(lambda pair: self.standing(*pair), pairs))

    def read_ahead(self, pairs: Sequence[tuple[Claim, Claim]]) -> None:
        """Read pairs that will be asked for one by one, where more than one can be read at once."""
        if self.threads > 1:
            self.standings(pairs)

    def passage(self, claim: Claim) -> Passage:
        """Return the words around a claim."""
        text = self.texts[claim.document]
        return Passage(text, claim.span.start, claim.span.end, claim.focus.start, claim.focus.end)


def texts_of(reports: Iterable[Report], times: Mapping[str, str], threads: int = THREADS) -> Texts:
    """Return what the claims of some reports are read in.

    Args:
        reports: The reports.
        times: When each was written, by id, where that is known better than by its date of publication.
        threads: How many pairs are read at once.
    """
    own = list(reports)
    published = {report.id: report.published for report in own if report.published}
    return Texts(texts={report.id: report.text for report in own}, times=published | dict(times), threads=threads)

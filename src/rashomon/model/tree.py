"""Walking the dependency trees of a reading."""

from collections.abc import Iterator, Sequence

from rashomon.model.reading import Token
from rashomon.model.span import Span


class Tree:
    """Children, subtrees and ancestors over a sequence of tokens. Indices are positions in that sequence."""

    __slots__ = ("_children", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._children: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head != index:
                self._children[token.head].append(index)

    def children(self, index: int, *deps: str) -> list[int]:
        """Return the dependents of a token in text order; with `deps`, those of these relations ("obl" takes "obl:tmod" too)."""
        if not deps:
            return list(self._children[index])
        return [child for child in self._children[index] if self.is_dep(child, *deps)]

    def is_dep(self, index: int, *deps: str) -> bool:
        """Whether a token stands in one of these relations to its head, subtypes included."""
        dep = self.tokens[index].dep
        return dep in deps or dep.partition(":")[0] in deps

    def subtree(self, index: int, *, without: Sequence[str] = ()) -> list[int]:
        """Return a token and all below it in text order, leaving out branches that hang on a relation in `without`."""
        found, queue = [index], [index]
        while queue:
            for child in self._children[queue.pop()]:
                if not (without and self.is_dep(child, *without)):
                    found.append(child)
                    queue.append(child)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield head after head up to the root of the sentence."""
        seen = {index}
        while self.tokens[index].head not in seen:
            index = self.tokens[index].head
            seen.add(index)
            yield index

    def span(self, indices: Sequence[int]) -> Span:
        """Return the span from the first to the last of the tokens."""
        return Span(start=self.tokens[min(indices)].start, end=self.tokens[max(indices)].end)

    def inside(self, span: Span) -> list[int]:
        """Return the tokens that lie wholly inside `span`, found by bisection."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < span.start:
                low = middle + 1
            else:
                high = middle
        found = []
        for index in range(low, len(self.tokens)):
            if self.tokens[index].start >= span.end:
                break
            if self.tokens[index].end <= span.end:
                found.append(index)
        return found

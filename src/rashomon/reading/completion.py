"""Completion: sources and contents of which the encoder saw a part are completed to the phrase or sentence around them."""

from collections.abc import Sequence

from rashomon.model import Tree

SHARE = 0.8
"""Share of a clause that a content must hold to be completed to it."""
REACH = 3
"""Words over which a source is completed to its noun phrase."""
TAIL = 14
"""Words at the end of a sentence in which a cue closes what stands before it: who speaks, and when."""
AT_END = 0.2
"""Share of what stands before such a cue that a content must hold to be all of it."""


def completed(tree: Tree, words: set[int], cue: set[int], source: Sequence[int]) -> set[int]:
    """Return the words of a content with the rest of its clauses.

    Args:
        tree: The parse.
        words: The words that the encoder gives to the content.
        cue: The words of the cue, none where there is none.
        source: The words of the source.
    """
    if not cue or not words:
        return words
    taken = cue.union(source)
    sentence = tree.tokens[min(cue)].sentence
    inside = {word for word in words if tree.tokens[word].sentence == sentence}
    result = set(words)
    for top in tops(tree, inside):
        best: set[int] = set()
        for above in (top, *tree.ancestors(top)):
            if above in taken:
                break
            clause = clause_of(tree, above, taken)
            if telling(tree, clause & inside) >= SHARE * telling(tree, clause):
                best = clause
        result |= best
    return result | before_cue(tree, inside, cue, source)


def whole_cue(tree: Tree, words: Sequence[int]) -> tuple[int, ...]:
    """Return a cue with the verb that its last word helps: "has" of "has learned"."""
    cue = list(words)
    while tree.is_dep(cue[-1], "aux", "cop") and cue[-1] < tree.tokens[cue[-1]].head <= cue[-1] + REACH:
        cue += range(cue[-1] + 1, tree.tokens[cue[-1]].head + 1)
    return tuple(cue)


def whole_phrase(tree: Tree, run: Sequence[int], taken: set[int]) -> list[int]:
    """Return a source with the noun that its last words belong to, and what stands between: "the" of "the news agency"."""
    words = set(run)
    for word in run:
        head = tree.tokens[word].head
        between = range(max(run) + 1, head + 1)
        verbal = any(place in taken or tree.tokens[place].pos in ("VERB", "AUX", "PUNCT") for place in between)
        if 0 < len(between) <= REACH and tree.tokens[head].pos in ("NOUN", "PROPN") and not verbal:
            words.update(between)
    first = min(words)
    for child in tree.children(max(words), "det", "amod", "compound", "nummod", "nmod:poss"):
        if first - REACH <= child < first and child not in taken:
            words.update(range(child, first))
    return sorted(words - taken)


def tops(tree: Tree, words: set[int]) -> list[int]:
    """Return the words whose heads lie outside."""
    return [word for word in sorted(words) if tree.tokens[word].head not in words or tree.tokens[word].head == word]


def clause_of(tree: Tree, head: int, taken: set[int]) -> set[int]:
    """Return a word and all below it without the cue, the source, and what hangs on the cue."""
    found, queue = {head}, [head]
    while queue:
        for child in tree.children(queue.pop()):
            if child not in taken and child not in found:
                found.add(child)
                queue.append(child)
    return found


def before_cue(tree: Tree, words: set[int], cue: set[int], source: Sequence[int]) -> set[int]:
    """Return all before a cue that closes its sentence ("..., officials said on Monday"), if enough of it is content."""
    first, last = min((*cue, *source)), max((*cue, *source))
    own = sentence_of(tree, first)
    before = [word for word in own if word < first]
    behind = sum(word > last and tree.tokens[word].pos != "PUNCT" for word in own)
    if len(before) < 2 or behind > TAIL or any(word > last for word in words) or tree.tokens[before[-1]].pos != "PUNCT":
        return set()
    reached = {word for word in words if word < first}
    near = max(reached, default=-1) >= before[-1] - 3
    return set(before) if near and telling(tree, reached) >= AT_END * telling(tree, set(before)) else set()


def sentence_of(tree: Tree, word: int) -> list[int]:
    """Return the words of a word's sentence."""
    start, end, own = word, word, tree.tokens[word].sentence
    while start > 0 and tree.tokens[start - 1].sentence == own:
        start -= 1
    while end + 1 < len(tree.tokens) and tree.tokens[end + 1].sentence == own:
        end += 1
    return list(range(start, end + 1))


def telling(tree: Tree, words: set[int]) -> int:
    """Return how many words are no marks."""
    return sum(tree.tokens[word].pos != "PUNCT" for word in words)

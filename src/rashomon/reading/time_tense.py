"""Whether a time lies before or after the day of writing, by the verb that it belongs to."""

import re
from typing import Literal

from rashomon.model import Span, Token, Tree

Tense = Literal["past", "present", "future"]
"""`present` is the bare present, which tells of what is to come with days ("meets on Thursday"), of habit without."""

_WILL = {"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might", "should", "can", "must", "ca", "’d", "'d"}
_PLANNING = {
    "plan",
    "expect",
    "schedule",
    "intend",
    "hope",
    "set",
    "agree",
    "vow",
    "promise",
    "prepare",
    "aim",
    "pledge",
    "propose",
    "due",
    "slate",
    "want",
    "wish",
    "seek",
    "decide",
    "need",
    "have",
    "threaten",
    "be",
    "ready",
    "likely",
    "ask",
    "order",
    "urge",
    "allow",
    "require",
    "call",
    "offer",
    "invite",
    "able",
}
_ARRANGED = {"schedule", "plan", "due", "expect", "set", "slate", "book", "fix", "project", "forecast", "pend", "pending"}
_INVARIANT = {
    "beat",
    "bet",
    "burst",
    "cast",
    "cost",
    "cut",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "rid",
    "set",
    "shed",
    "shut",
    "split",
    "spread",
    "strike",
    "thrust",
}
"""Verbs whose past looks like their present: without an auxiliary, news means the past."""
_PLANNED_EVENTS = frozenset(
    "vote election hearing meeting summit match game deadline referendum poll ballot talk trial ceremony funeral launch release "
    "final debate rally march conference session visit runoff auction inauguration opening handover premiere start date".split()
)
"""Nouns of events with a date set beforehand; a time before any other noun dates what has happened."""
_ONLY_ONE = {"first", "last", "latest", "only", "second", "third", "most"}
_COMING = re.compile(r"\b(?:next|upcoming|forthcoming|coming|planned|scheduled|pending|future|due|deadline)\b", re.I)
_AHEAD = re.compile(
    r"(?:\b(?:will|shall|won[’']t|would|could|(?-i:may)|might|should|can|must)|[’']ll)\s+(?!have\b)(?:not\s+|only\s+|also\s+)?\w+"
    r"|\b(?:is|are|was|were|be)\s+(?:due|set|scheduled|expected|slated|planned|likely|about|to)\b"
    r"|\b(?:expected|scheduled|due|planned|set|plans?|planning|hopes?|hoping|aims?|intends?|expects?|pending|upcoming|forthcoming|deadline)\b"
    r"|(?<!according\s)\bto\s+(?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|my\b|your\b|this\b|that\b|these\b|those\b|all\b|some\b|any\b|both\b|each\b|one\b)[a-z]+\b(?=[^,;]*$)",
    re.I,
)
_MODAL = re.compile(r"\b(?:will|shall|won[’']t|would|(?-i:may)|might|must)\b(?!\s+have\b)|[’']ll\b", re.I)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|said|told|has|have|\w{2,}ed|killed|began|came|went|took|made|struck|hit|fell|rose)\b", re.I
)
_JUST_AFTER_AHEAD = re.compile(r"\s+(?:deadline|due\s+date|expiry)\b", re.I)

_SENTENCE_END = re.compile(r"[.!?;][\"”’]?\s|\n")
_REACH = 100
"""Code points to either side in which words of tense are looked for."""
_PRESENT_REACH = 5
"""Tokens from a verb in the present to a time that it puts ahead ("the council meets again on Thursday")."""
_WORD = 12
"""A plan counts although a past form follows it within a word ("is expected", "was due")."""

_JUST_BEFORE_AHEAD = re.compile(
    r"(?:\bto\s+be\s+\w*(?:ed|en|wn|rn|held|made|put|sent|paid|told|cut|met)"
    r"|(?:\b(?:will|would|shall|(?-i:may)|might|could|should|can|must)(?:\s+not)?|[’']ll|\bwon[’']t)(?!\s+(?:not\s+)?have\b)(?:\s+[\w’'-]+){1,3}"
    r"|\b(?:is|are|being)\s+(?:due|set|scheduled|expected|slated|planned|to|about)(?:\s+[\w’'-]+){0,4}"
    r"|\b(?:next|upcoming|forthcoming|pending|scheduled|slated|due|expected|deadline)(?:\s+[\w’'-]+){0,3})\s+$",
    re.I,
)
"""Words right before a time that put it ahead whatever the parse says: "his next hearing April 3", "to be held on Friday"."""


def tense_of(text: str, tree: Tree, head: int | None, span: Span, *, limit: bool = False) -> Tense | None:
    """Return the tense of the clause in which a time stands, None where nothing tells.

    Args:
        text: The report.
        tree: Over its words; may be empty or without relations, then words alone tell.
        head: Index of the token that heads the expression of time, None where there are no tokens.
        span: Where the expression stands.
        limit: It ends something ("until Friday", "by 2012"): that looks ahead unless a finite verb in the past governs it.
    """
    start = span.start
    line = text.rfind("\n", 0, start) + 1
    if _JUST_BEFORE_AHEAD.search(text, max(line, start - _REACH), start):
        return "future"
    if _JUST_AFTER_AHEAD.match(text, span.end) or (limit and head is not None and _is_loose(tree, head)):
        return "future"
    told = tense_by_parse(tree, head) if head is not None else None
    words = tense_by_words(text, start)
    if limit and (words == "future" or told in (None, "present")):
        return "future"
    return told or words


def _is_loose(tree: Tree, head: int) -> bool:
    """Whether a time hangs on a participle or adjective without auxiliary ("closed until Friday")."""
    governor = tree.tokens[head].head
    return _penn(tree.tokens[governor]) in ("VBN", "JJ") and not tree.children(governor, "aux", "cop")


def tense_by_parse(tree: Tree, head: int) -> Tense | None:
    """Return the tense of the nearest verb above a token; nouns on the way may name what is to come ("next hearing").

    The present tells only of a time right after the verb: "we honour all of them for their courage on Monday" tells nothing.
    """
    tokens = tree.tokens
    for index in (head, *tree.ancestors(head)):
        token = tokens[index]
        if index != head and token.lemma.casefold() in _ARRANGED and _penn(token) in ("VBN", "JJ", "IN", "VBG"):
            return "future"
        if token.pos in ("NOUN", "PROPN") and any(
            _COMING.fullmatch(tokens[child].text) for child in tree.children(index, "amod")
        ):
            return "future"
        if (index != head and token.pos in ("VERB", "AUX")) or tree.children(index, "cop"):
            tense = _verb_tense(tree, index)
            if tense in ("present", "future") and _names_what_was(tree, head):
                return "past"
            if tense is not None:
                return tense if tense != "present" or 0 < head - index <= _PRESENT_REACH else None
    return None


def _names_what_was(tree: Tree, head: int) -> bool:
    """Whether a time stands before a noun that is no planned event: "Monday's attack will be debated"."""
    noun = tree.tokens[head].head
    return noun > head and tree.tokens[noun].pos == "NOUN" and tree.tokens[noun].lemma.casefold() not in _PLANNED_EVENTS


def _penn(token: Token) -> str:
    """Return the Penn Treebank tag, without the features that some pipelines put behind it."""
    return token.tag.partition("__")[0]


def _verb_tense(tree: Tree, index: int) -> Tense | None:
    tokens = tree.tokens
    token = tokens[index]
    helpers = [tokens[child] for child in tree.children(index, "aux", "cop")]
    words = {helper.text.casefold() for helper in helpers}
    tags = {_penn(helper) for helper in helpers}
    if words & _WILL:
        return "past" if "have" in words and not words & {"will", "shall", "'ll", "’ll"} else "future"
    if "to" in words or any(tokens[child].text.casefold() == "to" for child in tree.children(index, "mark")):
        return _infinitive_tense(tree, index, words)
    if "VBD" in tags or words & {"has", "have", "had", "was", "were", "did"}:
        return "past"
    own = _penn(token)
    if own in ("VBD", "VBN") and not tags & {"VBZ", "VBP"}:
        return "past"
    if own in ("VB", "VBP") and not helpers and _is_past_form(token):
        return "past"  # mistagged
    if own == "VBG" and tags & {"VBZ", "VBP"}:
        return "future"
    if own in ("VBZ", "VBP", "VB") or tags & {"VBZ", "VBP"}:
        return "present"
    return None


def _is_past_form(token: Token) -> bool:
    word, lemma = token.text.casefold(), token.lemma.casefold()
    return lemma in _INVARIANT or word.endswith("ed") or (word != lemma and lemma not in ("be", "have", "do"))


def _infinitive_tense(tree: Tree, index: int, words: set[str]) -> Tense | None:
    """Tense of "to meet": ahead after a plan and after "is", else that of the verb above ("managed to escape")."""
    if "have" in words:
        return "past"
    tokens = tree.tokens
    above = tokens[index].head
    if above == index:
        return "future"
    governor = tokens[above]
    if governor.pos in ("NOUN", "PROPN") and any(tokens[child].text.casefold() in _ONLY_ONE for child in tree.children(above)):
        return "past"
    if governor.lemma.casefold() in _PLANNING or governor.pos in ("NOUN", "PROPN", "ADJ"):
        return "future"
    return "past" if _verb_tense(tree, above) == "past" else "future"


def tense_by_words(text: str, start: int) -> Tense | None:
    """Return the tense that the nearest word of tense tells, before an offset or else after it, within its sentence."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    ahead = [m.start() for m in _AHEAD.finditer(before)]
    behind = [m.start() for m in _BEHIND.finditer(before)]
    if ahead or behind:
        return "future" if max(ahead, default=-_REACH) > max(behind, default=-_REACH) - _WORD else "past"
    after = _SENTENCE_END.split(text[start : start + _REACH])[0]
    first_ahead, first_behind = _MODAL.search(after), _BEHIND.search(after)
    if first_ahead and (not first_behind or first_ahead.start() <= first_behind.start()):
        return "future"
    return "past" if first_behind else None

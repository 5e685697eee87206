"""What of two passages the pair network sees: the answer always, and before it what tells of whom it speaks."""

from rashomon.pairs.passages import EARLIER, LEFT_ANSWER, MARK, MOST_PIECES, RIGHT, RIGHT_ANSWER, Passage, cut_passage, join
from rashomon.values.pieces import PieceMaker, shipped_pieces

MAKER, _ = shipped_pieces()
NAMES = {number: piece for piece, number in MAKER.numbers.items()}


def passage(marked: str, before: str = "") -> Passage:
    """Return a passage whose answer stands in braces, after other words."""
    text = before + marked.replace("{", "").replace("}", "")
    first = len(before) + marked.index("{")
    return Passage(text, len(before), len(text), first, len(before) + marked.index("}") - 1)


def shown(given: Passage, maker: PieceMaker = MAKER) -> tuple[str, str]:
    """Return (the pieces that are read, those of the answer)."""
    cut = cut_passage(given, maker)
    pieces = [NAMES[number] for number in cut.ids]
    return " ".join(pieces), " ".join(piece for piece, own in zip(pieces, cut.answers, strict=True) if own)


def test_an_answer_is_marked_inside_its_sentence() -> None:
    assert shown(passage("Police said {the ferry sank} at noon.")) == ("police said the ferry sank at noon .", "the ferry sank")


def test_the_words_before_a_passage_are_read_as_far_as_its_line_goes() -> None:
    given = passage("{He was freed} later.", "Another line.\nOrlu was held. ")
    assert shown(given)[0] == "or ##lu was held . he was freed later ."


def test_of_a_long_passage_what_stands_around_its_answer_is_read() -> None:
    given = passage("word " * 100 + "{the ferry sank}" + " word" * 100)
    pieces, answer = shown(given)
    assert answer == "the ferry sank"
    assert len(pieces.split()) == MOST_PIECES
    assert 15 < pieces.split().index("the") < 25


def test_an_answer_longer_than_what_is_read_is_read_from_its_start() -> None:
    pieces, answer = shown(passage("So it is said: {the ferry" + " sank" * 100 + "}."))
    assert pieces == answer
    assert answer.startswith("the ferry sank")


def test_both_sides_are_told_apart_and_the_earlier_report_is_named() -> None:
    left, right = (cut_passage(passage(text), MAKER) for text in ("{It sank}", "{It} floats"))
    row = join(left, right, MAKER, ordered=True)
    assert row.sides == [EARLIER, LEFT_ANSWER, LEFT_ANSWER, MARK, RIGHT_ANSWER, RIGHT, MARK]
    assert join(left, right, MAKER, ordered=False).sides[0] == MARK
    assert len(row.ids) == len(row.shapes) == len(row.sides)

"""The reader: strings the parts of reading together, in the order in which they need each other."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from rashomon.model import Attribution, Clause, Reading, Report, Tree
from rashomon.reading.attribution import find_attributions
from rashomon.reading.certainty import clause_certainty
from rashomon.reading.clauses import find_clauses
from rashomon.reading.language import detect_language
from rashomon.reading.parse import load_pipeline, parse_text
from rashomon.reading.quantities import find_quantities, find_unread_numbers
from rashomon.reading.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

READS = "en"
SHORTEST_CONTENT = 12
"""Code points of content outside a clause from which it is what the clause reports."""


class Reader:
    """Reads reports with one language pipeline, which is loaded with the first report.

    Args:
        language: "en" for the pipeline that comes with rashomon, or the name or path of a spaCy pipeline for English
            with tagger, parser and lemmatizer.

    Raises:
        PipelineError: on the first read, where the pipeline is missing or lacks a part.
    """

    def __init__(self, language: str = READS) -> None:
        self.language = language

    @cached_property
    def pipeline(self) -> "Language":
        """The spaCy pipeline."""
        return load_pipeline(self.language)

    def read(self, report: Report) -> Reading:
        """Read one report. Of a text in another language only numbers and dates are kept."""
        text = report.text
        spoken = detect_language(text)
        parse = parse_text(self.pipeline, text)
        tokens, lines, names = parse.tokens, parse.lines, parse.names
        times = find_times(text, tokens, published=report.published, lines=lines, headline=parse.headline)
        quantities = find_quantities(text, tokens, names, times)
        reading = Reading(
            report=report.id,
            text=text,
            language=spoken,
            understood=spoken == READS,
            lines=lines,
            headline=parse.headline,
            sentences=parse.sentences,
            tokens=tokens,
            meanings=parse.meanings,
            times=times,
            quantities=quantities,
            unread=find_unread_numbers(text, tokens, names, times, quantities),
        )
        if not reading.understood:
            return reading
        attributions = find_attributions(text, tokens, parse.sentences, lines, names, parse.attribution)
        clauses = mark_clauses(find_clauses(tokens), Tree(tokens), attributions)
        return replace(reading, names=names, attributions=attributions, clauses=clauses)


def mark_clauses(clauses: Sequence[Clause], tree: Tree, attributions: Sequence[Attribution]) -> tuple[Clause, ...]:
    """Return the clauses with their certainty, and those marked that only introduce what somebody says."""
    return tuple(
        replace(marked, reporting=is_reporting(marked, tree, attributions))
        for clause in clauses
        if (marked := replace(clause, certainty=clause_certainty(tree, clause.head)))
    )


def is_reporting(clause: Clause, tree: Tree, attributions: Sequence[Attribution]) -> bool:
    """Whether a clause only hands over to a voice: the cue of an attribution, with the content outside it.

    A negated one states something by itself ("they do not believe"), and so does one that tells of no content, or of what
    somebody decides or sees ("the crew spotted five boats").
    """
    head = tree.tokens[clause.head]
    if any(tree.tokens[child].lemma.lower() in ("not", "n't", "never") for child in tree.children(clause.head, "advmod")):
        return False
    for attribution in attributions:
        cue = attribution.cue
        if attribution.kind in ("say", "think") and cue is not None and cue.start <= head.start < cue.end:
            inside = sum(content.overlap(clause.span) for content in attribution.contents)
            outside = sum(len(content) for content in attribution.contents) - inside
            return outside >= SHORTEST_CONTENT and inside < len(clause.span) / 2
    return False

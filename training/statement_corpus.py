"""Reading the groups of invented statements: `python training/statement_corpus.py FILES` says which are not well formed.

The form is told in training/statements/README.md.
"""

import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from training.story_corpus import Mark, MarkedReport, MarkedStory

STATEMENTS = Path(__file__).parent / "statements"
Kind = Literal["quantity", "whether"]
Finding = Literal["agree", "conflict", "update", "differ"]
OPENING = re.compile(r"\? (agree|conflict|update|differ) (figure|statement)$")
LINE = re.compile(r"([a-z-])(?:@(\d+))?: (.+)$")
MARK = re.compile(r"\{([^{}]+)\}")
BESIDE = "-"
HELD_OUT = 8
"""Each so-many-th event of the statements is kept for dev."""


class Statement(NamedTuple):
    """One sentence of a report. [start, end) are the code points of the words that answer; `day` is that of publication."""

    text: str
    start: int
    end: int
    answer: str
    day: int | None


@dataclass(slots=True)
class Group:
    """Statements of several reports that answer one question, and some `beside` it that answer others about the same event."""

    event: str
    finding: Finding
    kind: Kind
    statements: list[Statement] = field(default_factory=list)
    beside: list[Statement] = field(default_factory=list)


def read_statements(paths: Iterable[Path] | None = None) -> Iterator[Group]:
    """Yield the groups of files, those of training/statements by default.

    Raises:
        ValueError: where a line is not of the form.
    """
    for path in sorted(STATEMENTS.glob("*.txt")) if paths is None else paths:
        event, group = "", None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("# "):
                event = line[2:].strip()
            elif opening := OPENING.match(line):
                if group is not None:
                    yield checked(group, path, number)
                finding, kind = opening.groups()
                group = Group(event, cast("Finding", finding), "quantity" if kind == "figure" else "whether")
            elif line.strip():
                found, marks = LINE.match(line), list(MARK.finditer(line))
                if group is None or found is None or len(marks) != 1:
                    raise ValueError(f"{path}:{number}: neither event, question, nor a statement with one mark: {line}")
                answer, day, text = found.groups()
                mark = next(MARK.finditer(text))
                start, end = mark.start(), mark.end() - 2
                statement = Statement(MARK.sub(r"\1", text), start, end, answer, int(day) if day else None)
                (group.beside if answer == BESIDE else group.statements).append(statement)
        if group is not None:
            yield checked(group, path, 0)


def checked(group: Group, path: Path, number: int) -> Group:
    """Return a group if its answers fit its finding."""
    answers = {statement.answer for statement in group.statements}
    if len(group.statements) < 2 or (len(answers) == 1) != (group.finding == "agree"):
        raise ValueError(f"{path}: group that ends at line {number}, {group.event}: {sorted(answers)} is no {group.finding}")
    return group


def split(groups: Iterable[Group]) -> tuple[list[Group], list[Group]]:
    """Return the groups to learn from, and those kept for dev: each `HELD_OUT`th event."""
    kept: list[Group] = []
    learned: list[Group] = []
    for place, (_, own) in enumerate(itertools.groupby(groups, key=lambda group: group.event)):
        (kept if place % HELD_OUT == HELD_OUT - 1 else learned).extend(own)
    return learned, kept


def events_of(groups: Iterable[Group]) -> Iterator[MarkedStory]:
    """Yield each event as a story in which every statement is a report; what stands beside a question answers one of its own."""
    for event, own in itertools.groupby(groups, key=lambda group: group.event):
        story = MarkedStory(event, event)
        for number, group in enumerate(own):
            question = f"{'n' if group.kind == 'quantity' else 'w'}.{number}"
            asked = [(question, statement) for statement in group.statements]
            asked += [(f"{question}.{place}", statement) for place, statement in enumerate(group.beside)]
            for name, statement in asked:
                mark = Mark(statement.start, statement.end, name, statement.answer)
                story.reports.append(MarkedReport("", None, statement.text, [mark]))
        yield story


def main() -> None:
    """Check files and count what they hold."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(STATEMENTS.glob("*.txt"))
    for path in paths:
        groups = list(read_statements([path]))
        counts = ", ".join(f"{sum(g.finding == finding for g in groups)} {finding}" for finding in get_args(Finding))
        figures = sum(group.kind == "quantity" for group in groups)
        lines = sum(len(group.statements) for group in groups)
        print(f"{path.name}: {len(groups)} groups ({counts}; {figures} of figures), {lines} statements")


if __name__ == "__main__":
    main()

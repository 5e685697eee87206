"""Reading the invented stories whose links are marked: `python training/story_corpus.py FILES` says which are not well formed.

The form is told in training/stories/README.md.
"""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

import yaml

STORIES = Path(__file__).parent / "stories"
CLUSTERS = Path(__file__).parent / "clusters"
OPENING = re.compile(r"\{([nw])\.([\w.-]+)=([^|{}\n=]+)\|")
FINDING = re.compile(r"\? ([nw]\.[\w.-]+) (agree|differ|conflict|update)$")
UNMARKED_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|dozens?|hundreds?"
    r"|thousands?|millions?)\b",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A place in a report that answers a question: [start, end) in code points of the text."""

    start: int
    end: int
    question: str
    answer: str

    @property
    def kind(self) -> Literal["quantity", "whether"]:
        """What the question asks for."""
        return "quantity" if self.question.startswith("n.") else "whether"


@dataclass(slots=True)
class MarkedReport:
    """One report without its marks, and the marks."""

    outlet: str
    published: str | None
    text: str
    marks: list[Mark]


@dataclass(slots=True)
class MarkedStory:
    """One event. `findings` holds what is told of a question that two voices answer."""

    name: str
    title: str
    reports: list[MarkedReport] = field(default_factory=list)
    findings: dict[str, str] = field(default_factory=dict)

    @property
    def held_out(self) -> bool:
        """Whether the story is kept from training, to measure on: each seventh by the number in its name."""
        return self.name[1:3].isdigit() and int(self.name[1:3]) % 7 == 0


def read_story(path: Path) -> MarkedStory:
    """Read one file.

    Raises:
        ValueError: Where it is not well formed, with file and line.
    """
    story = MarkedStory(path.stem, "")
    lines: list[tuple[int, str]] = []
    heads: list[tuple[str, str | None]] = []
    bodies: list[list[tuple[int, str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# ") and not heads:
            story.title = line[2:].strip()
        elif line.startswith("== "):
            outlet, _, date = line[3:].partition("|")
            heads.append((outlet.strip(), date.strip() or None))
            lines = []
            bodies.append(lines)
        elif line.startswith("? "):
            found = FINDING.match(line.strip())
            if found is None:
                raise ValueError(f"{path}:{number}: not `? question finding`: {line}")
            story.findings[found[1]] = found[2]
        elif line.strip():
            if not heads:
                raise ValueError(f"{path}:{number}: text before the first `== outlet | date`")
            lines.append((number, line.strip()))
    for (who, when), body in zip(heads, bodies, strict=True):
        story.reports.append(read_report(path, who, when, body))
    known = {mark.question for report in story.reports for mark in report.marks}
    for question in story.findings:
        if question not in known:
            raise ValueError(f"{path}: a finding on {question}, which no mark answers")
    return story


def read_report(path: Path, outlet: str, published: str | None, lines: Iterable[tuple[int, str]]) -> MarkedReport:
    """Take the marks out of the lines of one report."""
    text, marks = "", []
    for number, line in lines:
        text += "\n" if text else ""
        open_marks: list[tuple[int, str, str]] = []
        place = 0
        while place < len(line):
            found = OPENING.match(line, place)
            if found:
                open_marks.append((len(text), f"{found[1]}.{found[2]}", found[3].strip()))
                place = found.end()
            elif line[place] == "{":
                raise ValueError(f"{path}:{number}: not `{{question=answer|`: {line[place : place + 40]}")
            elif line[place] == "}":
                if not open_marks:
                    raise ValueError(f"{path}:{number}: `}}` without its opening, behind {line[max(0, place - 30) : place]}")
                start, question, answer = open_marks.pop()
                marks.append(Mark(start, len(text), question, answer))
                place += 1
            else:
                text += line[place]
                place += 1
        if open_marks:
            raise ValueError(f"{path}:{number}: not closed: {open_marks[-1][1]}")
    return MarkedReport(outlet, published, text, sorted(marks))


def read_cluster(folder: Path) -> MarkedStory:
    """Read a cluster with a gold ledger (training/clusters) as a story; questions of time are left out."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    story = MarkedStory(folder.name, gold["title"])
    lines = (folder / "reports/reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports: dict[str, MarkedReport] = {}
    for given in map(json.loads, lines):
        reports[given["id"]] = MarkedReport(given["outlet"] or "", given["published"], given["text"], [])
    for question in gold["questions"]:
        name = {"quantity": "n.", "whether": "w."}.get(question["kind"], "") + question["id"]
        if "." not in name:
            continue
        for anchor in question["anchors"]:
            text, start = reports[anchor["doc"]].text, -1
            for _ in range(anchor.get("nth", 1)):
                start = text.index(anchor["quote"], start + 1)
            reports[anchor["doc"]].marks.append(Mark(start, start + len(anchor["quote"]), name, anchor["answer"]))
        if question["finding"] != "single":
            story.findings[name] = question["finding"]
    story.reports = [MarkedReport(r.outlet, r.published, r.text, sorted(r.marks)) for r in reports.values()]
    return story


def doubts(story: MarkedStory) -> list[str]:
    """Return what looks forgotten: findings not told, numbers in no mark."""
    found = []
    for question in sorted({mark.question for report in story.reports for mark in report.marks}):
        answering = [report for report in story.reports if any(mark.question == question for mark in report.marks)]
        answers = {mark.answer for report in answering for mark in report.marks if mark.question == question}
        if len(answering) > 1 and question not in story.findings:
            found.append(f"{question}: {len(answering)} reports answer it, and no finding is told")
        if story.findings.get(question) == "agree" and len(answers) > 1:
            found.append(f"{question}: told to agree, with answers {sorted(answers)}")
    for number, report in enumerate(story.reports, 1):
        for word in UNMARKED_WORDS.finditer(report.text):
            if not any(mark.start <= word.start() < mark.end for mark in report.marks):
                around = report.text[max(0, word.start() - 25) : word.end() + 25].replace("\n", " ")
                found.append(f"report {number}: perhaps a number without a mark: ...{around}...")
    return found


def read_stories(folder: Path = STORIES) -> list[MarkedStory]:
    """Read all stories, by name."""
    return [read_story(path) for path in sorted(folder.glob("*.txt"))]


def main() -> None:
    """Say what is wrong with files."""
    broken = 0
    for name in sys.argv[1:]:
        try:
            story = read_story(Path(name))
        except ValueError as error:
            broken += 1
            print(f"BROKEN {error}")
            continue
        questions = {mark.question for report in story.reports for mark in report.marks}
        print(
            f"{name}: {len(story.reports)} reports, {sum(len(r.marks) for r in story.reports)} marks, {len(questions)} questions"
        )
        for doubt in doubts(story):
            print(f"    {doubt}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()

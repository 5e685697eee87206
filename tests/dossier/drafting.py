"""Ledgers written by hand: reports, questions and claims whose offsets are found from their words."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any, cast

from rashomon.model import digest

SENTENCE = re.compile(r"[^.\n]+(?:\.(?!\s|$)[^.\n]*)*\.?[”\"]?")
Json = dict[str, Any]


def number(low: float | None, high: float | None = None, unit: str = "person", **more: Any) -> Json:
    """Return a value; with one figure it is both bounds. `high=-1` leaves the upper bound open."""
    top = low if high is None else None if high == -1 else high
    return {"low": low, "high": top, "about": False, "unit": unit, "per": None, "counted": None, **more}


@dataclass
class Draft:
    """A ledger that grows line by line."""

    documents: list[Json] = field(default_factory=list)
    claims: list[Json] = field(default_factory=list)
    questions: list[Json] = field(default_factory=list)
    lineage: list[Json] = field(default_factory=list)
    origins: list[Json] = field(default_factory=list)
    not_read: list[Json] = field(default_factory=list)
    not_understood: list[Json] = field(default_factory=list)
    stories: list[Json] = field(default_factory=list)

    def story(self, name: str, label: str) -> None:
        """Open a story: what is added from now on belongs to it."""
        self.stories.append({"id": name, "label": label, "documents": []})

    def report(self, name: str, text: str, **more: Any) -> None:
        """Add a report to the open story."""
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        fields: Json = {"title": None, "outlet": None, "published": None, "published_guessed": False, "url": None}
        fields |= {"level": "internal", "copy_of": None, "path": f"{name}.txt"}
        self.documents.append({"id": name, **fields, **more, "sha256": sha256, "text": text})
        self.stories[-1]["documents"].append(name)

    def question(self, name: str, label: str, finding: str, **more: Any) -> None:
        """Open a question: claims that are added from now on answer it."""
        fields: Json = {"kind": "quantity", "how": None, "origins": {"at_least": 1, "at_most": 1}, "part_of": None}
        fields |= {"because": "", "background": False, "reasons": [], "was": [], "reports": 0}
        story = self.stories[-1]["id"]
        self.questions.append({"id": name, "story": story, "label": label, "finding": finding, **fields, **more, "answers": []})

    def claim(self, document: str, words: str, answer: str = "a", *, nth: int = 1, **more: Any) -> str:
        """Add a claim to the open question: its focus is the `nth` place of `words`, its span the sentence around it."""
        text = next(row["text"] for row in self.documents if row["id"] == document)
        start = -1
        for _ in range(nth):
            start = text.index(words, start + 1)
        end = start + len(words)
        inside = (m.span() for m in SENTENCE.finditer(text) if m.start() <= start < m.end())
        left, right = next(inside, (start, end))
        left += len(text[left:right]) - len(text[left:right].lstrip())
        right = max(right, end)
        question = self.questions[-1]
        name = digest(document, start, end, question["kind"], question["id"])
        self.claims.append(
            {
                "id": name,
                "document": document,
                "start": left,
                "end": right,
                "text": text[left:right],
                "focus": [start, end],
                "kind": question["kind"],
                "value": more.get("value"),
                "time": more.get("time"),
                "voices": self.voices(text, more.get("voices", ())),
                "certainty": more.get("certainty", "stated"),
                "observed": more.get("observed", False),
                "measure": "",
                "population": "",
                "place": "",
                "period": None,
                "headline": start < text.find("\n"),
                "question": question["id"],
                "answer": answer,
            }
        )
        self.answer(question, answer, words)["claims"].append(name)
        question["reports"] = len({row["document"] for row in self.claims if row["question"] == question["id"]})
        return name

    def answer(self, question: Json, letter: str, words: str) -> Json:
        """Return an answer of a question, opened if it is new."""
        for row in question["answers"]:
            if row["id"] == letter:
                return cast("Json", row)
        question["answers"].append({"id": letter, "label": words, "claims": [], "reasons": []})
        return cast("Json", question["answers"][-1])

    def voices(self, text: str, names: tuple[str, ...]) -> list[Json]:
        """Return a voice chain; a voice stands where its name first does."""
        rows = []
        for name in names:
            at = text.find(name)
            rows.append(
                {"name": name, "start": at if at >= 0 else None, "end": at + len(name) if at >= 0 else None, "cue": "said"}
            )
        return rows

    def draws(self, source: str, target: str, how: str, because: str, words: str = "") -> None:
        """Add an edge of lineage; `words` of the source prove it."""
        text = next(row["text"] for row in self.documents if row["id"] == source)
        at = text.find(words) if words else -1
        spans = [{"document": source, "start": at, "end": at + len(words)}] if at >= 0 else []
        row = {"from": source, "to": target, "how": how, "because": because, "reasons": [{"why": because, "spans": spans}]}
        self.lineage.append(row)

    def stray(self, document: str, words: str, why: str) -> None:
        """Add a number that no claim has."""
        start = next(row["text"] for row in self.documents if row["id"] == document).index(words)
        self.not_understood.append({"document": document, "start": start, "end": start + len(words), "text": words, "why": why})

    def ledger(self) -> Json:
        """Return the ledger's JSON form, as it is after a round trip through a file."""
        rows = {
            "schema": "rashomon/ledger/1",
            "documents": self.documents,
            "not_read": self.not_read,
            "stories": self.stories,
            "claims": self.claims,
            "questions": self.questions,
            "lineage": self.lineage,
            "origins": self.origins,
            "not_understood": self.not_understood,
        }
        copy: Json = json.loads(json.dumps(rows))
        return copy

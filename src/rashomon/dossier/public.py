"""What may be shown to others: short excerpts of public reports, and of all other reports their outlet and date and no words.

A ledger quotes its reports in many places: claims, labels, reasons, voices, titles. So nothing is taken out of the ledger here;
what may be shown is put into a new one, key by key, and what is not named below does not appear.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

Json = dict[str, Any]

LONGEST = 240
"""Characters of an excerpt."""
TYPICAL = 150
"""Characters to which an excerpt is cut around a focus that is shorter: enough to read who did what."""
APART = 40
"""Characters between two excerpts below which they are read as one."""
SHARE = 0.4
"""Part of a report that all its excerpts together may give away; beyond it claims keep their figures and lose their words."""
LEAST = 2 * LONGEST
"""Characters that may be given even of a short report."""
WITHHELD = "withheld"
SOMEBODY = "somebody"
"""Who decided, as others are told."""
CLAIM_KEYS = ("id", "kind", "time", "certainty", "observed", "measure", "question", "answer", "headline")
QUESTION_KEYS = ("id", "story", "kind", "finding", "how", "origins", "reports", "part_of", "background", "sure", "was")
REPORT_KEYS = ("id", "title", "outlet", "published", "published_guessed", "url", "level", "sha256")


def public_ledger(ledger: Mapping[str, Any]) -> Json:
    """Return a ledger in the same form that may be shared. A public report has no `text`; its claims' `text` is an excerpt.

    Reports that are not public keep outlet and date under a new id; their claims are gone. A question that has none left is gone;
    an answer that has none left is labelled as withheld. Reasons, which quote, stay where they point into public reports only.
    """
    shown = {row["id"]: row for row in ledger.get("documents") or () if row.get("level") == "public"}
    names = {row["id"]: row["id"] for row in shown.values()}
    for row in ledger.get("documents") or ():
        if row["id"] not in names:
            names[row["id"]] = f"{WITHHELD}-{len(names) - len(shown) + 1}"
    claims = public_claims(ledger, shown)
    words = {row["id"]: focus_of(row) for row in claims}
    questions = [public_question(row, words) for row in ledger.get("questions") or ()]
    kept = {row["id"] for row in questions if row["answers"]}
    origins = public_origins(ledger, claims)
    return {
        "schema": ledger.get("schema"),
        "public": True,
        "documents": [public_report(row, names) for row in ledger.get("documents") or ()],
        "not_read": [{"path": "(not shown)", "why": "set aside"} for _ in ledger.get("not_read") or ()],
        "stories": [public_story(row, shown, names) for row in ledger.get("stories") or ()],
        "claims": [row for row in claims if row["question"] in kept],
        "questions": [
            row | {"part_of": row["part_of"] if row["part_of"] in kept else None} for row in questions if row["id"] in kept
        ],
        "lineage": list(public_lineage(ledger, shown, {row["id"] for row in origins})),
        "origins": origins,
        "not_understood": [
            {**row, "text": clip(row.get("text") or "")} for row in ledger.get("not_understood") or () if row["document"] in shown
        ],
    }


def clip(text: str) -> str:
    """Return at most an excerpt's length of some words."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def public_report(row: Json, names: Mapping[str, str]) -> Json:
    """Return what may be told of a report."""
    if names[row["id"]] != row["id"]:
        kept = {key: row.get(key) for key in ("outlet", "published", "published_guessed", "level")}
        return {"id": names[row["id"]], "title": None, "url": None, "copy_of": None, **kept}
    copy_of = row.get("copy_of")
    return {key: row.get(key) for key in REPORT_KEYS} | {"copy_of": names.get(copy_of) if copy_of else None}


def public_story(row: Json, shown: Mapping[str, Json], names: Mapping[str, str]) -> Json:
    """Return a story; its label is a public report's title, since it may have been another's."""
    members = [name for name in row["documents"] if name in names]
    hidden = any(name not in shown for name in members)
    titles = [shown[name].get("title") for name in members if name in shown]
    label = next((clip(title) for title in titles if title), "Reports of one event") if hidden else clip(row.get("label") or "")
    return {"id": row["id"], "label": label, "documents": [names[name] for name in members]}


def public_claims(ledger: Mapping[str, Any], shown: Mapping[str, Json]) -> list[Json]:
    """Return the claims of public reports, each with its excerpt as `text`, as long as the report's share lasts.

    Weighty questions are served first, and what a report says again on the same question last.
    """
    place = {row["id"]: index for index, row in enumerate(ledger.get("questions") or ())}
    shares = {name: Share(row.get("text") or "") for name, row in shown.items()}
    rows = [row for row in ledger.get("claims") or () if row["document"] in shown]
    told: set[tuple[str, str, str]] = set()
    ranked: list[tuple[bool, int, Json]] = []
    for row in sorted(
        rows, key=lambda row: (place.get(row["question"], len(place)), row["answer"], -len(row["text"]), row["id"])
    ):
        spot = (row["document"], row["question"], row["answer"])
        ranked.append((spot in told, len(ranked), row))
        told.add(spot)
    found = {}
    for _, _, row in sorted(ranked, key=lambda rank: rank[:2]):
        excerpt = shares[row["document"]].grant(row)
        start, end = excerpt or (row["focus"][0], row["focus"][0] + 1)
        text = row["text"][max(0, start - row["start"]) : end - row["start"]] if excerpt else ""
        found[row["id"]] = public_claim(row, start, start + max(1, len(text)), text)
    return [found[row["id"]] for row in rows]


class Share:
    """What of one report has been given away, and how much may still be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = max(LEAST, int(SHARE * len(text)))
        self.taken: list[tuple[int, int]] = []

    def grant(self, row: Json) -> tuple[int, int] | None:
        """Return the offsets of a claim's excerpt: its focus and what is around it; None if too much is given already.

        Excerpts do not overlap, and those near each other are together no longer than one: they cannot be laid together.
        """
        low, high = row["focus"]
        for start, end in self.taken:
            if start <= low and high <= end and row["start"] <= start and end <= row["end"]:
                return start, end
            if start < high and low < end:
                return None
        room = max(0, TYPICAL - (high - low)) // 2
        start = self.after_blank(max(row["start"], low - room, *(two for _, two in self.taken if two <= low)), low, row["start"])
        end = self.before_blank(min(row["end"], high + room, *(one for one, _ in self.taken if one >= high)), high, row["end"])
        if self.chain(start, end) > LONGEST or end - start > self.left:
            return None
        self.left -= end - start
        self.taken.append((start, end))
        return start, end

    def after_blank(self, start: int, low: int, edge: int) -> int:
        """Return where the first whole word begins between `start` and the focus."""
        while edge < start < low and not self.text[start - 1].isspace():
            start += 1
        return start

    def before_blank(self, end: int, high: int, edge: int) -> int:
        """Return where the last whole word ends between the focus and `end`."""
        while high < end < edge and not self.text[end].isspace():
            end -= 1
        return end

    def chain(self, start: int, end: int) -> int:
        """Return how long a run an excerpt makes with those so near to it that a reader would read on."""
        for one, two in sorted(self.taken, reverse=True):
            if two <= start <= two + APART:
                start = one
        for one, two in sorted(self.taken):
            if one - APART <= end <= one:
                end = two
        return end - start


def public_claim(row: Json, start: int, end: int, text: str) -> Json:
    """Return a claim with its excerpt; without one it has its figure and no words."""
    value = row.get("value")
    kept = {key: row.get(key) for key in CLAIM_KEYS}
    focus = row["focus"] if text else [start, end]
    voices = [
        {"name": clip(voice.get("name") or ""), "start": None, "end": None, "cue": None} for voice in row.get("voices") or ()
    ]
    return {
        **kept,
        **public_review(row),
        "document": row["document"],
        "start": start,
        "end": end,
        "text": text,
        "focus": focus,
        "value": {**value, "counted": clip(value.get("counted") or "") or None} if value else None,
        "voices": voices,
        "population": clip(row.get("population") or ""),
        "place": clip(row.get("place") or ""),
        "period": row.get("period"),
    }


def public_review(row: Json) -> Json:
    """Return what a person decided about something, without who and why: what was rejected must not be told as if it were not."""
    review = row.get("review")
    return {"review": {"status": review["status"], "by": SOMEBODY}} if review else {}


def focus_of(row: Json) -> str:
    """Return the words of a public claim's focus; empty where it has none."""
    low, high = row["focus"]
    return str(row["text"])[low - row["start"] : high - row["start"]]


def public_question(row: Json, words: Mapping[str, str]) -> Json:
    """Return a question with its public claims; labels and reasons stay only where no other report can have lent its words."""
    claims = [name for answer in row.get("answers") or () for name in answer["claims"]]
    whole = all(name in words for name in claims)
    answers = []
    for answer in row.get("answers") or ():
        names = [name for name in answer["claims"] if name in words]
        same = len(names) == len(answer["claims"])
        label = answer.get("label") or "" if same else next((words[name] for name in names if words[name]), WITHHELD)
        answers.append({"id": answer["id"], "label": clip(label), "claims": names, "reasons": [], **public_review(answer)})
    if not any(answer["claims"] for answer in answers):
        answers = []
    first = next((words[name] for name in claims if words.get(name)), "a question on which a public report speaks")
    reasons = [{"why": clip(reason.get("why") or ""), "spans": reason.get("spans") or []} for reason in row.get("reasons") or ()]
    return {
        **{key: row.get(key) for key in QUESTION_KEYS},
        **public_review(row),
        "label": clip(row.get("label") or "" if whole else first),
        "because": clip(row.get("because") or "") if whole else "",
        "reasons": reasons if whole else [],
        "answers": answers,
    }


def public_origins(ledger: Mapping[str, Any], claims: Iterable[Json]) -> list[Json]:
    """Return the origins that public claims name, with the forms that they use."""
    heard = {re.sub(r"\s+", " ", voice["name"]).casefold() for row in claims for voice in row["voices"]}
    found = []
    for row in ledger.get("origins") or ():
        forms = [name for name in (row["name"], *(row.get("names") or ())) if name.casefold() in heard]
        if forms:
            found.append({"id": row["id"], "name": max(forms, key=len), "names": sorted(set(forms))})
    return found


def public_lineage(ledger: Mapping[str, Any], shown: Mapping[str, Json], origins: set[str]) -> Iterable[Json]:
    """Yield the edges between public reports, and from them to origins that public claims name."""
    for row in ledger.get("lineage") or ():
        if row["from"] in shown and (row["to"] in shown or row["to"] in origins):
            reasons = [{"why": clip(reason.get("why") or ""), "spans": []} for reason in row.get("reasons") or ()]
            yield {
                "from": row["from"],
                "to": row["to"],
                "how": row["how"],
                "because": clip(row.get("because") or ""),
                "reasons": reasons,
            }

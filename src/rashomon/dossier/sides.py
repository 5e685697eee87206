"""Sides: on how many origins each answer of a question rests.

The ledger counts origins for a question as a whole. Where its answers stand against each other a reader asks for each side, so
the same count is made here from what the ledger says: named voices prove one origin each (the people of one body one together), a
reporter who saw it proves one, the unnamed and the reports' own voices count for *at most* only, and reports that copy each other
speak as one. No side has more than its question.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.values.standing import is_unnamed

Json = dict[str, Any]


def count_sides(ledger: Mapping[str, Any]) -> dict[str, dict[str, list[int]]]:
    """Return {question id: {answer id: [origins at least, at most]}} for the questions with several answers."""
    claims = {row["id"]: row for row in ledger.get("claims") or ()}
    heads = {
        name.casefold(): row["name"]
        for row in ledger.get("origins") or ()
        for name in (*(row.get("names") or ()), row.get("name") or "")
    }
    families = join_families(ledger)
    sides: dict[str, dict[str, list[int]]] = {}
    for question in ledger.get("questions") or ():
        answers = question.get("answers") or ()
        if len(answers) < 2:
            continue
        total = question.get("origins") or {}
        for answer in answers:
            rows = [claims[name] for name in answer.get("claims") or () if name in claims]
            if rows:
                low, high = count_origins(rows, heads, families)
                top = max(1, total.get("at_most") or 1)
                low = min(low, max(1, total.get("at_least") or 1))
                sides.setdefault(question["id"], {})[answer["id"]] = [low, max(low, min(high, top))]
    return sides


def join_families(ledger: Mapping[str, Any]) -> dict[str, str]:
    """Return for each report the one that stands for all that copy each other."""
    root = {row["id"]: row["id"] for row in ledger.get("documents") or ()}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    pairs = [(row["id"], row.get("copy_of")) for row in ledger.get("documents") or ()]
    pairs += [(row["from"], row["to"]) for row in ledger.get("lineage") or () if row.get("how") == "copies"]
    for one, two in pairs:
        if one in root and two in root:
            low, high = sorted((find(one), find(two)))
            root[high] = low
    return {name: find(name) for name in root}


def count_origins(rows: Iterable[Json], heads: Mapping[str, str], families: Mapping[str, str]) -> tuple[int, int]:
    """Return how many origins some claims prove, and how many there may be."""
    houses: dict[str, set[str]] = {}
    seen, unnamed, own = set(), set(), set()
    voiced = set()
    for row in sorted(rows, key=lambda row: not row.get("voices")):
        voices = row.get("voices") or ()
        family = families.get(row["document"], row["document"])
        if voices:
            voiced.add(row["document"])
            name = heads.get(voices[-1]["name"].casefold(), voices[-1]["name"])
            if is_unnamed(name):
                unnamed.add(name.casefold())
            else:
                body = voices[-1].get("body") or name
                house = heads.get(body.casefold(), body).casefold()
                houses.setdefault(house, set()).add(name.casefold())
        elif row.get("observed"):
            seen.add(family)
        elif row["document"] not in voiced:
            own.add(family)
    people = sum(len(names - {house}) or 1 for house, names in houses.items())
    return max(1, len(houses) + len(seen)), max(1, people + len(seen) + len(unnamed) + len(own))

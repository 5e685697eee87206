"""A ledger made by hand: three reports of a storm, with findings by the code that always finds them."""

from dataclasses import replace

from rashomon.findings import find_story
from rashomon.model import Claim, Correction, Group, Ledger, Report, Story, Workings
from tests.making import claim, people, report

TEXTS = {
    "a": "Nine people died in the storm, police said. Four boats sank.",
    "b": "Rain fell all night and five boats sank; wind and waves killed nine people along the coast, and roofs flew.",
    "c": "Twelve people died in the storm, the mayor said. Four ferries sank.",
}
WORDS = {
    "a": (("Nine people", "killed", 9, "police"), ("Four boats", "sink", 4, None)),
    "b": (("nine people", "killed", 9, None), ("five boats", "sink", 5, None)),
    "c": (("Twelve people", "killed", 12, "the mayor"), ("Four ferries", "sink", 4, None)),
}
OUTLETS = {"a": "Gazette", "b": "Herald", "c": "Courier"}


def reports(*more: Report) -> tuple[Report, ...]:
    made = [report(text, name, outlet=OUTLETS[name], published="2031-03-14") for name, text in TEXTS.items()]
    return tuple(sorted((*made, *more), key=lambda one: one.id))


def claims() -> dict[str, Claim]:
    """Return the claims by report and measure ("a killed")."""
    return {
        f"{name} {measure}": replace(
            claim(name, TEXTS[name], words, value=people(number), measure=measure, voice=voice), headline=False
        )
        for name, rows in WORDS.items()
        for words, measure, number, voice in rows
    }


CLAIMS = claims()
KILLED = tuple(sorted(CLAIMS[f"{name} killed"].id for name in "abc"))
BOATS = tuple(sorted((CLAIMS["a sink"].id, CLAIMS["b sink"].id)))
FERRIES = (CLAIMS["c sink"].id,)


def ledger(groups: tuple[tuple[str, ...], ...] = (KILLED, BOATS, FERRIES), *, without: tuple[str, ...] = ()) -> Ledger:
    """Return the ledger with these groups; claims in `without` are not read this time."""
    kept = [one for one in CLAIMS.values() if one.id not in without]
    story = Story(id="s", label="A storm", documents=("a", "b", "c"))
    left = [tuple(name for name in group if name not in without) for group in groups]
    made = tuple(Group(story="s", kind="quantity", claims=group) for group in left if group)
    own = sorted(kept, key=lambda one: (one.document, one.focus.start))
    found = find_story(reports(), own, made, {})
    return Ledger(
        reports=reports(),
        stories=(story,),
        claims=tuple(own),
        questions=found.questions,
        lineage=found.lineage,
        origins=tuple(sorted(found.origins, key=lambda origin: origin.id)),
        workings=Workings(groups=made, judged=found.judged),
    )


def entry(kind: str, target: str, value: dict[str, object] | None = None, *, name: str = "k1", by: str = "ana") -> Correction:
    at = f"2031-03-15T09:00:0{len(name) % 10}.000+00:00"
    return Correction(id=name, at=at, by=by, kind=kind, target=target, value=value, why="as told")  # type: ignore[arg-type]

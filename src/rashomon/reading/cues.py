"""Cues: the words by which a report hands over to a voice, with what they tell of how the voice holds its words."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.reading import CueKind

Held = Literal["stated", "hedged", "future", "negated"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of saying.

    Attributes:
        kind: What sort of act it is. held: How the voice holds the content by this word alone.
        objects: It takes its content as an object too ("estimates 300 dead", "denied a role").
    """

    kind: CueKind = "say"
    held: Held = "stated"
    objects: bool = False


SAY = (
    "say tell add note state declare announce report reveal disclose explain insist stress emphasize emphasise assert maintain "
    "contend argue remark comment observe mention recall recount reply respond answer write tweet post repeat reiterate testify "
    "concede acknowledge admit confirm affirm conclude point cite quote caution complain joke shout cry boast vow quip narrate "
    "describe relate inform brief notify read warn find show indicate put place call claim allege accuse "
    "blame criticize criticise "
    "praise condemn denounce urge demand ask order request appeal recommend advise agree record tout dub "
    "label detail outline lament"
)
OBJECTS = (
    "announce report reveal disclose confirm claim allege acknowledge admit cite describe put place call condemn denounce detail "
    "estimate deny reject dismiss predict forecast record outline mention declare expect demand promise pledge plan accuse blame"
)
DENY = "deny reject dismiss refute rebut dispute disavow"
DOUBT = "doubt question"
THINK = (
    "think believe suspect assume reckon consider estimate calculate feel know understand fear hope imagine presume judge guess"
)
INTEND = "plan intend promise pledge vow expect predict forecast aim threaten hope offer agree propose decide order"
FUTURE = "promise pledge vow expect predict forecast plan intend aim threaten propose demand urge ask request recommend advise"
PERCEIVE = "see hear show witness watch learn"
HEDGED = "believe suspect assume fear presume guess suggest imagine allege hope feel reckon think indicate"
NEEDS_CLAUSE = frozenset(
    "find show see hear know understand feel read call point recall learn watch agree decide offer order "
    "ask consider judge answer "
    "observe record place put post describe cite quote relate ask demand urge request plan aim intend offer".split()
)
"""Verbs that are cues only with a clause (or for some an object) as content; alone they do something else."""

VERBS: dict[str, Cue] = {}
for _words, _kind in (
    (SAY, "say"),
    (DENY, "say"),
    (DOUBT, "think"),
    ("suggest", "say"),
    (THINK, "think"),
    (PERCEIVE, "perceive"),
):
    for _word in _words.split():
        VERBS.setdefault(_word, Cue(kind=_kind))  # type: ignore[arg-type]
for _word in INTEND.split():
    VERBS.setdefault(_word, Cue(kind="intend"))
for _word, _cue in list(VERBS.items()):
    _held: Held = (
        "negated"
        if _word in DENY.split()
        else "future"
        if _word in FUTURE.split()
        else "hedged"
        if _word in HEDGED.split()
        else "stated"
    )
    VERBS[_word] = Cue(kind=_cue.kind, held=_held, objects=_word in OBJECTS.split())

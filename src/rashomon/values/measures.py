"""Measures: what a number counts, by its noun and the verb that governs it, and how measures contain each other.

"12 were killed", "12 deaths", "killing 12", "left 12 dead" and "the toll stood at 12" all measure `killed`. A measure is named
after the participle that a desk would write; the families are those that conflict and disaster coding uses (casualties and
displacement as in the EM-DAT and UCDP code books, seizures, losses, damage). What stands in no family is measured by its own
noun and verb, reduced to one word where English has several for the same act (`VERBS`).
"""

from typing import Literal

MeasureRelation = Literal["same", "part", "whole", "different", "unknown"]

SPEAKERS = "say"
"""Measure of those who are only counted because they say something: "two survivors said"."""
HOUR, PLACE, AGE, HOME = "at hour", "at place", "years of age", "home at"
OF_PERSONS = (AGE, HOME)
ASPECTS = (HOUR, PLACE, *OF_PERSONS)
"""Sides of a statement that are questions of their own: at what hour, where, how old somebody is and where they live.

No verb is named like one of them."""

FAMILIES: dict[str, str] = {
    "killed": (
        "kill die dead death fatality toll perish murder slay massacre execute drown assassinate behead deceased fatal lethal "
        "succumb lose_life claim_life body corpse shoot_dead asphyxiate suffocate decapitate killing fatally mortality"
    ),
    "injured": "injure wound hurt injury wounded injured maim unhurt",
    "casualty": "casualty victim",
    "missing": "missing unaccounted disappear vanish disappearance lost_contact",
    "hospitalized": "hospitalize hospitalise hospitalized hospitalised hospitalization hospitalisation",
    "displaced": "displace homeless refugee displaced uproot displacement shelterless relocate rehouse evict",
    "aboard": "aboard onboard",
    "evacuated": "evacuate evacuation evacuee evacuated",
    "rescued": "rescue save survive survivor rescued survival unscathed",
    "arrested": (
        "arrest detain capture apprehend nab custody detention detainee round_up jail imprison captive seize_person arrestee "
        "prisoner surrender"
    ),
    "abducted": "kidnap abduct hostage abduction abductee kidnapping",
    "charged": "charge indict prosecute convict sentence conviction indictment",
    "infected": "infect infection infected hospitalised_case contract_disease",
    "magnitude": "magnitude richter",
    "inhabitants": "inhabitant resident population inhabit populate home",
    "protested": "protest demonstrate march rally protester protestor demonstrator marcher demonstration",
}
"""Measure -> lemmas of nouns, verbs and adjectives that name it."""

WITHIN: dict[str, str] = {
    "killed": "casualty",
    "injured": "casualty",
    "hospitalized": "injured",
}
"""Measure -> the measure that contains it."""

OF: dict[str, str] = {lemma: measure for measure, lemmas in FAMILIES.items() for lemma in lemmas.split()}

VERBS: dict[str, str] = {
    "send": "dispatch deploy transfer supply provide deliver ship mobilize mobilise contribute commit",
    "take": "seize confiscate steal grab snatch loot capture recover",
    "destroy": "flatten wreck level demolish raze devastate ruin collapse",
    "damage": "hit affect disrupt cut sever hurt harm knock_out",
    "escape": "flee get_away evade abscond",
    "attack": "assault storm raid bomb strike ambush shell target",
    "begin": "start launch open commence initiate",
    "end": "finish conclude stop halt cease complete",
    "increase": "rise grow climb jump surge gain up",
    "decrease": "fall drop decline shrink plunge sink slide reduce cut lower",
    "buy": "purchase acquire",
    "pay": "spend cost invest fund finance",
    "offer": "bid propose tender",
    "fire": "shoot launch",
    "meet": "gather assemble",
    "carry": "transport bear ferry bring fly",
    "live": "inhabit reside",
    "employ": "hire recruit",
    "dismiss": "fire sack lay_off",
    "find": "discover locate recover detect spot",
    "stop": "thwart foil prevent intercept block repel",
    "build": "construct erect",
}
"""One word for several that name the same act; where a verb stands in two rows the first wins."""

VERB_OF: dict[str, str] = {}
for _one, _others in VERBS.items():
    VERB_OF.setdefault(_one, _one)
    for _other in _others.split():
        VERB_OF.setdefault(_other, _one)


REST = frozenset("other others another remaining rest further additional".split())
"""Words by which a figure leaves out those counted before."""
OF_PEOPLE = frozenset(FAMILIES) - {"magnitude"}
"""Families that count people."""
KINDS = frozenset(
    "man woman child boy girl baby infant teenager student pupil schoolchild soldier civilian fighter militant "
    "policeman policewoman officer firefighter rescuer paramedic journalist foreigner tourist crew passenger worker "
    "employee medic engineer pensioner".split()
)
"""Nouns for a kind of people, which are counted within "people" as a rule."""
IDIOMS = {
    ("take", "street"): "protested",
    **dict.fromkeys([("take", "life"), ("lose", "life"), ("claim", "life")], "killed"),
    **{("pull", noun): "rescued" for noun in ("water", "sea", "rubble", "wreckage", "debris", "ruin", "safety")},
}
"""Measures that a verb has only with one noun: "took to the streets"."""


def family_of(lemma: str) -> str:
    """Return the measure that a lemma names, or the empty string."""
    return OF.get(lemma.lower(), "")


def act_of(lemma: str) -> str:
    """Return the word that stands for all verbs of the same act."""
    return VERB_OF.get(lemma.lower(), lemma.lower())


def compare_measures(left: str, right: str) -> MeasureRelation:
    """Tell how two measures stand to each other: `part` means that `left` is counted within `right`.

    Measures outside the families compare as `unknown` unless they are equal: their words decide elsewhere.
    """
    if not left or not right:
        return "unknown"
    if left == right:
        return "same"
    if left in wholes_of(right):
        return "whole"
    if right in wholes_of(left):
        return "part"
    return "different" if left in FAMILIES and right in FAMILIES else "unknown"


def wholes_of(measure: str) -> tuple[str, ...]:
    """Return the measures that contain this one, nearest first."""
    found: list[str] = []
    while measure in WITHIN:
        measure = WITHIN[measure]
        found.append(measure)
    return tuple(found)

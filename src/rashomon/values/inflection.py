"""Inflection: plurals of English nouns and past participles of English verbs."""

import re

MEN = {"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth", "wife": "wives"}
MEN |= {"knife": "knives", "life": "lives", "leaf": "leaves", "half": "halves"}
UNCHANGED = frozenset(
    "aircraft police crew staff series people species sheep fish offspring damage traffic ammunition equipment jewellery "
    "jewelry money personnel cattle".split()
)
IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "bear:borne beat:beaten become:become begin:begun bet:bet bid:bid bind:bound bite:bitten blow:blown break:broken "
        "bring:brought broadcast:broadcast build:built burst:burst buy:bought cast:cast catch:caught choose:chosen come:come "
        "cost:cost cut:cut deal:dealt do:done draw:drawn drink:drunk drive:driven eat:eaten fall:fallen feed:fed feel:felt "
        "fight:fought find:found flee:fled fly:flown forbid:forbidden forget:forgotten freeze:frozen get:got give:given "
        "go:gone grow:grown hang:hung have:had hear:heard hide:hidden hit:hit hold:held hurt:hurt keep:kept know:known "
        "lay:laid lead:led leave:left lend:lent let:let lie:lain light:lit lose:lost make:made mean:meant meet:met "
        "overthrow:overthrown pay:paid put:put quit:quit read:read ride:ridden ring:rung rise:risen run:run say:said "
        "see:seen seek:sought sell:sold send:sent set:set shake:shaken shoot:shot show:shown shut:shut sing:sung sink:sunk "
        "sit:sat sleep:slept speak:spoken spend:spent split:split spread:spread stand:stood steal:stolen stick:stuck "
        "strike:struck swear:sworn sweep:swept swim:swum take:taken teach:taught tear:torn tell:told think:thought "
        "throw:thrown understand:understood wake:woken wear:worn win:won withdraw:withdrawn write:written"
    ).split()
)


def plural(noun: str) -> str:
    """Return the plural of a noun: "policemen" of "policeman", "ferries" of "ferry"; what is one already stays."""
    low = noun.lower()
    if low in UNCHANGED or re.search(r"[^su]s$", low):
        return noun
    if low in MEN:
        return MEN[low]
    if low.endswith("man") and low not in ("german", "human", "roman"):
        return noun[:-3] + "men"
    if re.search(r"[^aeiou]y$", low):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", low) else "s")


def participle(verb: str) -> str:
    """Return the past participle of a verb: "carried" of "carry", "stopped" of "stop", "sent" of "send"."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return verb + verb[-1] + "ed"
    return verb + "ed"

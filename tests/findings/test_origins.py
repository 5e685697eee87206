"""On how many origins claims rest: each case names its reports, voices and words."""

from dataclasses import replace

from rashomon.findings.origins import Ground, count_origins
from rashomon.findings.registry import Registry
from rashomon.findings.wording import shared_wording
from rashomon.model import Claim, Origins, Span, Voice
from tests.making import claim

WIRE = "Two hikers were killed by falling rocks above Sarn on Sunday, and four more were brought down with broken legs."
OTHER = "Rockfall near the village of Sarn has cost two lives, and rescuers carried four injured walkers to the road."
THIRD = "Ten minutes later the slope moved again, but nobody stood there any more, and the road was closed until Tuesday."


def said(document: str, text: str, voice: str | None = None, body: str | None = None, certainty: str = "stated") -> Claim:
    made = claim(document, text, text.split()[0], certainty=certainty)
    if voice is None:
        return made
    return Claim(
        id=made.id,
        document=document,
        span=made.span,
        focus=made.focus,
        kind="whether",
        certainty=made.certainty,
        voices=(Voice(name=voice, body=body, span=Span(start=0, end=1)),),
    )


def count(*claims: Claim, outlets: dict[str, str] | None = None) -> tuple[int, int]:
    texts = {one.document: one.span.of(WORDS[one.id]) for one in claims}
    ground = Ground(texts=texts, outlets=outlets or dict.fromkeys(texts), shared=shared_wording(texts))
    origins, reason = count_origins(claims, Registry(claims), ground)
    assert reason.why.startswith("Rests on ")
    return (origins.at_least, origins.at_most)


WORDS: dict[str, str] = {}


def one(document: str, text: str, voice: str | None = None, body: str | None = None, certainty: str = "stated") -> Claim:
    made = said(document, text, voice, body, certainty)
    WORDS[made.id] = text
    return made


def test_two_named_voices_are_two() -> None:
    assert count(one("a", WIRE, "Ona Brek"), one("b", OTHER, "Tor Lund")) == (2, 2)


def test_people_of_one_house_prove_one() -> None:
    claims = one("a", WIRE, "Ona Brek", "Sarn police"), one("b", OTHER, "Tor Lund", "police of Sarn")
    assert count(*claims) == (1, 2)


def test_who_speaks_for_a_house_is_its_voice() -> None:
    assert count(one("a", WIRE, "Ona Brek", "Halden Lines"), one("b", OTHER, "Halden Lines")) == (1, 1)


def test_own_voices_prove_nothing() -> None:
    assert count(one("a", WIRE), one("b", OTHER)) == (1, 2)


def test_officials_may_be_the_minister_and_witnesses_are_not() -> None:
    assert count(one("a", WIRE, "Ona Brek", "Health Ministry"), one("b", OTHER, "officials")) == (1, 2)
    assert count(one("a", WIRE, "Ona Brek", "Health Ministry"), one("b", OTHER, "two witnesses")) == (2, 2)
    assert count(one("a", WIRE, "Tresk Courier"), one("b", OTHER, "a police source")) == (2, 2)


def test_a_reprint_adds_none() -> None:
    assert count(one("a", WIRE), one("b", "SARN - " + WIRE)) == (1, 1)
    assert count(one("a", WIRE, "Ona Brek"), one("b", "SARN - " + WIRE)) == (1, 1)


def test_a_medium_passes_on_what_others_say() -> None:
    assert count(one("a", WIRE, "a police source"), one("b", WIRE + " More later.", "Tresk Press Agency")) == (1, 1)
    assert count(one("a", WIRE, "a police source"), one("b", OTHER, "Tresk Press Agency")) == (2, 2)


def test_one_statement_under_two_names_is_one() -> None:
    assert count(one("a", WIRE, "Ona Brek"), one("b", WIRE, "mountain rescue of Sarn")) == (1, 1)
    short = "two hikers were killed by falling rocks"
    assert count(one("a", short, "Ona Brek"), one("b", short, "mountain rescue of Sarn")) == (2, 2)


def test_a_bare_kind_of_body_is_the_only_one_of_the_story() -> None:
    police, other = one("a", WIRE, "Sarn Valley Police"), one("b", OTHER, "Police")
    assert count(police, other) == (1, 1)
    assert count(police, other, one("c", THIRD, "Halden Border Police")) == (3, 3)


def test_a_copied_sentence_with_two_rivals_has_two_origins() -> None:
    rivals = (
        "Nine of the dead were soldiers, the Sarn army said on Sunday, while the Halden militia spoke of forty soldiers killed."
    )
    claims = []
    for document, answer, voice in (("a", "Nine", "Sarn army"), ("b", "forty", "Halden militia")):
        made = claim(document, rivals, answer)
        claims.append(replace(made, kind="whether", voices=(Voice(name=voice),)))
        WORDS[made.id] = rivals
    assert count(*claims) == (2, 2)


def test_a_denial_in_like_words_is_another_voice() -> None:
    denied = one("a", WIRE, "Ona Brek", "city hall", certainty="negated")
    assert count(denied, one("b", WIRE, "residents of Pier Street")) == (2, 2)


def test_a_report_of_a_cited_outlet_is_that_voice() -> None:
    claims = one("a", WIRE, "Tresk Courier"), one("b", OTHER)
    assert count(*claims, outlets={"a": "Harbour Post", "b": "The Tresk Courier"}) == (1, 1)


def test_reports_are_kin_through_a_third() -> None:
    texts = {"a": WIRE, "b": f"{WIRE} {THIRD}", "c": THIRD}
    assert shared_wording(texts).keys() == {("a", "b"), ("b", "c"), ("a", "c")}
    assert shared_wording({"a": WIRE, "b": OTHER}) == {}


def test_counts_are_ordered() -> None:
    origins = Origins(at_least=1, at_most=2)
    assert origins.at_least <= origins.at_most

"""When a figure or a statement replaced an earlier one, and when it only differs."""

from dataclasses import replace

import pytest

from rashomon.findings.course import days_between
from rashomon.findings.judging import judge
from rashomon.findings.known import Judgement, Known
from rashomon.findings.origins import Ground
from rashomon.findings.registry import Registry
from rashomon.model import Claim, Frame, Quantity
from rashomon.values.measures import AGE
from tests.making import claim, people, report


def known(claims: list[Claim], texts: dict[str, str], times: dict[str, str]) -> Known:
    return Known(
        reports={name: report(text, name, published=times.get(name)) for name, text in texts.items()},
        registry=Registry(claims),
        ground=Ground(texts=texts, outlets=dict.fromkeys(texts), shared={}),
        times=times,
    )


def toll(document: str, text: str, words: str, number: Quantity, *, voice: str | None = None, measure: str = "killed") -> Claim:
    return claim(document, text, words, value=number, measure=measure, voice=voice)


def judged(*claims: tuple[str, str, str, Quantity], times: dict[str, str], measure: str = "killed") -> Judgement:
    made = [toll(document, text, words, number, measure=measure) for document, text, words, number in claims]
    texts = {document: text for document, text, _, _ in claims}
    return judge([[one] for one in made], known(made, texts, times))


def test_a_toll_that_grows_with_the_days_is_updated() -> None:
    found = judged(
        ("a", "Nine people died.", "Nine people", people(9)),
        ("b", "The dead number 14.", "14", people(14)),
        times={"a": "2031-03-14", "b": "2031-03-15"},
    )
    assert (found.finding, found.how, found.sure) == ("update", "event", True)


def test_a_toll_of_one_day_conflicts() -> None:
    found = judged(
        ("a", "Nine people died.", "Nine people", people(9)),
        ("b", "The dead number 14.", "14", people(14)),
        times={"a": "2031-03-14", "b": "2031-03-14"},
    )
    assert (found.finding, found.how) == ("conflict", "between-origins")


def test_a_toll_that_falls_on_a_later_day_is_only_possibly_updated() -> None:
    found = judged(
        ("a", "The dead number 14.", "14", people(14)),
        ("b", "Nine people died.", "Nine people", people(9)),
        times={"a": "2031-03-14", "b": "2031-03-15"},
    )
    assert (found.finding, found.sure) == ("update", False)


def test_the_missing_may_become_fewer() -> None:
    found = judged(
        ("a", "Fourteen are missing.", "Fourteen", people(14)),
        ("b", "Nine are missing.", "Nine", people(9)),
        times={"a": "2031-03-14", "b": "2031-03-15"},
        measure="missing",
    )
    assert found.finding == "update"


@pytest.mark.parametrize("text", ["It was put at first at four paintings.", "The tally rose from four paintings."])
def test_a_report_may_call_a_figure_the_earlier_one(text: str) -> None:
    found = judged(
        ("a", "Five paintings are gone.", "Five paintings", Quantity(low=5, high=5, unit="painting")),
        ("b", text, "four paintings", Quantity(low=4, high=4, unit="painting")),
        times={},
        measure="take",
    )
    assert (found.finding, found.how) == ("update", "event")


def test_two_named_voices_of_one_day_are_rivals_though_the_count_grows() -> None:
    texts = {"a": "Nine people died, the mayor said.", "b": "Fourteen people died, the coastguard said."}
    made = [
        toll("a", texts["a"], "Nine people", people(9), voice="mayor of Tesk"),
        toll("b", texts["b"], "Fourteen people", people(14), voice="coastguard"),
    ]
    found = judge([[one] for one in made], known(made, texts, dict.fromkeys(texts, "2031-03-14")))
    assert (found.finding, found.sure) == ("conflict", True)


def test_an_update_says_what_speaks_for_it() -> None:
    found = judged(
        ("a", "Nine people died.", "Nine people", people(9)),
        ("b", "The dead number 14.", "14", people(14)),
        times={"a": "2031-03-14", "b": "2031-03-15"},
    )
    assert "the one is given only after the other no longer is" in found.reasons[0].why


def test_a_denial_that_a_report_dates_to_the_beginning_is_replaced_in_the_same_report() -> None:
    text = "Orra initially denied shelling the bridge. It has now confirmed shelling the bridge."
    first = clause("a", text, "deny", "initially orra deny shell bridge", certainty="negated", voice="Orra")
    then = clause("a", text, "confirm", "orra confirm shell bridge", voice="Orra")
    found = judge([[first], [then]], known([first, then], {"a": text}, {}))
    assert (found.finding, found.how) == ("update", "correction")


def clause(document: str, text: str, predicate: str, terms: str, *, certainty: str = "stated", voice: str | None = None) -> Claim:
    frame = Frame(
        head=predicate, predicate=predicate, subject=("school",), terms=tuple(terms.split()), context=tuple(terms.split())
    )
    return claim(document, text, text, kind="whether", certainty=certainty, frame=frame, voice=voice)


def test_a_plan_and_what_became_of_it() -> None:
    plan = clause("a", "The school will reopen on Monday.", "reopen", "school reopen monday", certainty="future")
    done = clause("b", "The school reopened on Monday.", "reopen", "school reopen monday")
    texts = {"a": "The school will reopen on Monday.", "b": "The school reopened on Monday."}
    assert judge([[plan], [done]], known([plan, done], texts, {})).finding == "update"
    late = known([plan, done], texts, {"a": "2031-03-15", "b": "2031-03-14"})
    assert judge([[plan], [done]], late).finding == "differ"


def test_a_denial_by_another_voice_conflicts() -> None:
    told = clause("a", "A guard was tied up.", "tie", "guard tie", voice="Ona Brek")
    denied = clause("b", "No guard was tied up.", "tie", "guard tie", certainty="negated", voice="Tor Lund")
    texts = {"a": "A guard was tied up.", "b": "No guard was tied up."}
    found = judge([[told], [denied]], known([told, denied], texts, {}))
    assert (found.finding, found.how) == ("conflict", "denial")
    same = replace(denied, voices=told.voices)
    assert judge([[told], [same]], known([told, same], texts, {})).finding == "differ"


def test_ages_of_one_person_conflict() -> None:
    texts = {"a": "Ona Brek, 61, died.", "b": "Ona Brek, 16, died."}
    claims = [
        claim(
            name,
            text,
            text[:12],
            kind="whether",
            measure=AGE,
            frame=Frame(head="age", names=("ona brek",), age=int(text[10:12])),
        )
        for name, text in texts.items()
    ]
    assert judge([[one] for one in claims], known(claims, texts, {})).finding == "conflict"


def test_hours_count_in_their_zones() -> None:
    assert days_between("2031-03-14T09:00:00+02:00", "2031-03-14T08:00:00+00:00") > 0
    assert days_between("2031-03-14T09:00:00+00:00", "2031-03-14T09:30:00+02:00") < 0
    assert days_between("2031-03-14", "2031-03-14T09:30:00+02:00") == 0
    assert days_between("2031-03-13", "2031-03-14T00:30:00+02:00") > 0

from rashomon.claims.voices import certainty_of, voices_of
from rashomon.model import Attribution, Clause, Span

TEXT = "The Kessen Herald reported that the harbour office said nine were missing. Nine were missing."


def at(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


OFFICE = Attribution(source=at("the harbour office"), cue=at("said"), contents=(at("nine were missing"),), who="harbour office")
HERALD = Attribution(
    source=at("The Kessen Herald"),
    cue=at("reported"),
    contents=(at("the harbour office said nine were missing"),),
    who="Kessen Herald",
)


def test_chain_runs_from_the_reader_to_the_origin() -> None:
    voices = voices_of([OFFICE, HERALD], at("nine"), text=TEXT, outlet=None)
    assert [(voice.name, voice.cue) for voice in voices] == [("Kessen Herald", "reported"), ("harbour office", "said")]
    assert voices[0].span is not None
    assert voices[0].span.of(TEXT) == "The Kessen Herald"


def test_the_outlet_itself_is_no_voice() -> None:
    voices = voices_of([OFFICE, HERALD], at("nine"), text=TEXT, outlet="Kessen Herald")
    assert [voice.name for voice in voices] == ["harbour office"]


def test_nobody_is_no_voice() -> None:
    for who in ("Nobody in Kessen", "It", "we"):
        nobody = Attribution(source=None, cue=at("said"), contents=(at("nine were missing"),), who=who)
        assert voices_of([nobody], at("nine"), text=TEXT, outlet=None) == ()
    somebody = Attribution(source=None, cue=at("said"), contents=(at("nine were missing"),), who="US")
    assert [voice.name for voice in voices_of([somebody], at("nine"), text=TEXT, outlet=None)] == ["US"]


def test_own_voice_outside_every_content() -> None:
    assert voices_of([OFFICE, HERALD], at("Nine"), text=TEXT, outlet=None) == ()


def test_denial_outweighs_hedge() -> None:
    clause = Clause(span=at("nine were missing"), head=0, tokens=(0,), certainty="hedged")
    denied = Attribution(source=None, cue=at("said"), contents=(at("nine were missing"),), who="", certainty="negated")
    assert certainty_of(clause, []) == "hedged"
    assert certainty_of(clause, [denied]) == "negated"
    assert certainty_of(None, []) == "stated"


def test_a_denial_in_one_clause_of_what_was_said_is_not_one_of_the_others() -> None:
    whole = at("The Kessen Herald reported that the harbour office said nine were missing")
    said = Attribution(source=None, cue=at("said"), contents=(whole,), who="", certainty="negated")
    plain = Clause(span=at("The Kessen Herald reported"), head=0, tokens=(0,), certainty="stated")
    denied = Clause(span=at("nine were missing"), head=1, tokens=(1,), certainty="negated")
    assert certainty_of(plain, [said], [plain, denied]) == "stated"
    assert certainty_of(denied, [said], [plain, denied]) == "negated"

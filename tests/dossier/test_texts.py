from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.dossier.book import open_book
from rashomon.dossier.form import read_form
from rashomon.dossier.texts import TextView, safe_url, text_views
from tests.dossier.drafting import Draft, number
from tests.dossier.ferry import ferry


def texts(ledger: dict[str, Any]) -> tuple[TextView, ...]:
    form = read_form(ledger)
    return text_views(open_book(form, form.stories[0]))


def words(view: TextView) -> list[str]:
    return ["".join(piece.text for piece in row) for row in view.paragraphs]


def test_marked_texts_are_the_texts() -> None:
    ledger = ferry()
    originals = {f"report={row['id']}": row["text"] for row in ledger["documents"]}
    for view in texts(ledger):
        assert words(view) == [line for line in originals[view.id].split("\n") if line.strip()]


def test_words_lead_to_their_question_and_bear_its_number() -> None:
    wire = next(view for view in texts(ferry()) if view.name == "Coastal Wire")
    piece = next(piece for row in wire.paragraphs for piece in row if piece.text == "38 crew")
    assert (piece.question, piece.tone, piece.number) == ("q=q07", "conflict", "7a")
    assert len(piece.anchors) == 1


def overlapping() -> dict[str, Any]:
    draft = Draft()
    draft.story("s", "event")
    draft.report("r", "Six of the twelve houses in the old town burned down.")
    draft.question("q1", "houses burned", "conflict", how="between-origins")
    draft.claim("r", "Six of the twelve houses", value=number(6, unit="house"))
    draft.question("q2", "houses", "single")
    draft.claim("r", "twelve houses", value=number(12, unit="house"))
    draft.question("q3", "what burned", "agree", kind="whether")
    draft.claim("r", "houses in the old town burned down")
    return draft.ledger()


def test_overlapping_claims_are_cut_where_one_begins_or_ends() -> None:
    row = texts(overlapping())[0].paragraphs[0]
    assert [piece.text for piece in row] == ["Six of the ", "twelve ", "houses", " in the old town burned down", "."]
    assert [piece.question for piece in row] == ["q=q1", "q=q1", "q=q1", "q=q3", ""]
    assert [len(piece.anchors) for piece in row] == [1, 1, 1, 0, 0]
    assert row[2].number == "1 2"
    assert [len(piece.parts.split()) for piece in row] == [0, 1, 2, 1, 0]


def test_each_claim_has_one_address() -> None:
    for ledger in (ferry(), overlapping()):
        found = [name for view in texts(ledger) for row in view.paragraphs for piece in row for name in piece.anchors]
        assert sorted(found) == sorted(f"claim={row['id']}" for row in ledger["claims"])


def test_a_claim_that_runs_over_lines_is_marked_in_each() -> None:
    draft = Draft()
    draft.story("s", "event")
    draft.report("r", "“The door was\nlocked,” she said.")
    draft.question("q", "door", "conflict", kind="whether", how="denial")
    draft.claim("r", "The door was\nlocked")
    rows = texts(draft.ledger())[0].paragraphs
    assert [piece.text for row in rows for piece in row if piece.question] == ["The door was", "locked"]


def test_code_points_count_not_utf16_units() -> None:
    draft = Draft()
    draft.story("s", "event")
    draft.report("r", "🇺🇦🔥 Some 👨‍👩‍👧 say 30 𝒽ouses burned.")
    draft.question("q", "houses", "single")
    draft.claim("r", "30 𝒽ouses", value=number(30, unit="house"))
    piece = next(piece for piece in texts(draft.ledger())[0].paragraphs[0] if piece.question)
    assert piece.text == "30 𝒽ouses"


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60), st.data())
def test_any_claims_on_any_text_leave_it_whole(text: str, data: st.DataObject) -> None:
    draft = Draft()
    draft.story("s", "event")
    draft.report("r", text)
    for place in range(data.draw(st.integers(0, 5))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        draft.question(f"q{place}", "label", "agree", kind="whether")
        draft.claim("r", text[start:end])
    found = "".join(words(texts(draft.ledger())[0]))
    assert found == "".join(line for line in text.splitlines() if line.strip())


def test_only_addresses_of_the_web_are_followed() -> None:
    assert safe_url("https://wire.example/a") == "https://wire.example/a"
    for url in ("javascript:alert(1)", "data:text/html,x", " https:/x", "file:///etc/passwd", "https://[", None):
        assert safe_url(url) == ""


def test_a_copy_names_its_original() -> None:
    copy = next(view for view in texts(ferry()) if view.name == "Tarsk Online")
    assert copy.copy_of == ("report=gazette", "Meravel Gazette")

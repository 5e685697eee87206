"""Words between quotation marks."""

import pytest

from rashomon.reading.parse import find_lines
from rashomon.reading.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left," Lund said. "It was dark."', ["We left,", "It was dark."]),
        ("“We left the ‘old’ mill,” he said.", ["We left the ‘old’ mill,"]),
        ("She called it ‘a hole in our memory’ and the workers’ house.", ["a hole in our memory"]),
        ("The workers’ union left.", []),
        ("“We left.\n“It was dark,” Lund said.", ["We left.", "It was dark,"]),
        ('Lund said: "We left.\nIt was dark."', ["We left.", "It was dark."]),
        ('Lund said: "We left.\nThe sea rose. "No," he added.', ["We left.", "No,"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [quotation.of(text) for quotation in find_quotations(text, find_lines(text))] == expected

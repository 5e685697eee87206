"""Marks of voices: a colour and a shape each, so that neither colour vision nor a colour printer is needed.

Colours are Okabe and Ito's (2008) without yellow, darkened or lightened in the style sheet to keep 3:1 against the page. Seven
colours and eight shapes have no common divisor, so 56 voices get 56 different marks.
"""

COLOURS = 7
SHAPES = (
    "M0-5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0-5.5Z",
    "M-4.8-4.8H4.8V4.8H-4.8Z",
    "M0-6.2L6 4.6H-6Z",
    "M0-6.5L6.5 0L0 6.5L-6.5 0Z",
    "M0 6.2L6-4.6H-6Z",
    "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
    "M-3.4-5.8H3.4L6.8 0L3.4 5.8H-3.4L-6.8 0Z",
    "M0-6.6L1.9-2.3L6.4-2L2.9 1L4 5.6L0 3.1L-4 5.6L-2.9 1L-6.4-2L-1.9-2.3Z",
)
"""Outlines of marks around the origin, about 12 px wide.

Circle, square, triangle up, diamond, triangle down, cross, hexagon, star. The style sheet cuts the same out of boxes among words.
"""
OWN = -1
"""Place of a report's own voice: a grey ring, since it proves no origin."""


def colour(place: int) -> str:
    """Return the style class of a voice's colour."""
    return "own" if place == OWN else f"o{place % COLOURS}"


def shape(place: int) -> int:
    """Return the index of a voice's shape."""
    return 0 if place == OWN else place % len(SHAPES)

"""Lines: number lines and time lines as SVG. Each lane is one voice's figure; its bounds are whiskers, its looseness soft ends.

A lane is an SVG of its own, as wide as its column and 22 px high: places are in per cent and marks in pixels, so nothing is ever
stretched. The words beside a lane are HTML, which wraps and can be read aloud; the drawing repeats them and is hidden from
assistive technology.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.dossier.axes import GAP, LETTER, Axis
from rashomon.dossier.plain import plain
from rashomon.dossier.shapes import SHAPES, colour, shape
from rashomon.dossier.words import squeeze

HEIGHT = 22
MIDDLE = HEIGHT // 2
REACH = 2000
"""Pixels that hair lines reach up from the axis: more than any chart is high."""
STACK = 14
"""Pixels between marks that stand on each other."""
LABEL_ROW = 15
"""Pixels between two rows of labels."""
STRIP = 300
"""Pixels that a strip has where it is narrowest: all of a phone, or three fifths of the column on a small tablet."""
LOOSE = 0.1
"""Half width of the soft ends of "around", as a share of the figure: a drawing's convention, no bound that anybody gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure or time on a line.

    Attributes:
        low: Lower bound, None where there is none. high: Upper bound, None where there is none.
        about: The bounds are loose. place: Place of its voice among the marks.
        certainty: A denied figure is crossed out; a hedged or planned one is drawn hollow.
    """

    low: float | None
    high: float | None
    about: bool = False
    place: int = -1
    certainty: str = "stated"


def lane(mark: Mark, axis: Axis) -> Markup:
    """Return the drawing of one lane."""
    # Width, height and base line are in the style sheet: there are hundreds of lanes on a page.
    return Markup(f'<svg class="lane {colour(mark.place)}">{"".join(body(mark, axis))}</svg>')


def scale(axis: Axis) -> Markup:
    """Return the axis under the lanes: its labels, and hair lines that reach up behind all lanes, where the chart clips them."""
    ends = f'<line class="axis" x1="{axis.place(-1e30)}%" x2="{axis.place(1e30)}%" y1="1" y2="1"/>'
    labels = "".join(
        f'<line class="axis" x1="{tick.x}%" x2="{tick.x}%" y1="1" y2="5"/>'
        f'<text x="{tick.x}%" y="17" text-anchor="middle">{Markup.escape(tick.label)}</text>'
        for tick in axis.ticks
    )
    hairs = [f'<line class="grid" x1="{tick.x}%" x2="{tick.x}%" y1="-{REACH}" y2="0"/>' for tick in axis.ticks]
    return wrap([*hairs, ends, labels], "scale", HEIGHT)


def wrap(parts: Iterable[str], name: str, height: int) -> Markup:
    """Return an SVG as wide as its column."""
    # Everything inside is numbers and escaped labels.
    return Markup(f'<svg class="{name}" width="100%" height="{height}" aria-hidden="true">{"".join(parts)}</svg>')


def body(mark: Mark, axis: Axis) -> list[str]:
    """Return whiskers, soft ends and the mark itself."""
    parts: list[str] = []
    low = None if mark.low is None else axis.place(mark.low)
    high = None if mark.high is None else axis.place(mark.high)
    if low is None and high is None:
        return parts
    if low is None:
        parts += [*whisker(1.5, high or 0.0), arrow(1.5, -1)]
    elif high is None:
        parts += [*whisker(low, 98.5), arrow(98.5, 1)]
    elif high > low:
        parts += bar(low, high)
    if mark.about:
        parts += soft(mark, axis)
    at = high if low is None else low if high is None else (low + high) / 2
    return [*parts, stamp(at or 0.0, mark)]


def whisker(start: float, end: float) -> list[str]:
    """Return the line of an open bound."""
    return [f'<line class="whisker" x1="{start}%" x2="{end}%" y1="{MIDDLE}" y2="{MIDDLE}"/>']


def arrow(at: float, way: int) -> str:
    """Return the head of an open bound, pointing right (1) or left (-1)."""
    return f'<svg x="{at}%" y="{MIDDLE}"><path class="head" d="M{-5 * way} -4L{way} 0L{-5 * way} 4"/></svg>'


def bar(start: float, end: float) -> list[str]:
    """Return a range with both ends capped."""
    caps = "".join(f'<line class="whisker" x1="{x}%" x2="{x}%" y1="{MIDDLE - 5}" y2="{MIDDLE + 5}"/>' for x in (start, end))
    band = f'<rect class="band" x="{start}%" y="{MIDDLE - 4}" width="{round(end - start, 2)}%" height="8"/>'
    return [band, *whisker(start, end), caps]


def soft(mark: Mark, axis: Axis) -> list[str]:
    """Return soft ends: three bands that fade outward, a tenth of the figure to either side."""
    low = mark.low if mark.low is not None else mark.high
    high = mark.high if mark.high is not None else mark.low
    if low is None or high is None:
        return []
    parts = []
    for share in (1.0, 0.66, 0.33):
        left = axis.place(low - abs(low) * LOOSE * share)
        right = axis.place(high + abs(high) * LOOSE * share)
        width = max(right - left, 0.1)
        parts.append(f'<rect class="soft" x="{left}%" y="{MIDDLE - 6}" width="{width:.2f}%" height="12" rx="6"/>')
    return parts


def stamp(at: float, mark: Mark) -> str:
    """Return the mark itself, in the shape of its voice."""
    name = "" if mark.certainty in ("stated", "negated") else ' class="hollow"'
    cross = '<path class="denied" d="M-7-7L7 7M-7 7L7-7"/>' if mark.certainty == "negated" else ""
    inner = f'<use{name} href="#s{shape(mark.place)}"/>{cross}'
    return f'<svg x="{at:.4g}%" y="{MIDDLE}">{inner}</svg>'


def symbols(places: Sequence[int] = tuple(range(len(SHAPES)))) -> Markup:
    """Return the shapes as definitions that every mark on the page uses."""
    paths = "".join(f'<path id="s{place}" d="{SHAPES[place]}"/>' for place in places)
    return Markup(f'<svg width="0" height="0" aria-hidden="true" class="defs"><defs>{paths}</defs></svg>')


def key(place: int) -> Markup:
    """Return a voice's mark for use among words."""
    return Markup(f'<i class="k {colour(place)} s{shape(place)}"></i>')


@dataclass(frozen=True, slots=True)
class Label:
    """Words under a mark."""

    mark: Mark
    words: str


def strip(marks: Sequence[Mark], labels: Sequence[Label], axis: Axis) -> Markup:
    """Return all marks on one line: those at one spot stand on each other, and labels take as many rows as keep them apart."""
    stacks: dict[float, int] = {}
    levels = []
    for mark in marks:
        spot = round(spot_of(mark, axis))
        levels.append(stacks.get(spot, 0))
        stacks[spot] = levels[-1] + 1
    rows = place_labels(labels, axis)
    top = max(stacks.values(), default=1) * STACK
    height = top + 6 + LABEL_ROW * (1 + max((row for _, _, row in rows), default=0))
    parts = [f'<line class="base" x1="0" x2="100%" y1="{top}" y2="{top}"/>']
    for mark, level in zip(marks, levels, strict=True):
        inner = "".join(body(mark, axis))
        parts.append(f'<svg y="{top - MIDDLE - level * STACK}" class="{colour(mark.place)}">{inner}</svg>')
    for x, words, row in rows:
        parts.append(f'<text x="{x}%" y="{top + 18 + row * LABEL_ROW}" text-anchor="middle">{Markup.escape(words)}</text>')
    return wrap(parts, "strip", height)


def spot_of(mark: Mark, axis: Axis) -> float:
    """Return where a mark's stamp stands, in per cent."""
    low = mark.low if mark.low is not None else mark.high
    high = mark.high if mark.high is not None else mark.low
    if low is None or high is None:
        return axis.place(0.0)
    if mark.low is None or mark.high is None:
        return axis.place(low)
    return (axis.place(low) + axis.place(high)) / 2


def place_labels(labels: Sequence[Label], axis: Axis) -> list[tuple[float, str, int]]:
    """Return (x in per cent, words, row) for each label, such that none touches another or an edge on the narrowest line."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for label in sorted(labels, key=lambda label: spot_of(label.mark, axis)):
        words = plain(squeeze(label.words, 24))
        half = (len(words) * LETTER + GAP) / 2 / STRIP * 100
        x = round(min(max(spot_of(label.mark, axis), half), 100 - half), 2) if half < 50 else 50.0
        row = next(
            (index for index, taken in enumerate(rows) if all(x + half <= a or b <= x - half for a, b in taken)), len(rows)
        )
        if row == len(rows):
            rows.append([])
        rows[row].append((x - half, x + half))
        placed.append((x, words, row))
    return placed

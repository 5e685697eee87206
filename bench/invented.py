"""Invented reports of one storm, as many and as long as a measurement needs: seeded, the same each time.

Each report draws from the same losses, place by place, told in changing words by changing voices; one figure in five is another
than in most reports. So questions have many answers in many reports, as those of one large event have.
"""

import random
from collections.abc import Iterator

PLACES = "Arden Brack Corvel Dunmore Estrin Falk Garran Holm Ister Jarrow Keld Lunn Marrow Nesse Orrin Pell".split()
VOICES = (
    "the Provincial Council",
    "Ilse Brandvold of the fire brigade",
    "fire chief Aron Tessel",
    "mayor Maren Oduya",
    "officials",
    "the Institute of Storms",
    "a resident",
    "two witnesses",
    "the Ministry of Transport",
)
LOSSES = (
    "{n} people were killed in {place}",
    "{n} people were injured in {place}",
    "{n} houses were destroyed in {place}",
    "{n} people were evacuated from {place}",
    "{n} bridges near {place} were damaged",
    "{n} families in {place} lost their homes",
    "about {n} cattle drowned around {place}",
    "repairs in {place} will cost {n} million crowns",
)
DEEDS = (
    "the road to {place} was closed",
    "the school in {place} was opened to the homeless",
    "the dam above {place} held",
    "no warning had been given in {place}",
    "soldiers brought drinking water to {place}",
    "the mayor of {place} asked for boats",
    "trains to {place} were stopped",
    "the hospital in {place} lost its power",
)
FRAMES = (
    "{voice} said {what}.",
    "According to {voice}, {what}.",
    "{What}, {voice} said on {day}.",
    "{What} on {day}.",
    "“{What},” said {voice}.",
)
DAYS = ("Friday", "Saturday", "Sunday")
ASIDES = (
    ("Rain", "Old leaves", "Torn roofing", "The smell of mud", "A brown light", "Broken reed", "Silence", "Loose straw"),
    ("hung over", "lay along", "drifted past", "settled on", "clung to", "crept through", "had filled", "blew across"),
    ("the orchards", "the mill lane", "the churchyard", "the ferry steps", "the football ground", "the lower fields"),
    ("while neighbours talked of roofs and rivers", "as it had in other wet springs", "until the wind turned", "for days",
     "and nobody had slept much", "though few who live there remember such water", "before the first boats came"),
)  # fmt: skip
"""What a sentence that claims nothing is put together from."""


def invent_reports(reports: int, words: int, *, asides: float = 0.15) -> Iterator[dict[str, str]]:
    """Yield reports: title, text of about so many words, outlet, date of publication.

    Args:
        reports: How many.
        words: Of each, about.
        asides: Share of sentences that are about no loss. Real reports have about two claims in three of those that half gives.
    """
    draw = random.Random(11)
    losses = {(loss, place): draw.randint(2, 90) for loss in LOSSES for place in PLACES}
    for number in range(reports):
        lines = [f"Storm over the province leaves {draw.choice(PLACES)} under water"]
        while sum(len(line.split()) for line in lines) < words:
            lines.append(" ".join(sentence(draw, losses, asides) for _ in range(3)))
        at = f"2031-05-{9 + number // 24:02}T{number % 24:02}:00:00+02:00"
        yield {"title": lines[0], "text": "\n".join(lines), "outlet": f"Outlet {number + 1}", "published": at}


def sentence(draw: random.Random, losses: dict[tuple[str, str], int], asides: float) -> str:
    """Return a sentence: a loss with its figure, something that was done, or an aside."""
    place, sort = draw.choice(PLACES), draw.random()
    if sort < asides:
        one, two = (" ".join(draw.choice(words) for words in ASIDES) for _ in range(2))
        return f"{one} in {place}, and {two[0].lower()}{two[1:]}."
    if sort < asides + (1 - asides) * 0.3:
        what = draw.choice(DEEDS).format(place=place)
    else:
        loss = draw.choice(LOSSES)
        figure = losses[loss, place] + (draw.randint(1, 9) if draw.random() < 0.2 else 0)
        what = loss.format(n=figure, place=place)
    voice = draw.choice(VOICES)
    filled = draw.choice(FRAMES).format(voice=voice, what=what, What=what[0].upper() + what[1:], day=draw.choice(DAYS))
    return filled[0].upper() + filled[1:]

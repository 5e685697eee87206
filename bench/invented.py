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
    "Rain had fallen on the province for three days before the wind rose.",
    "Nobody had slept much, and the talk in the halls was of roofs and rivers.",
    "The valley has seen such water before, though few who live there remember it.",
)


def invent_reports(reports: int, words: int) -> Iterator[dict[str, str]]:
    """Yield reports: title, text of about so many words, outlet, date of publication."""
    draw = random.Random(11)
    losses = {(loss, place): draw.randint(2, 90) for loss in LOSSES for place in PLACES}
    for number in range(reports):
        lines = [f"Storm over the province leaves {draw.choice(PLACES)} under water"]
        while sum(len(line.split()) for line in lines) < words:
            lines.append(" ".join(sentence(draw, losses) for _ in range(3)))
        at = f"2031-05-{9 + number // 24:02}T{number % 24:02}:00:00+02:00"
        yield {"title": lines[0], "text": "\n".join(lines), "outlet": f"Outlet {number + 1}", "published": at}


def sentence(draw: random.Random, losses: dict[tuple[str, str], int]) -> str:
    """Return a sentence: a loss with its figure, something that was done, or an aside."""
    place, sort = draw.choice(PLACES), draw.random()
    if sort < 0.15:
        return draw.choice(ASIDES)
    if sort < 0.4:
        what = draw.choice(DEEDS).format(place=place)
    else:
        loss = draw.choice(LOSSES)
        figure = losses[loss, place] + (draw.randint(1, 9) if draw.random() < 0.2 else 0)
        what = loss.format(n=figure, place=place)
    voice = draw.choice(VOICES)
    filled = draw.choice(FRAMES).format(voice=voice, what=what, What=what[0].upper() + what[1:], day=draw.choice(DAYS))
    return filled[0].upper() + filled[1:]

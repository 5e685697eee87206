"""An invented event in seven reports: a fire on a ferry, told with conflicts, updates, a denial and a wire that others copy."""

from tests.dossier.drafting import Draft, Json, number

WIRE = """Fire on ferry off Port Meravel kills at least nine
PORT MERAVEL, May 3 - A fire on the car ferry Halcyon Dawn killed at least nine people late on Friday, the Sound Coastguard said.
The ship was carrying 412 passengers and 38 crew from Tarsk to Port Meravel, operator Blue Sound Lines said.
The fire broke out on the car deck shortly before 23:00 on May 2, coastguard commander Ilse Brandvold told reporters.
About 60 people were taken to hospital, most of them with smoke in their lungs, according to the regional health board.
Two doors on the car deck were locked, a surviving passenger told Coastal Wire.
Rescue boats picked up 395 people, Brandvold said. Some 30 were still missing on Saturday morning.
The ferry, built in 2004, is 142 metres (466 feet) long. A fire on its sister ship killed 41 people in 1998."""

GAZETTE = """At least nine dead in ferry fire
A fire on the car ferry Halcyon Dawn killed at least nine people late on Friday, the Sound Coastguard said.
The ship was carrying 412 passengers and 38 crew from Tarsk to Port Meravel, operator Blue Sound Lines said.
Dozens of relatives waited in the terminal through the night. Our reporter counted seven ambulances on the quay.
Mayor Tove Askild said the town would open 120 beds in the sports hall.
“We heard three bangs and then the lights went out,” a lorry driver said."""

HERALD = """Ferry death toll rises to 14
The number of people killed in the fire on the Halcyon Dawn has risen to 14, the Sound Coastguard said on Sunday.
Eleven people were still missing, it said.
Blue Sound Lines repeated that 412 passengers had been on board. Police put the number at 437, saying that children under four \
are not counted when tickets are sold.
“No door was locked at any time,” the managing director of the company, Aron Tessel, said.
Prosecutor Maren Oduya opened an investigation into the company on May 3.
The damage is put at €40 million ($43 million) by the insurers' association.
The ferry passed its last inspection in March 2031, Tessel said."""

RADIO = """Ferry fire: what we know
Fourteen people died, the coastguard says. Between 55 and 65 people are in hospital, according to the health board.
The fire started in a lorry loaded with batteries, two officials said.
The doors of the car deck were locked, three survivors told Radio Tarsk.
More than 20 boats and up to six helicopters took part in the search.
The operator's ships carry 1.2 million passengers a year. A ticket costs between 38 and 95 euros.
Divers will go down on May 9, the coastguard said."""

UNION = """Statement of the Seamen's Union
Our own count is 16 dead, among them five of the crew. The crew numbered 42, not 38.
We believe that the fire began in the engine room.
We asked for more crew on this line on 11 February 2031 and again in April. Nothing was done.
Article 14(b) of the line's own rules asks for a round every 30 minutes."""

ISLANDER = """Batteries caused ferry fire, says prosecutor
The fire on the Halcyon Dawn began in a lorry loaded with batteries, prosecutor Maren Oduya said on Monday.
The police list names 15 passengers among the dead. The coastguard's count stood at 14.
Blue Sound Lines withdrew its earlier figure and said that 437 passengers had been on board.
The last inspection was in November 2030, the Maritime Authority said.
The insurers' association now expects claims of up to €55 million.
A search by divers is planned for May 9. A third of the lifeboats could not be lowered, Oduya said."""

COASTGUARD, LINES, POLICE = "Sound Coastguard", "Blue Sound Lines", "Police"


def ferry() -> Json:
    """Return the ledger of the ferry fire."""
    draft = Draft()
    draft.story("s1", "Fire on the ferry Halcyon Dawn off Port Meravel")
    add_reports(draft)
    add_toll(draft)
    add_ship(draft)
    add_cause(draft)
    add_single(draft)
    add_background(draft)
    add_lineage(draft)
    draft.not_read = [
        {"path": "folder/scan-0412.pdf", "why": "encrypted: a password is needed"},
        {"path": "folder/notes.txt", "why": "empty file"},
    ]
    draft.stray("union", "14(b)", "a number inside a name or a list")
    draft.stray("radio", "six", "its head was not found")
    return draft.ledger()


def add_reports(draft: Draft) -> None:
    """Add the seven reports."""
    zone = "+02:00"
    draft.report(
        "wire", WIRE, title=WIRE.partition("\n")[0], outlet="Coastal Wire", published=f"2031-05-03T06:40:00{zone}",
        url="https://coastalwire.example/2031/05/03/halcyon-dawn", level="public",
    )  # fmt: skip
    draft.report("gazette", GAZETTE, title=GAZETTE.partition("\n")[0], outlet="Meravel Gazette", published="2031-05-03")
    draft.report(
        "herald", HERALD, title=HERALD.partition("\n")[0], outlet="Northern Herald", published=f"2031-05-04T18:10:00{zone}",
        url="https://herald.example/ferry-toll", level="public",
    )  # fmt: skip
    draft.report(
        "radio", RADIO, title="Ferry fire: what we know", outlet="Radio Tarsk", published="2031-05-04", published_guessed=True
    )
    draft.report("union", UNION)
    draft.report("islander", ISLANDER, title=ISLANDER.partition("\n")[0], outlet="Islander Daily", published="2031-05-05")
    draft.report("zcopy", GAZETTE, title="At least nine dead in ferry fire", outlet="Tarsk Online", copy_of="gazette")


def add_toll(draft: Draft) -> None:
    """Add the dead, missing and injured."""
    draft.question(
        "q01", "people killed in the fire", "conflict", how="between-origins", origins={"at_least": 2, "at_most": 3},
        because="“14” and “16 dead” cannot both be right as stated. Rests on 2 named (Sound Coastguard, Seamen's Union).",
    )  # fmt: skip
    nine = number(9, -1, counted="people")
    for name in ("wire", "gazette", "zcopy"):
        draft.claim(name, "at least nine people", "a", value=nine, voices=(COASTGUARD,))
    draft.claim("wire", "at least nine", "a", value=nine)
    draft.claim("herald", "14", "b", value=number(14, counted="people"))
    draft.claim("herald", "14", "b", nth=2, value=number(14, counted="people"), voices=(COASTGUARD,))
    draft.claim("radio", "Fourteen people", "b", value=number(14, counted="people"), voices=("coastguard",))
    draft.claim("islander", "14", "b", value=number(14), voices=("coastguard",))
    toll = draft.claim("union", "16 dead", "c", value=number(16, counted="dead"))
    row = next(claim for claim in draft.claims if claim["id"] == toll)
    pins = [{"document": "herald", "start": HERALD.index("14"), "end": HERALD.index("14") + 2}]
    pins.append({"document": "union", "start": row["focus"][0], "end": row["focus"][1]})
    draft.questions[-1]["reasons"] = [{"why": "“14” and “16 dead” cannot both be right as stated.", "spans": pins}]
    draft.question(
        "q02", "people missing", "update", how="event", origins={"at_least": 1, "at_most": 2},
        because="“Some 30” and “Eleven people” follow each other in the order of publication.",
    )  # fmt: skip
    draft.claim("wire", "Some 30", "a", value=number(30, about=True))
    draft.claim("herald", "Eleven people", "b", value=number(11, counted="people"), voices=(COASTGUARD,))
    draft.question(
        "q03", "passengers among the dead", "conflict", how="part-exceeds-whole", part_of="q01",
        because="15 passengers cannot be among 14 dead.",
    )  # fmt: skip
    draft.claim("islander", "15 passengers", "a", value=number(15, counted="passengers"), voices=("police list",))
    draft.question("q04", "people taken to hospital", "agree", origins={"at_least": 1, "at_most": 1})
    draft.claim("wire", "About 60 people", "a", value=number(60, about=True, counted="people"), voices=("regional health board",))
    draft.claim(
        "radio", "Between 55 and 65 people", "a", value=number(55, 65, counted="people"), voices=("health board",)
    )  # fmt: skip
    draft.question("q05", "crew among the dead", "single", part_of="q01")
    draft.claim("union", "five of the crew", "a", value=number(5, counted="crew"))


def add_ship(draft: Draft) -> None:
    """Add who was on board, the damage and the dates."""
    draft.question(
        "q06", "passengers on board", "update", how="correction", origins={"at_least": 2, "at_most": 3},
        because="Blue Sound Lines withdrew “412 passengers” and now says “437 passengers”.",
    )  # fmt: skip
    for name in ("wire", "gazette", "zcopy", "herald"):
        draft.claim(name, "412 passengers", "a", value=number(412, counted="passengers"), voices=(LINES,))
    draft.claim("herald", "437", "b", value=number(437), voices=(POLICE,))
    draft.claim("islander", "437 passengers", "b", value=number(437, counted="passengers"), voices=(LINES,))
    draft.question("q07", "crew on board", "conflict", how="between-origins", origins={"at_least": 2, "at_most": 2})
    for name in ("wire", "gazette", "zcopy"):
        draft.claim(name, "38 crew", "a", value=number(38, counted="crew"), voices=(LINES,))
    draft.claim("union", "42", "b", value=number(42, counted="crew"))
    draft.question("q08", "damage", "differ", origins={"at_least": 1, "at_most": 1}, because="The figures can both hold.")
    also = [{"low": 43e6, "high": 43e6, "unit": "USD", "start": HERALD.index("$43"), "end": HERALD.index("$43") + 11}]
    money = number(40e6, unit="EUR", counted="damage", also=also)
    draft.claim("herald", "€40 million ($43 million)", "a", value=money, voices=("insurers' association",))
    most = number(None, 55e6, unit="EUR", counted="claims")
    draft.claim("islander", "up to €55 million", "b", value=most, voices=("insurers' association",), certainty="future")
    draft.question("q09", "date of the last inspection", "conflict", kind="time", how="between-origins")
    draft.questions[-1]["origins"] = {"at_least": 2, "at_most": 2}
    draft.claim("herald", "March 2031", "a", time="2031-03", voices=("Aron Tessel",))
    draft.claim("islander", "November 2030", "b", time="2030-11", voices=("Maritime Authority",))
    draft.question("q10", "date of the divers' search", "agree", kind="time", origins={"at_least": 1, "at_most": 2})
    draft.claim("radio", "May 9", "a", time="2031-05-09", voices=("coastguard",), certainty="future")
    draft.claim("islander", "May 9", "a", time="2031-05-09", certainty="future")
    draft.question("q11", "date of the fire", "single", kind="time")
    draft.claim("wire", "shortly before 23:00 on May 2", "a", time="2031-05-02T23:00+02:00", voices=("Ilse Brandvold",))
    draft.question("q12", "date when the investigation was opened", "single", kind="time")
    draft.claim("herald", "May 3", "a", time="2031-05-03")


def add_cause(draft: Draft) -> None:
    """Add what happened, whether it did, and who denies it."""
    draft.question(
        "q13", "doors on the car deck were locked", "conflict", kind="whether", how="denial",
        origins={"at_least": 2, "at_most": 4}, because="A claim and its denial.",
    )  # fmt: skip
    draft.claim("wire", "Two doors on the car deck were locked", "a", voices=("a surviving passenger",))
    draft.claim("radio", "The doors of the car deck were locked", "a", voices=("three survivors",))
    draft.claim("herald", "No door was locked at any time", "b", voices=("Aron Tessel",), certainty="negated")
    draft.question("q14", "where the fire began", "conflict", kind="whether", how="between-origins")
    draft.questions[-1]["origins"] = {"at_least": 2, "at_most": 4}
    draft.claim("islander", "Batteries caused ferry fire", "a", voices=("prosecutor",))
    draft.claim("islander", "began in a lorry loaded with batteries", "a", voices=("Maren Oduya",))
    draft.claim("radio", "started in a lorry loaded with batteries", "a", voices=("two officials",))
    draft.claim("union", "the fire began in the engine room", "b", certainty="hedged")
    draft.claim("wire", "broke out on the car deck", "c", voices=("Ilse Brandvold",))
    draft.question("q15", "an investigation was opened", "single", kind="whether")
    draft.claim("herald", "Prosecutor Maren Oduya opened an investigation into the company")
    draft.question("q16", "lifeboats could not be lowered", "single", kind="quantity")
    third = number(0.333, unit="share", about=True, counted="the lifeboats")
    draft.claim("islander", "A third of the lifeboats", value=third, voices=("Maren Oduya",))
    draft.question("q17", "the lights went out after bangs", "single", kind="whether")
    draft.claim("gazette", "the lights went out", voices=("a lorry driver",))
    draft.claim("zcopy", "the lights went out", voices=("a lorry driver",))


def add_single(draft: Draft) -> None:
    """Add figures that one report has."""
    draft.question("q18", "relatives waiting in the terminal", "single")
    for name in ("gazette", "zcopy"):
        draft.claim(name, "Dozens of relatives", value=number(24, -1, about=True, counted="relatives"))
    draft.question("q19", "ambulances on the quay", "single")
    for name in ("gazette", "zcopy"):
        draft.claim(name, "seven ambulances", value=number(7, unit="ambulance", counted="ambulances"), observed=True)
    draft.question("q20", "beds in the sports hall", "single")
    for name in ("gazette", "zcopy"):
        beds = number(120, unit="bed", counted="beds")
        draft.claim(name, "120 beds", value=beds, voices=("Tove Askild",), certainty="future")
    draft.question("q21", "boats in the search", "single")
    draft.claim("radio", "More than 20 boats", value=number(20, -1, unit="boat", counted="boats"))
    draft.question("q22", "people picked up by rescue boats", "single")
    draft.claim("wire", "395 people", value=number(395, counted="people"), voices=("Ilse Brandvold",))
    draft.question("q23", "the union asked for more crew", "single", kind="whether")
    draft.claim("union", "We asked for more crew on this line")


def add_background(draft: Draft) -> None:
    """Add what is no part of the event."""
    draft.question("q24", "length of the ferry", "single", background=True)
    also = [{"low": 466, "high": 466, "unit": "foot", "start": WIRE.index("466"), "end": WIRE.index("466") + 8}]
    draft.claim("wire", "142 metres (466 feet)", value=number(142, unit="m", counted="long", also=also))
    draft.question("q25", "year in which the ferry was built", "single", kind="time", background=True)
    draft.claim("wire", "2004", time="2004")
    draft.question("q26", "people killed on the sister ship in 1998", "single", background=True)
    draft.claim("wire", "41 people", value=number(41, counted="people"))
    draft.question("q27", "passengers of the operator a year", "single", background=True)
    draft.claim("radio", "1.2 million passengers a year", value=number(1.2e6, counted="passengers", per="year"))
    draft.question("q28", "price of a ticket", "single", background=True)
    draft.claim("radio", "between 38 and 95 euros", value=number(38, 95, unit="EUR", counted="ticket"))


def add_lineage(draft: Draft) -> None:
    """Add who draws on whom."""
    draft.origins = [
        {"id": "o-coastguard", "name": COASTGUARD, "names": [COASTGUARD, "coastguard"]},
        {"id": "o-lines", "name": LINES, "names": [LINES]},
        {"id": "o-tessel", "name": "Aron Tessel", "names": ["Aron Tessel"]},
        {"id": "o-oduya", "name": "Maren Oduya", "names": ["Maren Oduya", "prosecutor"]},
        {"id": "o-board", "name": "regional health board", "names": ["regional health board", "health board"]},
    ]
    passage = "A fire on the car ferry Halcyon Dawn killed at least nine people late on Friday, the Sound Coastguard said."
    draft.draws(
        "gazette", "wire", "copies", f"52% of the shorter report's wording stands in the other, such as “{passage}”.", passage
    )
    draft.draws("zcopy", "gazette", "copies", "The texts are the same, character for character.", GAZETTE)
    draft.draws("herald", "o-coastguard", "cites", "It gives 2 of its claims as said by Sound Coastguard.", COASTGUARD)
    draft.draws("wire", "o-coastguard", "cites", "It gives 1 of its claims as said by Sound Coastguard.", COASTGUARD)
    draft.draws(
        "radio", "islander", "shares-origin", "Both tell of a lorry loaded with batteries.", "a lorry loaded with batteries"
    )
    draft.draws("islander", "o-oduya", "cites", "It gives 3 of its claims as said by Maren Oduya.", "Maren Oduya")


def two_events() -> Json:
    """Return a ledger of two stories: the ferry fire and a bridge that is to be torn down."""
    ledger = ferry()
    draft = Draft()
    draft.story("s2", "Council of Vell votes on the old bridge")
    draft.report("vell1", "Council votes 9 to 4 to tear down bridge\nThe bridge will close on 1 June 2031.", outlet="Vell Post")
    draft.report("vell2", "The bridge will close on 3 June 2031, the mayor said.", outlet="Vell Courier", published="2031-05-20")
    draft.question("v01", "date when the bridge closes", "conflict", kind="time", how="between-origins")
    draft.claim("vell1", "1 June 2031", "a", time="2031-06-01", certainty="future")
    draft.claim("vell2", "3 June 2031", "b", time="2031-06-03", voices=("the mayor",), certainty="future")
    other = draft.ledger()
    for key in ("documents", "stories", "claims", "questions"):
        ledger[key] += other[key]
    return ledger

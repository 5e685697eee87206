"""Words that stand in and around names: titles, roles, institutions, short given names."""

ARTICLES = frozenset({"the", "a", "an"})
SMALL = frozenset("of the for and in on at de la le les du des di da do dos y und &".split())
"""Words that initials leave out and that distinguish nothing."""

PARTICLES = frozenset("al el ul bin ibn ben van von der den de del della di da dos du la le ter st".split())
"""Words before a surname; they distinguish nothing."""

SUFFIXES = frozenset("jr sr ii iii iv phd md qc kc esq mp mep".split())

TITLES = frozenset(
    """
mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness king queen prince princess duke duchess emperor sheikh
sheik shaikh president vice premier chancellor prime minister secretary senator sen representative rep congressman
congresswoman governor gov mayor councillor councilman councilwoman ambassador envoy commissioner director chairman chairwoman
chair chief deputy assistant acting interim former ex late then foreign interior defence defense finance health justice
education state attorney general judge justice magistrate prosecutor lawyer captain capt commander cmdr colonel col lieutenant
lt major maj general gen brigadier brig admiral adm vice-admiral rear commodore marshal sergeant sgt corporal cpl private pvt
officer constable inspector superintendent detective sheriff marshal pope cardinal archbishop bishop father rev reverend
pastor imam ayatollah hojatoleslam mullah rabbi brother sister coach manager captain spokesman spokeswoman spokesperson
analyst seismologist economist scientist author reporter correspondent editor witness resident head leader chairperson ceo cfo
coo founder owner supreme acting senior junior lead police army navy naval union party
""".split()
)
"""Words before a person's name that say who it is ("Deputy Police Chief Ana Ruiz")."""

INSTITUTIONS = frozenset(
    """
ministry department dept office agency service services bureau police army navy military forces force guard coastguard
government parliament senate congress council committee commission court tribunal embassy consulate party union federation
association organization organisation organizations foundation institute institution university college school hospital clinic
centre center bank fund company companies corporation corp inc ltd llc plc group holdings airline airlines airways railway
railways airport authority authorities administration news times post herald tribune press agency television tv radio network
channel daily journal gazette newspaper magazine club team league society church museum station survey command brigade
division battalion regiment intelligence security assembly bundestag knesset duma cabinet presidency secretariat board chamber
exchange telecom
""".split()
)
"""Words that show a name to be an organization's."""

GENERIC = INSTITUTIONS | frozenset(
    """
foreign interior defence defense finance health justice education national state federal central local regional city municipal
county provincial public royal general supreme high prime international united main emergency fire rescue ambulance space
geological meteorological weather civil naval air border coast navy
""".split()
)
"""Words of which institutions of many countries and towns have one: alone they tell no two apart."""

CORPORATE = frozenset("company companies corporation corp inc ltd llc plc group holdings co ag sa gmbh".split())
"""Words that a company's name has or leaves out."""

OUTLETS = frozenset(
    "news times post herald tribune press journal gazette daily guardian mail telegraph star sun globe courier chronicle "
    "observer examiner inquirer express mirror echo bulletin dispatch monitor weekly wire newswire independent sentinel "
    "argus".split()
)
"""Words by which an outlet is called for short ("the Times")."""

ROLES = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons statement website".split())
"""Who speaks for an institution is that institution's voice."""

UNNAMED = frozenset(
    """
official officials source sources witness witnesses eyewitness eyewitnesses resident residents analyst analysts expert experts
authorities villager villagers survivor survivors neighbour neighbours neighbor neighbors relative relatives observer
observers diplomat diplomats doctor doctors medic medics rescuer rescuers worker workers activist activists protester
protesters critic critics passenger passengers employee employees student students scientist scientists researcher researchers
investigator investigators detective detectives officer officers soldier soldiers commander commanders spokesman spokeswoman
spokesperson spokesmen aide aides adviser advisers advisor lawmaker lawmakers minister ministers politician politicians trader
traders economist economists people person man woman men women reporter reporters journalist journalists correspondent report
reports media friend friends family families colleague colleagues executive executives insider insiders lawyer lawyers
prosecutor prosecutors judge leader leaders locals local someone somebody some many others other several both one two three
four five he she they it who engineers engineer seismologist seismologists firefighter firefighters paramedic paramedics staff
crew captain fan fans teammate teammates agent agents user users blogger bloggers opposition rebels militants pirates
sergeant lieutenant inspector constable superintendent trooper patrolman
supporters organisers organizers statement documents document records record spokespeople authority bystander bystanders expert
""".split()
)
"""Head words of voices without a name ("a naval officer", "two sources")."""

BODIES = frozenset(
    """
police authorities army military navy government ministry department office company club team union hospital court council
party coastguard guard agency troops forces
""".split()
)
"""Bodies that people speak for."""

ON_THE_SPOT = frozenset(
    "witness eyewitness resident bystander survivor neighbour neighbor employee worker passenger onlooker villager local shopper "
    "tourist student relative fisherman driver customer woman man".split()
)
"""Who was there."""
OUTSIDE = frozenset("expert analyst economist scientist observer researcher academic commentator historian critic".split())
"""Who judges from outside."""

MEDIA = OUTLETS | frozenset("newspaper paper television tv radio station broadcaster channel network magazine".split())
"""Words by which a medium is known."""
AGENCIES = frozenset(
    "ap afp reuters xinhua tass interfax dpa ansa efe upi pti ians kyodo yonhap mena irna isna fars tasnim anadolu bloomberg bbc "
    "cnn nbc cbs abc itv sky npr pbs cbc rte nhk ndtv wafa sana kcna".split()
)
"""Agencies and broadcasters that are known by their letters."""

NICKNAMES = {
    short: full
    for full, shorts in {
        "alexander": "alex sasha",
        "andrew": "andy drew",
        "anthony": "tony",
        "benjamin": "ben",
        "catherine": "kate cathy",
        "charles": "charlie chuck",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "donald": "don",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth betty",
        "gerald": "gerry jerry",
        "gregory": "greg",
        "james": "jim jimmy",
        "jeffrey": "jeff",
        "john": "johnny jack",
        "joseph": "joe",
        "kenneth": "ken",
        "lawrence": "larry",
        "leonard": "len leo",
        "margaret": "maggie peggy",
        "matthew": "matt",
        "michael": "mike mick",
        "nicholas": "nick",
        "patricia": "pat",
        "patrick": "pat paddy",
        "peter": "pete",
        "richard": "dick rick",
        "robert": "bob rob bobby",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve",
        "steven": "steve",
        "susan": "sue",
        "theodore": "theo ted",
        "thomas": "tom tommy",
        "timothy": "tim",
        "vladimir": "volodymyr",
        "william": "bill will billy",
    }.items()
    for short in shorts.split()
}
"""Short given names; where one stands for two ("Ted"), either will do, and the last full one in the table is kept."""

FAMILY_FIRST = frozenset(
    """
kim park lee pak choi jung kang cho yoon jang lim han shin oh seo kwon hwang ahn song ryu xi li wang zhang liu chen yang huang
zhao wu zhou xu sun ma zhu hu lin guo he gao liang zheng luo tang deng feng nguyen tran le pham hoang vo dang bui do ngo duong
ri ro mao
""".split()
)
"""Family names that stand first, so that the short form of "Kim Jong Un" is "Kim"."""

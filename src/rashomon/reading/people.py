"""Nouns for people: what is counted in persons. Group nouns (family, crew of a ship, couple, team) stay what they are."""

PEOPLE = frozenset(
    """
    person people man woman child boy girl baby infant toddler teenager teen youth adult adolescent youngster kid pensioner
    human individual soul citizen civilian national resident inhabitant local villager townspeople islander native foreigner
    migrant immigrant refugee asylum-seeker evacuee settler tourist visitor traveller passenger commuter pedestrian motorist
    driver cyclist pilot sailor seaman seafarer mariner crewman crewmember crew fisherman diver captain officer soldier troop
    troops serviceman servicewoman marine recruit conscript reservist veteran paratrooper commando fighter militant rebel
    insurgent guerrilla gunman attacker assailant terrorist extremist jihadist bomber hijacker pirate brigand bandit robber
    thief burglar raider suspect criminal convict inmate prisoner detainee hostage captive captor victim casualty survivor
    wounded injured dead missing fatality patient doctor nurse medic paramedic surgeon physician rescuer responder firefighter
    fireman police policeman policewoman constable detective agent guard bodyguard sniper engineer sapper technician mechanic
    worker employee labourer laborer staff staffer colleague coworker co-worker manager executive boss director partner member
    representative delegate deputy lawmaker legislator senator congressman minister official spokesman spokesperson
    spokeswoman diplomat ambassador envoy politician leader president governor mayor king queen prince judge lawyer attorney
    prosecutor juror witness bystander onlooker expert analyst scientist researcher student pupil schoolchild schoolgirl
    schoolboy teacher professor academic journalist reporter correspondent photographer cameraman editor blogger activist
    campaigner protester protestor demonstrator rioter striker marcher supporter follower fan spectator player athlete
    footballer coach voter elector candidate participant attendee guest customer client consumer shopper user subscriber
    taxpayer applicant beneficiary volunteer donor aide adviser advisor assistant servant personnel neighbour neighbor friend
    relative parent mother father mum dad son daughter brother sister sibling husband wife spouse widow orphan twin grandparent
    grandmother grandfather uncle aunt cousin nephew niece farmer miner builder carpenter electrician cook chef waiter waitress
    cleaner clerk accountant banker trader dealer businessman businesswoman entrepreneur investor shareholder owner landlord
    tenant vendor seller buyer artist actor actress singer musician dancer performer writer author poet priest monk nun imam
    cleric pastor bishop rabbi pilgrim worshipper peacekeeper observer monitor inspector investigator operator operative
    mercenary contractor trooper general colonel major lieutenant sergeant corporal infantryman cadet guardsman carabinier
    anarchist communist trouble-maker troublemaker hooligan looter arsonist vandal youths folk folks men women children others
    combatant noncombatant sympathizer loyalist separatist nationalist unionist islamist hostage-taker stowaway trafficker
    smuggler dissident defector exile deportee returnee homeless jobless unemployed elderly sick disabled servicemember
    greek turk swede dane finn pole spaniard czech serb croat arab kurd briton scot brit thai filipino afghan pakistani saudi
    american european african asian german russian
    negotiator mediator mourner porter gang-member accomplice culprit
    companion teammate team-mate classmate roommate housemate flatmate occupant dependant dependent newcomer graduate intern
    trainee apprentice nominee winner finalist contestant grandchild grandchildren grandkid grandson granddaughter stepchild
    comrade gunner attendant lad lass innocent schoolmate helper orderly thug warder warden jailer scapegoat defendant plaintiff
    claimant litigant heckler kidnapper abductor saver borrower lender debtor creditor jobseeker newborn tot tween sunbather
    bather holidaymaker vacationer lodger squatter dweller homeowner householder commoner peasant herder herdsman shepherd nomad
    tribesman elder chieftain chief warlord strongman henchman gangster mobster bandleader ringleader mastermind informant
    informer whistleblower spy saboteur courier messenger conductor stoker stevedore docker longshoreman welder plumber painter
    mason roofer baker butcher brewer grocer tailor barber hairdresser cobbler blacksmith locksmith joiner gardener forester
    logger lumberjack ranger gamekeeper hunter trapper poacher butler maid housekeeper nanny babysitter childminder caregiver
    carer midwife pharmacist dentist vet veterinarian therapist counsellor counselor psychologist psychiatrist coroner
    pathologist undertaker gravedigger bailiff usher steward stewardess navigator helmsman skipper bosun deckhand oarsman rower
    yachtsman kayaker canoeist parachutist skydiver balloonist astronaut cosmonaut racer biker motorcyclist scooterist skater
    snowboarder golfer boxer wrestler fencer archer gymnast cricketer batsman bowler goalkeeper defender midfielder referee
    umpire linesman trainer scout bettor gambler bookie hawker peddler pedlar busker beggar vagrant drifter hitchhiker
    hitch-hiker runaway truant dropout freshman sophomore undergraduate postgraduate alumnus lecturer tutor dean provost
    headmaster headmistress principal librarian archivist curator historian economist chemist physicist biologist geologist
    seismologist meteorologist astronomer mathematician statistician programmer coder hacker gamer influencer streamer podcaster
    broadcaster presenter newsreader columnist critic reviewer publisher printer novelist playwright screenwriter composer
    songwriter drummer guitarist pianist violinist singer-songwriter rapper clown juggler acrobat magician stylist usherette
    bouncer doorman concierge receptionist secretary typist bookkeeper auditor actuary broker stockbroker financier magnate
    tycoon oligarch billionaire millionaire heir heiress benefactor philanthropist sponsor backer lobbyist canvasser pollster
    statesman stateswoman premier chancellor viceroy emperor empress duke duchess earl baron baroness lord lady knight squire
    aristocrat courtier pope cardinal archbishop deacon chaplain preacher missionary disciple atheist heretic martyr saint
    hermit townsman countryman compatriot expatriate expat emigrant colonist colonizer pioneer crusader conqueror invader
    occupier aggressor oppressor tyrant dictator despot usurper plotter conspirator putschist mutineer deserter turncoat traitor
    collaborator partisan militiaman legionnaire grenadier rifleman artilleryman machine-gunner bombardier cavalryman lancer
    hussar dragoon musketeer swordsman bowman firebug shoplifter pickpocket mugger fraudster swindler forger counterfeiter
    racketeer extortionist blackmailer rapist molester paedophile pedophile stalker murderer killer slayer assassin hitman
    executioner hangman torturer slaver enslaver slave serf bondsman picket arbitrator ombudsman commissioner registrar notary
    paralegal solicitor barrister magistrate sheriff marshal patrolman gendarme carabiniere coastguardsman shelterer sleeper
    dosser amputee diabetic asthmatic inpatient outpatient addict alcoholic smoker drinker diner eater picnicker reveller
    reveler partygoer clubber concertgoer
    airman airmen lifeguard climber hiker skier swimmer surfer runner walker rider jogger camper trekker mountaineer
    """.split()
)
"""Written by hand; the endings below add what lists never exhaust."""
ENDINGS = (
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "ologist",
    "goer",
    "holder",
    "seeker",
    "worker",
    "keeper",
    "maker",
    "ician",
    "ist",
)
"""Endings of compounds that name people: "policewoman", "churchgoer", "hostage-taker" is in the list."""
NATIONALITIES = ("ian", "ean", "ese", "ish", "ani", "aqi", "eli", "eni", "ali", "can")
"""Endings of nouns for a nationality in the plural or after a number: "12 Iranians", "26 Somalis"."""
NOT_PEOPLE = frozenset(
    "specimen regimen omen acumen semen abdomen hymen talisman ottoman german-car bookmaker peacemaker pacemaker stakeholder "
    "placeholder list checklist playlist blacklist shortlist wishlist waitlist twist wrist waist mist fist gist heist hoist "
    "grist zeitgeist assist".split()
)


def is_people(noun: str, *, proper: bool = False) -> bool:
    """Whether a noun's lemma names people.

    Args:
        noun: Singular, lower case.
        proper: It is written with a capital: then endings of nationalities count.
    """
    if noun in PEOPLE:
        return True
    if noun in NOT_PEOPLE:
        return False
    if noun.endswith(ENDINGS):
        return True
    return proper and noun.removesuffix("s").endswith(NATIONALITIES)

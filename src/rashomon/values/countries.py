"""Countries by any word for them: names (CLDR), adjectives, capitals and seats of government used as metonyms."""

import re
from functools import lru_cache

from babel import Locale

from rashomon.values.spelling import plain

_CAPITALS = """
AF Kabul, AL Tirana, DZ Algiers, AO Luanda, AR Buenos Aires, AM Yerevan, AU Canberra, AT Vienna, AZ Baku, BH Manama, BD Dhaka,
BY Minsk, BE Brussels, BJ Porto-Novo, BT Thimphu, BO La Paz, BA Sarajevo, BW Gaborone, BR Brasilia, BG Sofia, BF Ouagadougou,
BI Gitega, KH Phnom Penh, CM Yaounde, CA Ottawa, CF Bangui, TD N'Djamena, CL Santiago, CN Beijing, CO Bogota, CG Brazzaville,
CD Kinshasa, CI Yamoussoukro, HR Zagreb, CU Havana, CY Nicosia, CZ Prague, DK Copenhagen, DO Santo Domingo, EC Quito, EG Cairo,
SV San Salvador, ER Asmara, EE Tallinn, SZ Mbabane, ET Addis Ababa, FJ Suva, FI Helsinki, FR Paris, GA Libreville, GM Banjul,
GE Tbilisi, DE Berlin, GH Accra, GR Athens, GT Guatemala City, GN Conakry, GW Bissau, HT Port-au-Prince, HN Tegucigalpa,
HU Budapest, IS Reykjavik, IN New Delhi, IN Delhi, ID Jakarta, IR Tehran, IQ Baghdad, IE Dublin, IL Jerusalem, IT Rome,
JP Tokyo, JO Amman, KZ Astana, KE Nairobi, KP Pyongyang, KR Seoul, KW Kuwait City, KG Bishkek, LA Vientiane, LV Riga, LB Beirut,
LS Maseru, LR Monrovia, LY Tripoli, LT Vilnius, MG Antananarivo, MW Lilongwe, MY Kuala Lumpur, MV Male, ML Bamako, MT Valletta,
MR Nouakchott, MX Mexico City, MD Chisinau, MN Ulaanbaatar, ME Podgorica, MA Rabat, MZ Maputo, MM Naypyidaw, NA Windhoek,
NP Kathmandu, NL The Hague, NZ Wellington, NI Managua, NE Niamey, NG Abuja, MK Skopje, NO Oslo, OM Muscat, PK Islamabad,
PA Panama City, PG Port Moresby, PY Asuncion, PE Lima, PH Manila, PL Warsaw, PT Lisbon, QA Doha, RO Bucharest, RU Moscow,
RW Kigali, SA Riyadh, SN Dakar, RS Belgrade, SL Freetown, SK Bratislava, SI Ljubljana, SO Mogadishu, ZA Pretoria, SS Juba,
ES Madrid, LK Colombo, SD Khartoum, SR Paramaribo, SE Stockholm, CH Bern, SY Damascus, TW Taipei, TJ Dushanbe, TZ Dodoma,
TH Bangkok, TL Dili, TG Lome, TN Tunis, TR Ankara, TM Ashgabat, UG Kampala, UA Kyiv, UA Kiev, AE Abu Dhabi, GB London,
US Washington, UY Montevideo, UZ Tashkent, VE Caracas, VN Hanoi, YE Sanaa, ZM Lusaka, ZW Harare
"""
"""Capitals that newsrooms use for a government; those that share their name with another well-known city are left out."""

_SEATS = {
    "kremlin": "RU",
    "whitehouse": "US",
    "downingstreet": "GB",
    "whitehall": "GB",
    "elysee": "FR",
    "bluehouse": "KR",
    "zhongnanhai": "CN",
    "washingtondc": "US",
    "capitolhill": "US",
}

_NAMES = {
    "us": "US",
    "usa": "US",
    "america": "US",
    "unitedstatesofamerica": "US",
    "uk": "GB",
    "britain": "GB",
    "greatbritain": "GB",
    "northkorea": "KP",
    "dprk": "KP",
    "democraticpeoplesrepublicofkorea": "KP",
    "southkorea": "KR",
    "republicofkorea": "KR",
    "rok": "KR",
    "russianfederation": "RU",
    "burma": "MM",
    "ivorycoast": "CI",
    "czechrepublic": "CZ",
    "turkey": "TR",
    "uae": "AE",
    "holland": "NL",
    "macedonia": "MK",
    "swaziland": "SZ",
    "congo": "CG",
    "drcongo": "CD",
    "drc": "CD",
    "democraticrepublicofcongo": "CD",
    "democraticrepublicofthecongo": "CD",
    "peoplesrepublicofchina": "CN",
    "prc": "CN",
    "palestine": "PS",
    "bosnia": "BA",
    "easttimor": "TL",
    "capeverde": "CV",
    "hongkong": "HK",
    "macau": "MO",
    "vatican": "VA",
    "holysee": "VA",
    "eswatini": "SZ",
}

_ADJECTIVES = """
AE Emirati, AF Afghan, AR Argentine, AZ Azeri, BA Bosnian, BD Bangladeshi, BE Belgian, CH Swiss, CI Ivorian, CY Cypriot, CZ
Czech, DE German, DK Danish, DK Dane, ES Spanish, ES Spaniard, FI Finnish, FI Finn, FR French, FR Frenchman, GB British, GB
Briton, GR Greek, HR Croat, HR Croatian, IE Irish, IL Israeli, IQ Iraqi, KG Kyrgyz, KP North Korean, KR South Korean, KW
Kuwaiti, KZ Kazakh, LB Lebanese, LK Sri Lankan, MK Macedonian, MM Burmese, MX Mexican, NE Nigerien, NL Dutch, NO Norwegian, NZ
New Zealander, OM Omani, PE Peruvian, PH Filipino, PH Philippine, PK Pakistani, PL Polish, PL Pole, PS Palestinian, PT
Portuguese, RS Serb, RS Serbian, SA Saudi, SA Saudi Arabian, SE Swedish, SE Swede, SI Slovene, SK Slovak, SO Somali, SY
Syrian, TH Thai, TJ Tajik, TM Turkmen, TR Turkish, TR Turk, UA Ukrainian, US American, UZ Uzbek, YE Yemeni, CD Congolese, SD
Sudanese, SS South Sudanese, ZA South African, SN Senegalese, GH Ghanaian, MW Malawian, ML Malian, MV Maldivian, MY Malaysian,
VN Vietnamese, TW Taiwanese, NP Nepalese, NP Nepali, JP Japanese, CN Chinese, MT Maltese, IS Icelandic, IN Indian, ID
Indonesian, IT Italian, CA Canadian, AU Australian, AT Austrian, BR Brazilian, CL Chilean, CO Colombian, CU Cuban, EC
Ecuadorian, EG Egyptian, ET Ethiopian, HU Hungarian, IR Iranian, JO Jordanian, KE Kenyan, LY Libyan, LT Lithuanian, LV
Latvian, EE Estonian, MA Moroccan, NG Nigerian, PY Paraguayan, RO Romanian, RU Russian, RW Rwandan, TN Tunisian, TZ Tanzanian,
UG Ugandan, UY Uruguayan, VE Venezuelan, ZM Zambian, ZW Zimbabwean, DZ Algerian, AO Angolan, AM Armenian, BY Belarusian, BG
Bulgarian, BO Bolivian, GE Georgian, HT Haitian, HN Honduran, GT Guatemalan, KH Cambodian, LA Laotian, MN Mongolian, BT
Bhutanese, CM Cameroonian, TD Chadian, ER Eritrean, GN Guinean, LR Liberian, MZ Mozambican, NA Namibian, NI Nicaraguan, PA
Panamanian, QA Qatari, BH Bahraini, SL Sierra Leonean, SV Salvadoran, TG Togolese, SG Singaporean, AL Albanian, MD Moldovan,
ME Montenegrin, XK Kosovar
"""


def country_of(name: str) -> str | None:
    """Return the ISO 3166 code of the country that a name, adjective, capital or seat of government stands for, or None."""
    return _codes().get(_key(name))


def is_country(name: str) -> bool:
    """Whether a name is a country's own name, not its capital, adjective or seat of government."""
    return _key(name) in _country_names()


def is_adjective(name: str) -> bool:
    """Whether a word says of which country something is ("Iranian", "U.S.")."""
    key = _key(name)
    return key in _read(_ADJECTIVES) or key in ("us", "uk", "usa", "uae")


def country_name(name: str) -> str | None:
    """Return the English short name of the country that a name or adjective stands for, or None."""
    code = country_of(name)
    return Locale("en").territories.get(code) if code else None


def _key(name: str) -> str:
    return re.sub(r"^the(?=\w{4})", "", "".join(plain(word) for word in name.split()))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return _country_names() | _read(_CAPITALS) | _read(_ADJECTIVES) | _SEATS


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    territories = {
        _key(part): code
        for code, name in sorted(Locale("en").territories.items())
        if len(code) == 2 and code.isalpha()
        for part in re.findall(r"[^()]+", name)
    }
    return territories | _NAMES


@lru_cache(maxsize=4)
def _read(table: str) -> dict[str, str]:
    """Return {name key: code} of a table of "CODE name" separated by commas."""
    entries = (entry.strip().split(" ", 1) for entry in table.replace("\n", " ").split(",") if entry.strip())
    return {_key(name): code for code, name in entries}

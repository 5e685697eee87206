"""Units: what dimension they measure, and how those of one dimension convert.

Factors are exact by definition where they are (NIST Special Publication 811, appendix B). A month counts 30.44 days.
"""

UNITS: dict[str, tuple[str, float, str]] = {
    # unit: (dimension, size in the base of the dimension, words that name it)
    "micrometre": ("length", 1e-6, "micrometre micrometer micron μm µm"),
    "mm": ("length", 0.001, "millimetre millimeter mm"),
    "cm": ("length", 0.01, "centimetre centimeter cm"),
    "inch": ("length", 0.0254, "inch inches"),
    "foot": ("length", 0.3048, "foot feet ft"),
    "yard": ("length", 0.9144, "yard"),
    "m": ("length", 1.0, "metre meter m"),
    "km": ("length", 1000.0, "kilometre kilometer km kilometres kilometers kms"),
    "mile": ("length", 1609.344, "mile mi"),
    "nautical mile": ("length", 1852.0, ""),
    "m2": ("area", 1.0, "m2 sqm"),
    "km2": ("area", 1e6, "km2 sqkm"),
    "ft2": ("area", 0.09290304, "sqft"),
    "mile2": ("area", 2589988.11, ""),
    "hectare": ("area", 1e4, "hectare ha"),
    "acre": ("area", 4046.8564224, "acre"),
    "second": ("duration", 1.0, "second sec"),
    "minute": ("duration", 60.0, "minute min"),
    "hour": ("duration", 3600.0, "hour hr"),
    "day": ("duration", 86400.0, "day"),
    "week": ("duration", 604800.0, "week"),
    "month": ("duration", 2630016.0, "month"),
    "year": ("duration", 31556952.0, "year yr"),
    "decade": ("duration", 315569520.0, "decade"),
    "mg": ("mass", 1e-6, "milligram mg"),
    "gram": ("mass", 0.001, "gram gramme"),
    "kg": ("mass", 1.0, "kilogram kilogramme kilo kg"),
    "pound": ("mass", 0.45359237, "lb lbs"),
    "tonne": ("mass", 1000.0, "tonne"),
    "ton": ("mass", 1000.0, "ton"),
    "ml": ("volume", 0.001, "millilitre milliliter ml"),
    "litre": ("volume", 1.0, "litre liter"),
    "gallon": ("volume", 3.785411784, "gallon"),
    "barrel": ("volume", 158.987294928, "barrel"),
    "knot": ("speed", 1.852, "knot kt kts"),
    "horsepower": ("power", 0.7456998716, "horsepower hp bhp"),
    "kW": ("power", 1.0, "kw kilowatt"),
    "MW": ("power", 1000.0, "mw megawatt"),
    "GW": ("power", 1e6, "gw gigawatt"),
    "kWh": ("energy", 1.0, "kwh"),
    "MWh": ("energy", 1000.0, "mwh"),
    "GWh": ("energy", 1e6, "gwh"),
    "Hz": ("frequency", 1.0, "hz hertz"),
    "kHz": ("frequency", 1000.0, "khz kilohertz"),
    "MHz": ("frequency", 1e6, "mhz megahertz"),
    "GHz": ("frequency", 1e9, "ghz gigahertz"),
    "MB": ("data", 1.0, "mb megabyte"),
    "GB": ("data", 1000.0, "gb gigabyte"),
    "TB": ("data", 1e6, "tb terabyte"),
    "magnitude": ("magnitude", 1.0, "magnitude"),
    "percent": ("share", 0.01, "percent"),
    "share": ("share", 1.0, "share"),
    "percentage point": ("points", 1.0, ""),
    "basis point": ("points", 0.01, ""),
    "degree": ("angle", 1.0, "degree"),
    "degree Celsius": ("temperature", 1.0, ""),
    "degree Fahrenheit": ("temperature in Fahrenheit", 1.0, ""),
    "person": ("person", 1.0, "person people"),
}
NAMED: dict[str, str] = {word: unit for unit, (_, _, words) in UNITS.items() for word in words.split()}
SQUARES = {"mile": "mile2", "foot": "ft2", "km": "km2", "m": "m2"}

CURRENCIES: dict[str, str] = {
    name: code
    for code, names in {
        "USD": "$ us$ $us dollar usd buck cent",
        "EUR": "€ euro eur",
        "GBP": "£ gbp pound sterling quid",
        "JPY": "¥ yen jpy",
        "CNY": "yuan renminbi rmb cny",
        "INR": "₹ rs rupee inr",
        "RUB": "₽ rouble ruble rub",
        "CHF": "franc chf",
        "AED": "dirham dh dhs aed",
        "SAR": "riyal",
        "ILS": "₪ shekel",
        "TRY": "₺ lira",
        "UAH": "₴ hryvnia uah",
        "KRW": "₩ won",
        "THB": "baht",
        "ZAR": "rand",
        "NGN": "₦ naira",
        "MXN": "peso",
        "BRL": "r$ real reais",
        "AUD": "a$ $a aud",
        "CAD": "c$ $c cad",
        "HKD": "hk$ $hk hkd",
        "NZD": "nz$ $nz nzd",
        "SGD": "s$ $s sgd",
        "MYR": "ringgit rm myr",
        "SEK": "krona",
        "NOK": "krone",
        "PLN": "zloty",
    }.items()
    for name in names.split()
}
"""Signs and words of money -> ISO 4217. A bare "dollar", "pound", "franc" or "peso" is taken for the one most reported."""
ISO = frozenset(CURRENCIES.values())


def dimension(unit: str) -> str:
    """Return what a unit measures: a dimension, "money", "person", "share", or "thing" for a counted noun."""
    if unit in ISO:
        return "money"
    return UNITS[unit][0] if unit in UNITS else "thing"


def factor(unit: str, other: str) -> float | None:
    """Return by what to multiply an amount in `other` to have it in `unit`, None where they do not convert."""
    if unit == other:
        return 1.0
    if unit in UNITS and other in UNITS and UNITS[unit][0] == UNITS[other][0]:
        return UNITS[other][1] / UNITS[unit][1]
    return None

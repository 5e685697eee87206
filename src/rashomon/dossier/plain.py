"""Plain text: what a report may not do to the page that shows it.

Jinja2 escapes markup. What is left are characters that act on the text around them: bidirectional overrides can show "51" for
"15", and control characters vanish. They are shown by name; nothing else is changed.
"""

import re

from markupsafe import Markup

BIDI = {
    "\u202a": "⟦LRE⟧",
    "\u202b": "⟦RLE⟧",
    "\u202c": "⟦PDF⟧",
    "\u202d": "⟦LRO⟧",
    "\u202e": "⟦RLO⟧",
    "\u2066": "⟦LRI⟧",
    "\u2067": "⟦RLI⟧",
    "\u2068": "⟦FSI⟧",
    "\u2069": "⟦PDI⟧",
}
"""Names of the Unicode bidirectional formatting characters (UAX #9) that reorder or isolate what follows them."""
ACTING = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROL_PICTURES = 0x2400
REPLACEMENT = "\ufffd"


def plain(text: str) -> str:
    """Return text with the characters that act on what is around them shown by name, control picture or U+FFFD."""
    return ACTING.sub(lambda match: shown(match.group()), text)


def shown(character: str) -> str:
    """Return what stands for an acting character."""
    if character in BIDI:
        return BIDI[character]
    return chr(CONTROL_PICTURES + ord(character)) if ord(character) < 0x20 else REPLACEMENT


def finalize(value: object) -> object:
    """Pass every value that a template prints through `plain`, except markup that the page's own code made."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value

"""From bytes to text: byte order mark, declaration, UTF-8, and at last a guess by the letters' frequencies."""

import codecs
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ingest.draft import SetAsideError

logger = logging.getLogger(__name__)

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The four-byte marks stand before the two-byte ones that they begin with."""

WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What a label means in practice, after the WHATWG Encoding Standard: pages say Latin-1 and use Windows' quotation marks."""

NOT_FOR_TEXTS = frozenset(
    {"utf-7", "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape", "idna", "punycode", "undefined"}
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text document"),
)
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BINARY_SHARE = 0.02
"""Share of control bytes from which on data are not text. Texts of any charset have practically none, compressed data 10%."""
FEWEST_CONTROLS = 2
SAMPLE_BYTES = 100_000
FIRM_UTF8 = 4
"""So many sound multi-byte characters for each broken one tell that a text is UTF-8 with damage, not another charset."""
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, the charset that it was read by, and what was lost on the way (None where nothing was)."""

    text: str
    charset: str
    problem: str | None = None


def decode(data: bytes, declared: Sequence[str | None] = ()) -> Decoded:
    """Decode a text of any charset.

    A mark decides; then UTF-8, whose byte patterns do not arise by chance; then the first of `declared` that fits; then a
    guess. Bytes that fit nothing become U+FFFD, and `problem` counts them.

    Args:
        data: The bytes.
        declared: Names of charsets that the source itself gives, most trusted first; unknown names are passed over.

    Raises:
        SetAsideError: the bytes are not text.
    """
    for mark, charset in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], charset)
    refuse_binary(data)
    names = [name for name in map(known_charset, declared) if name]
    if b"\0" in data and (wide := _wide_without_mark(data)):
        return _as(data, wide)
    if not (data.isascii() and names and names[0].startswith(("iso2022", "hz"))):
        try:
            return Decoded(text=data.decode("utf-8"), charset="utf-8")
        except UnicodeDecodeError:
            pass
    broken = data.decode("utf-8", "replace").count("\ufffd")
    if broken and len(MULTIBYTE.findall(data)) >= FIRM_UTF8 * broken:
        return _as(data, "utf-8")
    guess = _guess(data)
    for name in [*names, guess, "cp1252"]:
        try:
            return Decoded(text=data.decode(name), charset=name)
        except UnicodeDecodeError:
            logger.debug("not %s", name)
    return _as(data, names[0] if names else guess)


def known_charset(label: str | None) -> str | None:
    """Return Python's name for a charset label as it is meant in practice, None for unknown ones and for no charset at all."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("'\"")).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    if name in NOT_FOR_TEXTS or name.startswith(("utf-16", "utf-32")):
        # A label that could itself be read as ASCII cannot stand in UTF-16 text: such pages are something else.
        return None
    return WIDER.get(name, name)


def refuse_binary(data: bytes) -> None:
    """Raise SetAsideError where bytes are no text in any charset, with what they seem to be."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise SetAsideError(f"binary data ({what} by its first bytes), not text")
    sample = data[:SAMPLE_BYTES]
    if b"\0" in sample and _wide_without_mark(data):
        return
    if len(CONTROLS.findall(sample)) > max(FEWEST_CONTROLS, BINARY_SHARE * len(sample)):
        raise SetAsideError("binary data, not text")


def _as(data: bytes, charset: str) -> Decoded:
    """Decode by this charset, come what may."""
    text = data.decode(charset, "replace")
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        lost = text.count("\ufffd")
        return Decoded(text=text, charset=charset, problem=f"{lost} places are no {charset} text and stand as U+FFFD")
    return Decoded(text=text, charset=charset)


def _wide_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which in European text all stand on one side."""
    sample = data[: SAMPLE_BYTES // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if half < 1 or max(even, odd) < 0.4 * half or min(even, odd) > 0.02 * half:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return None
    return name


def _guess(data: bytes) -> str:
    """Guess the charset from the lines that are not ASCII."""
    import chardet  # noqa: PLC0415 -- its models load only for the rare text that is not UTF-8

    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    found = chardet.detect(b"".join(lines)[:SAMPLE_BYTES], encoding_era=chardet.EncodingEra.MODERN_WEB)
    return known_charset(found["encoding"]) or "cp1252"

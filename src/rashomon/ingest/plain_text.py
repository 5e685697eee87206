"""Text files, with YAML front matter or without."""

import re
from collections.abc import Mapping

from rashomon.ingest.charset import decode
from rashomon.ingest.draft import Draft, Items, Source, check_text
from rashomon.ingest.fields import KNOWN, Fields, read_fields
from rashomon.ingest.headline import first_line_headline
from rashomon.ingest.options import IngestOptions

FENCED = re.compile(r"---[ \t]*\r?\n(?P<front>.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
LONGEST_FRONT = 20_000
"""Characters; what is longer is text between two rules."""
PLAIN_FIELD = re.compile(r"\s*([A-Za-z][\w -]*?)\s*:\s*(.*?)\s*")


def read_text_file(source: Source, options: IngestOptions) -> Items:
    """Yield the report that a text file holds: after the front matter, character for character."""
    decoded = decode(source.read(options.max_report_bytes), [source.charset])
    fields, text = split_front_matter(decoded.text)
    check_text(text, options.max_report_characters)
    notes = (*fields.notes, decoded.problem) if decoded.problem else fields.notes
    yield Draft(
        text=text,
        path=source.name,
        id=fields.id,
        title=fields.title or first_line_headline(text),
        outlet=fields.outlet,
        published=fields.published,
        url=fields.url or source.url,
        level=fields.level,
        notes=notes,
    )


def split_front_matter(text: str) -> tuple[Fields, str]:
    """Return the fields of a front matter and the text after it.

    A block between two `---` lines is front matter where it is a mapping with at least one field that we know. All else is
    text: reports, too, are parted by rules.
    """
    fence = FENCED.match(text[: LONGEST_FRONT + 10])
    if not fence:
        return Fields(), text
    given = _mapping(fence["front"])
    if not any(name in given for name in KNOWN):
        return Fields(), text
    return read_fields(given), text[fence.end() :]


def _mapping(front: str) -> Mapping[str, object]:
    """Read the block as YAML, else line by line; empty where it is neither.

    The loader builds texts, lists and mappings only, so that "007", "no" and dates stay what was written.
    """
    import yaml  # noqa: PLC0415 -- only few texts have a front matter

    try:
        given = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        # Mostly an unquoted colon: "title: Minister: we act".
        lines = [line for line in front.splitlines() if line.strip()]
        matches = [PLAIN_FIELD.fullmatch(line) for line in lines]
        if not all(matches):
            return {}
        given = {match[1]: match[2].strip("\"'") for match in matches if match}
    if not isinstance(given, dict):
        return {}
    return {str(name).strip().lower(): value for name, value in given.items()}

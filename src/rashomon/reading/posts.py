"""Posts: messages from social networks that a report embeds, signed "— NAME (@handle) July 1, 2025" under their words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.model import Attribution, Span

SIGNATURE = re.compile(
    r"^\s*(?:—|–|--|-)\s*(?P<name>[^()@\n]{1,60}?)\s*\((?P<handle>@\w{1,30})\)\s*(?P<date>[A-Z][a-z]+ \d{1,2}, \d{4})?\s*$"
)
LINK = re.compile(r"\s*(?:https?://|pic\.)\S+")


def find_posts(text: str, lines: Sequence[Span]) -> tuple[Attribution, ...]:
    """Return each embedded post as what its signer says: the line above the signature, without links."""
    found = []
    for above, line in pairwise(lines):
        match = SIGNATURE.match(line.of(text))
        if match is None:
            continue
        link = LINK.search(above.of(text))
        end = above.start + link.start() if link else above.end
        name = re.sub(r"[^\w\s.'-]", "", match["name"]).strip() or match["handle"]
        source = Span(start=line.start + match.start("name"), end=line.start + match.end("name"))
        if end > above.start:
            found.append(Attribution(source=source, cue=None, contents=(Span(start=above.start, end=end),), who=name))
    return tuple(found)

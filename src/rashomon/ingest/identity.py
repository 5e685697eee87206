"""Ids and copies: from drafts to reports that keep their ids whatever else is read with them, and in whatever order."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from rashomon.ingest.draft import Draft
from rashomon.ingest.fields import effective_level
from rashomon.model import Level, Report, digest

SUFFIX_LENGTH = 8
"""Hex digits that tell reports with the same given id apart."""


def build_reports(drafts: Iterable[Draft], level: Level) -> tuple[Report, ...]:
    """Return the reports in the order of their ids.

    A report's id is the given one, or a digest of its text and of who published it, when and where, as far as that is
    given (of the text alone for one that gives nothing). Given ids that clash get a digest each. Reports that agree in all
    that are numbered; nothing could tell them apart. Reports with the same text are copies of the one with the smallest id.

    Args:
        drafts: In any order.
        level: For reports that do not state one.
    """
    ordered = sorted(drafts, key=lambda draft: (_key(draft), draft.path))
    ids = _numbered(_parted(ordered))
    digests = [hashlib.sha256(draft.text.encode()).hexdigest() for draft in ordered]
    first: dict[str, str] = {}
    for own, sha256 in zip(ids, digests, strict=True):
        first[sha256] = min(own, first.get(sha256, own))
    reports = [
        Report(
            id=own,
            text=draft.text,
            sha256=sha256,
            title=draft.title,
            outlet=draft.outlet,
            published=draft.published,
            published_guessed=draft.published_guessed,
            url=draft.url,
            level=effective_level(draft.level, level),
            copy_of=None if first[sha256] == own else first[sha256],
            path=draft.path,
        )
        for draft, own, sha256 in zip(ordered, ids, digests, strict=True)
    ]
    return tuple(sorted(reports, key=lambda report: report.id))


def _parted(drafts: list[Draft]) -> list[str]:
    """Return the wished ids, given ones that clash with a digest."""
    wished: dict[str, int] = defaultdict(int)
    for draft in drafts:
        wished[draft.id or _key(draft)] += 1
    return [
        f"{draft.id}-{_key(draft)[:SUFFIX_LENGTH]}" if draft.id and wished[draft.id] > 1 else draft.id or _key(draft)
        for draft in drafts
    ]


def _numbered(wished: list[str]) -> list[str]:
    """Return the ids, equal ones numbered from the second on."""
    taken = set(wished)
    seen: set[str] = set()
    ids = []
    for own in wished:
        number, candidate = 2, own
        while candidate in seen or (candidate != own and candidate in taken):
            candidate, number = f"{own}-{number}", number + 1
        seen.add(candidate)
        ids.append(candidate)
    return ids


def _key(draft: Draft) -> str:
    """Return the digest of what makes a report itself; guesses and what was made of the text have no part in it."""
    published = None if draft.published_guessed else draft.published
    given = (draft.outlet, published, draft.url)
    return digest(draft.text, *given) if any(given) else digest(draft.text)

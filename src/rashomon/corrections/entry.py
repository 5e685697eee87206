"""What an entry of the log says: what it is about, and its value, checked for their form."""

from collections.abc import Mapping
from typing import Any

from rashomon.corrections.desk import NotPossibleError
from rashomon.model import Correction


def target(entry: Correction, *sorts: str) -> tuple[str, str]:
    """Return what sort of thing an entry is about, and its id.

    Raises:
        NotPossibleError: it is about something else than this kind of correction can be.
    """
    sort, _, name = entry.target.partition(":")
    if sort not in sorts or not name:
        raise NotPossibleError(f"{entry.kind} needs a target {' or '.join(f'{sort}:ID' for sort in sorts)}")
    return sort, name


def values(entry: Correction, *keys: str) -> Mapping[str, Any]:
    """Return an entry's value.

    Raises:
        NotPossibleError: it has none, or keys that its kind does not know.
    """
    given = entry.value or {}
    unknown = [key for key in given if key not in keys]
    if unknown or not given:
        what = f"does not know {unknown[0][:40]!r}" if unknown else "has nothing to say"
        raise NotPossibleError(f"{entry.kind} {what}; its value has {', '.join(keys)}")
    return given


def names(entry: Correction, key: str) -> list[str]:
    """Return the ids, or names, that an entry lists.

    Raises:
        NotPossibleError: it lists none, or something else.
    """
    given = values(entry, key)[key]
    if not isinstance(given, list) or not given or not all(isinstance(name, str) for name in given):
        raise NotPossibleError(f"{entry.kind} needs a list of {key if key == 'names' else 'ids'} under {key}")
    return list(dict.fromkeys(given))

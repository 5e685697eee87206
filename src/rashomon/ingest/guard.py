"""Bad input stops nothing: what goes wrong with one source becomes its name and a reason."""

import logging
from collections.abc import Callable, Iterator

from rashomon.ingest.draft import Item, Items, SetAsideError
from rashomon.model import NotRead

logger = logging.getLogger(__name__)


def guarded(name: str, items: Callable[[], Items]) -> Iterator[Item]:
    """Yield items; whatever goes wrong on the way becomes a `NotRead` of this name."""
    try:
        yield from items()
    except SetAsideError as error:
        yield NotRead(path=name, why=str(error))
    except OSError as error:
        yield NotRead(path=name, why=reason(error))
    except Exception as error:
        # Broken and hostile files can fail anywhere inside the libraries that take them apart; the other reports go on.
        logger.debug("cannot read %s", name, exc_info=True)
        yield NotRead(path=name, why=f"could not be taken apart ({type(error).__name__})")


def reason(error: OSError) -> str:
    """Return why the system would not open something, in words for people."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or type(error).__name__).lower()

"""What can go wrong, for users: what, where, what to do.

RashomonError
├── InputError          a path, address or report that cannot be read; carries `path`
│   └── NothingReadError     none of the inputs could be read; carries `not_read`
├── PipelineError       a language pipeline is missing or lacks what a stage needs
└── LedgerError         a ledger breaks its form; carries `problems`
"""

from rashomon.model import NotRead


class RashomonError(Exception):
    """Root of all errors that rashomon raises on purpose."""


class InputError(RashomonError):
    """An input cannot be read. `path` names it."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class NothingReadError(InputError):
    """None of the inputs could be read. `not_read` tells why, one by one."""

    def __init__(self, not_read: tuple[NotRead, ...]) -> None:
        first = not_read[0] if not_read else NotRead(path="(no input)", why="no path was given")
        super().__init__(first.path, first.why)
        self.not_read = not_read


class PipelineError(RashomonError):
    """A language pipeline is missing, or lacks what a stage needs."""


class LedgerError(RashomonError):
    """A ledger breaks its form. `problems` lists where and how."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems[:3]))
        self.problems = problems

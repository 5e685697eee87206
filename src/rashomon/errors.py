"""What can go wrong, for users: what, where, what to do.

RashomonError
├── InputError          a path, address or report that cannot be read; carries `path`
│   └── NothingReadError     none of the inputs could be read; carries `not_read`
├── PipelineError       a language pipeline is missing or lacks what a stage needs
└── LedgerError         a ledger breaks its form; carries `problems`
"""

from rashomon.model import NotRead

MOST_TOLD = 20
"""Inputs that an error names, where none could be read."""


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
        rows = not_read or (NotRead(path="(no input)", why="no path was given"),)
        rest = [f"\n  {row.path}: {row.why}" for row in rows[1:MOST_TOLD]]
        more = f"\n  and {len(rows) - MOST_TOLD} more" if len(rows) > MOST_TOLD else ""
        super().__init__(rows[0].path, rows[0].why + "".join(rest) + more)
        self.not_read = not_read


class PipelineError(RashomonError):
    """A language pipeline is missing, or lacks what a stage needs."""


class LedgerError(RashomonError):
    """A ledger breaks its form. `problems` lists where and how."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems[:3]))
        self.problems = problems

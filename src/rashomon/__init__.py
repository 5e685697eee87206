"""Many reports, one event: a ledger of what each report claims, who says so, and where they agree or conflict.

    import rashomon

    reports = rashomon.read("folder")
    ledger = rashomon.compare(reports)
    for question in ledger.questions:
        print(question.finding, question.label, question.origins)

These names are the public surface; everything else may change.
"""

from importlib.metadata import version as _version

from rashomon.api import compare, read
from rashomon.errors import InputError, LedgerError, PipelineError, RashomonError
from rashomon.model import Answer, Claim, Ledger, Question, Report

__version__ = _version("rashomon")

__all__ = [
    "Answer",
    "Claim",
    "InputError",
    "Ledger",
    "LedgerError",
    "PipelineError",
    "Question",
    "RashomonError",
    "Report",
    "__version__",
    "compare",
    "read",
]

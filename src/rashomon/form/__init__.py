"""The ledger's form: JSON and back, the schema that ships, and the check of form, spans and digests."""

from rashomon.form.check import check_ledger
from rashomon.form.reading import ledger_from_dict
from rashomon.form.writing import ledger_to_dict

__all__ = ["check_ledger", "ledger_from_dict", "ledger_to_dict"]

"""Dossier: the ledger as one page."""

from rashomon.dossier.page import render_dossier
from rashomon.dossier.public import public_ledger

__all__ = ["public_ledger", "render_dossier"]

"""Dossier: the ledger as one page; the same page, without data, is the app's."""

from rashomon.dossier.data import page_data, page_extras
from rashomon.dossier.missing import missing_fields
from rashomon.dossier.page import render_app, render_dossier
from rashomon.dossier.public import public_ledger

__all__ = ["missing_fields", "page_data", "page_extras", "public_ledger", "render_app", "render_dossier"]

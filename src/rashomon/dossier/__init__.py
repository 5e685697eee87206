"""Dossier: the ledger as one page."""

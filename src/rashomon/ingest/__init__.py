"""Ingest: bytes, pages and feeds become reports with stable text, origin and digest."""

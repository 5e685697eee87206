"""Findings: how the answers of a question stand to each other, and on how many origins they rest."""

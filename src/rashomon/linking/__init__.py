"""Linking: the claims of all reports become stories and questions."""

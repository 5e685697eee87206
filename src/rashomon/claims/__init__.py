"""Claims: a reading becomes atomic claims, pinned, with voices and certainty."""

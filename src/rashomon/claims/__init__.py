"""Claims: a reading becomes atomic claims, pinned, with voices and certainty."""

from rashomon.claims.build import build_claims

__all__ = ["build_claims"]

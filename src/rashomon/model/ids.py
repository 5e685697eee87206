"""Ids: hashes of what makes a thing itself, so that a second run finds the same thing again."""

import hashlib
import json

ID_LENGTH = 16
"""Hex digits kept of a SHA-256: 64 bits, so that a million claims clash with a chance of about 1 in 37 million."""


def digest(*parts: str | int | None) -> str:
    """Hash the JSON array of `parts` (never their joined string: `["a", "bc"]` and `["ab", "c"]` must differ)."""
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]

"""Web: one case as an app on loopback, for the page and for programs (docs/api.md)."""

"""Many reports, one event."""

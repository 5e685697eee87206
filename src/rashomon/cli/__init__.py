"""The command line."""

from rashomon.cli.app import main

__all__ = ["main"]

"""Measuring: quality against gold, and speed. Nothing here is shipped."""

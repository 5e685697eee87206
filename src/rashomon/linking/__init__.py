"""Linking: the claims of all reports become stories and questions."""

from rashomon.linking.questions import link_questions
from rashomon.linking.stories import link_stories

__all__ = ["link_questions", "link_stories"]

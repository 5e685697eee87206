"""Two passages read together: whether they answer one question, and how their answers stand to each other."""

from rashomon.pairs.claims import Texts, texts_of
from rashomon.pairs.network import Standing, read_pair
from rashomon.pairs.passages import Passage

__all__ = ["Passage", "Standing", "Texts", "read_pair", "texts_of"]

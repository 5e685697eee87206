"""The encoder: one small network that reads tags, lemmas, trees, names and attributions, as a part of a spaCy pipeline."""

"""What the encoder learns from: documents of all corpora in one form, and the windows that are cut out of them each epoch.

A label that a corpus does not give is `UNTOLD` and enters no loss.
"""

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import spacy

from rashomon.reading.encoder.lemma_rules import LemmaRule, rule_for
from rashomon.values.pieces import GLUED, NEW_LINE, SPACED
from training import attribution_corpus as attributions
from training import corpora

UNTOLD = -100
NEAR = ("news", "interview", "court", "speech", "academic")
"""Genres of GUM nearest to reports; seen twice an epoch."""
LEFT_OUT = ("conversation", "vlog")
NAMES = ("O", *(f"{mark}-{kind}" for kind in ("PERSON", "ORG", "PLACE") for mark in "BI"))
ANCHORS = ("O", *(f"{mark}-{kind}" for mark in "BI" for kind in attributions.KINDS), attributions.BARE)
ROLES = ("none", "source", "content")
RELEASES_TIMES = 4
"""How often an epoch shows the releases of governments: they are few, and the nearest to reports."""
NO_LEMMAS = ("PROPN", "NUM", "PUNCT", "SYM", "X")
RAREST_RULE = 3
"""Lemma rules seen less often are no class."""
NO_BLANK_BEFORE = frozenset(", . ; : ? ! ) ] % 's 'S n't '' ’s ’".split())
NO_BLANK_BEHIND = frozenset("( [ $ `` # £ €".split())


@dataclass(slots=True)
class Document:
    """Consecutive words with labels; a list is empty where the corpus tells nothing of the kind.

    Attributes:
        joints: What stands before each word. cuts: Words at which a window may begin, the first is 0.
        heads: Index of the head, its own for a root. sentences: Number of the sentence of each word.
        roles: For each anchor word {word: role}.
    """

    words: list[str]
    joints: list[int]
    cuts: list[int]
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    certainties: dict[int, str] = field(default_factory=dict)
    roles: dict[int, dict[int, str]] = field(default_factory=dict)


def treebank_documents(paragraphs: Iterable[corpora.Paragraph], *, named: bool) -> Iterator[Document]:
    """Join the paragraphs of a treebank file to documents."""
    document: Document | None = None
    for paragraph in paragraphs:
        if document is None or paragraph.opens_document:
            if document is not None:
                yield document
            document = Document([], [], [])
        add_paragraph(document, paragraph, named=named)
    if document is not None:
        yield document


def add_paragraph(document: Document, paragraph: corpora.Paragraph, *, named: bool) -> None:
    """Append a paragraph to a document."""
    offset = len(document.words)
    document.joints += [
        (NEW_LINE if paragraph.opens_line else SPACED) if place == 0 else (SPACED if paragraph.spaces[place - 1] else GLUED)
        for place in range(len(paragraph.words))
    ]
    document.words += paragraph.words
    document.tags += paragraph.tags
    document.pos += paragraph.pos
    document.lemmas += paragraph.lemmas
    document.heads += [offset + head for head in paragraph.heads]
    document.deps += paragraph.deps
    document.cuts += [offset + place for place, starts in enumerate(paragraph.starts) if starts]
    sentence = document.sentences[-1] if document.sentences else -1
    for starts in paragraph.starts:
        sentence += starts
        document.sentences.append(sentence)
    if named:
        document.names += bio(len(paragraph.words), corpora.widest(paragraph.names))


def bio(count: int, names: Iterable[tuple[int, int, str]]) -> list[str]:
    """Return one BIO tag a word."""
    tags = ["O"] * count
    for start, end, kind in names:
        tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags


def tagged_document(words: list[str], names: list[tuple[int, int, str]]) -> Document:
    """Return a sentence of a corpus that knows no blanks, with those that print would have."""
    joints = [NEW_LINE] + [
        GLUED if word in NO_BLANK_BEFORE or before in NO_BLANK_BEHIND else SPACED for before, word in itertools.pairwise(words)
    ]
    return Document(words, joints, [0], names=bio(len(words), corpora.widest(names)))


def text_document(nlp: spacy.language.Language, text: str) -> tuple[Document, list[tuple[int, int]]]:
    """Return a text in spaCy's words, without labels, and the place of each; windows begin at lines and behind full stops."""
    doc = nlp.make_doc(text)
    words = [word for word in doc if not word.is_space]
    joints, cuts = [], []
    for place, word in enumerate(words):
        before = text[words[place - 1].idx + len(words[place - 1]) : word.idx] if place else "\n"
        joints.append(NEW_LINE if "\n" in before else SPACED if before else GLUED)
        if joints[-1] == NEW_LINE or (words[place - 1].text in (".", "?", "!") and joints[-1] == SPACED):
            cuts.append(place)
    places = [(word.idx, word.idx + len(word)) for word in words]
    return Document([word.text for word in words], joints, cuts), places


def treebanks(split: str) -> Iterator[Document]:
    """Yield the documents of EWT and GUM."""
    yield from treebank_documents(corpora.read_treebank(corpora.DATA / f"ud/ewt/{split}.conllu"), named=False)
    for path in corpora.gum_files(split):
        genre = path.stem.split("_")[1]
        if genre not in LEFT_OUT:
            times = 2 if genre in NEAR and split == "train" else 1
            for _ in range(times):
                yield from treebank_documents(corpora.read_treebank(path), named=True)


def names(nlp: spacy.language.Language) -> Iterator[Document]:
    """Yield sentences and releases with names, of encyclopedia, web and government."""
    for part in ("train", "dev"):
        path = corpora.DATA / f"names/crossner/politics/{part}.txt"
        for words, found in corpora.read_tagged(path, corpora.POLITICS, separator="\t"):
            yield tagged_document(words, found)
    for path in sorted((corpora.DATA / "names/ner_misc/data/wikigold/CONLL-format/data").iterdir()):
        for words, found in corpora.read_tagged(path, corpora.PLAIN):
            yield tagged_document(words, found)
    for text, found in corpora.read_re3d(held_out=False):
        document, places = text_document(nlp, text)
        spans = [(attributions.words_in(places, (start, end)), label) for start, end, label in found]
        document.names = bio(len(places), corpora.widest([(own[0], own[-1] + 1, label) for own, label in spans if own]))
        for _ in range(RELEASES_TIMES):
            yield document


def marked(nlp: spacy.language.Language, split: str) -> Iterator[Document]:
    """Yield the texts with attributions."""
    for text in attributions.read_marked(split):
        document, places = text_document(nlp, text.text)
        labels = attributions.label_words(text, places)
        document.anchors = labels.anchors
        document.certainties = labels.certainties
        document.roles = {anchor: {} for anchor in labels.certainties}
        for word, anchor, role in labels.roles:
            document.roles[anchor][word] = role
        yield document


def lemma_rules(documents: Iterable[Document]) -> list[LemmaRule]:
    """Return the rules that lemmas of the training data follow, the commonest first."""
    counts = Counter(
        rule_for(word, lemma) for document in documents for word, lemma in zip(document.words, document.lemmas, strict=False)
    )
    return [rule for rule, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])) if count >= RAREST_RULE]


def endings_of(rules: Iterable[LemmaRule], documents: Iterable[Document]) -> dict[LemmaRule, list[str]]:
    """Return what each rule takes off in the training data more than once, in lower case."""
    counts: dict[LemmaRule, Counter[str]] = {rule: Counter() for rule in rules}
    for document in documents:
        for word, lemma in zip(document.words, document.lemmas, strict=False):
            rule = rule_for(word, lemma)
            if rule in counts:
                counts[rule][word.lower()[len(word) - rule.cut :]] += 1
    return {rule: sorted(ending for ending, count in found.items() if count > 1) for rule, found in counts.items()}


def lemmas_of(documents: Iterable[Document]) -> dict[tuple[str, str], str]:
    """Return the commonest lemma of each form, in lower case, and part of speech; names and numbers are their own."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for document in documents:
        for word, pos, lemma in zip(document.words, document.pos, document.lemmas, strict=False):
            if pos not in NO_LEMMAS and lemma != "_" and word.strip() and lemma.strip():
                counts.setdefault((word.lower(), pos), Counter())[lemma] += 1
    return {key: min(found, key=lambda lemma: (-found[lemma], lemma)) for key, found in sorted(counts.items())}


def windows(document: Document, lengths: Sequence[int], longest: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Yield (first word, end) of windows over a document, each of whole sentences with no more than `longest` pieces.

    Args:
        document: The document.
        lengths: Word pieces of each word.
        longest: Most pieces of a window; each takes a random share of them, so that the encoder knows short and long ones.
        rng: What chance comes from.
    """
    ends = [*document.cuts[1:], len(document.words)]
    start, filled, room = 0, 0, rng.randint(longest // 6, longest)
    for cut, end in zip(document.cuts, ends, strict=True):
        size = sum(lengths[cut:end])
        if filled and filled + size > room:
            yield start, cut
            start, filled, room = cut, 0, rng.randint(longest // 6, longest)
        if size > longest:
            start, filled = end, 0
            continue
        filled += size
    if filled:
        yield start, len(document.words)

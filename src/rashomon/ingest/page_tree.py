"""The tree of an HTML page, made ready so that extraction cannot run two blocks into one or lose words inside them."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree, html  # type: ignore[import-untyped]  # lxml ships no types

from rashomon.ingest.draft import SetAsideError

Element: TypeAlias = Any
"""An `lxml.html.HtmlElement`."""

BOUNDARY = "\U0001091f"
"""Stands at the start of every block's words while a page is taken apart; the Phoenician word separator, which
extraction keeps as it keeps any mark that can be printed (private-use and control characters it drops)."""
LINE_BREAK = "\U00010a7f"
"""Stands likewise where a line was broken inside a block: by <br>, or in preformatted text."""
NEXT_CELL = "\U00010857"
"""Stands likewise at the start of a table cell that has another before it."""
LONGEST_ROW = 300
"""Characters; a longer row is the frame of a layout, not a row of figures."""
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
FIGURE_AND_LETTER = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
RAISED = frozenset({"sup", "sub", "a"})
UNIT = re.compile(r"(?:^|[\d\s(/])(?:[kcm]?m|mi|ft|yd|in|s)$")
"""Units that are squared or cubed."""
BLANK_LINE = re.compile(r"\n[ \t]*\n")
LIVE = re.compile(r"\blive(?:-?(?:blog|feed|updates?|page|stream|ticker|coverage))?\b|\bliveblog|\bticker", re.IGNORECASE)
"""Class names and ids of live pages."""
LARGE_PAGE = 1_000_000
"""Characters."""
EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]{100,}")
CODE = re.compile(r"<(script|style)\b[^>]{0,500}>", re.IGNORECASE)
INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse_page(text: str) -> Element:
    """Parse HTML of any quality; nothing is fetched and no entity is expanded but those of HTML.

    Raises:
        SetAsideError: there is no element in it.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, collect_ids=False, default_doctype=False)
    if len(text) > LARGE_PAGE:
        # The parser stops at nodes of 10 MB, which pictures and fonts inside a saved page reach.
        text = _without_code(EMBEDDED.sub("data:,", text))
    clean = INVALID.sub(" ", text).translate(dict.fromkeys(map(ord, (BOUNDARY, LINE_BREAK, NEXT_CELL)), " "))
    try:
        tree = html.document_fromstring(clean.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise SetAsideError("no HTML in it") from None
    return tree


def _without_code(text: str) -> str:
    """Return a page without its scripts and styles; linked data stay. Linear in time, whatever is left open."""
    kept, start = [], 0
    while match := CODE.search(text, start):
        closing = re.compile(rf"</{match[1]}\s*>", re.IGNORECASE).search(text, match.end())
        if closing is None:
            break
        linked = "ld+json" in match[0]
        kept.append(text[start : closing.end() if linked else match.start()])
        start = closing.end()
    return "".join([*kept, text[start:]])


def prepare_page(tree: Element) -> None:
    """Rewrite the tree in place: what extraction would drop or fuse is put into forms that it keeps."""
    for script in tree.xpath("//script | //style | //template | //noscript"):
        script.drop_tree()
    etree.strip_elements(tree, etree.Comment, with_tail=False)
    for rewrite in (_join_live_posts, _keep_times, _keep_frames, _write_quotes, _write_superscripts, _split_preformatted):
        rewrite(tree)
    _mark_blocks(tree)


def _join_live_posts(tree: Element) -> None:
    """Make the posts of a live page one report; extraction takes the first <article> for the whole."""
    posts = [post for post in tree.iter("article") if len(post.getparent().findall("article")) > 1]
    if not any(LIVE.search(f"{element.get('class', '')} {element.get('id', '')}") for post in posts for element in _upward(post)):
        return
    for post in posts:
        post.tag = "div"
        for element in post.iter("div"):
            # Their class names would again make one of them the page's body.
            element.attrib.clear()
        for element in post.xpath(".//header | .//time[not(ancestor::p)]"):
            element.tag = "div" if element.tag == "header" else "p"


def _keep_times(tree: Element) -> None:
    """Extraction drops every <time>; inside running words it is one of them."""
    for time in tree.iter("time"):
        if next(time.iterancestors("p", "li", "blockquote", "td", "dd"), None) is not None:
            time.tag = "span"


def _keep_frames(tree: Element) -> None:
    """Extraction drops figures and footers; those around a quotation are its frame, and those in it say whose it is."""
    for figure in tree.iter("figure"):
        if figure.find(".//blockquote") is not None:
            figure.tag = "div"
    for foot in tree.xpath("//blockquote//footer | //blockquote//figcaption"):
        foot.tag = "p"


def _write_quotes(tree: Element) -> None:
    """Write the marks that a browser shows around <q>."""
    for quote in tree.iter("q"):
        quote.tag = "span"
        quote.text = "“" + (quote.text or "")
        if len(quote):
            quote[-1].tail = (quote[-1].tail or "") + "”"
        else:
            quote.text += "”"


def _write_superscripts(tree: Element) -> None:
    """Keep raised figures from becoming digits of the number before them: 12[1] for a note, 10^6 for a power."""
    for raised in tree.iter("sup"):
        words, before = raised.text_content().strip(), _text_before(raised)
        linked = raised.find(".//a") is not None or next(raised.iterancestors("a"), None) is not None
        if not words.isdigit() or UNIT.search(before):
            continue
        for child in list(raised):
            raised.remove(child)
        raised.text = f"^{words}" if before[-1:].isdigit() and not linked else f"[{words}]"


def _split_preformatted(tree: Element) -> None:
    """Turn <pre> (old wire copy, releases) into paragraphs at its blank lines, and keep its line breaks."""
    for block in list(tree.iter("pre")):
        if next(block.iterancestors("code"), None) is not None:
            continue
        words = block.text_content()
        for child in list(block):
            block.remove(child)
        block.tag, block.text = "div", None
        for paragraph in BLANK_LINE.split(words):
            if paragraph.strip():
                etree.SubElement(block, "p").text = paragraph.strip().replace("\n", f" {LINE_BREAK} ")


def _mark_blocks(tree: Element) -> None:
    """Put BOUNDARY before the words that begin or follow a block, and LINE_BREAK before those after a single <br>."""
    pending, before = BOUNDARY, ""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        words = "text" if event == "start" else "tail"
        if event == "start" and element.tag in ("td", "th") and _follows_cell(element):
            pending = NEXT_CELL
        elif element.tag in BLOCKS:
            pending = BOUNDARY
        elif element.tag == "br" and event == "end":
            pending = BOUNDARY if pending else LINE_BREAK
        text = getattr(element, words)
        if not text or not text.strip():
            continue
        if pending:
            setattr(element, words, f" {pending} {text.lstrip()}")
        elif event == "start" and element.tag not in RAISED and FIGURE_AND_LETTER.fullmatch(before + text[0]):
            # Boxes of figures stand apart by style alone: <b>14</b><i>dead</i>.
            element.text = f" {text}"
        pending, before = "", text[-1]


def _upward(element: Element) -> Iterator[Element]:
    """Yield an element and all that it lies in."""
    yield element
    yield from element.iterancestors()


def _follows_cell(cell: Element) -> bool:
    """Whether a cell stands after another in a row of short cells."""
    row = cell.getparent()
    return cell.getprevious() is not None and row is not None and len(row.text_content()) <= LONGEST_ROW


def _text_before(element: Element) -> str:
    """Return the words right before an element, inside its parent."""
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or previous.text_content() or ""
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""

"""What a page says about itself in JSON-LD (schema.org): the node of the report among graphs, lists and references."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from rashomon.ingest.page_tree import Element

logger = logging.getLogger(__name__)

Node = Mapping[str, Any]

REPORT_TYPES = frozenset(
    "newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle reviewnewsarticle "
    "askpublicnewsarticle advertisercontentarticle article blogposting liveblogposting socialmediaposting discussionforumposting "
    "report scholarlyarticle techarticle satiricalarticle".split()
)
PAGE_TYPES = frozenset("webpage itempage aboutpage".split())
WRAPPER = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
TAG = re.compile(r"<[^<>]+>")
DEEPEST = 8
"""Levels of nesting below which no page keeps its own node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """The report's own fields, as they stand there. `body` is its whole text where the page carries it, else None."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    body: str | None = None


@dataclass(slots=True)
class _Graph:
    nodes: list[Node] = field(default_factory=list)
    by_id: dict[str, Node] = field(default_factory=dict)


def read_linked_data(tree: Element, address: str | None) -> LinkedData:
    """Read the JSON-LD of a page.

    Where several nodes are reports (lists of related ones), the page's own is the one whose address is the page's, else
    the first.

    Args:
        tree: The page as it was parsed, scripts included.
        address: Canonical address of the page, if known.
    """
    graph = _Graph()
    for script in tree.iterfind(".//script[@type]"):
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json":
            _collect(_parse(script.text_content() or ""), graph, depth=0)
    reports = [node for node in graph.nodes if _types(node) & REPORT_TYPES]
    pages = [node for node in graph.nodes if _types(node) & PAGE_TYPES]
    own = [node for node in reports if address and address in _addresses(node)] or reports or pages
    if not own:
        return LinkedData()
    node = own[0]
    if own is not pages and pages and not node.get("datePublished"):
        node = {**pages[0], **{name: value for name, value in node.items() if value}}
    return LinkedData(
        title=_words(node.get("headline")) or _words(node.get("name")),
        outlet=_outlet(node, graph),
        published=_words(node.get("datePublished")) or _words(node.get("dateCreated")),
        url=next(iter(_addresses(node)), None),
        body=_body(node.get("articleBody")),
    )


def _parse(script: str) -> Any:
    """Parse a script, with the slips that pages make; None where that fails."""
    bare = WRAPPER.sub("", WRAPPER.sub("", script.strip())).strip()
    for attempt in (bare, TRAILING_COMMA.sub(r"\1", bare), unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    logger.debug("JSON-LD that cannot be parsed")
    return None


def _collect(value: Any, graph: _Graph, *, depth: int) -> None:
    """Gather the nodes of the page itself, in order; what is only mentioned in them (parts, related reports) stays out."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            _collect(item, graph, depth=depth + 1)
    elif isinstance(value, dict):
        graph.nodes.append(value)
        _index(value, graph, depth=0)
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            _collect(value.get(name), graph, depth=depth + 1)


def _index(value: Any, graph: _Graph, *, depth: int) -> None:
    """Remember every node that says more about an @id than the id itself."""
    if depth > DEEPEST:
        return
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if isinstance(item.get("@id"), str) and len(item) > 1:
                graph.by_id.setdefault(item["@id"], item)
            for below in item.values():
                if isinstance(below, dict | list):
                    _index(below, graph, depth=depth + 1)


def _types(node: Node) -> set[str]:
    """Return the bare lower-case names of a node's types."""
    given = node.get("@type")
    names = given if isinstance(given, list) else [given]
    return {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names if isinstance(name, str)}


def _addresses(node: Node) -> list[str]:
    """Return the addresses under which a node can be found, its own first."""
    page = node.get("mainEntityOfPage")
    given = [node.get("url"), page, *([page.get("@id"), page.get("url")] if isinstance(page, dict) else []), node.get("@id")]
    return [address for address in given if isinstance(address, str) and address.startswith("http") and "#" not in address]


def _outlet(node: Node, graph: _Graph) -> str | None:
    """Return who published it: the publisher, the organization behind it, or the site that it is part of."""
    for name in ("publisher", "sourceOrganization", "provider", "copyrightHolder", "isPartOf"):
        for organization in _resolved(node.get(name), graph):
            if isinstance(organization, str) and not organization.startswith("http"):
                return _words(organization)
            if not isinstance(organization, dict):
                continue
            if name == "isPartOf" and not _types(organization) & {"website", "newsmediaorganization", "periodical", "newspaper"}:
                # A page is part of a site, and the site says whose it is.
                parts = [part for part in _resolved(organization.get("isPartOf"), graph) if isinstance(part, dict)]
                organization = next(iter(parts), {})
            if found := _words(organization.get("name")):
                return found
    sites = [other for other in graph.nodes if _types(other) & {"website", "newsmediaorganization"}]
    return next((found for site in sites if (found := _words(site.get("name")))), None)


def _resolved(value: Any, graph: _Graph) -> Iterator[Any]:
    """Yield the values of a property, references replaced by what they refer to."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and not item.get("name") and isinstance(item.get("@id"), str):
            yield graph.by_id.get(item["@id"], item)
        elif isinstance(item, str) and item in graph.by_id:
            yield graph.by_id[item]
        else:
            yield item


def _words(value: Any) -> str | None:
    """Return a property's text without markup, None where it is none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    return " ".join(TAG.sub(" ", unescape(value)).split()) or None


def _body(value: Any) -> str | None:
    """Return the text of a report, a line a paragraph."""
    if not isinstance(value, str):
        return None
    lines = re.sub(r"<(?:/p|/h\d|/li|br\s*/?)>", "\n", unescape(value), flags=re.IGNORECASE).split("\n")
    return "\n".join(line for line in (" ".join(TAG.sub(" ", line).split()) for line in lines) if line) or None

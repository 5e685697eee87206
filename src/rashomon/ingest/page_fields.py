"""Title, outlet, date and address of a page: JSON-LD first, then meta tags, then a guess for the date alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from rashomon.ingest.dates import read_date
from rashomon.ingest.draft import one_line
from rashomon.ingest.fields import is_web_address
from rashomon.ingest.linked_data import LinkedData, read_linked_data
from rashomon.ingest.page_tree import Element

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
OUTLETS = (
    "og:site_name",
    "article:publisher_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "published-date",
    "article.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "ptime",
    "displaydate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "date",
)
"""Names of meta tags, the plainest first. Dates of change are left out: a report that was changed was published before."""
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)|Mirrored from (\S+) by")
SITE_AFTER_TITLE = re.compile(r"\s+(?:[|\-–—·»:]|::|<<)\s+[^|–—·»]{2,50}$")
STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|sub-?title|sub-?head(?:line|ing)?|dek|deck|strapline|lede?|article-?(?:intro|lead|summary))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Class names of the sentence between headline and body."""
LONGEST_STANDFIRST = 80
"""Words."""
DATE_CEILING = "2100-01-01"
"""Latest date that the guess may find. Without it, the day of the run would decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFields:
    """What a page says about itself.

    Attributes:
        standfirst: The sentence below the headline, which extraction may leave out.
        body: The text of the report, where JSON-LD carries it.
    """

    title: str | None
    standfirst: str | None
    outlet: str | None
    published: str | None
    published_guessed: bool
    url: str | None
    body: str | None
    notes: tuple[str, ...]


def read_page_fields(tree: Element, address: str | None) -> PageFields:
    """Read what a page says about itself.

    Args:
        tree: The page as it was parsed.
        address: Where it was fetched from, if it was.
    """
    metas = _metas(tree)
    canonical = _canonical(tree, metas, address)
    linked = read_linked_data(tree, canonical or address)
    published, notes = _published(linked, metas, tree)
    guess = None if published else _guess_date(tree, canonical or address)
    return PageFields(
        title=_title(linked, metas, tree),
        standfirst=_standfirst(tree),
        outlet=_outlet(linked, metas, tree),
        published=published or guess,
        published_guessed=bool(guess),
        url=_best_address([linked.url, canonical, address, _saved_from(tree)]),
        body=linked.body,
        notes=notes,
    )


def _metas(tree: Element) -> dict[str, list[str]]:
    """Return {lower-case name: contents} of the meta tags, and of microdata that dates the page."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _outlet(linked: LinkedData, metas: dict[str, list[str]], tree: Element) -> str | None:
    """Return who published the page."""
    marked = tree.xpath("//*[contains(@itemprop, 'publisher')]//*[@itemprop='name']")
    named = [element.get("content") or element.text_content() for element in marked]
    candidates = _clean([linked.outlet, *named, *(value for name in OUTLETS for value in metas.get(name, []))])
    return _first(name for name in candidates if not name.startswith(("http:", "https:")))


def _title(linked: LinkedData, metas: dict[str, list[str]], tree: Element) -> str | None:
    """Return the headline; the one on the page where the other is only a piece of it, cut for feeds."""
    headings = _clean(" ".join(heading.text_content().split()) for heading in tree.iter("h1"))
    found = _first(_clean([linked.title, *(value for name in TITLES for value in metas.get(name, []))]))
    if found:
        piece = found.rstrip(".… ")
        found = next((heading for heading in headings if heading.startswith(piece) and len(heading) <= 300), found)
        shorter = SITE_AFTER_TITLE.sub("", found)
        return shorter if shorter in headings else found
    if len(headings) == 1:
        return headings[0]
    element = tree.find(".//title")
    title = _first(_clean([element.text_content() if element is not None else None]))
    if not title:
        return _first(headings)
    return next((heading for heading in headings if title.startswith(heading)), SITE_AFTER_TITLE.sub("", title))


def _standfirst(tree: Element) -> str | None:
    """Return the sentence between headline and body, from beside the only main heading."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return None
    for near in list(headings[0].iterancestors("header", "hgroup", "div", "article", "main"))[:3]:
        for element in near.iterdescendants("p", "div", "h2"):
            if STANDFIRST.search(element.get("class") or ""):
                paragraph = element.find(".//p")
                line = _first(_clean([(element if paragraph is None else paragraph).text_content()]))
                if line and 5 <= len(line.split()) <= LONGEST_STANDFIRST:
                    return line
    return None


def _published(linked: LinkedData, metas: dict[str, list[str]], tree: Element) -> tuple[str | None, tuple[str, ...]]:
    """Return the first date of publication that can be read and what is unsure in it, or what is wrong with all of them."""
    notes: list[str] = []
    times = tree.xpath("//*[contains(@itemprop, 'datePublished')] | //time[@pubdate] | //time[contains(@class, 'published')]")
    marked = [element.get("datetime") or element.get("content") for element in times]
    candidates = _clean([linked.published, *(value for name in DATES for value in metas.get(name, [])), *marked])
    for given in dict.fromkeys(candidates):
        published, problem = read_date(given)
        if published:
            return published, (problem,) if problem else ()
        notes += [problem] if problem else []
    return None, tuple(notes)


def _guess_date(tree: Element, address: str | None) -> str | None:
    """Guess the day from the address and from what the page shows; a person has to confirm it."""
    from htmldate import find_date  # noqa: PLC0415 -- only pages without a date of their own need it

    try:
        return find_date(tree, extensive_search=False, original_date=True, url=address, max_date=DATE_CEILING)
    except (ValueError, TypeError, OverflowError):
        return None


def _canonical(tree: Element, metas: dict[str, list[str]], address: str | None) -> str | None:
    """Return the address that the page gives itself, made absolute."""
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for given in _clean([*links, *metas.get("og:url", [])]):
        try:
            url = urljoin(address or "", given)
        except ValueError:
            continue
        if is_web_address(url):
            return url
    return None


def _best_address(candidates: Iterable[str | None]) -> str | None:
    """Return the first address of a page; of a site's front page, which careless templates name, only where there is no other."""
    known = [url for url in candidates if url and is_web_address(url)]
    return _first([url for url in known if urlsplit(url).path.strip("/") or urlsplit(url).query] or known)


def _saved_from(tree: Element) -> str | None:
    """Return the address that a browser wrote into a comment when it saved the page."""
    for comment in tree.getroottree().xpath("//comment()"):
        if match := SAVED_FROM.search(comment.text or ""):
            return next(url for url in match.groups() if url)
    return None


def _clean(values: Iterable[str | None]) -> list[str]:
    """Return the values that are a line of text."""
    found = []
    for value in values:
        try:
            line = one_line(value)
        except ValueError:
            continue
        if line:
            found.append(line)
    return found


def _first(values: Iterable[str]) -> str | None:
    """Return the first value, if there is one."""
    return next(iter(values), None)

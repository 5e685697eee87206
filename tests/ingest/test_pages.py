import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ingest import IngestOptions
from rashomon.ingest.draft import Draft, SetAsideError, Source
from rashomon.ingest.pages import read_page
from tests.ingest.making import BODY, linked, page


def read(html: str | bytes, url: str | None = None, charset: str | None = None) -> Draft:
    data = html.encode() if isinstance(html, str) else html
    (draft,) = read_page(Source(name="page.html", data=data, url=url, charset=charset), IngestOptions())
    assert isinstance(draft, Draft)
    return draft


def lines(html: str) -> list[str]:
    return read(html).text.split("\n")


def test_the_title_is_the_first_line_and_each_paragraph_a_line() -> None:
    draft = read(page())
    assert draft.text.split("\n") == ["Dam breaks above Velmora", *BODY]
    assert draft.title == "Dam breaks above Velmora"


def test_list_items_cells_and_definitions_never_fuse() -> None:
    text = lines(
        page(
            f"<p>{BODY[0]}</p><h2>What we know</h2>"
            "<ul><li>12 people are dead</li><li>40 are missing<ul><li>15 children</li><li>25 adults</li></ul></li>"
            "<li><p>300 homes flooded</p><p>200 without power</p></li></ul>"
            "<table><thead><tr><th>District</th><th>Dead</th></tr></thead><tbody><tr><td>North</td><td>7</td></tr>"
            "<tr><td>South<br>bank</td><td><p>5</p><p>estimated</p></td></tr></tbody></table>"
            f"<dl><dt>Killed</dt><dd>12</dd><dt>Missing</dt><dd>40</dd></dl><p>{BODY[1]}</p>"
        )
    )
    assert text[2:8] == ["What we know", "12 people are dead", "40 are missing", "15 children", "25 adults", "300 homes flooded"]
    assert text[8:] == [
        "200 without power",
        "District | Dead",
        "North | 7",
        "South; bank | 5; estimated",
        "Killed: 12",
        "Missing: 40",
        BODY[1],
    ]


def test_a_table_that_only_lays_out_gives_its_paragraphs() -> None:
    text = lines(page(f"<table><tr><td><p>{BODY[0]}</p><p>{BODY[1]}</p></td><td>{BODY[2]}</td></tr></table>"))
    assert text[1:] == list(BODY)


def test_words_broken_by_hand_are_joined_and_lines_meant_as_such_are_not() -> None:
    text = lines(
        page(
            "<p>A dam above the town of Velmora broke on Tuesday night and<br>killed at least 12 people.<br><br>Ferries:<br>"
            "Orla closed<br>Lanto open</p><pre>The Ministry of Works said today that the tunnel at Skarn\n"
            "will be closed for six weeks.\n\nNo one was hurt.</pre>"
        )
    )
    assert text[1:] == [
        "A dam above the town of Velmora broke on Tuesday night and killed at least 12 people.",
        "Ferries:",
        "Orla closed",
        "Lanto open",
        "The Ministry of Works said today that the tunnel at Skarn will be closed for six weeks.",
        "No one was hurt.",
    ]


def test_an_embedded_post_keeps_its_signature_on_a_line_of_its_own() -> None:
    text = lines(
        page(
            f"<p>{BODY[0]}</p><figure><blockquote class='twitter-tweet'><p>We pulled nine people out alive tonight.</p>&mdash; "
            "Velmora Fire (@velmorafire) <a href='https://x.example/1'><time>July 1, 2025</time></a></blockquote></figure>"
            f"<p>{BODY[1]}</p>"
        )
    )
    assert text[2:4] == ["We pulled nine people out alive tonight.", "— Velmora Fire (@velmorafire) July 1, 2025"]


def test_words_in_inline_elements_are_kept_and_figures_do_not_grow() -> None:
    text = lines(
        page(
            f"<p>{BODY[0]}</p><p>They were trapped for <time datetime=PT20H>20 hours</time>, <q>cold and <em>wet</em></q>, and 5"
            "<sup><a href='#n1'>1</a></sup> of them died on 10<sup>3</sup> m<sup>2</sup>.</p>"
            f"<div><b>14</b><i>dead</i></div><p>{BODY[1]}</p>"
        )
    )
    assert text[2] == "They were trapped for 20 hours, “cold and wet”, and 5[1] of them died on 10^3 m2."
    assert text[3] == "14 dead"


def test_notes_are_told_from_powers_and_units() -> None:
    text = lines(
        page(f"<p>{BODY[0]}</p><p>It held 9,000 m<sup>3</sup> a day<sup>1</sup>.</p><p><sup>1</sup> Count of 2021.</p>{BODY[1]}")
    )
    assert text[2:4] == ["It held 9,000 m3 a day[1].", "[1] Count of 2021."]


def test_who_is_quoted_below_a_quotation_is_kept() -> None:
    text = lines(
        page(f"<p>{BODY[0]}</p><blockquote><p>All was in order.</p><footer>Carrow Dams plc</footer></blockquote><p>{BODY[1]}</p>")
    )
    assert text[2:4] == ["All was in order.", "Carrow Dams plc"]


def test_rows_of_a_short_page_are_kept() -> None:
    text = lines(
        "<html><body><div><h1>Flood in Orla</h1><p>The river Orla has flooded the lower town.</p><p>At least 300 people left.</p>"
        "<table><tr><td>Street</td><td>Level (m)</td></tr><tr><td>Quay</td><td>1.2</td></tr></table></div></body></html>"
    )
    assert text[1:] == [
        "The river Orla has flooded the lower town.",
        "At least 300 people left.",
        "Street | Level (m)",
        "Quay | 1.2",
    ]


def test_microdata_and_marked_times_are_read() -> None:
    head = "<div itemscope><span itemprop=publisher><meta itemprop=name content='Lanto Times'></span></div>"
    body = f"<time class='entry-date published' datetime='2021-05-03T07:30+02:00'>3 May</time><p>{BODY[0]}</p><p>{BODY[1]}</p>"
    draft = read(page(head + body))
    assert (draft.outlet, draft.published, draft.published_guessed) == ("Lanto Times", "2021-05-03T07:30+02:00", False)


def test_a_live_page_gives_all_its_posts() -> None:
    posts = "".join(
        f"<article class=post><header><time>{clock}</time><h3>{head}</h3></header><div><p>{words}</p></div></article>"
        for clock, head, words in (
            ("18:00", "Nine found alive", "Nine people were found alive in a cellar near the church, the fire service says."),
            ("16:30", "Governor denies warning", "The governor denies that he was warned."),
            ("09:05", "Toll rises", "The death toll has risen from 7 to 12."),
        )
    )
    text = lines(f"<html><body><main><h1>Velmora dam live</h1><div class=liveblog>{posts}</div></main></body></html>")
    assert text[:4] == [
        "Velmora dam live",
        "18:00",
        "Nine found alive",
        "Nine people were found alive in a cellar near the church, the fire service says.",
    ]
    assert text[4:] == [
        "16:30",
        "Governor denies warning",
        "The governor denies that he was warned.",
        "09:05",
        "Toll rises",
        "The death toll has risen from 7 to 12.",
    ]


def test_a_short_report_is_read_without_the_navigation_around_it() -> None:
    text = lines(
        "<html><body><nav><a href='/'>Home</a></nav><ul><li><a href='/w'>World news today</a></li></ul><div>"
        "<h1>Ferry adrift off Lanto</h1><div><p>A ferry with 80 people is adrift off Lanto.</p>"
        "<p>Two tugs are on their way, the coast guard said.</p>"
        "<ul><li>80 aboard</li><li>2 tugs</li></ul></div></div><footer><p>All rights reserved</p></footer></body></html>"
    )
    assert text == [
        "Ferry adrift off Lanto",
        "A ferry with 80 people is adrift off Lanto.",
        "Two tugs are on their way, the coast guard said.",
        "80 aboard",
        "2 tugs",
    ]


def test_the_sentence_below_the_headline_is_kept() -> None:
    body = "".join(f"<p>{words}</p>" for words in BODY)
    draft = read(
        "<html><body><article><header><h1>Dam breaks above Velmora</h1><p class='article__standfirst'>"
        "Twelve dead as engineers speak "
        f"of three warnings</p></header><div class='article-body'>{body}</div></article></body></html>"
    )
    assert draft.text.split("\n")[:3] == [
        "Dam breaks above Velmora",
        "Twelve dead as engineers speak of three warnings",
        BODY[0],
    ]


def test_linked_data_come_first_and_references_in_a_graph_are_followed() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "@id": "https://carrow.example/#site", "name": "carrow.example"},
            {"@type": "NewsMediaOrganization", "@id": "https://carrow.example/#org", "name": "The Carrow Post"},
            {
                "@type": ["NewsArticle", "Article"],
                "headline": "Dam breaks above Velmora &amp; 12 die",
                "datePublished": "2025-07-02T15:50:00+05:30",
                "dateModified": "2025-07-03T10:00:00+05:30",
                "publisher": {"@id": "https://carrow.example/#org"},
                "mainEntityOfPage": {"@type": "WebPage", "@id": "https://carrow.example/velmora"},
            },
        ],
    }
    head = linked(graph) + '<meta property="og:site_name" content="Carrow"><meta name="date" content="2020-01-01">'
    draft = read(page(head=head, title="Dam breaks"))
    assert (draft.title, draft.outlet) == ("Dam breaks above Velmora & 12 die", "The Carrow Post")
    assert (draft.published, draft.published_guessed) == ("2025-07-02T15:50:00+05:30", False)
    assert draft.url == "https://carrow.example/velmora"
    assert draft.text.startswith("Dam breaks above Velmora & 12 die\n")


def test_of_several_reports_in_linked_data_the_pages_own_is_taken() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Cat wins race",
        "url": "https://carrow.example/cat",
        "datePublished": "2025-01-01",
    }
    own = {"@type": "NewsArticle", "headline": "Dam breaks", "url": "https://carrow.example/dam", "datePublished": "2025-07-02"}
    draft = read(page(head=linked(other, own) + '<link rel="canonical" href="https://carrow.example/dam">'))
    assert (draft.title, draft.published) == ("Dam breaks above Velmora", "2025-07-02")


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Dam</script>',
        '<script type="application/ld+json">' + "[" * 20_000 + "</script>",
        '<script type="application/ld+json"></script>',
        '<script type="application/ld+json">"words"</script>',
        '<script type="application/ld+json">{"@type": 3, "@graph": {"@id": 4}, "headline": {}, "publisher": [[]]}</script>',
    ],
)
def test_broken_linked_data_do_no_harm(script: str) -> None:
    assert read(page(head=script)).title == "Dam breaks above Velmora"


def test_slips_in_linked_data_are_forgiven() -> None:
    script = (
        '<script type="application/ld+json"><!-- {"@type": "NewsArticle", "publisher": {"name": "Carrow\tPost",}, '
        '"datePublished": "2025-07-02",} --></script>'
    )
    draft = read(page(head=script))
    assert (draft.outlet, draft.published) == ("Carrow Post", "2025-07-02")


def test_meta_tags_come_second() -> None:
    draft = read(
        page(
            head='<meta property="article:published_time" content="2025-07-02T10:00:00Z">'
            '<meta property="og:site_name" content="Harbour News"><meta property="og:url" content="/velmora">'
            '<meta property="og:title" content="Dam breaks above Velmora | Harbour News">'
        ),
        url="https://harbour.example/x?utm=1",
    )
    assert (draft.title, draft.outlet) == ("Dam breaks above Velmora", "Harbour News")
    assert (draft.published, draft.published_guessed) == ("2025-07-02T10:00:00+00:00", False)
    assert draft.url == "https://harbour.example/velmora"


def test_a_date_that_is_only_shown_is_a_guess() -> None:
    draft = read(page(f"<p class='date'>3 May 2021</p><p>{BODY[0]}</p><p>{BODY[1]}</p>"))
    assert (draft.published, draft.published_guessed) == ("2021-05-03", True)


def test_what_the_page_does_not_say_is_not_made_up() -> None:
    draft = read(page(), url="https://www.carrow.example/velmora")
    assert (draft.outlet, draft.published, draft.url) == (None, None, "https://www.carrow.example/velmora")


def test_a_date_that_cannot_be_read_is_told() -> None:
    draft = read(page(head='<meta name="date" content="last week">'))
    assert draft.published is None
    assert draft.notes == ("date 'last week' not understood",)


def test_a_page_with_large_pictures_inside_is_read() -> None:
    head = f"<style>@font-face{{src:url(data:font/woff;base64,{'A' * 11_000_000})}}</style><script>{'x;' * 5_500_000}</script>"
    assert lines(page(head=head))[1:] == list(BODY)


def test_the_front_page_of_a_site_is_not_taken_for_the_page() -> None:
    node = {"@type": "NewsArticle", "headline": "Dam breaks above Velmora", "url": "https://carrow.example/"}
    assert read(page(head=linked(node)), url="https://carrow.example/velmora").url == "https://carrow.example/velmora"


def test_the_address_in_a_saved_page_is_read_and_others_are_not_believed() -> None:
    saved = "<!-- saved from url=(0030)https://carrow.example/velmora -->" + page()
    assert read(saved).url == "https://carrow.example/velmora"
    assert read(page(head='<link rel="canonical" href="javascript:alert(1)">')).url is None


def test_a_page_that_shows_its_text_by_script_gives_it_from_its_linked_data() -> None:
    node = {"@type": "NewsArticle", "headline": "Dam breaks above Velmora", "articleBody": "<p>" + "</p><p>".join(BODY) + "</p>"}
    draft = read(
        f"<html><head>{linked(node)}</head><body><div id=root></div><noscript>Enable JavaScript.</noscript></body></html>"
    )
    assert draft.text.split("\n") == ["Dam breaks above Velmora", *BODY]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_any_charset_is_read(charset: str) -> None:
    words = "Señor Muñoz of Malmö – “the engineer” – had warned of it twice, he said, and had asked for £20,000 to mend the gate."
    html = page([words, *BODY], head=f'<meta charset="{charset}">').encode("cp1252" if charset == "iso-8859-1" else charset)
    assert read(html).text.split("\n")[1] == words


def test_the_charset_of_the_protocol_counts() -> None:
    words = "Плотина выше города прорвалась во вторник ночью, погибли по меньшей мере двенадцать человек, сообщили власти."
    draft = read(page([words, words + " Поиски идут."]).encode("koi8-r"), charset="koi8-r")
    assert draft.text.split("\n")[1] == words


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("", "empty file"),
        (
            "<html><head><title>Log in</title></head><body><form>User</form><p>Please log in.</p></body></html>",
            "no article found in the page",
        ),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article found in the page"),
        ("<!-- nothing -->", "no HTML in it"),
        (page().replace("dam above", "dam\0above"), "holds a NUL character (at character 223)"),
        (b"%PDF-1.4 named page.html", "binary data (a PDF by its first bytes), not text"),
    ],
)
def test_what_is_no_report_is_refused(html: str | bytes, why: str) -> None:
    with pytest.raises(SetAsideError) as caught:
        read(html)
    assert str(caught.value) == why


def test_entities_are_not_expanded_and_nothing_outside_is_read() -> None:
    html = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>' + page(
        [*BODY, "Before &x; and &y; after."]
    )
    text = read(html).text
    assert "root:" not in text
    assert "yyyy" not in text


@settings(max_examples=25, deadline=None)
@given(
    st.recursive(
        st.sampled_from(["p", "div", "li", "section"]), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=6
    )
)
def test_blocks_never_fuse_however_they_nest(shape: object) -> None:
    count = 0

    def build(node: object) -> str:
        nonlocal count
        if isinstance(node, list):
            return "<div>" + "".join(map(build, node)) + "</div>"
        count += 1
        words = f"Begin{count} the river rose and the people of the town went up to the hill end{count}"
        return f"<ul><li>{words}</li></ul>" if node == "li" else f"<{node}>{words}</{node}>"

    body = build(shape)
    text = lines(page(body + "".join(f"<p>{words}</p>" for words in BODY)))
    for line in text:
        assert line.count("Begin") <= 1
        assert line.count("end") <= 1 or "Begin" not in line

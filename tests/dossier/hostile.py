"""A ledger whose reports, names and labels try to break the page."""

from tests.dossier.drafting import Draft, Json, number

SCRIPT = "<script>alert('words')</script>"
CLOSING = "</script><script>alert('data')</script><!--"
HANDLER = '" onmouseover="alert(1)" x="'
TEMPLATE = "{{ 7 * 7 }}{% include 'page.html' %}"
OVERRIDE = "The count is \u202e51\u202c and not 15."
ZERO = "Some 15\u200b,000 sol\u200ddiers\ufeff came."
ENDLESS = "x" * 100_000
EMOJI = "👩🏽‍🚒🔥 12 houses burned 🇺🇦"
ACTING = "null \x00 bell \x07 escape \x1b[31m c1 \x9b lone \ud800 surrogate"


def hostile() -> Json:
    """Return the ledger; each piece of bad text stands in every field that a report can fill."""
    draft = Draft()
    draft.story("s 1", f"Event {SCRIPT} {HANDLER}")
    text = "\n".join((SCRIPT, CLOSING, HANDLER, TEMPLATE, OVERRIDE, ZERO, ENDLESS, EMOJI, ACTING, "It killed 7 or 9 people."))
    names = {"r 1<": "javascript:alert(1)", 'r"2': "https://ok.example/?q=%22%3E%3Cscript%3E", "r'3&": "data:text/html,<script>"}
    for name, url in names.items():
        draft.report(name, text, title=SCRIPT, outlet=f"Outlet {CLOSING}{name}", published=f"2031-05-03{HANDLER}", url=url)
    draft.question("q<1>", f"label {SCRIPT}{HANDLER}{OVERRIDE}", "conflict", how="between-origins", because=CLOSING)
    for name in names:
        draft.claim(name, "7", "a", value=number(7, counted=SCRIPT), voices=(f"voice {SCRIPT}",))
        draft.claim(name, "9 people", "b", value=number(9, counted=CLOSING, unit="<b>"), voices=(f"other {HANDLER}",))
    for place, words in enumerate((SCRIPT, CLOSING, HANDLER, TEMPLATE, OVERRIDE, ZERO, ENDLESS, "12 houses burned", ACTING)):
        draft.question(f"w {place} %", words, "agree" if place % 2 else "single", kind="whether")
        draft.claim("r 1<", words)
        if place % 2:
            draft.claim('r"2', words)
    draft.question("t1", SCRIPT, "conflict", kind="time", how="retelling")
    draft.claim("r 1<", "It", "a", time=f"2031{SCRIPT}")
    draft.claim('r"2', "It", "b", time="2031-99-99/nonsense")
    draft.origins = [{"id": "o", "name": f"voice {SCRIPT}", "names": [f"voice {SCRIPT}"]}]
    draft.draws("r 1<", 'r"2', "copies", CLOSING, TEMPLATE)
    draft.not_read = [{"path": SCRIPT, "why": CLOSING}]
    draft.stray("r 1<", "51", SCRIPT)
    return draft.ledger()

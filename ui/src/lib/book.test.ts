import { describe, expect, it } from "vitest";
import { focusWords, nameReports, passage, safeUrl, storiesOf } from "./book";
import { boundsOf, clear, numberAxis, placeLabels } from "./axes";
import { claimAt, pieces } from "./highlight";
import { readCase } from "./load";
import { Draft, value } from "./making";
import { drawn, steps, unitsOf } from "./marks";
import { beside, formatRoute, HOME, parseRoute } from "./route";
import { search } from "./search";
import { pairing, partner } from "./sidebyside";

describe("a book", () => {
  it("shows a claim's words in their sentence", () => {
    const draft = new Draft().report("one", "Before it 🔥. At least nine people died, police said. After it.");
    draft.question("q", "people killed", "single");
    const id = draft.claim("one", "nine people", "a", value(9));
    const book = draft.book();
    const words = passage(book, book.claim.get(id)!);
    expect(words).toEqual({ before: "At least ", focus: "nine people", after: " died, police said.", quoted: false });
  });

  it("shows an excerpt where the text is not there", () => {
    const draft = new Draft().report("one", "At least nine people died.");
    draft.question("q", "people killed", "single");
    const id = draft.claim("one", "nine people", "a", value(9));
    Object.assign(draft.claims[0]!, { start: 500, end: 522, focus: [509, 520], text: "At least nine people died" });
    draft.documents[0]!.text = "";
    const book = draft.book();
    expect(focusWords(book, book.claim.get(id)!)).toBe("nine people");
  });

  it("names reports apart, and leaves none without a story", () => {
    const draft = new Draft()
      .report("a", "x", { outlet: "Post", published: "2031-05-03" })
      .report("b", "x", { outlet: "Post", published: "2031-05-04" })
      .report("c", "x", { outlet: "Post", published: "2031-05-04" })
      .report("d", "x");
    const ledger = draft.case().ledger;
    expect([...nameReports(ledger.reports).values()]).toEqual(["Post, 3 May", "Post (2)", "Post (3)", "Report 4"]);
    expect(storiesOf({ ...ledger, stories: [] })[0]?.documents).toHaveLength(4);
  });

  it("follows addresses of the web only", () => {
    expect(safeUrl("https://wire.example/a")).toBe("https://wire.example/a");
    for (const url of ["javascript:alert(1)", "data:text/html,x", " https://x", "file:///etc/passwd", "https://[", ""]) expect(safeUrl(url)).toBe("");
  });
});

describe("highlights", () => {
  it("cut a text wherever a span begins or ends, the weightiest style on top", () => {
    const text = "Six of the twelve houses in the old town burned down.";
    const span = (words: string, style: "conflict" | "figure" | "told") => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, style });
    const found = pieces(0, text.length, [span("Six of the twelve houses", "conflict"), span("twelve houses", "figure"), span("houses in the old town burned down", "told")]);
    expect(found.map((piece) => text.slice(piece.start, piece.end))).toEqual(["Six of the ", "twelve ", "houses", " in the old town burned down", "."]);
    expect(found.map((piece) => piece.style)).toEqual(["conflict", "conflict", "conflict", "told", ""]);
  });

  it("a place belongs to the shortest claim that covers it", () => {
    const draft = new Draft().report("one", "Six of the twelve houses burned.");
    draft.question("q", "houses", "single");
    draft.claim("one", "Six of the twelve houses");
    const inner = draft.claim("one", "twelve houses");
    const book = draft.book();
    expect(claimAt(book.inReport.get("one")!, 13)?.id).toBe(inner);
    expect(claimAt(book.inReport.get("one")!, 31)).toBeUndefined();
  });
});

describe("side by side", () => {
  it("tells what both answer, what stands against each other and what only one has", () => {
    const draft = new Draft().report("one", "9 died. 38 crew. Doors were locked.").report("two", "14 died. 38 crew.");
    draft.question("killed", "people killed", "conflict");
    const nine = draft.claim("one", "9", "a", value(9));
    const more = draft.claim("two", "14", "b", value(14));
    draft.question("crew", "crew", "agree");
    const crew = draft.claim("one", "38 crew");
    draft.claim("two", "38 crew");
    draft.question("doors", "doors", "single", { kind: "whether" });
    const doors = draft.claim("one", "Doors were locked");
    const book = draft.book();
    const [one, two] = [book.report.get("one")!, book.report.get("two")!];
    const found = pairing(book, one, two);
    expect([nine, crew, doors].map((id) => found.styles.get(id))).toEqual(["conflict", "agree", "only"]);
    expect([found.shared, found.only]).toEqual([2, 1]);
    expect(partner(book, book.claim.get(nine)!, two)?.id).toBe(more);
    expect(partner(book, book.claim.get(doors)!, two)).toBeUndefined();
  });
});

describe("search", () => {
  it("finds claims that have all words, and places in the texts", () => {
    const draft = new Draft().report("one", "🔥 Nine people died. Nine boats left.");
    draft.question("q", "people killed in Vell", "single");
    const id = draft.claim("one", "Nine people died", "a", value(9));
    const hits = search(draft.book(), "vell nine");
    expect(hits.claims.map((claim) => claim.id)).toEqual([id]);
    expect(search(draft.book(), "nine").texts.map((pin) => [pin.start, pin.end])).toEqual([[2, 6], [20, 24]]);
    expect(search(draft.book(), " ")).toEqual({ claims: [], texts: [] });
  });
});

describe("marks", () => {
  it("are drawn unit by unit, the commonest first", () => {
    const draft = new Draft().report("one", "It cost $5 or $6. In euros: 4.").report("two", "$5 it was.");
    draft.question("q", "cost", "conflict");
    draft.claim("one", "$5", "a", value(5, 5, { unit: "USD" }));
    draft.claim("two", "$5", "a", value(5, 5, { unit: "USD" }));
    draft.claim("one", "$6", "b", value(6, 6, { unit: "USD" }));
    draft.claim("one", "4", "c", value(4, 4, { unit: "EUR" }));
    const book = draft.book();
    const units = unitsOf(book, book.questions[0]!);
    expect(units).toEqual(["USD/", "EUR/"]);
    expect(drawn(book, book.questions[0]!, units[0]).map((mark) => [mark.low, mark.claims.length])).toEqual([[5, 2], [6, 1]]);
    expect(drawn(book, book.questions[0]!, units[1]).map((mark) => mark.low)).toEqual([4]);
  });

  it("an updated count is a step at each date", () => {
    const draft = new Draft().report("one", "9 died.", { published: "2031-05-03" }).report("two", "14 died.", { published: "2031-05-04" });
    draft.question("q", "killed", "update", { how: "event" });
    draft.claim("two", "14", "b", value(14));
    draft.claim("one", "9", "a", value(9));
    const book = draft.book();
    expect(steps(book, book.questions[0]!).map((step) => step.value)).toEqual([9, 14]);
    draft.documents[1]!.published = null;
    expect(steps(draft.book(), draft.book().questions[0]!)).toEqual([]);
  });
});

describe("axes", () => {
  it("begin at nought, look closer where figures lie close, and are logarithmic where they lie far apart", () => {
    expect(numberAxis([9, 14], "person", 0, 300).place(0)).toBe(0);
    expect(numberAxis([101, 103], "person", 0, 300).place(0)).toBe(0);
    expect(numberAxis([101, 103], "person", 0, 300).ticks[0]?.label).toBe("100");
    const wide = numberAxis([5, 40_000], "USD", 0, 300);
    expect(wide.log).toBe(true);
    expect(wide.ticks[0]?.label).toBe("$1");
    expect(numberAxis([7], "", 0, 300).ticks.length).toBeGreaterThan(1);
    expect(boundsOf([{ low: 100, high: null, about: true }])).toEqual([100, 90]);
  });

  it("labels keep clear of each other and of the edges", () => {
    const ticks = Array.from({ length: 30 }, (_, index) => ({ x: index * 10, label: "1,000" }));
    expect(clear(ticks).length).toBeLessThan(8);
    const placed = placeLabels([{ x: 0, words: "at least 9" }, { x: 5, words: "around 12" }], 200);
    expect(placed.map((label) => label.row)).toEqual([0, 1]);
    expect(placed[0]!.x).toBeGreaterThan(30);
    expect(placeLabels(Array.from({ length: 9 }, () => ({ x: 90, words: "at least 9" })), 200)).toHaveLength(2);
  });
});

describe("addresses", () => {
  it("are read and written alike", () => {
    const route = { ...HOME, view: "table" as const, q: "q<1> &=", finding: "conflict,update", sort: "-label" };
    expect(parseRoute(formatRoute(route))).toEqual(route);
    expect(parseRoute("#q=q12")).toEqual({ ...HOME, q: "q12" });
    expect(parseRoute("#claim=%E0%A4%A")).toEqual({ ...HOME, claim: "%E0%A4%A" });
    expect(parseRoute("#nonsense&a=b")).toEqual(HOME);
    expect(formatRoute(HOME)).toBe("#glance");
    expect(beside({ ...HOME, view: "gaps", q: "x" }, { claim: "c" })).toBe("#gaps&claim=c");
  });
});

describe("a lean ledger", () => {
  it("is read as if it said what is usual", () => {
    const found = readCase(
      {
        ledger: {
          documents: [{ id: "r", text: "Nine boats left." }],
          stories: [{ id: "s", label: "event", documents: ["r"] }],
          claims: [
            { id: "c", document: "r", start: 0, end: 16, focus: [0, 10], value: { low: 9, high: 9, unit: "boat" } },
            { id: "d", document: "r", start: 0, end: 16, focus: [5, 15], certainty: "hedged" },
          ],
          questions: [
            { id: "c", label: "boats", kind: "quantity", finding: "single", origins: { at_least: 1, at_most: 1 }, answers: [{ id: "a", label: "Nine", claims: ["c"] }] },
            { id: "d", label: "boats left", kind: "whether", finding: "conflict", sure: false, answers: [{ id: "b", label: "left", claims: ["d"] }] },
          ],
        },
        page: {},
      },
      "dossier",
    ).ledger;
    expect(found.claims.map((row) => [row.question, row.answer, row.kind, row.certainty])).toEqual([["c", "a", "quantity", "stated"], ["d", "b", "whether", "hedged"]]);
    expect(found.questions.map((row) => [row.story, row.sure])).toEqual([["s", true], ["s", false]]);
  });
});

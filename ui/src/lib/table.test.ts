import { describe, expect, it } from "vitest";
import { Draft, value, voices } from "./making";
import { cells, filtered, NO_FILTERS, sorted } from "./table";

function draft(): Draft {
  const made = new Draft()
    .report("one", "9 died in the fire. The doors were locked. 412 were on board.", { outlet: "Post", published: "2031-05-03" })
    .report("two", "14 died in the fire. 412 were on board.", { outlet: "Herald", published: "2031-05-04" });
  made.question("killed", "people killed", "conflict", { reports: 2, origins: { at_least: 2, at_most: 2 } });
  made.claim("one", "9", "a", { ...value(9), ...voices("Police") });
  made.claim("two", "14", "b", { ...value(14), certainty: "hedged" });
  made.question("aboard", "passengers on board", "agree", { reports: 2 });
  made.claim("one", "412", "a", value(412));
  made.claim("two", "412", "a", { ...value(412), ...voices("line") });
  made.question("doors", "doors were locked", "single", { kind: "whether" });
  made.claim("one", "The doors were locked");
  made.question("old", "an earlier fire", "single", { background: true });
  made.claim("one", "the fire");
  return made;
}
const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

describe("the table", () => {
  const book = draft().book();

  it("has a cell for each report that answers, and silence has none", () => {
    const found = cells(book, book.question.get("killed")!);
    expect(found.get("one")?.map((entry) => `${entry.letter}:${entry.words}`)).toEqual(["a:9"]);
    expect(found.get("two")?.map((entry) => [entry.letter, entry.words, entry.certainty])).toEqual([["b", "14", "may be"]]);
    expect(cells(book, book.question.get("doors")!).has("two")).toBe(false);
  });

  it("filters by finding, kind, voice, outlet and words; the background is left out until asked for", () => {
    expect(ids(filtered(book, NO_FILTERS))).toEqual(["killed", "aboard", "doors"]);
    expect(ids(filtered(book, { ...NO_FILTERS, background: true }))).toHaveLength(4);
    expect(ids(filtered(book, { ...NO_FILTERS, findings: new Set(["agree", "single"]) }))).toEqual(["aboard", "doors"]);
    expect(ids(filtered(book, { ...NO_FILTERS, kind: "whether" }))).toEqual(["doors"]);
    expect(ids(filtered(book, { ...NO_FILTERS, voice: "police" }))).toEqual(["killed"]);
    expect(ids(filtered(book, { ...NO_FILTERS, outlet: "Herald" }))).toEqual(["killed", "aboard"]);
    expect(ids(filtered(book, { ...NO_FILTERS, outlet: "Herald", voice: "Police" }))).toEqual([]);
    expect(ids(filtered(book, { ...NO_FILTERS, words: " BOARD" }))).toEqual(["aboard"]);
  });

  it("sorts both ways, and keeps the editor's order where two are equal", () => {
    const rows = filtered(book, NO_FILTERS);
    expect(ids(sorted(book, rows, "label", false))).toEqual(["doors", "aboard", "killed"]);
    expect(ids(sorted(book, rows, "label", true))).toEqual(["killed", "aboard", "doors"]);
    expect(ids(sorted(book, rows, "finding", true))).toEqual(["doors", "aboard", "killed"]);
    expect(ids(sorted(book, rows, "reports", false))).toEqual(["killed", "aboard", "doors"]);
    expect(ids(sorted(book, rows, "origins", false))).toEqual(["aboard", "doors", "killed"]);
  });
});

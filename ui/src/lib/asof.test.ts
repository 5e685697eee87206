import { describe, expect, it } from "vitest";
import { asOf, clocksDiffer, moments, zoneOf } from "./asof";
import { dated, openBook, storiesOf } from "./book";
import { Draft, value, voices } from "./making";
import { agenda } from "./sentences";

function toll(): Draft {
  const draft = new Draft()
    .report("late", "14 died.", { published: "2031-05-04T10:00:00+02:00" })
    .report("early", "9 died.", { published: "2031-05-03T09:00:00+02:00" })
    .report("same", "9 died.", { published: "2031-05-03T08:00:00+01:00" })
    .report("undated", "16 died.");
  draft.question("q", "people killed", "conflict", { how: "between-origins", origins: { at_least: 2, at_most: 4 }, reports: 4 });
  draft.claim("early", "9", "a", { ...value(9), ...voices("police") });
  draft.claim("same", "9", "a", value(9));
  draft.claim("late", "14", "b", { ...value(14), ...voices("coastguard") });
  draft.claim("undated", "16", "c", value(16));
  return draft;
}

describe("the ledger as it could be known then", () => {
  it("has a stop for each moment of publication, whatever the zone", () => {
    expect(moments(toll().case().ledger.reports)).toHaveLength(2);
  });

  it("says the zone beside an hour where the reports give several", () => {
    const draft = new Draft().report("one", "x", { outlet: "Post", published: "2031-05-03T08:10:00+02:00" }).report("two", "x", { outlet: "Wire", published: "2031-05-03T06:00:00Z" });
    const book = draft.book();
    expect(clocksDiffer(book.reports)).toBe(true);
    expect(book.reports.map((report) => dated(book, report))).toEqual(["Wire, 3 May, 06:00 (UTC)", "Post, 3 May, 08:10 (+02:00)"]);
    const one = new Draft().report("one", "x", { outlet: "Post", published: "2031-05-03T08:10:00+02:00" }).book();
    expect(one.reports.map((report) => dated(one, report))).toEqual(["Post, 3 May, 08:10"]);
    expect(clocksDiffer(new Draft().report("one", "x", { published: "2031-05-03T06:00:00Z" }).report("two", "x", { published: "2031-05-03" }).book().reports)).toBe(false);
  });

  it("is drawn on the clock that all reports give", () => {
    const draft = new Draft().report("one", "x", { published: "2031-05-03T09:00:00+05:30" }).report("two", "x");
    expect(zoneOf(draft.case().ledger.reports)).toBeCloseTo(5.5 / 24);
    draft.report("three", "x", { published: "2031-05-03" });
    expect(zoneOf(draft.case().ledger.reports)).toBe(0);
  });

  it("knows no later report and no report without a date", () => {
    const data = toll().case();
    const [first] = moments(data.ledger.reports);
    const then = asOf(data.ledger, first!);
    expect(then.reports.map((report) => report.id).sort()).toEqual(["early", "same"]);
    expect(then.claims.map((claim) => claim.document).sort()).toEqual(["early", "same"]);
  });

  it("finds agreement where the other side had not spoken, on no more origins than had", () => {
    const data = toll().case();
    const [first, last] = moments(data.ledger.reports);
    const question = asOf(data.ledger, first!).questions[0]!;
    expect([question.finding, question.how, question.reports, question.low, question.high]).toEqual(["agree", "", 2, 1, 2]);
    expect(asOf(data.ledger, last!).questions[0]!.finding).toBe("conflict");
    expect(asOf(data.ledger, last!).questions[0]!.answers.map((answer) => answer.id)).toEqual(["a", "b"]);
    const book = openBook(data, storiesOf(data.ledger)[0]!, asOf(data.ledger, first!));
    expect(agenda(book)).toEqual({ sure: [], possible: [] });
  });

  it("has no question that nobody had answered, and leaves the ledger as it is", () => {
    const data = toll().case();
    const before = JSON.stringify(data.ledger);
    expect(asOf(data.ledger, 0).questions).toEqual([]);
    expect(JSON.stringify(data.ledger)).toBe(before);
  });
});

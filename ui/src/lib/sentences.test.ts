import { describe, expect, it } from "vitest";
import { Draft, value, voices } from "./making";
import { drawn } from "./marks";
import { agenda, doubt, headline, kicker, sides, title } from "./sentences";

function troops(): Draft {
  const draft = new Draft()
    .report("one", "Around 12,000 troops came, a minister said.", { outlet: "Vell Post", published: "2031-05-03" })
    .report("two", "15,000 troops came, the embassy said.", { outlet: "Courier", published: "2031-05-04" })
    .report("three", "15,000 came.", { outlet: "Herald", published: "2031-05-05" });
  draft.question("q", "troops sent to Vell", "conflict", { how: "between-origins", origins: { at_least: 2, at_most: 3 }, reports: 3 });
  draft.claim("two", "15,000 troops", "b", { ...value(15000, 15000, { counted: "troops" }), ...voices("embassy") });
  draft.claim("one", "Around 12,000 troops", "a", { ...value(12000, 12000, { about: true, counted: "troops" }), ...voices("minister") });
  draft.claim("three", "15,000", "b", value(15000));
  draft.sides = { q: { a: [1, 1], b: [1, 2] } };
  return draft;
}

describe("a conflict as a sentence", () => {
  it("asks with its figures, the smaller first", () => {
    const book = troops().book();
    const question = book.questions[0]!;
    expect(title(book, question)).toBe("Around 12,000 or 15,000 troops?");
    expect(headline(book, question)).toBe("Troops sent to Vell: around 12,000 or 15,000 troops?");
    expect(kicker(question)).toBe("Conflict between origins");
  });

  it("groups its claims into sides, each with its reports and origins", () => {
    const book = troops().book();
    expect(sides(book, book.questions[0]!).map(({ letter, words, reports, low, high }) => [letter, words, reports, low, high])).toEqual([
      ["a", "around 12,000", 1, 1, 1],
      ["b", "15,000", 2, 1, 2],
    ]);
  });

  it("tells an update in the order of time, not of size", () => {
    const draft = new Draft()
      .report("one", "30 are missing.", { published: "2031-05-03" })
      .report("two", "11 are missing.", { published: "2031-05-04" });
    draft.question("q", "people missing", "update", { how: "event" });
    draft.claim("two", "11", "b", value(11));
    draft.claim("one", "30", "a", value(30));
    const book = draft.book();
    expect(title(book, book.questions[0]!)).toBe("30, then 11 people");
    expect(sides(book, book.questions[0]!).map((side) => side.order)).toEqual(["earlier", "later"]);
    draft.questions[0]!.how = "correction";
    expect(title(draft.book(), draft.book().questions[0]!)).toBe("30, corrected to 11 people");
  });

  it("says of a count without a date that its place is not known, and keeps the last of many", () => {
    const draft = new Draft()
      .report("dawn", "At least 12 died.", { published: "2031-05-02T08:10:00+02:00" })
      .report("wire", "15 died.", { published: "2031-05-02T06:20:00+00:00" })
      .report("late", "17 died.", { published: "2031-05-02T19:30:00+02:00" })
      .report("open", "19 died.")
      .report("down", "The toll was lowered to 16.", { published: "2031-05-05" });
    draft.question("q", "people killed", "update", { how: "event" });
    draft.claim("open", "19", "e", value(19));
    draft.claim("down", "16", "d", value(16));
    draft.claim("late", "17", "c", value(17));
    draft.claim("wire", "15", "b", value(15));
    draft.claim("dawn", "At least 12", "a", value(12, null));
    const book = draft.book();
    const question = book.questions[0]!;
    expect(title(book, question)).toBe("At least 12, then 15, then 17, then 16 people; without a date 19");
    expect(sides(book, question).map((side) => [side.letter, side.order])).toEqual([
      ["a", "earlier"], ["b", "in between"], ["c", "in between"], ["d", "later"], ["e", "no date"],
    ]);
    draft.report("last", "14 died.", { published: "2031-05-06" }).claim("last", "14", "f", value(14));
    expect(title(draft.book(), draft.book().questions[0]!)).toBe("At least 12, then …, then 16, then 14 people; without a date 19");
  });

  it("keeps figures by size where no report has a date", () => {
    const draft = new Draft().report("one", "17 died, up from 12.");
    draft.question("q", "people killed", "update", { how: "event" });
    draft.claim("one", "17", "b", value(17));
    draft.claim("one", "12", "a", value(12));
    expect(title(draft.book(), draft.book().questions[0]!)).toBe("12, then 17 people");
  });

  it("does not ask with one figure alone where the other may not be shown", () => {
    const draft = new Draft().report("one", "30 were injured.", { published: "2031-05-03" });
    draft.question("q", "people injured", "conflict", { how: "between-origins" });
    draft.claim("one", "30", "a", value(30));
    draft.questions[0]!.answers.push({ id: "b", label: "withheld", claims: ["hidden"] });
    expect(title(draft.book(), draft.book().questions[0]!)).toBe("30 people, or what is not shown here?");
  });

  it("sets a part against its whole, and leaves statements in their own words", () => {
    const draft = new Draft().report("one", "14 died, 15 passengers among them. The doors were locked.");
    draft.question("whole", "people killed", "single");
    draft.claim("one", "14", "a", value(14));
    draft.question("part", "passengers killed", "conflict", { how: "part-exceeds-whole", part_of: "whole" });
    draft.claim("one", "15 passengers", "a", value(15, 15, { counted: "passengers" }));
    draft.question("doors", "the doors were locked", "conflict", { how: "denial", kind: "whether" });
    draft.claim("one", "The doors were locked");
    const book = draft.book();
    expect(title(book, book.question.get("part")!)).toBe("15 passengers, of 14?");
    expect(headline(book, book.question.get("doors")!)).toBe("The doors were locked");
  });

  it("an answer whose claims may not be shown is withheld", () => {
    const draft = troops();
    draft.questions[0]!.answers.push({ id: "c", label: "withheld", claims: ["hidden"] });
    const book = draft.book();
    expect(sides(book, book.questions[0]!).find((side) => side.letter === "c")?.withheld).toBe(true);
    expect(title(book, book.questions[0]!)).toBe("Around 12,000 or 15,000 troops?");
  });
});

describe("an answer that people rejected", () => {
  it("stays, last, and is no side of the conflict any more", () => {
    const draft = troops();
    draft.question("q2", "carts", "conflict");
    draft.claim("one", "12,000", "a", value(12000));
    draft.claim("two", "15,000", "b", value(15000));
    draft.claim("three", "15,000", "c", value(9));
    Object.assign(draft.questions[1]!.answers[2]!, { review: { status: "rejected", by: "ana", at: "", corrections: [] } });
    const book = draft.book();
    const question = book.question.get("q2")!;
    expect(title(book, question)).toBe("12,000 or 15,000 people?");
    expect(sides(book, question).map((side) => [side.letter, side.rejected])).toEqual([["a", ""], ["b", ""], ["c", "ana"]]);
    expect(drawn(book, question).map((mark) => mark.low)).toEqual([12000, 15000]);
  });
});

describe("what to look at first", () => {
  it("parts sure findings from possible ones, and says why they are", () => {
    const draft = troops();
    draft.question("hedged", "boats", "conflict", { how: "between-origins", origins: { at_least: 2, at_most: 2 } });
    draft.claim("one", "12,000", "a", { ...value(12000), certainty: "hedged" });
    draft.claim("two", "15,000", "b", value(15000));
    draft.question("wording", "carts", "conflict", { how: "between-origins", origins: { at_least: 2, at_most: 2 }, sure: false });
    draft.claim("one", "12,000", "a", value(12000));
    draft.claim("two", "15,000", "b", value(15000));
    draft.question("one-origin", "mules", "conflict", { how: "between-origins", origins: { at_least: 1, at_most: 2 } });
    draft.claim("one", "12,000", "a", value(12000));
    draft.claim("two", "15,000", "b", { ...value(15000), certainty: "hedged" });
    draft.claim("three", "15,000", "b", value(15000));
    draft.question("agreed", "mules", "agree", { sure: false });
    draft.claim("one", "12,000", "a", value(12000));
    draft.question("background", "carts before", "conflict", { background: true });
    draft.claim("one", "12,000", "a", value(12000));
    const book = draft.book();
    const found = agenda(book);
    expect(found.sure.map((row) => row.id)).toEqual(["q", "one-origin"]);
    expect(found.possible.map((row) => row.id)).toEqual(["hedged", "wording"]);
    expect(kicker(book.question.get("one-origin")!)).toBe("Conflict, perhaps of one origin");
    expect(kicker(book.question.get("wording")!)).toBe("Conflict between origins");
    expect(found.possible.map((row) => doubt(book, row))).toEqual(["one side is not stated as certain", "judged by the wording alone"]);
  });
});

import { describe, expect, it } from "vitest";
import { attributed, citation, dossierCitation } from "./cite";
import { Draft, value, voices } from "./making";

function draft(): Draft {
  const made = new Draft().report("one", "🔥 At least “nine” people died.", {
    outlet: "Vell Post", title: "Fire", published: "2031-05-03T06:40:00+02:00", url: "https://vellpost.example/fire", sha256: "abcd",
  });
  made.question("q", "people killed", "single");
  return made;
}

describe("citations", () => {
  it("have quotation, voice, outlet, time, address, place and digest", () => {
    const made = draft();
    const id = made.claim("one", "At least “nine” people died.", "a", { ...value(9, null), ...voices("Radio Tarsk", "police") });
    const book = made.book();
    expect(citation(book, book.claim.get(id)!)).toBe(
      "“At least “nine” people died.” – police (through Radio Tarsk), in Vell Post, “Fire,” 3 May 2031, 06:40 (+02:00). " +
        "https://vellpost.example/fire. Characters 2–30 of the text with SHA-256 abcd. " +
        "Machine reading, not reviewed: Rashomon 1.2, ledger SHA-256 abc.",
    );
    expect(attributed(book, book.claim.get(id)!)).toBe(
      "According to police, quoted by Radio Tarsk, as Vell Post reported on 3 May 2031: “At least “nine” people died.”",
    );
  });

  it("say where a report speaks itself, and do not lead to addresses of other kinds", () => {
    const made = draft();
    made.documents[0]!.url = "javascript:alert(1)";
    const id = made.claim("one", "people died", "a", { observed: true });
    const book = made.book();
    expect(attributed(book, book.claim.get(id)!)).toBe("Vell Post reported on 3 May 2031 what its own reporter saw: “people died”");
    expect(citation(book, book.claim.get(id)!)).not.toContain("javascript");
  });

  it("name a dossier by its ledger", () => {
    expect(dossierCitation(draft().case(), "Fire in Vell")).toBe(
      "Fire in Vell: Rashomon dossier of 1 report. Machine reading, not reviewed: Rashomon 1.2, ledger SHA-256 abc.",
    );
  });
});

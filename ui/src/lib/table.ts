/** Questions by reports: what each report answers; an empty cell is a silence, which is worth seeing too. */
import { type Book, claimsOf, compare, origin, said } from "./book";
import { CERTAINTIES, FINDINGS, label } from "./sentences";
import type { Claim, Finding, Kind, Question } from "./types";
import { squeeze } from "./words";

export interface Entry {
  letter: string;
  words: string;
  claim: string;
  certainty: string;
  times: number;
}

export type Sort = "weight" | "label" | "finding" | "reports" | "origins";

export interface Filters {
  findings: ReadonlySet<Finding>;
  kind: Kind | "";
  voice: string;
  outlet: string;
  words: string;
  background: boolean;
}

export const NO_FILTERS: Filters = { findings: new Set(), kind: "", voice: "", outlet: "", words: "", background: false };

const RANK: Record<Finding, number> = { conflict: 0, update: 1, differ: 2, agree: 3, single: 4 };

const known = new WeakMap<Book, Map<string, Map<string, Entry[]>>>();

/** Return the cells of a question by report; reports that are silent have none. */
export function cells(book: Book, question: Question): Map<string, Entry[]> {
  let rows = known.get(book);
  if (!rows) known.set(book, (rows = new Map()));
  let found = rows.get(question.id);
  if (!found) rows.set(question.id, (found = makeCells(book, question)));
  return found;
}

function makeCells(book: Book, question: Question): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const answer of question.answers) {
    const groups = new Map<string, Claim[]>();
    for (const claim of claimsOf(book, answer)) {
      const group = groups.get(claim.document);
      if (group) group.push(claim);
      else groups.set(claim.document, [claim]);
    }
    for (const [document, claims] of groups) {
      const first = claims[0];
      if (!first) continue;
      const entry: Entry = {
        letter: question.answers.length > 1 ? answer.id : "",
        words: squeeze(said(book, first), 60) || "words not shown",
        claim: first.id,
        certainty: CERTAINTIES[first.certainty],
        times: claims.length,
      };
      found.set(document, [...(found.get(document) ?? []), entry]);
    }
  }
  return found;
}

/** Return what a cell is to the others of its row, in one word. */
export function standingOf(question: Question): string {
  if (question.how === "denial") return "denial";
  return { conflict: "conflict", update: "update", differ: "differ", agree: "agree", single: "only here" }[question.finding];
}

/** Return the questions that pass all filters. */
export function filtered(book: Book, filters: Filters): Question[] {
  const voice = filters.voice.toLowerCase();
  const words = filters.words.trim().toLowerCase();
  return book.questions.filter((question) => {
    if (question.background && !filters.background) return false;
    if (filters.findings.size && !filters.findings.has(question.finding)) return false;
    if (filters.kind && question.kind !== filters.kind) return false;
    if (words && !label(question).toLowerCase().includes(words)) return false;
    if (!voice && !filters.outlet) return true;
    return question.answers.some((answer) =>
      claimsOf(book, answer).some(
        (claim) =>
          (!voice || origin(book, claim).toLowerCase() === voice) &&
          (!filters.outlet || (book.report.get(claim.document)?.outlet ?? "") === filters.outlet),
      ),
    );
  });
}

/** Return questions in an order; what is equal stays in the editor's order. */
export function sorted(book: Book, questions: readonly Question[], sort: Sort, down: boolean): Question[] {
  const place = (question: Question): number => book.number.get(question.id) ?? 0;
  const by: Record<Sort, (a: Question, b: Question) => number> = {
    weight: (a, b) => place(a) - place(b),
    label: (a, b) => compare(label(a).toLowerCase(), label(b).toLowerCase()),
    finding: (a, b) => RANK[a.finding] - RANK[b.finding],
    reports: (a, b) => b.reports - a.reports,
    origins: (a, b) => a.low - b.low || a.high - b.high,
  };
  const way = down ? -1 : 1;
  return [...questions].sort((a, b) => way * by[sort](a, b) || place(a) - place(b));
}

/** Return the voices that can be filtered by, the most heard first. */
export function voicesOf(book: Book, most = 60): string[] {
  return [...book.marks.keys()].slice(0, most).map((name) => book.heads.get(name) ?? name);
}

export function findingWord(finding: Finding): string {
  return FINDINGS[finding];
}

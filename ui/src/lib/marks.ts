/** Marks of a number line: one for each figure of each origin, and the steps of a count that was updated. */
import { publishedAt } from "./asof";
import { type Book, claimsOf, mark, tally } from "./book";
import { arranged, isRejected } from "./sentences";
import type { Certainty, Claim, Question } from "./types";
import { momentSpan } from "./words";

export interface Drawn {
  id: string;
  low: number | null;
  high: number | null;
  about: boolean;
  place: number;
  certainty: Certainty;
  answer: string;
  claims: Claim[];
}

const MOST = 24;

const unitOf = (claim: Claim): string => `${claim.value?.unit ?? ""}/${claim.value?.per ?? ""}`;

/** Return the units that the figures of a question are in, the commonest first: one line cannot hold dollars and euros. */
export function unitsOf(book: Book, question: Question): string[] {
  const counts = tally(question.answers.flatMap((answer) => claimsOf(book, answer).filter((claim) => claim.value).map(unitOf)));
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** Return the marks of a question, lower figures first; claims of one origin with one figure share a mark. With a unit, only those in it. */
export function drawn(book: Book, question: Question, unit?: string): Drawn[] {
  const found = new Map<string, Drawn>();
  for (const answer of arranged(book, question)) {
    if (isRejected(answer)) continue;
    for (const claim of claimsOf(book, answer)) {
      const bounds = boundsOfClaim(claim);
      if (!bounds || (unit !== undefined && claim.value && unitOf(claim) !== unit)) continue;
      const place = mark(book, claim);
      const about = claim.value?.about ?? false;
      const id = [answer.id, unitOf(claim), bounds.low, bounds.high, about, place, claim.certainty].join(" ");
      const known = found.get(id);
      if (known) known.claims.push(claim);
      else found.set(id, { id, ...bounds, about, place, certainty: claim.certainty, answer: answer.id, claims: [claim] });
    }
  }
  const at = (row: Drawn): number => row.low ?? row.high ?? 0;
  return [...found.values()].sort((a, b) => at(a) - at(b) || b.claims.length - a.claims.length).slice(0, MOST);
}

function boundsOfClaim(claim: Claim): { low: number | null; high: number | null } | null {
  if (claim.value) return claim.value.low === null && claim.value.high === null ? null : { low: claim.value.low, high: claim.value.high };
  const span = claim.time ? momentSpan(claim.time) : null;
  return span ? { low: span[0], high: span[1] } : null;
}

export interface Step {
  at: number;
  value: number;
  claim: Claim;
  place: number;
}

/** Return the figures of an updated question over the time of their publication; nothing where fewer than two dates are known. */
export function steps(book: Book, question: Question): Step[] {
  if (question.finding !== "update" || question.kind !== "quantity") return [];
  const found: Step[] = [];
  const unit = unitsOf(book, question)[0];
  for (const answer of question.answers) {
    if (isRejected(answer)) continue;
    for (const claim of claimsOf(book, answer)) {
      const report = book.report.get(claim.document);
      const at = report ? publishedAt(report) : null;
      const value = claim.value?.low ?? claim.value?.high ?? null;
      if (at !== null && value !== null && unitOf(claim) === unit) found.push({ at, value, claim, place: mark(book, claim) });
    }
  }
  found.sort((a, b) => a.at - b.at || a.value - b.value);
  return new Set(found.map((step) => step.at)).size > 1 ? found : [];
}

/** Two reports beside each other: which claims answer the same question, and what only one of them has. */
import type { Book } from "./book";
import type { Style } from "./highlight";
import type { Claim, Report } from "./types";

export interface Pairing {
  styles: Map<string, Style>;
  /** How many claims of this report the other answers, and how many stand only here. */
  shared: number;
  only: number;
}

/** Return how each claim of one report stands to another report. */
export function pairing(book: Book, report: Report, other: Report): Pairing {
  const there = new Map<string, Set<string>>();
  for (const claim of book.inReport.get(other.id) ?? []) {
    const answers = there.get(claim.question) ?? new Set();
    answers.add(claim.answer);
    there.set(claim.question, answers);
  }
  const found: Pairing = { styles: new Map(), shared: 0, only: 0 };
  for (const claim of book.inReport.get(report.id) ?? []) {
    const answers = there.get(claim.question);
    const question = book.question.get(claim.question);
    if (!answers || !question) {
      found.styles.set(claim.id, question?.background ? "quiet" : "only");
      if (!question?.background) found.only += 1;
      continue;
    }
    found.shared += 1;
    if (answers.has(claim.answer)) found.styles.set(claim.id, "agree");
    else found.styles.set(claim.id, question.how === "denial" ? "denial" : question.finding === "agree" || question.finding === "single" ? "differ" : question.finding);
  }
  return found;
}

/** Return the claim of a report that answers the same question as another's; one with another answer first. */
export function partner(book: Book, claim: Claim, report: Report): Claim | undefined {
  const rows = (book.inReport.get(report.id) ?? []).filter((row) => row.question === claim.question);
  return rows.find((row) => row.answer !== claim.answer) ?? rows[0];
}

/** Return the two reports that stand most against each other: those with most conflicts and updates between them. */
export function apart(book: Book): [Report, Report] | null {
  const [first, second] = book.reports;
  if (!first || !second) return null;
  const counts = new Map<string, { pair: [string, string]; size: number }>();
  for (const question of book.questions) {
    if (question.background || (question.finding !== "conflict" && question.finding !== "update")) continue;
    const sides = question.answers.map((answer) => [
      ...new Set(answer.claims.flatMap((name) => book.claim.get(name)?.document ?? []).filter((name) => book.order.has(name))),
    ].slice(0, 12));
    for (let one = 0; one < Math.min(sides.length, 6); one += 1) {
      for (let two = one + 1; two < Math.min(sides.length, 6); two += 1) {
        for (const a of sides[one] ?? []) {
          for (const b of sides[two] ?? []) {
            if (a === b) continue;
            const pair: [string, string] = (book.order.get(a) ?? 0) < (book.order.get(b) ?? 0) ? [a, b] : [b, a];
            const key = pair.join("\n");
            const row = counts.get(key);
            if (row) row.size += 1;
            else counts.set(key, { pair, size: 1 });
          }
        }
      }
    }
  }
  const best = [...counts.values()].sort((a, b) => b.size - a.size)[0];
  const left = best && book.report.get(best.pair[0]);
  const right = best && book.report.get(best.pair[1]);
  return left && right ? [left, right] : [first, second];
}

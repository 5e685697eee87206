/** What stands under the heading: how many reports and outlets, and from when to when they were published. */
import type { Book } from "./book";
import { moment } from "./words";

export function heading(book: Book): string[] {
  const outlets = new Set(book.reports.map((report) => report.outlet).filter(Boolean)).size;
  const unknown = book.reports.filter((report) => !report.outlet).length;
  const days = book.reports.map((report) => report.published.slice(0, 10)).filter(Boolean).sort();
  const found = [
    `${book.reports.length.toLocaleString("en-US")} report${book.reports.length === 1 ? "" : "s"}`,
    outlets ? `${outlets} outlet${outlets === 1 ? "" : "s"}${unknown ? ` and ${unknown} unknown` : ""}` : "outlets not known",
  ];
  const [first, last] = [days[0], days.at(-1)];
  if (first && last) found.push(`published ${moment(first)}${first === last ? "" : ` to ${moment(last)}`}`);
  return found;
}

/** Return how far people have been through a case: "machine reading, not reviewed" until somebody has. */
export function reviewed(book: Book): string {
  const touched = book.questions.filter(
    (question) =>
      question.review ||
      question.answers.some((answer) => answer.claims.some((name) => book.claim.get(name)?.review)),
  ).length;
  if (!touched) return "Machine reading, not reviewed";
  return `Machine reading, ${touched} of ${book.questions.length} questions reviewed`;
}

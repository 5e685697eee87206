/** What stands under the heading: how many reports and outlets, and from when to when they were published. */
import type { Book } from "./book";
import { plain } from "./offsets";
import { moment, sentence } from "./words";

/** Return what a dossier is called. Most stories are named after a headline, which is somebody's words and stands in quotation marks. */
export function name(book: Book): { words: string; from: string } {
  const words = sentence(plain(book.story.label)) || "Reports of one event";
  const report = book.reports.find((row) => row.title && sentence(plain(row.title)) === words);
  return report ? { words: `“${words}”`, from: plain(book.name.get(report.id) ?? "") } : { words, from: "" };
}

export function heading(book: Book): string[] {
  const outlets = new Set(book.reports.map((report) => report.outlet).filter(Boolean)).size;
  const unknown = book.reports.filter((report) => !report.outlet).length;
  const days = book.reports.map((report) => report.published.slice(0, 10)).filter(Boolean).sort();
  const found = [
    `${book.reports.length.toLocaleString("en-US")} report${book.reports.length === 1 ? "" : "s"}`,
    outlets ? `${outlets} outlet${outlets === 1 ? "" : "s"}${unknown ? ` and ${unknown} unknown` : ""}` : "outlets not known",
  ];
  const [first, last] = [days[0], days.at(-1)];
  const { from } = name(book);
  if (from) found.unshift(`a headline of ${from}`);
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

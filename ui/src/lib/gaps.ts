/** Gaps: what only one report or one origin has, where chains end without a name, and which documents could be asked for. */
import { type Book, origin } from "./book";
import type { Claim, Question, Report } from "./types";

/** Return questions that several reports answer from one origin. */
export function carried(book: Book): Question[] {
  return book.questions.filter((row) => row.reports > 1 && row.high === 1 && !row.background && row.finding !== "single");
}

/** Return what only one report has, report by report. */
export function alone(book: Book): { report: Report; questions: Question[] }[] {
  const found = new Map<string, Question[]>();
  for (const question of book.questions) {
    if (question.finding !== "single" || question.background) continue;
    const first = question.answers.flatMap((answer) => answer.claims).map((name) => book.claim.get(name)).find((claim) => claim && book.order.has(claim.document));
    if (!first) continue;
    const rows = found.get(first.document);
    if (rows) rows.push(question);
    else found.set(first.document, [question]);
  }
  return book.reports.flatMap((report) => {
    const questions = found.get(report.id);
    return questions ? [{ report, questions }] : [];
  });
}

/** Return the claims whose chain ends with one of these voices, voice by voice, the most heard first. */
export function byVoice(book: Book, names: readonly string[]): { name: string; claims: Claim[] }[] {
  const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
  const found = new Map<string, Claim[]>();
  for (const rows of book.inReport.values()) {
    for (const claim of rows) {
      const last = claim.voices.at(-1)?.name.toLowerCase();
      if (last === undefined || !wanted.has(last)) continue;
      const head = origin(book, claim);
      found.set(head, [...(found.get(head) ?? []), claim]);
    }
  }
  return [...found].map(([name, claims]) => ({ name, claims })).sort((a, b) => b.claims.length - a.claims.length || (a.name < b.name ? -1 : 1));
}

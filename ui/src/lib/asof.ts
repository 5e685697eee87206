/** The ledger as it could be known at a moment: later reports are not there, and findings are only those that were possible then. */
import type { Answer, Claim, Ledger, Question, Report } from "./types";
import { momentSpan } from "./words";

/** Return when a report was published, in days since 1970; null where it has no date. A date alone counts from its beginning. */
export function publishedAt(report: Report): number | null {
  return report.published ? (momentSpan(report.published)?.[0] ?? null) : null;
}

/** Return how many days the clock that all reports give is ahead of UTC; 0 where they give several clocks, or days only. */
export function zoneOf(reports: readonly Report[]): number {
  const zones = new Set(reports.filter((report) => report.published).map((report) => /T.*([+-]\d\d):?(\d\d)$/.exec(report.published)?.slice(1).join(":") ?? ""));
  const only = [...zones][0];
  if (zones.size !== 1 || !only) return 0;
  const [hours = "0", minutes = "0"] = only.split(":");
  return (Number(hours) + (Math.sign(Number(hours)) || 1) * Number(minutes) / 60) / 24;
}

/** Whether the reports give clocks that no axis can show at once, so that hours need their zone beside them and axes are on UTC. */
export function clocksDiffer(reports: readonly Report[]): boolean {
  return zoneOf(reports) === 0 && reports.some((report) => /T.*[+-](?!00:?00)\d\d:?\d\d$/.test(report.published));
}

/** Return the moments at which something was published, the earliest first, each once. */
export function moments(reports: readonly Report[]): number[] {
  const found = new Set<number>();
  for (const report of reports) {
    const at = publishedAt(report);
    if (at !== null) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

/** Return the ledger of the reports published up to a moment; reports without a date are left out, since nobody knows. */
export function asOf(ledger: Ledger, at: number): Ledger {
  const known = new Set<string>();
  for (const report of ledger.reports) {
    const when = publishedAt(report);
    if (when !== null && when <= at) known.add(report.id);
  }
  const claims = ledger.claims.filter((claim) => known.has(claim.document));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    ...ledger,
    reports: ledger.reports.filter((report) => known.has(report.id)),
    claims,
    questions: ledger.questions.flatMap((question) => {
      const then = questionThen(question, byId);
      return then ? [then] : [];
    }),
    lineage: ledger.lineage.filter((edge) => known.has(edge.from)),
    strays: ledger.strays.filter((stray) => known.has(stray.document)),
  };
}

/** Return a question as it stood with these claims; null where nobody had answered it. */
export function questionThen(question: Question, claims: ReadonlyMap<string, Claim>): Question | null {
  const answers: Answer[] = [];
  const left: Claim[] = [];
  for (const answer of question.answers) {
    const rows = answer.claims.flatMap((name) => claims.get(name) ?? []);
    if (rows.length) answers.push({ ...answer, claims: rows.map((row) => row.id) });
    left.push(...rows);
  }
  if (!left.length) return null;
  if (left.length === question.answers.reduce((sum, answer) => sum + answer.claims.length, 0)) return question;
  const reports = new Set(left.map((claim) => claim.document)).size;
  const finding = answers.length > 1 ? question.finding : reports > 1 ? "agree" : "single";
  const voices = new Set(left.map((claim) => claim.voices.at(-1)?.name.toLowerCase() ?? `\n${claim.document}`)).size;
  const named = new Set(left.flatMap((claim) => claim.voices.at(-1)?.name.toLowerCase() ?? [])).size;
  const high = Math.max(1, Math.min(question.high, voices));
  return {
    ...question,
    finding,
    how: finding === question.finding ? question.how : "",
    reports,
    low: Math.min(question.low, Math.max(1, named), high),
    high,
    reasons: [],
    because: "",
    answers,
  };
}

/** Questions as people ask them, each with what stands on its sides: "12,000 or 15,000 troops?". */
import { publishedAt } from "./asof";
import { type Book, claimsOf, compare, focusWords, said, tally } from "./book";
import { plain } from "./offsets";
import type { Answer, Claim, Question } from "./types";
import { isMeasured, isVague, sentence, squeeze } from "./words";

/** Figures in a heading; a fifth would not be read. */
const MOST_FIGURES = 4;

/** Questions without a contradiction that stand at a glance. */
const MOST_TOLD = 12;

const KICKERS: Record<string, string> = {
  "conflict between-origins": "Conflict between origins",
  "conflict retelling": "Conflict in the retelling of one origin",
  "conflict within-report": "Conflict within one report",
  "conflict part-exceeds-whole": "A part larger than its whole",
  "conflict denial": "Claim and denial",
  "update event": "Updated: later count",
  "update correction": "Updated: corrected",
};
export const FINDINGS: Record<Question["finding"], string> = {
  conflict: "Conflict",
  update: "Updated",
  differ: "Told differently",
  agree: "Told alike",
  single: "In one report",
};
export const CERTAINTIES: Record<Claim["certainty"], string> = { stated: "", hedged: "may be", future: "to come", negated: "in the negative" };

export interface Side {
  answer: Answer;
  letter: string;
  words: string;
  reports: number;
  low: number;
  high: number;
  /** No claim of it may be shown. */
  withheld: boolean;
  /** Who rejected it, "" where nobody has. */
  rejected: string;
  /** "earlier", "later", "in between" or "no date", where one answer replaced another. */
  order: string;
}

export type Tone = "conflict" | "denial" | "update" | "differ" | "agree" | "single";

export function tone(question: Question): Tone {
  return question.how === "denial" ? "denial" : question.finding;
}

/** Return what sort of finding a question has; `possible` where it is only that. */
export function kicker(question: Question, possible = false): string {
  const one = question.how === "between-origins" && question.low < 2 ? "Conflict, perhaps of one origin" : "";
  const words = one || KICKERS[`${question.finding} ${question.how}`] || FINDINGS[question.finding];
  if (!possible) return words;
  return question.finding === "update" ? words.replace(/^Updated/, "Possible update") : `Possible ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

export function label(question: Question): string {
  return sentence(plain(question.label).replace(/^when:\s*/i, "")) || "A question without words";
}

/** Return the answers of a question: figures by size, counts that replace each other by time, statements as they are. */
export function arranged(book: Book, question: Question): Answer[] {
  const counts = (answer: Answer): boolean => !isWithheld(book, answer) && !isRejected(answer);
  const rest = question.answers.filter((answer) => !counts(answer));
  return [...inOrder(book, question, question.answers.filter(counts)), ...rest];
}

function inOrder(book: Book, question: Question, answers: Answer[]): Answer[] {
  if (question.kind === "whether") return answers;
  const sizes = new Map(answers.map((answer) => [answer.id, size(book, answer)]));
  const bySize = answers.sort((a, b) => {
    const [one, two] = [sizes.get(a.id), sizes.get(b.id)];
    return (one?.[0] ?? 0) - (two?.[0] ?? 0) || compare(one?.[1] ?? "", two?.[1] ?? "");
  });
  if (question.finding !== "update") return bySize;
  const first = new Map(bySize.map((answer) => [answer.id, firstTold(book, answer) ?? Infinity]));
  const at = (answer: Answer): number => first.get(answer.id) ?? Infinity;
  return bySize.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** Whether people rejected all that an answer rests on. */
export function isRejected(answer: Answer): boolean {
  return answer.review?.status === "rejected";
}

function isWithheld(book: Book, answer: Answer): boolean {
  return !answer.claims.some((name) => book.claim.has(name));
}

/** Return when an answer was first told, in days since 1970; null where no report that gives it has a date. */
function firstTold(book: Book, answer: Answer): number | null {
  let first: number | null = null;
  for (const claim of claimsOf(book, answer)) {
    const report = book.report.get(claim.document);
    const at = report ? publishedAt(report) : null;
    if (at !== null && (first === null || at < first)) first = at;
  }
  return first;
}

/** Return the answers of an update whose order is not known: those without a date, where others have one. */
export function undated(book: Book, question: Question): Answer[] {
  if (question.finding !== "update" || question.kind === "whether") return [];
  const open = question.answers.filter((answer) => !isRejected(answer) && !isWithheld(book, answer));
  const found = open.filter((answer) => firstTold(book, answer) === null);
  return found.length < open.length ? arranged(book, question).filter((answer) => found.includes(answer)) : [];
}

function size(book: Book, answer: Answer): [number, string] {
  for (const claim of claimsOf(book, answer)) {
    if (claim.value) return [claim.value.low ?? claim.value.high ?? 0, answer.id];
    if (claim.time) return [0, claim.time];
  }
  return [0, answer.id];
}

/** Return what an answer says: its commonest figure or time, or its label. */
export function lead(book: Book, answer: Answer): string {
  const words = claimsOf(book, answer)
    .filter((claim) => claim.value || claim.time)
    .map((claim) => said(book, claim));
  if (!words.length) return plain(answer.label);
  const counts = tally(words);
  return words.reduce((best, other) => ((counts.get(other) ?? 0) > (counts.get(best) ?? 0) ? other : best));
}

/** Return figures that replaced each other; of many the first and the last ones, since those are asked for. */
function inTurn(words: readonly string[], joint: string): string {
  if (words.length <= MOST_FIGURES) return words.join(joint);
  return [words[0], "…", ...words.slice(2 - MOST_FIGURES)].join(joint);
}

function listed(words: readonly string[], joint: string): string {
  const chosen = words.slice(0, MOST_FIGURES);
  if (words.length > MOST_FIGURES) return `${chosen.join(", ")} ${joint} …`;
  const last = chosen.pop() ?? "";
  return chosen.length ? `${chosen.join(", ")} ${joint} ${last}` : last;
}

/** Return the noun that the figures of a question count; empty where their unit says it all. */
export function counted(book: Book, question: Question): string {
  const values = question.answers.flatMap((answer) => claimsOf(book, answer)).flatMap((claim) => (claim.value ? [claim.value] : []));
  const last = values.at(-1);
  const unit = values[0]?.unit ?? "";
  if (!last || isVague(last) || isMeasured(unit)) return "";
  const nouns = tally(values.map((value) => value.counted).filter(Boolean));
  const best = [...nouns.keys()].sort((a, b) => (nouns.get(b) ?? 0) - (nouns.get(a) ?? 0) || a.length - b.length || compare(a, b))[0];
  if (best) return squeeze(plain(best), 50);
  return unit === "person" ? "people" : unit ? plain(`${unit}s`) : "";
}

function leads(book: Book, question: Question, without: readonly Answer[] = []): string[] {
  return arranged(book, question)
    .filter((answer) => claimsOf(book, answer).length && !isRejected(answer) && !without.includes(answer))
    .map((answer) => lead(book, answer));
}

/** Return a heading that reads like what a person would ask. */
export function title(book: Book, question: Question): string {
  const found = leads(book, question);
  const first = found[0];
  if (question.kind === "whether" || first === undefined) return label(question);
  const noun = counted(book, question);
  if ((question.finding === "conflict" || question.finding === "update") && found.length < 2 && question.answers.some((row) => isWithheld(book, row))) {
    return sentence(`${`${first} ${noun}`.trim()}, or what is not shown here?`);
  }
  const whole = question.how === "part-exceeds-whole" ? book.question.get(question.partOf) : undefined;
  if (whole) {
    const figures = whole.answers.filter((answer) => claimsOf(book, answer).length).map((answer) => lead(book, answer));
    return sentence(`${`${first} ${noun}`.trim()}, of ${listed(figures, "or")}?`);
  }
  if (question.finding === "update") {
    const joint = question.how === "correction" ? ", corrected to " : ", then ";
    const open = undated(book, question);
    const told = sentence(`${inTurn(leads(book, question, open), joint)} ${noun}`.trim());
    return open.length ? `${told}; without a date ${listed(open.map((answer) => lead(book, answer)), "or")}` : told;
  }
  if (question.finding === "conflict") return sentence(`${`${listed(found, "or")} ${noun}`.trim()}?`);
  return label(question);
}

/** Return a question in one line: what it is about, and the figures that stand against each other. */
export function headline(book: Book, question: Question): string {
  const about = label(question);
  const found = leads(book, question);
  if (question.kind === "whether" || !found.length) return about;
  const heading = title(book, question);
  return `${about}: ${heading === about ? found.slice(0, MOST_FIGURES).join(", ") : lower(heading)}`;
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^(January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** Return the sides of a question, each with the reports and origins behind it. */
export function sides(book: Book, question: Question): Side[] {
  const counts = book.case.extra.sides[question.id] ?? {};
  const answers = arranged(book, question);
  const open = new Set(undated(book, question));
  const last = answers.filter((answer) => !isRejected(answer) && !isWithheld(book, answer) && !open.has(answer)).length - 1;
  return answers.map((answer, place) => {
    const claims = claimsOf(book, answer);
    const bounds = counts[answer.id] ?? [question.low, question.high];
    const ends = last < 1 ? "" : place === 0 ? "earlier" : place === last ? "later" : "in between";
    return {
      answer,
      letter: answer.id,
      words: question.kind === "whether" ? statementOf(book, answer, claims) : squeeze(lead(book, answer), 60),
      reports: new Set(claims.map((claim) => claim.document)).size,
      low: bounds[0],
      high: bounds[1],
      withheld: !claims.length,
      rejected: isRejected(answer) ? answer.review?.by || "somebody" : "",
      order: question.finding !== "update" || isRejected(answer) || !claims.length ? "" : open.has(answer) ? "no date" : ends,
    };
  });
}

function statementOf(book: Book, answer: Answer, claims: readonly Claim[]): string {
  const best = claims.find((claim) => !claim.headline) ?? claims[0];
  return squeeze(best ? focusWords(book, best) || plain(answer.label) : plain(answer.label), 90);
}

/** Return the most telling claim of each report (a named voice, below the headline), copies left out; one claim at least. */
export function telling(book: Book, claims: readonly Claim[]): Claim[] {
  const best = new Map<string, Claim>();
  const weight = (claim: Claim): number => (claim.voices.length ? 2 : 0) + (claim.headline ? 0 : 1);
  for (const claim of claims) {
    const other = best.get(claim.document);
    if (!other || weight(claim) > weight(other)) best.set(claim.document, claim);
  }
  const chosen = claims.filter((claim) => best.get(claim.document) === claim && !book.report.get(claim.document)?.copyOf);
  return chosen.length ? chosen : claims.slice(0, 1);
}

/** Return the weightiest questions that several reports answer without contradicting each other. */
export function told(book: Book): Question[] {
  return book.questions.filter((row) => !row.background && (row.finding === "agree" || row.finding === "differ")).slice(0, MOST_TOLD);
}

/**
 * Return why a conflict or an update is only a possible one; "" where it is as sure as a machine's reading can be.
 *
 * The ledger says so (`"sure": false`) where nothing but the wording of two statements sets them against each other. Beside that,
 * a side that no report states as certain, but only as likely or as to come, may dissolve by itself. Nothing else makes a finding
 * unsure: that one origin may stand behind both sides is told with the origins.
 */
export function doubt(book: Book, question: Question): string {
  if (question.finding !== "conflict" && question.finding !== "update") return "";
  if (!question.sure) return "judged by the wording alone";
  const groups = question.answers.filter((answer) => !isRejected(answer)).map((answer) => claimsOf(book, answer)).filter((claims) => claims.length);
  const open = groups.some((claims) => claims.every((claim) => claim.certainty === "hedged" || claim.certainty === "future"));
  return open ? "one side is not stated as certain" : "";
}

/** Return what sort of finding a question has, and that it is only a possible one where it is. */
export function finding(book: Book, question: Question): string {
  return kicker(question, doubt(book, question) !== "");
}

export interface Agenda {
  sure: Question[];
  possible: Question[];
}

/** Return what a person should look at first, in the editor's order; sure findings and possible ones apart. */
export function agenda(book: Book): Agenda {
  const found: Agenda = { sure: [], possible: [] };
  for (const question of book.questions) {
    if (question.background || (question.finding !== "conflict" && question.finding !== "update")) continue;
    (doubt(book, question) ? found.possible : found.sure).push(question);
  }
  return found;
}

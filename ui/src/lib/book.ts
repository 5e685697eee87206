/** One story of a ledger, indexed: names and places of reports, marks of origins, words of claims, numbers of questions. */
import { clocksDiffer } from "./asof";
import { Shown } from "./offsets";
import type { Answer, Case, Claim, Ledger, Question, Report, Story } from "./types";
import { figure, moment, period, shortDay, shortMoment, squeeze } from "./words";

/** Characters shown on either side of a claim's focus: two lines of a card. */
const AROUND = 110;
const LONGEST_FOCUS = 220;
const SENTENCE_END = /(?<=[.!?][”"’]?)\s+(?=["“‘A-Z0-9])/;

export interface Passage {
  before: string;
  focus: string;
  after: string;
  /** The words bring their own quotation mark. */
  quoted: boolean;
}

export const OWN = -1;

export interface Book {
  case: Case;
  ledger: Ledger;
  story: Story;
  /** In the order of publication, those without a date last. */
  reports: Report[];
  /** In the editor's order, those of which a claim can be shown. */
  questions: Question[];
  report: Map<string, Report>;
  question: Map<string, Question>;
  claim: Map<string, Claim>;
  number: Map<string, number>;
  name: Map<string, string>;
  order: Map<string, number>;
  /** Claims of each report that stand in a question, in the order of the text. */
  inReport: Map<string, Claim[]>;
  /** Place of each origin among the marks, by its name in lower case; the most frequent first. */
  marks: Map<string, number>;
  heads: Map<string, string>;
  answer: Map<string, { question: Question; answer: Answer }>;
}

const shownTexts = new WeakMap<Report, Shown>();

/** Return a report's text as it is shown. */
export function shownText(report: Report): Shown {
  let found = shownTexts.get(report);
  if (!found) {
    found = new Shown(report.text);
    shownTexts.set(report, found);
  }
  return found;
}

/** Return the stories; reports that no story has make one of their own, so that none vanishes. */
export function storiesOf(ledger: Ledger): Story[] {
  const told = new Set(ledger.stories.flatMap((story) => story.documents));
  const rest = ledger.reports.filter((report) => !told.has(report.id)).map((report) => report.id);
  if (!rest.length) return ledger.stories;
  return [...ledger.stories, { id: "rest", label: ledger.stories.length ? "Reports in no story" : "Reports", documents: rest }];
}

export function openBook(data: Case, story: Story, ledger: Ledger = data.ledger): Book {
  const inside = new Set(story.documents);
  const reports = ledger.reports
    .filter((report) => inside.has(report.id))
    .sort((a, b) => Number(!a.published) - Number(!b.published) || compare(when(a), when(b)) || compare(a.id, b.id));
  const order = new Map(reports.map((report, place) => [report.id, place]));
  const claim = new Map(ledger.claims.map((row) => [row.id, row]));
  const home = new Map<string, { question: Question; answer: Answer }>();
  const questions: Question[] = [];
  for (const row of ledger.questions) {
    if (row.story !== story.id && story.id !== "rest") continue;
    let told = false;
    for (const answer of row.answers) {
      for (const name of answer.claims) {
        const found = claim.get(name);
        if (!found || !order.has(found.document)) continue;
        home.set(name, { question: row, answer });
        told = true;
      }
    }
    if (told) questions.push(row);
  }
  const inReport = new Map<string, Claim[]>(reports.map((report) => [report.id, []]));
  for (const name of home.keys()) {
    const row = claim.get(name);
    if (row) inReport.get(row.document)?.push(row);
  }
  for (const rows of inReport.values()) rows.sort((a, b) => a.focus[0] - b.focus[0] || a.focus[1] - b.focus[1] || compare(a.id, b.id));
  const heads = new Map<string, string>();
  for (const origin of ledger.origins) for (const name of [...origin.names, origin.name]) heads.set(name.toLowerCase(), origin.name);
  const counts = new Map<string, number>();
  for (const rows of inReport.values()) {
    for (const row of rows) {
      const name = originOf(row, heads).toLowerCase();
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const ranked = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || compare(a, b));
  return {
    case: data,
    ledger,
    story,
    reports,
    questions,
    report: new Map(ledger.reports.map((report) => [report.id, report])),
    question: new Map(questions.flatMap((row) => [...row.was, row.id].map((name) => [name, row] as const))),
    claim,
    number: new Map(questions.map((row, place) => [row.id, place + 1])),
    name: nameReports(reports),
    order,
    inReport,
    marks: new Map(ranked.map((name, place) => [name, place])),
    heads,
    answer: home,
  };
}

/** A date alone stands at the beginning of its day; with a zone the moment counts, not the clock. */
function when(report: Report): string {
  const at = report.published.includes("T") ? Date.parse(report.published) : Date.parse(`${report.published.slice(0, 10)}`);
  return Number.isNaN(at) ? report.published : String(at).padStart(16, "0");
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Return a short unique name for each report: its outlet, with its day or hour where it has several; a number where nothing else is there. */
export function nameReports(reports: readonly Report[]): Map<string, string> {
  const outlets = tally(reports.map((report) => report.outlet));
  const days = tally(reports.map((report) => `${report.outlet}\n${shortDay(report.published)}`));
  const hours = tally(reports.map((report) => `${report.outlet}\n${shortMoment(report.published)}`));
  const names = new Map<string, string>();
  reports.forEach((report, index) => {
    const day = shortDay(report.published);
    if (!report.outlet) names.set(report.id, `Report ${index + 1}`);
    else if (outlets.get(report.outlet) === 1) names.set(report.id, report.outlet);
    else if (day && days.get(`${report.outlet}\n${day}`) === 1) names.set(report.id, `${report.outlet}, ${day}`);
    else if (day && hours.get(`${report.outlet}\n${shortMoment(report.published)}`) === 1) names.set(report.id, `${report.outlet}, ${shortMoment(report.published)}`);
    else names.set(report.id, `${report.outlet} (${index + 1})`);
  });
  return names;
}

/** Return a report's name with the time of its publication, each told once. */
export function dated(book: Book, report: Report): string {
  const [name, day, short] = [book.name.get(report.id) ?? "", shortDay(report.published), shortMoment(report.published)];
  const end = [`, ${short}`, `, ${day}`].find((words) => report.published && name.endsWith(words)) ?? "";
  return `${name.slice(0, name.length - end.length)}, ${clock(book, report)}`;
}

/** Return when a report was published, without the year; with its zone where the reports give several. */
export function clock(book: Book, report: Report): string {
  const zone = clocksDiffer(book.reports) ? /T.*?(Z|[+-]\d\d:?\d\d)$/.exec(report.published)?.[1] : undefined;
  return shortMoment(report.published) + (zone ? ` (${zone === "Z" || /^[+-]00:?00$/.test(zone) ? "UTC" : zone})` : "");
}

export function tally(names: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/** Return when a report was published, in words, and whether that is a guess. */
export function published(report: Report): string {
  if (!report.published) return "no date";
  return moment(report.published) + (report.guessed ? " (guessed)" : "");
}

function originOf(claim: Claim, heads: Map<string, string>): string {
  const last = claim.voices.at(-1);
  return last ? (heads.get(last.name.toLowerCase()) ?? last.name) : "";
}

/** Return the origin of a claim: the full form of its last voice, or "" for the report's own voice. */
export function origin(book: Book, claim: Claim): string {
  return originOf(claim, book.heads);
}

/** Return the place of a claim's origin among the marks. */
export function mark(book: Book, claim: Claim): number {
  return book.marks.get(origin(book, claim).toLowerCase()) ?? OWN;
}

/** Return who says it: the origin first, then through whom; the report itself where nobody is named. */
export function voice(claim: Claim): string {
  if (!claim.voices.length) return claim.observed ? "seen by its own reporter" : "in its own words";
  const [first = "", ...rest] = claim.voices.map((row) => row.name).reverse();
  return rest.length ? `${first} (through ${rest.join(", ")})` : first;
}

/** Return claims by id, in the order of the reports and then of the text. */
export function claimsOf(book: Book, answer: Answer): Claim[] {
  const found: Claim[] = [];
  for (const name of answer.claims) {
    const row = book.claim.get(name);
    if (row && book.order.has(row.document)) found.push(row);
  }
  return found.sort(
    (a, b) => (book.order.get(a.document) ?? 0) - (book.order.get(b.document) ?? 0) || a.focus[0] - b.focus[0] || compare(a.id, b.id),
  );
}

/** Return the words of a claim's focus as they are shown; "" where they may not be. */
export function focusWords(book: Book, claim: Claim): string {
  const report = book.report.get(claim.document);
  if (report?.text) return shownText(report).slice(claim.focus[0], claim.focus[1]);
  if (!claim.text) return "";
  return new Shown(claim.text).slice(claim.focus[0] - claim.start, claim.focus[1] - claim.start);
}

/** Return a claim's words in their sentence, cut to a readable length; where the text may not be shown, in its excerpt. */
export function passage(book: Book, claim: Claim): Passage {
  const report = book.report.get(claim.document);
  const whole = Boolean(report?.text);
  const shown = report && whole ? shownText(report) : new Shown(claim.text);
  const shift = whole ? 0 : claim.start;
  const low = shown.unit(claim.focus[0] - shift);
  const high = shown.unit(claim.focus[1] - shift);
  const from = Math.max(0, low - 1000);
  let before = shown.text.slice(Math.max(from, shown.text.lastIndexOf("\n", low - 1) + 1), low);
  const stop = shown.text.indexOf("\n", high);
  let after = shown.text.slice(high, Math.min(stop < 0 ? shown.text.length : stop, high + 1000));
  before = (before.split(SENTENCE_END).at(-1) ?? "").trimStart();
  after = after.split(SENTENCE_END)[0] ?? "";
  const focus = shown.text.slice(low, high);
  if (before.length > AROUND) before = `…${before.slice(-AROUND).replace(/^\S*\s/, "")}`;
  if (after.length > AROUND) after = `${after.slice(0, AROUND).replace(/\s\S*$/, "")}…`;
  return {
    before,
    focus: focus.length <= LONGEST_FOCUS ? focus : squeeze(focus, LONGEST_FOCUS),
    after: after.trimEnd(),
    quoted: /^["“”'‘’«„]/.test((before + focus).trimStart()),
  };
}

/** Return the whole sentence that states a claim, for a citation. */
export function statement(book: Book, claim: Claim): string {
  const report = book.report.get(claim.document);
  return report?.text ? shownText(report).slice(claim.start, claim.end) : new Shown(claim.text).text;
}

/** Return a claim's figure or time in words; its own words where it has neither. */
export function said(book: Book, claim: Claim): string {
  if (claim.value) return figure(claim.value, focusWords(book, claim));
  if (claim.time) return period(claim.time);
  return focusWords(book, claim);
}

/** Return an address that may be followed, empty for anything but the web's own schemes. */
export function safeUrl(url: string): string {
  if (!/^https?:\/\//i.test(url)) return "";
  try {
    const found = new URL(url);
    return found.protocol === "https:" || found.protocol === "http:" ? url : "";
  } catch {
    return "";
  }
}

/** From the JSON in the page, or from the server, to a case with every default in its place. */
import type {
  Answer, Case, Certainty, Claim, Correction, Edge, Extra, Finding, Kind, Ledger, Level, Missing, Pin, Question, Reason, Report, Review, Value,
  Voice,
} from "./types";
import { CORRECTIONS } from "./types";

type Json = Record<string, unknown>;

const obj = (value: unknown): Json => (value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(obj) : []);
const str = (value: unknown): string => (typeof value === "string" ? value : "");
const strs = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : []);
const num = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const int = (value: unknown): number => num(value) ?? 0;

function oneOf<T extends string>(value: unknown, known: readonly T[], otherwise: T): T {
  return known.includes(value as T) ? (value as T) : otherwise;
}

export function readCase(data: unknown, mode: "dossier" | "app"): Case {
  const row = obj(data);
  const page = obj(row.page);
  return {
    mode,
    ledger: readLedger(obj(row.ledger)),
    extra: readExtra(row.missing === undefined ? page : { ...page, missing: row.missing }),
    corrections: list(row.corrections).map(readCorrection),
    version: int(row.version),
    job: str(row.job),
    by: str(row.by),
    problems: list(row.problems).map((entry) => ({ path: str(entry.path), why: str(entry.why) })),
  };
}

export function readLedger(row: Json): Ledger {
  const reports = list(row.documents).map(readReport);
  const known = new Set(reports.map((report) => report.id));
  const stories = list(row.stories).map((story) => ({ id: str(story.id), label: str(story.label), documents: strs(story.documents) }));
  const questions = list(row.questions).map((entry) => readQuestion(entry, stories[0]?.id ?? ""));
  const home = new Map<string, Home>();
  for (const question of questions) {
    for (const answer of question.answers) for (const name of answer.claims) home.set(name, { question: question.id, answer: answer.id, kind: question.kind });
  }
  return {
    reports,
    notRead: list(row.not_read).map((entry) => ({ path: str(entry.path), why: str(entry.why) })),
    stories,
    claims: list(row.claims).map((entry) => readClaim(entry, home.get(str(entry.id)))).filter((claim) => known.has(claim.document)),
    questions,
    lineage: list(row.lineage).map(readEdge),
    origins: list(row.origins).map((origin) => ({ id: str(origin.id), name: str(origin.name), names: strs(origin.names), was: strs(origin.was), review: readReview(origin.review) })),
    strays: list(row.not_understood).map((stray) => ({ ...readPin(stray), text: str(stray.text), why: str(stray.why) })),
  };
}

function readReport(row: Json): Report {
  return {
    id: str(row.id),
    title: str(row.title),
    outlet: str(row.outlet),
    published: str(row.published),
    guessed: row.published_guessed === true,
    url: str(row.url),
    level: oneOf<Level>(row.level, ["public", "internal", "embargoed", "confidential"], "internal"),
    sha256: str(row.sha256),
    text: str(row.text),
    copyOf: str(row.copy_of),
  };
}

/** Where a claim stands; the question says so, the claim need not. */
interface Home {
  question: string;
  answer: string;
  kind: Kind;
}

function readClaim(row: Json, home: Home = { question: "", answer: "", kind: "whether" }): Claim {
  const focus = Array.isArray(row.focus) ? row.focus : [];
  const start = int(row.start);
  const end = int(row.end);
  return {
    id: str(row.id),
    document: str(row.document),
    start,
    end,
    focus: [num(focus[0]) ?? start, num(focus[1]) ?? end],
    text: str(row.text),
    kind: home.kind,
    value: row.value ? readValue(obj(row.value)) : null,
    time: str(row.time),
    voices: list(row.voices).map(readVoice),
    certainty: oneOf<Certainty>(row.certainty, ["stated", "hedged", "future", "negated"], "stated"),
    observed: row.observed === true,
    headline: row.headline === true,
    measure: str(row.measure),
    place: str(row.place),
    question: home.question,
    answer: home.answer,
    review: readReview(row.review),
  };
}

function readReview(value: unknown): Review | null {
  if (!value) return null;
  const row = obj(value);
  return { status: str(row.status), by: str(row.by), at: str(row.at), why: str(row.why), corrections: strs(row.corrections) };
}

function readValue(row: Json): Value {
  return {
    low: num(row.low),
    high: num(row.high),
    about: row.about === true,
    unit: str(row.unit),
    per: str(row.per),
    counted: str(row.counted),
  };
}

function readVoice(row: Json): Voice {
  return { name: str(row.name), body: str(row.body), cue: str(row.cue) };
}

function readQuestion(row: Json, story: string): Question {
  const origins = obj(row.origins);
  const low = num(origins.at_least) ?? 1;
  return {
    id: str(row.id),
    story: str(row.story) || story,
    label: str(row.label),
    kind: oneOf<Kind>(row.kind, ["quantity", "time", "whether"], "whether"),
    finding: oneOf<Finding>(row.finding, ["agree", "conflict", "differ", "update", "single"], "single"),
    how: str(row.how),
    low,
    high: Math.max(low, num(origins.at_most) ?? 1),
    reports: int(row.reports),
    partOf: str(row.part_of),
    because: str(row.because),
    reasons: list(row.reasons).map(readReason),
    background: row.background === true,
    sure: row.sure !== false,
    was: strs(row.was),
    answers: list(row.answers).map((answer): Answer => ({ id: str(answer.id), label: str(answer.label), claims: strs(answer.claims), review: readReview(answer.review) })),
    review: readReview(row.review),
  };
}

function readReason(row: Json): Reason {
  return { why: str(row.why), spans: list(row.spans).map(readPin) };
}

function readPin(row: Json): Pin {
  return { document: str(row.document), start: int(row.start), end: int(row.end) };
}

function readEdge(row: Json): Edge {
  return {
    from: str(row.from),
    to: str(row.to),
    how: oneOf<Edge["how"]>(row.how, ["cites", "copies", "shares-origin"], "cites"),
    because: str(row.because),
    reasons: list(row.reasons).map(readReason),
  };
}

function readExtra(row: Json): Extra {
  const sides: Extra["sides"] = {};
  for (const [question, answers] of Object.entries(obj(row.sides))) {
    const found: Record<string, [number, number]> = {};
    for (const [answer, bounds] of Object.entries(obj(answers))) {
      if (Array.isArray(bounds)) found[answer] = [num(bounds[0]) ?? 1, num(bounds[1]) ?? 1];
    }
    sides[question] = found;
  }
  return {
    version: str(row.version),
    digest: str(row.digest),
    public: row.public === true,
    unpinned: int(row.unpinned),
    sides,
    unnamed: strs(row.unnamed),
    documents: strs(row.documents),
    missing: list(row.missing).map(readMissing),
  };
}

function readMissing(row: Json): Missing {
  const suggestions = obj(row.suggestions);
  const found: Missing["suggestions"] = {};
  if (str(suggestions.outlet)) found.outlet = str(suggestions.outlet);
  if (str(suggestions.published)) found.published = str(suggestions.published);
  return {
    document: str(row.document),
    fields: strs(row.fields).filter((field): field is "outlet" | "published" => field === "outlet" || field === "published"),
    suggestions: found,
  };
}

function readCorrection(row: Json): Correction {
  return {
    id: str(row.id),
    at: str(row.at),
    by: str(row.by),
    kind: oneOf<Correction["kind"]>(row.kind, CORRECTIONS, "accept"),
    target: str(row.target),
    value: row.value,
    why: str(row.why),
    undone: row.undone === true,
    notApplied: str(row.not_applied),
  };
}

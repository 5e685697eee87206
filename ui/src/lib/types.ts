/** The ledger as the page gets it (see design: "The ledger's form"). Keys that are empty may be absent. */

export type Kind = "quantity" | "time" | "whether";
export type Finding = "agree" | "conflict" | "differ" | "update" | "single";
export type Certainty = "stated" | "hedged" | "future" | "negated";
export type Level = "public" | "internal" | "embargoed" | "confidential";
export const LEVELS: readonly Level[] = ["public", "internal", "embargoed", "confidential"];
export const LEVEL_NOTE = "Who may see it: only public reports are quoted in a dossier for others.";

export interface Report {
  id: string;
  title: string;
  outlet: string;
  published: string;
  guessed: boolean;
  url: string;
  level: Level;
  sha256: string;
  text: string;
  copyOf: string;
}

export interface Value {
  low: number | null;
  high: number | null;
  about: boolean;
  unit: string;
  per: string;
  counted: string;
}

export interface Voice {
  name: string;
  body: string;
  cue: string;
}

export interface Claim {
  id: string;
  document: string;
  start: number;
  end: number;
  focus: [number, number];
  text: string;
  kind: Kind;
  value: Value | null;
  time: string;
  voices: Voice[];
  certainty: Certainty;
  observed: boolean;
  headline: boolean;
  /** What is counted or asked, and where; only the app has them. */
  measure: string;
  place: string;
  question: string;
  answer: string;
  review: Review | null;
}

/** What a person has done to a claim, a question or an origin. */
export interface Review {
  status: string;
  by: string;
  at: string;
  why: string;
  corrections: string[];
}

export interface Pin {
  document: string;
  start: number;
  end: number;
}

export interface Reason {
  why: string;
  spans: Pin[];
}

export interface Answer {
  id: string;
  label: string;
  claims: string[];
  /** Set where all its claims were rejected: it stays and is shown, and counts for nothing. */
  review: Review | null;
}

export interface Question {
  id: string;
  story: string;
  label: string;
  kind: Kind;
  finding: Finding;
  how: string;
  low: number;
  high: number;
  reports: number;
  partOf: string;
  because: string;
  reasons: Reason[];
  background: boolean;
  /** False where the finding is only likely by how the statements are worded. */
  sure: boolean;
  was: string[];
  answers: Answer[];
  review: Review | null;
}

export interface Story {
  id: string;
  label: string;
  documents: string[];
}

export interface Edge {
  from: string;
  to: string;
  how: "cites" | "copies" | "shares-origin";
  because: string;
  reasons: Reason[];
}

export interface Origin {
  id: string;
  name: string;
  names: string[];
  /** Ids of origins that people merged into it. */
  was: string[];
  review: Review | null;
}

export interface Stray extends Pin {
  text: string;
  why: string;
}

export interface Ledger {
  reports: Report[];
  notRead: { path: string; why: string }[];
  stories: Story[];
  claims: Claim[];
  questions: Question[];
  lineage: Edge[];
  origins: Origin[];
  strays: Stray[];
}

export interface Missing {
  document: string;
  fields: ("outlet" | "published")[];
  suggestions: { outlet?: string; published?: string };
}

/** What Python counts that the ledger lacks. */
export interface Extra {
  version: string;
  digest: string;
  public: boolean;
  unpinned: number;
  sides: Record<string, Record<string, [number, number]>>;
  unnamed: string[];
  documents: string[];
  missing: Missing[];
}

export const CORRECTIONS = ["accept", "reject", "edit", "merge", "split", "relabel", "describe", "undo"] as const;
export type CorrectionKind = (typeof CORRECTIONS)[number];

export interface Correction {
  id: string;
  at: string;
  by: string;
  kind: CorrectionKind;
  /** `claim:ID`, `question:ID`, `origin:ID`, `report:ID` or `correction:ID`. */
  target: string;
  value: unknown;
  why: string;
  undone: boolean;
  notApplied: string;
}

export interface Case {
  mode: "dossier" | "app";
  ledger: Ledger;
  extra: Extra;
  corrections: Correction[];
  /** In the app: grows with every change. */
  version: number;
  /** In the app: the job that is at work, or "". */
  job: string;
  /** In the app: the name that corrections are signed with. */
  by: string;
  /** In the app: lines of the case's files that were broken and set aside. */
  problems: { path: string; why: string }[];
}

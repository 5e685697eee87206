/** The server of a case on loopback (docs/api.md). Only the app talks to it; a dossier has no server and asks for nothing. */
import { readCase } from "./load";
import type { Case, Correction, Level, Pin } from "./types";

export interface Job {
  stage: string;
  done: number;
  total: number;
  finished: boolean;
  problem: string;
  notRead: { path: string; why: string }[];
}

export interface NewReport {
  text?: string;
  title?: string;
  outlet?: string;
  published?: string;
  level?: Level;
  url?: string;
}

export interface Fields {
  outlet?: string | null;
  published?: string | null;
  level?: Level;
}

async function call(path: string, init: RequestInit = {}): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (typeof init.body === "string") headers.set("Content-Type", "application/json");
  const answer = await fetch(path, { ...init, headers });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(problemOf(body) || `The server answered ${answer.status}.`);
  return body;
}

function problemOf(body: unknown): string {
  const detail = body !== null && typeof body === "object" && "detail" in body ? body.detail : null;
  if (typeof detail === "string") return detail;
  if (!Array.isArray(detail)) return "";
  return detail
    .map((row: unknown) => (row !== null && typeof row === "object" && "msg" in row ? String(row.msg) : ""))
    .filter(Boolean)
    .join("; ");
}

const send = (method: string, body: unknown): RequestInit => ({ method, body: JSON.stringify(body) });

export async function fetchCase(): Promise<Case> {
  return readCase(await call("/api/case"), "app");
}

/** Return the case if it has changed since a version, null if not. */
export async function fetchNewer(version: number): Promise<Case | null> {
  const body = await call(`/api/case?since=${version}`);
  return body === null ? null : readCase(body, "app");
}

export async function addReport(report: NewReport): Promise<string> {
  return jobOf(await call("/api/reports", send("POST", report)));
}

export async function addFiles(files: readonly File[], level: Level): Promise<string> {
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  body.append("level", level);
  return jobOf(await call("/api/reports", { method: "POST", body }));
}

function jobOf(body: unknown): string {
  if (body !== null && typeof body === "object" && "job" in body) return String(body.job);
  throw new Error("The server named no job.");
}

/** Wait for a job and tell how far it is. */
export async function follow(job: string, tell: (state: Job) => void): Promise<Job> {
  for (;;) {
    const row = (await call(`/api/jobs/${encodeURIComponent(job)}`)) as Partial<Job> & { not_read?: Job["notRead"] };
    const state: Job = {
      stage: row.stage ?? "",
      done: row.done ?? 0,
      total: row.total ?? 0,
      finished: row.finished === true,
      problem: row.problem ?? "",
      notRead: row.not_read ?? [],
    };
    tell(state);
    if (state.problem) throw new Error(state.problem);
    if (state.finished) return state;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

export async function setFields(report: string, fields: Fields): Promise<Case> {
  return caseOf(await call(`/api/reports/${encodeURIComponent(report)}`, send("PATCH", fields)));
}

export async function correct(correction: Pick<Correction, "kind" | "target" | "value" | "why">): Promise<Case> {
  return caseOf(await call("/api/corrections", send("POST", { ...correction, why: correction.why || null })));
}

export async function undo(correction: string): Promise<Case> {
  return caseOf(await call(`/api/corrections/${encodeURIComponent(correction)}/undo`, { method: "POST" }));
}

function caseOf(body: unknown): Case {
  const inner = body !== null && typeof body === "object" && "case" in body ? body.case : body;
  return readCase(inner, "app");
}

export async function searchCase(words: string): Promise<{ claims: string[]; texts: Pin[] }> {
  return (await call(`/api/search?q=${encodeURIComponent(words)}`)) as { claims: string[]; texts: Pin[] };
}

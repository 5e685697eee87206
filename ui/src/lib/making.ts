/** Small ledgers for tests, written by hand: offsets are found from the words. */
import { type Book, openBook, storiesOf } from "./book";
import { readCase } from "./load";
import type { Case } from "./types";

type Json = Record<string, unknown>;

const points = (text: string): number => [...text].length;

export class Draft {
  documents: Json[] = [];
  claims: Json[] = [];
  questions: (Json & { id: string; kind: string; answers: { id: string; label: string; claims: string[] }[] })[] = [];
  origins: Json[] = [];
  lineage: Json[] = [];
  sides: Json = {};

  report(id: string, text: string, more: Json = {}): this {
    this.documents.push({ id, text, title: null, outlet: null, published: null, level: "internal", sha256: "f".repeat(64), url: null, ...more });
    return this;
  }

  question(id: string, label: string, finding: string, more: Json = {}): this {
    this.questions.push({ id, story: "s", label, finding, kind: "quantity", origins: { at_least: 1, at_most: 1 }, reports: 1, answers: [], ...more });
    return this;
  }

  claim(document: string, words: string, answer = "a", more: Json = {}): string {
    const question = this.questions.at(-1)!;
    const text = String(this.documents.find((row) => row.id === document)?.text);
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`"${words}" is not in ${document}`);
    const start = points(text.slice(0, at));
    const end = start + points(words);
    const id = `${question.id}-${document}-${answer}-${start}`;
    this.claims.push({ id, document, start, end, focus: [start, end], kind: question.kind, question: question.id, answer, ...more });
    const row = question.answers.find((entry) => entry.id === answer);
    if (row) row.claims.push(id);
    else question.answers.push({ id: answer, label: words, claims: [id] });
    return id;
  }

  case(): Case {
    const documents = this.documents;
    const ledger = {
      documents,
      claims: this.claims,
      questions: this.questions,
      origins: this.origins,
      lineage: this.lineage,
      stories: [{ id: "s", label: "event", documents: documents.map((row) => row.id) }],
    };
    return readCase({ ledger, page: { version: "1.2", digest: "abc", sides: this.sides } }, "dossier");
  }

  book(): Book {
    const data = this.case();
    return openBook(data, storiesOf(data.ledger)[0]!);
  }
}

export const value = (low: number | null, high: number | null = low, more: Json = {}): Json => ({
  value: { low, high, unit: "person", ...more },
});
export const voices = (...names: string[]): Json => ({ voices: names.map((name) => ({ name })) });

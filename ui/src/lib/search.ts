/** Search in the page: claims whose words, voice or question have all the words that are asked for, and places in the texts. */
import { type Book, focusWords, shownText, voice } from "./book";
import { label } from "./sentences";
import type { Claim, Pin } from "./types";

export interface Hits {
  claims: Claim[];
  texts: Pin[];
}

const MOST = 200;

export function search(book: Book, asked: string): Hits {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const hits: Hits = { claims: [], texts: [] };
  if (!words.length) return hits;
  for (const report of book.reports) {
    for (const claim of book.inReport.get(report.id) ?? []) {
      const home = book.answer.get(claim.id);
      const hay = `${focusWords(book, claim)} ${voice(claim)} ${home ? label(home.question) : ""}`.toLowerCase();
      if (words.every((word) => hay.includes(word)) && hits.claims.length < MOST) hits.claims.push(claim);
    }
    hits.texts.push(...places(book, report.id, asked.trim(), MOST - hits.texts.length));
  }
  return hits;
}

function places(book: Book, document: string, phrase: string, most: number): Pin[] {
  const report = book.report.get(document);
  if (!report?.text) return [];
  const shown = shownText(report);
  const text = shown.text.toLowerCase();
  const low = phrase.toLowerCase();
  const found: Pin[] = [];
  if (text.length !== shown.text.length) return found;
  for (let at = text.indexOf(low); at >= 0 && found.length < most; at = text.indexOf(low, at + low.length)) {
    found.push({ document, start: shown.point(at), end: shown.point(at + low.length - 1) + 1 });
  }
  return found;
}

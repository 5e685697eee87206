/** Citations: a claim with everything that lets somebody else find and check its words. */
import { type Book, published, safeUrl, statement, voice } from "./book";
import { plain } from "./offsets";
import type { Case, Claim } from "./types";
import { moment } from "./words";

function quote(words: string): string {
  const flat = words.replace(/\s+/g, " ").trim();
  return `“${flat.replace(/^[“"]|[”"]$/g, (mark) => (mark === '"' ? "'" : mark === "“" ? "‘" : "’"))}”`;
}

function outlet(book: Book, claim: Claim): string {
  const report = book.report.get(claim.document);
  return plain(report?.outlet ?? "") || "an outlet that is not known";
}

/** Return a claim as a citation: quotation, voice, outlet, title, time, address, place in the text, digest. */
export function citation(book: Book, claim: Claim): string {
  const report = book.report.get(claim.document);
  if (!report) return "";
  const words = statement(book, claim);
  const parts = [
    words ? `${quote(words)} –` : "",
    claim.voices.length ? `${plain(voice(claim))}, in` : claim.observed ? "Seen by its own reporter, in" : "In its own words,",
    `${outlet(book, claim)},`,
    report.title ? `${quote(plain(report.title)).replace(/”$/, ",”")}` : "",
    `${published(report)}.`,
    safeUrl(report.url) ? `${report.url}.` : "",
    `Characters ${claim.start}–${claim.end} of the text`,
    report.sha256 ? `with SHA-256 ${report.sha256}.` : "(digest not given).",
    source(book.case),
  ];
  return parts.filter(Boolean).join(" ");
}

/** Return a claim as a sentence that says who says it. */
export function attributed(book: Book, claim: Claim): string {
  const report = book.report.get(claim.document);
  if (!report) return "";
  const words = statement(book, claim);
  const day = report.published ? ` on ${moment(report.published.slice(0, 10))}` : "";
  const chain = claim.voices.map((row) => plain(row.name));
  const last = chain.at(-1);
  if (!last) return `${outlet(book, claim)} reported${day}${claim.observed ? " what its own reporter saw" : ""}: ${quote(words)}`;
  const through = chain.length > 1 ? `, quoted by ${chain.slice(0, -1).reverse().join(" and ")},` : "";
  return `According to ${last}${through} as ${outlet(book, claim)} reported${day}: ${quote(words)}`;
}

function source(data: Case): string {
  const touched = data.ledger.questions.some((row) => row.review) || data.ledger.claims.some((row) => row.review);
  return `Machine reading, ${touched ? "reviewed in part" : "not reviewed"}: Rashomon ${data.extra.version}, ledger SHA-256 ${data.extra.digest}.`;
}

/** Return how a dossier is cited. */
export function dossierCitation(data: Case, name: string): string {
  return `${plain(name)}: Rashomon dossier of ${data.ledger.reports.length} report${data.ledger.reports.length === 1 ? "" : "s"}. ${source(data)}`;
}

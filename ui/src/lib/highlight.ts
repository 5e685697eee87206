/** Highlights by the CSS Custom Highlight API: spans may overlap, and the document stays as it is. */
import type { Claim, Question } from "./types";

export const CAN_HIGHLIGHT = typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";

/** Styles of marked words, the weightiest last: it is painted on top. */
export const STYLES = ["quiet", "told", "figure", "agree", "differ", "update", "conflict", "denial", "only", "linked", "found", "same", "lit"] as const;
export type Style = (typeof STYLES)[number];

/** Return the style of a claim's words: statements stay quiet, or all of a text would be marked. */
export function styleOf(question: Question): Style {
  if (question.background) return "quiet";
  if (question.kind === "whether" && question.finding !== "conflict" && question.finding !== "update") {
    return question.finding === "single" ? "quiet" : "told";
  }
  if (question.finding === "single") return "figure";
  return question.how === "denial" ? "denial" : question.finding;
}

/** Ranges that one text holds by style; several texts may be open, so each adds and removes only its own. */
export class Painter {
  private painted: [Style, Range][] = [];

  paint(ranges: Iterable<[Style, Range]>): void {
    this.clear();
    if (!CAN_HIGHLIGHT) return;
    for (const [style, range] of ranges) {
      let found = CSS.highlights.get(style);
      if (!found) {
        found = new Highlight();
        found.priority = STYLES.indexOf(style);
        CSS.highlights.set(style, found);
      }
      found.add(range);
      this.painted.push([style, range]);
    }
  }

  clear(): void {
    if (CAN_HIGHLIGHT) for (const [style, range] of this.painted) CSS.highlights.get(style)?.delete(range);
    this.painted = [];
  }
}

/** Return the claim that a place in a text belongs to: the shortest that covers it. */
export function claimAt(claims: readonly Claim[], point: number): Claim | undefined {
  let best: Claim | undefined;
  for (const claim of claims) {
    const [low, high] = claim.focus;
    if (low <= point && point < high && (!best || high - low < best.focus[1] - best.focus[0])) best = claim;
  }
  return best;
}

export interface Piece {
  start: number;
  end: number;
  style: Style | "";
}

/** Cut a stretch of text wherever a span begins or ends, each piece in the weightiest style: for browsers without the API. */
export function pieces(start: number, end: number, spans: readonly { start: number; end: number; style: Style }[]): Piece[] {
  const inside = spans.filter((span) => span.start < end && span.end > start);
  const edges = new Set([start, end]);
  for (const span of inside) {
    edges.add(Math.max(start, span.start));
    edges.add(Math.min(end, span.end));
  }
  const bounds = [...edges].sort((a, b) => a - b);
  const found: Piece[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const low = bounds[index] ?? 0;
    const high = bounds[index + 1] ?? 0;
    let style: Style | "" = "";
    for (const span of inside) {
      if (span.start <= low && span.end >= high && (!style || STYLES.indexOf(span.style) > STYLES.indexOf(style))) style = span.style;
    }
    found.push({ start: low, end: high, style });
  }
  return found;
}

/**
 * Offsets of a ledger count Unicode code points; the DOM counts UTF-16 units, and what is shown may be longer than what is stored:
 * characters that act on the text around them (bidirectional overrides, controls, lone surrogates) are shown by name.
 */

const BIDI: Record<number, string> = {
  0x202a: "⟦LRE⟧", 0x202b: "⟦RLE⟧", 0x202c: "⟦PDF⟧", 0x202d: "⟦LRO⟧", 0x202e: "⟦RLO⟧",
  0x2066: "⟦LRI⟧", 0x2067: "⟦RLI⟧", 0x2068: "⟦FSI⟧", 0x2069: "⟦PDI⟧",
};
const ACTING = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[\ud800-\udfff\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

function shownAs(character: string): string {
  const code = character.charCodeAt(0);
  return BIDI[code] ?? (code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd");
}

/** Return text with acting characters shown by name, control picture or U+FFFD. */
export function plain(text: string): string {
  return text.replace(ACTING, shownAs);
}

/** A report's text as it is shown, and where each code point of the stored text begins in it. */
export class Shown {
  readonly text: string;
  private readonly places: Uint32Array | null;

  constructor(stored: string) {
    if (!SPECIAL.test(stored)) {
      this.text = stored;
      this.places = null;
      return;
    }
    const parts: string[] = [];
    const places: number[] = [];
    let at = 0;
    for (const character of stored) {
      places.push(at);
      const shown = plain(character);
      parts.push(shown);
      at += shown.length;
    }
    places.push(at);
    this.text = parts.join("");
    this.places = Uint32Array.from(places);
  }

  /** How many code points are stored. */
  get length(): number {
    return this.places ? this.places.length - 1 : this.text.length;
  }

  /** Return the UTF-16 place in the shown text at which a code point begins. */
  unit(point: number): number {
    const clamped = Math.max(0, Math.min(this.length, point));
    return this.places ? (this.places[clamped] ?? this.text.length) : clamped;
  }

  /** Return the code point that covers a UTF-16 place of the shown text. */
  point(unit: number): number {
    if (!this.places) return Math.max(0, Math.min(this.text.length, unit));
    let low = 0;
    let high = this.places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.places[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Return the shown words of a span of code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

export interface Line {
  start: number;
  end: number;
}

const BREAK = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** Return the lines of a shown text that are not empty, as UTF-16 spans. */
export function linesOf(text: string): Line[] {
  const found: Line[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim()) found.push({ start, end });
  };
  for (const match of text.matchAll(BREAK)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return found;
}

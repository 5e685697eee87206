/** Scales for figures and moments: from nought where that is fair, closer where figures lie close, logarithmic where they lie far apart. */
import { type ScaleContinuousNumeric, type ScaleTime, scaleLinear, scaleLog, scaleUtc } from "d3-scale";
import { isMeasured, tick } from "./words";

/** Ratio of largest to smallest figure above which a linear line would press all but the largest into one spot. */
const LOG_FROM = 40;
/** Ratio of smallest to largest figure above which the line need not begin at nought: 101 and 103 would fall together. */
const ZOOM_FROM = 0.8;
/** Pixels of a letter of a label at 11 px, taken generously, and between two labels. */
export const LETTER = 6.3;
const GAP = 12;
/** Half width of the soft ends of "around", as a share of the figure: a drawing's convention, no bound that anybody gave. */
export const LOOSE = 0.1;

export interface Tick {
  x: number;
  label: string;
}

export interface Axis {
  place: (value: number) => number;
  ticks: Tick[];
  log: boolean;
}

export interface Mark {
  low: number | null;
  high: number | null;
  about: boolean;
}

/** Return all that an axis must hold of some marks, their soft ends too. */
export function boundsOf(marks: readonly Mark[]): number[] {
  return marks.flatMap((mark) => {
    const loose = mark.about ? LOOSE : 0;
    return [
      ...(mark.low === null ? [] : [mark.low, mark.low - Math.abs(mark.low) * loose]),
      ...(mark.high === null ? [] : [mark.high, mark.high + Math.abs(mark.high) * loose]),
    ];
  });
}

/** Return a line for figures; one that counts `whole` things has no half of one on it. */
export function numberAxis(values: readonly number[], unit: string, from: number, to: number, whole = false): Axis {
  let low = Math.min(...values);
  let high = Math.max(...values);
  const positive = values.filter((value) => value > 0);
  const least = Math.min(...positive);
  const log = low > 0 && high / low >= LOG_FROM;
  let scale: ScaleContinuousNumeric<number, number>;
  if (log) {
    scale = scaleLog().domain([10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(high) - 1e-9)]).range([from, to]).clamp(true);
  } else {
    if (low >= 0 && !(high > 0 && low / high > ZOOM_FROM && low !== high)) low = 0;
    else if (low > 0) [low, high] = [low - (high - low) / 2, high + (high - low) / 2];
    if (high - low < 1e-9) high = low + 1;
    scale = scaleLinear().domain([low, high]).nice(5).range([from, to]).clamp(true);
  }
  const count = Math.max(2, Math.min(6, Math.floor((to - from) / 70)));
  const values_ = log ? powers(scale.domain()) : scale.ticks(count).filter((value) => !whole || Number.isInteger(value));
  const ticks = values_.map((value) => ({ x: scale(value), label: tick(value, unit) }));
  return { place: (value) => scale(value), ticks: clear(ticks), log };
}

function powers(domain: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = Math.round(Math.log10(domain[0] ?? 1)); power <= Math.round(Math.log10(domain[1] ?? 10)); power += 1) found.push(10 ** power);
  return found;
}

/** Return a line for the height of a chart, from nought upwards or closer, with few ticks. */
export function heightAxis(values: readonly number[], unit: string, bottom: number, top: number): Axis {
  const [least, most] = [Math.min(...values), Math.max(1, ...values)];
  const zoom = least / most > ZOOM_FROM && least < most;
  const scale = scaleLinear().domain([zoom ? least - (most - least) : 0, most]).nice(4).range([bottom, top]);
  const shown = scale.ticks(4).filter((value) => isMeasured(unit) || !values.every(Number.isInteger) || Number.isInteger(value));
  return { place: (value) => scale(value), ticks: shown.map((value) => ({ x: scale(value), label: tick(value, unit) })), log: false };
}

const DAY = 86_400_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Return a line for moments in days since 1970, its ticks on the clock of a zone (days ahead of UTC). */
export function timeAxis(values: readonly number[], from: number, to: number, zone = 0): Axis {
  let low = Math.min(...values);
  let high = Math.max(...values);
  const edge = Math.max((high - low) * 0.06, 0.15);
  low -= edge;
  high += edge;
  const scale: ScaleTime<number, number> = scaleUtc().domain([(low + zone) * DAY, (high + zone) * DAY]).range([from, to]).clamp(true);
  const count = Math.max(2, Math.floor((to - from) / 85));
  const ticks = scale.ticks(count).map((date) => ({ x: scale(date), label: timeLabel(date, high - low) }));
  return { place: (value) => scale((value + zone) * DAY), ticks: clear(ticks), log: false };
}

function timeLabel(date: Date, days: number): string {
  const month = MONTHS[date.getUTCMonth()] ?? "";
  const clock = `${String(date.getUTCHours()).padStart(2, "0")}:${String(date.getUTCMinutes()).padStart(2, "0")}`;
  if (days <= 4) return date.getUTCHours() || date.getUTCMinutes() ? clock : `${date.getUTCDate()} ${month}`;
  if (days <= 120) return `${date.getUTCDate()} ${month}`;
  if (days <= 1500) return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : `${month} ${date.getUTCFullYear()}`;
  return String(date.getUTCFullYear());
}

/** Return as many ticks as stand side by side without touching: all, every second, every third ... */
export function clear(ticks: readonly Tick[]): Tick[] {
  for (let stride = 1; stride <= ticks.length; stride += 1) {
    const chosen = ticks.filter((_, index) => index % stride === 0);
    const free = chosen.every((one, index) => {
      const next = chosen[index + 1];
      return !next || next.x - one.x >= ((one.label.length + next.label.length) * LETTER) / 2 + GAP;
    });
    if (free) return chosen;
  }
  return ticks.slice(0, 1);
}

export interface Placed {
  x: number;
  row: number;
  words: string;
}

/** Return a place for each label so that none touches another or an edge; the first are served first, and what has no row is left out. */
export function placeLabels(labels: readonly { x: number; words: string }[], width: number, most = 2): Placed[] {
  const rows: [number, number][][] = Array.from({ length: most }, () => []);
  return labels.flatMap(({ x, words }) => {
    const half = (words.length * LETTER + GAP) / 2;
    const at = half * 2 < width ? Math.min(Math.max(x, half), width - half) : width / 2;
    const row = rows.findIndex((taken) => taken.every(([a, b]) => at + half <= a || b <= at - half));
    if (row < 0) return [];
    rows[row]?.push([at - half, at + half]);
    return [{ x: at, row, words }];
  });
}

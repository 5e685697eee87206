/** Figures, dates and counts in words, short enough for a heading or a cell. */
import type { Value } from "./types";

export const CURRENCIES: Record<string, string> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", INR: "₹", ILS: "₪", KRW: "₩", UAH: "₴" };
const SYMBOLS: Record<string, string> = { km2: "km²", m2: "m²", m3: "m³", percent: "%" };
const MEASURED = new Set("km m cm mm km2 m2 m3 ha kg t tonne ton mile foot inch acre".split(" "));
const LOWER = ["at least", "more than", "over", "no fewer than", "not less than", "upwards of", "above"];
const UPPER = ["up to", "as many as", "fewer than", "less than", "at most", "no more than", "not more than", "under", "below"];
const LOOSE = ["about", "around", "approximately", "nearly", "almost", "some", "roughly", "an estimated", "close to", "more or less"];
const COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");

function significant(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

/** Return a number in digits: "15,000", "2.6 million". */
export function number(value: number): string {
  for (const [size, name] of [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]] as const) {
    if (Math.abs(value) >= size) return `${significant(value / size, 3)} ${name}`;
  }
  if (Number.isInteger(value)) return value.toLocaleString("en-US");
  return Number(value.toPrecision(4)).toLocaleString("en-US", { maximumFractionDigits: 10 });
}

/** Return a short label for an axis: "5,000", "$2.5m", "12%". */
export function tick(value: number, unit: string): string {
  let text = number(value);
  for (const [size, letter] of [[1e12, "tn"], [1e9, "bn"], [1e6, "m"]] as const) {
    if (Math.abs(value) >= size) {
      text = significant(value / size, 3) + letter;
      break;
    }
  }
  if (CURRENCIES[unit]) return CURRENCIES[unit] + text;
  return text + (unit === "percent" ? "%" : SYMBOLS[unit] ? ` ${SYMBOLS[unit]}` : "");
}

/** Whether a bound is only a convention for words like "dozens", so that the words must be shown. */
export function isVague(value: Value): boolean {
  return value.unit === "share" || (value.about && (value.low === null) !== (value.high === null));
}

/** Whether a unit is part of the figure, so that no noun need follow. */
export function isMeasured(unit: string): boolean {
  return Boolean(CURRENCIES[unit]) || MEASURED.has(unit) || unit === "percent" || unit === "share";
}

/** "More than 6,000" must not be shown as "at least 6,000": the two differ by the figure itself. */
function bound(known: string[], words: string): string {
  const low = words.toLowerCase().replace(/\s+/g, " ");
  return known.find((phrase) => new RegExp(`\\b${phrase}\\b`).test(low)) ?? known[0] ?? "";
}

function amount(value: number, unit: string): string {
  const text = number(value);
  if (CURRENCIES[unit]) return CURRENCIES[unit] + text;
  if (unit === "percent") return `${text}%`;
  if (MEASURED.has(unit) || /^[A-Z]{3}$/.test(unit)) return `${text} ${SYMBOLS[unit] ?? unit}`;
  return text;
}

/** Return what a quantity says, with its bounds in words; `words` are those of the text, for what has no digits. */
export function figure(value: Value, words: string): string {
  const { low, high } = value;
  if (isVague(value) || (low === null && high === null)) return words.trim() ? `“${squeeze(words, 40)}”` : "a figure in words";
  const rate = value.per ? ` a ${value.per}` : "";
  if (low === null) return `${bound(UPPER, words)} ${amount(high ?? 0, value.unit)}${rate}`;
  if (high === null) return `${bound(LOWER, words)} ${amount(low, value.unit)}${rate}`;
  if (low === high) return `${value.about ? `${bound(LOOSE, words)} ` : ""}${amount(low, value.unit)}${rate}`;
  return `${amount(low, value.unit)} to ${amount(high, value.unit)}${rate}`;
}

/** Return text on one line, cut between words at `longest` characters. */
export function squeeze(text: string, longest: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= longest) return flat;
  const cut = flat.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Return a date or date-time in words: "3 May 2031", "May 2031", "3 May 2031, 06:40 (+02:00)". */
export function moment(iso: string): string {
  const [day = "", clock = ""] = iso.split("T");
  if (clock) {
    const match = /^(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/.exec(clock);
    if (!match) return `${moment(day)}, ${clock}`;
    return `${moment(day)}, ${match[1]}${match[2] ? ` (${match[2] === "Z" ? "UTC" : match[2]})` : ""}`;
  }
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day);
  const month = match ? MONTHS[Number(match[2]) - 1] : undefined;
  if (!match || !month) return day;
  if (match[3] === undefined) return `${month} ${match[1]}`;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(match[3])) return day;
  return `${Number(match[3])} ${month} ${match[1]}`;
}

/** Return a time value in words: a moment, "3 to 5 May 2031", "since September 2030", "until 2032". */
export function period(iso: string): string {
  if (!/^[\d:T+Z.-]*\/[\d:T+Z.-]*$/.test(iso)) return moment(iso);
  const [start = "", end = ""] = iso.split("/");
  if (!end) return `since ${moment(start)}`;
  if (!start) return `until ${moment(end)}`;
  const one = moment(start);
  const two = moment(end);
  const cut = (text: string): [string, string] => [text.slice(0, text.indexOf(" ")), text.slice(text.indexOf(" "))];
  return one.includes(" ") && cut(one)[1] === cut(two)[1] ? `${cut(one)[0]} to ${two}` : `${one} to ${two}`;
}

/** Return the day of a publication without its year: "3 May"; empty where it is not known. */
export function shortDay(iso: string): string {
  const words = moment(iso.slice(0, 10));
  return /^\d{1,2} \w+ \d{4}$/.test(words) ? words.replace(/ \d{4}$/, "") : words;
}

/** Return when something was published, without year and zone: "3 May, 06:40"; "no date" where it is not known. */
export function shortMoment(iso: string): string {
  if (!iso) return "no date";
  const clock = /T(\d\d:\d\d)/.exec(iso);
  return shortDay(iso) + (clock ? `, ${clock[1]}` : "");
}

/** Return "three reports", "one report", "42 reports". */
export function count(size: number, noun: string): string {
  const plural = size === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${COUNTS[size] ?? size.toLocaleString("en-US")} ${plural}`;
}

/** Return a number of origins in words: "two origins", "between one and three origins". */
export function origins(low: number, high: number): string {
  if (low >= high) return count(Math.max(low, 1), "origin");
  return `between ${count(low, "origin").split(" ")[0]} and ${count(high, "origin")}`;
}

/** Return a number of origins for a narrow column: "1 origin", "1 to 3 origins". */
export function fewOrigins(low: number, high: number): string {
  return low >= high ? `${Math.max(low, 1)} origin${low > 1 ? "s" : ""}` : `${low} to ${high} origins`;
}

/** Return on how much a question rests: "three reports, between one and two origins". */
export function standing(reports: number, low: number, high: number): string {
  return `${count(reports, "report")}, ${origins(low, high)}`;
}

/** Return a label with its first letter raised. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const first = [...trimmed.slice(0, 2)][0] ?? "";
  return first.toUpperCase() + trimmed.slice(first.length);
}

/** Return a time in days since 1970 for the first and last moment of an ISO 8601 value, null for an open end; null if it is no time. */
export function momentSpan(iso: string): [number | null, number | null] | null {
  if (iso.includes("/")) {
    const [start = "", end = ""] = iso.split("/");
    const one = start ? momentSpan(start) : null;
    const two = end ? momentSpan(end) : null;
    return one || two ? [one ? one[0] : null, two ? two[1] : null] : null;
  }
  const days = (at: number): number => at / 86_400_000;
  if (iso.includes("T")) {
    const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`);
    return Number.isNaN(at) ? null : [days(at), days(at)];
  }
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] ? Number(match[2]) : null;
  const day = match[3] ? Number(match[3]) : null;
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last = day !== null ? first + 86_400_000 : month !== null ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return [days(first), days(last)];
}

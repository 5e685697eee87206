/** Addresses: everything that a person can look at has one, and the browser's Back leads back. */

export const VIEWS = ["glance", "figures", "table", "compare", "lineage", "timeline", "gaps", "reports"] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_NAMES: Record<View, string> = {
  glance: "At a glance",
  figures: "Figures",
  table: "Table",
  compare: "Side by side",
  lineage: "Who says so",
  timeline: "Timeline",
  gaps: "Gaps",
  reports: "Reports",
};

export interface Route {
  view: View;
  story: string;
  q: string;
  claim: string;
  report: string;
  /** The two reports of "Side by side". */
  left: string;
  right: string;
  /** Days since 1970 up to which the timeline looks. */
  asof: string;
  edge: string;
  search: string;
  /** Filters and order of the table, as one word each. */
  finding: string;
  kind: string;
  voice: string;
  outlet: string;
  sort: string;
}

const KEYS = ["story", "q", "claim", "report", "left", "right", "asof", "edge", "search", "finding", "kind", "voice", "outlet", "sort"] as const;
export type Key = (typeof KEYS)[number];

export const HOME: Route = {
  view: "glance", story: "", q: "", claim: "", report: "", left: "", right: "", asof: "", edge: "", search: "",
  finding: "", kind: "", voice: "", outlet: "", sort: "",
};

/** Read an address: `#table`, `#q=q12`, `#claim=...`, `#compare&left=...&right=...`. */
export function parseRoute(hash: string): Route {
  const route: Route = { ...HOME };
  for (const part of hash.replace(/^#/, "").split("&")) {
    const split = part.indexOf("=");
    const key = split < 0 ? part : part.slice(0, split);
    const value = split < 0 ? "" : decode(part.slice(split + 1));
    if (split < 0 && (VIEWS as readonly string[]).includes(key)) route.view = key as View;
    else if ((KEYS as readonly string[]).includes(key)) route[key as Key] = value;
  }
  return route;
}

export function formatRoute(route: Route): string {
  const parts: string[] = route.view === "glance" ? [] : [route.view];
  for (const key of KEYS) if (route[key]) parts.push(`${key}=${encodeURIComponent(route[key])}`);
  return `#${parts.join("&") || "glance"}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Return the address of something else, looked at beside what is looked at now. */
export function beside(route: Route, change: Partial<Route>): string {
  return formatRoute({ ...route, q: "", claim: "", report: "", edge: "", ...change });
}

/** Return the address of another view of the same story. */
export function viewOf(route: Route, view: View): string {
  return formatRoute({ ...HOME, view, story: route.story });
}

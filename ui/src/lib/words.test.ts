import { describe, expect, it } from "vitest";
import type { Value } from "./types";
import { count, figure, moment, momentSpan, origins, period, shortMoment, squeeze, standing } from "./words";

const make = (low: number | null, high: number | null, more: Partial<Value> = {}): Value => ({
  low, high, about: false, unit: "person", per: "", counted: "", ...more,
});

describe("figures", () => {
  it.each<[Value, string, string]>([
    [make(15000, 15000), "15,000 troops", "15,000"],
    [make(15000, 15000, { about: true }), "around 15,000 troops", "around 15,000"],
    [make(6, null, { unit: "coffin" }), "at least six coffins", "at least 6"],
    [make(6000, null), "more than 6,000", "more than 6,000"],
    [make(null, 25000), "up to 25,000 labourers", "up to 25,000"],
    [make(10, 12), "10 to 12 people", "10 to 12"],
    [make(24, null, { about: true }), "dozens of relatives", "“dozens of relatives”"],
    [make(0.333, 0.333, { unit: "share", about: true }), "a third of the boats", "“a third of the boats”"],
    [make(2.6e6, 2.6e6, { unit: "USD" }), "$2.6m", "$2.6 million"],
    [make(12, 12, { unit: "percent" }), "12 per cent", "12%"],
    [make(1300, 1300, { unit: "km2" }), "1,300 square kilometres", "1,300 km²"],
    [make(40e6, 40e6, { unit: "CHF" }), "40 million francs", "40 million CHF"],
    [make(6.4, 6.4, { unit: "magnitude" }), "6.4 magnitude", "6.4"],
    [make(1.2e6, 1.2e6, { per: "year" }), "1.2 million a year", "1.2 million a year"],
    [make(24, null, { about: true }), "", "a figure in words"],
  ])("keep their bounds, and vague words stay words", (value, words, shown) => {
    expect(figure(value, words)).toBe(shown);
  });
});

describe("times", () => {
  it.each([
    ["2031", "2031"],
    ["2031-05", "May 2031"],
    ["2031-05-03", "3 May 2031"],
    ["2031-05-03T06:40:00+02:00", "3 May 2031, 06:40 (+02:00)"],
    ["2031-05-03T06:40Z", "3 May 2031, 06:40 (UTC)"],
    ["2031-05-03/2031-05-05", "3 to 5 May 2031"],
    ["2031-05/2031-07", "May to July 2031"],
    ["2030-09/", "since September 2030"],
    ["/2032", "until 2032"],
    ["2031-13-41", "2031-13-41"],
    ["2031-02-31", "2031-02-31"],
    ["soon", "soon"],
  ])("%s in words", (iso, shown) => {
    expect(period(iso)).toBe(shown);
  });

  it("a publication without a date says so", () => {
    expect(shortMoment("")).toBe("no date");
    expect(shortMoment("2031-05-03T06:40:00+02:00")).toBe("3 May, 06:40");
    expect(moment("2031-05-03")).toBe("3 May 2031");
  });

  it("lie on a line by their first and last moment", () => {
    const day = Date.UTC(2031, 4, 3) / 86_400_000;
    expect(momentSpan("2031-05-03")).toEqual([day, day + 1]);
    expect(momentSpan("2031-05-03T12:00Z")).toEqual([day + 0.5, day + 0.5]);
    expect(momentSpan("2031-05-03/")).toEqual([day, null]);
    expect(momentSpan("nonsense")).toBeNull();
    expect(momentSpan("2031-99")).toBeNull();
  });
});

describe("counts", () => {
  it("agreement always has its origins", () => {
    expect(standing(9, 2, 4)).toBe("nine reports, between two and four origins");
    expect(standing(3, 1, 1)).toBe("three reports, one origin");
    expect(origins(0, 0)).toBe("one origin");
    expect(count(1, "story")).toBe("one story");
    expect(count(20, "story")).toBe("20 stories");
  });

  it("squeezes between words and inside endless ones", () => {
    expect(squeeze("one two\n three four", 12)).toBe("one two…");
    expect(squeeze("x".repeat(100_000), 10)).toBe(`${"x".repeat(9)}…`);
  });
});

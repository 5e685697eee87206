import { describe, expect, it } from "vitest";
import { linesOf, plain, Shown } from "./offsets";

const points = (text: string, start: number, end: number): string => [...text].slice(start, end).join("");

describe("code points and UTF-16", () => {
  it("counts alike in plain text", () => {
    const shown = new Shown("Nine people died.");
    expect(shown.slice(0, 4)).toBe("Nine");
    expect(shown.point(shown.unit(7))).toBe(7);
  });

  it("finds the words behind characters outside the basic plane", () => {
    const text = "🇺🇦🔥 Some 👨‍👩‍👧 say 30 𝒽ouses burned.";
    const start = [...text].join("\n").split("\n").indexOf("3");
    const shown = new Shown(text);
    expect(shown.slice(start, start + 9)).toBe("30 𝒽ouses");
    for (let point = 0; point <= [...text].length; point += 1) {
      expect(shown.point(shown.unit(point))).toBe(point);
      expect(shown.slice(0, point)).toBe(points(text, 0, point));
    }
  });

  it("leads from any unit to the code point that covers it", () => {
    const shown = new Shown("a🔥b");
    expect([0, 1, 2, 3, 4].map((unit) => shown.point(unit))).toEqual([0, 1, 1, 2, 3]);
  });

  it("keeps offsets where acting characters are shown by name", () => {
    const shown = new Shown("The count is \u202e51\u202c and not 15\0.");
    expect(shown.text).toBe("The count is ⟦RLO⟧51⟦PDF⟧ and not 15␀.");
    expect(shown.slice(14, 16)).toBe("51");
    expect(shown.slice(26, 28)).toBe("15");
  });

  it("shows lone surrogates and controls, and leaves joiners and zero-width characters", () => {
    expect(plain("a\ud800b\udc00c\u0007\u009b")).toBe("a\ufffdb\ufffdc␇\ufffd");
    expect(plain("15\u200b,000 👩🏽‍🚒 e\u0301 \n\t")).toBe("15\u200b,000 👩🏽‍🚒 e\u0301 \n\t");
    const shown = new Shown("x\ud800 nine");
    expect(shown.slice(3, 7)).toBe("nine");
  });

  it("is quick with a word of 100,000 characters", () => {
    const text = `${"x".repeat(100_000)}🔥 nine`;
    expect(new Shown(text).slice(100_002, 100_006)).toBe("nine");
  });

  it("cuts lines at every kind of break and leaves out empty ones", () => {
    const text = "one\r\ntwo\n\n  \nthree\u2028four";
    expect(linesOf(text).map((line) => text.slice(line.start, line.end))).toEqual(["one", "two", "three", "four"]);
  });
});

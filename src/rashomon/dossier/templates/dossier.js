"use strict";
// The page works without this script: links are fragments. It opens what is folded, lights up all words of a claim and the other
// words that answer the same question, and scrolls the reports beside the findings without moving the findings.
(() => {
  const words = Array.from(document.querySelectorAll("a.w"));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = [];

  const light = (element, name) => {
    element.classList.add(name);
    lit.push([element, name]);
  };

  const find = (id) => {
    let found = document.getElementById(id);
    if (!found) {
      try {
        found = document.getElementById(decodeURIComponent(id));
      } catch {
        found = null;
      }
    }
    return found;
  };

  const open = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  const bring = (element) => {
    const pane = element.closest(".reports");
    const behavior = still.matches ? "auto" : "smooth";
    if (pane && pane !== element && getComputedStyle(pane).overflowY === "auto") {
      const box = element.getBoundingClientRect();
      const room = element.matches(".report") ? 40 : pane.clientHeight * 0.36;
      pane.scrollTo({ top: pane.scrollTop + box.top - pane.getBoundingClientRect().top - room, behavior });
      const left = pane.getBoundingClientRect();
      if (left.bottom < 120 || left.top > innerHeight - 120) pane.scrollIntoView({ block: "start", behavior });
    } else {
      element.scrollIntoView({ block: element.matches("a.w, .at") ? "center" : "start", behavior });
    }
  };

  const follow = () => {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
    const id = location.hash.slice(1);
    const target = id && find(id);
    if (!target) return;
    open(target);
    let hit = target;
    if (id.startsWith("claim=")) {
      const claim = id.slice("claim=".length);
      const parts = words.filter((word) => word.id === id || (word.dataset.c || "").split(" ").includes(claim));
      hit = parts[0] || target;
      for (const part of parts) light(part, "lit");
      const question = hit.getAttribute("href");
      for (const word of words) if (question && word.getAttribute("href") === question && !parts.includes(word)) light(word, "same");
    } else if (id.startsWith("q=")) {
      for (const word of words) if (word.getAttribute("href") === "#" + id) light(word, "same");
    }
    bring(hit);
    hit.focus({ preventScroll: true });
  };

  // Marks the report in view among the tabs of its story.
  for (const pane of document.querySelectorAll(".reports")) {
    const tabs = Array.from(pane.querySelectorAll(".tabs a"));
    const seen = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const tab = tabs.find((link) => link.getAttribute("href") === "#" + entry.target.id);
          if (tab && entry.isIntersecting) tab.setAttribute("aria-current", "true");
          else if (tab) tab.removeAttribute("aria-current");
        }
      },
      { rootMargin: "-30% 0px -65% 0px" },
    );
    for (const report of pane.querySelectorAll(".report")) seen.observe(report);
  }

  addEventListener("hashchange", follow);
  addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    // A second click on the same link changes no address, yet the words may have been scrolled away.
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lit.length) {
      for (const [element, name] of lit) element.classList.remove(name);
      lit = [];
    }
  });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
    folded = [];
  });
  follow();
})();

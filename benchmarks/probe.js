// Put into every page before its own scripts: the clock of the benchmark. It knows the page's marks, its states and
// the roles of its elements, and nothing else of it.

(() => {
  const bench = { shift: 0, touched: null };
  window.bench = bench;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) bench.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener("pointerdown", (event) => (bench.touched ??= event.timeStamp), { capture: true });

  const EVERYTHING = { childList: true, subtree: true, attributes: true, characterData: true };
  const section = (name) => document.querySelector(`section.exercise[data-exercise="${name}"]`);
  const role = (name, role) => section(name).querySelector(`[data-role="${role}"]`);

  /** Resolve with what `test` returns as soon as that is something; reject when it takes three minutes. */
  bench.when = (test) =>
    new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => look());
      const end = setTimeout(() => reject(new Error(`Waited in vain until ${test}`)), 180_000);
      const look = () => {
        const found = test();
        if (!found) return;
        observer.disconnect();
        clearTimeout(end);
        resolve(found);
      };
      observer.observe(document, EVERYTHING);
      look();
    });

  /** Milliseconds from navigation until an element that fits a selector was in the document. */
  bench.seen = (selector) => bench.when(() => document.querySelector(selector) && performance.now());

  /** Scroll to an exercise as soon as the page has it, with no animation. */
  bench.go = async (name) => {
    await bench.when(() => section(name)?.nextElementSibling ?? (document.readyState !== "loading" && section(name)));
    section(name).scrollIntoView({ block: "center", behavior: "instant" });
  };

  /** Milliseconds from navigation until a mark was set. */
  bench.mark = (name) =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver(() => look());
      const look = () => {
        const [entry] = performance.getEntriesByName(name, "mark");
        if (entry) observer.disconnect();
        if (entry) resolve(entry.startTime);
      };
      observer.observe({ type: "mark", buffered: true });
      look();
    });

  /** Resolve when an exercise is live; reject with its own sentence when it fails. */
  bench.live = async (name) => {
    const state = await bench.when(() => ["live", "failed"].find((state) => section(name)?.dataset.state === state));
    if (state === "failed") throw new Error(section(name).querySelector(".lp-status").textContent);
    return bench.mark(`exercise:${name}:live`);
  };

  bench.paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  bench.says = (name) => role(name, "says").textContent.trim();

  /** From now on, note when a key is pressed and when figure and sentence have both changed after it. */
  bench.arm = (name) => {
    let pressed = null;
    const changed = {};
    bench.answer = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("Figure or sentence did not answer the key.")), 30_000);
      addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
      for (const part of ["figure", "says"]) {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          changed[part] = performance.now();
          if (changed.figure && changed.says) resolve(Math.max(changed.figure, changed.says) - pressed);
        });
        observer.observe(role(name, part), EVERYTHING);
      }
    });
  };

  /** From now on, note the last move of the pointer and the last change of figure or sentence. */
  bench.follow = (name) => {
    bench.drag = { moves: 0, moved: null, redraws: 0, changed: null };
    addEventListener(
      "pointermove",
      (event) => {
        bench.drag.moves += 1;
        bench.drag.moved = event.timeStamp;
      },
      { capture: true },
    );
    for (const part of ["figure", "says"]) {
      new MutationObserver(() => {
        bench.drag.redraws += part === "says" ? 1 : 0;
        bench.drag.changed = performance.now();
      }).observe(role(name, part), EVERYTHING);
    }
  };
})();

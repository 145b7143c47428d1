// The page's half, loaded by every page that has an exercise: it finds them, wakes Python when a reader comes near,
// and says what happens. What ipywidgets needs (widgets.js) is loaded with Python, not before.

import { Runtime } from "./runtime.js";

const here = new URL(".", import.meta.url);

/** Screens and connections on which nothing is fetched before the reader asks for it. */
function waitsForTouch() {
  const link = navigator.connection;
  return (
    matchMedia("(max-width: 640px)").matches ||
    Boolean(link && (link.saveData || /(^|-)[23]g$/.test(link.effectiveType || "")))
  );
}

/** Megabytes as a reader would say them. */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 9.95e6 ? 1 : 0)} MB`;

class Page {
  constructor(sections, config) {
    this.sections = sections;
    this.config = config;
    this.runtime = null;
    this.tries = 0;
  }

  watch() {
    if (waitsForTouch()) {
      for (const section of this.sections) {
        this.say(section, `Touch this exercise to bring it to life (${megabytes(this.config.bytes)}, once).`);
        const begin = () => {
          for (const kind of ["pointerdown", "focusin", "keydown"]) section.removeEventListener(kind, begin);
          this.start();
        };
        for (const kind of ["pointerdown", "focusin", "keydown"]) section.addEventListener(kind, begin);
        section.tabIndex = 0; // what is drawn cannot take the focus before it is live
      }
      return;
    }
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          near.disconnect();
          this.start();
        }
      },
      { rootMargin: "150% 0px" },
    );
    for (const section of this.sections) near.observe(section);
  }

  /** Start Python once; every exercise of the page shares it, the nearest first. */
  async start() {
    if (this.runtime) return;
    const middle = innerHeight / 2;
    const distance = (section) => {
      const box = section.getBoundingClientRect();
      return Math.abs((box.top + box.bottom) / 2 - middle);
    };
    const waiting = this.sections.filter((section) => section.dataset.state !== "live");
    waiting.sort((one, other) => distance(one) - distance(other));
    for (const section of waiting) {
      section.removeAttribute("tabindex");
      this.state(section, "starting");
    }
    const runtime = new Runtime(here, this.config);
    this.runtime = runtime;
    runtime.onprogress = (done, all) => {
      const text = done < all ? `Starting Python: ${megabytes(done)} of ${megabytes(all)} …` : "Starting Python …";
      for (const section of waiting) if (section.dataset.state === "starting") this.say(section, text);
    };
    runtime.onfailure = (reason) => this.fail(reason);
    try {
      const [{ Hydration }] = await Promise.all([this.widgets(), runtime.start()]);
      if (this.runtime !== runtime) return;
      const hydration = new Hydration(runtime);
      // One after the other: the first is usable while the others are made.
      for (const section of waiting) {
        const name = section.dataset.exercise;
        const root = await runtime.run(JSON.parse(section.querySelector("script.lp-cell").textContent));
        await hydration.controls(section, root);
        performance.mark(`exercise:${name}:controls`);
        hydration.whenReady(root, () => {
          if (this.runtime !== runtime) return;
          performance.mark(`exercise:${name}:live`);
          this.state(section, "live");
          this.say(section, "");
        });
      }
      await runtime.release();
      dispatchEvent(new CustomEvent("livepage:live", { detail: this.used() })); // visit.js has it kept
    } catch (error) {
      if (this.runtime === runtime) this.fail(error.message || String(error));
    }
  }

  /** The addresses of what Python started from: a page is not told what its worker fetched. */
  used() {
    const { core, page, archives } = this.config;
    const files = ["worker.js", "runtime/pyodide-lock.json", ...core, ...page.map((name) => archives[name].file)];
    return files.map((file) => new URL(file, here).href);
  }

  /** Load what ipywidgets needs; a browser remembers that a module failed, so each try has a name of its own. */
  async widgets() {
    const address = new URL("widgets.js", here);
    if (this.tries++) address.search = `?${this.tries}`;
    try {
      return await import(address.href);
    } catch (error) {
      console.error(error);
      throw new Error("Python could not be loaded: the network is gone, or widgets.js cannot be reached.");
    }
  }

  fail(reason) {
    this.runtime?.stop();
    this.runtime = null;
    for (const section of this.sections) {
      if (section.dataset.state === "live" || section.dataset.state === "starting") {
        this.state(section, "failed");
        this.say(section, `${reason} What you see stays readable, and your answers are kept.`, () => this.start());
      }
    }
  }

  state(section, state) {
    section.dataset.state = state;
    section.toggleAttribute("aria-busy", state === "starting");
  }

  say(section, text, retry) {
    const status = section.querySelector(".lp-status");
    status.textContent = text;
    if (retry) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Try again";
      button.addEventListener("click", retry);
      status.append(" ", button);
    }
  }
}

const sections = [...document.querySelectorAll("section.exercise[data-exercise]")];
const config = document.getElementById("livepage-config");
if (sections.length && config) new Page(sections, JSON.parse(config.textContent)).watch();

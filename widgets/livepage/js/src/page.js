// The page's half, loaded by every page that has an exercise: it finds them, wakes Python when a reader comes near,
// and says what happens. What ipywidgets needs (widgets.js) is loaded with Python, not before.

import { addressOf, asked, copyable, forget } from "./links.js";
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

/** The section that is closest to the middle of what the reader sees. */
function nearest(sections) {
  const distance = (section) => {
    const { top, bottom } = section.getBoundingClientRect();
    return Math.abs((top + bottom - innerHeight) / 2);
  };
  return sections.reduce((one, other) => (distance(other) < distance(one) ? other : one));
}

class Page {
  constructor(sections, config) {
    this.sections = sections;
    this.config = config;
    this.runtime = null;
    this.tries = 0;
    this.given = new Map(); // what links brought, by section
    this.takers = new Map(); // how to hand it to a live exercise
    this.links = new Map(); // what a link to an exercise as it stands would carry
    for (const section of sections) this.offerLink(section);
    this.visit();
    addEventListener("hashchange", () => this.visit());
  }

  /** Open the exercise that the address names with values for it. */
  visit() {
    const wanted = asked(location.hash);
    const section = wanted && this.sections.find((one) => one.dataset.exercise === wanted.name);
    const note = section?.querySelector(".lp-given");
    if (!note) return section?.scrollIntoView(); // it takes no values
    this.given.set(section, wanted.values);
    note.textContent = "Once Python has started, this exercise shows the values of a link. Your own are kept as they were; what you change here is not kept. ";
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = "Back to mine";
    back.addEventListener("click", () => this.leave(section));
    note.append(back);
    section.scrollIntoView(); // after the note is there: what moves by it is out of view
    note.focus({ preventScroll: true });
    this.takers.get(section)?.(wanted.values);
    if (!waitsForTouch()) this.start();
  }

  /** Let go of what a link brought. */
  leave(section) {
    this.given.delete(section);
    forget(section.dataset.exercise);
    section.querySelector(".lp-given").replaceChildren();
    this.say(section, ""); // a link that was copied from those values is not one to these
    this.takers.get(section)?.(null);
    // The button that had the focus is gone; the next Tab goes on from here.
    section.querySelector(".lp-given").focus({ preventScroll: true });
  }

  /** Let the button below an exercise copy a link to what stands in it, once that is known. */
  offerLink(section) {
    const button = section.querySelector(".lp-link");
    button?.addEventListener("click", async () => {
      const { values, says } = this.links.get(section);
      if (values === undefined) return this.say(section, says);
      const address = addressOf(section.dataset.exercise, values);
      try {
        await navigator.clipboard.writeText(address);
        this.say(section, `The link is copied. It opens this exercise with these values. ${says}`);
      } catch {
        // No clipboard on plain http, or it was refused: then the reader copies it.
        this.say(section, `This link opens this exercise with these values. ${says}`);
        section.querySelector(".lp-status").append(copyable(address));
      }
    });
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
    let looked = false;
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          near.disconnect();
          this.start();
        } else if (!looked) {
          this.fetchAhead();
        }
        looked = true;
      },
      { rootMargin: "150% 0px" },
    );
    for (const section of this.sections) near.observe(section);
  }

  /** Have in the browser's cache what Python starts from before it is wanted, behind everything else that the page loads. */
  fetchAhead() {
    const { first, then } = this.config.page;
    const ahead = () => {
      for (const address of this.addresses([...first, ...then])) {
        const link = document.createElement("link");
        link.rel = "prefetch";
        link.href = address;
        document.head.append(link);
      }
    };
    document.readyState === "complete" ? ahead() : addEventListener("load", ahead, { once: true });
  }

  /** Start Python once; every exercise of the page shares it, the nearest first. */
  async start() {
    if (this.runtime) return;
    const waiting = this.sections.filter((section) => section.dataset.state !== "live");
    for (const section of waiting) {
      section.removeAttribute("tabindex");
      this.state(section, "starting");
    }
    const runtime = new Runtime(here, this.config);
    this.runtime = runtime;
    const starting = [...waiting];
    runtime.onprogress = (done, all) => {
      const text = done < all ? `Starting Python: ${megabytes(done)} of ${megabytes(all)} …` : "Starting Python …";
      for (const section of starting) if (section.dataset.state === "starting") this.say(section, text);
    };
    runtime.onfailure = (reason) => this.fail(reason);
    runtime.onslow = (slow) => this.slow(slow);
    runtime.onkept = (trouble) => this.kept(trouble);
    try {
      const [{ Hydration }] = await Promise.all([this.widgets(), runtime.start()]);
      if (this.runtime !== runtime) return;
      const hydration = new Hydration(runtime);
      const cells = [];
      const released = [];
      while (waiting.length) {
        const [section] = waiting.splice(waiting.indexOf(nearest(waiting)), 1);
        const name = section.dataset.exercise;
        const cell = JSON.parse(section.querySelector("script.lp-cell").textContent);
        cells.push(cell);
        const root = await runtime.run(cell);
        await hydration.controls(section, root);
        await this.link(section, hydration, root);
        performance.mark(`exercise:${name}:controls`);
        // Not awaited: while what the figure is drawn with comes in, the next exercise gets its controls.
        released.push(
          runtime.release(cell).then(() =>
            hydration.whenReady(root, () => {
              if (this.runtime !== runtime) return;
              performance.mark(`exercise:${name}:live`);
              this.state(section, "live");
              this.say(section, "");
            }),
          ),
        );
      }
      await Promise.all(released);
      for (const cell of cells) await runtime.finish(cell);
      const { first, then, later } = this.config.page;
      dispatchEvent(new CustomEvent("livepage:live", { detail: this.addresses([...first, ...then, ...later]) })); // visit.js has it kept
    } catch (error) {
      if (this.runtime === runtime) this.fail(error.message || String(error));
    }
  }

  /** Connect an exercise that takes links with its own: what came with one, and what stands in it now. */
  async link(section, hydration, root) {
    const button = section.querySelector(".lp-link");
    if (!button) return;
    this.takers.set(
      section,
      await hydration.link(root, (link) => {
        this.links.set(section, link);
        button.disabled = false;
      }),
    );
    if (this.given.has(section)) this.takers.get(section)(this.given.get(section));
  }

  /** The addresses of all that Python starts from and of packages: a page is not told what its worker fetches. */
  addresses(packages) {
    const { scripts, files } = this.config;
    const names = ["wasm", "snapshot", "engine", "base", ...packages];
    return [...Object.values(scripts), ...names.map((name) => files[name].path)].map((path) => new URL(path, here).href);
  }

  /** Load what ipywidgets needs; a browser remembers that a module failed, so each try has a name of its own. */
  async widgets() {
    const address = new URL(this.config.scripts["widgets.js"], here);
    if (this.tries++) address.searchParams.set("try", this.tries);
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
    this.takers.clear();
    for (const section of this.sections) {
      if (section.dataset.state === "live" || section.dataset.state === "starting") {
        this.state(section, "failed");
        this.say(section, `${reason} What you see stays readable, and your answers are kept.`, "Try again", () => this.start());
      }
    }
  }

  /** Say that Python has been silent for long, next to where the reader is; take it back when it speaks again. */
  slow(slow) {
    if (!slow) {
      for (const section of this.sections.filter((one) => one.dataset.slow)) {
        delete section.dataset.slow;
        this.say(section, "");
      }
      return;
    }
    const section = this.where();
    section.dataset.slow = "yes";
    this.say(section, "Python is still computing, and takes long.", "Stop it", () => {
      const wasLive = section.dataset.state === "live";
      this.fail("The computation was stopped.");
      // Where it never got as far as to be live, starting again would only lead there again.
      if (wasLive) this.start();
    });
  }

  /** Say what could not be kept, next to where the reader is; take it back when keeping works again. */
  kept(trouble) {
    for (const section of this.sections.filter((one) => one.dataset.unkept)) {
      delete section.dataset.unkept;
      this.say(section, "");
    }
    if (!trouble) return;
    const section = this.where();
    section.dataset.unkept = "yes";
    this.say(section, `Your answer is not kept: ${trouble}. It stays here until you leave this page.`);
  }

  /** The exercise that the reader is at. */
  where() {
    return this.sections.find((one) => one.contains(document.activeElement)) ?? nearest(this.sections);
  }

  state(section, state) {
    section.dataset.state = state;
    section.toggleAttribute("aria-busy", state === "starting");
  }

  /** Say something below an exercise, with a button where there is something to be done about it. */
  say(section, text, label, act) {
    const status = section.querySelector(".lp-status");
    status.textContent = text;
    if (act) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", act);
      status.append(" ", button);
    }
  }
}

/** Begin when the document stands, before the scripts that wait for that too. */
function begin() {
  if (document.readyState === "loading") return document.addEventListener("readystatechange", begin, { once: true });
  const sections = [...document.querySelectorAll("section.exercise[data-exercise]")];
  const config = document.getElementById("livepage-config");
  if (sections.length && config) new Page(sections, JSON.parse(config.textContent)).watch();
}

begin();

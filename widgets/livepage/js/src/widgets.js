// Real ipywidgets over the worker, put in the place of what was drawn at build time.

import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { Widget } from "@lumino/widgets";
import { name } from "./names.js";

const PACKAGES = { "@jupyter-widgets/base": base, "@jupyter-widgets/controls": controls };

/** One channel between a widget's model here and its Python half. */
class Comm {
  constructor(id, runtime) {
    this.comm_id = id;
    this.target_name = "jupyter.widget";
    this.runtime = runtime;
    this.receive = () => {};
  }
  on_msg(callback) {
    this.receive = callback;
  }
  on_close() {}
  open() {}
  close() {}
  send(data, callbacks, metadata, buffers) {
    const status = callbacks?.iopub?.status;
    // A model holds the next message back until it hears that Python is idle again: that is what makes a fast drag
    // end on its last value instead of redrawing every value on the way.
    const idle = status && (() => status({ content: { execution_state: "idle" } }));
    return this.runtime.send({ comm_id: this.comm_id, data }, buffers, idle);
  }
}

class Manager extends ManagerBase {
  async loadClass(className, moduleName) {
    const found = PACKAGES[moduleName]?.[className];
    if (!found) throw new Error(`${moduleName} is not part of a live page`);
    return found;
  }
  async _create_comm() {
    throw new Error("In a live page only Python makes widgets");
  }
  async _get_comm_info() {
    return {};
  }
}

export class Hydration {
  constructor(runtime) {
    this.manager = new Manager();
    this.comms = new Map();
    // In order, one at a time: a child's model must be there before its parent is told of it.
    this.queue = Promise.resolve();
    const take = (message) => {
      this.queue = this.queue.then(() => this.take(message, runtime)).catch((error) => console.error(error));
    };
    const early = runtime.early;
    runtime.early = null;
    runtime.onmessage = take;
    early.forEach(take);
  }

  async take(message, runtime) {
    const { type, comm_id, data, metadata, buffers } = message;
    const views = (buffers || []).map((buffer) => new DataView(buffer));
    const content = { comm_id, data, target_name: message.target_name };
    if (type === "comm_open") {
      const comm = new Comm(comm_id, runtime);
      this.comms.set(comm_id, comm);
      await this.manager.handle_comm_open(comm, { content, metadata: metadata || {}, buffers: views, header: {} });
    } else if (type === "comm_msg") {
      await this.comms.get(comm_id)?.receive({ content, metadata: metadata || {}, buffers: views, header: {} });
    } else if (type === "comm_close") {
      this.comms.delete(comm_id);
    }
  }

  /** Exchange the drawn controls of a section for live ones; resolve when they answer. */
  async controls(section, id) {
    await this.queue;
    const model = await this.manager.get_model(id);
    await this.bind(model, section.querySelector("[data-lp]"));
  }

  /** Call `done` once the root says that figure and sentence are there (at once where it says nothing of it). */
  async whenReady(id, done) {
    const model = await this.manager.get_model(id);
    if (model.get("ready") !== false) return done();
    const ready = () => {
      if (!model.get("ready")) return;
      model.off("change:ready", ready);
      // What was said before `ready` in the same breath stands in the page by now: messages are taken in order.
      done();
    };
    model.on("change:ready", ready);
  }

  /**
   * Connect a widget that takes links: call `offer` with what one to its present state would carry, now and whenever that
   * changes; resolve with a function that hands it what came with one (null takes that back).
   */
  async link(id, offer) {
    const model = await this.manager.get_model(id);
    const tell = () => offer(model.get("link"));
    model.on("change:link", tell);
    tell();
    return (values) => model.send({ given: values });
  }

  /** Bind a model to the element drawn for it: boxes, folds and text stay, everything else gets its live view. */
  async bind(model, element) {
    const kind = element.dataset.kind;
    if (kind === "box") await this.box(model, element);
    else if (kind === "fold") await this.fold(model, element);
    else if (kind === "html") this.html(model, element);
    else await this.view(model, element);
  }

  async box(model, element) {
    const children = await Promise.all(model.get("children"));
    const drawn = [...element.children].filter((child) => child.dataset.lp !== undefined);
    await Promise.all(children.map((child, index) => drawn[index] && this.bind(child, drawn[index])));
    model.on("change:children", async () => {
      const views = await Promise.all(model.get("children").map((child) => this.manager.create_view(child)));
      element.replaceChildren();
      for (const view of views) this.attach(view, element, null);
    });
  }

  async fold(model, element) {
    const children = await Promise.all(model.get("children"));
    const folds = [...element.children];
    await Promise.all(children.map((child, index) => this.bind(child, folds[index].querySelector("[data-lp]"))));
    const show = () => folds.forEach((fold, index) => (fold.open = model.get("selected_index") === index));
    folds.forEach((fold, index) =>
      fold.addEventListener("toggle", () => {
        const chosen = model.get("selected_index");
        if (fold.open === (chosen === index)) return;
        model.set("selected_index", fold.open ? index : null);
        model.save_changes();
      }),
    );
    // What the reader opened before Python was there stays open, unless Python has something to say about it.
    const opened = folds.findIndex((fold) => fold.open);
    if (model.get("selected_index") === null && opened >= 0) {
      model.set("selected_index", opened);
      model.save_changes();
    }
    show();
    model.on("change:selected_index", show);
  }

  html(model, element) {
    const content = element.firstElementChild;
    const show = () => {
      // What is shown already is left alone: a fold that the reader opened, a region that would be read out again.
      const wanted = document.createElement("template");
      wanted.innerHTML = model.get("value");
      if (wanted.innerHTML !== content.innerHTML) content.replaceChildren(wanted.content);
    };
    // Before its first figure a widget is empty: what was drawn at build time is better than nothing.
    if (model.get("value")) show();
    model.on("change:value", show);
  }

  async view(model, element) {
    const view = await this.manager.create_view(model);
    this.attach(view, element.parentElement, element);
    element.remove();
    view.el.dataset.lp = ""; // where Python has to start anew, this is what is exchanged
    name(view, model);
  }

  attach(view, host, before) {
    Widget.attach(view.luminoWidget, host, before);
  }
}

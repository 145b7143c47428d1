// On every page of the book: when all else is done, have the page kept, so that it can be read again without a network.
// Where there are no service workers (plain http, some private windows) the page works, and is not kept.

const script = new URL("../../livepage-offline.js", document.currentScript.src);

/** What this page loaded, itself included; and what its Python did, once it lives. */
const used = new Set();

let registration = null;

/** Tell the newest worker: one that is to replace another is not kept waiting by what the other still does. */
function tell() {
  if (registration?.installing) return; // it is told when it has come
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  const worker = registration?.waiting ?? navigator.serviceWorker.controller;
  worker?.postMessage({ keep: [location.href, ...loaded, ...used] });
}

/** Chromium can leave a worker waiting that asked not to, when the one before it is told something in that moment. */
function tellIfLeftWaiting() {
  setTimeout(() => registration.waiting && tell(), 2000);
}

/** Register after the page has loaded and is at rest; while Python starts, it needs the processor more. */
async function settled() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 5000 }) : setTimeout(done, 1000)));
  if (document.querySelector('.exercise[data-state="starting"]')) {
    await new Promise((done) => {
      addEventListener("livepage:live", done, { once: true });
      setTimeout(done, 30000);
    });
  }
}

async function visit() {
  addEventListener("livepage:live", ({ detail }) => {
    for (const address of detail) used.add(address);
    tell();
  });
  // A worker that has just come, or come in an older one's place, has been told nothing yet.
  navigator.serviceWorker.addEventListener("controllerchange", tell);
  await settled();
  registration = await navigator.serviceWorker.register(script);
  registration.installing?.addEventListener("statechange", tellIfLeftWaiting);
  tell();
}

if (navigator.serviceWorker) {
  visit().catch((error) => console.info(`This book is not kept for reading without a network: ${error.message}`));
}

// The service worker that keeps a book for reading without a network. It stands at the book's root, where `offline.py`
// writes it with a listing of the build that it belongs to: the SHA-256 of each file, shortened.
//
// Only what the listing names is kept, and of what the listing names only the very bytes. So whatever a host, a cache
// on the way or a deployment that is not finished gives out, a page is never put together from two builds:
//   - a page of this build gets what is kept, or what the network has if it is of this build, or nothing;
//   - a page of any other build (the network has a newer one) gets what the network has, and nothing that is kept.
// Other hosts, other books and what the listing does not name are none of its business.

const { book, build, files } = self.livepage;
const scope = new URL(self.registration.scope);

/** What all caches of a book at this address begin with; no path has a space in it. */
const ours = `livepage ${scope.pathname} `;
const name = `${ours}${book} ${build}`;

/** After so many milliseconds without an answer from the network, a page that is kept is shown. */
const PATIENCE = 4000;

/** Whether the page in a window is of this build, as a promise by the window's id. Nobody knows it of a page that was
 * open before this worker, nor of a worker that a page started. */
const mine = new Map();

const keyOf = (file) => new URL(file.split("/").map(encodeURIComponent).join("/"), scope).href;
const byKey = new Map(Object.keys(files).map((file) => [keyOf(file), file]));

/** The file behind an address, as the listing calls it; hosts leave out `.html` and `index.html`. */
function fileOf(address) {
  const { origin, pathname } = new URL(address);
  const [known] = ["", ".html", "index.html", "/index.html"].filter((end) => byKey.has(origin + pathname + end));
  return known === undefined ? undefined : byKey.get(origin + pathname + known);
}

/** Does the address itself name these bytes, by the beginning of their hash? */
const named = (address, file) => (address.match(/[0-9a-f]{8,}/g) ?? []).some((mark) => files[file].startsWith(mark));

/** Is this the file of this build? Then its bytes, else nothing. */
async function genuine(file, response) {
  if (response?.status !== 200) return undefined;
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const mark = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return mark.startsWith(files[file]) ? bytes : undefined;
}

/** Keep a file if it is the one of this build; resolve with whether it is kept. */
async function store(file, response) {
  const type = response?.headers.get("Content-Type") ?? "";
  const bytes = await genuine(file, response);
  if (bytes) await (await cache()).put(keyOf(file), new Response(bytes, { headers: { "Content-Type": type } }));
  return Boolean(bytes);
}

/** This build's cache, opened once: to open it takes as long as to find a file in it. */
let opened = null;
const cache = () => (opened ??= caches.open(name));

/** What is kept of a file; nothing where the browser keeps nothing. */
async function kept(file) {
  try {
    return await (await cache()).match(keyOf(file));
  } catch {
    return undefined;
  }
}

/** A page: from the network; without one, as it was kept. */
async function page({ request, resultingClientId }, file) {
  const copy = await kept(file);
  try {
    // The network's page is asked for anew: a copy on the way may be of an older build than what the page asks for next.
    const coming = fetch(request, { cache: "no-cache" });
    const late = new Promise((_, give) => setTimeout(give, PATIENCE, new Error("The network does not answer.")));
    const response = await (copy ? Promise.race([coming, late]) : coming);
    if (copy && response.status >= 500) throw new Error("The server does not work.");
    // Not awaited: the page is shown as it comes in, and what it asks for waits for this.
    mine.set(resultingClientId, genuine(file, response.clone()).then(Boolean, () => false));
    return response;
  } catch {
    mine.set(resultingClientId, true);
    return copy ?? sorry();
  }
}

/** What a page or its Python asks for. */
async function part(event, file) {
  const { request, clientId } = event;
  const copy = await kept(file);
  if (copy && named(request.url, file)) return copy;
  const own = await mine.get(clientId);
  if (own === false) return fetch(request, { cache: "no-cache" });
  if (own && copy) return copy;
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    // Where nobody knows of which build the page is, an address that names a version may name another than this.
    if (copy && !new URL(request.url).search) return copy;
    throw error;
  }
  // What a script fetches may be large and is shown as it comes in; it is checked where it arrives (worker.js).
  if (!own || (request.destination === "" && !file.endsWith(".html"))) {
    event.waitUntil(store(file, response.clone()).catch(() => {}));
    return response;
  }
  if (!response.ok) return response;
  const bytes = (await genuine(file, response.clone())) ?? (await genuine(file, await fetch(request, { cache: "reload" })));
  if (!bytes) return Response.error();
  const answer = new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") ?? "" } });
  event.waitUntil(store(file, answer.clone()).catch(() => {}));
  return answer;
}

/**
 * Keep what a page used: itself last, and only if all the rest could be kept. Most of it the browser has in its own
 * cache still; what that holds of an older build is fetched anew.
 */
async function keep(addresses) {
  const wanted = [...new Set(addresses.map(fileOf))].filter(Boolean);
  wanted.sort((one, other) => one.endsWith(".html") - other.endsWith(".html"));
  for (const file of wanted) {
    if (await kept(file)) continue;
    const get = (cache) => fetch(keyOf(file), { cache, priority: "low" });
    if (!(await store(file, await get("default"))) && !(await store(file, await get("reload")))) return;
  }
}

/** Take over what an older build kept: as it is where nothing changed, else from the network. */
async function renew() {
  for (const older of (await caches.keys()).filter((one) => one.startsWith(ours) && one !== name)) {
    const before = await caches.open(older);
    for (const { url } of await before.keys()) {
      const file = fileOf(url);
      if (!file || (await kept(file)) || (await store(file, await before.match(url)))) continue;
      // What cannot be had now is kept when it is read again.
      await fetch(url, { cache: "no-cache" }).then((response) => store(file, response), () => {});
    }
  }
}

/** Let go of what other builds kept. The pages that are open may be theirs. */
async function settle() {
  const older = (await caches.keys()).filter((one) => one.startsWith(ours) && one !== name);
  if (older.length) for (const { id } of await self.clients.matchAll()) mine.set(id, false);
  await Promise.all(older.map((one) => caches.delete(one)));
}

/** What a reader gets who is without a network on a page that was never opened. */
async function sorry() {
  const opened = [];
  try {
    for (const { url } of await (await cache()).keys()) {
      if (!fileOf(url)?.endsWith(".html")) continue;
      const [, title] = /<title>([^]*?)<\/title>/.exec(await (await kept(fileOf(url))).text()) ?? [];
      if (title) opened.push(`<li><a href="${url}">${title.trim()}</a></li>`);
    }
  } catch {
    // Nothing is kept: there is nothing to offer.
  }
  const offer = opened.length ? `<p>These pages have, and can be read now:</p><ul>${opened.join("")}</ul>` : "";
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No network</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body { max-width: 38rem; margin: 10vh auto; padding: 0 1rem; font: 1.1rem/1.6 system-ui, sans-serif }</style></head>
<body><main><h1>No network</h1><p>This page has not been opened on this device yet, so it cannot be read without a network.</p>
${offer}<p><a href="">Try again</a></p></main></body></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'" };
  return new Response(html, { status: 503, statusText: "No network", headers });
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    renew()
      .catch(() => {}) // a browser that keeps nothing: the book works with a network
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    settle()
      .catch(() => {})
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (self.registration.waiting) self.skipWaiting(); // see visit.js: it was left waiting
  // Full or forbidden storage, or the network gone: what is not kept now is kept at another visit.
  event.waitUntil(keep(event.data.keep).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const file = request.method === "GET" && !request.headers.has("range") ? fileOf(request.url) : undefined;
  if (file) event.respondWith(request.mode === "navigate" ? page(event, file) : part(event, file));
});

// Service worker: stores one complete version of the site so that every page opens offline. A page of
// one version is never combined with files of another. See docs/offline.md.
//
// The build puts two lines before this one: VERSION, which identifies the file list, and FILES, the
// list of [path below the base, digest].

/** @type {Map<string, string>} */
const files = new Map(FILES);
const { scope } = self.registration;

// Caches are shared by the whole origin, which may host other sites: ours start with this prefix.
const prefix = `pages of ${scope} `;
const cacheName = prefix + VERSION;

// A page sends this to the waiting version once the visitor accepts the update. It must never change:
// pages of any version may send it to a worker of any other version.
const TAKE_OVER = "take over";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const [url, query] = request.url.split(/[?#]/, 2);
  if (request.method !== "GET" || !url.startsWith(scope) || request.headers.has("range")) return;
  const path = url.slice(scope.length);
  if (request.mode === "navigate") event.respondWith(page(request, path));
  else if (query === undefined && isAsset(path)) event.respondWith(asset(request, path));
});

/** Stores every file, or none: if one fails its integrity check, this version is not installed. */
async function install() {
  // The version may be stored already, because a site can go back to an earlier version.
  if (await isComplete()) return;
  const cache = await caches.open(cacheName);
  const abort = new AbortController();
  // Four downloads at a time, so that the page itself comes first.
  const queue = files.keys();
  const download = async () => {
    for (const path of queue) await store(cache, path, abort.signal);
  };
  try {
    await Promise.all([download(), download(), download(), download()]);
  } catch (reason) {
    abort.abort();
    await caches.delete(cacheName);
    throw reason;
  }
}

async function isComplete() {
  const cache = (await caches.has(cacheName)) && (await caches.open(cacheName));
  return cache && (await cache.keys()).length === files.size;
}

/**
 * Downloads one file into the cache.
 * @param {Cache} cache
 * @param {string} path
 * @param {AbortSignal} signal
 */
async function store(cache, path, signal) {
  // The browser rejects a response whose digest differs.
  const integrity = files.get(path);
  const options = { integrity, signal, priority: "low", mode: "same-origin" };
  // Try the browser's HTTP cache first. Otherwise fetch from the host without writing to the HTTP
  // cache: a damaged response would stay there for a year and break the page.
  const cached = fetch(scope + path, { ...options, cache: "only-if-cached" });
  const response = await cached.catch(() => fetch(scope + path, { ...options, cache: "no-store" }));
  const headers = new Headers(response.headers);
  // Drop headers that describe the transfer. A redirected response cannot be used for a navigation,
  // so always build a new one.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  const status = path === "404.html" ? 404 : 200;
  await cache.put(scope + path, new Response(await response.blob(), { status, headers }));
}

/** Starts using this version and deletes the caches that no tab can still need. */
async function activate() {
  const others = (await siteCaches()).filter((name) => name !== cacheName);
  // Keep the previous version, the newest of the others: a tab that was not reloaded may need its files.
  others.pop();
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The names of this site's caches, oldest first. */
async function siteCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/**
 * Answers a navigation with the stored page of that path, whatever the query. If there is none, asks
 * the host: the site may have grown, or may share its base with other pages. Offline, answers with
 * 404.html.
 * @param {Request} request
 * @param {string} path
 */
async function page(request, path) {
  const candidates = [path, `${path}/`, path.replace(/index\.html$/, "")];
  const known = candidates.find((candidate) => files.has(candidate));
  const found = known !== undefined && (await find(cacheName, known));
  if (found) return found;
  try {
    return await fetch(request);
  } catch (reason) {
    const notFound = await find(cacheName, "404.html");
    if (notFound) return notFound;
    throw reason;
  }
}

/** Whether this version has the file, or an earlier one might. */
function isAsset(path) {
  return files.has(path) || path.startsWith("assets/");
}

/**
 * Answers with a file of this version, or of the previous one for a tab that was not reloaded. Asset
 * names contain a content hash, so a file of another version is never returned by mistake.
 * @param {Request} request
 * @param {string} path
 */
async function asset(request, path) {
  const names = files.has(path) ? [cacheName] : await siteCaches();
  for (const name of names) {
    const found = await find(name, path);
    if (found) return found;
  }
  return fetch(request);
}

/**
 * @param {string} name of the cache
 * @param {string} path
 * @returns {Promise<Response | undefined>}
 */
async function find(name, path) {
  // Not `caches.open`: if the browser evicted the cache, that would create an empty one.
  return caches.match(scope + path, { cacheName: name });
}

// Keeps a whole version of the site on the visitor's device, so that every page opens without a
// connection, and never a page of one version with a program of another. See docs/offline.md.
//
// The build puts two lines ahead of this one: VERSION names what is listed, and FILES lists the
// address below the base and the digest of each file.

/** @type {Map<string, string>} */
const files = new Map(FILES);
const { scope } = self.registration;

// Caches belong to the whole origin, which may hold more than this site: the name begins with ours.
const own = `pages of ${scope} `;
const name = own + VERSION;

// A page says this to the version that waits, once the visitor asked for it. Pages of any version
// may say it to any other, so it never changes.
const TAKE_OVER = "take over";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address, query] = request.url.split(/[?#]/, 2);
  if (request.method !== "GET" || !address.startsWith(scope) || request.headers.has("range")) return;
  const path = address.slice(scope.length);
  if (request.mode === "navigate") event.respondWith(page(request, path));
  else if (query === undefined && isPart(path)) event.respondWith(part(request, path));
});

/** Keeps every file, or none: where one does not arrive whole, this version is not installed. */
async function install() {
  // It may be there from before: a site can go back to an earlier version.
  if (await isWhole()) return;
  const cache = await caches.open(name);
  const stop = new AbortController();
  // A few at a time; the page comes first.
  const rest = files.keys();
  const lane = async () => {
    for (const path of rest) await keep(cache, path, stop.signal);
  };
  try {
    await Promise.all([lane(), lane(), lane(), lane()]);
  } catch (reason) {
    stop.abort();
    await caches.delete(name);
    throw reason;
  }
}

async function isWhole() {
  const cache = (await caches.has(name)) && (await caches.open(name));
  return cache && (await cache.keys()).length === files.size;
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @param {AbortSignal} signal
 */
async function keep(cache, path, signal) {
  // The browser refuses what has another digest, whatever the host says of it.
  const integrity = files.get(path);
  const how = { integrity, signal, priority: "low", mode: "same-origin" };
  // First what the browser has already, if it is that. Else from the host and past the browser's own
  // store: what was damaged on the way would be kept there, for a year, for the page to stumble over.
  const stored = fetch(scope + path, { ...how, cache: "only-if-cached" });
  const response = await stored.catch(() => fetch(scope + path, { ...how, cache: "no-store" }));
  const headers = new Headers(response.headers);
  // These speak of the way it came, which is over. A response that says it was redirected could
  // not be used for a page, so a new one is made.
  for (const each of ["content-encoding", "content-length", "vary"]) headers.delete(each);
  const status = path === "404.html" ? 404 : 200;
  await cache.put(scope + path, new Response(await response.blob(), { status, headers }));
}

/** The version is in use from here on; what no tab can be using any more is deleted. */
async function activate() {
  const others = (await ownCaches()).filter((each) => each !== name);
  // A tab that was not reloaded may still ask for a part of the version before, the newest of these.
  others.pop();
  await Promise.all(others.map((each) => caches.delete(each)));
  await self.clients.claim();
}

/** The names of the caches of this site, the oldest first. */
async function ownCaches() {
  return (await caches.keys()).filter((each) => each.startsWith(own));
}

/**
 * A page: the kept one of this address, whatever its query. Where there is none, the host knows
 * better, if it can be asked: the site may have grown, or share its base with others.
 * @param {Request} request
 * @param {string} path
 */
async function page(request, path) {
  const names = [path, `${path}/`, path.replace(/index\.html$/, "")];
  const known = names.find((each) => files.has(each));
  const found = known !== undefined && (await find(name, known));
  if (found) return found;
  try {
    return await fetch(request);
  } catch (reason) {
    const nowhere = await find(name, "404.html");
    if (nowhere) return nowhere;
    throw reason;
  }
}

/** Whether this version has it, or an earlier one may. */
function isPart(path) {
  return files.has(path) || path.startsWith("assets/");
}

/**
 * A part of a page: of this version, or of the one before, for a tab that was not reloaded. Parts
 * have names made of their content, so that none is taken for that of another version.
 * @param {Request} request
 * @param {string} path
 */
async function part(request, path) {
  const versions = files.has(path) ? [name] : await ownCaches();
  for (const version of versions) {
    const found = await find(version, path);
    if (found) return found;
  }
  return fetch(request);
}

/**
 * @param {string} version
 * @param {string} path
 * @returns {Promise<Response | undefined>}
 */
async function find(version, path) {
  // Not `open`, which would make a cache that the browser has thrown away, and leave it empty.
  return caches.match(scope + path, { cacheName: version });
}

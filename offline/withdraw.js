// Replaces `worker.js` as `sw.js` to take offline support back: deletes this site's caches and
// unregisters itself. It handles no requests, so every page comes from the host again. See
// docs/offline.md.

const prefix = `pages of ${self.registration.scope} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

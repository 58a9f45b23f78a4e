// Removes an earlier service worker of this site and its caches. It answers no request, so every
// page comes from the host. `cargo xtask build` replaces it with the worker that keeps the site for offline
// use, except with `--no-offline`; `trunk serve` uses it as it is. See docs/offline.md.

const prefix = `pages of ${self.registration.scope} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

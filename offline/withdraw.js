// Takes back what `worker.js` of this site kept on a visitor's device, and itself: the emergency
// exit. It answers no request, so from here on every page comes from the host. See docs/offline.md.

const own = `pages of ${self.registration.scope} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const names = (await caches.keys()).filter((each) => each.startsWith(own));
  await Promise.all(names.map((each) => caches.delete(each)));
  await self.registration.unregister();
}

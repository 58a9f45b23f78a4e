// What cannot wait for the page: it runs before anything is painted (`blocking` in Trunk.toml), and
// before the program starts (public/boot.js).

// Light or dark as the visitor chose before.
try {
  const theme = localStorage.getItem("career-ladder:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the page follows the system.
}

// No text becomes a script (see the content security policy) but the addresses that this page was
// built with; with no rule for HTML here, none is made from text at all.
const { dataset } = document.currentScript;
const ours = new Set(Object.values(dataset));
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (ours.has(address) ? address : null),
});

// A ladder that the address names is read while the page starts, and what the page was delivered with
// is of another one: it is not shown (style/base.css), unless something is missing and nothing else will
// be. The reader begins at once, and the program takes it over with all that it said
// (src/browser/reader.rs). One of this host is asked for at once, too; nobody needs to agree to that. A
// reader that fails is forgotten; the next one is told of.
globalThis.earlyReader = undefined;
const wanted = new URLSearchParams(location.search).get("ladder");
if (dataset.reader && wanted) {
  const { dataset: page } = document.documentElement;
  page.opening = "";
  addEventListener("error", () => delete page.opening, true);
  const worker = new Worker(dataset.reader, { type: "module" });
  const early = { worker, said: [], asked: wanted.startsWith(`${location.origin}/`) && wanted };
  globalThis.earlyReader = early;
  worker.onmessage = (event) => early.said.push(event);
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    globalThis.earlyReader = undefined;
  };
  if (early.asked) {
    worker.postMessage(["address to keep", wanted]);
    // What can wait for it does (public/boot.js), but not for one that nobody takes over: a document has 15
    // seconds to arrive.
    early.ended = new Promise((resolve) => {
      worker.terminate = () => resolve(Worker.prototype.terminate.call(worker));
      setTimeout(resolve, 20_000);
    });
  }
}

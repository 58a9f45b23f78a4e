// The page's only script: what cannot wait for the first paint, which waits for it (`blocking` in
// Trunk.toml), and then the program behind the page. One file, because every request that comes with the
// styles holds them up.

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
const { js, jsIntegrity = "", wasm, wasmIntegrity = "", offline, offlineIntegrity = "" } = dataset;
const { later, laterIntegrity = "", reader } = dataset;
const { dataset: page } = document.documentElement;

// A ladder that the address names is read while the page starts, and what the page was delivered with
// is of another one: it is not shown (style/base.css), unless something is missing and nothing else will
// be. The reader begins at once, and the program takes it over with all that it said
// (src/browser/reader.rs). One of this host is asked for at once, too; nobody needs to agree to that. A
// reader that fails, or that the browser refuses, is forgotten; the next one is told of.
function readEarly(wanted) {
  page.opening = "";
  addEventListener("error", () => delete page.opening, true);
  let worker;
  try {
    worker = new Worker(reader, { type: "module" });
  } catch {
    return undefined;
  }
  const early = { worker, said: [], asked: wanted.startsWith(`${location.origin}/`) && wanted };
  worker.onmessage = (event) => early.said.push(event);
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    globalThis.earlyReader = undefined;
  };
  if (early.asked) {
    worker.postMessage(["address to keep", wanted]);
    // What can wait for it does, but not for one that nobody takes over: a document has 15 seconds to arrive.
    early.ended = new Promise((resolve) => {
      worker.terminate = () => resolve(Worker.prototype.terminate.call(worker));
      setTimeout(resolve, 20_000);
    });
  }
  return early;
}

// Where the program cannot start or breaks, the page says so in words and its content stays as it is:
// everything can still be read, and links work as links.
const sentences = {
  unable: "This browser cannot run WebAssembly, so filters and search do not work. Everything else can be read.",
  missing: "A part of this page did not arrive, so filters and search do not work. Reload to try again.",
  ended: "Something broke on this page. What you see can still be read; reload to go on.",
  broken: "This page could not start, so filters and search do not work. Everything else can be read.",
};

function say(sentence, reason) {
  const trouble = document.getElementById("trouble");
  // A sentence that stands there already knows more than this one.
  if (trouble?.hidden) {
    trouble.textContent = sentence;
    trouble.hidden = false;
  }
  delete page.opening;
  otherStyles();
  console.warn(reason);
}

// An import alone would take a script that differs from its digest; an element refuses it, and what
// is imported afterwards is what the element loaded.
async function module(address, integrity) {
  const script = document.createElement("script");
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} did not arrive`));
  });
  Object.assign(script, { type: "module", integrity, src: address });
  document.head.append(script);
  await loaded;
  return import(address);
}

// The styles that are not needed before the page answers. The program shows what needs them once they
// have come (src/browser/styles.rs).
function otherStyles() {
  if (!later || document.querySelector(`link[href="${later}"]`)) return;
  const link = document.createElement("link");
  link.dataset.coming = "";
  link.onload = link.onerror = () => delete link.dataset.coming;
  Object.assign(link, { rel: "stylesheet", integrity: laterIntegrity, href: later });
  document.head.append(link);
}

// What a browser keeps for a year must not stay damaged for a year: where something differs from its
// digest or did not arrive, it is asked of the host once more, past what is kept and in its place.
const anew = { cache: "reload" };

async function program() {
  const how = { credentials: "same-origin", integrity: wasmIntegrity };
  const response = await fetch(wasm, how).catch(() => fetch(wasm, { ...how, ...anew }));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

// The program ends where it breaks, and cannot say so itself.
function noticeWhenBroken({ error, reason = error }) {
  if (!(reason instanceof WebAssembly.RuntimeError)) return;
  page.broken = "";
  say(sentences.ended, reason);
}

// A browser that draws nothing new may not count that as rest.
function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act, { timeout: 1_000 });
  else setTimeout(act, 500);
}

// All of the page, which the program takes the place of.
function delivered() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
}

async function start(earlyReader) {
  if (typeof WebAssembly !== "object") {
    await delivered();
    return say(sentences.unable, "no WebAssembly");
  }
  addEventListener("error", noticeWhenBroken);
  addEventListener("unhandledrejection", noticeWhenBroken);
  // Pages of another ladder than their own are drawn with all styles.
  if (earlyReader) otherStyles();
  try {
    const all = [module(js, jsIntegrity), program(), delivered()];
    const [{ default: run }, response] = await Promise.all(all);
    try {
      await run({ module_or_path: response });
      otherStyles();
      // What is kept for later comes once the page answers and has nothing else to do, nor has the
      // reader. A page of which this part does not arrive is whole without it.
      await earlyReader?.ended;
      if (offline) whenIdle(() => module(offline, offlineIntegrity).catch(console.info));
    } catch (reason) {
      say(sentences.broken, reason);
    }
  } catch (reason) {
    await delivered();
    say(sentences.missing, reason);
    // A browser asks for a module once a page: this one is there with the next.
    fetch(js, anew).catch(console.info);
  }
}

const wanted = new URLSearchParams(location.search).get("ladder");
globalThis.earlyReader = reader && wanted ? readEarly(wanted) : undefined;
start(globalThis.earlyReader);

// Loads and starts the program. The build puts this script into every page, and the policy allows it by its
// digest; it also allows what this script loads, and no other script except the one that applies the theme.

// Trusted Types: only the script URLs this page was built with are allowed. Leptos clones fixed markup
// from `<template>` elements, so HTML is allowed if it holds nothing that runs or loads: no scripts,
// styles or frames, no event handlers, no addresses of scripts.
const { dataset } = document.currentScript;
const scriptUrls = new Set(Object.values(dataset));
const unsafeHtml =
  /<\/?(?:script|style|i?frame|object|embed|base|meta|link|template|noscript)\b|[\s"'/]on\w+\s*=|\ssrc(?:doc|set)?\s*=|=\s*["']?\s*(?:javascript|data):/i;
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => (scriptUrls.has(url) ? url : null),
  createHTML: (html) => (unsafeHtml.test(html) ? null : html),
});
const { js, jsIntegrity = "", wasm, wasmIntegrity = "", offline, offlineIntegrity = "" } = dataset;
const { styles, stylesIntegrity = "", reader } = dataset;
const { dataset: page } = document.documentElement;

// If the URL names a ladder, starts the reader worker while the page is still loading. The program
// takes the worker over, with the messages received so far (src/browser/reader.rs). A ladder on this
// host is requested at once, because that needs no consent from the visitor. If the worker fails to start,
// it is dropped; the program starts another and reports its errors.
function startReader(ladderUrl) {
  let worker;
  try {
    worker = new Worker(reader, { type: "module" });
  } catch {
    return undefined;
  }
  const isOwnHost = ladderUrl.startsWith(`${location.origin}/`);
  const early = { worker, messages: [], requested: isOwnHost && ladderUrl };
  worker.onmessage = (event) => early.messages.push(event);
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    globalThis.earlyReader = undefined;
  };
  if (early.requested) {
    worker.postMessage(["fetch-and-store", ladderUrl]);
    // Resolves when the reader is done, so that less urgent work can wait for it. The timeout covers a
    // reader that the program never takes over; a ladder has 15 seconds to arrive.
    early.ended = new Promise((resolve) => {
      worker.terminate = () => resolve(Worker.prototype.terminate.call(worker));
      setTimeout(resolve, 20_000);
    });
  }
  return early;
}

// If the program fails to start or breaks, one of these is shown. The prerendered content stays and
// its links keep working.
const messages = {
  unsupported:
    "Your browser doesn’t support WebAssembly, so filters and search are off. You can still read everything.",
  notLoaded: "Part of this page didn’t load, so filters and search are off. Reload to try again.",
  crashed: "Something went wrong. You can keep reading; reload to carry on.",
  notStyled: "Part of the page’s design didn’t load, so it looks plain. Reload to try again.",
  notStarted: "The page couldn’t start, so filters and search are off. You can still read everything.",
};

function showError(message, reason) {
  const trouble = document.getElementById("trouble");
  // Keep a message that is already shown; it is more specific.
  if (trouble?.hidden) {
    trouble.textContent = message;
    trouble.hidden = false;
  }
  delete page.opening;
  loadStyles();
  console.warn(reason);
}

// `import()` alone does not check integrity, but a script element does. The import that follows
// reuses the module the element loaded.
async function importModule(url, integrity) {
  const script = document.createElement("script");
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${url} did not load`));
  });
  Object.assign(script, { type: "module", integrity, src: url });
  document.head.append(script);
  await loaded;
  return import(url);
}

// The page contains the styles of its first view. Loads all styles, for everything else. The program waits
// for them before it shows anything that needs them (src/browser/styles.rs).
function loadStyles() {
  if (!styles || document.querySelector(`link[href="${styles}"]`)) return;
  const link = document.createElement("link");
  link.dataset.loading = "";
  link.onload = () => delete link.dataset.loading;
  link.onerror = () => {
    delete link.dataset.loading;
    domReady().then(() => showError(messages.notStyled, `${styles} did not load`));
  };
  Object.assign(link, { rel: "stylesheet", integrity: stylesIntegrity, href: styles });
  document.head.append(link);
}

// Assets are cached for a year, and so is a damaged copy. If a file fails to load or its digest
// differs, fetch it again past the HTTP cache, which also replaces the cached copy.
const bypassCache = { cache: "reload" };

async function fetchProgram() {
  // The mode and credentials of a preload without `crossorigin`, which every browser reuses.
  const options = { mode: "no-cors", credentials: "include", integrity: wasmIntegrity };
  const response = await fetch(wasm, options).catch(() => fetch(wasm, { ...options, ...bypassCache }));
  if (!response.ok) throw new Error(`${response.url} returned ${response.status}`);
  return response;
}

// A WebAssembly panic ends the program, so it cannot report the panic itself.
function onError({ error, reason = error }) {
  if (!(reason instanceof WebAssembly.RuntimeError)) return;
  page.broken = "";
  showError(messages.crashed, reason);
}

// Without the timeout, a browser that paints nothing new may never report that it is idle.
function whenIdle(callback) {
  if (globalThis.requestIdleCallback) requestIdleCallback(callback, { timeout: 1_000 });
  else setTimeout(callback, 500);
}

// Resolves when the HTML is parsed; the program replaces all of it.
async function domReady() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
}

async function start(earlyReader) {
  if (typeof WebAssembly !== "object") {
    await domReady();
    return showError(messages.unsupported, "no WebAssembly");
  }
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onError);
  // A ladder named by the URL needs all styles for its first view.
  if (earlyReader) loadStyles();
  try {
    const all = [importModule(js, jsIntegrity), fetchProgram(), domReady()];
    const [{ default: run }, response] = await Promise.all(all);
    try {
      await run({ module_or_path: response });
      loadStyles();
      // Offline support starts once the reader is done and the page is idle. The page works without it.
      await earlyReader?.ended;
      if (offline) whenIdle(() => importModule(offline, offlineIntegrity).catch(console.info));
    } catch (reason) {
      showError(messages.notStarted, reason);
    }
  } catch (reason) {
    await domReady();
    showError(messages.notLoaded, reason);
    // A module is requested only once per page load, so this repairs the cache for the next load.
    fetch(js, bypassCache).catch(console.info);
  }
}

const ladderUrl = new URLSearchParams(location.search).get("ladder");
globalThis.earlyReader = reader && ladderUrl ? startReader(ladderUrl) : undefined;
start(globalThis.earlyReader);

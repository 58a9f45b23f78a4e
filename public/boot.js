// Starts the program behind the page. Where that fails, it says so in words and leaves the
// content as it is: everything can still be read, and links work as links.

const { dataset } = document.querySelector("script[data-wasm]");
const { js, jsIntegrity = "", wasm, wasmIntegrity = "", offline, offlineIntegrity = "" } = dataset;
const { later, laterIntegrity = "" } = dataset;

// No text becomes a script (see the content security policy) but the addresses that this page was
// built with; with no rule for HTML here, none is made from text at all.
const ours = new Set(Object.values(dataset));
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (ours.has(address) ? address : null),
});

const sentences = {
  unable: "This browser cannot run WebAssembly, so filters and search do not work here. Everything else can be read.",
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
  console.warn(reason);
}

// An import alone would take a script that differs from its digest; an element refuses it, and what
// is imported afterwards is what the element loaded.
function module(address, integrity) {
  const script = document.createElement("script");
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} did not arrive`));
  });
  Object.assign(script, { type: "module", integrity, src: address });
  document.head.append(script);
  return loaded.then(() => import(address));
}

// The styles that only other pages need. The program shows those once they have come
// (src/browser/styles.rs).
function otherStyles() {
  if (!later || document.querySelector(`link[href="${later}"]`)) return;
  const link = document.createElement("link");
  link.dataset.coming = "";
  link.onload = link.onerror = () => delete link.dataset.coming;
  Object.assign(link, { rel: "stylesheet", integrity: laterIntegrity, href: later });
  document.head.append(link);
}

// A ladder that the address names is read while the page starts: its reader begins at once, and the
// program takes it over with all that it said (src/browser/reader.rs). One of this host is asked for at
// once, too; nobody needs to agree to that. A reader that fails is forgotten; the next one is told of.
const wanted = new URLSearchParams(location.search).get("ladder");
if (dataset.reader && wanted) {
  const worker = new Worker(dataset.reader, { type: "module" });
  otherStyles();
  const early = { worker, said: [], asked: wanted.startsWith(`${location.origin}/`) && wanted };
  globalThis.earlyReader = early;
  worker.onmessage = (event) => {
    if (early.said.push(event) === 1 && early.asked) worker.postMessage(["address to keep", wanted]);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    globalThis.earlyReader = undefined;
  };
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
  document.documentElement.dataset.broken = "";
  say(sentences.ended, reason);
}

function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act);
  else setTimeout(act, 500);
}

if (typeof WebAssembly !== "object") {
  say(sentences.unable, "no WebAssembly");
} else {
  addEventListener("error", noticeWhenBroken);
  addEventListener("unhandledrejection", noticeWhenBroken);
  try {
    const [{ default: start }, response] = await Promise.all([module(js, jsIntegrity), program()]);
    try {
      await start({ module_or_path: response });
      otherStyles();
      // What is kept for later comes once the page answers and has nothing else to do. A page of which
      // this part does not arrive is whole without it.
      if (offline) whenIdle(() => module(offline, offlineIntegrity).catch(console.info));
    } catch (reason) {
      say(sentences.broken, reason);
    }
  } catch (reason) {
    say(sentences.missing, reason);
    // A browser asks for a module once a page: this one is there with the next.
    fetch(js, anew).catch(console.info);
  }
}

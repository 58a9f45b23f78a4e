// Starts the program behind the page. Where that fails, it says so in words and leaves the
// content as it is: everything can still be read, and links work as links. The addresses of what it
// needs stand with the script that ran first (public/first.js).

const first = document.querySelector("script[data-wasm]");
const { dataset } = first;
const { js, jsIntegrity = "", wasm, wasmIntegrity = "", offline, offlineIntegrity = "" } = dataset;
const { later, laterIntegrity = "" } = dataset;

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
  delete document.documentElement.dataset.opening;
  otherStyles();
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

// What runs first does so as soon as it is there, which may be after this. That it did not come, all is
// known of once the page is complete.
if (!("earlyReader" in globalThis) && document.readyState !== "complete") {
  await new Promise((go) => {
    first.onload = first.onerror = onload = go;
  });
}
const { earlyReader } = globalThis;

if (typeof WebAssembly !== "object") {
  say(sentences.unable, "no WebAssembly");
} else {
  addEventListener("error", noticeWhenBroken);
  addEventListener("unhandledrejection", noticeWhenBroken);
  // Pages of another ladder than their own are drawn with all styles.
  if (earlyReader) otherStyles();
  try {
    const [{ default: start }, response] = await Promise.all([module(js, jsIntegrity), program()]);
    try {
      await start({ module_or_path: response });
      otherStyles();
      // What is kept for later comes once the page answers and has nothing else to do, nor has the
      // reader. A page of which this part does not arrive is whole without it.
      await earlyReader?.ended;
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

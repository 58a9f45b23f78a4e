// Starts the program behind the page. Where that fails, it says so in words and leaves the
// content as it is: everything can still be read, and links work as links.

const { js, wasm, offline } = document.querySelector("script[data-wasm]").dataset;

const sentences = {
  unable: "This browser cannot run WebAssembly, so filters and search do not work here. Everything else can be read.",
  missing: "A part of this page did not arrive, so filters and search do not work. Reload to try again.",
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

async function arrived() {
  // The preload carries the digest of the program; a program that differs is refused.
  const preload = document.querySelector('link[rel="preload"][as="fetch"][integrity]');
  const program = fetch(wasm, {
    credentials: "same-origin",
    integrity: preload?.integrity ?? "",
  }).then((response) => {
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    return response;
  });
  const [glue, response] = await Promise.all([import(js), program]);
  return { start: glue.default, response };
}

function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act);
  else setTimeout(act, 500);
}

if (typeof WebAssembly !== "object") {
  say(sentences.unable, "no WebAssembly");
} else {
  try {
    const { start, response } = await arrived();
    try {
      await start({ module_or_path: response });
      // What is kept for later comes once the page answers and has nothing else to do.
      if (offline) whenIdle(() => import(offline));
    } catch (reason) {
      say(sentences.broken, reason);
    }
  } catch (reason) {
    say(sentences.missing, reason);
  }
}

// Works behind the page once that answers and has nothing else to do: has the site kept for offline
// use, says when a new version is ready, and marks the page while there is no connection.
// What is kept and how is the worker's business (sw.js, docs/offline.md).

const HOUR = 60 * 60 * 1000;
const TAKE_OVER = "take over";
const TYPED = "career-ladder:typed";

/** @type {ServiceWorkerRegistration | undefined} */
let registration;

/** Whether the visitor asked for the new version in this tab. */
let asked = false;

function markConnection() {
  document.documentElement.toggleAttribute("data-offline", !navigator.onLine);
}

/** Has the site kept, and follows what becomes of it. */
async function keep() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  // A tab of an earlier version works on when another tab takes the new one: it is told as well.
  let wasKept = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (wasKept) say();
    wasKept = true;
  });
  // Who asks for little data is spared the rest of the site.
  if (!wasKept && navigator.connection?.saveData) return;
  const { worker } = document.querySelector("script[data-worker]").dataset;
  registration = await workers.register(worker, { updateViaCache: "none" });
  if (registration.waiting) say();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      // The first version waits for nobody.
      if (registration.waiting === installing && registration.active) say();
    });
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - looked > HOUR) {
      looked = Date.now();
      // Without a connection there is nothing to find.
      registration.update().catch(() => {});
    }
  });
}

/** Says that a new version is ready, once, at the end of the page. */
function say() {
  if (document.querySelector(".new-version")) return;
  // Behind a dialog nothing is read out and nothing can be pressed: it is said once that is closed.
  const dialog = document.querySelector("dialog:modal");
  if (dialog) return dialog.addEventListener("close", say, { once: true });
  const banner = document.createElement("aside");
  banner.className = "new-version";
  banner.setAttribute("aria-label", "New version");
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  banner.append(sentence, button("Reload now", take), button("Later", () => banner.remove()));
  // A press leaves the focus where it is: some fields empty themselves when they lose it.
  banner.addEventListener("mousedown", (event) => event.preventDefault());
  document.body.append(banner);
  // A status is read out when its text changes, so it comes after the element is there.
  setTimeout(() => (sentence.textContent = "A new version is ready."), 100);
}

function button(name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  made.addEventListener("click", act);
  return made;
}

/** Takes the new version: the worker that waits, then one reload; where none waits, the reload. */
function take() {
  asked = true;
  keepTyped();
  if (registration?.waiting) registration.waiting.postMessage(TAKE_OVER);
  else location.reload();
}

const FIELDS = "textarea[id], input[id]:not([type=checkbox], [type=radio], [type=file])";

/** What stands in fields outlives the reload; choices stand in the address and in storage. */
function keepTyped() {
  const filled = [...document.querySelectorAll(FIELDS)].filter((field) => field.value);
  const fields = filled.map(({ id, value }) => [id, value]);
  try {
    const kept = { fields, focused: document.activeElement?.id };
    sessionStorage.setItem(TYPED, JSON.stringify(kept));
  } catch {
    // Storage is blocked or full: the visitor asked for the reload nevertheless.
  }
}

function putBackTyped() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(TYPED));
    sessionStorage.removeItem(TYPED);
    for (const [id, value] of kept?.fields ?? []) {
      const field = document.getElementById(id);
      if (!field || field.value) continue;
      if (id === kept.focused) field.focus({ preventScroll: true });
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  } catch {
    // Storage is blocked: nothing was kept.
  }
}

markConnection();
addEventListener("online", markConnection);
addEventListener("offline", markConnection);
putBackTyped();
keep().catch((reason) => console.info("The site is not kept for offline use:", reason));

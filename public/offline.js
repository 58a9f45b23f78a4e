// Loaded once the page is interactive and idle. Registers the service worker (sw.js, see
// docs/offline.md), offers an update when a new version has been downloaded, and marks the page
// while the browser is offline.

const HOUR = 60 * 60 * 1000;
// The waiting worker listens for this message. It must never change: pages of any version may send
// it to a worker of any other version.
const TAKE_OVER = "take over";
const TYPED = "career-ladder:typed";

/** @type {ServiceWorkerRegistration | undefined} */
let registration;

/** Whether the visitor accepted the update in this tab. */
let updateAccepted = false;

function markConnection() {
  document.documentElement.toggleAttribute("data-offline", !navigator.onLine);
}

/** Registers the service worker and watches for new versions. */
async function registerWorker() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  // When another tab accepts the update, this tab keeps running its old version and offers the
  // update too.
  let wasControlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (updateAccepted) location.reload();
    else if (wasControlled) offerUpdate();
    wasControlled = true;
  });
  // Do not download the whole site for visitors who asked to save data.
  if (!wasControlled && navigator.connection?.saveData) return;
  const { worker } = document.querySelector("script[data-worker]").dataset;
  registration = await workers.register(worker, { updateViaCache: "none" });
  if (registration.waiting) offerUpdate();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      // The first version activates at once and needs no offer.
      if (registration.waiting === installing && registration.active) offerUpdate();
    });
  });
  let lastCheck = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - lastCheck > HOUR) {
      lastCheck = Date.now();
      // Fails while offline, when there is nothing to find anyway.
      registration.update().catch(() => {});
    }
  });
}

/** Shows the update banner at the end of the page, unless it is there already. */
function offerUpdate() {
  if (document.querySelector(".new-version")) return;
  // Behind a modal dialog the banner is neither announced nor clickable, so wait until it closes.
  const dialog = document.querySelector("dialog:modal");
  if (dialog) return dialog.addEventListener("close", offerUpdate, { once: true });
  const banner = document.createElement("aside");
  banner.className = "new-version";
  banner.setAttribute("aria-label", "Update");
  // By keyboard, the focus was on the button that disappears.
  const dismiss = () => {
    const hadFocus = banner.contains(document.activeElement);
    banner.remove();
    if (hadFocus) document.querySelector("main h1")?.focus();
  };
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  banner.append(status, button("Update now", update), button("Not now", dismiss));
  // Clicking a button must not move the focus: some fields clear themselves when they lose it.
  banner.addEventListener("mousedown", (event) => event.preventDefault());
  document.body.append(banner);
  // Screen readers announce a status when its text changes, so set the text after inserting it.
  setTimeout(() => (status.textContent = "An update is ready."), 100);
}

function button(label, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", onClick);
  return element;
}

/** Activates the waiting worker and reloads once. If no worker is waiting, just reloads. */
function update() {
  updateAccepted = true;
  saveTyped();
  if (registration?.waiting) registration.waiting.postMessage(TAKE_OVER);
  else location.reload();
}

const FIELDS = "textarea[id], input[id]:not([type=checkbox], [type=radio], [type=file])";

/** Saves the text in fields across the reload. Choices are in the URL or in storage already. */
function saveTyped() {
  const filled = [...document.querySelectorAll(FIELDS)].filter((field) => field.value);
  const fields = filled.map(({ id, value }) => [id, value]);
  try {
    const saved = { fields, focused: document.activeElement?.id };
    sessionStorage.setItem(TYPED, JSON.stringify(saved));
  } catch {
    // Storage is blocked or full. The visitor asked for the reload, so go on without.
  }
}

function restoreTyped() {
  try {
    const saved = JSON.parse(sessionStorage.getItem(TYPED));
    sessionStorage.removeItem(TYPED);
    for (const [id, value] of saved?.fields ?? []) {
      const field = document.getElementById(id);
      if (!field || field.value) continue;
      if (id === saved.focused) field.focus({ preventScroll: true });
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  } catch {
    // Storage is blocked, so nothing was saved.
  }
}

markConnection();
addEventListener("online", markConnection);
addEventListener("offline", markConnection);
restoreTyped();
registerWorker().catch((reason) => console.info("The site is not available offline:", reason));

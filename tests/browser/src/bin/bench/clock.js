// Runs in each page before its own scripts, and measures to the end of a frame: a message that is posted
// while a frame begins arrives when it is drawn. Times are absolute, so that they survive a navigation.
globalThis.bench = (() => {
  const channel = new MessageChannel();
  const now = () => performance.timeOrigin + performance.now();
  const absolute = (event) => performance.timeOrigin + event.timeStamp;
  let watch = null;
  let result = null;

  const begin = () => channel.port2.postMessage(0);
  channel.port1.onmessage = () => {
    if (!watch) return;
    const value = watch.since === null ? undefined : watch.step(now());
    if (value === undefined) requestAnimationFrame(begin);
    else {
      result = { value };
      watch = null;
    }
  };
  const start = (next, event) => {
    result = null;
    watch = next;
    const mark = (event) => (next.since = absolute(event));
    if (event) addEventListener(event, mark, { capture: true, once: true });
    requestAnimationFrame(begin);
  };

  // What a page has to show: headings, or the number of skills in the matrix.
  const isShown = ({ h1, h2, skills }) => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent.trim());
    if (h1 !== undefined && !texts("main h1").includes(h1)) return false;
    if (h2 !== undefined && !texts("main h2").includes(h2)) return false;
    if (skills === undefined) return true;
    return (
      texts("main [role=status]").some((text) => text.replace(/,/g, "").startsWith(`${skills} skills`)) &&
      document.querySelectorAll("main [role=grid] [role=rowheader] a").length > 12
    );
  };
  const shown = (wanted, since) => ({
    since,
    wanted,
    step: (end) => (isShown(wanted) ? end - watch.since : undefined),
  });

  // The last change inside the table after a key; null if there is none.
  const changed = (quiet) => {
    let isChanged = false;
    let last = null;
    const inTable = ({ target }) =>
      (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest("table, [role=grid]");
    const observer = new MutationObserver((records) => (isChanged ||= records.some(inTable)));
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document.querySelector("main"), everything);
    return {
      since: null,
      step(end) {
        if (isChanged) last = end;
        isChanged = false;
        if (end - (last ?? this.since) < quiet) return undefined;
        observer.disconnect();
        return last === null ? null : last - this.since;
      },
    };
  };

  // A page that is loaded goes on measuring for the one before it.
  try {
    const left = sessionStorage.getItem("bench");
    sessionStorage.removeItem("bench");
    if (left) {
      const { wanted, since } = JSON.parse(left);
      start(shown(wanted, since));
    }
  } catch {
    // about:blank has no storage.
  }
  addEventListener("pagehide", () => {
    if (watch?.wanted && watch.since !== null) sessionStorage.setItem("bench", JSON.stringify(watch));
  });

  // The memory of a program in WebAssembly.
  let memory = null;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      memory = (made.instance ?? made).exports.memory ?? memory;
      return made;
    };
  }

  return {
    // Measures from the next event of a type.
    shownAfter: (event, wanted) => start(shown(wanted, null), event),
    // Measures from now.
    shownFromNow: (wanted) => start(shown(wanted, now())),
    // Measures from the navigation.
    shownFromStart: (wanted) => start(shown(wanted, performance.timeOrigin)),
    changedAfterKey: (quiet) => start(changed(quiet), "keydown"),
    result: () => result,
    wasmBytes: () => memory?.buffer.byteLength ?? 0,
  };
})();

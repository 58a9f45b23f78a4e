// Starts the reader in its worker (crates/reader). The wasm file is requested together with its
// JavaScript. Messages that arrive before the reader is ready are handed over once it is.

const wasm = fetch(new URL("./reader_bg.wasm", import.meta.url));
wasm.catch(() => {});
const waiting = [];
onmessage = (event) => waiting.push(event);

import("./reader.js")
  .then(({ default: init }) => init({ module_or_path: wasm }))
  .then(() => waiting.forEach((event) => onmessage(event)))
  // Only an uncaught error outside of a promise reaches the page's `worker.onerror`.
  .catch((error) => setTimeout(() => { throw error; }));

// `node build.js FOLDER` builds the reference pages: `react/`, `by-hand/` and `no-script/` in that folder.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { prepare } from "./ladder.js";
import { pages } from "./pages.js";

const root = dirname(fileURLToPath(import.meta.url));
if (!process.argv[2]) throw new Error("usage: node build.js FOLDER");
const out = resolve(process.argv[2]);
const read = (file) => readFileSync(join(root, file), "utf8");
const all = pages(prepare(JSON.parse(read("../public/ladders/ai-developer.json"))));

/** Writes the pages of a site, and what every site has. */
function write(target, html) {
  for (const page of all) {
    const folder = join(out, target, page.path);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), html(page));
  }
  // Hosts send this page for unknown paths.
  writeFileSync(join(out, target, "404.html"), html(all[0]));
  copyFileSync(join(root, "../public/favicon.svg"), join(out, target, "favicon.svg"));
}

/** Bundles a site for production; returns its files. */
async function bundle(target, plugins, options) {
  const common = { outDir: join(out, target), emptyOutDir: true, target: "es2022" };
  const settings = { root: join(root, target), configFile: false, logLevel: "warn", plugins };
  return (await build({ ...settings, build: { ...common, ...options } })).output;
}

/** Fills a page: its content stands in the HTML, and so do styles and script. */
function fill(template, { title, content }, script) {
  return template
    .replace("<title>", () => `<title>${title}`)
    .replace("<style>", () => `<style>${styles}`)
    .replace("<body>", () => `<body>\n${content}`)
    .replace('<script type="module">', (tag) => tag + script.replaceAll("</script", "<\\/script"));
}

const styles = read("page.css")
  .replace(/\/\*.*?\*\/\n?/gs, "")
  .replace(/\n/g, "");

// React renders in the browser, so every path has the same page.
const rendered = await bundle("react", [react()]);
write("react", () => rendered.find(({ fileName }) => fileName === "index.html").source);

const [{ code }] = await bundle("by-hand", [], {
  write: false,
  modulePreload: false,
  rolldownOptions: { input: join(root, "by-hand/main.js") },
});
for (const [target, script] of [["by-hand", code], ["no-script", ""]]) {
  rmSync(join(out, target), { recursive: true, force: true });
  const template = read(`${target}/index.html`);
  write(target, (page) => fill(template, page, script));
}

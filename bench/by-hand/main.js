// The site in plain JavaScript. The first page stands in the HTML; later ones are put into the document without
// loading a page.
import bundled from "../../public/ladders/ai-developer.json";
import { header, ladderPage, matrixTable, rolePage, skillsPage } from "../html.js";
import { isLarge, load, playerUrl, route } from "../ladder.js";
import { filterTable } from "./table.js";
import { showVirtualTable } from "./virtual-table.js";

const ladder = await load(bundled);

// The HTML shows the bundled ladder.
const isShown = ladder.query === "";
if (!isShown) document.querySelector("header").outerHTML = header(ladder);
const main = document.querySelector("main");

function show() {
  const { page, at } = route(ladder, location.pathname);
  if (page === "role") {
    document.title = ladder.roles[at].title;
    main.innerHTML = rolePage(ladder, at);
  } else if (page === "skills") {
    document.title = "Skills";
    main.innerHTML = skillsPage(ladder, isLarge(ladder) ? "<div></div>" : matrixTable(ladder));
    makeInteractive();
  } else {
    document.title = ladder.title;
    main.innerHTML = ladderPage(ladder);
  }
}

function makeInteractive() {
  if (isLarge(ladder)) showVirtualTable(main, ladder);
  else filterTable(main, ladder);
}

document.addEventListener("click", (event) => {
  const video = event.target.closest("[data-video]");
  if (video) {
    const player = document.createElement("iframe");
    player.src = playerUrl(video.dataset.video);
    player.allow = "autoplay; fullscreen";
    player.title = video.getAttribute("aria-label");
    video.replaceWith(player);
    return;
  }
  const link = event.target.closest("a");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || link.origin !== location.origin) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show();
  scrollTo(0, 0);
});
addEventListener("popstate", show);
if (!isShown) show();
else if (main.querySelector("#filter")) makeInteractive();
performance.mark("interactive");

// The site with React, rendered in the browser.
import { useEffect, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import bundled from "../../public/ladders/ai-developer.json";
import { load, route } from "../ladder.js";
import "../page.css";
import { LadderPage } from "./ladder-page.jsx";
import { RolePage } from "./role-page.jsx";
import { Link, usePath } from "./router.jsx";
import { SkillsPage } from "./skills-page.jsx";

function App({ ladder }) {
  const { page, at } = route(ladder, usePath());
  const title = page === "role" ? ladder.roles[at].title : page === "skills" ? "Skills" : ladder.title;
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    performance.mark("interactive");
  }, []);
  return (
    <>
      <header className="site">
        <Link className="brand" href={`/${ladder.query}`}>Career Ladder</Link>
        <nav aria-label="Main">
          <Link href={`/${ladder.query}`}>Ladder</Link>
          <Link href={`/skills${ladder.query}`}>Skills</Link>
        </nav>
      </header>
      <main>
        {page === "ladder" && <LadderPage ladder={ladder} />}
        {page === "role" && <RolePage key={at} ladder={ladder} at={at} />}
        {page === "skills" && <SkillsPage ladder={ladder} />}
      </main>
    </>
  );
}

const ladder = await load(bundled);
createRoot(document.querySelector("#root")).render(<App ladder={ladder} />);

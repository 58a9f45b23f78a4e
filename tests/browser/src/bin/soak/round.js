// Defines `round`, which goes from the ladder through every kind of page and back. It runs inside the page, because
// every script that the driver sends keeps some memory.
globalThis.round = async () => {
    const until = async (what, find) => {
        for (let frame = 0; frame < 600; frame++) {
            const found = find();
            if (found) return found;
            await new Promise(requestAnimationFrame);
        }
        throw new Error(`timed out waiting for ${what}`);
    };
    const text = (element) => element?.textContent.trim() ?? "";
    const click = async (selector, start) => {
        const matches = (element) => text(element).startsWith(start) && element.checkVisibility();
        const find = () => [...document.querySelectorAll(selector)].find(matches);
        (await until(`${selector} "${start}"`, find)).click();
    };
    const heading = (title) =>
        until(`the heading "${title}"`, () =>
            text(document.querySelector("main h1")) === title &&
            !document.querySelector("main").innerText.includes("Loading"));
    const status = (part) =>
        until(`the status "${part}"`, () =>
            [...document.querySelectorAll('[role="status"]')].some((element) => text(element).includes(part)));
    const enter = async (selector, value) => {
        const field = await until(selector, () => document.querySelector(selector));
        field.focus();
        field.value = value;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    const choose = (selector, value) => {
        const field = document.querySelector(selector);
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
    };

    await click(".role-card a", "Project Manager");
    await heading("Project Manager");
    await click('[aria-keyshortcuts="ArrowRight"]', "");
    await heading("Vice President (VP) of AI");
    history.back();
    await heading("Project Manager");
    await click("nav a", "Skills");
    await heading("Skills");
    await enter("#filter-skills", "budget");
    await status("1 of 19 skills");
    await click(".skill-matrix a", "Budgeting");
    await heading("Budgeting");
    await click("nav a", "Compare");
    await heading("Compare two roles");
    choose("#compare-from", "team-leader");
    choose("#compare-to", "project-manager");
    await heading("From Team Leader to Project Manager");
    await click("main a", "Plan this move");
    await heading("My plan");
    for (const rating of ["Learning", "Have it"]) {
        await click("#plan-budgeting label", rating);
        await status("Saved");
    }
    await click("header button", "Search");
    await enter("dialog[open] [role='combobox']:focus", "python");
    await until("a hit", () => text(document.querySelector("dialog[open]")).includes("Python"));
    await click('dialog[open] [aria-label="Close search"]', "");
    await click("nav a", "Ladder");
    await heading("Career Progression for AI Developers");
};

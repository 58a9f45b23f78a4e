// Returns the elements that may have a role: visible ones whose tag implies it, or that name it. If a name is
// given, only those whose texts contain all its words. The engine computes role and name of what is left.
const [parent, role, name] = arguments;
const implied = {
    article: "article",
    banner: "header:not(:is(article, aside, main, nav, section) *)",
    button: "button, input[type=button], input[type=submit]",
    cell: "table:not([role=grid]) td",
    checkbox: "input[type=checkbox]",
    columnheader: "th[scope=col]",
    combobox: "select",
    complementary: "aside",
    contentinfo: "footer:not(:is(article, aside, main, nav, section) *)",
    dialog: "dialog",
    group: "fieldset, details",
    gridcell: "[role=grid] td",
    heading: "h1, h2, h3, h4, h5, h6",
    Iframe: "iframe",
    image: "img",
    link: "a[href]",
    list: "ul, ol",
    listitem: "li",
    main: "main",
    navigation: "nav",
    option: "option",
    progressbar: "progress",
    radio: "input[type=radio]",
    region: "section:is([aria-label], [aria-labelledby])",
    row: "tr",
    rowheader: "th:is([scope=row], [scope=rowgroup])",
    searchbox: "input[type=search]",
    spinbutton: "input[type=number]",
    status: "output",
    table: "table",
    textbox: "input:is(:not([type]), [type=text], [type=url], [type=email]), textarea",
}[role];
const selector = [`[role=${role}]`, ...(implied ? [`:is(${implied}):not([role])`] : [])].join();
const normalize = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
const words = name === null ? [] : normalize(name).split(" ");
const texts = (element) => {
    const labelled = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)
        .map((id) => id && document.getElementById(id)?.textContent);
    const attributes = ["aria-label", "alt", "title", "placeholder", "value"].map((key) => element.getAttribute(key));
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const parts = [...element.querySelectorAll("[aria-label], [alt]")]
        .map((part) => part.getAttribute("aria-label") ?? part.alt);
    return normalize([...labelled, ...attributes, ...labels, ...parts, element.textContent].join(" "));
};
// An option of a closed list is reached through it; a visually hidden radio button has its label.
const isVisible = (element) =>
    (element.checkVisibility({ visibilityProperty: true }) || element.matches("option"))
    && !element.closest("[aria-hidden=true], [inert]");
// While a modal dialog is open, everything else is inert.
const modal = [...document.querySelectorAll("dialog:modal")].pop();
return [...(parent ?? document).querySelectorAll(selector)].filter((element) => {
    if (!isVisible(element) || (modal && !modal.contains(element))) return false;
    const text = words.length > 0 ? texts(element) : "";
    return words.every((word) => text.includes(word));
});

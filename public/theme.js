// Light or dark as the visitor chose before, set ahead of the first paint.
try {
  const theme = localStorage.getItem("career-ladder:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the page follows the system.
}

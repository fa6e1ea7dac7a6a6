// Up and down a table of people by the keyboard: j and k, and / for the search. Links do the same without it.
export function rows(table) {
  const links = [...table.querySelectorAll("tbody th a")];
  const help = document.querySelector("[data-rows-help]");
  if (help) help.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("input[type=search]")?.focus();
      return;
    }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  });
}

import { autocomplete } from "./autocomplete.js";

// The filters open in the list instead of on their own page; their counts are asked for when they first open.
export function filters(link) {
  const place = document.getElementById(link.dataset.filters);
  if (!place) return;
  let loaded = place.querySelector("fieldset") !== null;
  const show = (open) => {
    link.setAttribute("aria-expanded", open);
    if (loaded) place.hidden = !open;
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-controls", place.id);
  show(loaded);

  const load = async () => {
    const url = new URL(link.href);
    url.searchParams.set("fragment", "1");
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(answer.status);
    place.innerHTML = await answer.text();
    for (const input of place.querySelectorAll("input[data-suggest-url]")) autocomplete(input);
    loaded = true;
  };

  const toggle = async () => {
    const open = link.getAttribute("aria-expanded") !== "true";
    try {
      if (!loaded) await load();
      show(open);
      if (open) place.querySelector("a, input, select")?.focus();
    } catch {
      location.assign(link.href);
    }
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle();
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    show(false);
    link.focus();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle();
  });
}

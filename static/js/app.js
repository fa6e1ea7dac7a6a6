import { autocomplete } from "./autocomplete.js";
import { filters } from "./filters.js";
import { live } from "./live.js";
import { rows } from "./rows.js";
import { ticked } from "./ticked.js";

document.documentElement.classList.add("js");

for (const input of document.querySelectorAll("input[data-suggest-url]")) autocomplete(input);
for (const link of document.querySelectorAll("a[data-filters]")) filters(link);
for (const region of document.querySelectorAll("[data-live]")) live(region);
for (const table of document.querySelectorAll("table[data-rows]")) rows(table);
for (const form of document.querySelectorAll("form[data-ticks]")) ticked(form);
for (const form of document.querySelectorAll("form[data-push]")) import("./push.js").then(({ push }) => push(form));

for (const form of document.querySelectorAll("form[data-autosubmit]")) {
  for (const button of form.querySelectorAll("[data-autosubmit-button]")) button.hidden = true;
  form.addEventListener("change", () => form.requestSubmit());
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy);
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    const status = document.querySelector(button.dataset.copyStatus);
    if (status) status.textContent = button.dataset.copied;
  });
}

// Back to the search as it was left, when one came from there.
for (const link of document.querySelectorAll("a[data-back]")) {
  const from = document.referrer && new URL(document.referrer);
  const list = new URL(link.href);
  if (from && from.origin === location.origin && [list.pathname, `${list.pathname}/carte`].includes(from.pathname)) link.href = from.href;
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

document.querySelector("[data-focus]")?.focus();

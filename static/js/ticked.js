// How many are ticked, on the button that takes them; without it the button does the same.
export function ticked(form) {
  const place = form.querySelector("[data-ticked]");
  if (!place) return;
  const count = () => {
    const n = form.querySelectorAll("input[type=checkbox]:checked").length;
    place.textContent = n ? ` (${n})` : "";
  };
  form.addEventListener("change", count);
  // What was ticked comes back with the page.
  addEventListener("pageshow", count);
  count();
}

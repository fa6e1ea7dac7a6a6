// The ARIA combobox with a list of suggestions; the server understands free text, so this is only faster.
let serial = 0;

export function autocomplete(input) {
  const words = input.dataset;
  const target = words.suggestTarget && document.querySelector(words.suggestTarget);
  const list = Object.assign(document.createElement("ul"), { id: `suggest-${++serial}`, className: "suggest", hidden: true });
  const status = Object.assign(document.createElement("span"), { className: "visually-hidden" });
  let active = -1, timer, request;

  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestLabel ?? input.labels[0]?.textContent ?? "");
  status.setAttribute("role", "status");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" })) input.setAttribute(name, value);
  input.after(list, status);

  const close = () => {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (index) => {
    const options = [...list.children];
    active = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", i === active));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };

  const choose = (option) => {
    input.value = option.textContent;
    if (target) target.value = option.dataset.value;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const show = (items) => {
    list.replaceChildren(...items.map(({ value, label }, i) => {
      const option = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, textContent: label });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.value = value;
      return option;
    }));
    active = -1;
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = (words.suggestStatus ?? "").replace("{n}", items.length);
  };

  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const url = new URL(words.suggestUrl, location.href);
    url.searchParams.set("q", input.value.trim());
    try {
      const answer = await fetch(url, { signal: request.signal, headers: { Accept: "application/json" } });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch {
      // Offline or overtaken by the next letter: the field still works as plain text.
    }
  };

  input.addEventListener("input", () => {
    if (target) target.value = "";
    if (input.value.trim().length < 2) return close();
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      return close();
    }
    if (list.hidden || event.isComposing) return;
    const move = { ArrowDown: active + 1, ArrowUp: active < 0 ? -1 : active - 1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      mark(move);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    } else if (event.key === "Tab") close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  input.addEventListener("blur", close);
}

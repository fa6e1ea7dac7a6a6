// A list that stays true while it is read: cards change in place, nothing jumps under the finger.
export function live(region) {
  if (!("EventSource" in window)) return;
  const words = region.dataset;
  const part = (name) => region.querySelector(`[data-live-${name}]`);
  const [status, more, label] = [part("status"), part("new"), part("label")];
  const unseen = new Set();
  const changed = new Set();
  let source, since, timer;

  const count = (one, other, n) => (n === 1 ? one : other).replace("{n}", n);
  const card = (id) => document.getElementById(`offer-${id}`);

  const state = (name) => {
    region.dataset.liveState = name;
    if (label) label.textContent = name === "connected" ? words.textConnected : words.textPaused;
  };

  const say = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const said = [];
      if (changed.size) said.push(count(words.textChangedOne, words.textChanged, changed.size));
      if (unseen.size) said.push(count(words.textNewOne, words.textNew, unseen.size));
      if (more) {
        more.hidden = !unseen.size;
        more.textContent = said.at(-1) && unseen.size ? said.at(-1) : "";
      }
      if (status) status.textContent = said.join(" ");
      changed.clear();
    }, 1000);
  };

  const replace = (old, html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    const fresh = holder.content.firstElementChild;
    if (!fresh) return;
    const focused = old.contains(document.activeElement);
    old.replaceWith(fresh);
    if (focused) fresh.querySelector("a, button")?.focus({ preventScroll: true });
  };

  const grey = (old, html) => {
    const focused = old !== document.activeElement && old.contains(document.activeElement);
    old.style.minBlockSize = `${old.offsetHeight}px`;
    old.classList.add("card--gone");
    old.innerHTML = html;
    if (focused) {
      old.tabIndex = -1;
      old.focus({ preventScroll: true });
    }
  };

  const on = {
    upsert({ id, html }) {
      const old = card(id);
      if (old) {
        replace(old, html);
        changed.add(id);
      } else unseen.add(id);
    },
    gone({ id, html }) {
      unseen.delete(id);
      const old = card(id);
      if (!old) return;
      grey(old, html);
      changed.add(id);
    },
    reload() {
      if (more && words.textReload) {
        more.hidden = false;
        more.textContent = words.textReload;
        if (status) status.textContent = words.textReload;
      }
    },
    mask({ platform, html }) {
      for (const old of document.querySelectorAll(`[data-platform="${CSS.escape(platform)}"]`)) {
        grey(old, html);
        changed.add(old.id);
      }
    },
  };

  const close = () => {
    source?.close();
    source = undefined;
    state("paused");
  };

  const open = () => {
    if (source) return;
    const url = new URL(words.liveUrl, location.href);
    if (since) url.searchParams.set("since", since);
    source = new EventSource(url);
    source.onopen = () => state("connected");
    source.onerror = () => state("paused");
    for (const [name, act] of Object.entries(on)) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId) since = event.lastEventId;
        act(JSON.parse(event.data));
        say();
      });
    }
  };

  const follow = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && follow());
  state("paused");
  follow();
}

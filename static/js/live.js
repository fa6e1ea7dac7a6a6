// A list that stays true while it is read: cards change in place, nothing jumps under the finger.
export function live(region) {
  if (!("EventSource" in window)) return;
  const words = region.dataset;
  const part = (name) => region.querySelector(`[data-live-${name}]`);
  const [status, more, label] = [part("status"), part("new"), part("label")];
  const unseen = new Map(); // id of a mission that is not on the page, its platform
  const changed = new Set();
  let source, since, timer;
  let stale = false; // the server asked for a fresh list: no count is right any more

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
      const news = stale ? words.textReload : unseen.size ? count(words.textNewOne, words.textNew, unseen.size) : "";
      if (news) said.push(news);
      if (more) {
        more.hidden = !news;
        more.textContent = news;
      }
      if (status) status.textContent = said.join(" ");
      changed.clear();
    }, 1000);
  };

  const parse = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
  };

  const replace = (old, fresh) => {
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
      const fresh = parse(html);
      if (old && fresh) {
        replace(old, fresh);
        changed.add(id);
      } else if (!old) unseen.set(id, fresh?.dataset.platform);
    },
    gone({ id, html }) {
      unseen.delete(id);
      const old = card(id);
      if (!old) return;
      grey(old, html);
      changed.add(id);
    },
    reload() {
      stale = Boolean(words.textReload);
    },
    mask({ platform, html }) {
      for (const [id, theirs] of unseen) if (theirs === platform) unseen.delete(id);
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

// A list that stays true while it is read: cards change in place, nothing jumps under the finger.
export function live(region) {
  if (!("EventSource" in window)) return;
  const words = region.dataset;
  const part = (name) => region.querySelector(`[data-live-${name}]`);
  const [status, more, label, total] = [part("status"), part("new"), part("label"), part("total")];
  const unseen = new Map(); // id of a mission that is not on the page, its platform
  const changed = new Set();
  let source, since, timer, recounting;
  let stale = false; // the server asked for a fresh list: no count is right any more

  const count = (one, other, n) => (n === 1 ? one : other).replace("{n}", n);
  // How many answer, in place; the server says of each mission whether it answered before.
  const add = (n) => {
    if (!total || !n) return;
    const sum = Math.max(0, Number(total.dataset.liveTotal) + n);
    total.dataset.liveTotal = sum;
    const grouped = new Intl.NumberFormat(document.documentElement.lang).format(sum);
    total.textContent = (total.getAttribute(`data-text-${sum}`) ?? total.dataset.textN).replace("{n}", grouped);
  };

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
    upsert({ id, html, before }) {
      if (before === null) recount();
      if (before === false) add(1);
      const old = card(id);
      const fresh = parse(html);
      if (old && fresh) {
        replace(old, fresh);
        changed.add(id);
      } else if (!old) unseen.set(id, fresh?.dataset.platform);
    },
    gone({ id, html, before }) {
      if (before === null) recount();
      if (before) add(-1);
      unseen.delete(id);
      const old = card(id);
      if (!old) return;
      grey(old, html);
      changed.add(id);
    },
    reload() {
      recount();
      stale = Boolean(words.textReload);
    },
    mask({ platform, html }) {
      recount();
      for (const [id, theirs] of unseen) if (theirs === platform) unseen.delete(id);
      for (const old of document.querySelectorAll(`[data-platform="${CSS.escape(platform)}"]`)) {
        grey(old, html);
        changed.add(old.id);
      }
    },
  };

  // After a platform went or came back, the page itself knows how many are left; not everybody asks at once.
  const recount = () => {
    if (!total || recounting) return;
    recounting = setTimeout(async () => {
      recounting = undefined;
      try {
        const answer = await fetch(location.href);
        const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live-total]");
        if (!fresh) return;
        total.dataset.liveTotal = fresh.dataset.liveTotal;
        total.textContent = fresh.textContent;
      } catch {
        // Offline: the stream tells when it is back.
      }
    }, 500 + 4000 * Math.random());
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

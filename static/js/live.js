// A list that stays true while it is read: cards change in place, nothing jumps under the finger. A stream tells what changes;
// where there is none the page asks again, and says so.
const ASK = 30_000; // between two questions without a stream
const RETRY = 300_000; // before a stream is tried again
const PATIENCE = 15_000; // for a stream to open; one that is cut sooner after it opened has failed
const FAILURES = 3;
const MOST = 100; // missions in one question

// Not everybody at once.
const about = (ms) => ms * (0.8 + 0.4 * Math.random());

export function live(region) {
  const words = region.dataset;
  const part = (name) => region.querySelector(`[data-live-${name}]`);
  const [status, more, label, total] = [part("status"), part("new"), part("label"), part("total")];
  const unseen = new Map(); // id of a mission that is not on the page, its platform
  const changed = new Set();
  const went = new Map(); // id of a mission that was greyed, why
  const timers = {};
  let source, since;
  let counted = 0; // the last change that the count knows of
  let opened = 0;
  let failures = 0;
  let down = false; // the last question had no answer
  let stale = false; // the page would be another one if it were read again

  const later = (name, act, ms) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, ms);
  };

  const count = (one, other, n) => (n === 1 ? one : other).replace("{n}", n);
  const set = (sum) => {
    total.dataset.liveTotal = sum;
    const grouped = new Intl.NumberFormat(document.documentElement.lang).format(sum);
    total.textContent = (total.getAttribute(`data-text-${sum}`) ?? total.dataset.textN).replace("{n}", grouped);
  };
  const add = (n) => set(Math.max(0, Number(total.dataset.liveTotal) + n));

  const card = (id) => document.getElementById(`offer-${id}`);
  const shown = () => [...region.querySelectorAll("[data-offer]:not(.card--gone)")].map((one) => one.id.replace("offer-", ""));

  const state = (name) => {
    region.dataset.liveState = name;
    if (label) label.textContent = words[`text${name[0].toUpperCase()}${name.slice(1)}`];
  };

  let saying;
  const say = () => {
    saying ??= setTimeout(() => {
      saying = undefined;
      const said = [];
      if (changed.size) said.push(count(words.textChangedOne, words.textChanged, changed.size));
      if (went.size) said.push(count([...went.values()][0], words.textGone, went.size));
      const news = stale ? words.textReload : unseen.size ? count(words.textNewOne, words.textNew, unseen.size) : "";
      if (more && news !== more.textContent) {
        more.hidden = !news;
        more.textContent = news;
        said.push(news);
      }
      if (status && said.length) status.textContent = said.join(" ");
      changed.clear();
      went.clear();
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

  const grey = (old, html, why) => {
    if (old.classList.contains("card--gone")) return;
    const focused = old !== document.activeElement && old.contains(document.activeElement);
    old.style.minBlockSize = `${old.offsetHeight}px`;
    old.classList.add("card--gone");
    old.innerHTML = html;
    went.set(old.id, why);
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
    gone({ id, html, why }) {
      unseen.delete(id);
      const old = card(id);
      if (old) grey(old, html, why);
    },
    reload({ stale: old }) {
      stale ||= Boolean(old);
    },
    mask({ platform, html, why }) {
      for (const [id, theirs] of unseen) if (theirs === platform) unseen.delete(id);
      for (const old of region.querySelectorAll(`[data-platform="${CSS.escape(platform)}"]`)) grey(old, html, why);
    },
  };

  // How many answer, in place: of most changes it is known whether the mission answered before; else the page asks.
  const recount = () => {
    timers.recount ??= setTimeout(ask, 500 + 4000 * Math.random());
  };
  const tally = (name, { before }) => {
    if (name === "gone") add(-1);
    else if (before === false) add(1);
    else if (before !== true) recount();
  };

  // What became of the missions that are on the page, how many answer, and which a fresh page would show.
  const ask = async () => {
    clearTimeout(timers.recount);
    timers.recount = undefined;
    const url = new URL(words.liveAgain, location.href);
    if (since) url.searchParams.set("since", since);
    url.searchParams.set("vues", [...shown(), ...unseen.keys()].slice(0, MOST).join());
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.status);
      const now = await answer.json();
      for (const { name, data } of now.events) on[name](data);
      const there = new Set([...shown(), ...unseen.keys()]);
      stale ||= now.stale || now.here.some((id) => !there.has(id));
      say();
      if (Number(since ?? 0) > now.seq) recount();
      else {
        since = counted = now.seq;
        set(now.total);
      }
      if (!source && !document.hidden) state("asking");
      // The server is back: perhaps its streams are too.
      if (down) later("retry", open, about(1000));
      down = false;
    } catch {
      down = true;
      if (!source && !document.hidden) state("lost");
    }
    plan();
  };

  // Time alone changes a list too, and no stream tells of it.
  const plan = () => {
    if (!document.hidden) later("ask", ask, about(words.liveState === "connected" ? 1000 * words.liveEvery : ASK));
  };

  const fall = () => {
    source?.close();
    source = undefined;
    failures = 0;
    clearTimeout(timers.patience);
    later("retry", open, about(RETRY));
    ask();
  };

  const close = () => {
    source?.close();
    source = undefined;
    for (const name of Object.keys(timers)) {
      clearTimeout(timers[name]);
      timers[name] = undefined;
    }
    state("paused");
  };

  const open = () => {
    if (source || document.hidden) return;
    if (!("EventSource" in window)) {
      ask();
      return;
    }
    const url = new URL(words.liveUrl, location.href);
    if (since) url.searchParams.set("since", since);
    source = new EventSource(url);
    later("patience", fall, PATIENCE);
    source.onopen = () => {
      clearTimeout(timers.patience);
      opened = Date.now();
      state("connected");
      plan();
    };
    source.onerror = () => {
      state("lost");
      failures = opened && Date.now() - opened > PATIENCE ? 1 : failures + 1;
      // It has to open again before it counts as a good start.
      opened = 0;
      // Closed by the server, which has too many, or cut again and again: a browser does not come back by itself.
      if (source?.readyState === EventSource.CLOSED || failures >= FAILURES) fall();
      else later("patience", fall, PATIENCE);
    };
    for (const [name, act] of Object.entries(on)) {
      source.addEventListener(name, (event) => {
        const number = Number(event.lastEventId);
        if (event.lastEventId) since = Math.max(number, since ?? 0);
        // Already known from the last question.
        if (number <= counted && (name === "upsert" || name === "gone")) return;
        const data = JSON.parse(event.data);
        act(data);
        tally(name, data);
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

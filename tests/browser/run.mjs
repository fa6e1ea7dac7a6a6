// The main job in a real browser, flow 1 to 5, on a fresh demo world: at 390 and 1280 px, with axe-core on every page
// (0 violations), without horizontal scroll, then once more without JavaScript. Click budgets are counted on the way.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { devices } from "./devices.mjs";
import { office } from "./office.mjs";
import { polling } from "./polling.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const binary = join(here, "../../target/debug/escale");
const shots = join(here, "shots");
mkdirSync(shots, { recursive: true });
let passed = 0;
let failed = 0;

function check(what, held, more = "") {
  if (held) {
    passed += 1;
  } else {
    failed += 1;
    console.error(`FAILED: ${what} ${more}`);
  }
}

async function demo() {
  const dir = mkdtempSync(join(tmpdir(), "escale-journey-"));
  const process_ = spawn(binary, ["demo", "--data-dir", dir, "--listen", "127.0.0.1:0", "--offers", "600"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: "", ESCALE_PAGES_PER_SECOND: "0" },
  });
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the demo did not start in 60 s")), 60_000);
    let said = "";
    process_.stdout.on("data", (bytes) => {
      said += bytes;
      if (said.includes("Escale: http")) {
        clearTimeout(timer);
        resolve();
      }
    });
    process_.on("exit", (code) => reject(new Error(`the demo ended with ${code}`)));
  });
  const world = JSON.parse(readFileSync(join(dir, "demo.json"), "utf8"));
  for (let i = 0; i < 200; i += 1) {
    if ((await fetch(`${world.base_url}/readyz`)).ok) break;
    await new Promise((r) => setTimeout(r, 50));
  }
  return { world, stop: () => process_.kill("SIGTERM") };
}

// bypassCSP only lets the checker inject axe; violations of the policy by our own pages are reported on the console.
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function reader(width, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (m) => m.type() === "error" && !/status of (4\d\d)/.test(m.text()) && check(`console clean on ${page.url()}`, false, m.text()));
  page.on("pageerror", (e) => check(`no script error on ${page.url()}`, false, e.message));
  return page;
}

/** Clicks what leads to another page, and waits until that page is there. */
async function go(page, target) {
  const there = page.waitForNavigation({ waitUntil: "load" });
  await target.click();
  await there;
}

async function signIn(page, link) {
  await page.goto(link);
  await go(page, page.getByRole("main").getByRole("button").first());
}

async function look(page, name, scripts = true) {
  if (scripts) {
    const found = await page.evaluate(`(async () => { ${axeSource}; const r = await axe.run(document, { resultTypes: ["violations"] }); return r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | ")); })()`);
    check(`axe on ${name}`, found.length === 0, found.join("\n  "));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
    check(`no horizontal scroll on ${name}`, !wide);
  }
  check(`one h1 on ${name}`, (await page.locator("h1").count()) === 1);
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Flow 1 to 5. Two people click for each other: advisor, person, platform. */
async function journey(world, width, name, options = {}) {
  const scripts = options.javaScriptEnabled !== false;
  const see = (page, step) => look(page, `${name}-${step}`, scripts);
  const at = (path) => world.base_url + path;

  // 1. Find: first relevant missions in at most two actions from the home page, without an account.
  const anon = await reader(width, options);
  await anon.goto(at("/"));
  await see(anon, "home");
  await anon.getByLabel("Où").fill("Saint-Étienne");
  if (scripts) await anon.getByLabel("Où").press("Escape");
  await go(anon, anon.getByRole("button", { name: "Chercher" }));
  const cards = await anon.locator(".card").count();
  check("missions after one form", cards > 0);
  await see(anon, "list");
  await go(anon, anon.locator(".card__title a").first());
  await see(anon, "detail");
  check("the full notice on the detail", (await anon.locator(".notice--full").count()) === 1);
  await anon.goto(at("/plateformes"));
  await see(anon, "register");

  // 3. Refer: two clicks from the person's page, no typing.
  const advisor = await reader(width, options);
  await signIn(advisor, world.links.advisor);
  await see(advisor, "portfolio");
  await go(advisor, advisor.getByRole("main").getByRole("link", { name: /Amina Benali/ }).first());
  await see(advisor, "advisor-person");
  const before = await advisor.getByRole("main").getByRole("link", { name: /^Proposer/ }).count();
  check("missions to propose", before > 0);
  let clicks = 0;
  await go(advisor, advisor.getByRole("main").getByRole("link", { name: /^Proposer/ }).first());
  clicks += 1;
  await see(advisor, "confirm");
  await go(advisor, advisor.getByRole("button", { name: "Confirmer" }));
  clicks += 1;
  check("proposing takes two clicks", clicks === 2);
  check("the advisor is told that it is proposed", (await advisor.locator(".banner--success").count()) === 1);
  await see(advisor, "proposed");

  // 4. Decide: notice first, then interest in two taps when signed in.
  const person = await reader(width, options);
  await signIn(person, world.links.person);
  await see(person, "space");
  await person.goto(at("/moi/propositions"));
  await see(person, "proposals");
  await go(person, person.getByRole("main").locator("a[href*='/moi/propositions/']").first());
  await see(person, "proposal");
  const first = await person.locator(".offer > *").first().getAttribute("class");
  check("the notice comes first on a proposal", /notice/.test(first ?? ""), first);
  await go(person, person.getByRole("main").getByRole("link", { name: "Ça m’intéresse" }).first());
  await see(person, "interest");
  await person.getByLabel(/téléphone/i).first().check();
  await go(person, person.getByRole("button", { name: "Envoyer" }));
  await see(person, "sent");
  check("the message is sent", (await person.locator(".banner--success").count()) === 1);

  // 5. Answer: the platform of that mission sees only what was ticked, and accepts.
  const offer = await person.getByRole("main").locator("a[href*='/missions/']").first().getAttribute("href");
  check("her missions list links to the mission", Boolean(offer));
  for (const [slug, key] of Object.entries(world.api_keys)) {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const open = await (await fetch(at("/api/v1/interests"), { headers })).json();
    for (const interest of open.items ?? []) {
      if (interest.state !== "sent") continue;
      const text = JSON.stringify(interest);
      check(`I6: ${slug} sees the phone only`, /06 39 98/.test(text) && !/Amina|Benali|@exemple/.test(text), text);
      const answer = await fetch(at(`/api/v1/interests/${interest.id}/answer`), { method: "POST", headers, body: JSON.stringify({ answer: "accept" }) });
      check("the platform accepts", answer.ok);
    }
  }
  await person.goto(at("/moi/missions"));
  check("the person sees that it is agreed", /acceptée|accepté|convenu/i.test(await person.getByRole("main").innerText()));
  await see(person, "agreed");
  await person.locator("summary", { hasText: "Reprendre" }).first().click();
  await go(person, person.getByRole("button", { name: /reprendre ma demande/ }).first());
  check("she takes it back without a reason", (await person.locator(".banner--success").count()) === 1);

  // The platform's own pages.
  const platform = await reader(width, options);
  await signIn(platform, world.links.platform);
  await see(platform, "platform");
  await platform.goto(at("/plateforme/missions/nouvelle"));
  await see(platform, "platform-form");
  await go(platform, platform.getByRole("main").getByRole("button", { name: /Publier/ }).first());
  check("an empty form says what is missing", (await platform.locator(".error-summary").count()) === 1);
  await see(platform, "platform-form-errors");
  for (const page of [anon, advisor, person, platform]) await page.context().close();
}

/** 6. A suspension reaches an open list within a second; the page that was shared says why. */
async function suspension(world) {
  const at = (path) => world.base_url + path;
  const anon = await reader(1280);
  await anon.goto(at("/missions"));
  await anon.waitForSelector("[data-live-state=connected]");
  const card = anon.locator(".card").first();
  const platform = await card.getAttribute("data-platform");
  const href = await card.locator("a").first().getAttribute("href");
  const name = await card.locator(".card__by bdi").first().innerText();
  const label = await reader(1280);
  await signIn(label, world.links.label_body);
  await look(label, "label-body");
  await go(label, label.getByRole("main").getByRole("link", { name: new RegExp(name) }).first());
  await look(label, "label-body-platform");
  await go(label, label.getByRole("main").getByRole("link", { name: /Suspendre/ }).first());
  await look(label, "label-body-suspend");
  await label.locator("textarea").first().fill("Accident grave signalé : contrôle sur place en cours.");
  const begun = Date.now();
  await go(label, label.getByRole("main").getByRole("button", { name: /Suspendre/ }).first());
  await anon.waitForSelector(`.card--gone[data-platform="${platform}"]`, { timeout: 5_000 });
  check("an open list is masked within a second and a half of the click", Date.now() - begun < 1_500, `${Date.now() - begun} ms`);
  const gone = await anon.goto(at(href));
  check("the detail is gone with its reason", gone.status() === 410 && /label/i.test(await anon.locator("main").innerText()));
  await look(anon, "gone");
  await anon.context().close();
  await label.context().close();
}

const number = (text) => Number(text.replace(/\D/g, ""));

/** From the list to the map of the country, a department, closer, aside, then the missions of a town: by links only. */
async function map(world, width, name, options = {}) {
  const scripts = options.javaScriptEnabled !== false;
  const see = (step) => look(page, `${name}-map-${step}`, scripts);
  const page = await reader(width, options);
  await page.goto(`${world.base_url}/missions?besoin=debutant`);
  await go(page, page.getByRole("link", { name: "Voir sur la carte" }));
  await see("country");
  check("the drawing has no stop for the keyboard", (await page.locator(".map__sheet a:not([tabindex='-1'])").count()) === 0);
  const department = page.locator(".map__rows a").first();
  const promised = number(await department.locator(".num").innerText());
  await go(page, department);
  await see("department");
  const drawn = await page.locator(".map__size text").allTextContents();
  check("a department has as many missions as the country said", drawn.reduce((sum, text) => sum + number(text), 0) === promised, `${drawn} ${promised}`);
  const reached = await page.locator(".map__hit").evaluateAll((all) => Math.min(...all.map((hit) => hit.getBoundingClientRect().width)));
  check(`a circle is reached by a finger at ${width} px`, reached >= (width < 390 ? 24 : 43.5), `${reached} px`);
  await go(page, page.getByRole("link", { name: "Approcher" }));
  await see("closer");
  const aside = page.getByRole("link", { name: /^Vers / }).first();
  if (await aside.count()) await go(page, aside);
  await go(page, page.getByRole("link", { name: "Toute la France" }));
  await go(page, page.locator(".map__rows a").first());
  const town = page.locator(".map__rows a").first();
  const told = number(await town.locator(".num").innerText());
  await go(page, town);
  const given = (await page.locator(".notice--full").count()) || number(await page.locator(".toolbar strong").innerText());
  check("a town has as many missions as the map said", given === told, `${given} ${told}`);
  await page.goto(`${world.base_url}/missions/carte?ou=Lyon&km=20`);
  await see("place");
  if (scripts) {
    await go(page, page.locator(".map__mark").last());
    check("a circle leads somewhere", /zoom=|commune=|\/missions\/0/.test(page.url()), page.url());
  }
  await page.context().close();
}

/** What is hers: hours and dates, missions that fit with why, calendar, follow-up, month, preferences, and the page that
 * explains deleting everything (which is not done here). */
async function mine(world, width, name, options = {}) {
  const scripts = options.javaScriptEnabled !== false;
  const her = await reader(width, options);
  const see = (step) => look(her, `${name}-mine-${step}`, scripts);
  const main = () => her.getByRole("main");
  // What is folded tells its state, and opens by one press, with or without scripts.
  const unfold = async (words) => {
    const folded = main().locator("details", { has: her.locator("summary", { hasText: words }) }).first();
    if ((await folded.getAttribute("open")) === null) await folded.locator("summary").first().click();
  };
  await signIn(her, world.links.person);
  await her.goto(`${world.base_url}/moi`);
  await see("space");
  if (width < 500) check("her space is short on a phone", (await main().boundingBox()).height < 3_200, `${(await main().boundingBox()).height}`);
  await her.goto(`${world.base_url}/moi/heures`);
  await see("hours");
  await unfold("Trajet et durée");
  await her.locator("#km").fill("999");
  await go(her, main().locator("form[action$='/trajet']").getByRole("button"));
  check("a wrong radius stands by its field, as it was typed", (await her.locator("#km").inputValue()) === "999" && (await her.locator("#km-e").count()) === 1);
  await see("hours-wrong");
  check("what is wrong is in sight", await her.locator("#km").isVisible());
  await her.locator("#km").fill("30");
  await her.locator("#trajet").selectOption("velo");
  await go(her, main().locator("form[action$='/trajet']").getByRole("button"));
  check("travel is saved, and said without being opened", (await her.locator("#trajet").inputValue()) === "velo" && /30\skm, à vélo/.test(await main().locator("summary", { hasText: "Trajet et durée" }).innerText()));
  await unfold("Des jours différents");
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await her.locator("#jour").fill(day);
  await her.locator("input[name=possible][value=non]").check();
  await go(her, main().getByRole("button", { name: "Ajouter cette date" }));
  check("a date is set apart", (await her.locator("#jours .row").count()) >= 1);
  await go(her, her.locator("#maintenant button"));
  check("now is said to end by itself", /jusqu’à minuit/.test(await her.locator("#maintenant").innerText()));
  await see("hours-set");
  await go(her, her.locator("#maintenant button"));
  await go(her, her.locator("#jours .row button").first());
  await go(her, main().getByRole("link", { name: "Missions à vos heures" }));
  await see("fitting");
  const cards = await her.locator(".card").count();
  check("each mission that fits says why", cards > 0 && (await her.locator(".card__why").count()) === cards, `${cards}`);
  await her.goto(`${world.base_url}/moi/agenda`);
  await see("agenda");
  await go(her, main().getByRole("button", { name: /Créer l’adresse|Changer d’adresse/ }));
  const address = await her.locator("#adresse").innerText();
  const feed = await her.request.get(address);
  check("the calendar answers at its address", feed.status() === 200 && (await feed.text()).startsWith("BEGIN:VCALENDAR"), address);
  await see("agenda-made");
  await her.goto(`${world.base_url}/moi/agenda`);
  await go(her, main().getByRole("button", { name: "Arrêter cette adresse" }));
  check("an address that ended shows nothing", (await her.request.get(address)).status() === 404);
  for (const [path, step] of [["/moi/suivi", "followed"], ["/moi/recap", "recap"], ["/moi/preferences", "preferences"], ["/moi/suppression", "erase"], ["/en/moi/heures", "hours-en"], ["/en/moi/recap", "recap-en"], ["/en/moi/preferences", "preferences-en"]]) {
    const answer = await her.goto(world.base_url + path);
    check(`${path} answers`, answer.status() === 200, `${answer.status()}`);
    await see(step);
  }
  const file = await her.request.get(`${world.base_url}/moi/donnees.json`);
  check("everything is in one file that says what it holds", file.status() === 200 && Object.keys((await file.json()).about.parts).length >= 10);
  await her.context().close();
}

/** An occupation among the filters: suggested, chosen by keyboard, then a filter like the others. */
async function occupation(world) {
  const page = await reader(390);
  await page.goto(`${world.base_url}/missions`);
  await page.locator("[data-filters]").click();
  await page.waitForSelector("#filtres fieldset");
  const field = page.getByLabel("Ajouter un métier");
  await field.fill("carist");
  await page.waitForSelector("#filtres [role=option]");
  await look(page, "occupation-suggested");
  await field.press("ArrowDown");
  await field.press("Enter");
  check("an occupation is chosen by keyboard", /Cariste/.test(await field.inputValue()), await field.inputValue());
  await go(page, page.locator("#filtres").getByRole("button", { name: "Appliquer" }));
  check("it is a filter that is set", (await page.locator("a.chip--on", { hasText: "Cariste" }).count()) === 1);
  await page.goto(`${world.base_url}/missions?metier-nom=agent`);
  await look(page, "occupation-several");
  check("what is doubtful is asked", (await page.locator("ul[aria-labelledby=quel-metier] a").count()) > 1);
  await page.context().close();
}

/** The pages that everyone may read, in both languages, by keyboard too. */
async function publicPages(world) {
  const page = await reader(390);
  for (const path of ["/", "/missions", "/missions/filtres", "/missions/carte", "/plateformes", "/mes-droits", "/accessibilite", "/donnees-personnelles", "/connexion", "/api", "/demo"]) {
    for (const prefix of ["", "/en"]) {
      const answer = await page.goto(world.base_url + prefix + (path === "/" && prefix ? "" : path));
      check(`${prefix}${path} answers`, answer.status() === 200, `${answer.status()}`);
      await look(page, `public${prefix.replace("/", "-")}${path.replaceAll("/", "-")}`);
    }
  }
  await page.goto(world.base_url + "/missions");
  await page.keyboard.press("Tab");
  check("the first stop of the keyboard is the skip link", (await page.evaluate(() => document.activeElement?.className ?? "")).includes("skip"));
  await page.getByLabel("Où").fill("st-et");
  await page.waitForSelector("[role=listbox] [role=option]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  check("a place is chosen by keyboard", /Étienne/.test(await page.getByLabel("Où").inputValue()));
  await page.goto(world.base_url + "/missions?quoi=service");
  await page.locator("[data-filters]").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#filtres fieldset");
  await look(page, "filters-open");
  const part = page.locator("#filtres .chip", { hasText: "Après-midi" });
  const promised = Number((await part.locator(".chip__count").innerText()).replace(/\D/g, ""));
  await part.locator("input").check();
  await go(page, page.locator("#filtres").getByRole("button", { name: "Appliquer" }));
  const given = Number((await page.locator(".toolbar strong").innerText()).replace(/\D/g, ""));
  check("a choice gives as many missions as it said", promised === given, `${promised} ${given}`);
  check("a filter that is set has a chip", (await page.locator("a.chip--on", { hasText: "Après-midi" }).count()) === 1);
  await look(page, "filters-set");
  const first = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const fresh = await first.newPage();
  let bytes = 0;
  const session = await first.newCDPSession(fresh);
  await session.send("Network.enable");
  session.on("Network.loadingFinished", (e) => (bytes += e.encodedDataLength));
  await fresh.goto(world.base_url + "/missions", { waitUntil: "load" });
  await fresh.waitForTimeout(500);
  check("the list weighs at most 60 KB on first view", bytes > 0 && bytes <= 60 * 1024, `${bytes} bytes`);
  console.log(`first view of the list: ${bytes} bytes transferred`);
  await first.close();
  await page.context().close();
}

const { world, stop } = await demo();
try {
  await publicPages(world);
  await map(world, 1280, "desktop");
  await map(world, 390, "phone");
  await map(world, 320, "narrow", { javaScriptEnabled: false });
  await occupation(world);
  await journey(world, 1280, "desktop");
  await journey(world, 390, "phone");
  await journey(world, 390, "no-script", { javaScriptEnabled: false });
  await mine(world, 390, "phone");
  await mine(world, 1280, "desktop");
  await mine(world, 390, "no-script", { javaScriptEnabled: false });
  const kit = { reader, signIn, look, go, check };
  await office(world, 1280, "desktop", {}, kit);
  await office(world, 390, "phone", {}, kit);
  await office(world, 390, "no-script", { javaScriptEnabled: false }, kit);
  await devices(world, 390, "phone", kit);
  await devices(world, 1280, "desktop", kit);
  await polling(world, () => suspension(world), kit);
} catch (error) {
  check("the journey goes to its end", false, error.stack);
} finally {
  await browser.close();
  stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

// The advisor's office in a real browser: what he does in two clicks and ticks, counted as he does it; the follow-up's forms;
// a sheet for a person offline; the pages around them. Without JavaScript too.
export async function office(world, width, name, options, { reader, signIn, look, go, check }) {
  const scripts = options.javaScriptEnabled !== false;
  const page = await reader(width, options);
  const main = page.getByRole("main");
  const see = (step) => look(page, `${name}-office-${step}`, scripts);
  const at = (path) => world.base_url + path;
  let clicks = 0;
  const click = async (target) => {
    clicks += 1;
    await go(page, target);
  };
  await signIn(page, world.links.advisor);

  // Several missions for a person: as many ticks as missions, and two clicks.
  await go(page, main.getByRole("link", { name: /Amina Benali/ }).first());
  const ticks = main.locator("input[name=mission]:not([disabled])");
  await ticks.nth(1).check();
  await ticks.nth(2).check();
  const bar = main.getByRole("button", { name: /^Proposer les missions cochées/ });
  await ticks.last().focus();
  const [tick, button] = [await ticks.last().boundingBox(), await bar.boundingBox()];
  check("the button stays in view, and what has the focus is not behind it", button.y + button.height <= 900 && tick.y + tick.height <= button.y, `${tick.y} ${button.y}`);
  check("how many are ticked is said where scripts run", /\(2\)/.test(await bar.innerText()) === scripts, await bar.innerText());
  await click(bar);
  const letters = main.locator("[data-offer]:has(.notice--full)");
  check("the letter is read before it leaves, notice first: one for both missions", (await letters.count()) === 1 && (await letters.first().innerText()).split("[son lien personnel]").length === 3);
  await see("letters");
  await click(main.getByRole("button", { name: "Confirmer" }));
  check("two missions for a person in two clicks and two ticks", clicks === 2, `${clicks} clicks`);
  check("back to her page with a confirmation", (await page.locator(".banner--success").count()) === 1 && page.url().includes("/conseil/personnes/"), page.url());

  // A mission for several people, from its own page.
  await page.goto(at("/missions"));
  await go(page, page.locator(".card__title a").last());
  const people = main.locator("input[name=personne]");
  check("the people of the portfolio are on the page of a mission", (await people.count()) > 1);
  await see("mission");
  await people.nth(0).check();
  await people.nth(1).check();
  clicks = 0;
  await click(main.getByRole("button", { name: /^Proposer( \(\d+\))?$/ }));
  await click(main.getByRole("button", { name: "Confirmer" }));
  check("a mission for two people in two clicks and two ticks", clicks === 2, `${clicks} clicks`);
  check("back to the mission with a confirmation", (await page.locator(".banner--success").count()) === 1 && page.url().includes("/missions/"), page.url());

  // The follow-up beside the missions.
  await page.goto(at("/conseil"));
  await go(page, main.getByRole("link", { name: /Amina Benali/ }).first());
  await main.locator("summary", { hasText: "Contacts" }).click();
  await main.getByLabel("Moyen").selectOption("phone");
  await main.getByLabel("Note courte").fill("Point sur le CV");
  await go(page, main.getByRole("button", { name: "Noter le contact" }));
  check("a contact is noted", (await page.locator(".banner--success").count()) === 1);
  await main.locator("summary", { hasText: "Modifier l’étape" }).click();
  await main.getByLabel("Quoi").fill("");
  await go(page, main.getByRole("button", { name: "Enregistrer l’étape" }));
  check("what is wrong is said above and by its field", (await page.locator(".error-summary").count()) === 1 && (await main.locator("#etape-quoi[aria-invalid]").count()) === 1);
  await see("errors");
  await main.getByLabel("Quoi").fill("Point par téléphone");
  await go(page, main.getByRole("button", { name: "Enregistrer l’étape" }));
  await see("person");

  // For a person offline.
  await go(page, main.getByRole("link", { name: /^Fiche et SMS/ }).first());
  check("a text of one SMS", (await page.locator("#sms").inputValue()).length <= 160);
  check("a code to scan", (await main.locator("svg[role=img]").count()) === 1);
  await see("sheet");
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  check("the sheet is one page of paper", /\/Count 1\b/.test(paper), paper.match(/\/Count \d+/)?.[0]);

  // What she asks for is done for her: who has an address, then who has none.
  await page.goto(at("/conseil"));
  await go(page, main.getByRole("link", { name: /Amina Benali/ }).first());
  await go(page, main.getByRole("link", { name: "Faire à sa demande" }));
  check("what she set herself is not shown", (await main.locator("input[type=radio]:checked").count()) === 0);
  await see("wants");
  await go(page, main.getByRole("link", { name: "Tout supprimer" }));
  await see("farewell");
  await page.goto(at("/conseil/nouvelle-personne"));
  await main.getByLabel("Prénom").fill("Odile");
  await main.getByLabel("Nom", { exact: true }).fill(`Sans ${name}`);
  await go(page, main.getByRole("button", { name: "Ajouter" }));
  await page.goto(at("/conseil?nom=Odile"));
  await go(page, main.getByRole("link", { name: new RegExp(`Odile Sans ${name}`) }).first());
  await go(page, main.getByRole("link", { name: "Faire à sa demande" }));
  await go(page, main.getByRole("button", { name: "Ouvrir ce mois avec elle" }));
  check("the words are to be read first", (await page.locator(".error-summary").count()) === 1 && (await main.locator("#mois-accord-e").count()) === 1);
  await see("wants-errors");
  await main.locator("input[name=mois-accord]").check();
  await go(page, main.getByRole("button", { name: "Ouvrir ce mois avec elle" }));
  check("her month is opened", page.url().includes("/recap/"), page.url());
  await see("wants-month");
  await go(page, main.getByRole("link", { name: /^À sa demande/ }));
  clicks = 0;
  await click(main.getByRole("link", { name: "Tout supprimer" }));
  await main.locator("input[name=suppression-accord]").check();
  await click(main.getByRole("button", { name: /tout supprimer/ }));
  check("everything is deleted in two clicks and a tick", clicks === 2 && (await page.locator(".banner--success").count()) === 1, page.url());

  for (const [step, path] of [
    ["portfolio", "/conseil?tri=missions"],
    ["catalogue", "/conseil/catalogue"],
    ["newcomer", "/conseil/nouvelle-personne"],
    ["import", "/conseil/import"],
    ["covers", "/conseil/remplacements"],
    ["service", "/conseil/organisme"],
  ]) {
    await page.goto(at(path));
    await see(step);
  }
  if (scripts) {
    await page.goto(at("/conseil"));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = await page.locator("table[data-rows] tbody th a").nth(1).evaluate((link) => link === document.activeElement);
    check("j goes down the people by keyboard", second);
  }
  await page.context().close();
}

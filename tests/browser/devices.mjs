// Notices on a device, in a real browser: the button appears only where they are allowed, the script that shows them covers
// the whole site, what it is told appears with its words, and one press stops it. The push service itself is out of reach here:
// its answer to the page is made up, and a message is handed over by the browser's own tools.
export async function devices(world, width, name, { reader, signIn, look, go, check }) {
  const her = await reader(width);
  const origin = new URL(world.base_url).origin;
  const main = () => her.getByRole("main");
  const button = () => main().locator("form[data-push] button");
  await signIn(her, world.links.person);
  await her.context().grantPermissions(["notifications"], { origin });
  for (const path of ["/moi/appareils", "/moi/recherches", "/moi/preferences", "/en/moi/appareils"]) {
    await her.goto(world.base_url + path);
    await button().waitFor();
    await look(her, `${name}-devices${path.replaceAll("/", "-")}`);
  }
  await her.goto(`${world.base_url}/moi/appareils`);
  await button().waitFor();
  const registered = await her.evaluate(async () => {
    await navigator.serviceWorker.register("/static/js/push-worker.js", { scope: "/" });
    return (await navigator.serviceWorker.ready).scope;
  });
  check("the script of notices covers the whole site", registered === `${origin}/`, registered);
  // What a browser would get from its push service.
  await her.evaluate(() => {
    const bytes = (length, first) => Uint8Array.from({ length }, (_, n) => (n === 0 ? first : 7)).buffer;
    PushManager.prototype.subscribe = async () => ({
      endpoint: "https://push.example/device",
      getKey: (key) => (key === "p256dh" ? bytes(65, 4) : bytes(16, 1)),
    });
  });
  await go(her, button());
  check("a device is added in one press", /s’afficheront ici/.test(await main().innerText()));
  check("and listed, to be stopped", (await main().getByRole("button", { name: "Ne plus recevoir ici" }).count()) === 1);
  await look(her, `${name}-devices-added`);
  await shown(her, origin, check);
  await go(her, main().getByRole("button", { name: "Ne plus recevoir ici" }));
  check("it is stopped in one press", /C’est arrêté/.test(await main().innerText()));
  await her.context().close();
}

/** A message, as a push service would deliver it once opened. */
async function shown(her, origin, check) {
  const session = await her.context().newCDPSession(her);
  let registrationId;
  session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => (registrationId = registrations[0]?.registrationId ?? registrationId));
  await session.send("ServiceWorker.enable");
  for (let n = 0; n < 50 && !registrationId; n += 1) await her.waitForTimeout(100);
  const said = { title: "Une mission vous est proposée", body: "Plonge. Vous êtes libre de dire non.", path: "/moi/propositions", lang: "fr", tag: "x", stop: "/desabonnement/x", stop_words: "Ne plus recevoir ici" };
  await session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data: JSON.stringify(said) });
  const told = await her.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    for (let n = 0; n < 50; n += 1) {
      const [one] = await worker.getNotifications();
      if (one) return { title: one.title, body: one.body, path: one.data.path, actions: one.actions.map((a) => a.title) };
      await new Promise((r) => setTimeout(r, 100));
    }
    return null;
  });
  check("what the site says appears", told?.title === said.title && told.body === said.body && told.path === said.path, JSON.stringify(told));
  check("with the way to stop it", told?.actions[0] === said.stop_words, JSON.stringify(told));
}

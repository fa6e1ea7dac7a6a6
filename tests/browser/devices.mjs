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

/**
 * A message, as a push service would deliver it once opened. A browser without a screen drops what it should display now and
 * then, so that what the script asks to display is noted in the script's own world, once the browser has agreed to it.
 */
async function shown(her, origin, check) {
  const session = await her.context().newCDPSession(her);
  const registration = new Promise((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find((one) => !one.isDeleted && one.scopeURL === `${origin}/`);
      if (ours) resolve(ours.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  const [worker] = her.context().serviceWorkers();
  await worker.evaluate(() => {
    const show = ServiceWorkerRegistration.prototype.showNotification;
    self.displayed = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("nothing was displayed in 15 s")), 15_000);
      ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
        const done = show.call(this, title, options);
        done.then(() => resolve({ title, ...options }), reject);
        return done;
      };
    });
  });
  const said = { title: "Une mission vous est proposée", body: "Plonge. Vous êtes libre de dire non.", path: "/moi/propositions", lang: "fr", tag: "x", stop: "/desabonnement/x", stop_words: "Ne plus recevoir ici" };
  await session.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await registration, data: JSON.stringify(said) });
  const told = await worker.evaluate(() => self.displayed);
  check("what the site says appears", told.title === said.title && told.body === said.body && told.data.path === said.path, JSON.stringify(told));
  check("with the way to stop it", told.actions[0].title === said.stop_words, JSON.stringify(told));
}

// An open list without a stream: a browser that has none, and a server that refuses one. Both ask again, say so, and hear what
// becomes of their missions; when streams are taken again, the list comes back to one.
export async function polling(world, suspend, { reader, check }) {
  const open = async (prepare) => {
    const page = await reader(1280);
    await page.clock.install();
    await prepare(page);
    await page.goto(`${world.base_url}/missions`);
    await page.waitForSelector("[data-live-state=asking]");
    return page;
  };
  const streams = "**/missions/direct?*";
  const without = await open((page) => page.addInitScript("delete window.EventSource"));
  const refused = await open((page) => page.route(streams, (route) => route.fulfill({ status: 404, body: "" })));
  const platform = await without.locator(".card").first().getAttribute("data-platform");
  await suspend();
  for (const [name, page] of Object.entries({ without, refused })) {
    check(`${name} a stream, the list says how often it is updated`, /30 secondes/.test(await page.locator("[data-live-label]").innerText()));
    await page.clock.fastForward(40_000);
    const gone = page.locator(`.card--gone[data-platform="${platform}"]`).first();
    await gone.waitFor();
    check(`${name} a stream, a mission that went says why`, /label/.test(await gone.innerText()));
    // What is said aloud waits a second, so that it is said once.
    await page.clock.fastForward(1_500);
    check(`${name} a stream, it is said politely`, (await page.locator("[data-live-status]").textContent()) !== "");
  }
  await refused.unroute(streams);
  await refused.clock.fastForward(400_000);
  await refused.waitForSelector("[data-live-state=connected]");
  for (const page of [without, refused]) await page.context().close();
}

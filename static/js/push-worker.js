// Shows what the site says on this device, and opens it. It keeps nothing and watches nothing else.
self.addEventListener("push", (event) => {
  const said = event.data?.json();
  if (!said) return;
  event.waitUntil(
    self.registration.showNotification(said.title, {
      body: said.body,
      lang: said.lang,
      tag: said.tag,
      icon: "/static/favicon.svg",
      data: { path: said.path, stop: said.stop },
      actions: [{ action: "stop", title: said.stop_words }],
    }),
  );
});

// One press, without signing in; then this browser gives its address back.
async function stop(path) {
  await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  const here = await self.registration.pushManager.getSubscription();
  await here?.unsubscribe();
}

self.addEventListener("notificationclick", (event) => {
  const { path, stop: end } = event.notification.data;
  event.notification.close();
  const own = new URL(path, self.location.origin);
  event.waitUntil(event.action === "stop" ? stop(end) : self.clients.openWindow(own.pathname));
});

// Notices on this device: the button appears only where the browser allows them, and only while this one is not told yet.
const WORKER = "/static/js/push-worker.js";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function mark(endpoint) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function subscription() {
  const worker = await navigator.serviceWorker.getRegistration("/");
  return worker?.pushManager.getSubscription();
}

async function subscribe(key) {
  await navigator.serviceWorker.register(WORKER, { scope: "/" });
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that was made with another key of the site is of no use.
  const known = await pushManager.getSubscription();
  if (known && text(known.options.applicationServerKey) !== key) await known.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

export async function push(form) {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return;
  for (const none of document.querySelectorAll("[data-push-none]")) none.hidden = true;
  const status = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  if (matchMedia("(pointer: coarse)").matches) button.querySelector("span").textContent = button.dataset.phone;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") {
        status.textContent = status.dataset.pushRefused;
        return;
      }
      const here = await subscribe(form.dataset.push);
      form.elements.adresse.value = here.endpoint;
      form.elements.cle.value = text(here.getKey("p256dh"));
      form.elements.secret.value = text(here.getKey("auth"));
      form.submit();
    } catch {
      status.textContent = status.dataset.pushFailed;
    } finally {
      button.disabled = false;
    }
  });
  const here = await subscription();
  const own = here && (await mark(here.endpoint));
  const known = form.dataset.pushKnown.split(" ").includes(own);
  for (const device of document.querySelectorAll("[data-push-device]")) {
    device.querySelector("[data-push-this]").hidden = device.dataset.pushDevice !== own;
  }
  form.hidden = known;
}

// The idle lock: a warning two minutes before, then the lock screen, with what was being typed kept as a draft.
const WARNS = 13 * 60_000;
const LOCKS = 15 * 60_000;
const warning = document.getElementById("laas");
let last = Date.now();

const here = () => { last = Date.now(); };
for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, here, { passive: true });

if (warning) {
  warning.querySelector("button").addEventListener("click", async () => {
    here();
    warning.hidden = true;
    await fetch("/her", { redirect: "manual" });
  });
  setInterval(() => {
    const idle = Date.now() - last;
    if (idle < WARNS) {
      warning.hidden = true;
      return;
    }
    if (warning.hidden) document.dispatchEvent(new Event("brobygger:keep"));
    warning.hidden = false;
    if (idle >= LOCKS) location.assign(`/laast?til=${encodeURIComponent(location.pathname)}`);
  }, 5_000);
}

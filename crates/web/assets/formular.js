// A form marked data-unsent is kept as a draft while somebody types, and before the page is left. A form is sent once:
// the second press does nothing (and the server would do it once all the same).
const PAUSE = 800;

for (const form of document.querySelectorAll("form[data-unsent]")) {
  let waiting = 0;
  let isSent = false;
  let isDirty = false;
  const said = form.querySelector("[data-kept]");
  form.querySelector("[data-keep]")?.setAttribute("hidden", "");

  const keep = async () => {
    clearTimeout(waiting);
    if (isSent || !isDirty) return;
    isDirty = false;
    try {
      const answer = await fetch("/kladde", {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        keepalive: true,
        redirect: "manual",
      });
      if (answer.ok && said) said.textContent = await answer.text();
      if (!answer.ok) isDirty = true;
    } catch {
      isDirty = true;
      waiting = setTimeout(keep, PAUSE * 5);
    }
  };

  form.addEventListener("input", () => {
    isDirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("pagehide", keep);
  document.addEventListener("brobygger:keep", keep);
}

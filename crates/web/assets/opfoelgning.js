// A round being filled in: each answer is saved as it is given, one area of the star at a time, Enter goes to the next number.
const PAUSE = 400;
const AGAIN = 4_000;

for (const form of document.querySelectorAll("form[data-filling]")) {
  const said = form.querySelector("[data-said]");
  const version = form.elements.namedItem("version");
  let waiting = 0;
  let isDirty = false;
  let isSaving = false;
  let isSent = false;

  const save = async () => {
    clearTimeout(waiting);
    if (!isDirty || isSaving || isSent) return;
    isDirty = false;
    isSaving = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.filling, { method: "POST", body, redirect: "manual", keepalive: body.toString().length < 60_000 });
      if (answer.ok) {
        const kept = await answer.json();
        version.value = kept.version;
        said.textContent = kept.said;
      } else if (answer.status === 409 || answer.status === 422 || answer.type === "opaqueredirect") {
        // The page says what is wrong better than a line can: both versions, or the refusal beside its field.
        isSent = true;
        form.querySelector(`button[formaction="${form.dataset.filling}"]`).click();
      } else {
        throw new Error(String(answer.status));
      }
    } catch {
      isDirty = true;
      said.textContent = form.dataset.retry;
      waiting = setTimeout(save, AGAIN);
    }
    isSaving = false;
    if (isDirty && waiting === 0) waiting = setTimeout(save, PAUSE);
  };
  const soon = () => {
    isDirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => { waiting = 0; save(); }, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "ja";
    isSent = true;
  });
  addEventListener("pageshow", () => { delete form.dataset.sent; isSent = false; });
  addEventListener("online", save);
  addEventListener("pagehide", save);
  document.addEventListener("brobygger:keep", save);

  // Enter goes from number to number; the worker's column is left to who needs it.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-typed], [data-beside], [name=dag]")) return;
    event.preventDefault();
    const fields = [...form.querySelectorAll("[data-typed]")];
    const at = fields.indexOf(event.target);
    const next = event.target.matches("[data-beside]") ? event.target.closest("tr").nextElementSibling?.querySelector("[data-typed]") : fields[at + 1];
    (next ?? form.querySelector(".savebar .button-primary")).focus();
    next?.select();
  });

  // What was kept while the session was locked is saved at once.
  if ("draft" in form.dataset) soon();
  one(form);
}

/** One area at a time: the list beside it leads from one to the other and shows what was answered. */
function one(form) {
  const questions = [...form.querySelectorAll("[data-one] > fieldset")];
  if (questions.length === 0) return;
  const links = [...form.querySelectorAll(".areas a")];
  const show = (name, moves) => {
    for (const question of questions) question.hidden = question.id !== name;
    for (const link of links) {
      const isIt = link.hash.slice(1) === name;
      link.classList.toggle("area-now", isIt);
      if (isIt) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    if (moves) questions.find((question) => question.id === name)?.focus();
  };
  for (const next of form.querySelectorAll("[data-next]")) next.hidden = false;
  form.addEventListener("click", (event) => {
    const link = event.target.closest(".areas a");
    const next = event.target.closest("button[data-to]");
    if (!link && !next) return;
    event.preventDefault();
    show(link ? link.hash.slice(1) : next.dataset.to, true);
  });
  form.addEventListener("change", (event) => {
    const link = links.find((link) => link.hash.slice(1) === event.target.name);
    const label = event.target.labels?.[0];
    if (!link || !label) return;
    const state = link.querySelector("[data-state]");
    state.textContent = label.firstChild.textContent;
    link.classList.remove("area-todo");
    link.classList.add("area-done");
  });
  const faulty = questions.find((question) => question.querySelector(".form-error-message"));
  const open = questions.find((question) => !question.querySelector("input:checked"));
  show((faulty ?? open ?? questions[0]).id, false);
}

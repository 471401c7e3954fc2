// The search box answers as one types, from three letters on; arrows go through the list, Enter opens, Esc closes.
const PAUSE = 180;
const FROM = 3;
const box = document.getElementById("soeg");

if (box) {
  const form = box.form;
  const list = document.createElement("div");
  list.className = "hits-box";
  list.id = "soeg-liste";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.placeholder);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "sr-only";
  status.setAttribute("role", "status");
  form.append(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) box.setAttribute(name, value);
  let waiting = 0;
  let asked = "";
  let at = -1;

  const options = () => [...list.children].filter((part) => part.getAttribute("role") === "option");
  const show = (open) => {
    list.hidden = !open;
    box.setAttribute("aria-expanded", String(open));
    if (!open) { at = -1; box.removeAttribute("aria-activedescendant"); }
  };
  const choose = (next) => {
    const all = options();
    if (all.length === 0) return;
    at = (next + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    box.setAttribute("aria-activedescendant", all[at].id);
  };
  const option = (hit, place) => {
    const line = document.createElement("a");
    line.href = hit.href;
    line.id = `soeg-${place}`;
    line.tabIndex = -1;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.textContent = hit.name;
    const by = document.createElement("span");
    by.className = "small muted";
    by.textContent = hit.by;
    line.append(name, " ", by);
    return line;
  };
  const ask = async () => {
    const terms = box.value.trim();
    if (terms === asked) return;
    asked = terms;
    if (terms.length < FROM) return show(false);
    const answer = await fetch(`/soeg/forslag?q=${encodeURIComponent(terms)}`, { redirect: "manual" }).catch(() => undefined);
    if (!answer?.ok || asked !== terms) return;
    const { hits, said } = await answer.json();
    list.replaceChildren(...hits.map(option));
    status.textContent = said;
    at = -1;
    show(hits.length > 0);
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show(false); }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(at + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(at < 0 ? -1 : at - 1); }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); options()[at]?.click(); }
  });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) show(false); });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) show(false); });
}

// A field that matters for one answer only is shown with it; and while somebody new is typed, a hint at who may be the same person.
const PAUSE = 500;

for (const part of document.querySelectorAll("[data-if]")) {
  const fields = part.closest("form").elements;
  const wanted = part.dataset.is.split(" ");
  const follow = () => { part.hidden = !wanted.includes(fields[part.dataset.if]?.value ?? ""); };
  part.closest("form").addEventListener("change", follow);
  follow();
}

for (const form of document.querySelectorAll("form[data-kendes]")) {
  const place = form.querySelector("[data-known]");
  const watched = ["alias", "navn", "telefon", "cpr", "foedselsaar"];
  let waiting = 0;
  let asked = "";

  const choice = (value, text, number) => {
    const wrap = document.createElement("div");
    wrap.className = "pick-wrap";
    const input = document.createElement("input");
    Object.assign(input, { className: "pick", type: "radio", name: "samme", value, id: `samme-js-${number}` });
    const label = document.createElement("label");
    label.htmlFor = input.id;
    label.textContent = text;
    wrap.append(input, label);
    return wrap;
  };
  const ask = async () => {
    const typed = watched.map((name) => form.elements[name].value.trim()).join("|");
    if (typed === asked) return;
    asked = typed;
    const answer = await fetch(form.dataset.kendes, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" }).catch(() => undefined);
    if (!answer?.ok || asked !== typed) return;
    const { people, hidden, title, new: fresh } = await answer.json();
    // What the server has put there already is the later word.
    if (form.querySelector("#samme")) return;
    place.replaceChildren();
    if (people.length + hidden.length === 0) return;
    for (const line of hidden) {
      const said = document.createElement("p");
      said.textContent = line;
      place.append(said);
    }
    const group = document.createElement("fieldset");
    group.className = "field";
    const legend = document.createElement("legend");
    legend.className = "form-label";
    legend.textContent = title;
    const chips = document.createElement("div");
    chips.className = "chips chips-column";
    people.forEach((person, number) => chips.append(choice(person.id, person.same, number)));
    chips.append(choice("ny", fresh, people.length));
    group.append(legend, chips);
    place.append(group);
  };
  form.addEventListener("input", (event) => {
    if (!watched.includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
}

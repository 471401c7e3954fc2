// An open menu or rule is closed by Esc and by a click outside; what asks for attention gets the focus.
const open = () => document.querySelectorAll("details.menu[open], details.rule[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const part of open()) {
    part.open = false;
    part.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const part of open()) {
    if (!part.contains(event.target)) part.open = false;
  }
});

document.querySelector("[data-focus]")?.focus();

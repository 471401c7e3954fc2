// An open menu or rule is closed by Esc and by a click outside; what asks for attention gets the focus. Of a row of parts wider than
// the screen the present one is in sight.
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

for (const present of document.querySelectorAll(".person-nav [aria-current], .nav-row [aria-current]")) {
  const row = present.closest("ul");
  const beyond = present.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (beyond > 0) row.scrollLeft += beyond + row.clientWidth / 4;
}

// A page laid out for paper: its button opens the browser's print.
const button = document.querySelector("[data-print]");
if (button) {
  button.hidden = false;
  document.querySelector("[data-print-how]")?.remove();
  button.addEventListener("click", () => print());
}

// A file that is too large is told of before it is sent; the server refuses it all the same.
for (const form of document.querySelectorAll("form[data-file]")) {
  const field = form.querySelector("input[type=file]");
  const said = form.querySelector("[data-too-large]");
  const isTooLarge = () => [...(field?.files ?? [])].some((file) => file.size > Number(field.dataset.largest));
  field?.addEventListener("change", () => { if (said) said.hidden = !isTooLarge(); });
  form.addEventListener("submit", (event) => {
    if (!isTooLarge()) return;
    event.preventDefault();
    if (said) said.hidden = false;
    field.focus();
  });
}

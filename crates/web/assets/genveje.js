// Keyboard shortcuts, listed under "?". They can be turned off on this device (a cookie that says nothing about anybody).
const dialog = document.getElementById("genveje");
const toggle = document.getElementById("genveje-til");
const isOn = () => !document.cookie.split("; ").includes("genveje=fra");
const places = { b: "/", o: "/opfoelgninger", h: "/henvendelser" };
let before = "";

if (dialog && toggle) {
  toggle.checked = isOn();
  toggle.addEventListener("change", () => {
    document.cookie = `genveje=${toggle.checked ? "til" : "fra"}; path=/; max-age=31536000; SameSite=Strict; Secure`;
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.key === "?") return dialog.showModal();
    if (!isOn()) return;
    const after = before;
    before = event.key;
    if (after === "g" && places[event.key]) return location.assign(places[event.key]);
    if (event.key === "/" && document.getElementById("soeg")) {
      event.preventDefault();
      document.getElementById("soeg").focus();
    }
    if (event.key === "s") document.querySelector("a.top-hide")?.click();
    if (event.key === "k") document.querySelector(".person-nav-end a")?.click();
  });
}

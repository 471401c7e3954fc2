// The citizen's own screen: an answer survives a lost connection, Shift three times leaves at once, and no page is left to go back to.
const form = document.getElementById("svar");
const leave = document.getElementById("forlad");

if (form) {
  const said = form.querySelector(".own-offline");
  let isSending = false;
  const send = async (body) => {
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      said.hidden = true;
      location.replace(answer.url);
    } catch {
      said.textContent = form.dataset.offline;
      said.hidden = false;
      setTimeout(send, 2_000, body);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    send(new URLSearchParams(new FormData(form, event.submitter)));
  });
  addEventListener("pageshow", () => { isSending = false; });
}

if (leave) {
  let presses = [];
  document.addEventListener("keydown", (event) => {
    presses = event.key === "Shift" && !event.repeat ? [...presses, Date.now()].slice(-3) : [];
    if (presses.length < 3 || presses[2] - presses[0] > 1_500) return;
    document.body.hidden = true;
    leave.requestSubmit();
  });
}

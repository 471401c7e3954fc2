// The citizen's own screen. An answer is sent without leaving the question, and the next page takes its place: where the connection is
// lost the question stays, as it stands now it is sent again, and no page is left to go back to. Shift three times leaves at once.
const RETRY = 2_000;
const PATIENCE = 15_000;
let pressed = null;
let isSending = false;

/** Sends the form as it stands; gives the page that answers. Sent twice it is saved once: a question has one answer. */
const post = (form) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.responseType = "document";
  request.timeout = PATIENCE;
  request.onload = () => resolve(request);
  request.onerror = request.ontimeout = reject;
  request.send(new URLSearchParams(new FormData(form, pressed)));
});

/** Puts the page in this one's place; one that is none of these questions is gone to. */
const show = ({ response, responseURL }) => {
  const screen = response?.querySelector(".own");
  if (!screen) return location.replace(responseURL);
  document.documentElement.lang = response.documentElement.lang;
  document.title = response.title;
  document.querySelector(".own").replaceWith(document.importNode(screen, true));
  history.replaceState(null, "", responseURL);
  scrollTo(0, 0);
  document.querySelector("main").focus();
};

const send = async (form) => {
  isSending = true;
  let answer = null;
  while (!answer) {
    try {
      answer = await post(form);
    } catch {
      const said = form.querySelector(".own-offline");
      said.textContent = form.dataset.offline;
      said.hidden = false;
      await new Promise((resolve) => { setTimeout(resolve, RETRY); });
    }
  }
  isSending = false;
  show(answer);
};

document.addEventListener("submit", (event) => {
  if (event.target.id !== "svar") return;
  event.preventDefault();
  pressed = event.submitter;
  if (!isSending) send(event.target);
});

let presses = [];
document.addEventListener("keydown", (event) => {
  presses = event.key === "Shift" && !event.repeat ? [...presses, Date.now()].slice(-3) : [];
  if (presses.length < 3 || presses[2] - presses[0] > 1_500) return;
  const way = document.querySelector("#forlad button, .own-nav a[href='/mit/tilbage']");
  if (!way) return;
  document.body.hidden = true;
  way.click();
});

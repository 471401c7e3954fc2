// The board: an action is drawn to another lane, or moved with Alt and an arrow. Both press the button that stands in the card.
const LANES = ["planlagt", "i_gang", "gjort", "overdraget", "droppet"];
let drawn = null;

const move = (card, lane) => card.querySelector(`button[name="tilstand"][value="${lane}"]`)?.click();

for (const board of document.querySelectorAll("[data-board]")) {
  for (const card of board.querySelectorAll("[data-action]")) {
    card.draggable = true;
    card.addEventListener("dragstart", (event) => {
      drawn = card;
      card.classList.add("is-drawn");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
    });
    card.addEventListener("dragend", () => {
      drawn = null;
      card.classList.remove("is-drawn");
      for (const lane of board.querySelectorAll(".is-over")) lane.classList.remove("is-over");
    });
    card.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!event.altKey || !step) return;
      event.preventDefault();
      const lane = LANES[LANES.indexOf(card.closest("[data-lane]").dataset.lane) + step];
      if (lane) move(card, lane);
    });
  }
  for (const lane of board.querySelectorAll("[data-lane]")) {
    // A card stays with its goal.
    const takes = () => drawn && drawn.closest(".goal") === lane.closest(".goal") && drawn.closest("[data-lane]") !== lane;
    lane.addEventListener("dragover", (event) => {
      if (!takes()) return;
      event.preventDefault();
      lane.classList.add("is-over");
    });
    lane.addEventListener("dragleave", () => lane.classList.remove("is-over"));
    lane.addEventListener("drop", (event) => {
      if (!takes()) return;
      event.preventDefault();
      move(drawn, lane.dataset.lane);
    });
  }
}

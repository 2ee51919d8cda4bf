// Moving a card on the year planner by mouse, touch or keyboard. Every way ends at the page that shows what would move,
// here in a dialog; without this script the "Move" link of each card leads to the same page.
const MIN_DRAG = 6;
const EDGE = 60;
const STEP = 14;

const dialog = document.getElementById("plan-dialog");
const body = document.getElementById("plan-dialog-body");
const live = document.getElementById("plan-live");
const targets = [...document.querySelectorAll("[data-drop]")];
const say = (words) => { live.textContent = words; };
// While a card is in hand, what is said is shown as well: the meeting's date may be out of sight.
const inHand = (held) => live.classList.toggle("govuk-visually-hidden", !held);

let picked = null; // {card, grip, from, at}: a card in hand by keyboard
let dragged = null; // {card, ghost, x, y, at, frame}: a card in hand by pointer
let cameFrom = null; // what had the focus before the dialog opened

// The dialog

async function open(address, opener) {
  cameFrom = opener;
  try {
    await window.htmx.ajax("GET", address, { target: body, swap: "innerHTML" });
  } catch {
    window.location.assign(address);
  }
}

function shown() {
  const heading = body.querySelector("h1");
  if (!heading) {
    return;
  }
  heading.id = "plan-dialog-title";
  heading.tabIndex = -1;
  if (!dialog.open) {
    dialog.showModal();
  }
  (body.querySelector(".govuk-error-summary") ?? heading).focus();
  dialog.scrollTop = 0;
}

function failed() {
  window.location.reload();
}

body.addEventListener("htmx:afterSettle", shown);
body.addEventListener("htmx:responseError", failed);
body.addEventListener("htmx:sendError", failed);
dialog.addEventListener("close", () => {
  body.replaceChildren();
  cameFrom?.focus();
  say("Nothing was moved.");
});
// Links leave the dialog, except those that lead to its other page; the one that leads back to this page closes it.
dialog.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || link.hasAttribute("data-in-dialog") || link.getAttribute("href").startsWith("#")) {
    return;
  }
  event.stopPropagation();
  if (link.pathname === window.location.pathname) {
    event.preventDefault();
    dialog.close();
  }
}, true);

// Where a card can go

const isHome = (card, target) => target.contains(card);
const takes = (card, target) => target.dataset.drop !== "tray" || "defer" in card.dataset || isHome(card, target);

function mark(target, was) {
  was?.classList.remove("plan-target");
  target?.classList.add("plan-target");
}

function drop(card, target, opener) {
  mark(null, target);
  if (!target || isHome(card, target)) {
    say(`${card.dataset.card} stays where it is.`);
    return;
  }
  say(`${target.dataset.says}. Showing what would move.`);
  const tray = target.dataset.drop === "tray";
  open(tray ? card.dataset.defer : `${card.dataset.move}&to=${target.dataset.drop}`, opener);
}

// By keyboard

function pickUp(card, grip) {
  const from = targets.find((target) => isHome(card, target)) ?? null;
  picked = { card, grip, from, at: from };
  card.classList.add("plan-card--picked");
  inHand(true);
  grip.setAttribute("aria-pressed", "true");
  mark(from, null);
  say(`Picked up ${card.dataset.card}. Arrow keys choose a meeting, Enter drops it, Escape puts it back.`);
}

function letGo() {
  const { card, grip, at } = picked;
  card.classList.remove("plan-card--picked");
  inHand(false);
  grip.setAttribute("aria-pressed", "false");
  mark(null, at);
  picked = null;
  return { card, grip, at };
}

function step(by) {
  const open = targets.filter((target) => takes(picked.card, target));
  const here = open.indexOf(picked.at);
  const next = open[(here + by + open.length + (here < 0 && by < 0 ? 1 : 0)) % open.length];
  mark(next, picked.at);
  picked.at = next;
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
  say(`${next.dataset.says}${isHome(picked.card, next) ? ", where it is now" : ""}.`);
}

const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function onKey(event) {
  if (!picked) {
    return;
  }
  if (event.key in KEYS) {
    event.preventDefault();
    step(KEYS[event.key]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    const { card } = letGo();
    say(`${card.dataset.card} is put back.`);
  }
}

function onGrip(event, card, grip) {
  if (event.detail > 0) { // pressed by mouse or finger, and not dragged
    open(card.dataset.move, grip);
  } else if (picked) {
    const { at } = letGo();
    drop(card, at, grip);
  } else {
    pickUp(card, grip);
  }
}

function addGrip(card) {
  const grip = document.createElement("button");
  grip.type = "button";
  grip.className = "plan-grip";
  grip.setAttribute("aria-pressed", "false");
  grip.setAttribute("aria-describedby", "plan-help");
  grip.setAttribute("aria-label", `Pick up: ${card.dataset.card}`);
  grip.addEventListener("click", (event) => onGrip(event, card, grip));
  grip.addEventListener("keydown", onKey);
  grip.addEventListener("blur", () => picked && letGo());
  card.prepend(grip);
}

// By mouse or finger

function lift() {
  const box = dragged.card.getBoundingClientRect();
  const ghost = dragged.card.cloneNode(true);
  ghost.classList.add("plan-ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.style.width = `${box.width}px`;
  document.body.append(ghost);
  Object.assign(dragged, { ghost, left: box.left - dragged.x, top: box.top - dragged.y });
  dragged.card.classList.add("plan-card--picked");
  document.body.classList.add("plan-dragging");
  inHand(true);
  scrollAtEdges();
}

function follow() {
  const { ghost, left, top, x, y, card } = dragged;
  ghost.style.transform = `translate(${left + x}px, ${top + y}px)`;
  const under = document.elementFromPoint(x, y)?.closest("[data-drop]") ?? null;
  const at = under && takes(card, under) ? under : null;
  if (at !== dragged.at) {
    mark(at, dragged.at);
    dragged.at = at;
    say(at ? `${at.dataset.says}${isHome(card, at) ? ", where it is now" : ""}` : "No meeting here");
  }
}

// A card held near an edge of the window, or of the board, brings what lies beyond it into sight.
function scrollAtEdges() {
  if (!dragged?.ghost) {
    return;
  }
  const { x, y } = dragged;
  const pull = (at, size) => (at < EDGE ? -STEP : at > size - EDGE ? STEP : 0);
  window.scrollBy(0, pull(y, window.innerHeight));
  const board = document.querySelector(".plan-board");
  const box = board?.getBoundingClientRect();
  if (box && y > box.top && y < box.bottom) {
    board.scrollLeft += pull(x - Math.max(box.left, 0), Math.min(box.right, window.innerWidth) - Math.max(box.left, 0));
  }
  follow();
  dragged.frame = requestAnimationFrame(scrollAtEdges);
}

function onDown(event, card) {
  const onGrip = event.target.closest(".plan-grip");
  const mine = event.target.closest("[data-card]") === card;
  if (!mine || event.button !== 0 || (event.pointerType !== "mouse" && !onGrip)) {
    return;
  }
  dragged = { card, x: event.clientX, y: event.clientY, pointer: event.pointerId, at: null };
}

function onMove(event) {
  if (!dragged || event.pointerId !== dragged.pointer) {
    return;
  }
  if (!dragged.ghost) {
    if (Math.hypot(event.clientX - dragged.x, event.clientY - dragged.y) < MIN_DRAG) {
      return;
    }
    lift();
  }
  dragged.x = event.clientX;
  dragged.y = event.clientY;
  follow();
}

function putDown(dropped) {
  const { card, ghost, at, frame } = dragged;
  dragged = null;
  if (!ghost) {
    return;
  }
  cancelAnimationFrame(frame);
  ghost.remove();
  card.classList.remove("plan-card--picked");
  document.body.classList.remove("plan-dragging");
  inHand(false);
  swallowClick();
  if (dropped) {
    drop(card, at, card.querySelector(".plan-grip"));
  } else {
    mark(null, at);
    say(`${card.dataset.card} is put back.`);
  }
}

// The press that ends a drag is no press of the link or the grip it happens to end on.
function swallowClick() {
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 50);
}

for (const card of document.querySelectorAll("[data-card]")) {
  addGrip(card);
  card.addEventListener("pointerdown", (event) => onDown(event, card));
  card.addEventListener("dragstart", (event) => event.preventDefault());
}
window.addEventListener("pointermove", onMove);
window.addEventListener("pointerup", (event) => dragged?.pointer === event.pointerId && putDown(true));
window.addEventListener("pointercancel", (event) => dragged?.pointer === event.pointerId && putDown(false));
window.addEventListener("keydown", (event) => event.key === "Escape" && dragged && putDown(false));

// "Move" opens the same page in the dialog; with a key held down, or another button, the browser does as it always does.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".plan-card__do a");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    open(link.href, link);
  }
});

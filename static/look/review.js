// The review made quicker: proposals and paper follow each other, single keys press the buttons that are shown, and
// after a press the focus goes on. Everything works without it.
const work = document.getElementById("review");
const list = document.getElementById("proposals");
const paper = document.getElementById("text");
const MARKS = { unsure: "rv-mark--unsure", discarded: "rv-mark--left" };
const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const cards = () => [...list.querySelectorAll(":scope > .rv-group > .rv-card")];
const marksOf = (card) => [...paper.querySelectorAll(`[data-for~="${card.id.slice("proposal-".length)}"]`)];
const isOpen = (card) => ["certain", "unsure"].includes(card.dataset.state);

function select(card) {
  list.querySelectorAll(".rv-card--current").forEach((other) => other.classList.remove("rv-card--current"));
  paper.querySelectorAll(".rv-mark--current").forEach((mark) => mark.classList.remove("rv-mark--current"));
  cards().forEach((other) => (other.tabIndex = other === card ? 0 : -1));
  card.classList.add("rv-card--current");
  const marks = marksOf(card);
  marks.forEach((mark) => mark.classList.add("rv-mark--current"));
  if (marks.length && paper.scrollHeight > paper.clientHeight) {
    const top = marks[0].getBoundingClientRect().top - paper.getBoundingClientRect().top + paper.scrollTop;
    paper.scrollTo({ top: top - paper.clientHeight / 3 });
  }
}

function go(card) {
  if (!card) {
    return;
  }
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  if (Math.abs(work.getBoundingClientRect().top) > 2 && list.scrollHeight > list.clientHeight) {
    work.scrollIntoView({ block: "start" });
  }
}

// How the paper shows what became of each proposal; where several were read from one line, the open one decides.
function colour() {
  const states = new Map(cards().map((card) => [card.id.slice("proposal-".length), card.dataset.state]));
  paper.querySelectorAll(".rv-mark").forEach((mark) => {
    const of = mark.dataset.for.split(" ").map((key) => states.get(key)).filter(Boolean);
    const open = of.find((state) => state === "unsure") ?? of.find((state) => state === "certain");
    mark.classList.remove("rv-mark--unsure", "rv-mark--done", "rv-mark--left");
    const look = open ? MARKS[open] : MARKS[of[0]] ?? (of.length && "rv-mark--done");
    if (look) {
      mark.classList.add(look);
    }
  });
}

function press(key, card) {
  const button = card.querySelector(`[data-key="${key}"]`) ?? work.querySelector(`#review-bar [data-key="${key}"]`);
  button?.click();
  return Boolean(button);
}

function onKey(event) {
  const typing = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select");
  const card = event.target.closest(".rv-card");
  if (event.ctrlKey || event.metaKey || event.altKey || !card) {
    return;
  }
  if (event.key === "Escape" ? !press("Escape", card) : work.dataset.keys === "off" || typing) {
    return;
  }
  if (event.target.matches("input") && event.key.startsWith("Arrow")) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key in MOVES) {
    const all = cards();
    go(all[all.indexOf(card) + MOVES[key]]);
  } else if (key === "n") {
    const all = cards();
    go([...all.slice(all.indexOf(card) + 1), ...all].find(isOpen));
  } else if (key === "?") {
    const keys = document.getElementById("review-keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  } else if (key !== "Escape" && !(key.length === 1 && press(key, card))) {
    return;
  }
  event.preventDefault();
}

function onAnswer({ detail: { focus } }) {
  colour();
  const place = focus && document.getElementById(focus);
  if (!place) {
    return;
  }
  if (place.matches(".rv-form")) {
    place.closest(".rv-card").scrollIntoView({ block: "nearest" });
    (place.querySelector(".govuk-error-summary") ?? place.querySelector(":scope > form:last-child :is(textarea, input:not([type=hidden]), select)"))?.focus();
  } else if (place.matches(".rv-card") && place.closest("[hidden]")) {
    document.getElementById("review-record")?.focus();
  } else if (place.matches(".rv-card")) {
    go(place);
  } else {
    place.focus();
  }
}

function onFailure() {
  document.getElementById("review-alert").textContent =
    "That did not reach the service. Check your connection, then try again.";
}

if (work) {
  list.addEventListener("keydown", onKey);
  list.addEventListener("focusin", ({ target }) => {
    const card = target.closest(".rv-card");
    if (card) {
      select(card);
    }
  });
  paper.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#proposal-"]');
    const card = link && document.getElementById(link.hash.slice(1));
    if (card && !card.closest("[hidden]") && list.offsetParent) {
      event.preventDefault();
      go(card);
    }
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const card = event.target.closest(".rv-card");
    if (link?.hash.startsWith("#mark-") && paper.offsetParent) {
      event.preventDefault();
      select(card);
    } else if (link?.hash.startsWith("#proposal-")) {
      const other = document.getElementById(link.hash.slice(1));
      if (other && !other.closest("[hidden]")) {
        event.preventDefault();
        go(other);
      }
    }
  });
  work.addEventListener("click", (event) => {
    if (event.target.closest("#review-next")) {
      event.preventDefault();
      go(cards().find(isOpen));
    }
    work.querySelectorAll(".rv-fold[open]").forEach((fold) => (fold.open = fold.contains(event.target)));
  });
  // A form that is open is not taken away by what somebody else decides: its press will say who was quicker.
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const news = fragment.querySelector?.(".rv-card");
    if (news && work.dataset.asked !== "us" && target.matches(".rv-card--opened")) {
      event.detail.shouldSwap = false;
    }
  });
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    work.dataset.asked = detail.requestConfig.path.endsWith("/news/") || detail.requestConfig.path.includes("/news/?") ? "news" : "us";
  });
  document.body.addEventListener("review:answered", onAnswer);
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach((name) => document.addEventListener(name, onFailure));
  document.addEventListener("htmx:afterSwap", colour);
  cards().forEach((card) => (card.tabIndex = -1));
  const first = document.getElementById(location.hash.slice(1));
  if (first?.matches(".rv-card")) {
    go(first);
    // The browser goes to the place of the address by itself once all is loaded, and scrolls past the bar.
    window.addEventListener("load", () => requestAnimationFrame(() => go(first)));
  } else {
    (cards().find(isOpen) ?? cards()[0])?.setAttribute("tabindex", "0");
  }
  colour();
}

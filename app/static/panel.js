// A panel of words. Links marked data-go are real links; followed here, they change the view without a reload.

const shown = new WeakMap();

export default function show({ parentElement, data, setTriggerValue }) {
  const panel = parentElement.querySelector(".panel");
  panel.go = (address) => setTriggerValue("go", address);
  if (!shown.has(panel)) listen(panel);
  panel.className = `panel ${data.name}`;
  if (shown.get(panel) === data.markup) return;
  const first = !shown.has(panel);
  shown.set(panel, data.markup);
  const root = panel.getRootNode();
  const held = root.activeElement?.dataset?.key;
  const open = new Set([...panel.querySelectorAll("details[open]")].map((details) => details.dataset.key));
  const scrolled = panel.scrollTop;
  panel.innerHTML = data.markup;
  for (const details of panel.querySelectorAll("details")) {
    if (open.has(details.dataset.key)) details.open = true;
  }
  panel.scrollTop = scrolled;
  if (held) panel.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  if (!first && !held) reveal(panel);
}

function listen(panel) {
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (link && !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      panel.go(link.getAttribute("href"));
    }
    const term = event.target.closest("button.term");
    for (const other of panel.querySelectorAll("button.term[aria-expanded=true]")) {
      if (other !== term) define(other, false);
    }
    if (term) define(term, term.getAttribute("aria-expanded") !== "true");
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.querySelectorAll("button.term[aria-expanded=true]").forEach((term) => define(term, false));
  });
}

/** Show or hide the definition behind a term. */
function define(term, on) {
  term.setAttribute("aria-expanded", String(on));
  term.querySelector(".definition")?.remove();
  if (!on) return;
  const note = document.createElement("span");
  note.className = "definition";
  note.textContent = term.dataset.definition;
  term.append(note);
}

/** A step opened from the picture may be out of sight; bring it in, but never move what is in sight. */
function reveal(panel) {
  const chosen = panel.querySelector(".step.chosen");
  if (!chosen) return;
  const { top, bottom } = chosen.getBoundingClientRect();
  if (top > window.innerHeight - 80 || bottom < 80) {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    chosen.scrollIntoView({ block: "nearest", behavior });
  }
}

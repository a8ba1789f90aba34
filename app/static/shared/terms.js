// Words with a definition: shown at a press, gone at the next, at another word or at Escape.

export function explainTerms(panel) {
  panel.addEventListener("click", (event) => {
    const term = event.target.closest("button.term");
    for (const other of opened(panel)) if (other !== term) define(other, false);
    if (term) define(term, term.getAttribute("aria-expanded") !== "true");
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const term of opened(panel)) define(term, false);
  });
}

const opened = (panel) => panel.querySelectorAll("button.term[aria-expanded=true]");

function define(term, on) {
  term.setAttribute("aria-expanded", String(on));
  term.querySelector(".definition")?.remove();
  if (!on) return;
  const note = document.createElement("span");
  note.className = "definition";
  note.textContent = term.dataset.definition;
  term.append(note);
}

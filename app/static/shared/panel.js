// A panel of words. Links marked data-go are real links; followed here, they change the view without a reload.

import { whenConnected } from "./connection.js";
import { save } from "./downloads.js";
import { copyLink, showCode } from "./share.js";
import { explainTerms } from "./terms.js";
import { turnTo } from "./turning.js";

const shown = new WeakMap();

export default function show(component) {
  showPanel(component);
}

/** The same, for a script that does more with its panel. */
export function showPanel({ parentElement, data, setTriggerValue }) {
  const panel = parentElement.querySelector(".panel");
  panel.go = (address) => whenConnected(() => setTriggerValue("go", address));
  if (!shown.has(panel)) listen(panel);
  panel.className = `panel ${data.name}`;
  if (shown.get(panel) === data.markup) return;
  shown.set(panel, data.markup);
  const root = panel.getRootNode();
  const held = root.activeElement?.dataset?.key;
  const focused = panel.contains(root.activeElement);
  const typed = held === "search" ? root.activeElement.value : null;
  const open = new Set([...panel.querySelectorAll("details[open]")].map((details) => details.dataset.key));
  const scrolled = panel.scrollTop;
  panel.innerHTML = data.markup;
  for (const details of panel.querySelectorAll("details")) {
    if (open.has(details.dataset.key)) details.open = true;
  }
  panel.scrollTop = scrolled;
  const again = held && panel.querySelector(`[data-key="${CSS.escape(held)}"]`);
  if (again) {
    again.focus({ preventScroll: true });
    if (again.type === "search") {
      again.value = typed ?? again.value;
      again.setSelectionRange(again.value.length, again.value.length);
    }
  }
  // What had the focus is gone: a reader goes on from the top of what took its place.
  if (focused && !again) {
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
  }
}

function listen(panel) {
  explainTerms(panel);
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (link && !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      panel.go(link.getAttribute("href"));
    }
    act(panel, event);
  });
  // What is closed was not sent. A toggle does not bubble, so it is caught on the way down.
  panel.addEventListener("toggle", (event) => fillIn(event.target), true);
  // A form of choices: what is typed waits a moment, what is picked goes at once.
  let timer;
  const submit = (form) => {
    clearTimeout(timer);
    panel.go(`?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`);
  };
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(event.target);
  });
  panel.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-go-form]");
    clearTimeout(timer);
    if (form && event.target.type === "search") timer = setTimeout(() => submit(form), 350);
    else if (form) submit(form);
  });
  panel.addEventListener("keydown", (event) => event.target.closest("input, select") && event.stopPropagation());
}

/** What a link or a button does in the browser alone; without this script the links still lead somewhere. */
function act(panel, event) {
  if (event.defaultPrevented) return;
  const { file, step, share, copy, turn } = event.target.closest("a, button")?.dataset ?? {};
  const link = event.target.closest("a");
  if (link && (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)) return;
  if ([file, step, share, copy, turn].every((said) => said === undefined)) return;
  event.preventDefault();
  const status = panel.querySelector("[role=status].making");
  if (file !== undefined) save(link, (words) => (status.textContent = words));
  if (step !== undefined) dispatchEvent(new CustomEvent("tell", { detail: Number(step) }));
  if (share !== undefined) showCode(panel, share);
  if (turn !== undefined) whenConnected(() => turnTo(link.href));
  if (copy !== undefined) copyLink(event.target.closest("button"));
}

/** Fetch what stands inside an opened part, once; the server has escaped every text of the map. */
async function fillIn(details) {
  const inside = details.querySelector(":scope > .inside");
  if (!details.open || !inside || inside.hasChildNodes()) return;
  inside.textContent = "…";
  const answer = await fetch(new URL(details.dataset.source, document.baseURI)).catch(() => null);
  if (answer?.ok) inside.innerHTML = await answer.text();
  else inside.textContent = "This could not be fetched; close it and open it again.";
}

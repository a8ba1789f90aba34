// A small set of choices, each a link: what is chosen is marked, and explained below where there is room.

import { el } from "../shared/elements.js";

/** Fill a fieldset; without a choice it is not there. The focus stays on the link that has it. */
export function fillChoice(set, choice, controls) {
  set.hidden = !choice;
  if (!choice) return set.replaceChildren();
  const held = [...set.querySelectorAll("a")].indexOf(set.getRootNode().activeElement);
  const links = choice.options.map((option) => {
    const link = el("a", "", option.label);
    link.href = option.link;
    link.title = option.about;
    if (option.id === choice.chosen) link.setAttribute("aria-current", "true");
    link.onclick = (event) => controls.follow(event, link);
    return link;
  });
  const about = choice.options.find((option) => option.id === choice.chosen)?.about;
  set.replaceChildren(el("legend", "", choice.label), el("div", "links", ...links), el("p", "about", about));
  if (held >= 0) links[held]?.focus({ preventScroll: true });
}

/** The same as a list that unfolds, for numbers. */
export function fillSelect(place, choice, controls) {
  place.hidden = !choice;
  if (!choice) return place.replaceChildren();
  const held = place.querySelector("select") === place.getRootNode().activeElement;
  const select = el("select");
  select.id = `choose-${place.dataset.set}`;
  for (const { id, label, link } of choice.options) select.append(Object.assign(el("option", "", label), { value: link, selected: id === choice.chosen }));
  select.onchange = () => controls.go(select.value);
  // Streamlit listens for single keys on the page.
  select.onkeydown = (event) => event.key !== "Escape" && event.stopPropagation();
  const label = el("label", "", choice.label);
  label.htmlFor = select.id;
  const about = choice.options.find((option) => option.id === choice.chosen)?.about;
  place.replaceChildren(label, select, el("p", "about", about));
  if (held) select.focus({ preventScroll: true });
}

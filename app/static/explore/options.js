// What is seldom changed, behind one button: a panel over the picture, so that nothing jumps.

import { el } from "../shared/elements.js";
import { fillChoice, fillSelect } from "./choice.js";

/** Below this the row has no room for what is lit; it goes into the panel. */
const ROOMY = matchMedia("(min-width: 70rem)");

export class Options {
  constructor(form, controls) {
    this.form = form;
    this.controls = controls;
    this.place = form.querySelector(".options");
    this.button = this.place.querySelector("button");
    this.panel = this.place.querySelector(".settings");
    this.light = form.querySelector("[data-set=light]");
    this.button.onclick = () => this.open(this.panel.hidden);
    this.chips = el("ul", "chips");
    this.panel.querySelector("[data-end=through]").append(this.chips, (this.about = el("p", "about")));
    // Before a finder hears it: its own list is closed first.
    this.place.addEventListener("keydown", (event) => this.key(event), true);
    this.place.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !this.place.contains(relatedTarget) && this.open(false));
    const outside = (event) => {
      if (!form.isConnected) document.removeEventListener("pointerdown", outside, true);
      else if (!event.composedPath().includes(this.place)) this.open(false);
    };
    document.addEventListener("pointerdown", outside, true);
    ROOMY.addEventListener("change", () => this.show());
  }

  show() {
    const { data } = this.controls;
    if (ROOMY.matches) this.place.before(this.light);
    else this.panel.prepend(this.light);
    for (const name of ["gate", "proposed", "level"]) fillChoice(this.panel.querySelector(`[data-set=${name}]`), data[name], this.controls);
    fillSelect(this.panel.querySelector("[data-set=steps]"), data.steps, this.controls);
    this.showChips(data.through);
    const lit = ROOMY.matches ? "" : data.light?.said;
    const said = [...(lit ? [lit] : []), ...data.said];
    this.button.replaceChildren("Options", ...(said.length ? [el("span", "said", ` · ${said.join(", ")}`)] : []));
    this.button.title = said.join(", ");
    this.form.classList.toggle("unusual", said.length > 0);
  }

  showChips(through) {
    const place = this.chips.parentElement;
    place.hidden = !through;
    if (!through) return;
    const held = this.chips.contains(this.chips.getRootNode().activeElement);
    this.chips.replaceChildren(...through.chosen.map((chip) => {
      const link = el("a", "", chip.name, el("span", "cross", "×"));
      link.lastChild.setAttribute("aria-hidden", "true");
      link.href = chip.link_without;
      link.setAttribute("aria-label", `Not through ${chip.name}`);
      link.onclick = (event) => this.controls.follow(event, link);
      return el("li", "", link);
    }));
    this.about.textContent = through.about;
    if (held) (this.chips.querySelector("a") ?? place.querySelector("input")).focus({ preventScroll: true });
  }

  key(event) {
    if (event.key !== "Escape" || this.panel.hidden || event.target.getAttribute("aria-expanded") === "true" && event.target !== this.button) return;
    event.stopPropagation();
    this.open(false);
    this.button.focus();
  }

  open(open) {
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }
}

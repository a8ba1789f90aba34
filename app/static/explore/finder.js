// A box that finds nodes as you type: a combobox after the ARIA practice.

import { el } from "../shared/elements.js";
import { offersFor } from "./offers.js";
import { Suggestions } from "./suggestions.js";

const WAIT = 120;
const WORDS = { from: "START", to: "TARGET", through: "THROUGH" };

/** Type, arrow keys, Enter; Escape puts the chosen name back. */
export class Finder {
  constructor(place, end, controls) {
    this.place = place;
    this.end = end;
    this.controls = controls;
    this.name = "";
    this.label = el("label");
    this.label.htmlFor = `find-${end}`;
    this.input = el("input");
    Object.assign(this.input, { id: `find-${end}`, type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: false, enterKeyHint: "search" });
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-controls", `list-${end}`);
    this.suggestions = new Suggestions(end, "Suggestions", (option, byFinger) => this.take(option, byFinger));
    this.status = el("span", "aloud");
    this.status.setAttribute("role", "status");
    place.append(this.label, this.input, this.suggestions.popup, this.status);
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("click", () => this.suggestions.popup.hidden && this.ask(""));
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
  }

  /** Show what is chosen; what is being typed stays unless that has changed. */
  settle() {
    const said = this.controls.data[this.end];
    if (!said) return;
    this.label.textContent = said.label;
    this.suggestions.list.setAttribute("aria-label", `Suggestions for ${said.label}`);
    const name = said.name ?? "";
    if (this.name !== name || !this.settled) {
      this.settled = true;
      this.name = name;
      this.input.value = name;
      this.close();
    }
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value), WAIT);
  }

  ask(text) {
    this.answered = this.answer(text);
    return this.answered;
  }

  async answer(text) {
    clearTimeout(this.timer);
    this.timer = null;
    const { from, to, with_proposed, level } = this.controls.data;
    const address = new URL("api/find", document.baseURI);
    address.searchParams.set("q", text);
    if (this.end !== "from") address.searchParams.set("from", from.id);
    if (this.end === "through") address.searchParams.set("to", to.id);
    if (this.end !== "from" && with_proposed) address.searchParams.set("proposed", "1");
    if (level) address.searchParams.set("level", level.chosen);
    const asked = (this.asked = address.href);
    const answer = await fetch(address).then((reply) => (reply.ok ? reply.json() : null)).catch(() => null);
    if (asked === this.asked) this.show(offersFor(answer, text, this), text);
  }

  show({ said, groups }, text) {
    this.suggestions.show(said, groups);
    this.input.setAttribute("aria-expanded", "true");
    const count = this.suggestions.options.length;
    this.status.textContent = said || `${count} ${count === 1 ? "suggestion" : "suggestions"}`;
    // Enter takes the best of what was typed; of the whole list nobody has pointed at anything yet.
    this.point(text.trim() && count && !said ? 0 : -1);
  }

  point(i) {
    const id = this.suggestions.point(i);
    if (id) this.input.setAttribute("aria-activedescendant", id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  async key(event) {
    // Streamlit listens for single keys on the page; what is typed here is meant for this box alone.
    event.stopPropagation();
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.suggestions.popup.hidden) await this.ask("");
      this.point(this.suggestions.next(key === "ArrowDown" ? 1 : -1));
    } else if (key === "Enter") {
      event.preventDefault();
      // What was typed last has its answer first, however slowly that comes.
      if (this.timer) this.ask(this.input.value);
      await this.answered;
      if (!this.suggestions.popup.hidden) this.take(this.suggestions.options[this.suggestions.active]);
    } else if (key === "Escape") {
      this.input.value = this.name;
      this.close();
    } else if (key === "Tab") this.close();
  }

  take(option, byFinger = false) {
    if (!option) return;
    option.act();
    if (option.asks) return;
    this.close();
    if (!byFinger) return;
    this.controls.taken = performance.now();
    // The keyboard on the screen has done its work.
    this.input.blur();
  }

  /** Go to the view with this node at this end. */
  choose(id, name) {
    const template = this.controls.data.link[this.end] ?? this.controls.data[this.end].link;
    this.name = this.end === "through" ? "" : name;
    this.input.value = this.name;
    this.controls.go(template.replace(WORDS[this.end], encodeURIComponent(id)));
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
    this.asked = null;
    this.suggestions.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (this.input.getRootNode().activeElement !== this.input) this.input.value = this.name;
  }
}

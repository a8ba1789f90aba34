// A listbox in groups, under a finder: what is said, then what may be taken.

import { el } from "../shared/elements.js";

export class Suggestions {
  /** @param take called with the option that was clicked or tapped, and whether by a finger */
  constructor(end, label, take) {
    this.end = end;
    this.options = [];
    this.active = -1;
    this.said = el("p", "told");
    this.list = el("div", "list");
    this.list.id = `list-${end}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label);
    this.popup = el("div", "popup", this.said, this.list);
    this.popup.hidden = true;
    // The box keeps the focus, and with a finger the keyboard stays where it is.
    this.popup.onmousedown = (event) => event.preventDefault();
    // A click comes last of all that a tap brings; whoever closes the list sooner lets the rest fall on what is beneath.
    this.popup.onclick = (event) => {
      event.preventDefault();
      const item = event.target.closest("[role=option]");
      if (item) take(this.options[this.items.indexOf(item)], event.pointerType === "touch");
    };
  }

  /** @param groups each a name ("" for none) and its options: name, note, act */
  show(said, groups) {
    this.options = groups.flatMap((group) => group.options);
    this.items = [];
    this.said.textContent = said;
    this.said.hidden = !said;
    this.list.replaceChildren(...groups.flatMap((group, number) => this.group(group, number)));
    this.list.hidden = !this.options.length;
    this.popup.hidden = false;
    this.list.scrollTop = 0;
    this.active = -1;
  }

  group({ name, options }, number) {
    const items = options.map((option) => this.item(option));
    if (!name) return items;
    const heading = el("div", "heading", name);
    heading.id = `group-${this.end}-${number}`;
    heading.setAttribute("role", "presentation");
    const group = el("div", "group", heading, ...items);
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", heading.id);
    return [group];
  }

  item({ name, note, asks }) {
    const item = el("div", asks ? "option asks" : "option", el("span", "", name), note ? el("small", "", note) : null);
    item.id = `option-${this.end}-${this.items.length}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    this.items.push(item);
    return item;
  }

  /** Point at an option; -1 at none. Gives the id of what is pointed at. */
  point(i) {
    this.items[this.active]?.setAttribute("aria-selected", "false");
    this.active = i;
    const item = this.items[i];
    item?.setAttribute("aria-selected", "true");
    // The heading of a group comes into sight with its first option.
    if (item) (item.previousElementSibling?.matches(".heading") ? item.previousElementSibling : item).scrollIntoView({ block: "nearest" });
    item?.scrollIntoView({ block: "nearest" });
    return item?.id;
  }

  /** The place of the option a step away, around the ends; headings are none. */
  next(step) {
    const count = this.options.length;
    if (!count) return -1;
    return this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
  }
}

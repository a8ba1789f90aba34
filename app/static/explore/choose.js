// The controls: two boxes that find nodes as you type, and small sets of choices.

import { whenConnected } from "../shared/connection.js";

const WAIT = 120;
const known = new WeakMap();

export default function show({ parentElement, data, setTriggerValue }) {
  const form = parentElement.querySelector("form");
  let state = known.get(form);
  if (!state) {
    state = { data, go: null };
    state.ends = ["from", "to"].map((end) => new Finder(form.querySelector(`[data-end=${end}]`), end, state));
    known.set(form, state);
    // The page's policy allows no script in markup.
    form.onsubmit = (event) => event.preventDefault();
  }
  state.data = data;
  state.go = (address) => whenConnected(() => setTriggerValue("go", address));
  state.ends.forEach((finder) => finder.settle());
  for (const set of form.querySelectorAll("fieldset")) fill(set, data[set.dataset.set], state);
}

function fill(set, { label, options, chosen }, state) {
  const legend = document.createElement("legend");
  legend.textContent = label;
  const links = options.map((option) => {
    const link = document.createElement("a");
    link.href = option.link;
    link.textContent = option.label;
    link.title = option.about;
    if (option.id === chosen) link.setAttribute("aria-current", "true");
    link.onclick = (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      state.go(option.link);
    };
    return link;
  });
  const held = links.findIndex((_, i) => set.getRootNode().activeElement === set.querySelectorAll("a")[i]);
  // A set without a choice is none: a map without core boxes has no overview.
  set.hidden = !links.length;
  set.replaceChildren(legend, ...links);
  if (held >= 0) links[held].focus({ preventScroll: true });
}

/** A combobox after the ARIA practice: type, arrow keys, Enter; Escape puts the chosen name back. */
class Finder {
  constructor(place, end, state) {
    this.end = end;
    this.state = state;
    this.options = [];
    this.active = -1;
    const label = document.createElement("label");
    label.textContent = state.data[end].label;
    label.htmlFor = `find-${end}`;
    this.input = document.createElement("input");
    Object.assign(this.input, { id: `find-${end}`, type: "text", autocomplete: "off", spellcheck: false });
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-controls", `list-${end}`);
    this.list = document.createElement("ul");
    this.list.id = `list-${end}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", `Suggestions for ${label.textContent}`);
    this.list.hidden = true;
    this.status = document.createElement("span");
    this.status.className = "aloud";
    this.status.setAttribute("role", "status");
    place.append(label, this.input, this.list, this.status);
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("click", () => this.list.hidden && this.ask(""));
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  settle() {
    const { name } = this.state.data[this.end];
    if (this.name !== name) {
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
    const address = new URL("api/find", document.baseURI);
    address.searchParams.set("q", text);
    if (this.end === "to") address.searchParams.set("from", this.state.data.from.id);
    if (this.end === "to" && this.state.data.proposed.chosen === "yes") address.searchParams.set("proposed", "1");
    const asked = (this.asked = address.href);
    const options = await fetch(address).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
    if (asked === this.asked) this.show(options);
  }

  show(options) {
    this.options = options;
    this.list.replaceChildren(...options.map((option, i) => this.option(option, i)));
    if (!options.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.textContent = this.end === "to" ? "Nothing like that can be reached from here" : "Nothing like that on this map";
      this.list.append(none);
    }
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = options.length ? `${options.length} suggestion${options.length === 1 ? "" : "s"}` : "no suggestions";
    this.point(options.length ? 0 : -1);
  }

  option(option, i) {
    const item = document.createElement("li");
    item.id = `option-${this.end}-${i}`;
    item.setAttribute("role", "option");
    const name = document.createElement("span");
    name.textContent = option.name;
    item.append(name);
    const said = [];
    if (option.matched && option.matched !== option.name && option.score > 0) said.push(option.matched);
    if (option.paths) said.push(`${option.exact ? "" : "more than "}${option.paths.toLocaleString("en")} path${option.paths === 1 ? "" : "s"}`);
    if (said.length) {
      const small = document.createElement("small");
      small.textContent = said.join(" · ");
      item.append(small);
    }
    item.onpointerdown = (event) => {
      event.preventDefault();
      this.take(i);
    };
    return item;
  }

  point(i) {
    this.active = i;
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === i)));
    const item = this.list.children[i];
    if (i >= 0 && item) {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  async key(event) {
    // Streamlit listens for single keys on the page; what is typed here is meant for this box alone.
    event.stopPropagation();
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) return this.ask("");
      const count = this.options.length;
      if (count) this.point((this.active + (key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (key === "Enter") {
      event.preventDefault();
      // What was typed last has its answer first, however slowly that comes.
      if (this.timer) this.ask(this.input.value);
      await this.answered;
      if (!this.list.hidden) this.take(this.active);
    } else if (key === "Escape") {
      this.input.value = this.name;
      this.close();
    } else if (key === "Tab") this.close();
  }

  take(i) {
    const option = this.options[i];
    if (!option) return;
    this.name = option.name;
    this.input.value = option.name;
    this.close();
    const word = this.end === "from" ? "START" : "TARGET";
    this.state.go(this.state.data.link[this.end].replace(word, encodeURIComponent(option.id)));
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
    this.asked = null;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (this.input.getRootNode().activeElement !== this.input) this.input.value = this.name;
  }
}

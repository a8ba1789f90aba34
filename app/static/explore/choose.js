// The controls in one row: two finders, what exchanges them, what is lit, and the rest under Options.

import { whenConnected } from "../shared/connection.js";
import { fillChoice } from "./choice.js";
import { Finder } from "./finder.js";
import { Options } from "./options.js";

const known = new WeakMap();
/** A finger taps twice where nothing seems to happen; what opens beneath a chosen option must not get the second. */
const TWICE = 400;

export default function show({ parentElement, data, setTriggerValue }) {
  const form = parentElement.querySelector("form");
  if (!known.has(form)) known.set(form, new Controls(form));
  known.get(form).show(data, (address) => whenConnected(() => setTriggerValue("go", address)));
}

class Controls {
  constructor(form) {
    this.form = form;
    this.taken = -TWICE;
    this.finders = ["from", "to", "through"].map((end) => new Finder(form.querySelector(`[data-end=${end}]`), end, this));
    this.options = new Options(form, this);
    this.swap = form.querySelector(".swap");
    this.swap.onclick = (event) => this.follow(event, this.swap);
    // The page's policy allows no script in markup.
    form.onsubmit = (event) => event.preventDefault();
    for (const kind of ["mousedown", "click"]) form.addEventListener(kind, (event) => this.guard(event), true);
  }

  show(data, go) {
    this.data = data;
    this.go = go;
    this.swap.href = data.link.swap;
    const exchange = `Exchange: from ${data.to.name} to ${data.from.name}`;
    this.swap.setAttribute("aria-label", exchange);
    this.swap.title = exchange;
    for (const finder of this.finders) finder.settle();
    fillChoice(this.form.querySelector("[data-set=light]"), data.light, this);
    this.options.show();
  }

  /** Follow a link here, without a reload; with a key held it is the browser's. */
  follow(event, link) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.go(link.getAttribute("href"));
  }

  guard(event) {
    if (event.timeStamp - this.taken > TWICE) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

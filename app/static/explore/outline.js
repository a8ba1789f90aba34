// The picture as a list: every box and what goes out from it, for Tab, for Ctrl+F and for a screen reader.
// The focus, or the pointer, on an entry lights it in the picture; a press opens it, as a click there does.

import { el } from "../shared/elements.js";

export class Outline {
  constructor(place, view) {
    this.place = place;
    this.view = view;
    for (const [kind, on] of [["focusin", true], ["pointerover", true], ["focusout", false], ["pointerleave", false]]) {
      place.addEventListener(kind, (event) => this.light(on ? event.target : null));
    }
    place.onclick = ({ target }) => {
      const { node, edge } = target.closest("button")?.dataset ?? {};
      if (node) view.send({ node });
      if (edge) view.send({ edge });
    };
  }

  light(target) {
    const { node, edge } = target?.closest?.("button")?.dataset ?? {};
    this.view.point(node ? { node } : edge ? { edge } : {});
  }

  /** Written anew when other boxes came in; what has the focus keeps it. */
  fill() {
    const { nodes, edges, drawing } = this.view;
    const now = [drawing.level, ...nodes.keys()].join();
    if (this.filled === now) return;
    this.filled = now;
    const held = this.place.getRootNode().activeElement?.dataset;
    const lanes = drawing.lanes.map((lane) => el("section", null, el("h3", null, lane.name), el("ul", null)));
    for (const node of [...nodes.values()].sort((a, b) => a.y - b.y)) {
      const lane = drawing.lanes.reduce((best, each, at) =>
        Math.abs(each.x - node.x) < Math.abs(drawing.lanes[best].x - node.x) ? at : best, 0);
      const out = [...edges.values()].filter((edge) => edge.from === node.id).map((edge) => this.arrow(edge));
      const item = el("li", null, this.button(node.claim, { node: node.id }), out.length ? el("ul", null, ...out) : null);
      lanes[lane].querySelector("ul").append(item);
    }
    this.place.replaceChildren(...lanes);
    if (!held) return;
    const [key, value] = Object.entries(held)[0] ?? [];
    this.place.querySelector(`button[data-${key}="${CSS.escape(value ?? "")}"]`)?.focus({ preventScroll: true });
  }

  arrow(edge) {
    const target = this.view.nodes.get(edge.to);
    return el("li", null, this.button(`${edge.says} ${target.called}`, { edge: edge.id }), ` ${edge.known.join(", ")}`);
  }

  button(words, data) {
    const button = el("button", null, words);
    button.type = "button";
    Object.assign(button.dataset, data);
    return button;
  }
}

// Off the path for a moment: the whole map, a card for any box, and from card to card along its arrows.

import { drawArrow, drawBadge, middle } from "./arrows.js";
import { drawBox } from "./boxes.js";
import { around, Canvas, glide } from "./canvas.js";
import { button, el } from "./elements.js";

export class Wander {
  /** `told` is the lecture's data; `map` the address of the map's drawing, or the drawing itself. */
  constructor(root, told, map) {
    this.told = told;
    this.map = map;
    this.element = el("div", "wander");
    this.element.hidden = true;
    this.picture = el("div", "map");
    this.card = el("div", "card");
    this.card.setAttribute("aria-live", "polite");
    const back = button("back", "Back to the lecture (M)", () => this.close());
    this.element.append(this.picture, el("div", "aside", this.card, back));
    root.append(this.element);
    const ends = told.stops.flatMap((stop) => (stop.edge ? [stop.source, stop.target] : []));
    this.chain = new Set(ends);
    this.picture.addEventListener("click", (event) => {
      const { node } = this.canvas?.at(event) ?? {};
      if (node !== undefined) this.go(node);
    });
  }

  get open() {
    return !this.element.hidden;
  }

  /** Open at a box; what was told so far stays marked. */
  async show(node, theme, mode, onClose) {
    this.onClose = onClose;
    this.element.hidden = false;
    this.paint(theme, mode);
    this.go(node);
    if (this.drawing) return this.resize();
    const { map } = this;
    this.drawing = typeof map === "string" ? await fetch(new URL(map, document.baseURI)).then((answer) => answer.json()) : map;
    this.canvas = new Canvas(this.picture, this.drawing, this, { hover: false });
    this.resize();
    return undefined;
  }

  close() {
    if (!this.open) return;
    this.element.hidden = true;
    this.onClose?.();
  }

  paint(theme, mode) {
    this.mode = mode;
    this.theme = theme;
    this.canvas?.network.redraw();
  }

  resize() {
    if (!this.canvas || !this.open) return;
    this.canvas.resize();
    this.follow(false);
  }

  go(id) {
    this.here = id;
    const card = this.told.cards[id];
    this.near = new Set([id, ...card.before.map(([node]) => node), ...card.after.map(([node]) => node)]);
    this.card.replaceChildren(
      el("h2", "", card.claim),
      el("p", "kind", card.kind),
      el("p", "", card.plain),
      ...this.list("What leads to it", card.before, true),
      ...this.list("What follows from it", card.after, false),
    );
    this.follow(true);
  }

  list(title, arrows, before) {
    if (!arrows.length) return [];
    const items = arrows.map(([id, sign, certainty]) => {
      const { claim } = this.told.cards[id];
      const words = before ? `${claim} ${sign}` : `${sign} ${claim}`;
      return el("li", "", button("", words, () => this.go(id)), el("small", "", certainty));
    });
    return [el("h3", "", title), el("ul", "", ...items)];
  }

  follow(moving) {
    if (!this.canvas) return;
    const nodes = [...this.near].flatMap((id) => this.canvas.nodes.get(id) ?? []);
    if (!nodes.length) return;
    this.canvas.fit(around(nodes), { margin: 24, animation: moving && glide(320) });
    this.canvas.network.redraw();
  }

  isNear(edge) {
    return edge.from === this.here || edge.to === this.here;
  }

  box(ctx, node) {
    if (!this.theme) return;
    const kind = this.drawing.kinds[node.kind];
    const state = node.id === this.here ? "path" : this.near.has(node.id) ? "lit" : "dim";
    drawBox(ctx, node, kind, this.theme, kind[this.mode], state, this.chain.has(node.id), false);
  }

  arrows(ctx) {
    if (!this.theme) return;
    const { arrow, background, dim_arrow: dim } = this.theme;
    const edges = [...this.canvas.edges.values()];
    for (const edge of edges.filter((each) => !this.isNear(each))) drawArrow(ctx, edge, { color: dim, grow: 0 }, this.drawing);
    for (const edge of edges.filter((each) => this.isNear(each))) {
      drawArrow(ctx, edge, { color: arrow, grow: 0.8 }, this.drawing);
      const at = middle(edge.points);
      if (edge.contested) drawBadge(ctx, at.x, at.y, "?", 6.5, background, arrow, arrow);
    }
  }

  above() {}

  leave() {
    this.canvas?.leave();
  }
}

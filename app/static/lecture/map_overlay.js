// Off the chain for a moment: the map, a card for any box, and from card to card along its arrows.

import { drawArrow, drawBadge, middle } from "../shared/arrows.js";
import { drawBox } from "../shared/boxes.js";
import { around, Canvas, glide } from "../shared/canvas.js";
import { button, el } from "../shared/elements.js";

const LEAST = 15 / 13; // the smallest scale, on a stage of 1280 x 720: text of 15 pixels

export class MapOverlay {
  /** `told` is the lecture's data; `map` the address of the map's drawing, or the drawing itself. */
  constructor(root, told, map) {
    this.root = root;
    this.map = map;
    this.level = told.picture.level;
    this.element = el("div", "map-overlay");
    this.element.hidden = true;
    this.picture = el("div", "map");
    this.card = el("div", "note");
    this.card.setAttribute("aria-live", "polite");
    const back = button("back", "Back to the lecture", () => this.close());
    back.append(el("span", "key", " (M)"));
    this.element.append(this.picture, el("div", "aside", this.card, back));
    root.append(this.element);
    this.chain = new Set(told.stops.flatMap((stop) => (stop.edge ? [stop.source, stop.target] : [])));
  }

  get open() {
    return !this.element.hidden;
  }

  /** Open at a box; the boxes of the chain stay marked. */
  async show(node, theme, mode, onClose) {
    this.onClose = onClose;
    this.here = node;
    this.element.hidden = false;
    this.paint(theme, mode);
    if (!this.canvas && !(await this.draw())) return;
    this.canvas.resize();
    this.go(this.here, false);
  }

  /** Draw the map at the first visit; says whether it could be fetched. */
  async draw() {
    const { map } = this;
    try {
      const fetched = typeof map === "string" && (await fetch(new URL(map, document.baseURI)));
      if (fetched && !fetched.ok) throw new Error(await fetched.text());
      this.drawing = fetched ? await fetched.json() : map;
    } catch {
      this.card.replaceChildren(el("p", "", "The map could not be fetched. The lecture itself goes on without it."));
      return false;
    }
    // Two visits in a row may both have fetched it.
    if (this.canvas) return true;
    this.canvas = new Canvas(this.picture, this.drawing, this, { hover: false });
    this.canvas.speak(this.level);
    this.canvas.network.on("click", ({ event }) => {
      const { node } = this.canvas.at(event.center ? { clientX: event.center.x, clientY: event.center.y } : event);
      if (node !== undefined) this.go(node);
    });
    return true;
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

  /** Stand at a box: its card, and the camera on it and what it is joined to. */
  go(id, moving = true) {
    this.here = id;
    const { nodes, edges } = this.canvas;
    const node = nodes.get(id);
    const joined = [...edges.values()].filter((edge) => this.isNear(edge));
    const causal = joined.filter((edge) => edge.effect !== "associated-with");
    const otherEnd = (edge) => (edge.from === id ? edge.to : edge.from);
    this.near = new Set([id, ...joined.map(otherEnd)]);
    this.card.replaceChildren(
      el("h2", "", node.claim),
      el("p", "what", this.drawing.kinds[node.kind].label),
      el("p", "", node.about),
      ...this.list("What acts on it", causal.filter((edge) => edge.to === id), otherEnd),
      ...this.list("What it acts on", causal.filter((edge) => edge.from === id), otherEnd),
      ...this.list("Associated with it, cause unknown", joined.filter((edge) => !causal.includes(edge)), otherEnd),
    );
    this.card.scrollTop = 0;
    this.follow(moving);
  }

  list(title, edges, otherEnd) {
    if (!edges.length) return [];
    const items = edges.map((edge) => {
      const { called } = this.canvas.nodes.get(otherEnd(edge));
      const words = otherEnd(edge) === edge.from ? `${called} ${edge.end}` : `${edge.end} ${called}`;
      return el("li", "", button("", words, () => this.go(otherEnd(edge))), el("small", "", edge.known.join(", ")));
    });
    return [el("h3", "", title), el("ul", "", ...items)];
  }

  /** All near boxes when they can be read, else the box itself in the middle. */
  follow(moving) {
    const part = around([...this.near].map((id) => this.canvas.nodes.get(id)));
    const animation = moving && glide(320);
    const unit = Math.min(this.root.clientWidth / 1280, this.root.clientHeight / 720);
    const least = LEAST * Math.max(0.8, unit);
    const room = Math.min(this.picture.clientWidth / (part.right - part.left + 48), this.picture.clientHeight / (part.bottom - part.top + 48));
    if (room >= least) this.canvas.fit(part, { margin: 24, most: 2.2 * unit, animation });
    else {
      const { x, y } = this.canvas.nodes.get(this.here);
      this.canvas.network.moveTo({ position: { x, y }, scale: least, animation });
    }
    this.canvas.network.redraw();
  }

  isNear(edge) {
    return edge.from === this.here || edge.to === this.here;
  }

  box(ctx, node) {
    if (!this.theme) return;
    const kind = this.drawing.kinds[node.kind];
    const state = node.id === this.here ? "path" : this.near?.has(node.id) ? "lit" : "dim";
    drawBox(ctx, node, kind, this.theme, kind[this.mode], state, this.chain.has(node.id), false);
  }

  arrows(ctx) {
    if (!this.theme) return;
    const { arrow, background, dim_arrow: dim } = this.theme;
    const edges = [...this.canvas.edges.values()];
    for (const edge of edges.filter((each) => !this.isNear(each))) drawArrow(ctx, edge, { color: dim, grow: 0, background }, this.drawing);
    for (const edge of edges.filter((each) => this.isNear(each))) {
      drawArrow(ctx, edge, { color: arrow, grow: 0.8, background }, this.drawing);
      const at = middle(edge.points);
      if (edge.contested) drawBadge(ctx, at.x, at.y, "?", 6.5, background, arrow, arrow);
    }
  }

  above() {}

  leave() {
    this.canvas?.leave();
  }
}

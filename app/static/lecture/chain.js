// The chain of a lecture on its still picture: what was told is lit, what is told now stands out, what comes is
// not yet there. Boxes never move; the camera follows, and never lets the text become too small to be read.

import { drawArrow, drawBadge } from "../shared/arrows.js";
import { drawBox } from "../shared/boxes.js";
import { around, Canvas, glide } from "../shared/canvas.js";

const TEXT = 13; // the height of text in the units of a drawing
const SMALLEST = 24; // on a stage of 1280 x 720
const LARGEST = 40;
const MARGIN = 22;
const RING = 6.5; // how far the ring round a box reaches: the arrow ends before it, or its head would be lost in it

export class Chain {
  constructor(element, drawing) {
    this.drawing = drawing;
    this.told = [];
    this.canvas = new Canvas(element, drawing, this, { hover: false, dragView: false, zoomView: false });
  }

  /** Show the arrows told so far; `current` is the one that is told now, if any. */
  show(told, current, unit, moving = true) {
    const { edges } = this.canvas;
    this.told = told.map((id) => edges.get(id));
    this.current = edges.get(current);
    this.shown = new Set(this.told.flatMap((edge) => [edge.from, edge.to]));
    this.unit = unit;
    this.follow(moving);
    this.canvas.network.redraw();
  }

  paint(mode) {
    this.mode = mode;
    this.theme = this.drawing.themes[mode];
    this.canvas.network.redraw();
  }

  resize() {
    this.canvas.resize();
    this.follow(false);
    this.canvas.network.redraw();
  }

  /** Everything told so far, or as much of its end as can be read from the last row. */
  follow(moving) {
    if (!this.told.length) return;
    const { element } = this.canvas;
    const [smallest, largest] = [(SMALLEST * this.unit) / TEXT, (LARGEST * this.unit) / TEXT];
    let part = this.part(0);
    for (let from = 1; from < this.told.length; from += 1) {
      const scale = Math.min(
        element.clientWidth / (part.right - part.left + 2 * MARGIN),
        element.clientHeight / (part.bottom - part.top + 2 * MARGIN),
      );
      if (scale >= smallest) break;
      part = this.part(from);
    }
    this.canvas.fit(part, { margin: MARGIN, most: largest, animation: moving && glide(320) });
  }

  part(from) {
    const edges = this.told.slice(from);
    if (this.current && !edges.includes(this.current)) edges.push(this.current);
    const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    return around([...ends].map((id) => this.canvas.nodes.get(id)), edges);
  }

  box(ctx, node) {
    if (!this.theme || !this.shown?.has(node.id)) return;
    const now = this.current && (this.current.from === node.id || this.current.to === node.id);
    const kind = this.drawing.kinds[node.kind];
    const ring = this.current?.to === node.id;
    drawBox(ctx, node, kind, this.theme, kind[this.mode], now ? "path" : "lit", ring, false);
  }

  arrows(ctx) {
    if (!this.theme) return;
    for (const edge of this.told) {
      const way = edge === this.current ? { ...edge, points: upTo(RING, edge.points) } : edge;
      drawArrow(ctx, way, this.look(edge), this.drawing);
    }
  }

  look(edge) {
    const now = edge === this.current;
    return { color: now ? this.theme.accent : this.theme.arrow, grow: now ? 2.2 : 0.8, background: this.theme.background };
  }

  above(ctx) {
    if (!this.theme) return;
    const { accent, accent_text: ink, background } = this.theme;
    for (const { edge: id, words, radius, at } of this.drawing.badges) {
      const edge = this.canvas.edges.get(id);
      if (!this.told.includes(edge)) continue;
      const { color } = this.look(edge);
      const loud = edge === this.current && words !== "?";
      drawBadge(ctx, ...at, words, radius, loud ? accent : background, loud ? ink : color, loud ? background : color);
    }
  }

  /** The box under the pointer, if it is shown already. */
  at(event) {
    const { node } = this.canvas.at(event);
    return this.shown?.has(node) ? node : undefined;
  }
}

/** A way that ends so many units before its end. */
function upTo(short, points) {
  const [[ax, ay], [x, y]] = points.slice(-2);
  const length = Math.hypot(x - ax, y - ay) || 1;
  const back = Math.min(short, length / 2) / length;
  return [...points.slice(0, -1), [x + (ax - x) * back, y + (ay - y) * back]];
}

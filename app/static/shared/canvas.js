// A drawing on vis's canvas: vis holds the boxes and the camera, a painter of ours draws both boxes and arrows.
// Boxes and arrows speak at the reading level of the drawing; the drawing of a map can speak at both.

import { arrowAt } from "./arrows.js";

const REACH = 8;

export class Canvas {
  /** `painter` has arrows(ctx), box(ctx, node) and above(ctx); `interaction` goes to vis. */
  constructor(element, drawing, painter, interaction) {
    this.element = element;
    this.drawing = drawing;
    this.nodes = new Map(drawing.nodes.map((node) => [node.id, node]));
    this.edges = new Map(drawing.edges.map((edge) => [edge.id, edge]));
    this.painter = painter;
    this.boxes = new globalThis.vis.DataSet(drawing.nodes.map((node) => this.box(node)));
    // Arrows follow routes with corners, which vis cannot draw: we draw them, and vis knows nothing of them.
    this.network = new globalThis.vis.Network(element, { nodes: this.boxes, edges: [] }, {
      autoResize: false,
      physics: { enabled: false },
      interaction: { hover: true, selectConnectedEdges: false, tooltipDelay: 1e9, ...interaction },
      nodes: { chosen: false },
      edges: { chosen: false, smooth: false },
    });
    this.entered = { nodes: [], edges: [], away: [] };
    this.network.on("beforeDrawing", (ctx) => painter.arrows(ctx));
    this.network.on("afterDrawing", (ctx) => painter.above(ctx));
  }

  /** Let every box and arrow, and the legend, speak at a reading level: "plain" or the precise one. */
  speak(level) {
    this.drawing.level = level;
    for (const part of [...this.nodes.values(), ...this.edges.values()]) {
      if (!part.precise) continue;
      part.usual ??= Object.fromEntries(Object.keys(part.precise).map((key) => [key, part[key]]));
      Object.assign(part, level === "plain" ? part.usual : part.precise);
    }
  }

  box(node) {
    return {
      id: node.id,
      x: node.x,
      y: node.y,
      fixed: true,
      shape: "custom",
      // vis keeps this function when the box comes in again with other words: ask for what it says now.
      ctxRenderer: ({ ctx }) => {
        const now = this.nodes.get(node.id) ?? node;
        return { drawNode: () => this.painter.box(ctx, now), nodeDimensions: { width: now.width, height: now.height } };
      },
    };
  }

  /** Boxes and arrows that come into the drawing for this choice, in place of those that came before; the
      arrows that are `opened` stay away meanwhile, for their steps are drawn. */
  enter({ nodes, edges, opened }) {
    const before = this.entered;
    this.boxes.remove(before.nodes.map(({ id }) => id).filter((id) => !nodes.some((node) => node.id === id)));
    for (const { id } of before.nodes) this.nodes.delete(id);
    for (const { id } of before.edges) this.edges.delete(id);
    for (const edge of before.away) this.edges.set(edge.id, edge);
    for (const node of nodes) this.nodes.set(node.id, node);
    const away = opened.map((id) => this.edges.get(id)).filter(Boolean);
    for (const { id } of away) this.edges.delete(id);
    for (const edge of edges) this.edges.set(edge.id, edge);
    if (nodes.length) this.boxes.update(nodes.map((node) => this.box(node)));
    this.entered = { nodes, edges, away };
  }

  /** Take the size of the element again. */
  resize() {
    this.network.setSize(`${this.element.clientWidth}px`, `${this.element.clientHeight}px`);
  }

  /** Whether a box is drawn at a point: vis leaves a margin round each, in which an arrow may run. */
  covers(id, { x, y }) {
    const box = this.nodes.get(id);
    return Boolean(box) && Math.abs(x - box.x) <= box.width / 2 + 1 && Math.abs(y - box.y) <= box.height / 2 + 1;
  }

  /** What is under the pointer: {node}, {edge} or {}. Arrows in `first` win over the others, and right under it
      those in `foremost` over these: they are drawn above. */
  at(event, first = [...this.edges.values()], foremost = []) {
    const frame = this.element.getBoundingClientRect();
    const inFrame = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    const point = this.network.DOMtoCanvas(inFrame);
    const node = this.network.getNodeAt(inFrame);
    if (node !== undefined && this.covers(node, point)) return { node };
    const reach = REACH / this.network.getScale();
    const edge = arrowAt(foremost, point, reach / 3) ?? arrowAt(first, point, reach) ?? arrowAt([...this.edges.values()], point, reach / 2);
    return edge ? { edge: edge.id } : {};
  }

  /** Show a part of the drawing. `most` is the largest scale, `animation` what vis takes. */
  fit({ left, top, right, bottom }, { margin = 10, most = 2.2, above = 0, animation = false }) {
    const room = { width: this.element.clientWidth, height: this.element.clientHeight - above };
    const scale = Math.min(
      room.width / (right - left + 2 * margin),
      room.height / (bottom - top + 2 * margin),
      most,
    );
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 - above / 2 / scale };
    this.network.moveTo({ position, scale, animation });
  }

  leave() {
    this.network.destroy();
  }
}

/** The part of a drawing that some of its boxes and arrows fill. */
export function around(nodes, edges = []) {
  const xs = nodes.flatMap((node) => [node.x - node.width / 2, node.x + node.width / 2]);
  const ys = nodes.flatMap((node) => [node.y - node.height / 2, node.y + node.height / 2]);
  for (const [x, y] of edges.flatMap((edge) => edge.points)) {
    xs.push(x);
    ys.push(y);
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** How vis moves the camera in so many milliseconds; not at all for those who asked for less motion. */
export const glide = (duration) =>
  matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration, easingFunction: "easeInOutQuad" };

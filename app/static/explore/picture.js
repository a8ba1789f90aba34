// The picture: one vis.Network per page that lives as long as the page, redrawn when the choice changes.
// Python says what is drawn (a file the browser keeps) and what is lit (a few ids per choice).

import { drawArrow, drawBadge, drawBreak, middle } from "../shared/arrows.js";
import { drawBox } from "../shared/boxes.js";
import { Camera } from "./camera.js";
import { Canvas } from "../shared/canvas.js";
import { whenConnected } from "../shared/connection.js";
import { drawHeadings } from "./headings.js";
import { buildLegend } from "./legend.js";
import { Outline } from "./outline.js";
import { isDark } from "../shared/theme.js";
import { Tip } from "../shared/tooltip.js";

const views = new WeakMap();

/** Called again with the same host whenever the data or the theme change. */
export default function show({ parentElement, data, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = new View(parentElement);
    views.set(parentElement, view);
  }
  view.send = (what) => whenConnected(() => setTriggerValue("picked", what));
  view.choose(data);
  return () => setTimeout(() => view.leaveIfGone(), 500);
}

class View {
  constructor(host) {
    this.host = host;
    this.root = host.querySelector(".picture");
    this.stage = host.querySelector(".stage");
    // For tests and benchmarks: where a box stands on the screen is known to the camera alone.
    this.root.view = this;
    this.off = new Set();
    this.hover = {};
    this.tip = new Tip(this.root);
    this.stage.addEventListener("pointermove", (event) => this.network && this.move(event));
    this.stage.addEventListener("pointerleave", () => this.point({}));
    new MutationObserver(() => this.redraw()).observe(document.documentElement, { attributes: true });
    // Streamlit listens for single keys ("c" clears its cache); they must not leave the picture.
    this.root.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());
  }

  async choose(choice) {
    const opened = ({ step, opened: arrow, box } = {}) => Boolean(step || arrow || box);
    // A panel that is closed takes the focus with it; the keyboard goes on from the picture.
    const closed = opened(this.choice) && !opened(choice);
    if (closed && document.activeElement === document.body) this.stage.querySelector(".vis-network")?.focus({ preventScroll: true });
    this.choice = choice;
    if (this.address !== choice.picture) {
      this.address = choice.picture;
      this.root.dataset.state = "loading";
      const [drawing] = await Promise.all([
        fetch(new URL(choice.picture, document.baseURI)).then((answer) => answer.json()),
        import(new URL("assets/vis/vis-network.min.js", document.baseURI)),
      ]);
      if (this.address !== choice.picture) return;
      this.load(drawing);
    }
    if (this.drawing) this.light();
  }

  load(drawing) {
    this.camera?.leave();
    this.network?.destroy();
    this.drawing = drawing;
    this.kinds = drawing.kinds;
    this.camera = new Camera(this.root, this.stage, drawing);
    this.canvas = new Canvas(this.stage, drawing, this, { zoomView: false, ...this.camera.gestures() });
    ({ nodes: this.nodes, edges: this.edges, network: this.network } = this.canvas);
    this.camera.attach(this.canvas);
    this.network.on("click", (event) => this.click(event));
    this.legend = buildLegend(this.root, drawing, (key, on) => {
      this.off[on ? "delete" : "add"](key);
      this.redraw();
      this.send({ fade: [...this.off].sort() });
    });
    this.outline = new Outline(this.root.querySelector(".outline .inside"), this);
    document.fonts?.ready.then(() => this.redraw());
  }

  /** Take in a new choice; only colours change, nothing moves. */
  light() {
    const { path, steps, nodes, edges, start, target, fade, breaks, entered } = this.choice;
    this.canvas.enter(entered ?? { nodes: [], edges: [], opened: [] });
    this.canvas.speak(this.choice.level);
    this.onPath = new Set(path);
    this.root.querySelector("button[data-act=path]").disabled = !path.length;
    this.step = new Map(steps);
    this.litNodes = new Set([...nodes, start, target]);
    this.litEdges = new Set(edges);
    this.breaks = new Set(breaks);
    // What comes behind the first break is not reached any more.
    const broken = steps.findIndex(([id]) => this.breaks.has(id));
    this.beyond = new Set(broken < 0 ? [] : steps.slice(broken + 1).map(([id]) => id));
    this.blocked = new Set(this.choice.block);
    this.off = new Set(fade);
    this.legend.press(this.off);
    this.outline.fill();
    this.tip.hide();
    this.camera.settle(this.choice);
    this.redraw();
    this.root.dataset.state = "ready";
    this.root.dataset.shown = this.choice.stamp;
  }

  redraw() {
    if (!this.network) return;
    const dark = isDark(this.root);
    this.theme = this.drawing.themes[dark ? "dark" : "light"];
    this.mode = dark ? "dark" : "light";
    this.root.dataset.theme = this.mode;
    this.legend.paint(this.mode);
    this.network.redraw();
  }

  hiddenByLegend(node) {
    return this.off.has(`kind:${node.kind}`);
  }

  arrowLook(edge) {
    const { theme } = this;
    const ends = [this.nodes.get(edge.from), this.nodes.get(edge.to)];
    const filtered = ends.some((node) => this.hiddenByLegend(node)) || this.off.has(`line:${lineOf(edge)}`);
    const hover = this.hover.edge === edge.id;
    if (this.isOpen(edge)) return { rank: 3, color: theme.accent, grow: 3.4 };
    if (this.breaks.has(edge.id) || this.beyond.has(edge.id)) return { rank: 2, color: theme.arrow, grow: 0.6 };
    if (this.step.has(edge.id)) return { rank: 3, color: theme.accent, grow: 2.2 };
    if (hover) return { rank: 2, color: theme.text, grow: 0.8 };
    if (this.litEdges.has(edge.id) && !filtered) return { rank: 1, color: theme.arrow, grow: 0 };
    return { rank: 0, color: theme.dim_arrow, grow: 0 };
  }

  isOpen(edge) {
    return this.choice.opened === edge.id;
  }

  arrows(ctx) {
    if (!this.theme) return;
    const looks = [...this.edges.values()].map((edge) => [edge, this.arrowLook(edge)]);
    looks.sort((a, b) => a[1].rank - b[1].rank);
    for (const [edge, look] of looks) {
      drawArrow(ctx, edge, { ...look, background: this.theme.background }, this.drawing);
      if (edge.contested && look.rank > 0) {
        const at = middle(edge.points, this.step.has(edge.id) ? 0.8 : 0.5);
        drawBadge(ctx, at.x, at.y, "?", 6.5, this.theme.background, look.color, look.color);
      }
      if (this.breaks.has(edge.id)) drawBreak(ctx, edge.points, this.theme.background, this.theme.accent);
    }
  }

  box(ctx, node) {
    if (!this.theme) return;
    const { start, target } = this.choice;
    const ring = node.id === start || node.id === target;
    const open = node.id === this.choice.box;
    let state = this.litNodes.has(node.id) && !this.hiddenByLegend(node) ? "lit" : "dim";
    if (this.onPath.has(node.id) || ring) state = "path";
    if (this.blocked.has(node.id)) state = "blocked";
    const kind = this.kinds[node.kind];
    drawBox(ctx, node, kind, this.theme, kind[this.mode], state, ring, open || this.hover.node === node.id);
  }

  above(ctx) {
    if (!this.theme) return;
    for (const [id, label] of this.step) {
      const edge = this.edges.get(id);
      if (!edge) continue;
      const at = middle(edge.points, 0.45);
      const { accent, accent_text: ink, background } = this.theme;
      drawBadge(ctx, at.x, at.y, label, this.isOpen(edge) ? 11 : 9, accent, ink, background);
    }
    drawHeadings(ctx, this.network, this.drawing, this.theme);
  }

  at(event) {
    const looks = [...this.edges.values()].map((edge) => [edge, this.arrowLook(edge).rank]);
    const from = (least) => looks.filter(([, rank]) => rank >= least).map(([edge]) => edge);
    return this.canvas.at(event, from(1), from(3));
  }

  move(event) {
    if (event.pointerType === "touch" || event.buttons) return;
    this.point(this.at(event), event);
  }

  point(found, event) {
    const changed = found.node !== this.hover.node || found.edge !== this.hover.edge;
    this.hover = found;
    this.stage.style.cursor = found.node || found.edge ? "pointer" : "";
    if (changed) {
      this.tip.say(found, this, event);
      this.network?.redraw();
    }
  }

  click(event) {
    const found = this.at({ clientX: event.event.center?.x ?? event.event.clientX, clientY: event.event.center?.y ?? event.event.clientY });
    this.tip.hide();
    if (found.node || found.edge) this.send(found);
  }

  leaveIfGone() {
    if (this.stage.isConnected) return;
    this.camera?.leave();
    this.network?.destroy();
    this.network = null;
    this.address = null;
  }
}

/** Which line of the legend an arrow is drawn with. */
function lineOf(edge) {
  if (edge.effect === "associated-with") return "association";
  return edge.status === "supported" ? edge.certainty : edge.status;
}

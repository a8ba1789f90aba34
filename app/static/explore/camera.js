// The camera: the picture is a land behind a window that scrolls, and how far it is scrolled is where the camera
// stands. So wheel, finger and arrow keys move it as they move any page, and it cannot leave the picture.

import { around, glide } from "../shared/canvas.js";
import { FullScreen } from "./full_screen.js";
import { followHands } from "./hands.js";
import { HEADING_HEIGHT } from "./headings.js";

const MARGIN = 2; // units of the picture round what is drawn
const READABLE = 11.001 / 13; // the scale at which 13-unit text is 11 CSS pixels high
const MOST = 2.2; // the largest scale
const AROUND = 236; // CSS pixels of the first screen above and below the picture
const CLEAR = 24; // CSS pixels between what is brought into view and the edge

export class Camera {
  constructor(root, stage, drawing) {
    this.root = root;
    this.stage = stage;
    this.drawing = drawing;
    this.window = root.querySelector(".window");
    this.land = root.querySelector(".land");
    this.size = { width: drawing.width + 2 * MARGIN, height: drawing.height + 2 * MARGIN };
    this.scale = this.home = READABLE;
    this.touched = false;
    this.gone = new AbortController();
    const { signal } = this.gone;
    this.window.addEventListener("scroll", () => this.look(), { signal, passive: true });
    this.window.addEventListener("scrollend", () => this.comeBack(), { signal, passive: true });
    window.addEventListener("resize", () => this.resize(), { signal });
    this.fullScreen = new FullScreen(root, () => this.resize(), signal);
    followHands(this, signal);
    this.buttons();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(root);
  }

  /** Another drawing takes this one's place: stop listening. */
  leave() {
    this.observer.disconnect();
    this.gone.abort();
    this.network = null;
  }

  attach(canvas) {
    this.canvas = canvas;
    this.network = canvas.network;
    this.resize();
  }

  /** vis moves nothing of its own accord: what it shows follows the window. */
  gestures() {
    return { dragView: false, zoomView: false };
  }

  /** The boxes that are drawn now: some come and go with the choice. */
  get boxes() {
    return this.canvas.nodes;
  }

  get full() {
    return this.fullScreen.open;
  }

  /** Take the room there is. Where only the picture got narrower, something opened beside it: see `keep`. */
  resize() {
    const { offsetWidth: width } = this.window;
    const window_ = `${innerWidth} ${innerHeight} ${this.full}`;
    if (!this.network || !width || !this.window.offsetParent) return;
    if (window_ === this.seen?.window && width === this.seen.width) return;
    const before = this.seen;
    const widest = window_ === before?.window ? Math.max(width, before.widest) : width;
    this.seen = { window: window_, width, widest };
    const scale = this.scale;
    this.frame(widest);
    if (before && window_ === before.window && (this.touched || width < widest)) this.keep(scale);
    else this.begin();
    // vis learns how large a box is when it draws it first, and leaves out what it does not know to be in sight.
    requestAnimationFrame(() => this.network?.redraw());
  }

  /** Make the window as high as the picture is at home, and the stage as large as the window. */
  frame(width) {
    if (this.full) {
      this.window.style.height = "";
      this.stageToWindow();
      this.home = Math.max(READABLE, this.whole());
    } else {
      const room = innerHeight - AROUND - HEADING_HEIGHT;
      this.home = Math.max(READABLE, Math.min(width / this.size.width, room / this.size.height, MOST));
      const high = Math.ceil(HEADING_HEIGHT + this.home * this.size.height);
      this.window.style.height = `${high}px`;
      this.layLand(this.home);
      // A scroll bar that takes room takes it below the picture.
      this.window.style.height = `${high + this.window.offsetHeight - this.window.clientHeight}px`;
      this.stageToWindow();
    }
  }

  stageToWindow() {
    const { clientWidth, clientHeight } = this.window;
    this.stage.style.width = `${clientWidth}px`;
    this.stage.style.height = `${clientHeight}px`;
    this.canvas.resize();
  }

  layLand(scale) {
    this.land.style.width = `${Math.floor(scale * this.size.width)}px`;
    this.land.style.height = `${Math.floor(HEADING_HEIGHT + scale * this.size.height)}px`;
  }

  /** The scale at which everything can be seen at once. */
  whole() {
    const { clientWidth, clientHeight } = this.window;
    return Math.min(clientWidth / this.size.width, (clientHeight - HEADING_HEIGHT) / this.size.height, MOST);
  }

  /** From where the corner of the land is drawn on a stage that is larger: in the middle. */
  slack() {
    const { clientWidth, clientHeight } = this.window;
    return {
      x: Math.max(0, (clientWidth - this.scale * this.size.width) / 2),
      y: Math.max(0, (clientHeight - HEADING_HEIGHT - this.scale * this.size.height) / 2) + HEADING_HEIGHT,
    };
  }

  middle() {
    return { x: this.window.clientWidth / 2, y: (this.window.clientHeight + HEADING_HEIGHT) / 2 };
  }

  /** Stand so that a point of the picture is at a place of the stage, as nearly as the edges allow. */
  stand(scale, point, at) {
    this.scale = scale;
    this.layLand(scale);
    const slack = this.slack();
    this.window.scrollTo({
      left: (point.x + MARGIN) * scale + slack.x - at.x,
      top: (point.y + MARGIN) * scale + slack.y - at.y,
      behavior: "instant",
    });
    this.look();
  }

  /** Draw what is behind the window now. */
  look() {
    if (!this.network) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.window;
    const slack = this.slack();
    this.network.moveTo({
      position: {
        x: (scrollLeft + clientWidth / 2 - slack.x) / this.scale - MARGIN,
        y: (scrollTop + clientHeight / 2 - slack.y) / this.scale - MARGIN,
      },
      scale: this.scale,
      animation: false,
    });
  }

  /** The same, gliding there. */
  go(scale, point, at) {
    const { duration } = glide(200) || {};
    const from = { scale: this.scale, point: this.network.DOMtoCanvas(at), time: performance.now() };
    const turn = (this.turn = {});
    const next = (time) => {
      if (this.turn !== turn || !this.network) return;
      const part = duration ? Math.max(0, Math.min(1, (time - from.time) / duration)) : 1;
      const mix = (a, b) => a + (b - a) * part;
      const between = { x: mix(from.point.x, point.x), y: mix(from.point.y, point.y) };
      this.stand(from.scale * (scale / from.scale) ** part, between, at);
      if (part < 1) requestAnimationFrame(next);
    };
    next(from.time);
  }

  bounded(scale) {
    return Math.max(Math.min(this.whole(), this.home), Math.min(MOST, scale));
  }

  /** The first view: all of it where it can be read, else the start of the chosen path in its left third. */
  begin() {
    this.turn = null;
    this.touched = false;
    const start = this.boxes.get(this.choice?.start) ?? { x: 0, y: 0, width: 0 };
    const left = start.x * this.home < this.window.clientWidth / 3 ? 0 : start.x - start.width / 2 - CLEAR;
    const edge = { x: left, y: start.y };
    this.stand(this.home, edge, { x: 0, y: this.middle().y });
  }

  /** Keep scale and left edge; move only so far that what was picked is in view. */
  keep(scale) {
    const at = { x: 0, y: HEADING_HEIGHT };
    this.stand(this.bounded(scale), this.network.DOMtoCanvas(at), at);
    this.reveal(this.picked());
  }

  picked() {
    const box = this.boxes.get(this.choice?.box);
    const arrow = this.canvas.edges.get(this.choice?.opened);
    return box ? around([box]) : arrow ? around([], [arrow]) : null;
  }

  reveal(part) {
    if (!part) return;
    const near = this.network.canvasToDOM({ x: part.left, y: part.top });
    const far = this.network.canvasToDOM({ x: part.right, y: part.bottom });
    const { clientWidth, clientHeight } = this.window;
    this.window.scrollBy({
      left: past(near.x - CLEAR, far.x + CLEAR, 0, clientWidth),
      top: past(near.y - CLEAR, far.y + CLEAR, HEADING_HEIGHT, clientHeight),
      behavior: "instant",
    });
    this.look();
  }

  /** Where no box is left in the window, bring in the nearest. */
  comeBack() {
    if (!this.network || this.turn) return;
    const { clientWidth, clientHeight } = this.window;
    const nodes = [...this.boxes.values()];
    const far = nodes.map((node) => {
      const { left, right, top, bottom } = around([node]);
      const [near, end] = [this.network.canvasToDOM({ x: left, y: top }), this.network.canvasToDOM({ x: right, y: bottom })];
      return Math.abs(past(near.x, end.x, 0, clientWidth, true)) + Math.abs(past(near.y, end.y, HEADING_HEIGHT, clientHeight, true));
    });
    const least = Math.min(...far);
    if (least > 0) this.reveal(around([nodes[far.indexOf(least)]]));
  }

  zoom(factor, at = this.middle()) {
    this.touched = true;
    this.go(this.bounded(this.scale * factor), this.network.DOMtoCanvas(at), at);
  }

  toWhole() {
    const { width, height } = this.drawing;
    this.go(this.whole(), { x: width / 2, y: height / 2 }, this.middle());
    this.touched = this.whole() < this.home;
  }

  /** Bring the chosen path into view; only when asked. */
  toPath() {
    const nodes = [...this.boxes.values()].filter((node) => this.choice.path.includes(node.id));
    if (!nodes.length) return this.toWhole();
    this.touched = true;
    const { left, right, top, bottom } = around(nodes);
    const { clientWidth, clientHeight } = this.window;
    const fits = Math.min(
      (clientWidth - 2 * CLEAR) / (right - left),
      (clientHeight - HEADING_HEIGHT - 2 * CLEAR) / (bottom - top),
    );
    const point = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.go(this.bounded(fits), point, this.middle());
  }

  /** A new choice leaves the camera alone: what the reader looks at must not jump. */
  settle(choice) {
    const first = !this.choice;
    const asked = choice.start !== this.choice?.start;
    this.choice = choice;
    if (!this.network) return;
    if (first) {
      this.begin();
      this.reveal(this.picked());
    } else if (asked && this.boxes.has(choice.start)) this.reveal(around([this.boxes.get(choice.start)]));
    else this.reveal(this.picked());
  }

  buttons() {
    const act = {
      in: () => this.zoom(1.25),
      out: () => this.zoom(0.8),
      path: () => this.toPath(),
      whole: () => this.toWhole(),
      full: () => this.fullScreen.toggle(),
      open: () => this.fullScreen.toggle(),
    };
    for (const button of this.root.querySelectorAll("button[data-act]")) {
      button.onclick = () => act[button.dataset.act]?.();
    }
  }
}

/** How far a stretch has to move to lie between two edges; `touch` asks only that some of it does. */
function past(near, far, first, last, touch = false) {
  if (touch) return far < first ? far - first : near > last ? near - last : 0;
  if (near < first) return near - first;
  return far > last ? Math.min(far - last, near - first) : 0;
}

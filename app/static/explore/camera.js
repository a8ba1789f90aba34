// The camera: shows the whole map at first and then stays where the reader put it.

import { around, glide } from "../shared/canvas.js";
import { HEADING_HEIGHT } from "./headings.js";

const MARGIN = 10;
const READABLE = 11.2 / 13; // the scale at which 13-unit text is just over 11 px high
const PHONE = 640;

export class Camera {
  constructor(root, stage, drawing) {
    this.root = root;
    this.stage = stage;
    this.drawing = drawing;
    this.touched = false;
    this.gone = new AbortController();
    this.buttons();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(root);
    document.addEventListener("fullscreenchange", () => this.fullScreenChanged(), { signal: this.gone.signal });
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
    this.network.on("dragEnd", () => (this.touched = true));
    this.resize();
  }

  /** On a touch screen the page keeps one-finger scrolling until the picture fills the screen. */
  gestures() {
    return { dragView: !matchMedia("(pointer: coarse)").matches };
  }

  get full() {
    return this.root.classList.contains("full") || this.root.getRootNode().fullscreenElement === this.root;
  }

  worldHeight() {
    return this.drawing.height + 2 * MARGIN;
  }

  resize() {
    if (!this.network) return;
    const width = this.root.clientWidth;
    if (!width || !this.stage.offsetParent) return;
    if (this.full) {
      this.stage.style.height = "";
    } else {
      const whole = (width / (this.drawing.width + 2 * MARGIN)) * this.worldHeight();
      const room = Math.max(READABLE * this.worldHeight(), window.innerHeight - 250);
      this.stage.style.height = `${Math.round(HEADING_HEIGHT + Math.min(whole, room))}px`;
    }
    this.canvas.resize();
    if (this.full && width <= PHONE) this.startOnPhone();
    else if (!this.touched || this.full) this.whole();
    this.network.redraw();
  }

  /** Fit the whole map under the headings. */
  whole() {
    const { width, height } = this.drawing;
    this.fit({ left: 0, top: 0, right: width, bottom: height }, false);
    this.touched = false;
  }

  fit(part, animation) {
    this.canvas.fit(part, { margin: MARGIN, above: HEADING_HEIGHT, animation });
  }

  zoom(factor) {
    this.touched = true;
    const scale = Math.max(0.2, Math.min(4, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: glide(160) });
  }

  /** Bring the chosen path into view; only when asked. */
  toPath() {
    const nodes = this.drawing.nodes.filter((node) => this.choice.path.includes(node.id));
    if (!nodes.length) return this.whole();
    this.touched = true;
    const { left, right, top, bottom } = around(nodes);
    this.fit(
      { left: left - 20, right: right + 20, top: top - 20, bottom: bottom + 20 },
      glide(250),
    );
  }

  /** A new choice leaves the camera alone: what the reader looks at must not jump. */
  settle(choice) {
    this.choice = choice;
  }

  buttons() {
    const act = {
      in: () => this.zoom(1.25),
      out: () => this.zoom(0.8),
      path: () => this.toPath(),
      whole: () => this.whole(),
      full: () => this.toggleFull(),
      open: () => this.toggleFull(),
      close: () => this.toggleFull(),
    };
    for (const button of this.root.querySelectorAll("button[data-act]")) {
      button.onclick = () => act[button.dataset.act]?.();
    }
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.root.classList.contains("full")) this.toggleFull();
    }, { signal: this.gone.signal });
    this.stage.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1.12 : 0.89);
      },
      { passive: false, signal: this.gone.signal },
    );
  }

  async toggleFull() {
    const open = this.full;
    if (open && this.root.getRootNode().fullscreenElement) await document.exitFullscreen();
    else if (!open && window.innerWidth > PHONE && this.root.requestFullscreen) {
      await this.root.requestFullscreen().catch(() => this.root.classList.add("full"));
    } else this.root.classList.toggle("full");
    this.fullScreenChanged();
  }

  fullScreenChanged() {
    if (!this.network) return;
    const { full } = this;
    this.root.classList.toggle("filling", full);
    const button = this.root.querySelector("button[data-act=full]");
    button.textContent = full ? "Leave full screen" : "Full screen";
    const gestures = full ? { dragView: true, zoomView: true } : { ...this.gestures(), zoomView: false };
    this.network.setOptions({ interaction: gestures });
    this.touched = false;
    requestAnimationFrame(() => this.resize());
  }

  /** On a phone the whole map would be too small to read: begin at the start of the path. */
  startOnPhone() {
    const start = this.drawing.nodes.find((node) => node.id === this.choice.start);
    const position = { x: start.x + 60, y: start.y };
    this.network.moveTo({ position, scale: 0.95, animation: false });
  }
}

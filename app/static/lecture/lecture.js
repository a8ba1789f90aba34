// The lecture: one arrow at a time on the still picture, told with the keys of a clicker. Nothing is sent while it
// is told: all of it is here, and the step is written into the address by the browser alone.

import { stepIn, writeStep } from "./address.js";
import { Chain } from "./chain.js";
import { button, el } from "../shared/elements.js";
import { actionOf } from "./keys.js";
import { Presenter } from "./presenter.js";
import { coverOf, fitCover, fitWords, wordsOf } from "./screens.js";
import { codeOf } from "../shared/share.js";
import { LectureState } from "./lecture_state.js";
import { isDark } from "../shared/theme.js";
import { MapOverlay } from "./map_overlay.js";

const stages = new WeakMap();
const MODES = ["light", "dark", "contrast"];
// What only takes away what lies over the step, where something does.
const UNCOVER = ["leave", "next", "back", "first", "last"];

/** Called again with the same host whenever the data or the theme change. */
export default function show({ parentElement, data }) {
  const root = parentElement.querySelector(".lecture");
  const stage = stages.get(root);
  if (stage?.data.stamp !== data.stamp) {
    stage?.leave();
    stages.set(root, new Stage(root, data));
  }
  return () => setTimeout(() => root.isConnected || stages.get(root).leave(), 500);
}

export class Stage {
  /** `data`: `told` (see app/words/stage.py), `step`, `map`, `qr` (address of QR codes) and `stamp`. */
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.told = data.told;
    this.state = new LectureState(this.told, stepIn(location) ?? data.step ?? 0);
    this.gone = new AbortController();
    // For tests: what is told is known to the stage alone.
    root.stage = this;
    this.build();
    this.start();
  }

  build() {
    this.picture = el("div", "chain");
    this.words = el("div", "words");
    this.words.setAttribute("aria-live", "polite");
    this.cover = el("div", "cover");
    this.black = el("div", "black");
    this.share = el("div", "share");
    this.notice = el("p", "notice");
    this.notice.setAttribute("role", "status");
    this.screen = el("div", "screen", this.picture, this.words, this.cover, this.notice, this.black, this.share);
    this.bar = el("div", "bar");
    if (this.told.draft) this.screen.append(el("p", "draft", this.told.draft));
    this.root.replaceChildren(el("div", "board", this.screen), this.bar);
    this.black.hidden = this.share.hidden = this.notice.hidden = true;
    const acts = [
      ["back", "‹ Back"],
      ["next", "Next ›"],
      ["full", "Full screen", "F"],
      ["presenter", "Presenter view", "P"],
      ["overlay", "Map", "M"],
      ["black", "Black", "B"],
      ["theme", "Colours", "T"],
      ...(this.data.qr ? [["share", "QR code", "Q"]] : []),
    ];
    // The focus goes back to the stage, or the next press of a clicker would press the button again.
    const press = (act) => () => this.act(act, this.focus());
    this.bar.append(...acts.map(([act, word, key]) => withKey(button(`act-${act}`, word, press(act)), key)));
    this.presenter = new Presenter(this.state, (event) => this.key(event));
    this.overlay = new MapOverlay(this.screen, this.told, this.data.map);
  }

  async start() {
    const { signal } = this.gone;
    try {
      if (!globalThis.vis) await import(new URL("assets/vis/vis-network.min.js", document.baseURI));
    } catch {
      this.root.replaceChildren(el("p", "failed", "The picture could not be loaded. The whole lecture stands below, in words."));
    }
    if (signal.aborted || !globalThis.vis) return;
    this.chain = new Chain(this.picture, this.told.picture);
    this.paint();
    new ResizeObserver(() => signal.aborted || this.resize()).observe(this.screen);
    addEventListener("keydown", (event) => this.mine(event) && this.key(event), { capture: true, signal });
    // A step chosen in the words below the stage; in a file, where no script listens to links, by the address.
    addEventListener("tell", ({ detail }) => this.tell(detail), { signal });
    addEventListener("hashchange", () => this.tell(stepIn(location) ?? 0), { signal });
    document.addEventListener("fullscreenchange", () => this.filling(), { signal });
    this.screen.addEventListener("click", (event) => this.tap(event), { signal });
    this.root.addEventListener("pointermove", () => this.stir(), { signal });
    const repaint = new MutationObserver(() => this.paint());
    repaint.observe(document.documentElement, { attributes: true });
    signal.addEventListener("abort", () => repaint.disconnect());
    document.fonts?.ready.then(() => signal.aborted || this.resize());
    this.resize();
    // Whoever chose this lecture in a list goes on with the keys; a page that just opened leaves the focus alone.
    if (document.activeElement !== document.body) this.focus();
    this.root.dataset.state = "ready";
  }

  focus() {
    this.root.focus({ preventScroll: true });
  }

  get full() {
    return this.root.classList.contains("full") || this.root.getRootNode().fullscreenElement === this.root;
  }

  /** Whether a key is meant for the lecture: it has the focus, or the stage is what is seen and nobody types. */
  mine(event) {
    const [target] = event.composedPath();
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest?.("input, select, textarea, dialog")) return false;
    if (target.closest?.("button, a, summary") && [" ", "Enter"].includes(event.key)) return false;
    if (this.full || event.composedPath().includes(this.root)) return true;
    const { top, bottom } = this.screen.getBoundingClientRect();
    return top > -40 && (top + bottom) / 2 < innerHeight;
  }

  key(event) {
    const act = actionOf(event.key);
    // Streamlit listens for single keys ("c" clears its cache); they must not leave the lecture.
    if (event.key.length === 1 || act) event.stopPropagation?.();
    if (!act) return;
    event.preventDefault?.();
    this.act(act);
  }

  act(name) {
    // A lecturer who comes back from the black screen first sees where they were.
    const back = this.black.hidden ? UNCOVER : [...UNCOVER, "overlay", "share", "theme"];
    if (back.includes(name) && this.uncover()) return;
    const { state } = this;
    const acts = {
      next: () => this.go(state.at + 1),
      back: () => this.go(state.at - 1),
      first: () => this.go(0),
      last: () => this.go(state.frames.length - 1),
      leave: () => this.full && this.toggleFull(),
      full: () => this.toggleFull(),
      black: () => (this.black.hidden = !this.black.hidden),
      theme: () => this.nextMode(),
      overlay: () => (this.overlay.open ? this.overlay.close() : this.look()),
      presenter: () => this.presenter.show() || this.say("The browser did not open a second window; allow it for this page."),
      share: () => this.toggleShare(),
    };
    acts[name]();
  }

  /** Take away what lies over the step: the map, the black screen, the code. Says whether there was any. */
  uncover() {
    const covered = this.overlay.open || !this.black.hidden || !this.share.hidden;
    this.overlay.close();
    this.black.hidden = this.share.hidden = true;
    return covered;
  }

  go(at) {
    if (this.state.to(at)) this.step();
  }

  /** Go to a step that was chosen outside of the stage, and bring the stage into view. */
  tell(step) {
    if (step === this.state.frame.step) return;
    this.uncover();
    this.go(this.state.frames.findIndex((frame) => frame.step === step));
    this.root.scrollIntoView({ block: "nearest" });
  }

  /** Show the frame that the state stands at. */
  step(moving = true) {
    const { state, root } = this;
    const { frame } = state;
    root.dataset.step = frame.step;
    root.dataset.frame = frame.answered ? "answer" : frame.kind;
    const covered = ["opening", "home"].includes(frame.kind);
    this.cover.hidden = !covered;
    this.notice.hidden = true;
    this.picture.classList.toggle("away", covered);
    // Hidden without giving up their room: the picture must not change its size.
    this.words.classList.toggle("away", covered);
    if (covered) {
      this.cover.replaceChildren(...coverOf(frame, this.told).filter(Boolean));
      fitCover(this.cover);
    } else {
      this.words.replaceChildren(...wordsOf(frame, this.told, state.progress));
      this.chain?.show(state.arrows, frame.stop?.edge, this.unit, moving);
    }
    writeStep(frame.step);
    this.presenter.update();
  }

  get unit() {
    return Math.max(0.62, Math.min(this.screen.clientWidth / 1280, this.screen.clientHeight / 720));
  }

  resize() {
    this.words.style.height = `${fitWords(this.words, this.state)}px`;
    this.step(false);
    this.chain.resize();
    this.overlay.resize();
  }

  /** Light or dark as the page is, high contrast where the system asks for it, until T chooses. */
  get mode() {
    if (this.picked) return this.picked;
    if (matchMedia("(prefers-contrast: more)").matches) return "contrast";
    return this.data.dark?.() ?? isDark(this.root) ? "dark" : "light";
  }

  nextMode() {
    this.picked = MODES[(MODES.indexOf(this.mode) + 1) % MODES.length];
    this.paint();
  }

  paint() {
    const { mode } = this;
    const theme = this.told.picture.themes[mode];
    this.root.dataset.theme = mode;
    for (const [name, color] of Object.entries(theme)) this.root.style.setProperty(`--${name.replaceAll("_", "-")}`, color);
    this.chain?.paint(mode);
    this.overlay.paint(theme, mode);
  }

  look(node) {
    this.overlay.show(node ?? this.state.place, this.told.picture.themes[this.mode], this.mode, () => this.focus());
  }

  /** A box opens its card; elsewhere the right half goes on and the left half back. */
  tap(event) {
    if (event.target.closest("button, a") || this.overlay.open || String(getSelection())) return;
    const node = event.target.closest(".chain") && this.chain.at(event);
    if (node) return this.look(node);
    const { left, width } = this.screen.getBoundingClientRect();
    return this.act(event.clientX - left < width / 2 ? "back" : "next");
  }

  async toggleFull() {
    if (this.root.getRootNode().fullscreenElement) await document.exitFullscreen();
    else if (this.root.classList.contains("full") || !this.root.requestFullscreen) this.root.classList.toggle("full");
    else {
      await this.root.requestFullscreen().catch(() => this.root.classList.add("full"));
      // Where the browser allows it, Esc first takes away what lies over the step.
      navigator.keyboard?.lock?.(["Escape"]).catch(() => undefined);
    }
    this.filling();
  }

  filling() {
    this.root.classList.toggle("filling", this.full);
    this.stir();
    this.focus();
  }

  /** In full screen the buttons show only while the pointer moves. */
  stir() {
    this.root.classList.add("stirred");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.root.classList.remove("stirred"), 2500);
  }

  toggleShare() {
    if (!this.data.qr) return this.say("A file has no address that others could open, so there is no QR code.");
    this.share.hidden = !this.share.hidden;
    if (!this.share.hidden) this.share.replaceChildren(...codeOf(location.href, this.data.qr));
    return undefined;
  }

  /** Say something over the picture until the next step. */
  say(words) {
    this.notice.textContent = words;
    this.notice.hidden = false;
  }

  leave() {
    this.gone.abort();
    this.presenter.leave();
    this.chain?.canvas.leave();
    this.overlay.leave();
  }
}

/** A button with the key that does the same, for those who have keys. */
function withKey(element, key) {
  if (key) element.append(el("span", "key", ` (${key})`));
  return element;
}

// The whole screen for the picture: it is laid over the page, and the page fills the screen where a browser allows it.
// So what is opened can stand over the picture (frame.css looks for data-picture on the root of the page).

const PHONE = 640;
const OPEN = "map is open";

/** Laid over the page it is an entry of the browser's history, so that Back closes it and stays on the page. */
export class FullScreen {
  constructor(root, changed, signal) {
    this.root = root;
    this.changed = changed;
    const listen = { signal, capture: true };
    document.addEventListener("fullscreenchange", () => !this.fills && this.filled && this.cover(false), listen);
    // Before Streamlit hears of it, which would run the page again for the same address.
    window.addEventListener("popstate", (event) => this.turned(event), listen);
    window.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.covers) this.leave();
    }, { signal });
    if (history.state?.[OPEN] && !this.covers) this.cover(true);
  }

  get covers() {
    return this.root.classList.contains("full");
  }

  get open() {
    return this.covers;
  }

  /** Whether the page fills the screen for the picture. */
  get fills() {
    return document.fullscreenElement === document.documentElement;
  }

  toggle() {
    return this.open ? this.leave() : this.enter();
  }

  async enter() {
    if (innerWidth > PHONE && document.documentElement.requestFullscreen) {
      this.filled = await document.documentElement.requestFullscreen().then(() => true, () => false);
      if (this.filled) return this.cover(true);
    }
    history.pushState({ ...history.state, [OPEN]: true }, "");
    return this.cover(true);
  }

  leave() {
    if (this.fills) return document.exitFullscreen();
    if (history.state?.[OPEN]) return history.back();
    return this.cover(false);
  }

  turned(event) {
    const open = Boolean(history.state?.[OPEN]);
    if (open === this.covers || this.fills) return;
    const same = location.href === this.address;
    this.cover(open);
    if (same) event.stopImmediatePropagation();
  }

  cover(open) {
    this.address = location.href;
    this.filled &&= open;
    this.root.classList.toggle("full", open);
    document.documentElement.toggleAttribute("data-picture", open);
    this.say();
    this.root.querySelector(`button[data-act=${open ? "full" : "open"}]`).focus({ preventScroll: true });
  }

  say() {
    this.root.classList.toggle("filling", this.open);
    this.root.querySelector("button[data-act=full]").textContent = this.open ? "Leave full screen" : "Full screen";
    requestAnimationFrame(this.changed);
  }
}

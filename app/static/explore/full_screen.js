// The whole screen for the picture: the browser's own way where there is one, else laid over the page.

const PHONE = 640;
const OPEN = "map is open";

/** Laid over the page it is an entry of the browser's history, so that Back closes it and stays on the page. */
export class FullScreen {
  constructor(root, changed, signal) {
    this.root = root;
    this.changed = changed;
    const listen = { signal, capture: true };
    document.addEventListener("fullscreenchange", () => this.say(), listen);
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
    return this.covers || this.root.getRootNode().fullscreenElement === this.root;
  }

  toggle() {
    return this.open ? this.leave() : this.enter();
  }

  async enter() {
    if (innerWidth > PHONE && this.root.requestFullscreen) {
      const refused = await this.root.requestFullscreen().then(() => false, () => true);
      if (!refused) return;
    }
    history.pushState({ ...history.state, [OPEN]: true }, "");
    this.cover(true);
  }

  leave() {
    if (!this.covers) return document.exitFullscreen();
    if (history.state?.[OPEN]) return history.back();
    return this.cover(false);
  }

  turned(event) {
    const open = Boolean(history.state?.[OPEN]);
    if (open === this.covers) return;
    const same = location.href === this.address;
    this.cover(open);
    if (same) event.stopImmediatePropagation();
  }

  cover(open) {
    this.address = location.href;
    this.root.classList.toggle("full", open);
    this.say();
    this.root.querySelector(`button[data-act=${open ? "full" : "open"}]`).focus({ preventScroll: true });
  }

  say() {
    this.root.classList.toggle("filling", this.open);
    this.root.querySelector("button[data-act=full]").textContent = this.open ? "Leave full screen" : "Full screen";
    requestAnimationFrame(this.changed);
  }
}

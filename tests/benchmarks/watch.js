// Watches the picture of either app from within its page: when its pixels change, and where its boxes stand.
(() => {
  if (window !== window.top) return;
  const watch = { awake: true, woke: 0, began: 0, changed: 0, seen: 0, blank: true };
  let canvas = null;

  /** What a selector finds behind the open shadow roots of the page. */
  const within = (root, selector) => {
    for (const element of root.querySelectorAll("*")) {
      if (!element.shadowRoot) continue;
      const found = element.shadowRoot.querySelector(selector) ?? within(element.shadowRoot, selector);
      if (found) return found;
    }
    return null;
  };
  const frame = () => document.querySelector("iframe");
  const picture = () => {
    if (frame()) return frame().contentDocument?.querySelector("canvas") ?? null;
    if (!canvas?.isConnected) canvas = within(document, ".picture canvas");
    return canvas;
  };
  /** pyvis leaves its network in a global of the iframe; ours hangs on its element. */
  watch.network = () => (frame() ? frame().contentWindow.network : within(document, ".picture").view.network);

  /** One number for all pixels; notes in passing whether they are all the same. */
  const look = () => {
    const now = picture();
    watch.blank = true;
    if (!now?.width || !now.height) return 0;
    const pixels = new Uint32Array(now.getContext("2d").getImageData(0, 0, now.width, now.height).data.buffer);
    let number = 2166136261;
    let spread = 0;
    for (let i = 0; i < pixels.length; i += 1) {
      number = Math.imul(number ^ pixels[i], 16777619);
      spread |= pixels[i] ^ pixels[0];
    }
    watch.blank = !spread;
    return number;
  };
  const tick = () => {
    requestAnimationFrame(tick);
    if (!watch.awake) return;
    const number = look();
    if (number !== watch.seen) {
      watch.seen = number;
      watch.changed = performance.now();
    }
  };
  requestAnimationFrame(tick);

  /** A page that nobody asks looks at nothing, so that it takes no time from the other one. */
  watch.wake = () => {
    watch.awake = true;
    watch.woke = performance.now();
  };
  /** The next Enter or press of the mouse is the choice: from then on time counts. */
  watch.arm = () => {
    watch.wake();
    watch.began = watch.changed = 0;
    const begin = (event) => {
      if (event.type === "keydown" && event.key !== "Enter") return;
      watch.began = performance.now();
      watch.changed = 0;
      ["keydown", "pointerdown"].forEach((type) => window.removeEventListener(type, begin, true));
    };
    ["keydown", "pointerdown"].forEach((type) => window.addEventListener(type, begin, true));
  };
  const resting = () => !!document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]');
  watch.still = (quiet) => {
    const since = Math.max(watch.changed, watch.woke);
    const still = watch.changed > watch.began && !watch.blank && resting() && performance.now() - since > quiet;
    if (still) watch.awake = false;
    return still;
  };

  /** The centre of every box in pixels of the window. */
  watch.places = () => {
    const network = watch.network();
    const inner = picture().getBoundingClientRect();
    const outer = frame()?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const place = (id) => {
      const { x, y } = network.canvasToDOM(network.body.nodes[id]);
      return [x + inner.left + outer.left, y + inner.top + outer.top];
    };
    return Object.fromEntries(network.body.nodeIndices.map((id) => [id, place(id)]));
  };
  window.watch = watch;
})();

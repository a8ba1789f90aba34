// Hands on the picture: a mouse that drags it, two fingers that pinch it, a wheel that zooms it.

const STILL = 4; // CSS pixels that a pressed mouse may move and still click

/** One finger is left to the browser, which scrolls the page, or the window of the picture where it fills the screen. */
export function followHands(camera, signal) {
  drag(camera, signal);
  pinch(camera, signal);
  camera.stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    camera.zoom(event.deltaY < 0 ? 1.12 : 0.89, placeOf(camera, event));
  }, { passive: false, signal });
  // vis has taken the tap already; the click that a browser makes of it would hit what opened meanwhile.
  camera.stage.addEventListener("touchend", (event) => event.cancelable && event.preventDefault(), { passive: false, signal });
}

function placeOf(camera, { clientX, clientY }) {
  const { left, top } = camera.stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function drag(camera, signal) {
  const { stage, window: pane } = camera;
  let from = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, left: pane.scrollLeft, top: pane.scrollTop };
  }, { signal });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(right, down) <= STILL) return;
    from.moved = camera.touched = true;
    pane.scrollTo({ left: from.left - right, top: from.top - down, behavior: "instant" });
  }, { signal });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (from = null), { signal });
}

/** Two fingers hold two points of the picture; where it does not fill the screen they zoom the page. */
function pinch(camera, signal) {
  let from = null;
  const between = ([a, b]) => ({
    far: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1,
    at: placeOf(camera, { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }),
  });
  const listen = { passive: false, signal };
  camera.stage.addEventListener("touchstart", ({ touches }) => {
    from = null;
    if (touches.length !== 2 || !camera.full) return;
    const { far, at } = between(touches);
    from = { far, scale: camera.scale, point: camera.network.DOMtoCanvas(at) };
    camera.touched = true;
  }, listen);
  camera.stage.addEventListener("touchmove", (event) => {
    if (!from || event.touches.length !== 2) return;
    if (event.cancelable) event.preventDefault();
    const { far, at } = between(event.touches);
    camera.stand(camera.bounded((from.scale * far) / from.far), from.point, at);
  }, listen);
  for (const end of ["touchend", "touchcancel"]) {
    camera.stage.addEventListener(end, () => {
      if (from) camera.comeBack();
      from = null;
    }, listen);
  }
}

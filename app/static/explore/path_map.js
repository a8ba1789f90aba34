// The chosen path drawn downwards: a panel of words that is also turned to the next route by a swipe.

import { keepOnPaper } from "./on_paper.js";
import { showPanel } from "../shared/panel.js";

const FAR = 60; // CSS pixels: a finger that moves less far to the side meant a tap
const STRAIGHT = 40; // one that moves further up or down scrolls the page

const heard = new WeakSet();

export default function showPathMap(component) {
  showPanel(component);
  const panel = component.parentElement.querySelector(".panel");
  keepOnPaper(component.parentElement.querySelector(".paper-picture"), component.data.paper);
  if (heard.has(panel)) return;
  heard.add(panel);
  turnBySwipe(panel);
}

/** A browser makes no click of a finger that moved, so what lies under a swipe is not opened by it. */
function turnBySwipe(panel) {
  let begun = null;
  panel.addEventListener("touchstart", ({ touches }) => {
    begun = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  }, { passive: true });
  panel.addEventListener("touchcancel", () => (begun = null), { passive: true });
  panel.addEventListener("touchend", ({ changedTouches: [finger], touches }) => {
    const from = begun;
    begun = null;
    if (!from || touches.length) return;
    const aside = finger.clientX - from.x;
    if (Math.abs(aside) <= FAR || Math.abs(finger.clientY - from.y) >= STRAIGHT) return;
    const link = panel.querySelector(aside < 0 ? "a[rel=next]" : "a[rel=prev]");
    if (link) panel.go(link.getAttribute("href"));
  }, { passive: true });
}

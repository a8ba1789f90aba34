// The legend is also the filter: a click on a kind or a line dims what it stands for.

import { drawArrow, drawBadge } from "../shared/arrows.js";
import { outline } from "../shared/boxes.js";

const WIDTH = 30;
const HEIGHT = 16;

export function buildLegend(root, drawing, toggle) {
  const place = root.querySelector(".legend");
  place.replaceChildren();
  const painters = [];

  const entry = (key, label, definition, paint) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = definition;
    button.dataset.entry = key;
    button.setAttribute("aria-pressed", "true");
    const sample = document.createElement("canvas");
    sample.setAttribute("aria-hidden", "true");
    button.append(sample, document.createTextNode(label));
    button.onclick = () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      toggle(key, on);
    };
    place.append(button);
    painters.push((mode) => paint(prepare(sample), mode));
  };

  for (const [id, kind] of Object.entries(drawing.kinds)) {
    entry(`kind:${id}`, kind.label, kind.definition, (ctx, mode) => {
      outline(ctx, kind, WIDTH / 2, HEIGHT / 2, WIDTH - 5, HEIGHT - 4);
      ctx.fillStyle = kind[mode].fill;
      ctx.fill();
      ctx.lineWidth = Math.min(kind.border, 2.4);
      ctx.setLineDash(kind.dashes ? [3, 2] : []);
      ctx.strokeStyle = kind[mode].border;
      ctx.stroke();
    });
  }
  const points = [[1, HEIGHT / 2], [WIDTH - 1, HEIGHT / 2]];
  for (const [id, line] of Object.entries(drawing.lines)) {
    entry(`line:${id}`, `${line.label} certainty`, line.definition, (ctx, mode) => {
      const color = drawing.themes[mode].arrow;
      drawArrow(ctx, { points, certainty: id, end: "–" }, { color, grow: 0 }, { ...drawing, associationDash: line.dash });
    });
  }
  entry("line:association", "associated only", "Found together; not shown to be cause and effect.", (ctx, mode) => {
    const color = drawing.themes[mode].arrow;
    drawArrow(ctx, { points, certainty: "moderate", end: "–" }, { color, grow: 0 }, drawing);
  });
  for (const [id, status] of Object.entries(drawing.statuses)) {
    entry(`line:${id}`, status.label, status.definition, (ctx, mode) => {
      const { arrow: color, background } = drawing.themes[mode];
      const ends = [points[0], [WIDTH - 2, HEIGHT / 2]];
      drawArrow(ctx, { points: ends, certainty: "low", end: "→", status: id }, { color, grow: 0, background }, drawing);
    });
  }
  // The entry of an association stands above: it filters.
  for (const end of ["→", "⊣"]) {
    const said = () => drawing.joints[drawing.level].find((joint) => joint.end === end);
    note(place, painters, said, (ctx, mode) => {
      const look = { color: drawing.themes[mode].arrow, grow: 0 };
      drawArrow(ctx, { points: [points[0], [WIDTH - 2, HEIGHT / 2]], certainty: "moderate", end }, look, drawing);
    });
  }
  note(place, painters, () => ({ label: "contested: evidence for and against", definition: "" }), (ctx, mode) => {
    const { background, arrow: ink } = drawing.themes[mode];
    drawBadge(ctx, WIDTH / 2, HEIGHT / 2, "?", 6.5, background, ink, ink);
  });

  return {
    paint: (mode) => painters.forEach((paint) => paint(mode)),
    /** Show which entries are faded. */
    press: (off) => place.querySelectorAll("button[data-entry]").forEach((button) =>
      button.setAttribute("aria-pressed", String(!off.has(button.dataset.entry)))),
  };
}

/** Heads and marks mean something but filter nothing; what heads mean depends on the reading level. */
function note(place, painters, said, paint) {
  const span = document.createElement("span");
  const sample = document.createElement("canvas");
  const words = document.createTextNode("");
  sample.setAttribute("aria-hidden", "true");
  span.append(sample, words);
  place.append(span);
  painters.push((mode) => {
    const { label, definition } = said();
    words.data = label;
    span.title = definition;
    paint(prepare(sample), mode);
  });
}

function prepare(canvas) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = WIDTH * ratio;
  canvas.height = HEIGHT * ratio;
  canvas.style.width = `${WIDTH}px`;
  canvas.style.height = `${HEIGHT}px`;
  const ctx = canvas.getContext("2d");
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}

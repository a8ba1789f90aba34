// Boxes: the shape and colour of each kind, bright when it matters to the question and pale when not.

import { FONT } from "./arrows.js";

const LINE_HEIGHT = 16;

export function outline(ctx, kind, x, y, width, height) {
  ctx.beginPath();
  if (kind.shape === "ellipse") ctx.ellipse(x, y, width / 2, height / 2, 0, 0, Math.PI * 2);
  else ctx.roundRect(x - width / 2, y - height / 2, width, height, Math.min(kind.radius, height / 2));
}

/** Draw one box. `state` is "path", "lit", "dim" or "blocked"; `ring` marks start and target. */
export function drawBox(ctx, node, kind, theme, inks, state, ring, hover) {
  const bright = state !== "dim";
  ctx.save();
  outline(ctx, kind, node.x, node.y, node.width, node.height);
  ctx.fillStyle = bright ? inks.fill : theme.dim_fill;
  ctx.fill();
  ctx.setLineDash(kind.dashes ? [5, 3] : []);
  ctx.lineWidth = kind.border + (state === "path" ? 1.2 : 0) + (hover ? 0.8 : 0);
  ctx.strokeStyle = bright ? inks.border : theme.dim_border;
  ctx.stroke();
  ctx.setLineDash([]);
  if (ring) {
    outline(ctx, kind, node.x, node.y, node.width + 9, node.height + 9);
    ctx.lineWidth = 2.6;
    ctx.strokeStyle = theme.accent;
    ctx.stroke();
  }
  ctx.fillStyle = bright ? inks.text : theme.dim_text;
  ctx.font = `${state === "path" || ring ? 600 : 400} 13px ${FONT}`;
  // Letters keep their distances at any scale.
  ctx.textRendering = "geometricPrecision";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const lines = node.label.split("\n");
  const top = node.y - ((lines.length - 1) * LINE_HEIGHT) / 2;
  lines.forEach((line, i) => ctx.fillText(line, node.x, top + i * LINE_HEIGHT + 0.5));
  if (state === "blocked") strike(ctx, node, theme);
  ctx.restore();
}

function strike(ctx, node, theme) {
  ctx.beginPath();
  ctx.moveTo(node.x - node.width / 2, node.y + node.height / 2);
  ctx.lineTo(node.x + node.width / 2, node.y - node.height / 2);
  ctx.lineWidth = 2;
  ctx.strokeStyle = theme.accent;
  ctx.stroke();
}

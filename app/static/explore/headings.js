// Lane headings stay at the top of the picture, wherever it is moved.

import { FONT } from "../shared/arrows.js";

export const HEADING_HEIGHT = 24;

export function drawHeadings(ctx, network, drawing, theme) {
  const scale = network.getScale();
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = theme.background;
  ctx.fillRect(0, 0, ctx.canvas.clientWidth, HEADING_HEIGHT - 4);
  ctx.font = `600 ${Math.max(11, Math.min(15, 13.5 * scale))}px ${FONT}`;
  ctx.fillStyle = theme.soft_text;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const lane of drawing.lanes) {
    const { x } = network.canvasToDOM({ x: lane.x, y: 0 });
    // Too small to be read anyway: headings must not run into each other.
    if (ctx.measureText(lane.name).width < lane.width * scale * 1.35) ctx.fillText(lane.name, x, HEADING_HEIGHT / 2 - 1);
  }
  ctx.restore();
}

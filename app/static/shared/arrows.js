// Arrows: drawn along the routes that Python computed, and found again under the pointer. What an arrow ends in,
// `edge.end`, is the sign that is written for it too: a tip, a bar or nothing (`graph/records/joints.py`).

const TIP = "→";
const NONE = "–";

const CORNER = 8;
const HEAD = 9;

/** The last stretch of a route, from which heads and bars take their direction. */
function ending(points) {
  const [x1, y1] = points[points.length - 2];
  const [x2, y2] = points[points.length - 1];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return { x: x2, y: y2, dx: (x2 - x1) / length, dy: (y2 - y1) / length };
}

function trace(ctx, points, trim) {
  const end = ending(points);
  const last = [end.x - end.dx * trim, end.y - end.dy * trim];
  ctx.beginPath();
  ctx.moveTo(points[0][0], points[0][1]);
  for (let i = 1; i < points.length - 1; i += 1) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const [cx, cy] = i + 1 === points.length - 1 ? last : points[i + 1];
    const room = Math.min(Math.hypot(bx - ax, by - ay), Math.hypot(cx - bx, cy - by)) / 2;
    ctx.arcTo(bx, by, cx, cy, Math.min(CORNER, room));
  }
  ctx.lineTo(last[0], last[1]);
}

const STROKE = 1.6;
const ACROSS = 4.2;
const CROSS = 4.8;
const BEHIND = 8;

/** Whether the evidence is that there is no effect: such an arrow has a hollow head and a sign on its line. */
export const denied = (edge) => edge.status === "no-effect" || edge.status === "refuted";

/** The outline of a head that claims what was not found. */
function hollowHead(ctx, edge, look, size, background) {
  const { x, y, dx, dy } = ending(edge.points);
  const at = (back, side) => [x - dx * back - dy * side, y - dy * back + dx * side];
  const half = size * (edge.end === TIP ? 0.5 : 0.62);
  const corners = edge.end === TIP
    ? [[x, y], at(size, half), at(size, -half)]
    : [at(0.6, -half), at(0.6, half), at(5, half), at(5, -half)];
  ctx.beginPath();
  corners.forEach((corner) => ctx.lineTo(...corner));
  ctx.closePath();
  ctx.setLineDash([]);
  ctx.lineWidth = 1.2 + look.grow / 3;
  ctx.fillStyle = background;
  ctx.fill();
  ctx.stroke();
}

/** A bar across the line of what was tested and not found, a cross on that of what is refuted. */
function signOnLine(ctx, edge, look) {
  const end = ending(edge.points);
  const { dx, dy, x, y } = placeOfSign(edge.points, end, look.grow);
  const half = ACROSS + look.grow;
  const part = (CROSS + look.grow) / Math.SQRT2;
  const strokes = edge.status === "no-effect"
    ? [[-dy * half, dx * half]]
    : [[(dx + dy) * part, (dy - dx) * part], [(dx - dy) * part, (dy + dx) * part]];
  ctx.beginPath();
  for (const [a, b] of strokes) {
    ctx.moveTo(x - a, y - b);
    ctx.lineTo(x + a, y + b);
  }
  ctx.setLineDash([]);
  ctx.lineWidth = STROKE + look.grow / 2;
  ctx.stroke();
}

/** Just behind the head; where the last stretch is too short for that, in the middle of the longest. */
function placeOfSign(points, end, grow) {
  const back = HEAD + BEHIND + 2 * grow;
  const [ax, ay] = points[points.length - 2];
  if (Math.hypot(end.x - ax, end.y - ay) >= back + CROSS + grow) {
    return { ...end, x: end.x - end.dx * back, y: end.y - end.dy * back };
  }
  const { from, to, ...at } = middle(points);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return { x: at.x, y: at.y, dx: (to[0] - from[0]) / length, dy: (to[1] - from[1]) / length };
}

function head(ctx, edge, color, size) {
  const { x, y, dx, dy } = ending(edge.points);
  ctx.beginPath();
  if (edge.end === TIP) {
    ctx.moveTo(x, y);
    ctx.lineTo(x - dx * size - dy * size * 0.5, y - dy * size + dx * size * 0.5);
    ctx.lineTo(x - dx * size + dy * size * 0.5, y - dy * size - dx * size * 0.5);
    ctx.closePath();
    ctx.fillStyle = color;
    ctx.fill();
  } else {
    const back = 2.5;
    const half = size * 0.62;
    ctx.moveTo(x - dx * back - dy * half, y - dy * back + dx * half);
    ctx.lineTo(x - dx * back + dy * half, y - dy * back - dx * half);
    ctx.lineWidth = 3;
    ctx.setLineDash([]);
    ctx.strokeStyle = color;
    ctx.stroke();
  }
}

/** Draw one arrow. `look` is {color, grow, background}: what a hollow head is filled with. */
export function drawArrow(ctx, edge, look, drawing) {
  const association = edge.end === NONE;
  const no = denied(edge);
  const line = drawing.statuses?.[edge.status] ?? drawing.lines[edge.certainty];
  ctx.save();
  ctx.lineJoin = "round";
  ctx.strokeStyle = look.color;
  ctx.lineWidth = line.width + look.grow;
  ctx.lineCap = line.dash[0] === 1 ? "round" : "butt";
  ctx.setLineDash(association ? drawing.associationDash : line.dash.map((part) => part * (1 + look.grow / 4)));
  trace(ctx, edge.points, association ? 0 : edge.end === TIP ? HEAD - 2 : 3);
  ctx.stroke();
  const size = HEAD + look.grow * 1.5;
  if (no) {
    if (!association) hollowHead(ctx, edge, look, size, look.background ?? "#fff");
    signOnLine(ctx, edge, look);
  } else if (!association) head(ctx, edge, look.color, size);
  ctx.restore();
}

/** The middle of the longest stretch: where a badge disturbs least. `part` moves it along that stretch. */
export function middle(points, part = 0.5) {
  let best = 0;
  let at = [points[0][0], points[0][1]];
  let ends = [points[0], points[points.length - 1]];
  for (let i = 1; i < points.length; i += 1) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const length = Math.hypot(bx - ax, by - ay);
    if (length > best + 0.01) {
      best = length;
      at = [ax + (bx - ax) * part, ay + (by - ay) * part];
      ends = [points[i - 1], points[i]];
    }
  }
  return { x: at[0], y: at[1], length: best, from: ends[0], to: ends[1] };
}

/** A break in a line, at a quarter of its longest stretch: a gap between two short strokes across it. */
export function drawBreak(ctx, points, background, color) {
  const { x, y, from, to } = middle(points, 0.22);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const line = (from, to, width, style) => {
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.lineTo(...to);
    ctx.lineWidth = width;
    ctx.strokeStyle = style;
    ctx.stroke();
  };
  ctx.save();
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
  line([x - dx * 5, y - dy * 5], [x + dx * 5, y + dy * 5], 9, background);
  for (const side of [-5, 5]) {
    const [cx, cy] = [x + dx * side, y + dy * side];
    // Leaning, as a break is drawn in a diagram.
    line([cx - dy * 8 - dx * 3, cy + dx * 8 - dy * 3], [cx + dy * 8 + dx * 3, cy - dx * 8 + dy * 3], 2.6, color);
  }
  ctx.restore();
}

/** A badge, round or as wide as its text: the numbers of steps, or the mark of a contested arrow. */
export function drawBadge(ctx, x, y, text, radius, fill, ink, border) {
  ctx.save();
  ctx.setLineDash([]);
  ctx.font = `700 ${Math.round(radius * 1.35)}px ${FONT}`;
  const half = Math.max(radius, text.length > 2 ? ctx.measureText(text).width / 2 + radius * 0.5 : 0);
  ctx.beginPath();
  ctx.roundRect(x - half, y - radius, 2 * half, 2 * radius, radius);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = border;
  ctx.stroke();
  ctx.fillStyle = ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
  ctx.restore();
}

export const FONT = '"Source Sans", "Source Sans Pro", Arial, Helvetica, sans-serif';

/** The arrow nearest to a point, no further than `reach` units away. */
export function arrowAt(edges, point, reach) {
  let best = null;
  let nearest = reach;
  for (const edge of edges) {
    for (let i = 1; i < edge.points.length; i += 1) {
      const distance = toStretch(point, edge.points[i - 1], edge.points[i]);
      if (distance < nearest) {
        nearest = distance;
        best = edge;
      }
    }
  }
  return best;
}

function toStretch(p, [ax, ay], [bx, by]) {
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = square ? ((p.x - ax) * (bx - ax) + (p.y - ay) * (by - ay)) / square : 0;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(p.x - ax - t * (bx - ax), p.y - ay - t * (by - ay));
}

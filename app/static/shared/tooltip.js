// The small note beside the pointer: what a box or an arrow says. Always plain text, never HTML; and it never
// covers what it explains, nor the boxes at the ends of an arrow, as long as there is room beside them.

const GAP = 14;
const EDGE = 4;
const HALF = 7; // half the width of what is kept free round an arrow, in pixels
const EXPLAINED = 1000; // what a covered square pixel costs, where a pixel away from the pointer costs 1
const CHOSEN = 0.05; // the same of a box of the chosen path

export class Tip {
  constructor(root) {
    this.element = root.querySelector(".tip");
    this.frame = this.element.parentElement;
  }

  hide() {
    this.element.hidden = true;
  }

  say(found, view, event) {
    if (!event || (!found.node && !found.edge)) return this.hide();
    const { title, lines } = found.node ? boxWords(found.node, view) : arrowWords(found.edge, view);
    this.element.replaceChildren(line("strong", title), ...lines.map((words) => line("span", words)));
    this.element.hidden = false;
    const frame = this.frame.getBoundingClientRect();
    const pointer = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    const size = { width: this.element.offsetWidth, height: this.element.offsetHeight };
    const { left, top } = bestPlace(pointer, size, frame, explained(found, view, frame));
    this.element.style.left = `${left}px`;
    this.element.style.top = `${top}px`;
    return undefined;
  }
}

/** Beside the pointer where nothing is covered that is explained; else where least of it is. */
function bestPlace({ x, y }, { width, height }, frame, kept) {
  const lefts = [x + GAP, x - GAP - width, x - width / 2, EDGE, frame.width - width - EDGE];
  const tops = [y + GAP, y - GAP - height, y - height / 2, EDGE, frame.height - height - EDGE];
  let best = null;
  for (const wantedLeft of lefts) {
    for (const wantedTop of tops) {
      const left = Math.max(EDGE, Math.min(wantedLeft, frame.width - width - EDGE));
      const top = Math.max(EDGE, Math.min(wantedTop, frame.height - height - EDGE));
      const place = { left, top, right: left + width, bottom: top + height };
      const away = Math.hypot(x - Math.max(left, Math.min(x, place.right)), y - Math.max(top, Math.min(y, place.bottom)));
      const cost = kept.reduce((sum, part) => sum + covered(place, part) * part.weight, away);
      if (!best || cost < best.cost) best = { left, top, cost };
    }
  }
  return best;
}

/** What should stay in sight, as rectangles of the frame: what is explained, and the boxes of the chosen path. */
function explained(found, view, frame) {
  const stage = view.stage.getBoundingClientRect();
  const place = ([x, y]) => {
    const at = view.network.canvasToDOM({ x, y });
    return [at.x + stage.left - frame.left, at.y + stage.top - frame.top];
  };
  const box = (id, weight) => {
    const { x, y, width, height } = view.nodes.get(id);
    return round(place([x - width / 2, y - height / 2]), place([x + width / 2, y + height / 2]), 2, weight);
  };
  const others = [...(view.onPath ?? [])].filter((id) => view.nodes.has(id)).map((id) => box(id, CHOSEN));
  if (found.node) return [box(found.node, EXPLAINED), ...others];
  const { from, to, points } = view.edges.get(found.edge);
  const ways = points.slice(1).map((point, at) => round(place(points[at]), place(point), HALF, EXPLAINED));
  return [box(from, EXPLAINED), box(to, EXPLAINED), ...ways, ...others];
}

const round = ([ax, ay], [bx, by], more, weight) => ({
  weight,
  left: Math.min(ax, bx) - more,
  right: Math.max(ax, bx) + more,
  top: Math.min(ay, by) - more,
  bottom: Math.max(ay, by) + more,
});

/** How much of a part a place would cover, in square pixels. */
function covered(place, part) {
  const wide = Math.min(place.right, part.right) - Math.max(place.left, part.left);
  const high = Math.min(place.bottom, part.bottom) - Math.max(place.top, part.top);
  return Math.max(0, wide) * Math.max(0, high);
}

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function boxWords(id, view) {
  const node = view.nodes.get(id);
  return { title: `${node.claim} · ${view.kinds[node.kind].label}`, lines: [node.about] };
}

/** The arrow as it is drawn, the sentence of each step it stands for, and how well it is known. */
function arrowWords(id, view) {
  const edge = view.edges.get(id);
  const [from, to] = [view.nodes.get(edge.from), view.nodes.get(edge.to)];
  const sentences = edge.sentences ?? [];
  const many = edge.steps > 1;
  return {
    title: `${from.called} ${edge.end} ${to.called}`,
    lines: [
      ...(many ? [`Stands for ${edge.steps} steps:`] : []),
      ...sentences.map((words, at) => (many ? `${at + 1}. ${words}` : words)),
      `${many ? "The weakest is of " : ""}${edge.known.join(" · ")}. Click for the evidence.`,
    ],
  };
}

// The small note beside the pointer: what a box or an arrow says. Always plain text, never HTML.

export class Tip {
  constructor(root) {
    this.element = root.querySelector(".tip");
    this.root = root;
  }

  hide() {
    this.element.hidden = true;
  }

  say(found, view, event) {
    if (!event || (!found.node && !found.edge)) return this.hide();
    const [title, text] = found.node ? boxWords(found.node, view) : arrowWords(found.edge, view);
    this.element.replaceChildren(line("strong", title), line("span", text));
    this.element.hidden = false;
    const frame = this.root.getBoundingClientRect();
    const room = frame.width - this.element.offsetWidth - 8;
    const left = Math.max(8, Math.min(event.clientX - frame.left + 14, room));
    const below = event.clientY - frame.top + 18;
    const above = below - this.element.offsetHeight - 34;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${below + this.element.offsetHeight > frame.height ? Math.max(4, above) : below}px`;
  }
}

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function boxWords(id, view) {
  const node = view.nodes.get(id);
  return [`${node.claim} · ${view.kinds[node.kind].label}`, node.plain];
}

function arrowWords(id, view) {
  const edge = view.edges.get(id);
  const [from, to] = [view.nodes.get(edge.from), view.nodes.get(edge.to)];
  const many = edge.steps > 1 ? `Stands for ${edge.steps} steps; the weakest is of ` : "";
  return [`${from.claim} ${edge.link} ${to.claim}`, `${many}${edge.known.join(" · ")}. Click for the evidence.`];
}

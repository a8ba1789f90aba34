// The presenter's window: notes, what comes next, the clock. It is drawn by the lecture's own window, so it needs
// no server and works from a file; a key pressed in it acts on the lecture.

import { button, el } from "../shared/elements.js";

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; padding: 1.2rem 1.6rem; font: 1.15rem/1.45 "Source Sans", "Source Sans Pro", Arial, Helvetica, sans-serif; }
  main { display: grid; gap: 1rem 2.4rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); max-width: 90rem; }
  header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .4rem 2rem; align-items: baseline; border-bottom: 2px solid; padding-bottom: .5rem; }
  h1 { font-size: 1.15rem; margin: 0; flex: 1; } h2 { font-size: 1rem; margin: 0 0 .3rem; } p { margin: 0 0 .7rem; }
  .clock { font-size: 1.9rem; font-weight: 650; font-variant-numeric: tabular-nums; }
  .now { font-weight: 600; } .notes p { font-size: 1.3rem; } .next { border-left: 4px solid; padding-left: 1rem; }
  button { font: inherit; padding: .3rem .9rem; margin-right: .4rem; }
  @media (max-width: 700px) { main { grid-template-columns: minmax(0, 1fr); } }
`;

export class Presenter {
  /** `state` says where the lecture stands; `keyed` takes the keys that are pressed here. */
  constructor(state, keyed) {
    this.state = state;
    this.keyed = keyed;
    this.gone = new AbortController();
    addEventListener("pagehide", () => this.leave(), { signal: this.gone.signal });
  }

  get open() {
    return Boolean(this.window) && !this.window.closed;
  }

  /** Open the window, or bring it to the front. Says whether the browser let us. */
  show() {
    if (!this.open) {
      this.window = window.open("", "therefore-presenter", "popup,width=1120,height=760");
      if (!this.window) return false;
      this.build();
    }
    this.window.focus();
    this.update();
    return true;
  }

  build() {
    const { document: page } = this.window;
    page.documentElement.lang = "en";
    page.title = `Presenter view: ${this.state.told.title}`;
    page.head.replaceChildren(el("style", "", STYLE));
    this.clock = el("span", "clock");
    this.plan = el("span", "plan");
    this.now = el("section", "now-told");
    this.next = el("section", "next");
    const buttons = el(
      "p",
      "buttons",
      button("", "Previous", () => this.keyed({ key: "ArrowLeft" })),
      button("", "Next", () => this.keyed({ key: "ArrowRight" })),
      button("", "Start the clock again", () => this.restart()),
    );
    const title = el("h1", "", this.state.told.title);
    page.body.replaceChildren(el("main", "", el("header", "", title, this.plan, this.clock), this.now, el("div", "", this.next, buttons)));
    page.addEventListener("keydown", (event) => {
      if (event.target.closest?.("button") && [" ", "Enter"].includes(event.key)) return;
      if (!event.ctrlKey && !event.metaKey && !event.altKey) this.keyed(event);
    });
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.tick(), 1000);
  }

  restart() {
    this.began = this.state.at > 0 ? Date.now() : null;
    this.tick();
  }

  /** The lecture stands at another frame. */
  update() {
    this.began = this.state.at > 0 ? (this.began ?? Date.now()) : null;
    if (!this.open) return;
    const { frame, following, progress, planned, told } = this.state;
    const [heading, words] = said(frame, told);
    const notes = frame.stop?.notes ?? [];
    this.now.replaceChildren(
      el("h2", "", progress || "Now"),
      el("p", "now", heading),
      words ? el("p", "", words) : "",
      el("div", "notes", ...notes.map((note) => el("p", "", note))),
      frame.stop?.source_line ? el("p", "source", `Source shown: ${frame.stop.source_line}`) : "",
    );
    const [nextHeading, nextWords] = following ? said(following, told) : ["The end", ""];
    this.next.replaceChildren(el("h2", "", "Next"), el("p", "now", nextHeading), nextWords ? el("p", "", nextWords) : "");
    const minutes = frame.stop?.minutes;
    this.plan.textContent = planned.all
      ? `planned: ${planned.before} of ${planned.all} min before this${minutes ? `, ${minutes} for it` : ""}`
      : "";
    this.tick();
  }

  tick() {
    if (!this.open) return clearInterval(this.ticking);
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const seconds = this.began ? Math.floor((Date.now() - this.began) / 1000) : 0;
    const used = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    this.clock.textContent = `${time} · ${used}`;
    return undefined;
  }

  leave() {
    clearInterval(this.ticking);
    this.gone.abort();
    if (this.open) this.window.close();
  }
}

/** A frame as a heading and a sentence. */
function said(frame, told) {
  if (frame.kind === "opening") return [told.title, told.lead];
  if (frame.kind === "whole") return ["The whole chain", told.caution];
  if (frame.kind === "home") return ["To take home", told.keyPoints.map(({ point }) => point).join(" ")];
  if (frame.kind === "question") return [frame.stop.words, frame.answered ? frame.stop.answer : "(the next press shows the answer)"];
  return [frame.stop.heading, frame.stop.words];
}

// How far a lecture has been told: a list of frames and a place in it. Knows no screen.
//
// A frame is {kind, step, stop, answered}: the opening (step 0), an arrow, a question without and then with
// its answer, the whole chain, and the key points where there are any.

export class LectureState {
  constructor(told, step = 0) {
    this.told = told;
    this.frames = framesOf(told);
    this.at = Math.max(0, this.frames.findIndex((frame) => frame.step === step));
  }

  get frame() {
    return this.frames[this.at];
  }

  /** The frame that the next press shows; `undefined` at the end. */
  get following() {
    return this.frames[this.at + 1];
  }

  /** Go to a frame by its place; says whether that changed anything. */
  to(at) {
    const before = this.at;
    this.at = Math.max(0, Math.min(this.frames.length - 1, at));
    return this.at !== before;
  }

  /** The ids of the arrows told so far, in order. */
  get arrows() {
    return this.told.stops.slice(0, this.frame.step).flatMap((stop) => stop.edge ?? []);
  }

  /** The box that was told last, from which a look at the map begins. */
  get place() {
    const told = this.told.stops.slice(0, this.frame.step).filter((stop) => stop.edge);
    return told.at(-1)?.target ?? this.told.stops.find((stop) => stop.edge).source;
  }

  /** "4 of 9"; nothing before the first and after the last stop. */
  get progress() {
    const { frame } = this;
    return frame.stop ? `${frame.step} of ${this.told.stops.length}` : "";
  }

  /** Minutes that the stops before this one were meant to take, and those of the whole lecture. */
  get planned() {
    const minutes = this.told.stops.map((stop) => stop.minutes);
    const sum = (list) => list.reduce((total, part) => total + part, 0);
    return { before: sum(minutes.slice(0, Math.max(0, this.frame.step - 1))), all: sum(minutes) };
  }
}

function framesOf(told) {
  const frames = [{ kind: "opening", step: 0 }];
  told.stops.forEach((stop, index) => {
    const frame = { kind: stop.edge ? "arrow" : "question", step: index + 1, stop };
    frames.push(frame);
    if (!stop.edge) frames.push({ ...frame, answered: true });
  });
  frames.push({ kind: "whole", step: told.stops.length + 1 });
  if (told.keyPoints.length) frames.push({ kind: "home", step: told.stops.length + 2 });
  return frames;
}

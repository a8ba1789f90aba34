// What stands on the screen of a lecture in words: under the picture, or in its place.

import { el } from "../shared/elements.js";

const SIZES = [36, 34, 32, 30, 28, 26, 24]; // of the words, on a stage of 1280 x 720; 24 can be read in the last row
const MOST = 0.5; // of the stage's height

/** The words under the picture for one frame. */
export function wordsOf(frame, told, progress) {
  if (frame.kind === "whole") return [el("h2", "", "The whole chain"), el("p", "said", told.caution), line(told.about, "", "")];
  const { stop } = frame;
  if (frame.kind === "question") {
    const answer = el("p", "said answer", stop.answer);
    if (!frame.answered) answer.classList.add("untold");
    return [el("h2", "", stop.heading), el("p", "said", stop.words), answer, line("", "", progress)];
  }
  return [el("h2", "", stop.heading), el("p", "said", stop.words), line(certainty(stop), stop.reference, progress)];
}

/** The opening and what the class takes home: words in the place of the picture. */
export function coverOf(frame, told) {
  if (frame.kind === "opening") {
    const questions = told.questions.map((question) => el("li", "", question));
    return [
      el("h1", "", told.title),
      el("p", "lead", told.lead),
      questions.length ? el("ul", "", ...questions) : null,
      el("p", "small", [told.facts, told.disclaimer].filter(Boolean).join(" · ")),
    ];
  }
  const points = told.keyPoints.map(({ point, steps }) => {
    const leans = steps.length === 1 ? `step ${steps[0]}` : `steps ${steps.join(", ")}`;
    return el("li", "", `${point} `, el("small", "", `(${leans})`));
  });
  return [el("h1", "", "To take home"), el("ul", "", ...points), el("p", "small", `${told.about}. ${told.disclaimer}`)];
}

const certainty = (stop) => {
  const word = el("span", `certainty ${stop.tier}`, stop.certainty);
  const known = stop.doubt && (stop.status === "supported" ? [word, ` · ${stop.doubt}`] : [`${stop.doubt} · `, word]);
  return known ? el("span", "", ...known) : word;
};

const line = (left, middle, right) =>
  el("p", "line", el("span", "", left), el("span", "reference", middle), el("span", "progress", right));

/**
 * Choose the largest type in which the words of every frame fit, and one height for all of them: nothing but the
 * words may change from step to step. Returns the height in pixels.
 */
export function fitWords(place, state) {
  const trial = el("div", "words trial");
  place.parentElement.append(trial);
  const blocks = state.frames
    .filter((frame) => !["opening", "home"].includes(frame.kind))
    .map((frame) => el("div", "", ...wordsOf(frame, state.told, state.progress || "9 of 9")));
  trial.append(...blocks);
  const room = place.parentElement.clientHeight * MOST;
  let tallest = 0;
  for (const size of SIZES) {
    place.parentElement.style.setProperty("--said", size);
    tallest = Math.max(...blocks.map((block) => block.offsetHeight));
    if (tallest <= room) break;
  }
  trial.remove();
  return tallest;
}

/** Let a cover shrink until it fits. */
export function fitCover(cover) {
  for (const size of [1, 0.93, 0.86, 0.8, 0.75, 0.7]) {
    cover.style.setProperty("--shrink", size);
    if (cover.scrollHeight <= cover.clientHeight) return;
  }
}

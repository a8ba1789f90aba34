// Which key does what in a lecture; clickers send PageUp, PageDown and "." or "b".

const ACTS = {
  next: ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"],
  back: ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"],
  first: ["Home"],
  last: ["End"],
  leave: ["Escape"],
  full: ["f"],
  black: ["b", "."],
  overlay: ["m"],
  presenter: ["p"],
  theme: ["t"],
  share: ["q"],
};

const acts = new Map(Object.entries(ACTS).flatMap(([act, keys]) => keys.map((key) => [key, act])));

/** What a key does; `undefined` for all others. */
export function actionOf(key) {
  return acts.get(key.length === 1 ? key.toLowerCase() : key);
}

// Elements from text; nothing is ever read as markup.

/** An element with a class; strings become text, `null` and `undefined` nothing. */
export function el(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button with a class, a word and what it does. */
export function button(name, word, act) {
  const element = el("button", name, word);
  element.type = "button";
  element.onclick = act;
  return element;
}

// What a finder offers for an answer of the server, and what it says when nothing fits.

const paths = ({ paths: count, exact }) => `${exact ? "" : "more than "}${count.toLocaleString("en")} ${count === 1 ? "path" : "paths"}`;

/**
 * The sentence above the list, and its groups.
 * @param answer of `api/find`; null when it could not be fetched
 * @param finder knows its end, what to do with a node, and how to ask again
 */
export function offersFor(answer, text, finder) {
  const { end, controls } = finder;
  const { from, to, link } = controls.data;
  if (!answer) return { said: "The list could not be fetched. Try again in a moment.", groups: [] };
  const node = (found) => ({ name: found.name, note: noteOf(found), act: () => finder.choose(found.id, found.name) });
  const groups = answer.groups.map(({ name, found }) => ({ name, options: found.map(node) }));
  const ways = [];
  if (answer.apart) {
    const { id, name, start, back } = answer.apart;
    const view = (source, target) => link.both.replace("START", encodeURIComponent(source)).replace("TARGET", encodeURIComponent(target));
    if (start) return { said: `${name} is the start itself.`, groups: [...groups, whole(finder)] };
    if (back) ways.push({ name: `Turn it round: from ${name} to ${from.name}`, act: () => controls.go(view(id, from.id)) });
    ways.push({ name: `Start from ${name} instead`, act: () => controls.go(view(id, to.id)) });
    const said = `${name} is on this map, but no path leads there from ${from.name}.`;
    return { said, groups: [...groups, { name: "You can", options: ways }, whole(finder)] };
  }
  if (groups.length) return { said: "", groups };
  if (!text.trim()) return { said: NOTHING[end](from, to), groups };
  const near = answer.nearby.map(node);
  return { said: MISSING[end](text.trim(), from, to), groups: [...(near.length ? [{ name: "Did you mean", options: near }] : []), whole(finder)] };
}

const NOTHING = {
  from: () => "This map has no boxes.",
  to: (from) => `Nothing on this map follows from ${from.name}.`,
  through: (from, to) => `Nothing lies between ${from.name} and ${to.name}.`,
};

const MISSING = {
  from: (text) => `Nothing on this map is called “${text}”.`,
  to: (text) => `Nothing on this map is called “${text}”.`,
  through: (text, from, to) => `Nothing called “${text}” lies between ${from.name} and ${to.name}.`,
};

function noteOf({ name, matched, score, paths: count, exact }) {
  const said = matched && matched !== name && score > 0 ? [matched] : [];
  return [...said, ...(count ? [paths({ paths: count, exact })] : [])].join(" · ");
}

const whole = (finder) => ({ name: "", options: [{ name: "Show the whole list", asks: true, act: () => finder.ask("") }] });

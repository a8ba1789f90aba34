// What stands on paper in the place of the picture, which is a canvas: fetched when printing begins, and only then.

const papers = new WeakMap();

/** `place` holds it; `source` is where it comes from for the present view. */
export function keepOnPaper(place, source) {
  if (!papers.has(place)) {
    const fill = () => (place.isConnected ? fillIn(place) : removeEventListener("beforeprint", fill));
    addEventListener("beforeprint", fill);
  }
  papers.set(place, source);
}

/** The browser prints as soon as this returns, so it waits for the answer. */
function fillIn(place) {
  const picture = place.querySelector(".drawn");
  const source = papers.get(place);
  if (picture.dataset.source !== source) {
    const asked = new XMLHttpRequest();
    asked.open("GET", new URL(source, document.baseURI), false);
    try {
      asked.send();
    } catch {
      // The server is away: the words below still print.
    }
    // The server has escaped every text of the map.
    picture.innerHTML = asked.status === 200 ? asked.responseText : "";
    picture.dataset.source = asked.status === 200 ? source : "";
  }
  place.querySelector("figcaption").textContent = location.href;
}

"""How a component gets its script: a loader of a few lines, since whatever is inline is sent on every run."""

from __future__ import annotations

_LOADER = """
let module;
export default function (component) {
  if (module) return module.default(component);
  const { parentElement } = component;
  parentElement.pending = component;
  import(new URL("assets/own/NAME.js", document.baseURI)).then((loaded) => {
    module = loaded;
    if (parentElement.pending === component) loaded.default(component);
  });
}
"""


def loader(name: str) -> str:
    """Inline script that fetches ``static/<name>.js`` and calls it; of early calls the last one wins."""
    return _LOADER.replace("NAME", name)


def style(*names: str) -> str:
    """Style sheets of ``static/``, fetched by the browser and kept: what is inline is sent on every run.

    The last line says nothing: Streamlit takes a text of one line for the name of a file.
    """
    return "".join(f"@import url(assets/own/{name}.css);\n" for name in names) + "/**/"

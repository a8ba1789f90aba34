"""How a component gets its script: a loader of a few lines, since whatever is inline is sent on every run."""

from __future__ import annotations

from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"

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
    """The style sheets of a component, read from ``static/``."""
    return "\n".join((STATIC / f"{name}.css").read_text("utf-8") for name in names)

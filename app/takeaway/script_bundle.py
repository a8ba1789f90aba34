"""The scripts of the page in one piece, for a file that cannot import them.

Each module becomes a function that returns what it exports, in the order in which they need each other. Our
modules keep to one form of import and of export, a line each; anything else is refused.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"

_IMPORT = re.compile(r'^import \{ ([\w$]+(?:, [\w$]+)*) \} from "(\.{1,2}/[\w./-]+)\.js";$')
_EXPORT = re.compile(r"^export (?:async )?(?:function|class|const|let) ([\w$]+)")
_DEFAULT = re.compile(r"^export default function ([\w$]+)")


@lru_cache(maxsize=4)
def bundle(entry: str, folder: Path = STATIC) -> str:
    """A module with all that it imports, as one classic script.

    Args:
        entry: the module's path below ``folder``, without its ending: ``lecture/lecture``.
        folder: where the modules are.

    Raises:
        ValueError: a module imports or exports in another form, or modules import each other in a circle.
    """
    parts: dict[str, str] = {}
    _add(entry, folder, parts, ())
    body = "\n".join(f"const {_name(module)} = (() => {{\n{code}\n}})();" for module, code in parts.items())
    return f'(() => {{\n"use strict";\n{body}\n}})();'


def _add(module: str, folder: Path, parts: dict[str, str], path: tuple[str, ...]) -> None:
    if module in path:
        raise ValueError(f"{' imports '.join([*path, module])}: a circle")
    if module in parts:
        return
    lines, exports = [], []
    for line in (folder / f"{module}.js").read_text("utf-8").splitlines():
        if line.startswith("import "):
            found = _IMPORT.match(line)
            if found is None:
                raise ValueError(f"{module}.js: cannot bundle {line!r}")
            names, other = found.groups()
            other = posixpath.normpath(posixpath.join(posixpath.dirname(module), other))
            _add(other, folder, parts, (*path, module))
            lines.append(f"const {{ {names} }} = {_name(other)};")
        elif line.startswith("export "):
            found = _DEFAULT.match(line) or _EXPORT.match(line)
            if found is None:
                raise ValueError(f"{module}.js: cannot bundle {line!r}")
            exports.append(found.group(1))
            lines.append(line.removeprefix("export ").removeprefix("default "))
        else:
            lines.append(line)
    parts[module] = "\n".join([*lines, f"return {{ {', '.join(exports)} }};"])


def _name(module: str) -> str:
    return "module_" + re.sub(r"\W", "_", module)

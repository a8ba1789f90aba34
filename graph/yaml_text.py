"""YAML as text with line numbers: every scalar stays the text it is, every value knows its line.

``NO``, ``on`` and ``012`` stay text, a key given twice is a problem, and so are anchors, which a
map has no use for. What the text means is decided later, by the records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.problems import Problem

MOST_BYTES = 2_000_000
"""A map's file is written by hand; a larger one is a mistake, and parsing it would only hang."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Text:
    """A YAML file as plain dicts, lists and strings.

    Attributes:
        value: the whole content; ``None`` for an empty file or one that could not be read.
        lines: from the path of a value (keys and indices) to its line, counted from 1.
        problems: what could not be read.
    """

    value: Any = None
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of a value, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str) -> Text:
    """Read one YAML file as text.

    Args:
        path: the file.
        name: what to call it in problems (its path within the map).
    """
    text = Text()

    def problem(line: int, what: str, cure: str) -> None:
        text.problems.append(Problem(name, line, what, cure))

    try:
        if path.stat().st_size > MOST_BYTES:
            problem(1, f"the file is larger than {MOST_BYTES:,} bytes", "split it into smaller files")
            return text
        content = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem(line, "the file is not UTF-8 text", "save it as UTF-8")
        return text
    except OSError as error:
        problem(1, f"the file cannot be read ({error.strerror})", "check that it exists and may be read")
        return text
    try:
        root = yaml.compose(content, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(error.problem or error.context).split())
        problem(mark.line + 1 if mark else 1, f"not valid YAML ({what})", "mend the indentation or the quotes here")
        return text
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        problem(content[:position].count("\n") + 1, "a character that YAML does not allow", "remove it")
        return text
    except RecursionError:
        problem(1, "lists or mappings are nested too deeply", "write the records as the other files do")
        return text
    if root is not None:
        text.value = _Builder(text, name).build(root, ())
    return text


class _Builder:
    """Walks composed YAML nodes, collecting values and lines."""

    def __init__(self, text: Text, name: str) -> None:
        self.text = text
        self.name = name
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        line = node.start_mark.line + 1
        self.text.lines.setdefault(path, line)
        if id(node) in self.seen:
            self._problem(line, "an alias (*) repeats another value", "write the value out")
            return None
        if isinstance(node, yaml.ScalarNode):
            return node.value
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.Node, path: tuple[str | int, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(line, "a key that is not a word", "use a plain word as the key")
                continue
            key = key_node.value
            if key in values:
                self._problem(line, f"the key {key!r} is given twice", "keep one of the two")
                continue
            self.text.lines[(*path, key)] = line
            values[key] = self.build(value_node, (*path, key))
        return values

    def _problem(self, line: int, what: str, cure: str) -> None:
        self.text.problems.append(Problem(self.name, line, what, cure))

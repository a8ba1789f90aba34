"""YAML as text with line numbers: every scalar stays the text it is, every value knows its line.

``NO``, ``on`` and ``012`` stay text, a key given twice is a problem, and so are anchors, which a
map has no use for. What the text means is decided later, by the records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.records.problems import Problem

Where = tuple[str | int, ...]
"""The way to a value inside a file: keys and indices."""

MOST_BYTES = 2_000_000
"""A map's file is written by hand; a larger one is a mistake, and parsing it would only hang."""

MOST_LEVELS = 20
"""How deep lists and mappings may nest; the deepest record of a map uses five levels."""

_TOO_DEEP = ("lists or mappings are nested too deeply", "write the records as the other files do")
_TOO_DEEP_FOR_THE_PARSER = "exceeded maximum nesting depth"
"""What newer parsers say before we can count the levels ourselves."""

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
    lines: dict[Where, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Where) -> int:
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
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(content)
    if unprintable:
        line = content.count("\n", 0, unprintable.start()) + 1
        problem(line, "a character that YAML does not allow", "remove it")
        return text
    try:
        text.value = _Builder(text, name, yaml.parse(content, Loader=_Loader)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = " ".join(str(error.problem or error.context).split())
        if what == _TOO_DEEP_FOR_THE_PARSER:
            problem(line, *_TOO_DEEP)
        else:
            problem(line, f"not valid YAML ({what})", "mend the indentation or the quotes here")
    except _TooDeepError as error:
        problem(error.line, *_TOO_DEEP)
    return text


class _TooDeepError(Exception):
    """Raised at the line where nesting exceeds :data:`MOST_LEVELS`."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder:
    """Turns the parser's events into values and lines.

    Events and not composed nodes, because composing recurses in C and a file of brackets would end the
    process; and because only an event knows the line of an alias.
    """

    def __init__(self, text: Text, name: str, events: Iterator[yaml.Event]) -> None:
        self.text = text
        self.name = name
        self.events = events

    def document(self) -> Any:
        """The one document of the file; ``None`` when it is empty."""
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self.events), ())
        next(self.events)  # the document ends
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._problem(_line(after), "a second document begins here", "keep one document a file")
        return value

    def _value(self, event: yaml.Event, path: Where) -> Any:
        line = _line(event)
        self.text.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent):
            self._problem(line, "an alias (*) repeats another value", "write the value out")
            return None
        if getattr(event, "anchor", None):
            self._problem(line, "an anchor (&) marks a value for repeating", "remove it")
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if len(path) >= MOST_LEVELS:
            raise _TooDeepError(line)
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _sequence(self, path: Where) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Where) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None or key in values:
                if key is None:
                    self._skip(event)
                    self._problem(line, "a key that is not a word", "use a plain word as the key")
                else:
                    self._problem(line, f"the key {key!r} is given twice", "keep one of the two")
                self._skip(next(self.events))
                continue
            self.text.lines[(*path, key)] = line
            values[key] = self._value(next(self.events), (*path, key))
        return values

    def _skip(self, event: yaml.Event) -> None:
        """Pass over a value that has no place in the result."""
        level = 0
        while True:
            level += isinstance(event, yaml.CollectionStartEvent)
            level -= isinstance(event, yaml.CollectionEndEvent)
            if level == 0:
                return
            if level > MOST_LEVELS:
                raise _TooDeepError(_line(event))
            event = next(self.events)

    def _problem(self, line: int, what: str, cure: str) -> None:
        self.text.problems.append(Problem(self.name, line, what, cure))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1

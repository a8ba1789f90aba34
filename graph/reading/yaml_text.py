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

from graph.reading.files import MOST_BYTES, FileError, read_bytes
from graph.reading.yaml_habits import (
    QUOTES,
    begins_with,
    cut_off,
    end_of,
    explain,
    is_number,
    shortened,
    start_of,
)
from graph.records.problems import Problem

Where = tuple[str | int, ...]
"""The way to a value inside a file: keys and indices."""

MOST_LEVELS = 20
"""How deep lists and mappings may nest; the deepest record of a map uses five levels."""

MOST_PROBLEMS = 200
"""As many as anybody mends before looking again; a file with more of them is not read to its end."""

MORE = ("there are more problems", "mend these first")

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
        after_comma: from the path of a key behind a comma, between braces, to the key whose text the comma
            may belong to.
    """

    value: Any = None
    lines: dict[Where, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    after_comma: dict[Where, str] = field(default_factory=dict)

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
        content = read_bytes(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem(line, "the file is not UTF-8 text", "save it as UTF-8")
        return text
    except FileError as error:
        problem(1, error.what, error.cure)
        return text
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(content)
    if unprintable:
        line = content.count("\n", 0, unprintable.start()) + 1
        problem(line, "a character that YAML does not allow", "remove it")
        return text
    builder = _Builder(text, name, content)
    try:
        text.value = builder.document()
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP_FOR_THE_PARSER:
            problem(error.problem_mark.line + 1 if error.problem_mark else 1, *_TOO_DEEP)
        else:
            line, what, cure = explain(error, content, builder.last)
            # What was told from this line on is the same fault, with less to go by.
            text.problems[:] = [told for told in text.problems if told.line < line]
            problem(line, what, cure)
    except _StopError as error:
        problem(error.line, error.what, error.cure)
    return text


class _StopError(Exception):
    """Raised at the line from which on a file is not read."""

    def __init__(self, line: int, what: str, cure: str) -> None:
        super().__init__(what)
        self.line, self.what, self.cure = line, what, cure


class _Builder:
    """Turns the parser's events into values and lines.

    Events and not composed nodes, because composing recurses in C and a file of brackets would end the
    process; and because only an event knows the line of an alias.
    """

    def __init__(self, text: Text, name: str, source: str) -> None:
        self.text = text
        self.name = name
        self.source = source
        self.events: Iterator[yaml.Event] = yaml.parse(source, Loader=_Loader)
        self.last: yaml.Event | None = None

    def document(self) -> Any:
        """The one document of the file; ``None`` when it is empty."""
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), ())
        self._next()  # the document ends
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._problem(_line(after), "a second document begins here", "keep one document a file")
        return value

    def _next(self) -> yaml.Event:
        self.last = next(self.events)
        return self.last

    def _value(self, event: yaml.Event, path: Where) -> Any:
        line = _line(event)
        self.text.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent):
            cure = f"write the value out, or {QUOTES} if it only begins with *"
            self._problem(line, "an alias (*) repeats another value", cure)
            return None
        if getattr(event, "anchor", None):
            cure = f"remove it, or {QUOTES} if it only begins with &"
            self._problem(line, "an anchor (&) marks a value for repeating", cure)
        if getattr(event, "tag", None):
            self._problem(line, *begins_with("!"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if len(path) >= MOST_LEVELS:
            raise _StopError(line, *_TOO_DEEP)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        flow = bool(getattr(event, "flow_style", False))
        if flow and self.source[start_of(event)] != "{":
            return self._pair(event, path)
        return self._mapping(path, flow)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> str:
        """The text of a scalar, and what may have been lost of it."""
        if event.style == ">" and not event.value and is_number(self.source, event):
            self._problem(line, *begins_with(">"))
            return self._between(event, event)
        cut = None if event.style else cut_off(self.source, event)
        if cut:
            cure = f"{QUOTES}, or put two blanks before a comment"
            self._problem(_end_line(event), f"`#` cuts off the rest of the text, {shortened(cut)}", cure)
        return str(event.value)

    def _sequence(self, path: Where) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _pair(self, start: yaml.Event, path: Where) -> str:
        """A text in a list between brackets that a colon has made a key and its value."""
        of = next((key for key in reversed(path) if isinstance(key, str)), "the list")
        self._problem(_line(start), f"a text of {of!r} holds a colon", QUOTES)
        end = start
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            self._skip(event)
            end = self.last or start
        return self._between(start, end)

    def _mapping(self, path: Where, flow: bool) -> dict[str, Any]:
        values: dict[str, Any] = {}
        before: str | None = None  # the key whose bare text may go on behind a comma
        commas: set[str] = set()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = _line(event)
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None:
                self._skip(event)
                cure = "use a plain word as the key, or put the text that holds brackets in quotes"
                self._problem(line, "a key that is not a word", cure)
                self._skip(self._next())
                continue
            value = self._next()
            if flow and self._is_alone(event, value):
                if before is None:
                    cure = "write a colon and a value behind it, or put the text that it belongs to in quotes"
                    self._problem(line, f"{shortened(key)} has no value", cure)
                    continue
                values[before] += f", {key}"
                if before not in commas:
                    self._problem(line, f"the text of {before!r} holds a comma", QUOTES)
                commas.add(before)
                continue
            if key in values:
                self._problem(line, f"the key {shortened(key)} is given twice", "keep one of the two")
                self._skip(value)
                continue
            if flow and before is not None:
                self.text.after_comma[(*path, key)] = before
            self.text.lines[(*path, key)] = line
            values[key] = self._value(value, (*path, key))
            before = key if isinstance(value, yaml.ScalarEvent) and not value.style else None
        return values

    def _is_alone(self, key: yaml.Event, value: yaml.Event) -> bool:
        """Whether a key between braces has nothing behind it, not even a colon."""
        nothing = isinstance(value, yaml.ScalarEvent) and not value.value and not value.style
        return nothing and ":" not in self.source[end_of(key) : end_of(value)]

    def _between(self, first: yaml.Event, last: yaml.Event) -> str:
        """What the file says from one event to another, on one line."""
        return " ".join(self.source[start_of(first) : end_of(last)].split())

    def _skip(self, event: yaml.Event) -> None:
        """Pass over a value that has no place in the result."""
        level = 0
        while True:
            level += isinstance(event, yaml.CollectionStartEvent)
            level -= isinstance(event, yaml.CollectionEndEvent)
            if level == 0:
                return
            if level > MOST_LEVELS:
                raise _StopError(_line(event), *_TOO_DEEP)
            event = self._next()

    def _problem(self, line: int, what: str, cure: str) -> None:
        told = len(self.text.problems)
        if told <= MOST_PROBLEMS:
            said = (what, cure) if told < MOST_PROBLEMS else MORE
            self.text.problems.append(Problem(self.name, line, *said))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _end_line(event: yaml.Event) -> int:
    return event.end_mark.line + 1 if event.end_mark else _line(event)

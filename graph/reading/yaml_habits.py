"""What people type in YAML without thinking of YAML, and what YAML makes of it: each with its cure.

A parser says where it gave up; a person wants to know what they typed that led there. So a fault of syntax is
explained from the text around the place and from what was read last, and only what fits nothing known is told
in the words of the parser.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

Explained = tuple[int, str, str]
"""The line, counted from 1, the fault, and its cure."""

QUOTES = "put the text in quotes"
LONGEST_SHOWN = 40

_OPENER = re.compile(r"(?:^[ ]*(?:-[ ]+)*|[{,\[][ ]*)(?:([A-Za-z_][\w-]*)[ ]*:[ ]+)?")
_NO_BLANK = re.compile(r"^[ ]*(?:-[ ]+)*([A-Za-z_][\w-]*):[^\s/]")
_NO_BLANK_DASH = re.compile(r"^[ ]*-[^\s-]")
_MORE_KEYS = re.compile(r",[ ]*[A-Za-z_][\w-]*:[ ]")
_WORD_ALONE = re.compile(r"^[ ]*(?:-[ ]+)*([A-Za-z_][\w-]*)[ ]*$")
_NEW_LINE = re.compile(r"^[ ]*(?:-[ ]|[A-Za-z_][\w-]*[ ]*:(?:[ ]|$))")
_CUT = re.compile(r"[ \t](#[^\r\n]*)")
_INDENT = "mend the indentation"
_BLOCK_MARKS = {"block sequence entries": "-", "mapping keys": "?"}


def explain(error: yaml.MarkedYAMLError, source: str, last: yaml.Event | None) -> Explained:
    """A fault of syntax in the words of a person who writes a map.

    Args:
        error: what the parser said.
        source: the whole text of the file.
        last: what was read last before the fault.
    """
    line, what, cure = _Fault(error, source, last).explained()
    return line + 1, f"not valid YAML ({what})", cure


def start_of(event: yaml.Event) -> int:
    """The index in the text at which an event begins."""
    return int(_marks(event)[0].index)


def end_of(event: yaml.Event) -> int:
    """The index in the text behind an event."""
    return int(_marks(event)[1].index)


def cut_off(source: str, event: yaml.ScalarEvent) -> str | None:
    """What a ``#`` behind a bare text cuts off, unless it is a comment: that has two blanks before it."""
    found = _CUT.match(source, end_of(event))
    if found is None or (" " not in event.value and found[1][1:2] in ("", " ", "#")):
        return None
    return found[1]


def is_number(source: str, event: yaml.ScalarEvent) -> bool:
    """Whether a text such as ``>5`` was taken for the head of a folded text."""
    after = start_of(event) + 1  # where the file may end
    return source[after : after + 1].isdigit()


def begins_with(mark: str) -> tuple[str, str]:
    """The fault of a text that begins with a character that means something in YAML."""
    return f"a text begins with {mark!r}, which means something else in YAML", QUOTES


class _Fault:
    """One fault of syntax, with the text around it."""

    def __init__(self, error: yaml.MarkedYAMLError, source: str, last: yaml.Event | None) -> None:
        mark = error.problem_mark or error.context_mark
        begin = error.context_mark or mark
        self.said = " ".join(str(error.problem or error.context).split())
        self.context = error.context or ""
        self.source = source
        self.last = last
        self.lines = source.splitlines()
        self.at, self.line, self.column = (mark.index, mark.line, mark.column) if mark else (0, 0, 0)
        self.begin, self.begin_line = (begin.index, begin.line) if begin else (0, 0)

    def explained(self) -> Explained:
        for explain_one in (
            self._tab,
            self._quotes,
            self._first_character,
            self._dash,
            self._colon,
            self._key,
        ):
            if found := explain_one():
                return found
        if "flow" in self.context:
            return self._flow()
        after = self._after_the_end()
        if after:
            return after
        if self.said in ("did not find expected key", "did not find expected '-' indicator"):
            what = "this line is indented otherwise than those it belongs to"
            return self.line, what, f"{_INDENT}, or the quotes above"
        return self.line, self.said, "mend the indentation or the quotes here"

    def _tab(self) -> Explained | None:
        if re.match(r"[ ]*\t", self._text(self.line)):
            return self.line, "this line is indented with a tab", "indent it with blanks"
        return None

    def _quotes(self) -> Explained | None:
        """A quote that is never closed, closes too early, or has a backslash in it."""
        if "quoted scalar" in self.context:
            if "escape" in self.said:
                cure = "write it twice (\\\\), or use single quotes"
                return self.line, "a backslash in double quotes means something else in YAML", cure
            return self.begin_line, "a quote that opens here is not closed", "close it"
        if not self._ended_with("quoted"):
            return None
        start, end = self._last_marks()
        if end[1] > start[1]:
            return start[1], "a quote that opens here is not closed on its line", "close it"
        shown = shortened(self.source[start[0] : end[0]])
        if self.source[start[0]] == "'":
            cure = "write an apostrophe twice (''), or put the whole text in double quotes"
        else:
            cure = 'write a quote within as \\", or put the whole text in single quotes'
        return start[1], f"the quotes close after {shown}, and the text goes on", cure

    def _first_character(self) -> Explained | None:
        """A text that begins with what YAML keeps for itself."""
        here = self.source[self.at : self.at + 1]
        for words, mark in _BLOCK_MARKS.items():
            if self.said.startswith(f"{words} are not allowed"):
                return self.line, *begins_with(mark)
        if "cannot start any token" in self.said:
            return self.line, *begins_with(here)
        if re.search(r"scanning an? (block scalar|alias|anchor|tag)|parsing a tag", self.context):
            return self.begin_line, *begins_with(self.source[self.begin : self.begin + 1])
        if isinstance(self.last, yaml.AliasEvent) and self._last_marks()[1][1] == self.line:
            return self.line, *begins_with("*")
        return None

    def _dash(self) -> Explained | None:
        """A dash that YAML takes for the beginning of a word."""
        if _NO_BLANK_DASH.match(self._text(self.line)):
            return self.line, "there is no blank behind the dash", "write `- ` with a blank"
        return None

    def _colon(self) -> Explained | None:
        """A colon in a text, where YAML sees a key."""
        if not self.said.startswith(("mapping values are not allowed", "found unexpected ':'")):
            return None
        before = self._text(self.line)[: self.column]
        if re.search(r"(:|-)[ ]+$", before):
            return self.line, *begins_with(":")
        openers = [found for found in _OPENER.finditer(before) if found[1]]
        if openers and "{" not in before and len(_MORE_KEYS.findall(self._text(self.line))) > 1:
            cure = "give each a line of its own, or put all of them between braces"
            return self.line, "several keys stand on one line", cure
        if openers:
            return self.line, f"the text of {openers[-1][1]!r} holds a colon", QUOTES
        above = self.line - 1
        while above > 0 and not self._text(above).strip():
            above -= 1
        if lacks := self._lacks_blank(above):
            return lacks
        if word := _WORD_ALONE.match(self._text(above)):
            return above, f"there is no colon behind {word[1]!r}", f"write `{word[1]}:`"
        what = "this line goes on with the text above, and holds a colon"
        return self.line, what, f"{_INDENT}, or {QUOTES}"

    def _key(self) -> Explained | None:
        """A line that is neither a key nor part of the text above."""
        if "could not find expected ':'" not in self.said:
            return None
        cure = "write it as `key: value`, or indent it deeper than the key whose text it goes on with"
        return self._lacks_blank(self.begin_line) or (self.begin_line, "this line has no key", cure)

    def _lacks_blank(self, line: int) -> Explained | None:
        found = _NO_BLANK.match(self._text(line))
        if found is None:
            return None
        return (
            line,
            f"there is no blank behind the colon of `{found[1]}:`",
            f"write `{found[1]}: ` with a blank",
        )

    def _flow(self) -> Explained:
        """A fault between brackets."""
        inside = self.source[self.begin : self.at]
        cut = re.search(r"[ \t]#", inside)
        if cut:
            line = self.begin_line + inside[: cut.end()].count("\n")
            return line, "a `#` cuts off the rest of this line", QUOTES
        here = self.source[self.at : self.at + 1]
        bracket = self.source[self.begin : self.begin + 1]
        if self.line > self.begin_line and (not here or _NEW_LINE.match(self._text(self.line))):
            cure = f"close it, or {QUOTES} if it only begins with one"
            return self.begin_line, f"a bracket {bracket!r} that opens here is not closed", cure
        keys = [found[1] for found in _OPENER.finditer(inside) if found[1]]
        of = f" of {keys[-1]!r}" if keys else ""
        if here == ":":
            return self.line, f"the text{of} holds a colon", QUOTES
        if here and here in "[]{}":
            return self.line, f"the text{of} holds a bracket {here!r}", QUOTES
        return self.line, self.said, "mend the brackets or the quotes here"

    def _after_the_end(self) -> Explained | None:
        if not self._ended_with("bracket"):
            return None
        closing = self.source[self._last_marks()[1][0] - 1]
        what = f"a bracket {closing!r} closes here, and the line goes on"
        return self.line, what, "put the text that holds the bracket in quotes"

    def _ended_with(self, sort: str) -> bool:
        """Whether what was read last, with no line between it and the fault, was quoted or in brackets."""
        if self.last is None or self._last_marks()[1][1] != self.line:
            return False
        if sort == "quoted":
            return isinstance(self.last, yaml.ScalarEvent) and self.last.style in ("'", '"')
        ended = isinstance(self.last, yaml.CollectionEndEvent)
        return ended and self.source[self._last_marks()[1][0] - 1] in "]}"

    def _last_marks(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Index and line of the start and of the end of what was read last."""
        assert self.last is not None
        start, end = _marks(self.last)
        return (start.index, start.line), (end.index, end.line)

    def _text(self, line: int) -> str:
        return self.lines[line] if line < len(self.lines) else ""


def shortened(words: str) -> str:
    """Words as a problem quotes them: in quotes, on one line, and short."""
    shown = " ".join(words.split())
    return repr(shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}...")


def _marks(event: yaml.Event) -> tuple[Any, Any]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark, event.end_mark

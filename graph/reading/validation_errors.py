"""Pydantic's faults in the words of a curator: what is wrong with a value, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from graph.reading.yaml_habits import QUOTES
from graph.records.base import Record
from graph.records.header import Header
from graph.search.nearest import nearest

PLAIN = {
    "tuple_type": ("is not a list", "put each item behind a dash and a blank"),
    "model_type": ("is not a mapping", "write it as `key: value` lines"),
    "string_type": (
        "is not a piece of text",
        f"write one piece of text behind the key; {QUOTES} when it holds a colon",
    ),
    "string_too_short": ("is empty", "write something there or remove the key"),
    "too_short": ("is an empty list", "add at least one item"),
}
"""Faults that need no detail: the fault and its cure."""

LONGEST_SHOWN = 60


def fault_in_words(
    fault: Mapping[str, Any], kind: type[Record], record: Mapping[str, Any], comma_of: str | None = None
) -> tuple[str, str]:
    """The fault and its cure.

    Args:
        fault: one item of pydantic's ``errors()``.
        kind: the record that could not be made.
        record: what the file says.
        comma_of: the key before it, when a comma stands between the two that may belong to its text.
    """
    where = fault["loc"]
    subject = subject_of(where, kind, record)
    if fault["type"] == "missing":
        return f"{subject} is missing", f"add `{where[-1]}:` to it"
    if fault["type"] == "extra_forbidden":
        known = _keys(kind, where)
        meant = _meant(where, known, record)
        cure = f"write `{meant}`" if meant else f"use only: {', '.join(known)}"
        if comma_of and not meant:
            cure = f"put the text of {comma_of!r} in quotes if the comma belongs to it, else {cure}"
        return f"{subject} is not a known key", cure
    if fault["type"] in ("enum", "literal_error"):
        words = fault["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return f"{subject} is {_shown(fault['input'])}", f"use one of: {words}"
    if fault["type"] == "string_pattern_mismatch":
        mixed = "A-Z" in fault["ctx"]["pattern"]
        cure = "letters, digits, hyphens and _" if mixed else "lower-case letters, digits and single hyphens"
        return f"{subject} is {_shown(fault['input'])}", f"use {cure}"
    if fault["type"] in PLAIN:
        what, cure = PLAIN[fault["type"]]
        return f"{subject} {what}", cure
    cure = "write it in digits only" if fault["type"] == "in_digits" else "give a value of that form"
    return f"{subject}: {fault['msg'].lower()}", cure


def subject_of(where: tuple[str | int, ...], kind: type[Record], record: Mapping[str, Any]) -> str:
    """How a problem calls a value: its way inside the record, and the record unless it is the header."""
    of = "" if kind is Header else f" of {kind.__name__.lower()} {_shown(_owner(record))}"
    return f"{_shown('.'.join(str(part) for part in where))}{of}"


def _owner(record: Mapping[str, Any]) -> Any:
    return record.get("id") or "--".join(str(record.get(end, "?")) for end in ("source", "target"))


def _keys(kind: type[Record], where: tuple[str | int, ...]) -> list[str]:
    """The keys that are known at the place of a fault, which may lie inside a record of the record."""
    for part in where[:-1]:
        if isinstance(part, str):
            inner = get_args(kind.model_fields[part].annotation)
            kind = next((it for it in inner if isinstance(it, type) and issubclass(it, Record)), kind)
    return [field.alias or name for name, field in kind.model_fields.items()]


def _meant(where: tuple[str | int, ...], known: list[str], record: Any) -> str | None:
    """The known key that an unknown one may stand for; not one that is there already."""
    for part in where[:-1]:
        record = record[part]
    return nearest(str(where[-1]), [key for key in known if key not in record])


def _shown(value: Any) -> str:
    """A value as a problem quotes it: on one line, and short."""
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."

"""JSON Schemas of a map's files, made from the records, so that an editor can complete and explain keys.

``python -m graph.reading.json_schemas`` writes them beside the maps. A schema accepts whatever the reader
accepts, apart from an empty value; what the files say to each other is left to ``therefore check``.
Draft 7, because that is the one all editors know.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from graph.reading.default_map import default_map_folder, is_installed
from graph.reading.descriptions import DESCRIPTIONS
from graph.reading.map_folder import SECTIONS
from graph.reading.whole_files import write_whole_file
from graph.records import vocabulary
from graph.records.base import Record
from graph.records.header import Header
from graph.records.vocabulary import Term

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
MADE_BY = "Made by `python -m graph.reading.json_schemas` from graph/records/; change that and run it again."
YES_AND_NO = ("true", "t", "yes", "y", "on", "1", "false", "f", "no", "n", "off", "0")
"""The words that the records take for true and false, in any case."""


def schemas() -> dict[str, Schema]:
    """The schema of each sort of file by its name: ``map`` for ``map.yaml``, and one a section."""
    files = {"map": _record(Header)}
    for section, record in SECTIONS.items():
        files[section] = {
            "type": "object",
            "properties": {section: {"type": "array", "items": _record(record)}},
            "required": [section],
            "additionalProperties": False,
        }
    return {
        name: {"$schema": DRAFT, "$comment": MADE_BY, "title": f"Therefore: {name}", **schema}
        for name, schema in files.items()
    }


def schema_text(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into ``folder`` and return the files."""
    folder.mkdir(exist_ok=True)
    files = []
    for name, schema in schemas().items():
        files.append(folder / f"{name}.json")
        write_whole_file(files[-1], schema_text(schema).encode())
    return files


def schema_folder() -> Path:
    """Where the schemas stand: beside the maps."""
    return default_map_folder().parent / "schemas"


def _record(record: type[Record]) -> Schema:
    made = record.model_json_schema()
    return _mapping(record, made, made.get("$defs", {}))


def _mapping(record: type[Record], made: Schema, parts: Schema) -> Schema:
    """The schema of a record; where it uses other records or closed words, these are written out."""
    properties = {}
    for key, value in made["properties"].items():
        inner = _value(value, parts)
        about = [DESCRIPTIONS[record].get(key), inner.get("description")]
        properties[key] = {**inner, "description": "\n\n".join(filter(None, about))}
    return {
        "type": "object",
        "properties": properties,
        "required": made.get("required", []),
        "additionalProperties": False,
    }


def _value(made: Schema, parts: Schema) -> Schema:
    """The schema of a value, as the text of a file may give it."""
    if "anyOf" in made:  # a value or None: a key without a value is left out instead
        (made,) = (choice for choice in made["anyOf"] if choice.get("type") != "null")
    if "$ref" in made:
        name = made["$ref"].rsplit("/", 1)[-1]
        term = getattr(vocabulary, name, None)
        return _words(term) if term else _mapping(_RECORDS[name], parts[name], parts)
    if "enum" in made:
        return {"type": "string", "enum": made["enum"]}
    if "const" in made:
        return {"type": "string", "enum": [made["const"]]}
    if made["type"] == "array":
        array = {"type": "array", "items": _value(made["items"], parts)}
        return array | {key: made[key] for key in ("minItems",) if key in made}
    return _SCALARS[made["type"]](made)


def _words(term: type[Term]) -> Schema:
    """A closed list; each word is offered with its definition, and former words are still accepted."""
    former = [(old, f"Former word for {word.value}.") for word in term for old in word.former]
    return {
        "type": "string",
        "enum": [*(word.value for word in term), *(old for old, _ in former)],
        "enumDescriptions": [*(word.definition for word in term), *(about for _, about in former)],
        "description": "\n".join(f"- {word.value}: {word.definition}" for word in term),
    }


def _text(made: Schema) -> Schema:
    """A piece of text; an editor takes ``2026`` for a number and ``true`` for a truth, the reader does not.

    Said by what it is not, because editors would offer true and false wherever a truth is allowed.
    """
    text: Schema = {"not": {"type": ["array", "object", "null"]}}
    if "pattern" in made:
        mixed = "A-Z" in made["pattern"]
        form = "letters, digits, hyphens and _" if mixed else "lower-case letters, digits and single hyphens"
        return text | {
            "pattern": made["pattern"],
            "maxLength": made["maxLength"],
            "errorMessage": f"Use {form}, at most {made['maxLength']}.",
        }
    most = made["maxLength"]
    # White space around a text does not count: the reader strips it.
    return text | {
        "pattern": rf"^\s*\S([\s\S]{{0,{most - 2}}}\S)?\s*$",
        "errorMessage": f"Write a piece of text of 1 to {most} characters.",
    }


def _truth(_: Schema) -> Schema:
    words = ("".join(f"[{char}{char.upper()}]" if char.isalpha() else char for char in w) for w in YES_AND_NO)
    return {
        "type": ["boolean", "string", "integer"],
        "pattern": f"^({'|'.join(words)})$",
        "minimum": 0,
        "maximum": 1,
    }


def _whole_number(made: Schema) -> Schema:
    number: Schema = {"type": ["integer", "string"], "pattern": r"^-?[0-9]+$"}
    return number | {key: made[key] for key in ("minimum", "maximum") if key in made}


_SCALARS = {"string": _text, "boolean": _truth, "integer": _whole_number}
_RECORDS = {record.__name__: record for record in DESCRIPTIONS}


def main() -> str | None:
    """Write the schemas of this work tree, and return why not when that cannot be done."""
    folder = schema_folder()
    if is_installed(folder):
        return f"{folder} belongs to an installed package; run this in a work tree."
    try:
        for file in write_schemas(folder):
            print(file.relative_to(folder.parent.parent))
    except OSError as error:
        name = error.filename or folder
        return f"{name} cannot be written ({error.strerror}); make it writable and try again."
    return None


if __name__ == "__main__":
    sys.exit(main())

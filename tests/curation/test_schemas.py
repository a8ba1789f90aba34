"""The schemas that help editors say what the records say, and accept what the reader accepts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from graph.reading.default_map import default_map_folder
from graph.reading.descriptions import DESCRIPTIONS
from graph.reading.json_schemas import schema_folder, schema_text, schemas
from graph.reading.map_folder import SECTIONS
from graph.records import vocabulary
from graph.records.base import Record
from graph.records.edge import Edge
from graph.records.header import Header
from graph.records.node import Node
from graph.records.reference import Reference
from tests.graph.small_maps import FOUR_NODES, changed

FILES = sorted(default_map_folder().rglob("*.yaml"))
SCHEMAS = schemas()


class AsAnEditor(yaml.CSafeLoader):
    """YAML 1.2 with its core schema, as editors read it: numbers, truths and nothing are not text."""


AsAnEditor.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.nan|\.NaN",
        "-+0123456789.",
    ),
):
    AsAnEditor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{form})$"), list(first))


def named(path: Path) -> str:
    return path.relative_to(default_map_folder()).as_posix()


def faults(schema: dict[str, Any], value: object) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in Draft7Validator(schema).iter_errors(value)]


def of_field(record: type[Record], field: str) -> dict[str, Any]:
    """The schema of one field of a record."""
    if record is Header:
        return SCHEMAS["map"]["properties"][field]
    section = next(section for section, kind in SECTIONS.items() if kind is record)
    return SCHEMAS[section]["properties"][section]["items"]["properties"][field]


def seen(text: str) -> list[object]:
    """A text as an editor sees it: in quotes, and bare where YAML lets it stand bare as one line."""
    try:
        bare = yaml.load(f"- {text}\n", AsAnEditor)[0]
        same = yaml.load(f"- {text}\n", yaml.CBaseLoader)[0] == text
    except (yaml.YAMLError, TypeError, IndexError, ValueError):
        return [text]
    return [text, bare] if same else [text]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schemas_are_current(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    shipped = (schema_folder() / f"{name}.json").read_text("utf-8")
    assert shipped == schema_text(SCHEMAS[name]), "run `uv run python -m graph.reading.json_schemas`"


def test_no_other_schema_is_shipped() -> None:
    assert sorted(path.name for path in schema_folder().iterdir()) == sorted(f"{it}.json" for it in SCHEMAS)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_shipped_file_names_its_schema_in_the_first_line_and_follows_it(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    given = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert given, "begin the file as its neighbours begin"
    schema = (path.parent / given[1]).resolve()
    assert schema.parent == schema_folder()
    for loader in (AsAnEditor, yaml.CBaseLoader):
        assert faults(SCHEMAS[schema.stem], yaml.load(path.read_text("utf-8"), loader)) == []


def test_reading_and_the_choice_of_map_pass_the_schemas_by() -> None:
    assert schema_folder().parent == default_map_folder().parent
    assert not (schema_folder() / "map.yaml").exists()


@pytest.mark.parametrize("record", DESCRIPTIONS, ids=lambda record: record.__name__)
def test_every_key_has_its_sentence(record: type[Record]) -> None:
    keys = [field.alias or name for name, field in record.model_fields.items()]
    assert list(DESCRIPTIONS[record]) == keys, "mend graph/reading/descriptions.py"
    assert [hint for hint in DESCRIPTIONS[record].values() if not hint.endswith(".")] == []


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Node, "kind"),
        (Node, "change"),
        (Edge, "effect"),
        (Edge, "directness"),
        (Edge, "certainty"),
        (Edge, "onset"),
        (Edge, "reversible"),
        (Reference, "study_type"),
        (Reference, "population"),
        (Reference, "identified"),
    ],
)
def test_a_closed_word_is_offered_with_its_definition(record: type[Record], field: str) -> None:
    schema = of_field(record, field)
    annotation = record.model_fields[field].annotation
    assert isinstance(annotation, type)
    assert issubclass(annotation, vocabulary.Term)
    former = {old: word for word in annotation for old in word.former}
    assert schema["enum"] == [*(word.value for word in annotation), *former]
    about = [
        *(word.definition for word in annotation),
        *(f"Former word for {former[old]}." for old in former),
    ]
    assert schema["enumDescriptions"] == about
    assert all(word.definition in schema["description"] for word in annotation)


BAD = [
    ("nodes", "kind: marker", "kind: marcer", "'marcer' is not one of"),
    ("nodes", "    name: Salt\n", "", "'name' is a required property"),
    ("nodes", "name: Salt", "naem: Salt", "'naem' was unexpected"),
    ("nodes", "name: Salt", f"name: {'S' * 61}", "does not match"),
    ("nodes", "synonyms: [dry spell]", "synonyms: dry spell", "is not of type 'array'"),
    ("nodes", "lane: sky", "lane: The sky", "does not match"),
    ("nodes", "plain: Salt in the soil.", "plain:", "should not be valid under"),
    ("nodes", "plain: Salt in the soil.", "plain: [a, b]", "should not be valid under"),
    ("nodes", "name: Salt", "name: Salt\n    core: perhaps", "does not match"),
    ("edges", "certainty: high", "certainty: certain", "'certain' is not one of"),
    ("edges", "direction: disputes", "direction: against", "'against' is not one of"),
    ("references", "year: 2001", "year: 20010", "20010 is greater than the maximum"),
    ("references", "year: 2001", "year: in spring", "does not match"),
]


@pytest.mark.parametrize(("section", "old", "new", "what"), BAD)
def test_an_editor_underlines_what_the_reader_would_refuse(
    section: str, old: str, new: str, what: str
) -> None:
    name = f"{section}/all.yaml"
    good, bad = (yaml.load(files[name], AsAnEditor) for files in (FOUR_NODES, changed(name, old, new)))
    assert faults(SCHEMAS[section], good) == []
    assert any(what in fault for fault in faults(SCHEMAS[section], bad)), faults(SCHEMAS[section], bad)


SCALARS = [
    (Node, "id"),
    (Node, "name"),
    (Node, "plain"),
    (Node, "core"),
    (Reference, "id"),
    (Reference, "year"),
]
PRINTABLE = st.characters(exclude_categories=["Cc", "Cs"])  # what YAML refuses before any record sees it
LIKELY = st.text("aAzZ09-_+. \n\tétruefalsyno", max_size=70) | st.integers().map(str) | st.floats().map(str)


@pytest.mark.parametrize(("record", "field"), SCALARS)
@given(text=LIKELY | st.text(PRINTABLE))
@example("true")
@example("2026.10")
@example("1990")
@example("012")
@example(" 1_990.0 ")
@example("OFF")
@example("x" * 60 + "\n")
@example(".nan")
def test_whatever_the_reader_takes_the_schema_takes(record: type[Record], field: str, text: str) -> None:
    # A field carries its bounds apart from its type, so that both are asked.
    info = record.model_fields[field]
    try:
        TypeAdapter(info.rebuild_annotation()).validate_python(text)
    except ValidationError:
        return
    # Bare `null` is a value to the reader and nothing to an editor: it has to be put in quotes.
    values = [value for value in seen(text) if value is not None]
    assert [fault for value in values for fault in faults(of_field(record, field), value)] == []

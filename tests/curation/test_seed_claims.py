"""The founding article, claim by claim: the map answers every row of ``seed_claims.yaml``."""

from __future__ import annotations

from typing import Any

import pytest

from graph import CausalMap, causal_paths, find, resolve
from graph.records.vocabulary import Kind
from tests.curation.conftest import facts

ROWS: list[dict[str, Any]] = facts("seed_claims.yaml")
CONCEPTS = sorted(
    {name for row in ROWS for name in (row.get("from"), row.get("to"), *row.get("via", [])) if name}
)

# What must be readable for each `fact`, on the node or on the edges into it.
FACTS = {
    "S05": ("often reversible", "treated in time"),
    "S06": ("severe or long-standing damage", "permanent"),
    "S37": ("balance", "coordination"),
    "S39": ("within a few weeks of treatment", "often ease"),
    "S47": ("for teaching, not medical advice", "lasting fatigue, weakness or tingling", "see a doctor"),
}
PATHS = [row for row in ROWS if row["kind"] == "path"]

# Claims of the article for which no study was found: the map tells them, as proposed.
PROPOSED = {
    "S04": "sarcopenia from lost muscle alone",
    "S08": "methylmalonic acid and oxidative stress",
    "S10": "inflammation and muscle repair",
    "S11": "myelin of the cord and the limb nerves",
    "S12": "demyelination and weak muscle by slow conduction",
    "S15": "weakness and wasting by doing less",
    "S19": "too little oxygen and muscle cramps",
    "S20": "poor nerve signals and muscle cramps",
    "S22": "cramps and moving less",
    "S23": "tingling and poor balance",
    "S42": "anaemia and dizziness, by too little oxygen",
    "S45": "DNA synthesis and muscle repair",
}


def of_kind(kind: str) -> list[Any]:
    return [pytest.param(row, id=row["id"]) for row in ROWS if row["kind"] == kind]


def test_all_forty_seven_rows_are_here_and_each_is_tested() -> None:
    assert [row["id"] for row in ROWS] == [f"S{number:02}" for number in range(1, 48)]
    assert {row["kind"] for row in ROWS} == {"absent", "edge", "path", "fact"}
    assert {row["id"] for row in ROWS if row["kind"] == "fact"} == set(FACTS)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_of_the_article_leads_to_one_node(b12: CausalMap, concept: str) -> None:
    best, *others = find(b12, concept)
    assert resolve(b12, concept) == best.id
    assert all(other.score < best.score for other in others)


@pytest.mark.parametrize("row", of_kind("path"))
def test_a_causal_path_joins_the_two(b12: CausalMap, row: dict[str, Any]) -> None:
    via = {resolve(b12, name) for name in row.get("via", [])}
    proposed = row["id"] in PROPOSED
    paths = causal_paths(b12, row["from"], row["to"], limit=100_000, proposed=proposed).paths
    through = [path for path in paths if via <= set(path.nodes)]
    assert through
    start, end = through[0].records[0], through[0].records[-1]
    undoes = start.kind is Kind.TREATMENT
    assert through[0].sign == (
        "+" if start.change.sign * end.change.sign * (-1 if undoes else 1) > 0 else "-"
    )


@pytest.mark.parametrize("row", [row for row in PATHS if row["id"] in PROPOSED], ids=lambda row: row["id"])
def test_a_claim_that_nothing_supports_is_answered_as_proposed(b12: CausalMap, row: dict[str, Any]) -> None:
    """On every way that answers it some step says that no study was found."""
    via = {resolve(b12, name) for name in row.get("via", [])}
    supported = causal_paths(b12, row["from"], row["to"], limit=100_000).paths
    assert [path.nodes for path in supported if via <= set(path.nodes)] == []


@pytest.mark.parametrize("row", of_kind("edge"))
def test_a_single_causal_edge_joins_the_two(b12: CausalMap, row: dict[str, Any]) -> None:
    edge = b12.edge[f"{resolve(b12, row['from'])}--{resolve(b12, row['to'])}"]
    assert edge.effect == "decreases"


@pytest.mark.parametrize("row", of_kind("absent"))
def test_no_single_edge_joins_the_two(b12: CausalMap, row: dict[str, Any]) -> None:
    one, other = resolve(b12, row["from"]), resolve(b12, row["to"])
    assert f"{one}--{other}" not in b12.edge
    assert f"{other}--{one}" not in b12.edge
    assert causal_paths(b12, one, other).total > 0, "every route runs through something else"


@pytest.mark.parametrize("row", of_kind("fact"))
def test_a_fact_can_be_read_where_it_belongs(b12: CausalMap, row: dict[str, Any]) -> None:
    if row["about"] == "the whole map":
        text = b12.header.disclaimer
    else:
        node = b12.node[resolve(b12, row["about"])]
        text = f"{node.plain} {node.detail}"
    assert [words for words in FACTS[row["id"]] if words not in text.lower()] == []


def test_the_association_with_sarcopenia_is_not_passed_off_as_a_cause(b12: CausalMap) -> None:
    edge = b12.edge["serum-b12--sarcopenia"]
    assert not edge.causal
    assert edge.certainty == "low"
    assert "not in men" in edge.plain

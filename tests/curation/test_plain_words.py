"""The map reads well: short plain sentences, British spelling, no advice, and animals called animals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import CausalMap
from graph.records.vocabulary import Population

LONGEST_SENTENCE = 32
AMERICAN = re.compile(
    r"\b\w*(?<!o)(?:anemi|hemoglob|fiber|esophag|celiac|pediatric|tumor|color|behavior|leukemi|paresthe|"
    r"diarrhea|estrogen|ischemi|anesth|homocysteinemi|hematolog|randomiz|recogniz|analyz|utiliz|normaliz)\w*"
    r"|\b(?:edema|gray|center|centers|liter|liters|labor|program|programs|aging|toward)\b",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"\b(?:you should|should (?:take|eat|avoid|stop|start|get)|must take|we recommend|consult)\b",
    re.IGNORECASE,
)
NOT_PEOPLE = re.compile(
    r"\b(?:mice|mouse|rats?|pigs?|animals?|bats?|dogs?|rodents?|gerbils?|sheep|monkeys?|primates?|worms?"
    r"|cells?|cultures?|cultured|tissue|myoblasts?|neurons?|in vitro)\b",
    re.IGNORECASE,
)


def spoken(b12: CausalMap) -> Iterator[tuple[str, str]]:
    """Every sentence of our own, with where it stands; names and synonyms and the papers' titles are not."""
    for node in b12.nodes:
        yield f"{node.id} name", node.name
        for field in ("clinical", "inside", "phrase"):
            yield f"{node.id} {field}", getattr(node, field) or ""
        yield f"{node.id} plain", node.plain
        yield f"{node.id} detail", node.detail
        yield f"{node.id} measured_by", node.measured_by or ""
    for edge in b12.edges:
        for field in ("plain", "detail", "why", "uncertainty"):
            yield f"{edge.id} {field}", getattr(edge, field)
        yield f"{edge.id} why_differ", edge.why_differ or ""
        for item in edge.evidence:
            yield f"{edge.id} {item.ref}", item.finding
    for reference in b12.references:
        yield f"{reference.id} note", reference.note or ""
    header = b12.header
    yield "map", " ".join([header.title, header.question, header.about, header.disclaimer])
    for part in (*header.lanes, *header.routes):
        yield f"{part.id} about", f"{part.name}. {part.about}"


def test_plain_sentences_are_short(b12: CausalMap) -> None:
    plain = [(where, text) for where, text in spoken(b12) if where.endswith(" plain")]
    sentences = [(where, each) for where, text in plain for each in re.split(r"(?<=[.!?])\s+", text)]
    assert len(sentences) > 200
    assert [(where, each) for where, each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_plain_words_end_in_a_full_stop(b12: CausalMap) -> None:
    ends = (".", "?", "!")
    assert [
        where for where, text in spoken(b12) if where.endswith(" plain") and not text.endswith(ends)
    ] == []


def test_the_spelling_is_british(b12: CausalMap) -> None:
    found = [(where, match.group()) for where, text in spoken(b12) for match in AMERICAN.finditer(text)]
    assert found == []


def test_the_spelling_list_knows_what_is_british() -> None:
    american = (
        "anemia hemoglobin fiber esophagus celiac pediatric paresthesia aging randomized hyperhomocysteinemia"
    )
    british = "anaemia haemoglobin fibre oesophagus coeliac paediatric paraesthesia ageing randomised imaging"
    assert [match.group() for match in AMERICAN.finditer(american)] == american.split()
    assert AMERICAN.search(british) is None


def test_the_map_gives_no_advice(b12: CausalMap) -> None:
    advice = [(where, text) for where, text in spoken(b12) if where != "map" and ADVICE.search(text)]
    assert advice == []


def test_a_finding_in_animals_or_cells_says_so(b12: CausalMap) -> None:
    silent = [
        (edge.id, item.ref)
        for edge in b12.edges
        for item in edge.evidence
        if b12.reference[item.ref].population in (Population.ANIMAL, Population.CELLS)
        and not NOT_PEOPLE.search(item.finding)
    ]
    assert silent == []


def test_no_markup_stands_in_the_words(b12: CausalMap) -> None:
    assert [where for where, text in spoken(b12) if re.search(r"<[/!a-zA-Z]|\]\(|\*\*|`|&\w+;", text)] == []


def test_the_article_that_could_not_be_traced_is_not_cited(b12: CausalMap) -> None:
    assert [where for where, text in spoken(b12) if "mayo clinic" in text.lower()] == []

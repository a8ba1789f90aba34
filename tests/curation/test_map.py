"""The shipped map as a whole: sound, large enough, and complete in every record."""

from __future__ import annotations

from graph import CausalMap, causal_paths, check, resolve
from graph.records.vocabulary import Direction, Effect, Kind, Status


def test_the_map_is_sound() -> None:
    problems = [str(problem) for problem in check()]
    assert problems == [], "run `therefore check` to see each with its place and its cure"


def test_the_map_is_as_large_as_promised(b12: CausalMap) -> None:
    assert len(b12.nodes) >= 120
    assert len(b12.edges) >= 250
    assert len(b12.references) >= 300


def test_all_eight_kinds_and_all_six_lanes_are_in_use(b12: CausalMap) -> None:
    assert {node.kind for node in b12.nodes} == set(Kind)
    assert [lane.name for lane in b12.header.lanes] == [
        "Why levels fall",
        "B12 runs low",
        "Chemistry",
        "Nerve and blood",
        "What is felt",
        "Muscle",
    ]
    assert {node.lane for node in b12.nodes} == {lane.id for lane in b12.header.lanes}


def test_the_question_is_answered_by_default(b12: CausalMap) -> None:
    answer = causal_paths(b12, b12.header.default_start)
    assert (answer.source.id, answer.target.id) == ("b12-deficiency", "muscle-loss")
    assert len(answer.paths) == 10
    assert answer.total_is_exact


# Nothing that was read shows that methylmalonic acid harms muscle: its route can be looked at, not walked.
PROPOSED_ROUTES = {"mma"}


def test_every_named_route_has_paths(b12: CausalMap) -> None:
    named = {route.id for route in b12.header.routes}
    found = {route.id for route in causal_paths(b12, b12.header.default_start).routes}
    assert named - found == PROPOSED_ROUTES
    with_proposed = causal_paths(b12, b12.header.default_start, proposed=True)
    assert named <= {route.id for route in with_proposed.routes}


# On purpose: the vitamins were tested in vain; a failing pancreas has an association, and a chain that is
# false as a whole; of the supplement of vitamin D there is a gain in one pooling of four; the child's illness
# ends with the child; that pregnancy empties the store is proposed, and its anaemia costs no muscle.
WITHOUT_PATH = [
    "b12-folic-acid",
    "calcium-supplement",
    "infant-deficiency",
    "pancreatic-insufficiency",
    "pregnancy",
    "vitamin-d-supplement",
]


def test_every_other_risk_factor_and_treatment_has_a_path_to_muscle_loss(b12: CausalMap) -> None:
    kinds = (Kind.RISK_FACTOR, Kind.TREATMENT, Kind.DEFICIENCY)
    starts = [node.id for node in b12.nodes if node.kind in kinds]
    assert sorted(name for name in starts if not causal_paths(b12, name, limit=1).total) == WITHOUT_PATH


def test_only_a_severe_lack_of_vitamin_d_weakens_and_the_trials_of_tablets_do_not_deny_it(
    b12: CausalMap,
) -> None:
    out = [edge for edge in b12.edges if "vitamin-d-deficiency" in (edge.source, edge.target)]
    assert [edge.id for edge in out] == ["vitamin-d-deficiency--muscle-weakness"]
    assert out[0].certainty == "low"
    assert "severe" in out[0].plain
    assert {item.ref for item in out[0].found(Direction.SUPPORTS)} == {"thabit2011", "rajkumar2022"}
    assert out[0].against == ()


def test_risk_factors_raise_muscle_loss_and_treatments_lower_it_on_their_best_path(b12: CausalMap) -> None:
    signs = {Kind.RISK_FACTOR: "+", Kind.DEFICIENCY: "+", Kind.TREATMENT: "-"}
    # A compensation turns the sign round: folic acid alone mends the blood, and that is why it misleads.
    turned = {edge.source for edge in b12.edges if edge.compensation}
    wrong = [
        node.id
        for node in b12.nodes
        if node.kind in signs
        and node.id not in (*turned, *WITHOUT_PATH)
        and causal_paths(b12, node.id, limit=1).paths[0].sign != signs[node.kind]
    ]
    assert wrong == []


def test_no_single_step_leads_from_deficiency_to_a_muscle_outcome(b12: CausalMap) -> None:
    outcomes = {node.id for node in b12.nodes if node.kind is Kind.OUTCOME}
    steps = [edge.id for edge in b12.edges if edge.source == "b12-deficiency" and edge.target in outcomes]
    assert [name for name in steps if b12.edge[name].effect is not Effect.ASSOCIATED] == []


def test_nerve_disease_does_not_need_anaemia_on_the_map(b12: CausalMap) -> None:
    blocked = causal_paths(b12, "b12-deficiency", "peripheral-neuropathy", block=["megaloblastic-anaemia"])
    assert blocked.total > 0


def test_every_evidence_item_is_a_finding_of_its_own(b12: CausalMap) -> None:
    findings: dict[tuple[str, str], str] = {}
    for edge in b12.edges:
        for item in edge.evidence:
            assert len(item.finding) >= 30, (edge.id, item.ref)
            assert item.finding.endswith((".", ")")), (edge.id, item.ref)
            findings[edge.id, item.ref] = item.finding


def test_a_step_that_nothing_speaks_for_or_against_is_very_uncertain(b12: CausalMap) -> None:
    proposed = [edge for edge in b12.edges if edge.status is Status.PROPOSED]
    assert proposed
    assert [edge.id for edge in proposed if edge.certainty != "very-low"] == []


def test_every_last_step_is_a_definition_and_says_what_is_lost(b12: CausalMap) -> None:
    last = [edge for edge in b12.edges if edge.target == b12.header.default_target]
    assert len(last) == 3
    assert {edge.directness.value for edge in last} == {"definition"}
    assert len({edge.ending for edge in last if edge.ending}) == 3


def test_the_key_gap_is_said_where_a_reader_sees_it(b12: CausalMap) -> None:
    texts = [text for edge in b12.edges for text in (edge.plain, edge.detail, edge.why, edge.uncertainty)]
    gap = "no human study was found that measured muscle mass before and after treating overt"
    assert any(gap in text.lower() for text in texts)


def test_every_retired_id_still_leads_to_a_node(b12: CausalMap) -> None:
    assert b12.now["egf-tnf-balance"] == "tnf-alpha"
    assert {old: resolve(b12, old) for old in b12.now} == b12.now

"""One edge as markup: how sure it is, and what stands behind it, for and against."""

from __future__ import annotations

from app.words.markup import citation, term, text
from graph.evidence.gates import lack_of, passes
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge, Evidence
from graph.records.joints import joint_between, said_of
from graph.records.node import Node
from graph.records.vocabulary import Direction, Gate, Level, Status
from graph.words.explain import course_of, ending_of, scope_of

NO_TRIAL = (
    "That need not speak against the step: nobody may be harmed on purpose to see what follows, so of many "
    "steps there can be no trial."
)


def facts(causal_map: CausalMap, edge: Edge, ending: bool = True) -> str:
    """How sure a step is, in words with their definitions, its course, and the end of a chain that ends here.

    Args:
        causal_map: the map, at the reading level of the page.
        edge: the step.
        ending: whether the ending is said; words beside it may have told it.
    """
    certainty = term(edge.certainty_words, edge.certainty.definition, f"certainty {edge.certainty.value}")
    doubt = edge.doubt
    said = [term(doubt.label, doubt.definition, f"said {doubt.value}")] if doubt else []
    known = [certainty, *said] if edge.status is Status.SUPPORTED else [*said, certainty]
    joint = joint_between(causal_map.node[edge.source], edge, causal_map.node[edge.target])
    course = " · ".join([said_of(joint, edge.status), *course_of(edge)])
    told = f'<p class="ending">{text(ending_of(edge))}</p>' if edge.ending and ending else ""
    return f'<p class="facts">{" ".join(known)} <span class="soft">{text(course)}</span></p>{told}'


def proposed_note(edge: Edge) -> str:
    """That nothing supports a causal step; for nothing else."""
    if not edge.causal or edge.status is not Status.PROPOSED:
        return ""
    return f'<p class="fails">{Status.PROPOSED.label.capitalize()}: no supporting finding.</p>'


def gate_note(causal_map: CausalMap, edge: Edge, gate: Gate) -> str:
    """Why a gate does not accept a step, and that this may say more of studies than of the step."""
    if passes(causal_map, edge, gate):
        return ""
    lack = lack_of(gate)
    impossible = f" {NO_TRIAL}" if gate is Gate.TRIALS else ""
    said = f"{lack[0].upper()}{lack[1:]}; with {gate.label} only, the chain breaks here.{impossible}"
    return f'<p class="fails">{text(said)}</p>'


def evidence(
    causal_map: CausalMap, edge: Edge, level: Level, *, opened: bool = False, whole: bool = False
) -> str:
    """Why this certainty, and the findings.

    Args:
        causal_map: the map.
        edge: the step.
        level: the reading level.
        opened: whether it stands open.
        whole: what is closed is there too; else it is fetched when it is opened.
    """
    source = "" if whole else f' data-source="{text(f"api/evidence/{edge.id}?level={level}")}"'
    inside = evidence_of(causal_map, edge, level) if opened or whole else ""
    return (
        f'<details data-key="evidence-{text(edge.id)}"{source}{" open" if opened else ""}>'
        f"<summary>Why, and the evidence: {text(_tally(edge))}</summary>"
        f'<div class="inside">{inside}</div></details>'
    )


def _tally(edge: Edge) -> str:
    """How many findings there are on each side; those that refute are among those against."""
    refuting, neutral = len(edge.found(Direction.REFUTES)), len(edge.found(Direction.NEUTRAL))
    against = f"{len(edge.against)} {Direction.DISPUTES.label}"
    refutes = [f"{refuting} of them {Direction.REFUTES.label}"] if refuting else []
    neither = [f"{neutral} {Direction.NEUTRAL.label}"] if neutral else []
    supports = f"{len(edge.found(Direction.SUPPORTS))} {Direction.SUPPORTS.label}"
    return ", ".join([supports, against, *refutes, *neither])


def evidence_of(causal_map: CausalMap, edge: Edge, level: Level) -> str:
    """What stands behind one step: reason, uncertainty, findings for and against, and its target."""
    causal_map = causal_map.in_words(level)
    supports, disputes = edge.found(Direction.SUPPORTS), edge.against
    sides = [(title, items) for title, items in (("For", supports), ("Against", disputes)) if items]
    findings = "".join(_findings(causal_map, title, items) for title, items in sides)
    if edge.contested:
        why = f"<p><b>Why they may differ.</b> {text(edge.why_differ)}</p>" if edge.why_differ else ""
        findings = f'<div class="card"><div class="sides">{findings}</div>{why}</div>'
    findings += _findings(causal_map, "Neither", edge.found(Direction.NEUTRAL))
    return (
        f"<p><b>Why {text(edge.certainty_words)}.</b> {text(edge.why)}</p>"
        f"<p><b>What is uncertain.</b> {text(edge.uncertainty)}</p>"
        f"{findings}{_target(causal_map.node[edge.target], level)}"
    )


def _findings(causal_map: CausalMap, title: str, items: tuple[Evidence, ...]) -> str:
    if not items:
        return ""
    listed = "".join(f"<li>{_finding(causal_map, item)}</li>" for item in items)
    return (
        f'<div class="{title.lower()}"><p class="side">{title} <span class="count">{len(items)}</span></p>'
        f'<ul class="findings">{listed}</ul></div>'
    )


def _finding(causal_map: CausalMap, item: Evidence) -> str:
    reference = causal_map.reference[item.ref]
    study = reference.study_type
    about = [term(study.label, study.definition, "study"), text(reference.population.label)]
    if reference.n:
        about.append(text(f"n = {reference.n}"))
    about.append(term(item.directness.label, item.directness.definition, "study"))
    about += [text(part) for part in scope_of(item)]
    refutes = item.direction is Direction.REFUTES
    says = f"<b>{term(item.direction.label, item.direction.definition, 'study')}</b> " if refutes else ""
    return (
        f'{says}{text(item.finding)} <span class="soft">{" · ".join(about)}</span><br>'
        f"<cite>{citation(reference)}</cite>"
    )


def _target(node: Node, level: Level) -> str:
    return f"<p><b>About {text(node.name)}.</b> {about_node(node, level)}</p>"


def about_node(node: Node, level: Level) -> str:
    """What a node is, at a reading level, and how it is measured."""
    words = node.plain if level is Level.PLAIN else node.detail
    return f"{text(words)}{_particulars(node, level)}"


def _particulars(node: Node, level: Level) -> str:
    """How a node is measured, and for those who know the field its ontology ids."""
    measured = f" <b>Measured by:</b> {text(node.measured_by)}." if node.measured_by else ""
    xrefs = (
        f' <span class="soft">{text(", ".join(node.xrefs))}</span>'
        if node.xrefs and level is Level.CLINICAL
        else ""
    )
    return measured + xrefs

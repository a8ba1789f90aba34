"""The chosen path step by step: why each follows, how sure we are, and the findings for and against."""

from __future__ import annotations

from app.scene import Row, Scene
from app.words.markup import citation, claims, term, text
from graph.answer import CausalPath
from graph.coverage import spanning
from graph.explain import StepWords, course_of, sentence_of, summary_of, whole_chain_note, words_of
from graph.gates import passes
from graph.model import CausalMap, Edge, Evidence, Node, link_between
from graph.overview import arrow_link, arrow_of
from graph.vocabulary import Direction, Gate, Level


def step_list(scene: Scene) -> str:
    """The opened arrow, when it is not on the path, and the chosen path as an ordered list."""
    loose = _loose_arrow(scene)
    if scene.path is None or scene.row is None:
        return loose
    path, row = scene.path, scene.row
    items = "".join(_step(scene, step) for step in words_of(path, scene.view.level))
    return (
        f"{loose}<h2>The chosen path, step by step</h2>"
        f'<p class="soft">{text(_standing_of(scene, row))} {text(summary_of(path))}</p>'
        f"{_start(path.records[0], scene.view.level)}"
        f'<ol class="steps">{items}</ol>'
        f'<p class="caution">{text(whole_chain_note(path, scene.map))}</p>{_spanning(scene.map, path)}'
        f'<p class="soft">{text(scene.map.header.disclaimer)} '
        f"Map version {text(scene.map.header.version)}, {text(scene.map.header.date)}.</p>"
    )


def _standing_of(scene: Scene, row: Row) -> str:
    """Which of the paths this one is."""
    route = next((route for route in scene.answer.routes if row in scene.rows[route.id]), None)
    if route is None:
        return f"Path {row.place:,} of those that break with {scene.view.gate.label} only."
    return f"{route.name}, path {row.place:,} of this route. {route.about}"


def _spanning(causal_map: CausalMap, path: CausalPath) -> str:
    """The references that support two or more steps of the chain, each named with its steps."""
    several = spanning(path.steps)
    if not several:
        return ""
    items = "".join(
        f"<li>Steps {text(', '.join(map(str, numbers)))}: "
        f"<cite>{citation(causal_map.reference[ref])}</cite></li>"
        for ref, numbers in several
    )
    return (
        f'<details data-key="spanning"><summary>Sources that support more than one step: '
        f"{len(several)}</summary>"
        f'<ul class="findings">{items}</ul></details>'
    )


def _start(node: Node, level: Level) -> str:
    """What the chain begins with."""
    return (
        f'<p class="start"><b>{text(node.name)}</b> <span class="kind">{text(node.kind.label)}</span> '
        f"{text(_words(node, level))}{_particulars(node, level)}</p>"
    )


def _step(scene: Scene, step: StepWords) -> str:
    chosen = scene.view.step == step.number
    fails = "" if passes(scene.map, step.edge, scene.view.gate) else _fails(scene.view.gate)
    link = text(scene.view.link(step=None if chosen else step.number, edge=None))
    current = ' aria-current="step"' if chosen else ""
    title = claims(step.source, step.target, link_between(step.source, step.edge, step.target))
    return (
        f'<li class="step{" chosen" if chosen else ""}" id="step-{step.number}">'
        f'<h3><a href="{link}" data-go data-key="step-{step.number}"{current}>'
        f'<span class="number">{step.number}</span> {title}</a></h3>'
        f'<p class="sentence">{text(step.sentence)}</p>'
        f"{_facts(step.edge)}{fails}"
        f"{_evidence(scene.map, step.edge, scene.view.level, opened=chosen)}</li>"
    )


def _fails(gate: Gate) -> str:
    return f'<p class="fails">With {text(gate.label)} only, the chain breaks here.</p>'


def _loose_arrow(scene: Scene) -> str:
    """An arrow that was opened although the chosen path does not use it, with the steps it stands for."""
    name = scene.view.edge or ""
    arrow = scene.shown.arrow.get(name)
    edges = [scene.map.edge[step] for step in arrow.steps] if arrow else []
    edges = edges or [edge for edge in [scene.map.edge.get(name)] if edge is not None]
    if not edges:
        return ""
    source, target = scene.map.node[edges[0].source], scene.map.node[edges[-1].target]
    arrow = arrow or arrow_of(edges)
    close = text(scene.view.link(edge=None))
    steps = "".join(_card(scene, edge, alone=len(edges) == 1) for edge in edges)
    return (
        '<section class="step chosen loose" id="arrow"><h2>'
        f"{claims(source, target, arrow_link(source, arrow, target))}</h2>"
        f'<p class="soft">{_standing(edges)} <a href="{close}" data-go>Close</a></p>{steps}</section>'
    )


def _card(scene: Scene, edge: Edge, *, alone: bool) -> str:
    """One edge of an opened arrow."""
    source, target = scene.map.node[edge.source], scene.map.node[edge.target]
    title = "" if alone else f"<h3>{claims(source, target, link_between(source, edge, target))}</h3>"
    return (
        f'{title}<p class="sentence">{text(sentence_of(edge, scene.view.level))}</p>'
        f"{_facts(edge)}"
        f"{_evidence(scene.map, edge, scene.view.level, opened=alone)}"
    )


def _standing(edges: list[Edge]) -> str:
    if not edges[0].causal:
        return "An association, not a causal step; no path uses it."
    many = f" It stands for {len(edges)} steps." if len(edges) > 1 else ""
    return f"An arrow that the chosen path does not use.{many}"


def _facts(edge: Edge) -> str:
    certainty = term(
        f"{edge.certainty.label} certainty", edge.certainty.definition, f"certainty {edge.certainty.value}"
    )
    said = edge.disagreement
    contested = term(said.label, said.definition, f"said {said.value}") if said else ""
    known = " · ".join([edge.effect.label, *course_of(edge)])
    return f'<p class="facts">{certainty} {contested} <span class="soft">{text(known)}</span></p>'


def _evidence(causal_map: CausalMap, edge: Edge, level: Level, *, opened: bool) -> str:
    """Why this certainty, and the findings; what is closed is fetched when it is opened."""
    counts = [(len(edge.found(direction)), direction.label) for direction in Direction]
    tally = ", ".join(f"{number} {label}" for number, label in counts if number or label != "neither")
    source = f"api/evidence/{edge.id}?level={level}"
    inside = evidence_of(causal_map, edge, level) if opened else ""
    return (
        f'<details data-key="evidence-{text(edge.id)}" data-source="{text(source)}"'
        f"{' open' if opened else ''}>"
        f"<summary>Why, and the evidence: {text(tally)}</summary>"
        f'<div class="inside">{inside}</div></details>'
    )


def evidence_of(causal_map: CausalMap, edge: Edge, level: Level) -> str:
    """What stands behind one step: reason, uncertainty, findings for and against, and its target."""
    supports, disputes = edge.found(Direction.SUPPORTS), edge.found(Direction.DISPUTES)
    sides = [(title, items) for title, items in (("For", supports), ("Against", disputes)) if items]
    findings = "".join(_findings(causal_map, title, items) for title, items in sides)
    if edge.contested:
        why = f"<p><b>Why they may differ.</b> {text(edge.why_differ)}</p>" if edge.why_differ else ""
        findings = f'<div class="card"><div class="sides">{findings}</div>{why}</div>'
    findings += _findings(causal_map, "Neither", edge.found(Direction.NEUTRAL))
    return (
        f"<p><b>Why {text(edge.certainty.label)} certainty.</b> {text(edge.why)}</p>"
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
    return (
        f'{text(item.finding)} <span class="soft">{" · ".join(about)}</span><br>'
        f"<cite>{citation(reference)}</cite>"
    )


def _target(node: Node, level: Level) -> str:
    return f"<p><b>About {text(node.name)}.</b> {text(_words(node, level))}{_particulars(node, level)}</p>"


def _words(node: Node, level: Level) -> str:
    return node.plain if level is Level.PLAIN else node.detail


def _particulars(node: Node, level: Level) -> str:
    """How a node is measured, and for clinicians its ontology ids."""
    measured = f" <b>Measured by:</b> {text(node.measured_by)}." if node.measured_by else ""
    xrefs = (
        f' <span class="soft">{text(", ".join(node.xrefs))}</span>'
        if node.xrefs and level is Level.CLINICAL
        else ""
    )
    return measured + xrefs

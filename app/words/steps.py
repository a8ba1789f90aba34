"""The chosen path step by step: why each follows, how sure we are, and the findings for and against."""

from __future__ import annotations

from app.scene import Scene
from app.words.markup import citation, claims, term, text
from graph.explain import StepWords, facts_of, sentence_of, summary_of, whole_chain_note, words_of
from graph.model import CausalMap, Edge, Evidence, Node
from graph.vocabulary import Direction, Level

CONTESTED = "Evidence both supports and disputes this step."


def step_list(scene: Scene) -> str:
    """The opened arrow, when it is not on the path, and the chosen path as an ordered list."""
    loose = _loose_arrow(scene)
    if scene.path is None or scene.row is None:
        return loose
    path, row = scene.path, scene.row
    route = next((route.name for route in scene.answer.routes if route.id == path.route), "")
    items = "".join(_step(scene, step) for step in words_of(path, scene.view.level))
    stretch = path.longest_stretch
    covering = scene.map.reference.get(stretch.ref) if stretch else None
    source = f'<p class="soft cite">{citation(covering)}</p>' if covering else ""
    return (
        f"{loose}<h2>The chosen path, step by step</h2>"
        f'<p class="soft">{text(route)}, path {row.place:,} of this route. {text(summary_of(path))}</p>'
        f"{_start(path.records[0], scene.view.level)}"
        f'<ol class="steps">{items}</ol>'
        f'<p class="caution">{text(whole_chain_note(path))}</p>{source}'
        f'<p class="soft">{text(scene.map.header.disclaimer)} '
        f"Map version {text(scene.map.header.version)}, {text(scene.map.header.date)}.</p>"
    )


def _start(node: Node, level: Level) -> str:
    """What the chain begins with."""
    return (
        f'<p class="start"><b>{text(node.name)}</b> <span class="kind">{text(node.kind.label)}</span> '
        f"{text(_words(node, level))}{_particulars(node, level)}</p>"
    )


def _step(scene: Scene, step: StepWords) -> str:
    chosen = scene.view.step == step.number
    link = text(scene.view.link(step=None if chosen else step.number, edge=None))
    current = ' aria-current="step"' if chosen else ""
    verb = step.edge.effect.label
    return (
        f'<li class="step{" chosen" if chosen else ""}" id="step-{step.number}">'
        f'<h3><a href="{link}" data-go data-key="step-{step.number}"{current}>'
        f'<span class="number">{step.number}</span> {claims(step.source, step.target)}</a></h3>'
        f'<p class="sentence">{text(step.sentence)}</p>'
        f"{_facts(step.edge, verb)}"
        f"{_evidence(scene.map, step.edge, step.target, scene.view.level, opened=chosen)}</li>"
    )


def _loose_arrow(scene: Scene) -> str:
    """An arrow that was opened although the chosen path does not use it."""
    edge = scene.map.edge.get(scene.view.edge or "")
    if edge is None:
        return ""
    source, target = scene.map.node[edge.source], scene.map.node[edge.target]
    joined = "leads to" if edge.causal else "is associated with"
    close = text(scene.view.link(edge=None))
    return (
        '<section class="step chosen loose" id="arrow"><h2>'
        f"{claims(source, target, joined=joined)}</h2>"
        f'<p class="soft">{_standing(edge)} <a href="{close}" data-go>Close</a></p>'
        f'<p class="sentence">{text(sentence_of(edge, scene.view.level))}</p>'
        f"{_facts(edge, edge.effect.label)}"
        f"{_evidence(scene.map, edge, target, scene.view.level, opened=True)}</section>"
    )


def _standing(edge: Edge) -> str:
    if not edge.causal:
        return "An association, not a causal step; no path uses it."
    return "An arrow that the chosen path does not use."


def _facts(edge: Edge, verb: str) -> str:
    certainty = term(
        f"{edge.certainty.label} certainty", edge.certainty.definition, f"certainty {edge.certainty.value}"
    )
    contested = term("contested", CONTESTED, "contested") if edge.contested else ""
    rest = facts_of(edge).split(" · ")
    known = " · ".join(fact for fact in rest if fact != "contested" and not fact.endswith("certainty"))
    return (
        f'<p class="facts">{certainty} {contested} <span class="soft">{text(verb)} · {text(known)}</span></p>'
    )


def _evidence(causal_map: CausalMap, edge: Edge, target: Node, level: Level, *, opened: bool) -> str:
    supports, disputes = edge.found(Direction.SUPPORTS), edge.found(Direction.DISPUTES)
    neutral = edge.found(Direction.NEUTRAL)
    tally = [f"{len(supports)} for", f"{len(disputes)} against"]
    if neutral:
        tally.append(f"{len(neutral)} neither")
    findings = "".join(
        _findings(causal_map, title, items)
        for title, items in (("For", supports), ("Against", disputes), ("Neither", neutral))
    )
    return (
        f'<details data-key="evidence-{text(edge.id)}"{" open" if opened else ""}>'
        f"<summary>Why, and the evidence: {text(', '.join(tally))}</summary>"
        f"<p><b>Why {text(edge.certainty.label)} certainty.</b> {text(edge.why)}</p>"
        f"<p><b>What is uncertain.</b> {text(edge.uncertainty)}</p>"
        f"{findings}{_target(target, level)}</details>"
    )


def _findings(causal_map: CausalMap, title: str, items: tuple[Evidence, ...]) -> str:
    if not items:
        return ""
    listed = "".join(f"<li>{_finding(causal_map, item)}</li>" for item in items)
    return f'<p class="side">{title}</p><ul class="findings {title.lower()}">{listed}</ul>'


def _finding(causal_map: CausalMap, item: Evidence) -> str:
    reference = causal_map.reference[item.ref]
    about = [reference.study_type.label, reference.population.label]
    if reference.n:
        about.append(f"n = {reference.n}")
    about.append(item.directness.label)
    return (
        f'{text(item.finding)} <span class="soft">{text(" · ".join(about))}</span><br>'
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

"""The Evidence page as markup: how the knowledge stands, and every reference with the steps it bears on."""

from __future__ import annotations

from urllib.parse import urlencode

from app.words.foot import edition
from app.words.markup import citation, claims, text
from graph import CausalMap
from graph.evidence.reference_list import Entry, Selection, Use, entries, select
from graph.evidence.summary import Tally, evidence_summary
from graph.formats import REFERENCE_FORMATS
from graph.records.vocabulary import Direction, Population, StudyType, Term
from graph.records.wording import counted

BAR = 160
"""The longest bar, in pixels."""

COLUMNS = (("author", "Source"), ("year", "Year"), ("type", "Study"), ("steps", "Bears on"))
FEW_STEPS = 3


def evidence_top(causal_map: CausalMap) -> str:
    """What is known and how well: the gaps in words, the rest in bars."""
    header = causal_map.header
    gaps = "".join(f"<li>{text(gap)}</li>" for gap in header.gaps)
    known = f'<h2>Gaps in the evidence</h2><ul class="gaps">{gaps}</ul>' if gaps else ""
    bars = "".join(_bars(tally) for tally in evidence_summary(causal_map))
    return (
        f"<h1>Evidence</h1>"
        f'<p class="caution">{text(header.disclaimer)}</p><p class="soft">{edition(header)}</p>{known}'
        f'<h2>How the knowledge stands</h2><div class="tallies">{bars}</div>'
    )


def _bars(tally: Tally) -> str:
    most = max((number for _, number in tally.rows), default=1) or 1
    rows = "".join(
        f'<tr><th scope="row">{text(label)}</th><td class="number-cell">{number}</td>'
        f'<td aria-hidden="true"><svg width="{BAR}" height="14"><rect class="bar" y="2" height="10" rx="2" '
        f'width="{max(1, round(BAR * number / most)) if number else 0}"></rect></svg></td></tr>'
        for label, number in tally.rows
    )
    return f'<table class="tally"><caption>{text(tally.title)}</caption><tbody>{rows}</tbody></table>'


def evidence_list(causal_map: CausalMap, selection: Selection) -> str:
    """The references that fit a selection, with controls that are links and a form."""
    found = select(causal_map, selection)
    rows = "".join(_row(causal_map, entry) for entry in found)
    everything = counted(len(entries(causal_map)), "reference")
    return (
        f"<h2>References</h2>{_sources(causal_map)}{_form(causal_map, selection)}"
        f'<p role="status" class="found">{len(found)} of {everything}. {_exports(selection)}</p>'
        '<div class="scroll" role="region" tabindex="0" aria-label="References">'
        f'<table class="reference-list">'
        f"<thead><tr>{_heads(selection)}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _sources(causal_map: CausalMap) -> str:
    sources = causal_map.header.sources
    return f'<p class="soft">{text(sources)}</p>' if sources else ""


def _form(causal_map: CausalMap, selection: Selection) -> str:
    chosen = (
        ("type", "Study type", StudyType, selection.study_type),
        ("population", "Studied", Population, selection.population),
        ("direction", "Says", Direction, selection.direction),
    )
    used: set[Term] = set(Direction)
    for entry in entries(causal_map):
        used |= {entry.reference.study_type, entry.reference.population}
    fields = "".join(_choice(name, label, words, now, used) for name, label, words, now in chosen)
    return (
        '<form class="filters" data-go-form><label>Search <input type="search" name="q" '
        f'data-key="search" autocomplete="off" value="{text(selection.search)}"></label>{fields}'
        f'<input type="hidden" name="sort" value="{text(selection.sort)}"></form>'
    )


def _choice(name: str, label: str, words: type[Term], now: Term | None, used: set[Term]) -> str:
    options = "".join(
        f'<option value="{text(word)}"{" selected" if word is now else ""}>{text(word.label)}</option>'
        for word in words
        if word in used
    )
    return (
        f'<label>{label} <select name="{name}" data-key="{name}"><option value="">any</option>{options}'
        "</select></label>"
    )


def _heads(selection: Selection) -> str:
    cells = []
    for key, label in COLUMNS:
        now = selection.sort.removeprefix("-") == key
        down = now and not selection.sort.startswith("-")
        query = selection.query() | {"sort": f"-{key}" if down else key}
        state = ("ascending" if down else "descending") if now else "none"
        mark = f' <span aria-hidden="true">{"▲" if down else "▼"}</span>' if now else ""
        cells.append(
            f'<th scope="col" aria-sort="{state}"><a href="?{text(urlencode(query))}" data-go '
            f'data-key="sort-{key}">{label}{mark}</a></th>'
        )
    return "".join(cells)


def _row(causal_map: CausalMap, entry: Entry) -> str:
    reference = entry.reference
    size = f'<br><span class="soft">n = {text(reference.n)}</span>' if reference.n else ""
    first, rest = entry.uses[:FEW_STEPS], entry.uses[FEW_STEPS:]
    more = ""
    if rest:
        more = (
            f'<details data-key="uses-{text(reference.id)}"><summary>{len(rest)} more</summary>'
            f"<ul>{_uses(causal_map, rest)}</ul></details>"
        )
    note = f'<br><span class="soft">{text(reference.note)}</span>' if reference.note else ""
    return (
        f"<tr><td><cite>{citation(reference)}</cite>{note}</td><td>{reference.year or '–'}</td>"
        f"<td>{text(reference.study_type.label)}<br>"
        f'<span class="soft">{text(reference.population.label)}</span>{size}</td>'
        f"<td><ul>{_uses(causal_map, first)}</ul>{more}</td></tr>"
    )


def _uses(causal_map: CausalMap, uses: tuple[Use, ...]) -> str:
    return "".join(_use(causal_map, use) for use in uses)


def _use(causal_map: CausalMap, use: Use) -> str:
    """One step a reference bears on; its link opens the step in the picture."""
    edge = use.edge
    source, target = causal_map.node[edge.source], causal_map.node[edge.target]
    step = claims(source, edge, target)
    query = urlencode({"from": edge.source, "edge": edge.id, "show": "full"})
    return (
        f'<li><span class="says {text(use.item.direction)}">{text(use.item.direction.label)}</span> '
        f'<a href="./?{text(query)}" data-go>{step}</a></li>'
    )


def _exports(selection: Selection) -> str:
    query = selection.query()
    links = []
    for name, (_, ending, _) in REFERENCE_FORMATS.items():
        address = f"api/references.{ending}" + (f"?{urlencode(query)}" if query else "")
        links.append(f'<a href="{text(address)}" download="references.{ending}">{_NAMES[name]}</a>')
    return f"Take what is shown as {', '.join(links)}."


_NAMES = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}

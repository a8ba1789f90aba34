"""What the explorer is, how to read it, and what each of its words means."""

from __future__ import annotations

from app.words.false_chains import false_chain_section
from app.words.markup import text
from app.words.reading_guide import SIGNS, ends
from graph.records.causal_map import CausalMap
from graph.records.header import Header
from graph.records.vocabulary import (
    Accord,
    Certainty,
    Change,
    Directness,
    Effect,
    Gate,
    Kind,
    Level,
    Link,
    Scope,
    Status,
    Term,
)
from graph.records.wording import counted

LISTS: tuple[tuple[str, type[Term]], ...] = (
    ("Kinds of box", Kind),
    ("Changes", Change),
    ("Arrows", Effect),
    ("Between two boxes", Link),
    ("Pictures", Scope),
    ("Directness", Directness),
    ("Certainty", Certainty),
    ("What the findings say together", Status),
    ("Where they do not agree", Accord),
    ("Evidence accepted", Gate),
)


def about_words(causal_map: CausalMap) -> str:
    """The page as markup."""
    header = causal_map.header
    lists = "".join(_word_list(header, title, words) for title, words in LISTS)
    return (
        f"<h1>{text(header.title)}</h1>"
        f"<p>{text(header.about)}</p>"
        f'<p class="caution">{text(header.disclaimer)}</p>'
        f"<p>This map has {counted(len(causal_map.nodes), 'box', 'boxes')}, "
        f"{counted(len(causal_map.edges), 'arrow')} and "
        f"{counted(len(causal_map.references), 'reference')}. "
        f"Version {text(header.version)}, {text(header.date)}.</p>"
        "<h2>How to read it</h2>"
        f"<p>A box is a claim{_example(causal_map)}. An arrow is a causal step with its own evidence, "
        f"for and against. {ends(Level.PLAIN)} {SIGNS}</p>"
        f"<p>With “{text(header.words_for(Level.CLINICAL).label)}” words an arrow speaks of the variables, "
        f"whatever change a box shows. {ends(Level.CLINICAL)}</p>"
        "<p>A path is a chain of such steps. Paths with the fewest weak steps come first, and "
        "the shorter of two equals; certainties are never multiplied into a score.</p>"
        "<p>A chain of true steps need not be true as a whole. Under each path you read how far any one "
        "study follows it.</p>"
        f"{false_chain_section(causal_map)}"
        f"{_sources(causal_map)}"
        f"<h2>Words</h2>{lists}"
    )


def _example(causal_map: CausalMap) -> str:
    """A box of this map that shows an arrow, read out."""
    node = next((node for node in causal_map.nodes if node.change.arrow), None)
    if node is None:
        return ""
    return f": “{text(node.claim)}” says: {text(node.name)}, {text(node.change.label)}"


def _explained(header: Header, word: Term) -> str:
    """A word as the pages of this map show it, and what it means; a link is shown with its sign."""
    label, definition = header.words_for(word)
    shown = f"{word.value} {label}" if isinstance(word, Link) else label
    return f"<dt>{text(shown)}</dt><dd>{text(definition)}</dd>"


def _sources(causal_map: CausalMap) -> str:
    sources = causal_map.header.sources
    return f"<h2>Where it comes from</h2><p>{text(sources)}</p>" if sources else ""


def _word_list(header: Header, title: str, words: type[Term]) -> str:
    items = "".join(_explained(header, word) for word in words)
    return f"<h3>{text(title)}</h3><dl>{items}</dl>"

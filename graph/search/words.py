"""The words of a text that carry its meaning: without small words, and without endings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from graph.search.normalise import normalise

LESS = "<less>"
"""Stands for every way to say that something is short, lost, bad or not working."""
MORE = "<more>"
"""Stands for every way to say that there is too much of something."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _set(
    """
    a about after all also always am an and any are as at attack attacks away be because been being bit bout
    bouts but by can completely constantly contain contains could day did do does during each easily else
    enough episode episodes ever every everything fast for from get gets getting go goes going gone got had
    has have having he her him his how i if in into is it its just keep keeps kept kind like ll lot m make
    makes me much my myself now of off often on one or other our out over own please properly quickly quite
    re really s she should since so some something sometimes sort spell spells still such suddenly swings t
    than that the their them then there these they thing things this those through time times to too up us
    ve very want was we well were what when where which while who whole why will with work working works
    would year years you your yours
    """
)
_LESS = _set(
    """
    almost bad badly barely cannot cant damage damaged damages decrease decreased defect defective
    deficiency deficient difficult difficulties difficulty disorder dont dysfunction fail failed failing
    fails failure fault faulty few hard hardly ill illness impaired inadequate insufficiency insufficient
    lack lacking lacks less little lose loses losing loss lost low lower lowered missing never no none not
    nothing poor poorly problem problems rarely reduce reduced seldom short shortage sick trouble unable
    without wont worse worst
    """
)
_MORE = _set("high higher raised raise raises increased increase elevated more many excess excessive extra")
_IRREGULAR = {
    form: word
    for word, forms in {
        "foot": "feet",
        "toe": "toes",
        "fall": "fell fallen",
        "break": "broke broken",
        "feel": "felt",
        "take": "took taken",
        "eat": "ate eaten",
        "wear": "wore worn",
        "drink": "drank drunk",
        "shrink": "shrank shrunk",
        "think": "thought",
        "forget": "forgot forgotten",
        "old": "older oldest",
        "child": "children",
        "birth": "born",
        "see": "saw seen",
        "die": "dying",
    }.items()
    for form in forms.split()
}
_NOT = re.compile(r"\b(?:can|don|doesn|didn|won|isn|aren|wasn|couldn|haven|hasn|ain) t\b")
# Longest first; each leaves at least so many letters.
_ENDINGS = (
    ("ation", 4), ("ness", 3), ("less", 4), ("ment", 4), ("ally", 4), ("ism", 4), ("ing", 3), ("ful", 3),
    ("ity", 4), ("ies", 3), ("ion", 4), ("est", 4), ("ed", 3), ("er", 4), ("es", 4), ("en", 4), ("ic", 4),
    ("ia", 4), ("al", 4), ("ly", 3), ("s", 3), ("y", 3), ("e", 3), ("i", 3),
)  # fmt: skip


def meaningful_words(text: str) -> list[str]:
    """The words of a text that carry its meaning, as they are written, each once and in their order.

    Ways to say less or more become :data:`LESS` and :data:`MORE`; "no more" is less.

    >>> meaningful_words("I can't feel my feet")
    ['<less>', 'feel', 'feet']
    """
    flat = _NOT.sub("not", normalise(text))
    kept: dict[str, None] = {}
    for word in flat.split():
        if word in _LESS:
            kept[LESS] = None
        elif word in _MORE:
            kept[MORE] = None
        elif word not in _SMALL:
            kept[word] = None
    if LESS in kept:
        kept.pop(MORE, None)
    return list(kept)


def stem(word: str) -> str:
    """A word without its endings, the same for British and American spelling.

    >>> {stem(word) for word in ("weak", "weakness", "weakly")}
    {'weak'}
    >>> stem("archaeology") == stem("archeology")
    True
    """
    if word in (LESS, MORE):
        return word
    short = _IRREGULAR.get(word, word)
    if len(short) > 4:
        short = short.replace("ae", "e").replace("oe", "e")
    while cut := next((cut for cut in _cuts(short) if cut != short), None):
        short = cut
    return short


def _cuts(word: str) -> Iterable[str]:
    """The word without each of its endings, longest ending first, and without a doubled last letter."""
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            yield word[: -len(ending)]
    if len(word) > 3 and word[-1] == word[-2]:
        yield word[:-1]


def alike(groups: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """From the stem of each word to the one stem that stands for its group.

    >>> alike([["problem", "plague"], ["river", "stream"]]) == {"plagu": LESS, "stream": "river"}
    True
    """
    stand_in: dict[str, str] = {}
    for group in groups:
        first, *others = [stem(word) for each in group for word in meaningful_words(each)]
        stand_in |= dict.fromkeys(others, first)
    return stand_in

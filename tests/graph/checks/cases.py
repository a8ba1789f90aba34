"""The smallest bad maps of every rule, and good ones that look a little like them.

Each is the four-node example with one change: file, old words, new words. A bad one also has part of what
is told, at the line where the old words stood.
"""

from __future__ import annotations

from tests.graph.checks.header_cases import HEADER_CASES
from tests.graph.checks.tour_cases import TOUR, TOUR_CASES
from tests.graph.small_maps import HEADER

MOSS = "  - {id: moss, name: Moss, kind: marker, lane: land, change: raised, plain: P, detail: D}\n"
IDLE = "  - {id: idle, title: I, study_type: cohort, population: human}\n"
MAP, NODE, EDGE, REFERENCE = "map.yaml", "nodes/all.yaml", "edges/all.yaml", "references/all.yaml"

BAD: dict[str, list[tuple[str, str, str, str]]] = {
    "edges_join_known_nodes": [
        (EDGE, "target: salt", "target: sallt", "there is no node 'sallt', did you mean 'salt'?"),
        (EDGE, "source: salt", "source: zzz", "there is no node 'zzz', add the node or remove the edge"),
        (EDGE, "target: salt", "target: river-flow", "'river-flow' is joined to itself, name another node"),
    ],
    "nodes_stand_in_known_lanes": [
        (NODE, "lane: sky", "lane: skye", "there is no lane 'skye', did you mean 'sky'?"),
        (NODE, "lane: sky", "lane: moon", "there is no lane 'moon', use one of: sky, land"),
    ],
    **HEADER_CASES,
    "names_are_unambiguous": [
        (NODE, "name: Crop loss", "name: SALT", "'SALT' already leads to 'salt', keep it on the node that"),
        (NODE, "name: Salt", "name: Dry-Spell", "'Dry-Spell' already leads to 'drought'"),
        (NODE, "name: Salt", "name: Crop loss", "'Crop loss' already leads to 'crop-loss'"),
        (NODE, "synonyms: [dry spell]", "clinical: SALT", "'SALT' already leads to 'salt'"),
        (NODE, "synonyms: [dry spell]", "synonyms: [Salt ↑]", "'Salt ↑' already leads to 'salt'"),
        (
            NODE,
            "synonyms: [dry spell]",
            "synonyms: [Drought]",
            "'Drought' is said twice, remove one of the two",
        ),
        (NODE, "synonyms: [dry spell]", "synonyms: [dry, dry!]", "'dry!' is said twice"),
        # A retired id leads to the node that took its place, and so may not be another's synonym.
        (NODE, "synonyms: [dry spell]", "synonyms: [Wilting]", "'Wilting' already leads to 'crop-loss'"),
    ],
    "wording_is_unambiguous": [
        (
            MAP,
            "id: drought\n",
            "kinds: [{kind: marker, label: A, about: A}, {kind: marker, label: B, about: B}]\nid: drought\n",
            "'marker' gets words twice, keep one of the two",
        ),
        (
            MAP,
            "id: drought\n",
            "kinds: [{kind: outcome, label: symptom, about: What comes.}]\nid: drought\n",
            "'outcome' and 'symptom' are both called 'symptom', give one of them another label",
        ),
        (
            MAP,
            "id: drought\n",
            "levels: [{level: clinical, label: Plain, about: For all.}]\nid: drought\n",
            "'clinical' and 'plain' are both called 'Plain', give one of them another label",
        ),
    ],
    "words_are_of_one_script": [
        # Each has one letter that only looks Latin: Cyrillic, Greek, of full width.
        (
            NODE,
            "name: Salt",
            "name: S\u0430lt",
            "is no Latin letter (cyrillic small letter a), type the word",
        ),
        (NODE, "[dry spell]", "[dry sp\u0435ll]", "is no Latin letter (cyrillic small letter ie)"),
        (NODE, "name: Salt", "name: \u039dO in soil", "is no Latin letter (greek capital letter nu)"),
        (REFERENCE, "title: Rain", "title: Ra\uff49n", "is no Latin letter (fullwidth latin small letter i)"),
        (MAP, "name: Salt route", "name: S\u0430lt route", "is no Latin letter (cyrillic small letter a)"),
    ],
    "signs_multiply_out": [
        (
            EDGE,
            "effect: decreases",
            "effect: increases",
            "Drought (present) increases River flow, so River flow would not be lowered, write `effect: dec",
        ),
        (
            EDGE,
            "effect: increases",
            "effect: decreases",
            "so Crop loss would not be present, write `effect: inc",
        ),
        (EDGE, "effect: increases", "effect: increases\n    compensation: true", "write `effect: decreases`"),
        (
            EDGE,
            "directness: indirect",
            "harm: true\n    directness: indirect",
            "`harm` is said of River flow, which is no treatment, remove it, or say `compensation: true`",
        ),
    ],
    "evidence_names_known_references": [
        (
            EDGE,
            "ref: trial2005",
            "ref: trial2006",
            "there is no reference 'trial2006', did you mean 'trial2005'?",
        ),
        (EDGE, "ref: trial2005", "ref: field2001", "'field2001' stands twice on this edge, merge the two"),
    ],
    "references_are_used": [
        (
            REFERENCE,
            "  - {id: trial2005",
            IDLE + "  - {id: trial2005",
            "the reference 'idle' bears on no edge, name it as evidence or remove it",
        ),
    ],
    "certainty_follows_the_evidence": [
        (
            EDGE,
            "certainty: moderate",
            "certainty: high",
            "certainty is high on 1 supporting item(s), add a second",
        ),
        (
            EDGE,
            "certainty: low",
            "certainty: moderate",
            "certainty is moderate without support in people, write `low`",
        ),
        (
            EDGE,
            "certainty: very-low",
            "certainty: low",
            "certainty is low, but no item supports the edge, write",
        ),
    ],
    "findings_are_of_this_step": [
        (
            EDGE,
            "directness: this-step, finding: Salt rose",
            "directness: this-step, measured: target, finding: Salt rose",
            "'field2001' measured the effect only of 'river-flow--salt', so it is not about this very step",
        ),
        (
            EDGE,
            "directness: by-inference, finding: It did not",
            "directness: by-inference, measured: neither, finding: It did not",
            "'pots2003' measured neither end of 'river-flow--salt', so it cannot dispute this step",
        ),
        (
            EDGE,
            "direction: disputes, directness: by-inference",
            "direction: refutes, measured: source, directness: by-inference",
            "'pots2003' measured the cause only of 'river-flow--salt', so it cannot dispute this step",
        ),
        (
            EDGE,
            "direction: disputes, directness: by-inference",
            "direction: refutes, directness: by-inference",
            "'pots2003' refutes 'river-flow--salt', and does not say what it measured, write "
            "`measured: both` where it measured both ends, else `direction: neutral`",
        ),
    ],
    "disagreement_is_explained": [
        (
            EDGE,
            "evidence:\n      - {ref: pots2003, direction: supports",
            "evidence:\n      - {ref: trial2005, direction: disputes, directness: this-step, finding: Fed.}"
            "\n      - {ref: pots2003, direction: supports",
            "'salt--crop-loss' has findings for and against, say in `why_differ:` why they may differ",
        ),
        (
            EDGE,
            "uncertainty: Some crops",
            "why_differ: Soils differ.\n    uncertainty: Some crops",
            "'salt--crop-loss' explains a disagreement that its evidence does not show, remove it, or add",
        ),
    ],
    "definitions_are_not_tested": [
        (
            EDGE,
            "directness: direct\n    plain: Less water leaves",
            "directness: definition\n    plain: Less water leaves",
            "'river-flow--salt' holds by definition, and 'pots2003' disputes it, write "
            "`directness: direct`, or `direction: neutral` on that item",
        ),
    ],
    "overview_is_small": [
        (MAP, "default_start: drought", "default_start: salt", "'salt' is the default_start but a detail"),
        (
            MAP,
            "default_target: crop-loss",
            "default_target: river-flow",
            "'river-flow' is the default_target but a detail, mark the node with `core: true`",
        ),
    ],
    "identifiers_are_well_formed": [
        (
            REFERENCE,
            "doi: 10.1234/rivers",
            "doi: https://doi.org/10.1234/x",
            "is not a DOI, write 10.1234/abcd",
        ),
        (REFERENCE, 'pmid: "123"', "pmid: PMID123", "'PMID123' is not a PMID, write digits only"),
        (REFERENCE, 'pmid: "123"', "pmcid: 123", "'123' is not a PMCID, write PMC and digits"),
        (
            REFERENCE,
            'pmid: "123"',
            'url: "javascript:alert(1)"',
            "is not a URL, write an address that begins",
        ),
        (REFERENCE, 'pmid: "123"', "url: https://a.example/<b>", "is not a URL"),
        # A brace would end the field of a BibTeX file.
        (REFERENCE, 'pmid: "123"', "url: 'https://a.example/}'", "is not a URL"),
        (REFERENCE, "doi: 10.1234/rivers", "doi: '10.1234/{rivers'", "is not a DOI"),
        (REFERENCE, "doi: 10.1234/rivers", "doi: '10.1234/rivers\\'", "is not a DOI"),
        # The browser would go to b.example, and a reader would take a.example for the host.
        (REFERENCE, 'pmid: "123"', "url: https://a.example@b.example/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://a.example:80@b.example/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://./", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://a..example/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://-a.example/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', f"url: https://{'a' * 64}.example/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', f"url: https://{'a.' * 127}example/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://a.example:99999999/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://a.example:65536/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', "url: https://a.example:0/", "is not a URL"),
        # Digits of another script look the same and lead nowhere.
        (REFERENCE, 'pmid: "123"', "url: https://a.example:８０/", "is not a URL"),
        (REFERENCE, 'pmid: "123"', 'pmid: "1２3"', "'1２3' is not a PMID"),
        (REFERENCE, 'pmid: "123"', "pmcid: PMC１２３", "'PMC１２３' is not a PMCID"),
        (REFERENCE, "doi: 10.1234/rivers", "doi: 10.１２３４/rivers", "is not a DOI"),
        (NODE, "CHEBI:26710", "CHEBI:２６７１０", "'CHEBI:２６７１０' is not an ontology id"),
        (NODE, "CHEBI:26710", "chebi_26710", "'chebi_26710' is not an ontology id, write PREFIX:id"),
        (NODE, "CHEBI:26710", "FOO:26710", "'FOO:26710' is not an ontology id"),
    ],
    "identifiers_are_unique": [
        (
            REFERENCE,
            "title: Rain",
            "title: Rain, pmid: '123'",
            "PMID 123 already belongs to 'pots2003', keep one",
        ),
        (REFERENCE, "title: Rain", "title: Rain, doi: 10.1234/RIVERS", "already belongs to 'field2001'"),
    ],
    "nothing_stands_alone": [
        (
            NODE,
            "  - id: salt",
            MOSS + "  - id: salt",
            "the node 'moss' has no edge, join it to the map or remove it",
        ),
    ],
    **TOUR_CASES,
}

GOOD = {
    "a treatment undoes": (NODE, "kind: risk-factor", "kind: treatment"),
    "a compensation works against": (EDGE, "effect: increases", "effect: decreases\n    compensation: true"),
    "an association has no sign": (EDGE, "effect: increases", "effect: associated-with"),
    "no route at all": (MAP, HEADER[HEADER.index("routes:") :], ""),
    "a name like its own id": (NODE, "name: River flow", "name: river flow"),
    "a name that holds another": (NODE, "name: Crop loss", "name: Loss of crop and salt"),
    "an old id as a synonym of its heir": (NODE, "synonyms: [dry spell]", "synonyms: [dry heat]"),
    "a neutral finding is no disagreement": (
        EDGE,
        "- {ref: pots2003, direction: supports",
        "- {ref: trial2005, direction: neutral, directness: by-inference, finding: Not asked.}\n"
        "      - {ref: pots2003, direction: supports",
    ),
    "less certain than it may be": (EDGE, "certainty: high", "certainty: very-low"),
    "low on cells": (EDGE, "certainty: low", "certainty: very-low"),
    "words of its own for a kind and a level": (
        MAP,
        "id: drought\n",
        "kinds: [{kind: outcome, label: Harvest, about: What is brought in.}]\n"
        "levels: [{level: clinical, label: In detail, about: For farmers.}]\nid: drought\n",
    ),
    "two kinds that change their labels": (
        MAP,
        "id: drought\n",
        "kinds: [{kind: marker, label: Symptom, about: A.}, {kind: symptom, label: Marker, about: B.}]\n"
        "id: drought\n",
    ),
    "a former word for a kind": (NODE, "kind: disorder", "kind: muscle-outcome"),
    "a web address": (REFERENCE, 'pmid: "123"', "url: https://a.example/b?c=d&e"),
    "a web address with a port and an @ in its path": (
        REFERENCE,
        'pmid: "123"',
        "url: https://a.example:8080/@b",
    ),
    "the last port there is": (REFERENCE, 'pmid: "123"', "url: https://a.example:65535/"),
    "a host that ends with a dot": (REFERENCE, 'pmid: "123"', "url: https://a.example./b"),
    "a symbol of science": (NODE, "name: Salt", "name: TNF\u03b1 and \u03b2-salt"),
    "a word of another script": (NODE, "[dry spell]", "[\u0437\u0430\u0441\u0443\u0445\u0430]"),
    "a word that only holds the mark of a draft": (TOUR, "audience: First", "audience: UNREWRITEN First"),
    "a PMCID": (REFERENCE, 'pmid: "123"', "pmcid: PMC123"),
    "a tour without a source of its own": (TOUR, "ref: pots2003, ", ""),
    "a tour that tells the way back": (TOUR, "edge: salt--crop-loss", "edge: river-flow--crop-loss"),
    "an old DOI with brackets": (REFERENCE, "doi: 10.1234/rivers", 'doi: "10.1016/0026-0495(94)90198-8"'),
}

"""Measures of one plan that ask the same action on the same object of different bodies: proposals for a reader.

Names are compared by the stems that tell something within their plan: those of many rows ("introduce",
"organisations") weigh next to nothing. A long common opening alone is no overlap, for what follows it differs; nor is
one project at two levels of education, nor a rule about a thing or a study of it beside the thing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kzedu_graph.comparison.actions import elsewhere
from kzedu_graph.comparison.wording import Weights
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Measure
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

_ABOUT = {
    "rule": re.compile(r"\b(?:қағида|норматив|нқа\b|заң(?!ды тұлға)|правил(?!ьн)|нпа\b|закон)", re.IGNORECASE),
    "study": re.compile(r"\b(?:зертте|зерделе|талдау|мониторинг|исследован|изучени|анализ)", re.IGNORECASE),
}
"""A rule about a thing, or a study of it, is no second carrying out of it."""
ALIKE = 0.5
"""Weighted share of common stems from which two names are of one action on one object."""


def find_overlaps(extraction: Extraction) -> Iterator[tuple[Measure, Measure, float]]:
    """Pairs of rows whose first bodies differ and whose names are alike, with their likeness from 0 to 1."""
    weights = Weights([row.name for row in extraction.measures])
    rows = [(row, lead) for row in extraction.measures if (lead := _first(row))]
    for (one, lead), (other, beside) in combinations(rows, 2):
        if lead != beside:
            likeness = 0.8 * weights.overlap(one.name, other.name)
            if likeness < ALIKE - 0.2:  # however alike the neighbours are
                continue
            likeness += 0.2 * weights.neighbours(one.name, other.name)
            if likeness >= ALIKE and not elsewhere(one.name, other.name) and _about(one.name) == _about(other.name):
                yield one, other, likeness


def overlap_triples(extraction: Extraction) -> Iterator[Triple]:
    """Each pair as `kzedu:overlaps`, from the row that stands first in the plan."""
    for one, other, _ in find_overlaps(extraction):
        yield iris.measure(one.programme, one.key), KZEDU.overlaps, iris.measure(other.programme, other.key)


def _about(name: str) -> frozenset[str]:
    """What a row makes about its object rather than of it: a rule, a study, both or neither."""
    return frozenset(kind for kind, words in _ABOUT.items() if words.search(name))


def _first(row: Measure) -> str | None:
    """The body that a row names first."""
    return next((party.agency for party in row.responsible if party.agency), None)

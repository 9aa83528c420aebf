"""Measures of one plan that ask the same action on the same object of different bodies: proposals for a reader.

Names are compared by the stems that tell something within their plan: those of many rows ("introduce",
"organisations") weigh next to nothing. A long common opening alone is no overlap, for what follows it differs; nor is
one project at two levels of education.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kzedu_graph.comparison.actions import elsewhere
from kzedu_graph.comparison.wording import Weights
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Measure
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

ALIKE = 0.5
"""Weighted share of common stems from which two names are of one action on one object."""


def find_overlaps(extraction: Extraction) -> Iterator[tuple[Measure, Measure, float]]:
    """Pairs of rows whose first bodies differ and whose names are alike, with their likeness from 0 to 1."""
    weights = Weights([row.name for row in extraction.measures])
    for one, other in combinations(extraction.measures, 2):
        leads = _first(one), _first(other)
        if all(leads) and leads[0] != leads[1]:
            likeness = 0.8 * weights.overlap(one.name, other.name)
            if likeness < ALIKE - 0.2:  # however alike the neighbours are
                continue
            likeness += 0.2 * weights.neighbours(one.name, other.name)
            if likeness >= ALIKE and not elsewhere(one.name, other.name):
                yield one, other, likeness


def overlap_triples(extraction: Extraction) -> Iterator[Triple]:
    """Each pair as `kzedu:overlaps`, from the row that stands first in the plan."""
    for one, other, _ in find_overlaps(extraction):
        yield iris.measure(one.programme, one.key), KZEDU.overlaps, iris.measure(other.programme, other.key)


def _first(row: Measure) -> str | None:
    """The body that a row names first."""
    return next((party.agency for party in row.responsible if party.agency), None)

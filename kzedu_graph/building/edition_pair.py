"""What it takes several texts to say: editions of one programme compared, and programmes that go on in the next one.

Each comparison is kept under the keys of the texts that it was made of, and reads the records of these alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Graph
from rdflib.namespace import RDF, RDFS

from kzedu_graph.building.integrity import check_names
from kzedu_graph.building.nquads import lines_of
from kzedu_graph.building.parts import BuildPart
from kzedu_graph.building.static_graphs import statements_of
from kzedu_graph.comparison.continuity import find_continuations, triples_of_continuations
from kzedu_graph.comparison.editions import joined_labels
from kzedu_graph.comparison.texts import Heirs, compare_editions
from kzedu_graph.comparison.triples import triples_of_changes
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.findings import Finding


@dataclass(frozen=True, slots=True)
class EditionPair:
    """What two texts say together, as N-Triples: changes, and names that the current text takes over.

    `left_out` is what is said of names that break an integrity shape and are not taken over.
    """

    changes: bytes
    names: bytes = b""
    left_out: tuple[Finding, ...] = ()


def join_editions(earlier: BuildPart, later: BuildPart, heirs: Heirs, current: bool) -> EditionPair:
    """Two texts of one programme compared; where the later one is current it takes over the other language's names."""
    old, new = earlier.extraction(), later.extraction()
    comparison = compare_editions(old, new, heirs)
    across = old.source.lang != new.source.lang
    names = list(joined_labels(comparison)) if current and across else []
    changes = lines_of(triples_of_changes(comparison.changes, [old, new]))
    violations = check_names([*names, *_named(later, names)]) if names else ()
    broken = {each.focus for each in violations}
    kept = [triple for triple in names if str(triple[0]) not in broken]
    return EditionPair(changes, lines_of(kept), violations)


def join_programmes(earlier: BuildPart, later: BuildPart, heirs: Heirs) -> EditionPair:
    """The rows of one programme that go on in the next one."""
    found = find_continuations(earlier.extraction(), later.extraction(), heirs)
    return EditionPair(lines_of(triples_of_continuations(found)))


def _named(part: BuildPart, names: list[Triple]) -> Iterator[Triple]:
    """The classes and the own names of things that were given another name."""
    begins = tuple(f"<{node}> <{about}> ".encode() for node, _, _ in names for about in (RDF.type, RDFS.label))
    lines = (line for line in part.plan.splitlines(keepends=True) if line.startswith(begins))
    return statements_of(Graph().parse(data=b"".join(lines), format="nt"))

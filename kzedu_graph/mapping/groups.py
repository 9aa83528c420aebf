"""Goals, tasks and directions: the headings under which rows of a plan stand."""

from __future__ import annotations

from types import MappingProxyType

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.records import Group
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

GROUP_CLASSES = MappingProxyType({"goal": "Goal", "task": "Task", "direction": "Direction"})
GROUP_IRIS = MappingProxyType({"goal": iris.goal, "task": iris.task, "direction": iris.direction})


def write_group(on: Statements, group: Group) -> None:
    """A heading of a plan, under the heading or the programme that holds it."""
    node = GROUP_IRIS[group.kind](group.programme, group.number)
    on.add(node, RDF.type, KZEDU[GROUP_CLASSES[group.kind]])
    on.add(node, KZEDU.number, literal(group.number))
    on.add(node, RDFS.label, on.words(group.name))
    on.add(node, KZEDU.programme, iris.programme(group.programme))
    on.add(node, KZEDU.partOf, above(group.programme, group.part_of))
    on.prove(node, group.evidence)


def above(programme: str, part_of: tuple[str, str] | None) -> URIRef:
    """What a heading or a row directly belongs to: a group by kind and number, else the programme."""
    return GROUP_IRIS[part_of[0]](programme, part_of[1]) if part_of else iris.programme(programme)

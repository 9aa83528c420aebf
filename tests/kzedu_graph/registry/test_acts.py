"""Acts of the registry: named as citations name them, so that a cited act and what is known of it are one thing."""

from __future__ import annotations

from datetime import date

from rdflib import RDF, Graph, URIRef

from extract.values.acts import identify_act
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI
from kzedu_graph.vocabulary.places import REGISTRY_FOLDER

NUMBERED = ("order", "resolution", "decree", "law")
DAY = "2008-03-18"


def _last(node: object) -> str:
    return str(node or "").rpartition("/")[2]


def test_a_numbered_act_is_named_as_citations_name_it() -> None:
    graph = Graph()
    for file in REGISTRY_FOLDER.glob("*.ttl"):
        graph.parse(file)
    numbered: dict[URIRef, str | None] = {}
    for act in graph.subjects(RDF.type, ELI.LegalResource):
        kind, number = _last(graph.value(act, ELI.type_document)), graph.value(act, ELI.number)
        day = str(graph.value(act, ELI.date_document) or "")
        if kind in NUMBERED and number and len(day) == len(DAY):
            issuer = _last(graph.value(act, ELI.passed_by))
            numbered[URIRef(str(act))] = identify_act(kind, str(number), date.fromisoformat(day), issuer)
    assert len(numbered) > 40
    assert {act for act, key in numbered.items() if key is None or act != iris.document(key)} == set()

"""The JSON-LD context: it holds the whole vocabulary, and what is written with it expands to the same triples."""

from __future__ import annotations

import json

import pytest
from rdflib import Graph, URIRef
from store_fixture import BODIES, PLAN, read_quads

from kzedu_graph.exports.standards.context import context, write_context, write_jsonld
from kzedu_graph.vocabulary.iris import KZEDU, ONTOLOGY_FOLDER, PREFIXES


def graph_of(path: str) -> Graph:
    found = Graph()
    if path.endswith(".ttl"):
        return found.parse(ONTOLOGY_FOLDER / path)
    for s, p, o, _ in read_quads({"plan": PLAN, "bodies": BODIES}[path]):
        found.add((s, p, o))
    return found


def test_every_term_of_the_ontology_is_in_the_context() -> None:
    said = json.loads(write_context())["@context"]
    for term in KZEDU:
        name = str(term).removeprefix(str(KZEDU))
        entry = said[name]
        assert (entry if isinstance(entry, str) else entry["@id"]) == f"kzedu:{name}"
    assert said["kzedu"] == PREFIXES["kzedu"]
    assert said["lead"]["@type"] == "@id"
    assert said["dueBy"]["@type"] == "xsd:date"


@pytest.mark.parametrize("path", ["plan", "bodies", "kzedu.ttl", "registry/ministries.ttl"])
def test_json_ld_expands_to_the_triples_that_it_was_made_of(path: str) -> None:
    graph = graph_of(path)
    written = write_jsonld(graph)
    assert set(Graph().parse(data=written, format="json-ld")) == set(graph)


def test_the_same_triples_give_the_same_bytes() -> None:
    triples = list(graph_of("plan"))
    backwards = Graph()
    for triple in reversed(triples):
        backwards.add(triple)
    assert write_jsonld(backwards) == write_jsonld(graph_of("plan"))


def test_one_thing_is_written_as_several_are() -> None:
    alone = Graph()
    alone.add((URIRef("https://example.org/a"), KZEDU.lead, URIRef("https://example.org/b")))
    assert json.loads(write_jsonld(alone)) == {
        "@context": dict(context()),
        "@graph": [{"@id": "https://example.org/a", "lead": "https://example.org/b"}],
    }


def test_our_names_win_over_prefixes() -> None:
    assert context()["unit"] == {"@id": "kzedu:unit", "@type": "@id"}

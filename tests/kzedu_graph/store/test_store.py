"""One interface over disk and memory: what a question is asked of, what is refused, what is written out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rdflib import Dataset
from rdflib.term import BNode, Literal
from store_fixture import iri, numbered

from kzedu_graph.store.stores import (
    AUDIT,
    CURRENT,
    REGISTRY,
    EmbeddedStore,
    MemoryStore,
    Quad,
    QueryError,
    Refused,
    Store,
    StoreError,
    open_store,
)

RU = iri("document/S1/2024-01-01/ru")


def test_the_default_dataset_counts_once(store: Store) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?measure a <https://w3id.org/kzedu/ontology#Measure> }"
    everywhere = count.replace("{", "{ GRAPH ?g {").replace("}", "} }")
    assert store.select(count) == [{"n": Literal("4", datatype=Literal(4).datatype)}]
    assert int(str(store.select(everywhere)[0]["n"])) == 6
    assert int(str(store.select(count.replace("WHERE", f"FROM <{RU}> WHERE"))[0]["n"])) == 1
    answer = store.query(count, accept="text/csv", default_graphs=[str(RU), CURRENT])
    assert answer.body == b"n\r\n4\r\n"
    assert (
        store.query(count.replace("WHERE", f"FROM <{RU}> FROM <{CURRENT}> WHERE"), accept="text/csv").body
        == answer.body
    )
    for other in (REGISTRY, AUDIT, iri("document/S1/2025-01-01/kk"), CURRENT, REGISTRY):  # unions are kept and dropped
        assert (
            store.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", accept="text/csv").body == b"n\r\n252\r\n"
        )
        store.query(count, default_graphs=[str(RU), str(other)], accept="text/csv")
    named = store.query(everywhere, accept="text/csv", default_graphs=[], named_graphs=[str(RU)])
    assert named.body == b"n\r\n1\r\n"


def test_terms_and_parameters(store: Store) -> None:
    label = "PREFIX s: <http://www.w3.org/2004/02/skos/core#> SELECT ?body ?name { ?body s:prefLabel ?name }"
    rows = store.select(label, name=Literal("Ай министрлігі", lang="kk"))
    assert rows == [{"body": iri("agency/moon"), "name": Literal("Ай министрлігі", lang="kk")}]
    assert store.select(label, name=Literal('" } DROP ALL #')) == []
    assert store.ask("ASK { ?s ?p ?body }", body=iri("agency/moon"))
    assert not store.ask("ASK { ?s ?p ?body }", body=iri("agency/nobody"))
    graph = store.construct("CONSTRUCT { ?body ?p ?o } { ?body ?p ?o }", body=iri("agency/club"))
    assert (len(graph), set(graph.subjects())) == (3, {iri("agency/club")})
    with pytest.raises(QueryError, match=r"\?other is not among the variables"):
        store.select(label, other=Literal(1))
    with pytest.raises(QueryError, match="IRI or a literal"):
        store.select(label, name=BNode("b1"))


def test_where_a_query_is_wrong(store: Store) -> None:
    with pytest.raises(QueryError, match="not SPARQL") as caught:
        store.select("SELECT ?s\nWHERE { ?s ?p }")
    assert (caught.value.line, caught.value.column) == (2, 16)
    with pytest.raises(QueryError, match="custom function"):
        store.select("SELECT (<http://x/f>(1) AS ?x) {}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT would change"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * FROM <http://example.org/elsewhere> { ?s ?p ?o }", "no graph <http://example.org/elsewhere>"),
    ],
)
def test_what_is_refused(text: str, said: str, store: Store) -> None:
    with pytest.raises(Refused, match=said):
        store.query(text)


def test_a_worker_reaches_no_network(served: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a SERVICE slip through the reading of tokens, the process has no file number left for a connection."""
    monkeypatch.setattr("kzedu_graph.store.dataset.check_allowed", lambda _: None)
    with pytest.raises(StoreError, match="could not answer"):
        served.query("SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }")
    assert served.ask("ASK {}")


def test_dumps(store: Store) -> None:
    for form, size in (("nq", 252), ("trig", 252), ("jsonld", 252), ("ttl", 174)):
        out = io.BytesIO()
        store.dump(form, out)
        parsed = Dataset()
        names = {"nq": "nquads", "trig": "trig", "jsonld": "json-ld", "ttl": "turtle"}
        parsed.parse(data=out.getvalue(), format=names[form])
        assert len(list(parsed.quads())) == size, form


def test_a_store_without_a_build(folder: Path) -> None:
    with open_store(folder) as store:
        with pytest.raises(StoreError, match="run `kzedu build` first"):
            store.ask("ASK {}")
        with pytest.raises(StoreError, match="no build"):
            _ = store.version
        store.write(numbered(7))
        assert store.select("SELECT ?o { ?s ?p ?o }") == [{"o": Literal(7)}]


def test_graphs_and_versions(store: Store, plan: list[Quad]) -> None:
    assert store.graphs()[REGISTRY] == 15
    assert store.graphs()[AUDIT] == 11
    version = store.version
    assert version == store.version
    if isinstance(store, MemoryStore):
        store.write(plan[:1])
        assert store.version != version

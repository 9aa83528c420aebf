"""Tables of results as rows of RDF terms: TSV and JSON say the same."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD

from kzedu_graph.store.engine.result_tables import RdfTerms, read_json, read_tsv

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
DATATYPES = st.sampled_from([str(XSD[name]) for name in ("integer", "decimal", "double", "boolean", "gYear", "date", "string")])  # fmt: skip
TYPED = st.tuples(st.sampled_from(["1", "-0.5", "1e3", "true", "2024", "2024-12-31", "x", "", "\t"]), DATATYPES)
TERMS = st.one_of(
    TEXTS.map(ox.Literal),
    TEXTS.map(lambda text: ox.Literal(text, language="kk")),
    TYPED.map(lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(pair[1]))),
    st.sampled_from(["urn:a", "http://x.kz/ә#б", "http://x.kz/%20"]).map(ox.NamedNode),
    st.just(ox.BlankNode("b")),
)


@given(st.lists(TERMS, max_size=6))
def test_both_forms_give_the_same_rows(terms: list[ox.NamedNode | ox.Literal | ox.BlankNode]) -> None:
    store = ox.Store()
    for number, term in enumerate(terms):
        store.add(ox.Quad(ox.NamedNode(f"urn:s{number}"), ox.NamedNode("urn:p"), term))
    query = "SELECT ?s ?o ?none { ?s <urn:p> ?o } ORDER BY ?s"
    written = [store.query(query).serialize(format=form) for form in (ox.QueryResultsFormat.TSV, ox.QueryResultsFormat.JSON)]  # fmt: skip
    assert read_tsv(written[0], RdfTerms()) == read_json(written[1], RdfTerms())


def test_terms_of_a_table() -> None:
    table = (
        b'?a\t?b\n<urn:x>\t"a\\tb \\u0431\\"\\\\"@kk\n\t1.50\n_:n\t"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>\n'
    )
    assert read_tsv(table, RdfTerms()) == [
        {"a": URIRef("urn:x"), "b": Literal('a\tb б"\\', lang="kk")},
        {"b": Literal("1.50", datatype=XSD.decimal, normalize=False)},
        {"a": BNode("n"), "b": Literal("2020", datatype=XSD.gYear, normalize=False)},
    ]


def test_rows_without_a_value_and_no_rows() -> None:
    assert read_tsv(b"?a\n\n\n", RdfTerms()) == [{}, {}]
    assert read_tsv(b"?a\n", RdfTerms()) == []


def test_the_answer_of_an_ask_is_no_table() -> None:
    assert read_json(b'{"head": {}, "boolean": true}', RdfTerms()) is None


@pytest.mark.parametrize("table", [b"?a\n(x)\n", b"?a\t?b\n<urn:x>\n"])
def test_what_is_no_table_is_refused(table: bytes) -> None:
    with pytest.raises(ValueError, match=r"term|argument"):
        read_tsv(table, RdfTerms())

"""The fast form of EXISTS gives the same answers as the one that was asked, on graphs and queries made at random."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_queries import CONDITIONS, PREFIX, QUADS, TRIPLES, assert_same_answers

from kzedu_graph.store.engine.planning.exists import chain_exists


def insides(nested: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What may stand within the brackets of an EXISTS."""
    filters = st.one_of(CONDITIONS, st.tuples(st.sampled_from(["", "NOT "]), nested).map(lambda part: f"FILTER {part[0]}EXISTS {{ {part[1]} }}"))  # fmt: skip
    return st.tuples(st.lists(TRIPLES, min_size=1, max_size=3), st.lists(filters, max_size=1)).map(
        lambda part: " . ".join(part[0]) + " " + " ".join(part[1])
    )


INSIDE = insides(st.lists(TRIPLES, min_size=1, max_size=2).map(" . ".join))
TESTS = st.one_of(
    INSIDE.map(lambda inside: f"FILTER EXISTS {{ {inside} }}"),
    INSIDE.map(lambda inside: f"FILTER NOT EXISTS {{ {inside} }}"),
    INSIDE.map(lambda inside: f"FILTER(!EXISTS {{ {inside} }} || ?a = :n0)"),
    INSIDE.map(lambda inside: f"BIND(EXISTS {{ {inside} }} AS ?found)"),
)
GROUPS = st.one_of(
    st.tuples(TRIPLES, TESTS).map(" ".join),
    st.tuples(TRIPLES, TRIPLES, TESTS).map(lambda part: f"{part[0]} OPTIONAL {{ {part[1]} }} {part[2]}"),
    st.tuples(TRIPLES, TRIPLES, TESTS).map(lambda part: f"{{ {part[0]} }} UNION {{ {part[1]} {part[2]} }}"),
    st.tuples(TRIPLES, TRIPLES, TESTS).map(lambda part: f"{part[0]} MINUS {{ {part[1]} {part[2]} }}"),
    st.tuples(TRIPLES, TESTS).map(lambda part: f"GRAPH ?g {{ {part[0]} {part[1]} }}"),
    st.tuples(TRIPLES, TRIPLES, TESTS).map(lambda part: f"{part[0]} {{ SELECT ?a {{ {part[1]} {part[2]} }} }}"),
    st.tuples(TESTS).map(lambda part: f"VALUES ?a {{ :n0 :n9 1 }} {part[0]}"),
)
QUERIES = st.tuples(st.sampled_from(["SELECT *", "SELECT DISTINCT ?a", "SELECT (COUNT(*) AS ?n)"]), GROUPS).map(
    lambda part: f"{PREFIX}{part[0]} WHERE {{ {part[1]} }}"
)


@settings(max_examples=600, deadline=None)
@given(st.lists(QUADS, max_size=14), QUERIES)
def test_the_answers_stay_the_same(quads: list[ox.Quad], query: str) -> None:
    assert_same_answers(quads, query, chain_exists)


@pytest.mark.parametrize(
    ("inside", "fast"),
    [
        ("?m :e/:s/:x ?x", "?m :e ?1 FILTER EXISTS { ?1 :s ?2 FILTER EXISTS { ?2 :x ?x } }"),
        ("?m :e ?e . ?e :s ?s", "?m :e ?e FILTER EXISTS { ?e :s ?s }"),
        ("?e :s ?s . ?m :e ?e", "?m :e ?e FILTER EXISTS { ?e :s ?s }"),
        ("?m :e ?e ; :f 1.5 .", "?m :f 1.5 FILTER EXISTS { ?m :e ?e }"),
        ("?m :e ?e . ?e :s ?s FILTER(?s > 3)", "?m :e ?e FILTER EXISTS { ?e :s ?s FILTER(?s > 3) }"),
        ("?m ^:e|:f ?e . ?e a :X", "?m ^ :e | :f ?e FILTER EXISTS { ?e a :X }"),
    ],
)
def test_the_fast_form(inside: str, fast: str) -> None:
    written = chain_exists(f"SELECT ?m {{ ?m a :M FILTER NOT EXISTS {{ {inside} }} }}").replace("kzedu_between_", "")
    assert " ".join(written.split()) == f"SELECT ?m {{ ?m a :M FILTER NOT EXISTS {{ {fast} }} }}"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?m { ?m a :M }",
        "SELECT ?m { ?m a :M FILTER EXISTS { ?m :e ?e OPTIONAL { ?e :s ?s } } }",
        "SELECT ?m { ?m a :M FILTER EXISTS { ?m :e [ :s ?s ] . ?m :f ?f } }",
        "SELECT ?m { ?m a :M FILTER EXISTS { ?m ?p ?e . ?e :s* ?s } }",
        "SELECT ?m { ?m :label 'EXISTS { ?a :b ?c . ?c :d ?e }' }",
        "SELECT ?m { ?m a :M FILTER EXISTS { ?m :e ?e . ?e :s ?s",
    ],
)
def test_what_is_more_than_patterns_stays(query: str) -> None:
    assert chain_exists(query) == query


@given(
    st.text(alphabet="EXISTSFILTER {}()?a:b.;,/|^*+!\"'#<>\\12\n", max_size=80).map(
        lambda text: "ASK { FILTER EXISTS {" + text
    )
)
def test_any_text_is_borne(text: str) -> None:
    chain_exists(text)

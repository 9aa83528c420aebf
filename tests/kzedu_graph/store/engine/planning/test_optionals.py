"""An OPTIONAL asked pattern by pattern gives the answers of the one that was asked, on graphs and queries made at
random."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_queries import CONDITIONS, PREFIX, QUADS, TRIPLES, assert_same_answers

from kzedu_graph.store.engine.planning.optionals import chain_optionals

BLOCKS = st.lists(TRIPLES, min_size=1, max_size=4).map(" . ".join)


def optionals(nested: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An OPTIONAL of a block of triples, of something before it, and of something behind."""
    before = st.one_of(
        st.just(""),
        TRIPLES.map(lambda block: f"{{ SELECT ?b (MIN(?x) AS ?c) {{ {block} . ?b ?y ?x }} GROUP BY ?b }}"),
        TRIPLES.map(lambda block: f"OPTIONAL {{ {block} }}"),
        st.just("VALUES ?b { :n0 1 UNDEF }"),
    )
    behind = st.one_of(st.just(""), CONDITIONS, nested, TRIPLES.map(lambda block: f"FILTER EXISTS {{ {block} }}"))
    return st.tuples(before, BLOCKS, behind).map(lambda part: f"OPTIONAL {{ {' '.join(part)} }}")


OPTIONALS = optionals(optionals(st.just("")))
LEFT = st.one_of(
    TRIPLES,
    st.tuples(TRIPLES, TRIPLES).map(lambda two: f"{two[0]} OPTIONAL {{ {two[1]} }}"),
    st.tuples(TRIPLES, TRIPLES).map(lambda two: f"{{ {two[0]} }} UNION {{ {two[1]} }}"),
    TRIPLES.map(lambda block: f"{block} BIND(:n1 AS ?e)"),
    st.just("VALUES (?a ?b) { (:n0 UNDEF) (1 :p0) (UNDEF :n1) }"),
    st.just("{ SELECT ?a (COUNT(*) AS ?b) { ?a :p0 ?x } GROUP BY ?a }"),
)
GROUPS = st.tuples(LEFT, st.lists(OPTIONALS, min_size=1, max_size=2)).map(lambda part: f"{part[0]} {' '.join(part[1])}")
NESTED = st.one_of(
    GROUPS,
    # the engine takes VALUES alone in GRAPH ?g for a row of no graph, against section 18.6
    st.tuples(TRIPLES, GROUPS).map(lambda two: f"GRAPH ?g {{ {two[0]} . {two[1]} }}"),
    st.tuples(GROUPS, TRIPLES).map(lambda two: f"{{ {two[0]} }} UNION {{ {two[1]} }}"),
    st.tuples(TRIPLES, GROUPS).map(lambda two: f"{two[0]} FILTER EXISTS {{ {two[1]} }}"),
    st.tuples(TRIPLES, GROUPS).map(lambda two: f"{two[0]} MINUS {{ {two[1]} }}"),
    st.tuples(GROUPS, TRIPLES).map(lambda two: f"{two[0]} {two[1]}"),
)
QUERIES = st.tuples(st.sampled_from(["SELECT *", "SELECT DISTINCT ?a ?c", "SELECT (COUNT(?c) AS ?n)"]), NESTED).map(
    lambda part: f"{PREFIX}{part[0]} WHERE {{ {part[1]} }}"
)


@settings(max_examples=600, deadline=None)
@given(st.lists(QUADS, max_size=9), QUERIES)
def test_the_answers_stay_the_same(quads: list[ox.Quad], query: str) -> None:
    assert_same_answers(quads, query, chain_optionals)


def planned(asked: str) -> str:
    """The inside of a query's WHERE as it is asked."""
    return " ".join(chain_optionals(f"SELECT ?m {{ {asked} }}").split())[len("SELECT ?m { ") : -len(" }")]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        (
            "?m a :M OPTIONAL { ?e :s ?s ; :t 1 . ?m :e ?e . ?s :u ?u FILTER(?u > 1) }",
            "?m a :M OPTIONAL { ?m :e ?e . LATERAL { ?e :t 1 } LATERAL { ?e :s ?s } LATERAL { ?s :u ?u } FILTER(?u > 1) }",
        ),
        (
            "?m a :M OPTIONAL { ?m :e ?e . ?e :a/:b/:c ?x }",
            "?m a :M OPTIONAL { ?m :e ?e . LATERAL { ?e :a/:b/:c ?x } }",
        ),
        (
            "?m a :M OPTIONAL { { SELECT ?m (MIN(?x) AS ?e) { ?m :x ?x } GROUP BY ?m } ?e :s ?s . ?s :u ?u }",
            "?m a :M OPTIONAL { { SELECT ?m (MIN(?x) AS ?e) { ?m :x ?x } GROUP BY ?m }"
            " LATERAL { ?e :s ?s } LATERAL { ?s :u ?u } }",
        ),
        (
            "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?e :s ?s }",
            "?m a :M OPTIONAL { ?m :e ?e } LATERAL { OPTIONAL { ?e :s ?s } }",
        ),
        (
            "{ ?m a :M } UNION { ?m a :N } OPTIONAL { ?m :e ?e OPTIONAL { ?e :s ?s } }",
            "{ ?m a :M } UNION { ?m a :N } LATERAL { OPTIONAL { ?m :e ?e OPTIONAL { ?e :s ?s } } }",
        ),
    ],
)
def test_what_is_tied_is_asked_row_by_row(asked: str, written: str) -> None:
    assert planned(asked) == written


@pytest.mark.parametrize(
    "inside",
    [
        "?m a :M OPTIONAL { ?m :e ?e . ?e :s ?s . ?s :u ?u }",
        "?m a :M OPTIONAL { ?n :e ?e . ?e :s ?s . ?s :u ?u . ?u :v ?v }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?m :f ?f OPTIONAL { ?e :s ?f } }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?e :s [] }",
        "?p :by ?b OPTIONAL { ?x :of ?p ; a :X ; :rule 'control' ; :quote ?q }",
        "?p :by ?b OPTIONAL { ?p ^:of ?x . ?x a :X ; :rule 'control' ; :quote ?q }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?s :of ?e }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?e :s* ?s }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { SELECT ?e (COUNT(*) AS ?n) { ?e :s ?s } GROUP BY ?e }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?e :s ?s FILTER EXISTS { ?s :u ?u } }",
        "?m a :M OPTIONAL { ?m :e ?e } OPTIONAL { ?e :s ?s BIND(1 AS ?n) }",
        "?m a :M FILTER EXISTS { ?m :e ?e OPTIONAL { ?e :s ?s } OPTIONAL { ?s :u ?u } }",
        "?m a :M FILTER EXISTS { { ?m :e ?e OPTIONAL { ?e :s ?s } OPTIONAL { ?s :u ?u } } }",
        "?m :label 'OPTIONAL { ?e :s ?s }'",
        "?m a :M OPTIONAL { ?m :e ?e",
    ],
)
def test_what_might_say_something_else_or_gains_nothing_stays(inside: str) -> None:
    assert chain_optionals(f"SELECT ?m {{ {inside} }}") == f"SELECT ?m {{ {inside} }}"


@given(
    st.text(alphabet="OPTIONAL (){}?v:.;#'\"\n1,", max_size=80).map(
        lambda text: "ASK { ?a :b ?c OPTIONAL { ?c :d ?d } OPTIONAL { ?d " + text
    )
)
def test_any_text_is_borne(text: str) -> None:
    chain_optionals(text)

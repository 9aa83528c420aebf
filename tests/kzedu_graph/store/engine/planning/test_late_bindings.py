"""A BIND behind the triples of its group gives the answers of the query as it was asked, on graphs and queries made at
random."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_queries import CONDITIONS, OBJECTS, PREFIX, QUADS, TRIPLES, VARIABLES, assert_same_answers

from kzedu_graph.store.engine.planning.late_bindings import move_bindings

EXPRESSIONS = st.one_of(
    VARIABLES,
    OBJECTS,
    VARIABLES.map(lambda name: f"STR({name})"),
    VARIABLES.map(lambda name: f"BOUND({name})"),
    st.tuples(VARIABLES, VARIABLES).map(lambda pair: f"IF(BOUND({pair[0]}), {pair[1]}, {pair[0]})"),
    st.tuples(VARIABLES, OBJECTS).map(lambda pair: f"COALESCE({pair[0]}, {pair[1]})"),
    st.just("1 + 1"),
)
BINDS = st.tuples(EXPRESSIONS, st.sampled_from(["?v", "?w", "?d"])).map(lambda part: f"BIND({part[0]} AS {part[1]})")
PARTS = st.one_of(
    TRIPLES,
    TRIPLES.map(lambda block: f"{block} ."),
    BINDS,
    BINDS.map(lambda bind: f"{bind} ."),
    CONDITIONS,
    TRIPLES.map(lambda block: f"OPTIONAL {{ {block} }}"),
    TRIPLES.map(lambda block: f"MINUS {{ {block} }}"),
    TRIPLES.map(lambda block: f"GRAPH ?g {{ {block} }}"),
    TRIPLES.map(lambda block: f"FILTER NOT EXISTS {{ {block} }}"),
    st.just("VALUES ?a { :n0 1 UNDEF }"),
)


def grouped(parts: list[str]) -> str:
    """Parts of a group one behind the other, two blocks of triples with a full stop between them."""
    text = ""
    for part in parts:
        ends_open = text and text[-1] not in "{}.)"
        text += (" . " if ends_open and not part[0].isupper() else " ") + part
    return text


GROUPS = st.tuples(
    st.lists(PARTS, max_size=1), TRIPLES, BINDS, st.lists(st.one_of(BINDS, CONDITIONS), max_size=1), TRIPLES, st.lists(PARTS, max_size=1),
).map(lambda part: grouped([*part[0], part[1], part[2], *part[3], part[4], *part[5]]))  # fmt: skip
NESTED = st.one_of(
    GROUPS,
    st.tuples(GROUPS, GROUPS).map(lambda two: f"{{ {two[0]} }} UNION {{ {two[1]} }}"),
    st.tuples(TRIPLES, GROUPS).map(lambda two: f"{two[0]} OPTIONAL {{ {two[1]} }}"),
    st.tuples(TRIPLES, GROUPS).map(lambda two: f"{two[0]} {{ SELECT * {{ {two[1]} }} }}"),
)
QUERIES = st.tuples(st.sampled_from(["SELECT *", "SELECT DISTINCT ?a ?v", "SELECT (COUNT(?v) AS ?n)"]), NESTED).map(
    lambda part: f"{PREFIX}{part[0]} WHERE {{ {part[1]} }}"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(QUADS, max_size=7), QUERIES)
def test_the_answers_stay_the_same(quads: list[ox.Quad], query: str) -> None:
    assert_same_answers(quads, query, move_bindings)


@pytest.mark.parametrize(
    ("asked", "planned"),
    [
        ("?m a :M BIND('x' AS ?v) ?m :e ?e", "?m a :M . ?m :e ?e BIND('x' AS ?v)"),
        ("?m a :M . BIND(?m AS ?v) . ?m :e ?e .", "?m a :M . ?m :e ?e . BIND(?m AS ?v) ."),
        (
            "?m a :M BIND(1 AS ?v) FILTER(?m != :x) BIND(2 AS ?w) ?m :e ?e OPTIONAL { ?e :f ?f }",
            "?m a :M . ?m :e ?e BIND(1 AS ?v) FILTER(?m != :x) BIND(2 AS ?w) OPTIONAL { ?e :f ?f }",
        ),
        (
            "{ ?m a :M BIND(1 AS ?v) ?m :e ?e } UNION { ?m a :N }",
            "{ ?m a :M . ?m :e ?e BIND(1 AS ?v) } UNION { ?m a :N }",
        ),
    ],
)
def test_triples_come_first(asked: str, planned: str) -> None:
    assert " ".join(move_bindings(f"SELECT ?m {{ {asked} }}").split()) == f"SELECT ?m {{ {planned} }}"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?m { ?m a :M ; :e ?e }",
        "SELECT ?m { ?m a :M BIND(1 AS ?v) ?m :e ?v }",
        "SELECT ?m { ?m a :M OPTIONAL { ?m :f ?f } BIND(?f AS ?v) ?m :e ?f }",
        "SELECT ?m { ?m a :M BIND(RAND() AS ?v) ?m :e ?e }",
        "SELECT ?m { ?m a :M BIND(EXISTS { ?m :f ?e } AS ?v) ?m :e ?e }",
        "SELECT ?m { ?m a :M FILTER EXISTS { ?m :e ?e BIND(1 AS ?v) ?e :f ?f } }",
        "SELECT ?m { ?m :label 'BIND(1 AS ?v) ?m :e ?e' }",
        "SELECT ?m { ?m a :M BIND(1 AS ?v) ?m :e ?e",
    ],
)
def test_what_might_say_something_else_stays(query: str) -> None:
    assert move_bindings(query) == query


@given(
    st.text(alphabet="BINDAS (){}?v:.;#'\"\n1,", max_size=80).map(lambda text: "ASK { ?a :b ?c BIND(1 AS ?v)" + text)
)
def test_any_text_is_borne(text: str) -> None:
    move_bindings(text)

"""Graphs and pieces of queries made at random, and the answers of the engine: what tests of rewriting share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pyoxigraph as ox
from hypothesis import strategies as st

PREFIX = "PREFIX : <urn:>\n"
NODES = [ox.NamedNode(f"urn:n{number}") for number in range(4)]
TERMS = [*NODES, ox.Literal("x"), ox.Literal(1), ox.Literal("ы", language="kk"), ox.NamedNode("urn:p0")]
PREDICATES = [ox.NamedNode(f"urn:p{number}") for number in range(3)]
GRAPHS = [ox.DefaultGraph(), ox.NamedNode("urn:g")]
QUADS = st.builds(
    ox.Quad, st.sampled_from(NODES), st.sampled_from(PREDICATES), st.sampled_from(TERMS), st.sampled_from(GRAPHS)
)
VARIABLES = st.sampled_from(["?a", "?b", "?c", "?d"])
SUBJECTS = st.one_of(VARIABLES, st.sampled_from([":n0", ":n1", "<urn:n2>"]))
OBJECTS = st.one_of(VARIABLES, st.sampled_from([":n0", ":n3", '"x"', "1", '"ы"@kk', "true", '"1"^^<urn:p0>']))
STEPS = st.sampled_from(
    [":p0", ":p1", ":p2", "^:p0", ":p1+", ":p0*", ":p2?", "!:p0", "!(:p0|^:p1)", "(:p0|:p1)+", "(:p0/:p1)"]
)
PATHS = st.one_of(
    STEPS, st.lists(STEPS, min_size=2, max_size=3).map("/".join), st.lists(STEPS, min_size=2, max_size=2).map(" | ".join),
    VARIABLES,
)  # fmt: skip
TRIPLES = st.one_of(
    st.tuples(SUBJECTS, PATHS, OBJECTS).map(" ".join),
    st.tuples(SUBJECTS, PATHS, OBJECTS, OBJECTS).map(lambda part: f"{part[0]} {part[1]} {part[2]}, {part[3]}"),
    st.tuples(SUBJECTS, PATHS, OBJECTS, PATHS, OBJECTS).map(
        lambda part: f"{part[0]} {part[1]} {part[2]} ; {part[3]} {part[4]}"
    ),
)
CONDITIONS = st.one_of(
    st.tuples(VARIABLES, st.sampled_from(["=", "!=", "<"]), OBJECTS).map(lambda part: f"FILTER({' '.join(part)})"),
    VARIABLES.map(lambda name: f"FILTER isLiteral({name})"),
    VARIABLES.map(lambda name: f"FILTER(BOUND({name}) || LANG({name}) = 'kk')"),
)


def answers(store: ox.Store, query: str) -> Counter[str]:
    """The rows whatever their order."""
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    names = sorted(variable.value for variable in solutions.variables)
    return Counter(" ".join(f"{name}={row[name]}" for name in names) for row in solutions)


def assert_same_answers(quads: list[ox.Quad], query: str, plan: Callable[[str], str]) -> None:
    """The planned form of a query has the answers of the query itself over these quads."""
    store = ox.Store()
    store.extend(quads)
    try:
        wanted = answers(store, query)
    except SyntaxError:
        return  # a variable that BIND may not bind
    assert answers(store, plan(query)) == wanted

"""What a query needs to have an answer, and that the rules of the audit answer the same where it is looked at first."""

from __future__ import annotations

import pytest

from kzedu_graph.store.engine.needed_terms import heard, heard_terms, needed_terms, terms_in

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

PREFIX = "PREFIX e: <http://e/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("SELECT ?x WHERE { ?x a e:Plan ; e:number ?n . }", {"http://e/Plan", "http://e/number"}),
        ("SELECT ?x { ?x a <http://e/Plan> OPTIONAL { ?x e:number ?n } FILTER(!BOUND(?n)) }", {"http://e/Plan"}),
        ("SELECT ?x { OPTIONAL { ?x e:a ?n } . ?x e:b ?m }", {"http://e/b"}),
        ("SELECT ?x { { ?x a e:Plan } UNION { ?x a e:Act } }", set()),
        (
            "SELECT ?x { ?x a e:Plan FILTER NOT EXISTS { ?x e:number ?n } ?x e:day ?d }",
            {"http://e/Plan", "http://e/day"},
        ),
        ("SELECT ?x { ?x e:part? ?y . ?y e:one|e:two ?z . ?x ^e:of ?w }", set()),
        ("SELECT ?x { ?x a e:Plan/e:of ?y }", set()),
        ("SELECT ?x { ?x e:one/e:two ?y }", {"http://e/one", "http://e/two"}),
        ("SELECT ?x ?class { ?x a ?class }", {"?class"}),
        ("SELECT (COUNT(*) AS ?n) { ?x a e:Plan }", set()),
        ("SELECT ?x { ?x a e:Plan } HAVING(COUNT(?x) > 1)", set()),
        ("SELECT ?x { [] a e:Plan ; e:of ?x }", set()),
        ("SELECT ?x { VALUES ?c { e:one } ?x a e:Plan ; e:of ?c }", {"http://e/Plan", "http://e/of"}),
        ("SELECT ?x { ?x a un:known }", set()),
        ("ASK { ?x a e:Plan }", set()),
        ("CONSTRUCT { ?x a e:Plan } WHERE { ?x a e:Act }", set()),
        ("SELECT ?x { ?x a e:Plan", set()),
    ],
)
def test_what_every_row_must_meet(query: str, terms: set[str]) -> None:
    assert needed_terms(PREFIX + query) == terms


def test_terms_of_statements_are_properties_and_classes() -> None:
    lines = (
        b"<http://e/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Plan> .\n"
        b'<http://e/x> <http://e/name> "<http://e/no> . "@ru .\n'
    )
    assert terms_in(lines) == {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://e/Plan", "http://e/name"}


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("SELECT ?x ?n ?m WHERE { ?x a e:Plan ; e:number ?n, ?m . }", {TYPE, "http://e/Plan", "http://e/number"}),
        ("SELECT ?x { OPTIONAL { ?x e:a/^e:b+|<http://e/c> ?n } FILTER(!BOUND(?n) && ?n != 1) }",
         {"http://e/a", "http://e/b", "http://e/c"}),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x e:a ?y { SELECT ?x ?y ?z { ?x e:b ?y, ?z } GROUP BY ?x ?y ?z } }",
         {"http://e/a", "http://e/b"}),
        ("SELECT ?x { ?s ?p ?o }", None),
        ("SELECT ?x { ?s e:a ?b ; ?p ?o }", None),
        ("SELECT ?x { <http://e/s> ?p 'o' }", None),
        ("SELECT ?x { GRAPH ?g { e:s ?p e:o } }", None),
        ("SELECT ?x { ?s !e:a ?o }", None),
        ("SELECT ?x { ?s !(e:a|^e:b) ?o }", None),
        ("SELECT ?x { ?s e:a/!e:b ?o }", None),
        ("SELECT ?x { ?s a ?class }", None),
        (f"SELECT ?x {{ ?s <{TYPE}> ?kind }}", None),
        ("SELECT ?x { ?s e:\\u0061 ?o }", None),
    ],
)  # fmt: skip
def test_what_a_query_hears(query: str, terms: set[str] | None) -> None:
    """Some of what is named is no property or class: that costs nothing."""
    found = heard_terms(PREFIX + query)
    assert (found is None) == (terms is None)
    assert set(found or ()) >= (terms or set())
    assert not {term for term in found or () if term.startswith("http://e/") and term != "http://e/"} - (terms or set())


def test_a_class_that_is_given_is_heard() -> None:
    assert heard_terms("SELECT ?x ?class { ?x a ?class }", "http://e/Plan") == {TYPE, "http://e/Plan"}


def test_statements_that_nobody_hears_are_left_out_and_known_of() -> None:
    lines = (
        f"<http://e/x> <{TYPE}> <http://e/Plan> .\n<http://e/x> <{TYPE}> <http://e/Act> <http://e/g> .\n"
        '<http://e/x> <http://e/name> "<http://e/no> . "@ru .\n<http://e/x> <http://e/of> "a b" <http://e/g> .\n'
    ).encode()
    kept, terms = heard(lines, frozenset([TYPE, "http://e/Act", "http://e/of"]))
    assert kept.splitlines() == lines.splitlines()[1::2]
    assert terms == terms_in(lines)
    assert heard(lines, None) == (lines, terms_in(lines))

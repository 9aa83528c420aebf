"""What a query needs to have an answer, and that the rules of the audit answer the same where it is looked at first."""

from __future__ import annotations

import pytest

from kzedu_graph.store.engine.needed_terms import needed_terms, terms_in

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

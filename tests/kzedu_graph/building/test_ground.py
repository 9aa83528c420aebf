"""One text after the other over a registry that stays loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.building.checking import broken_rules
from kzedu_graph.building.parts import make_part
from kzedu_graph.building.static_graphs import asking, over_the_ground, static_lines
from kzedu_graph.store.engine.needed_terms import heard_terms
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.validation.audit import run_audit
from kzedu_graph.validation.audit_rules import load_rules, questions
from kzedu_graph.vocabulary.iris import KZEDU

ASKED = "SELECT ?x WHERE { ?x <http://e/of> ?y }"
SAID = b"<http://e/x> <http://e/of> <http://e/y> .\n"


def test_what_one_text_says_is_gone_before_the_next() -> None:
    with over_the_ground(SAID) as select:
        assert len(list(select(ASKED))) == 1
    with over_the_ground(b"<http://e/a> <http://e/of> <http://e/b> .\n") as select:
        assert [str(row["x"]) for row in select(ASKED)] == ["http://e/a"]
    with over_the_ground(b"") as select:
        assert list(select(ASKED)) == []
        assert list(select("SELECT ?x WHERE { ?x a <http://www.w3.org/ns/org#ChangeEvent> }"))
        assert not list(select(f"SELECT ?x WHERE {{ ?x a <{KZEDU.Measure}> }}"))


def test_a_text_that_says_what_the_registry_says_takes_nothing_away() -> None:
    everything = "SELECT ?s ?p ?o WHERE { ?s ?p ?o . ?s a ?class }"
    with over_the_ground(b"") as select:
        before = list(select(everything))
    row = next(row for row in before if str(row["o"]).startswith("http") and str(row["s"]).startswith("http"))
    with over_the_ground(f"<{row['s']}> <{row['p']}> <{row['o']}> .\n".encode()):
        pass
    with over_the_ground(b"") as select:
        assert len(list(select(everything))) == len(before)


def test_a_fault_within_leaves_the_ground_as_it_was() -> None:
    with pytest.raises(RuntimeError), over_the_ground(SAID):
        raise RuntimeError
    with over_the_ground(b"") as select:
        assert list(select(ASKED)) == []


def test_a_term_that_nobody_defined_is_told() -> None:
    wrong = f"<http://e/x> <{KZEDU}nobodyDefinedIt> <http://e/y> .\n".encode()
    assert {each.code for each in broken_rules(wrong)} == {"undefined-term"}
    assert broken_rules(SAID) == ()


def test_an_audit_gives_of_what_it_hears_what_it_gives_of_everything(sample: Path) -> None:
    heard = [heard_terms(*each) for each in questions(load_rules())]
    assert None not in heard
    hearing = frozenset[str]().union(*(each or () for each in heard))
    for file in sorted(sample.glob("*.txt")):
        plan = make_part(file, extract_file).part.plan
        whole = run_audit(MemoryStore.of_triples(static_lines() + plan).select)
        assert whole.findings
        assert run_audit(asking(plan, hearing=hearing)) == whole


def test_a_question_that_hears_more_is_asked_of_everything() -> None:
    select = asking(SAID, b"<http://e/x> <http://e/by> <http://e/z> .\n", hearing=frozenset(["http://e/of"]))
    assert len(list(select(ASKED))) == 1
    assert len(list(select("SELECT ?x WHERE { ?x <http://e/by> ?y }"))) == 1
    assert len(list(select("SELECT ?p WHERE { <http://e/x> ?p ?y }"))) == 2

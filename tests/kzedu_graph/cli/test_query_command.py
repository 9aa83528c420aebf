"""`kzedu query`: answers, and faults of a question said with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kzedu_command import kzedu, rows

COUNT = (
    "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a kzedu:Measure ; "
    "kzedu:responsible <https://w3id.org/kzedu/id/agency/kz-talap> }"
)


def test_a_plain_query_counts_every_measure_once(store: Path) -> None:
    done = kzedu("query", "-", "--store", store, "--format", "csv", text=COUNT)
    assert done.stdout.split() == ["n", "1"]


def test_a_question_of_the_gallery(store: Path) -> None:
    done = kzedu("query", "what-a-body-owes", "--param", "agency=kz-talap", "--format", "json", "--store", store)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["results"]["bindings"]


def test_our_own_commands_are_not_held_by_the_limits_of_a_server(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZEDU_LIMIT_SECONDS", "0.01")
    assert len(rows(store, "measures")) == 14
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    held = kzedu("query", "-", "--store", store, text=endless)
    assert (held.returncode, "was stopped after" in held.stderr) == (2, True)


def test_an_unparsable_query_names_its_place(store: Path) -> None:
    done = kzedu("query", "-", "--store", store, text="SELECT ?x WHERE { ?x a }")
    assert done.returncode == 2
    assert "line 1" in done.stderr


def test_a_fault_of_a_query_stands_under_its_line(store: Path) -> None:
    done = kzedu("query", "-", "--store", store, text="PREFIX a: <urn:a#>\nSELECT * { ?s a:b ?o FILTER(?o > ) }")
    assert (done.returncode, done.stdout) == (2, "")
    said, line, sign = done.stderr.rstrip().splitlines()
    assert said == "kzedu: line 2, the query is not SPARQL: Something is missing in front of “)”."
    assert line[sign.index("^")] == ")"


def test_a_term_that_the_ontology_lacks_is_told(store: Path) -> None:
    own = "PREFIX kzedu: <https://w3id.org/kzedu/ontology#>"
    text = f'{own} SELECT ?m {{ ?m kzedu:responsable "kzedu:quoted" ; kzedu:lead ?a }} # kzedu:remarked'
    done = kzedu("query", "-", "--store", store, "--format", "csv", text=text)
    assert (done.returncode, done.stdout.strip()) == (0, "m")
    assert done.stderr.count("does not define") == 1
    assert "did you mean kzedu:responsible?" in done.stderr


def test_a_query_that_takes_too_long_gets_one_sentence(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZEDU_LIMIT_SECONDS", "0.5")
    done = kzedu("query", "-", "--store", store, text="SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert (done.returncode, done.stderr.startswith("kzedu: the query was stopped")) == (2, True), done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_parameter_that_a_question_does_not_have_is_named(store: Path) -> None:
    done = kzedu("query", "past-their-date", "--param", "foo=1", "--store", store)
    assert (done.returncode, done.stderr.strip()) == (
        2,
        "kzedu: past-their-date has no parameter foo; it has day, programme",
    )

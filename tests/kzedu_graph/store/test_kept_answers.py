"""Which questions a store answers without asking its workers again."""

from __future__ import annotations

import contextlib

import pytest
from store_fixture import iri

from kzedu_graph.store.engine.answers import Answer, Request
from kzedu_graph.store.stores import (
    CURRENT,
    EmbeddedStore,
    QueryError,
)


@pytest.fixture
def asked(served: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that workers are asked from now on."""
    texts: list[str] = []
    ask = served.dispatcher.ask

    def told(request: Request, seconds: float) -> Answer:
        texts.append(request.text)
        return ask(request, seconds)

    monkeypatch.setattr(served.dispatcher, "ask", told)
    return texts


def test_the_same_question_is_answered_once_a_build(served: EmbeddedStore, asked: list[str]) -> None:
    text = "SELECT ?s { ?s a ?kept } LIMIT 1"
    answers = [served.query(text) for _ in range(3)]
    assert asked == [text]
    assert len({answer.body for answer in answers}) == 1
    kind = iri("ontology#Measure")
    others = [
        served.query(text, accept="text/csv"),
        served.query(text, default_graphs=[CURRENT]),
        served.query(text, default_graphs=[], named_graphs=[CURRENT]),
        served.query("SELECT ?s ?kept { ?s a ?kept } LIMIT 1", params={"kept": kind}),
        served.query("SELECT ?s ?kept { ?s a ?kept } LIMIT 1"),
    ]
    assert len(asked) == 1 + len(others)


@pytest.mark.parametrize("word", ["NOW()", "now( )", "RAND()", "UUID()", "STRUUID()", "\\u004EOW()"])
def test_what_is_of_the_moment_is_asked_each_time(word: str, served: EmbeddedStore, asked: list[str]) -> None:
    for _ in range(2):
        with contextlib.suppress(QueryError):
            served.query(f"SELECT ({word} AS ?value) {{}}")
    assert len(asked) == 2


def test_what_was_asked_wrongly_is_asked_again(served: EmbeddedStore, asked: list[str]) -> None:
    for _ in range(2):
        with pytest.raises(QueryError):
            served.query("SELECT ?x { ?x }")
    assert len(asked) == 2

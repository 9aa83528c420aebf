"""The second gallery: each question is answered, and its best form gives the same rows."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.natural import Question, read_questions
from store_fixture import read_quads

from kzedu_graph.store.engine.planning.exists import chain_exists
from kzedu_graph.store.stores import MemoryStore

QUESTIONS = read_questions()


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore(read_quads())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_and_its_best_form(question: Question, store: MemoryStore) -> None:
    answer = store.query(question.text, accept=question.media_type)
    assert answer.body or question.media_type == "application/n-triples"
    if question.best == question.text:
        return
    tables = []
    for text in (question.text, question.best):
        rows = store.select(text)
        tables.append(Counter(tuple(sorted((name, str(value)) for name, value in row.items())) for row in rows))
    assert tables[0] == tables[1]


def test_there_are_forty_and_the_slow_ones_are_rewritten() -> None:
    assert len(QUESTIONS) >= 40
    slow = [question.name for question in QUESTIONS if chain_exists(question.text) != question.text]
    assert {"not exists, path of three steps", "not exists, two patterns", "exists, path of three steps"} <= set(slow)

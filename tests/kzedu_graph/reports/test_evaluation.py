"""What the project promises of its extraction, measured on the corpus against hand-verified records."""

from __future__ import annotations

from pathlib import Path

import pytest
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.reports.evaluation import Board, run_evaluation
from kzedu_graph.store.stores import MemoryStore

PROMISED = {
    ("000", "measures", "found"): 1.0,
    ("000", "measures", "name"): 0.99,
    ("000", "measures", "due"): 0.99,
    ("000", "measures", "recurrence"): 0.99,
    ("000", "measures", "completion_form"): 0.98,
    ("000", "measures", "indicators"): 1.0,
    ("000", "measures", "responsible"): 0.995,
    ("000", "measures", "agency"): 0.99,
    ("000", "indicators", "found"): 0.98,
    ("000", "indicators", "targets"): 0.98,
}


@pytest.fixture(scope="session")
def board(corpus: Path, gold: Path) -> Board:
    registry = Registry.load()
    documents = sorted({document for document, _, _ in PROMISED})
    texts = [path for path in sorted(corpus.glob("*.txt")) if path.name[:3] in documents]
    extractions = [extract_file(path, registry) for path in texts]
    return run_evaluation(MemoryStore(quads_of(extractions, registry)), gold)


@pytest.mark.parametrize(("figure", "least"), PROMISED.items(), ids=[" ".join(key) for key in PROMISED])
def test_a_figure_holds(board: Board, figure: tuple[str, str, str], least: float) -> None:
    found = board[figure]
    assert found.f1 >= least, found.misses[:5]


def test_the_plan_of_000_is_counted_right(corpus: Path) -> None:
    extraction = extract_file(next(corpus.glob("000*")), Registry.load())
    assert [m.number for m in extraction.measures] == [str(n) for n in range(1, 181)]
    talap = {m.number for m in extraction.measures if any(p.agency == "kz-talap" for p in m.responsible)}
    assert talap == {"64", "66", "68", "71", "73", "81", "82", "83", "87", "89", "90", "164", "175", "176", "177"}
    assert {m.number for m in extraction.measures if not any(not p.by_agreement for p in m.responsible)} == {
        "82",
        "101",
        "150",
    }

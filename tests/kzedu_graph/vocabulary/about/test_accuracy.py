"""What the page on accuracy says, and the graph after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal
from rdflib.namespace import RDF

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.about.accuracy import Measured, accuracy_triples, read_figures, read_measured
from kzedu_graph.vocabulary.iris import DQV, KZEDU
from kzedu_graph.vocabulary.places import ACCURACY
from kzedu_graph.vocabulary.turtle import read_ontology, union

PAGE = """\
| document | table | field | precision | recall | F1 | right |
| --- | --- | --- | --- | --- | --- | --- |
| 000 | measures | found | 0.500 | 1.000 | 0.667 | 3/3 |
| 001 | measures | found | 1.000 | 0.500 | 0.667 | 2/4 |
| 001 | measures | funding | 1.000 | 1.000 | 1.000 | 4/4 |
| 001 | indicators | targets | 0.000 | 0.000 | 0.000 | 0/5 |

| table | found | fields | before |
|---|---|---|---|
| provisions | 7/9 | modality 6/7, gone 1/2 | gone 0/2 |
| bearers (the hard ones) | 1/1 | bearer 1/1 | bearer 0/1 |

| draw | deeds right | objects right |
|---|---|---|
| sections | 3 of 4 | 2 of 4 |
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    place = tmp_path / "page.md"
    place.write_text(PAGE, "utf-8")
    return place


def test_figures_are_summed_over_documents(page: Path) -> None:
    assert len(read_figures(page)) == 4
    assert read_measured(page) == [
        Measured("place-recall", "Provision", "found", 7, 9),
        Measured("place-recall", "Provision", "gone", 1, 2),
        Measured("place-recall", "Provision", "modality", 6, 7),
        Measured("record-precision", "Measure", "found", 5, 8),
        Measured("record-recall", "Allocation", "found", 4, 4),
        Measured("record-recall", "Measure", "found", 5, 7),
        Measured("record-recall", "Target", "found", 0, 5),
    ]


def test_no_page_no_figures(tmp_path: Path) -> None:
    assert read_measured(tmp_path / "none.md") == []


def test_the_graph_says_what_the_page_says(page: Path) -> None:
    graph = union(accuracy_triples(page))
    node = iris.quality_measurement("place-recall", "Provision", "found")
    assert graph.value(node, RDF.type) == DQV.QualityMeasurement
    assert graph.value(node, DQV.computedOn) == KZEDU.Provision
    assert str(graph.value(node, DQV.value)) == "0.7778"
    assert (graph.value(node, KZEDU.rightCount), graph.value(node, KZEDU.sampleSize)) == (Literal(7), Literal(9))


def test_each_metric_is_in_the_code_list() -> None:
    metrics = set(union(accuracy_triples(ACCURACY)).objects(None, DQV.isMeasurementOf))
    assert len(metrics) == 3
    assert metrics == set(read_ontology().subjects(RDF.type, DQV.Metric))

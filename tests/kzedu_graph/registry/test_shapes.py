"""The registry's shapes: each case states the report that it must give, and the registry itself gives none."""

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

from kzedu_graph.validation.shacl import validate_shapes
from kzedu_graph.validation.shapes import INTEGRITY, Shapes, load_shapes
from kzedu_graph.vocabulary.places import REGISTRY_FOLDER

CASES = sorted((Path(__file__).parent / "shapes").glob("*.ttl"))
OURS = sorted(INTEGRITY.glob("registry-*.ttl"))


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Shapes:
    folder = tmp_path_factory.mktemp("shapes")
    for file in OURS:
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return load_shapes(folder)


def test_every_shape_file_has_a_case_of_its_name() -> None:
    assert [case.stem for case in CASES] == [file.stem for file in OURS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_gives_the_report_that_it_states(case: Path, shapes: Shapes) -> None:
    graph = Graph().parse(case)
    stated = {
        (str(graph.value(result, SH.focusNode)), str(graph.value(result, SH.sourceShape)).rsplit("/", 1)[-1])
        for report in graph.subjects(RDF.type, SH.ValidationReport)
        for result in graph.objects(report, SH.result)
    }
    assert stated
    assert {(finding.focus, finding.code) for finding in validate_shapes(graph, shapes)} == stated


def test_the_registry_breaks_no_shape(shapes: Shapes) -> None:
    graph = Graph()
    for file in sorted(REGISTRY_FOLDER.glob("*.ttl")):
        graph.parse(file)
    assert [(finding.code, finding.focus) for finding in validate_shapes(graph, shapes)] == []

"""Shapes that are broken are refused with their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from kzedu_graph.validation.shacl import validate_shapes
from kzedu_graph.validation.shapes import BrokenShapeError, load_shapes
from kzedu_graph.vocabulary.iris import KZEDU

HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/kzedu/id/shape/> .
@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
"""
SAID = 'sh:message "бір"@kk, "раз"@ru, "one"@en'


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("shape:a a sh:NodeShape", "is not Turtle"),
        ('shape:a a sh:NodeShape ; sh:message "бір"@kk, "раз"@ru .', "needs a sh:message in en"),
        (f"shape:a a sh:NodeShape ; {SAID} ; sh:property [ sh:path kzedu:role ] .", "without a name"),
        (f"shape:a a sh:NodeShape ; {SAID} ; sh:severity sh:Fatal .", "needs the severity"),
        (f"shape:a a sh:NodeShape ; {SAID} ; sh:sparql shape:q .", "needs a sh:select"),
        (f'shape:a a sh:NodeShape ; {SAID} ; sh:sparql shape:q . shape:q sh:select "SELECT ?x {{}}" .', "sh:select"),
        (f"shape:a a sh:NodeShape ; {SAID} ; sh:sparql shape:q, shape:r .", "2 queries"),
    ],
)
def test_a_broken_shape_raises_with_its_file(tmp_path: Path, body: str, complaint: str) -> None:
    (tmp_path / "odd.ttl").write_text(HEAD + body, encoding="utf-8")
    with pytest.raises(BrokenShapeError, match=rf"odd\.ttl.*{complaint}"):
        load_shapes(tmp_path)


def test_a_shape_that_cannot_be_run_raises_with_its_file(tmp_path: Path, plan: Graph) -> None:
    (tmp_path / "fine.ttl").write_text(f"{HEAD}shape:b a sh:NodeShape ; {SAID} .", encoding="utf-8")
    target = "sh:targetClass kzedu:Measure ; sh:path kzedu:role"
    (tmp_path / "odd.ttl").write_text(
        f'{HEAD}shape:a a sh:PropertyShape ; {SAID} ; {target} ; sh:minCount "two" .', encoding="utf-8"
    )
    with pytest.raises(BrokenShapeError, match=r"odd\.ttl cannot be run"):
        validate_shapes(plan, load_shapes(tmp_path))


def test_two_shapes_of_one_name_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenShapeError, match="holds no shapes"):
        load_shapes(tmp_path)
    for name in ("one.ttl", "two.ttl"):
        (tmp_path / name).write_text(f"{HEAD}shape:a a sh:NodeShape ; {SAID} .", encoding="utf-8")
    with pytest.raises(BrokenShapeError, match=r"two\.ttl: .*one\.ttl has a shape named a too"):
        load_shapes(tmp_path)


def test_prefixes_declared_in_the_shape_are_put_before_the_query(tmp_path: Path, plan: Graph) -> None:
    (tmp_path / "asked.ttl").write_text(
        f"""{HEAD}shape:a a sh:NodeShape ; {SAID} ; sh:sparql shape:q ; sh:severity sh:Warning .
shape:q sh:prefixes shape:names ; sh:select "SELECT $this WHERE {{ $this a k:Measure }}" .
shape:names sh:declare shape:k . shape:k sh:prefix "k" ; sh:namespace "{KZEDU}" .
""",
        encoding="utf-8",
    )
    (finding,) = validate_shapes(plan, load_shapes(tmp_path))
    assert (finding.severity, finding.message["en"]) == ("warning", "one")

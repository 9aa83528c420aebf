"""Why files are left out is told in all three languages, whatever reader refuses them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import extract
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.model.refusals import reason_in

READERS = Path(str(extract.__file__)).parent


def said(node: ast.AST) -> str:
    """The words of a message, with a number for whatever stands in it."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr), ast.dump(node)
    return "".join(str(each.value) if isinstance(each, ast.Constant) else "77" for each in node.values)


def refusals() -> Iterator[str]:
    """Every sentence with which a reader refuses a file, as a build tells it."""
    for file in sorted(READERS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UnusableInput":
                yield LeftOut.unusable(Path("77"), said(node.args[0])).reason


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_no_refusal_is_left_in_english(lang: str) -> None:
    every = list(refusals())
    assert len(every) > 40
    left = [each for each in every if reason_in(each, lang) == each]
    assert not left, "to be added to refusals.yml"
    assert not [each for each in every if re.search(r"\b(the|it|is)\b", reason_in(each, lang))]


def test_numbers_stay() -> None:
    assert reason_in("the PDF has more than 900 pages; it is not read", "ru") == (
        "в файле PDF больше 900 страниц; он не читается"
    )
    assert reason_in("a sentence that nobody knows", "ru") == "a sentence that nobody knows"


def test_a_finding_says_why_in_its_language() -> None:
    words = LeftOut.unusable(Path("scan.pdf"), "scan.pdf: the file holds no words.").finding().message
    assert words["ru"] == "scan.pdf: файл не прочитан и не взят (в файле нет слов)."
    assert words["kk"] == "scan.pdf: файл оқылмады және алынбады (файлда сөз жоқ)."
    assert words["en"] == "scan.pdf: left out: the file holds no words."

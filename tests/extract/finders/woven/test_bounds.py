"""Where a typed table ends, what is none at all, and how much may be spent on one; all text is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.woven.unweaving import Budget
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

TITLE = "# План мероприятий по уходу за садами на 2031-2033 годы\n\n"
HEAD = """N  ! Мероприятие      ! Форма     !Ответственные ! Срок
п/п!                  ! завершения!за исполнение ! исполнения
___!__________________!___________!______________!___________
"""
ROWS = """1. ! Полить сады      ! Отчет     ! МСХ          ! май 2031 года
2. ! Срыть горы       ! Отчет     ! МСХ          ! июнь 2031 года
"""
DUTY = "Садовник обязан вести учет роз."


def read(tmp_path: Path, text: str) -> Extraction:
    path = tmp_path / "plan.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("rest", "duties"),
    [
        ("Аким сада                А. Садов\n", 0),
        (f"{DUTY}\n\nСторожу запрещено спать.\n", 2),
        (f"Примечание: МСХ – Министерство садов.\n\n{DUTY}\n", 1),
        (f"3. {DUTY}\n\n4. Сторожу запрещено спать.\n", 2),
    ],
)
def test_what_stands_below_a_table_is_none_of_its_last_row(tmp_path: Path, rest: str, duties: int) -> None:
    found = read(tmp_path, f"{TITLE}{HEAD}{ROWS}\n{rest}")
    assert [(one.name, one.deadline_text) for one in found.measures] == [
        ("Полить сады", "май 2031 года"),
        ("Срыть горы", "июнь 2031 года"),
    ]
    assert len([one for one in found.provisions if one.bearer_text in ("Садовник", "Сторожу")]) == duties


@pytest.mark.parametrize("rest", ["", f"{'Сад цветет и пахнет каждую весну. ' * 5}\n\n"])
def test_a_head_without_rows_is_no_table(tmp_path: Path, rest: str) -> None:
    found = read(tmp_path, f"{TITLE}{DUTY}\n\n{HEAD}\n{rest}## Глава\n\n{DUTY}\n")
    assert not found.measures
    assert [one.bearer_text for one in found.provisions] == ["Садовник", "Садовник"]


def test_a_line_with_bars_is_not_the_beginning_of_all_that_follows(tmp_path: Path) -> None:
    lines = "яблоко ! 5 кг ! 100 тенге ! склад\n\n" * 50
    assert not read(tmp_path, f"{TITLE}{lines}").measures


def test_what_a_table_may_cost_is_bounded() -> None:
    budget = Budget(2)
    assert [budget.spend() for _ in range(3)] == [True, True, False]
    assert not budget.spend(5)

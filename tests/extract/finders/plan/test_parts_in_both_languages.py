"""Parts of a plan each above a table of its own, called in both languages or with a colon."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

TABLE = "| № | Мероприятия | Срок | Ответственные |\n|---|---|---|---|\n| 1. | {} | май 2031 года | Завхоз |\n\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 1. Бақ:\n\n## (Отделения сада)", "## 2. Орман\n\n## Отделения леса"),
        ("## 1. Отделения сада:", "## 2. Отделения леса"),
    ],
)
def test_each_part_has_its_rows(first: str, second: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# План работы по уходу за садами и лесами района на 2031 год, утверждённый решением акима района\n\n"
        f"{first}\n\n{TABLE.format('Полить розы')}{second}\n\n{TABLE.format('Посадить липы')}",
        "utf-8",
    )
    found = extract_file(path, Registry.load())
    told = [(one.name, one.part_of) for one in found.measures]
    assert told == [("Полить розы", ("direction", "1")), ("Посадить липы", ("direction", "2"))]

"""What somebody named is bidden behind the table of a plan that an order annexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

ORDER = """ПРИКАЗ

5 мая 2031 года № 7

О липах

В целях озеленения ПРИКАЗЫВАЮ:

1. Утвердить прилагаемый план посадки лип.

Директор    А.Б. Липов

Приложение к приказу от 5 мая 2031 года № 7

План посадки лип

| № | Мероприятие | Срок | Ответственные |
|---|---|---|---|
| 1 | Посадить липы | до 25 мая 2031 года | Отдел парков |

"""


@pytest.mark.parametrize(
    ("behind", "bound"),
    [
        ("Отделу парков до 10 июля 2031 года обобщить опыт садовников.", [("Отделу парков", ("2031-07-10",))]),
        ("Липы посажены до 10 июля 2031 года отделом парков.", []),
        ("Посадка удалась, садовникам помогали ученики.", []),
    ],
)
def test_a_duty_behind_the_table_is_read(behind: str, bound: list[tuple[str, tuple[str, ...]]], tmp_path: Path) -> None:
    path = tmp_path / "order.md"
    path.write_text(f"{ORDER}{behind}\n", "utf-8")
    found = extract_file(path, Registry.load())
    assert len(found.measures) == 1
    told = [one for one in found.provisions if one.evidence[0].start > len(ORDER) - 5]
    assert [(one.bearer_text, one.due) for one in told] == bound

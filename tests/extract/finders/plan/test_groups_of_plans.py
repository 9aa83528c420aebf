"""Groups of a plan's rows: what opens one, and what is a part of a measure and opens none."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEADS = {
    "ru": (
        "# Об утверждении Плана по садам\n\nПостановление акимата Алматинской области от 5 мая 2030 года № 77\n\n## План мероприятий\n\n",
        "№|Мероприятие|Срок исполнения|Ответственные",
        "2031 год|Управление образования",
    ),
    "kk": (
        "# Бақтар жоспарын бекіту туралы\n\nАлматы облысы әкімдігінің 2030 жылғы 5 мамырдағы № 77 қаулысы\n\n## Іс-шаралар жоспары\n\n",
        "№|Іс-шара|Орындау мерзімі|Жауапты орындаушылар",
        "2031 жыл|Білім басқармасы",
    ),
}


def read(tmp_path: Path, lang: str, *rows: str) -> Extraction:
    """A plan of rows: "1|Name" is a measure, "|Name" a name alone, "Name" a row set across."""
    head, titles, rest = HEADS[lang]
    lines = []
    for row in (titles, *rows):
        cells = row.split("|")
        if len(cells) == 2:
            cells += rest.split("|") if cells[0] else ["", ""]
        lines.append("".join(f"<td>{cell}</td>" for cell in cells) if len(cells) > 1 else f"<td colspan=4>{row}</td>")
    path = tmp_path / f"plan.{lang}.md"
    path.write_text(head + "<table>" + "".join(f"<tr>{line}</tr>\n" for line in lines) + "</table>\n", "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("ru", "I. Сады", "ІІ Ограды"),
        ("ru", "Первое направление: сады", "Второе направление: ограды"),
        ("kk", "І. Бақтар", "ІІ Қоршаулар"),
        ("kk", "Бірінші бағыт: бақтар", "Екінші бағыт: қоршаулар"),
    ],
)
def test_each_group_has_its_rows(tmp_path: Path, lang: str, first: str, second: str) -> None:
    found = read(tmp_path, lang, first, "1|Қарау сады", second, "2|Қарау ограды")
    assert [measure.chapter for measure in found.measures] == [1, 2]


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("ru", ("|в том числе:", "|Саженцы", "|Полив")),
        ("ru", ("|саженцы", "|полив")),
        ("kk", ("|Соның ішінде:", "|Көшеттер", "|Суару")),
    ],
)
def test_parts_of_a_measure_open_no_group(tmp_path: Path, lang: str, parts: tuple[str, ...]) -> None:
    found = read(tmp_path, lang, "1|Сады", *parts, "2|Ограды")
    assert [(measure.number, measure.name, measure.chapter) for measure in found.measures] == [
        ("1", "Сады", None),
        ("2", "Ограды", None),
    ]
    assert found.groups == ()

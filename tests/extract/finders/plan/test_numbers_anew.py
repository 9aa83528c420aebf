"""Tables and sections of one plan that each begin at one: every row is a measure of its own."""

from __future__ import annotations

from pathlib import Path

from extract.flow import extract_file
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

HEAD = "| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители |\n|---|---|---|---|---|\n"
PLAN = f"""# План мероприятий по уходу за садом на 2031 год

## 1. Посадка

{HEAD}| 1 | Купить саженцы | договор | март 2031 года | МИО |
| 2 | Посадить саженцы | акт | апрель 2031 года | МИО |

## 2. Полив

{HEAD}| 1 | Проложить трубы | акт | май 2031 года | МИО |
| 2 | Нанять садовника | договор | июнь 2031 года | МИО |
"""


def test_each_row_keeps_its_printed_number_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "garden.md"
    file.write_text(PLAN, "utf-8")
    extraction = extract_file(file, Registry.load())
    assert [(row.number, row.key, row.name) for row in extraction.measures] == [
        ("1", "1", "Купить саженцы"),
        ("2", "2", "Посадить саженцы"),
        ("1", "t2-1", "Проложить трубы"),
        ("2", "t2-2", "Нанять садовника"),
    ]
    triples = set(triples_of(extraction))
    for row in extraction.measures:
        node = iris.measure(row.programme, row.key)
        assert [str(o) for s, p, o in triples if s == node and p == KZEDU.number] == [row.number]

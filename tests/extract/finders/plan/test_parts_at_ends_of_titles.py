"""A plan whose title stands above each of its tables, the name of a part at its end; sums of such parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

TITLE = {"ru": "План работы парка на 2031 год", "kk": "Саябақтың 2031 жылға арналған жұмыс жоспары"}
HEAD = {
    "ru": "№ | Мероприятие | Срок | Ответственные | Форма завершения | Сумма, тыс. тенге",
    "kk": "№ | Іс-шара | Мерзімі | Жауаптылар | Аяқталу нысаны | Сомасы, мың теңге",
}
ROWS = {
    "ru": "1 | Посадить липы | май | Завхоз | акт | 200\n2 | Полить липы | июнь | Завхоз | акт | 300",
    "kk": "1 | Жөке отырғызу | мамыр | Бағбан | акт | 200\n2 | Жөке суару | маусым | Бағбан | акт | 300",
}
SUM = {"ru": " | Итого | | | | 500", "kk": " | Барлығы | | | | 500"}


def read(folder: Path, lang: str, *parts: tuple[str, str]) -> Extraction:
    """A page of lines, each above a table of the same titles; a second string is rows behind those of the table."""
    told = ""
    for line, behind in parts:
        rows = "\n".join(filter(None, (HEAD[lang], ROWS[lang], behind))).splitlines()
        drawn = ["".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows]
        told += f"<h2>{line}</h2><table><tr>{'</tr><tr>'.join(drawn)}</tr></table>"
    path = folder / f"plan.{lang}.html"
    path.write_text(told, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize("mark", [". ", " – ", ": "])
def test_the_end_of_a_title_is_the_part(lang: str, mark: str, tmp_path: Path) -> None:
    found = read(tmp_path, lang, *((f"{TITLE[lang]}{mark}{part}", SUM[lang]) for part in ("Сад", "Пруд")))
    assert [group.name for group in found.groups] == ["Сад", "Пруд"]
    assert [one.part_of == (group.kind, group.number) for group in found.groups for one in found.measures] == [
        True, True, False, False, False, False, True, True
    ]  # fmt: skip
    assert (found.source.title, found.source.period) == (TITLE[lang], "2031/2031")
    assert found.totals == ()
    assert [finding.code for finding in found.findings].count("row-not-understood") == 2


def test_one_sum_more_is_that_of_all(tmp_path: Path) -> None:
    whole = f"{SUM['ru']}\n{SUM['ru'].replace('500', '1000')}"
    found = read(tmp_path, "ru", (f"{TITLE['ru']}. Сад", SUM["ru"]), (f"{TITLE['ru']}. Пруд", whole))
    assert [[one.amount for one in total.funding] for total in found.totals] == [[1.0]]


def test_titles_that_say_nothing_more_or_differ_are_no_parts(tmp_path: Path) -> None:
    same = read(tmp_path, "ru", (TITLE["ru"], ""), (f"{TITLE['ru']} (продолжение)", ""))
    other = read(tmp_path, "ru", (f"{TITLE['ru']}. Сад", ""), ("План уборки парка", SUM["ru"]))
    assert (same.groups, other.groups) == ((), ())
    assert len(other.totals) == 1

"""The organisation whose plan a text is: its name in stamps and titles, and which plans are of none."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.names.own_organisation import name_in
from extract.flow import extract_file
from extract.lexicon.staff import staff_words
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_is_matched_by_its_example(lang: str) -> None:
    for stem, example in staff_words(lang).organisations.items():
        assert name_in(example, lang), (stem, example)


@pytest.mark.parametrize(
    ("line", "lang", "name"),
    [
        ("Директор КГУ «Средняя школа № 31» _______ А. Сарин", "ru", "КГУ «Средняя школа № 31»"),
        ("Председателя Правления АО «Жарык-Тау»", "ru", "АО «Жарык-Тау»"),
        ("План работы школы-гимназии № 9 на 2031 год", "ru", "школы-гимназии № 9"),
        ("Директор Общеобразовательной школы № 4 имени А. Сатпаева", "ru", "Общеобразовательной школы № 4 имени А. Сатпаева"),
        ("План по проекту «Комфортная среда» на 2031 год", "ru", None),
        ("План мероприятий школы на 2031 год", "ru", None),
        ("«Бота» балабақшасының меңгерушісі", "kk", "«Бота» балабақшасы"),
        ("№ 31 орта мектептің 2031 жылға арналған жоспары", "kk", "№ 31 орта мектеп"),
        ("«Жарық-Тау» АҚ-ның басқарма төрағасы", "kk", "«Жарық-Тау» АҚ"),
        ("«Цифрлық ауыл» жобасының жоспары", "kk", None),
        ("«Бекітемін» Орталық кітапхана директоры", "kk", None),
    ],
)  # fmt: skip
def test_names(line: str, lang: str, name: str | None) -> None:
    assert name_in(line, lang) == name


def plan(stamp: str, title: str, parties: list[str]) -> str:
    rows = "".join(f"| {n} | Полить сад {n} | май 2031 года | {party} |\n" for n, party in enumerate(parties, 1))
    head = "| № | Мероприятие | Срок | Ответственные |\n| --- | --- | --- | --- |\n"
    return f"{stamp}\n\n# {title}\n\n{head}{rows}"


@pytest.mark.parametrize(
    ("stamp", "title", "parties", "organisation"),
    [
        ("Утверждаю\nДиректор КГУ «Школа № 31»\nА. Сарин", "План ухода за садом на 2031 год", ["Завхоз", "МФ, садовник", "завуч"], "КГУ «Школа № 31»"),
        ("", "План ухода за садом лицея № 3 на 2031 год", ["Завхоз"], "лицея № 3"),
        ("", "План ухода за садом на 2031 год", ["Завхоз", "Бухгалтерия"], ""),
        ("", "План ухода за садом лицея № 3 на 2031 год", ["МФ", "МЗ", "Завхоз"], None),
        ("Приложение к решению акима Тургайского района от 4 марта 2031 года № 17", "План ухода за садом на 2031 год", ["Завхоз"], None),
        ("", "План ухода за садом на 2031 год", ["жители района"], None),
    ],
)  # fmt: skip
def test_plans(stamp: str, title: str, parties: list[str], organisation: str | None, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(plan(stamp, title, parties), "utf-8")
    extraction = extract_file(path, Registry.load())
    assert len(extraction.measures) == len(parties)
    assert extraction.source.organisation == organisation

"""Lines in small letters that are names of their own, and those that go on with the one above."""

from __future__ import annotations

import pytest

from extract.finders.names_on_lines import opens_a_name


@pytest.mark.parametrize(
    ("lang", "above", "line", "opens"),
    [
        ("ru", "Социальный педагог", "классные руководители 5–9 классов", True),
        ("ru", "Заместитель директора по УР", "учителя-предметники", True),
        ("ru", "Заместитель директора по УР", "учителя", True),
        ("ru", "Социальный педагог", "медсестра", True),
        ("ru", "ЗДВР", "вожатая", True),
        ("ru", "ТОО «Сад»", "главный агроном", True),
        ("ru", "ТОО «Сад»", "отдел озеленения", True),
        ("ru", "Заместитель руководителя", "управления садов", False),
        ("ru", "Заместитель", "директора школы", False),
        ("ru", "Школьный", "психолог", False),
        ("ru", "Комитет садов и", "отделы озеленения", False),
        ("ru", "КГУ", "школа садоводов", False),
        ("ru", "Отдел озеленения", "и благоустройства", False),
        ("kk", "Бақ департаменті", "факультет декандары", True),
        ("kk", "Әлеуметтік педагог", "медбике", True),
        ("kk", "«Бақ» ЖШС", "бағбандар кеңесі", True),
        ("kk", "Мектеп директорының", "оқу ісі жөніндегі орынбасары", False),
        ("kk", "Бақ және", "су басқармасы", False),
        ("kk", "Облыстық бақ басқармасы", "бөлімі", False),
        ("kk", "Облыстық", "бақ басқармасы", False),
    ],
)
def test_lines_in_small_letters(lang: str, above: str, line: str, opens: bool) -> None:
    assert opens_a_name(line, above, lang) is opens

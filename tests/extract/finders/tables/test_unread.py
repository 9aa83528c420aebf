"""Tables with the head of a plan or of indicators are named where nothing was taken from them; others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_plans import HEAD, codes, read


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        ("ru", [["№", "Наименование показателя", "Ед. изм.", "I кв.", "II кв."], ["1", "Доля садов", "%", "31", "32"]]),
        ("ru", [["Целевой индикатор", "2030-2031", "2031-2032"], ["Доля садов", "31", "32"]]),
        ("ru", [["№", "Наименование показателя", "Ед. изм.", "Текущее", "Целевое"], ["1", "Доля садов", "%", "31", "32"]]),
        ("ru", [["№", "Мероприятие", "2031 год", "2032 год"], ["1", "Посадить сады", "100", "200"]]),
        ("kk", [["№", "Көрсеткіштің атауы", "Өлшем бірлігі", "I тоқсан", "II тоқсан"], ["1", "Бақтар үлесі", "%", "31", "32"]]),
        ("kk", [["№", "Іс-шара", "2031 жыл", "2032 жыл"], ["1", "Бақ отырғызу", "100", "200"]]),
    ],
)  # fmt: skip
def test_a_table_with_such_a_head_is_named(lang: str, rows: list[list[str]], tmp_path: Path) -> None:
    found = read([rows], tmp_path, HEAD[lang])
    [finding] = [finding for finding in found.findings if finding.code == "table-not-read"]
    assert rows[0][1] in finding.words
    assert (found.measures, found.indicators) == ((), ())


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        ("ru", [["№", "Наименование", "Адрес"], ["1", "Сад «Алма»", "улица Абая, 1"], ["2", "Сад «Роза»", "улица Абая, 2"]]),
        ("ru", [["№", "Мероприятие", "Срок", "Ответственный"], ["1", "Посадить сады", "май 2031 года", "МСХ"]]),
        ("ru", [["№", "Целевой индикатор", "Ед. изм.", "2031 год", "2032 год"], ["1", "Доля садов", "%", "31", "32"]]),
        ("kk", [["№", "Атауы", "Мекенжайы"], ["1", "«Алма» бағы", "Абай көшесі, 1"], ["2", "«Гүл» бағы", "Абай көшесі, 2"]]),
        ("kk", [["№", "Іс-шара", "Мерзімі", "Жауапты"], ["1", "Бақ отырғызу", "2031 жылғы мамыр", "АШМ"]]),
    ],
)  # fmt: skip
def test_tables_that_are_read_or_are_no_plans_are_not(lang: str, rows: list[list[str]], tmp_path: Path) -> None:
    assert "table-not-read" not in codes(read([rows], tmp_path, HEAD[lang]))

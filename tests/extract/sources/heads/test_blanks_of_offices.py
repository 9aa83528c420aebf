"""Blanks of offices in two languages: in a table, with single blanks between, above an annex that names the act."""

from __future__ import annotations

from datetime import date

import pytest

from extract.sources.heads.headers import read_header

BODY = {
    "ru": "О посадке лип\n\nВ целях озеленения ПРИКАЗЫВАЮ:\n\n1. Посадить липы.\n\nРуководитель управления    А.Б. Липов",
    "kk": "Жөке отырғызу туралы\n\nБҰЙЫРАМЫН:\n\n1. Жөке отырғызылсын.\n\nБасқарма басшысы    А.Б. Липов",
}
TITLES = {"ru": "О посадке лип", "kk": "Жөке отырғызу туралы"}
NAMES = {"ru": "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ТУРКЕСТАНСКОЙ ОБЛАСТИ", "kk": "ТҮРКІСТАН ОБЛЫСЫНЫҢ БІЛІМ БАСҚАРМАСЫ"}
ROWS = [(NAMES["kk"], NAMES["ru"]), ("БҰЙРЫҚ", "ПРИКАЗ"), ("2031 жылғы 5 мамыр", "№ 77"), ("Бақ қаласы", "город Бак")]


def in_table() -> str:
    return "".join(f"\t\n{cell}\n\n" for row in ROWS for cell in row) + "\n"


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize(
    "blank",
    [
        in_table(),
        "".join(f"{left} {right}\n\n" for left, right in ROWS),
        "".join(f"{left}{' ' * 24}{right}\n\n" for left, right in ROWS),
    ],
)
def test_a_blank_in_two_columns(blank: str, lang: str) -> None:
    header = read_header(blank + BODY[lang], lang)
    assert (header.kind, header.number, header.act_date) == ("order", "77", date(2031, 5, 5))
    assert (header.title, header.issuer) == (TITLES[lang], NAMES[lang])


def test_the_stamp_of_an_annex_names_the_act_of_the_blank_above() -> None:
    blank = "".join(f"{left}{' ' * 24}{right}\n\n" for left, right in ROWS)
    annex = "\n\nПриложение к приказу от 5 мая 2031 года № 77\n\nПлан посадки лип\n\nМай: посадить липы"
    header = read_header(blank + BODY["ru"] + annex, "ru")
    assert (header.title, header.issuer, header.number) == (TITLES["ru"], NAMES["ru"], "77")
    other = annex.replace("№ 77", "№ 12")
    assert read_header(blank + BODY["ru"] + other, "ru").number == "12"


@pytest.mark.parametrize(
    ("lang", "head", "issuer"),
    [
        (
            "kk",
            "\t\nКЕЛІСІЛДІ\n\nБағбандар кеңесінің 2031 жылғы 3 мамырдағы № 2 хаттамасы\n\n\t\nБЕКІТЕМІН\n\n"
            "«№ 4 Жөке балабақшасы» КМҚК директоры\n\n________ А. Липова\n\n2031 жылғы «5» мамыр\n\n\n"
            "«№ 4 Жөке балабақшасы» КМҚК-ның 2031 жылға арналған жұмыс жоспары\n",
            "«№ 4 Жөке балабақшасы» КМҚК",
        ),
        (
            "ru",
            "\t\nСОГЛАСОВАНО\n\nСовет садоводов 3 мая 2031 года № 2\n\n\t\nУТВЕРЖДАЮ\n\n"
            "Директор КГУ «Школа № 4»\n\n________ А. Липова\n\n«5» мая 2031 года\n\n\nПлан работы школы на 2031 год\n",
            "КГУ «Школа № 4»",
        ),
    ],
)
def test_the_number_of_minutes_behind_their_day_is_of_their_stamp(lang: str, head: str, issuer: str) -> None:
    header = read_header(head, lang)
    assert issuer in header.issuer
    assert header.act_date == date(2031, 5, 5)

"""Tables as schools, districts and companies write them: amounts on lines, parts of sums, years of titles, keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

RULE = "<tr>{}</tr>"


def read(parts: list[str | list[list[str]]], folder: Path, name: str = "plan.html") -> Extraction:
    """A page of paragraphs and tables; a line break in a cell begins a line."""
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<p>{part}</p>")
            continue
        rows = (
            "".join(f"<td{_span(cell)}>{cell.rpartition('@')[0] or cell}</td>".replace("\n", "<br>") for cell in row)
            for row in part
        )
        body.append(f"<table>{''.join(map(RULE.format, rows))}</table>")
    path = folder / name
    path.write_text(f"<html><body>{''.join(body)}</body></html>", "utf-8")
    return extract_file(path, Registry.load())


def _span(cell: str) -> str:
    """ "Итого@5" is set across five columns."""
    words, _, width = cell.rpartition("@")
    return f' colspan="{width}"' if words else ""


MONEY = ["№", "Мероприятие", "Срок", "Исполнитель", "Сумма, тыс. тенге", "Источник финансирования"]
MONEY_KK = ["№", "Іс-шара", "Мерзімі", "Жауаптылар", "Болжанған шығыстар, мың теңге", "Қаржыландыру көзі"]


@pytest.mark.parametrize(
    ("head", "titles", "items", "source"),
    [
        ("План ухода за садом на 2031 год", MONEY, "Провести:\n1) полив;\n2) обрезку;\n3) сбор", "МБ"),
        ("2031 жылға арналған бақ жоспары", MONEY_KK, "Өткізу:\n1) суару;\n2) кесу;\n3) жинау", "ЖБ"),
    ],
)
def test_amounts_on_lines_are_never_one_number(
    head: str, titles: list[str], items: str, source: str, tmp_path: Path
) -> None:
    rows = [
        ["1", items, "2031-05", "Завхоз", "160\n110\n200", source],
        ["2", "Ограда", "2031-05", "Завхоз", "160\n110", f"РБ\n{source}"],
        ["3", "Скамьи", "2031-05", "Завхоз", "100\n200\n300", source],
        ["4", "Дорожки", "2031-05", "Завхоз", "1 250 000 000 000", source],
    ]
    found = read([head, [titles, *rows]], tmp_path)
    money = [[(one.amount, one.source) for one in measure.funding or ()] for measure in found.measures]
    assert money == [[(0.47, None)], [(0.16, "РБ"), (0.11, source)], [], []]
    told = [finding.focus for finding in found.findings if finding.code == "amount-not-understood"]
    assert told == ["measure 3", "measure 4"]


YEARS = ["№", "Мероприятие", "Срок", "Исполнитель", "Источник финансирования", "2031 год, тыс. тенге", "2032 год, тыс. тенге", "Всего, тыс. тенге"]  # fmt: skip
YEARS_KK = ["№", "Іс-шара", "Мерзімі", "Жауаптылар", "Қаржыландыру көзі", "2031 ж., мың теңге", "2032 ж., мың теңге", "Барлығы, мың теңге"]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Итого@5", "110", "75", "185"], ["в том числе:", "", "", "", "РБ", "110", "55", "165"], ["", "", "", "", "ЖБ", "", "20", "20"]],
        [["Всего@5", "110", "75", "185"], ["в том числе: РБ@5", "110", "55", "165"], ["ЖБ@5", "", "20", "20"]],
        [["", "ИТОГО", "", "", "", "110", "75", "185"], ["", "из них: РБ", "", "", "", "110", "55", "165"], ["", "ЖБ", "", "", "", "", "20", "20"]],
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_parts_of_the_sum_are_those_of_a_source(rows: list[list[str]], lang: str, tmp_path: Path) -> None:
    if lang == "kk":
        kazakh = {"Итого": "Барлығы", "Всего": "Жиыны", "ИТОГО": "БАРЛЫҒЫ", "в том числе": "оның ішінде", "из них": "оның ішінде"}  # fmt: skip
        for russian, word in kazakh.items():
            rows = [[cell.replace(russian, word) for cell in row] for row in rows]
    head = "План работ на 2031-2032 годы" if lang == "ru" else "2031-2032 жылдарға арналған жұмыс жоспары"
    plan = [["1", "Сад", "2031-05", "Завхоз", "РБ", "110", "55", "165"], ["2", "Бақ", "2031-05", "Завхоз", "ЖБ", "", "20", "20"]]  # fmt: skip
    found = read([head, [YEARS if lang == "ru" else YEARS_KK, *plan, *rows]], tmp_path)
    sums = [(total.budget_source, [(one.year, one.amount) for one in total.funding]) for total in found.totals]
    assert sums == [
        (None, [(2031, 0.11), (2032, 0.075), (None, 0.185)]),
        ("РБ", [(2031, 0.11), (2032, 0.055), (None, 0.165)]),
        ("ЖБ", [(2032, 0.02), (None, 0.02)]),
    ]
    assert [finding.code for finding in found.findings if finding.code == "row-not-understood"] == []


TABLES = {
    "ru": ("О саде", "План проверок сада на I полугодие 2031 года", "План семинаров на 2032 год", "2 квартал", "март"),
    "kk": ("Бақ туралы", "2031 жылдың І жартыжылдығына арналған бақты тексеру жоспары", "2032 жылға арналған семинарлар жоспары", "2-тоқсан", "наурыз"),
}  # fmt: skip
TITLES = {"ru": ["№", "Мероприятие", "Срок", "Исполнитель"], "kk": ["№", "Іс-шара", "Мерзімі", "Жауаптылар"]}


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_title_of_a_table_gives_its_dates_their_year(lang: str, tmp_path: Path) -> None:
    head, first, second, quarter, month = TABLES[lang]
    filler = [f"{n}." for n in range(20)]
    rows = [TITLES[lang], ["1", "Сад", quarter, "Завхоз"], ["2", "Бақ", quarter, "Завхоз"]]
    again = [TITLES[lang], ["1", "Сад", month, "Завхоз"], ["2", "Бақ", month, "Завхоз"]]
    found = read([head, *filler, first, rows, second, again], tmp_path)
    dues = [measure.period.due for measure in found.measures if measure.period]
    assert dues == [("2031-Q2",), ("2031-Q2",), ("2032-03",), ("2032-03",)]


@pytest.mark.parametrize(
    ("lang", "known", "unknown"),
    [
        ("ru", "после ремонта, но не позднее 20 августа 2031 года", "кроме июля, август 2031 года"),
        ("ru", "по согласованию с садовником, 20 августа 2031 года", "в течение 10 дней со дня подписания"),
        ("kk", "жөндеу біткен соң, бірақ 2031 жылғы 20 тамыздан кешіктірмей", "шілдеден басқа, 2031 жылғы тамыз"),
        ("kk", "2031 жылғы 20 тамыз (қаражат болған жағдайда)", "қол қойылған күннен бастап 10 күн ішінде"),
    ],
)
def test_a_known_date_stands_beside_words_that_nobody_understands(
    lang: str, known: str, unknown: str, tmp_path: Path
) -> None:
    rows = [TITLES[lang], ["1", "Сад", known, "Завхоз"], ["2", "Бақ", unknown, "Завхоз"]]
    found = read(["План сада" if lang == "ru" else "Бақ жоспары", rows], tmp_path)
    first, second = (measure.period for measure in found.measures)
    assert first is not None
    assert second is not None
    assert (first.text, first.due) == (known, ("2031-08-20",))
    assert (second.text, second.due) == (unknown, ())


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("ru", "Примечание: расшифровка сокращений: КР – классные руководители; ОО – отдел образования."),
        ("kk", "Ескертпе: аббревиатуралардың толық жазылуы: КР – сынып жетекшілері; ОО – аудандық білім бөлімі."),
        ("ru", "КР – классные руководители; ОО – отдел образования"),
        ("kk", "ОО – аудандық білім бөлімі; КР – сынып жетекшілері"),
    ],
)
def test_a_key_beside_the_table_tells_who_is_meant(lang: str, note: str, tmp_path: Path) -> None:
    rows = [["1", "Сад", "2031-05", "КР, ОО"], ["2", "Бақ", "2031-06", "КР 9, 11"], ["3", "Жол", "2031-06", "ЩЩЩ"], ["4", "Су", "2031-06", "ЩЩЩ, ОО"]]  # fmt: skip
    found = read(["План сада" if lang == "ru" else "Бақ жоспары", [TITLES[lang], *rows], note], tmp_path)
    parties = [[(party.text, party.agency, party.staff) for party in measure.responsible] for measure in found.measures]
    assert parties[0] == [("КР", None, "post"), ("ОО", "kz-edu-divisions", None)]
    assert parties[1] == [("КР 9, 11", None, "post")]
    (told,) = [finding for finding in found.findings if finding.code == "unknown-party"]
    assert (told.words, told.focus, told.concerns, len(told.spans)) == ("ЩЩЩ", "measure 3", ("measure 4",), 2)
    assert "3, 4" in told.message["en"]

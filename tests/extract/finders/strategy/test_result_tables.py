"""Indicators of tables with a column a year: geometry, labels, values, findings, and the strategy's own table."""

from __future__ import annotations

import json
from array import array
from datetime import date
from pathlib import Path

import pytest

from extract.document.blocks import Cell, Document, Passage, Row, Table
from extract.finders.strategy.columns import columns_in
from extract.finders.strategy.result_tables import find_table_indicators
from extract.lexicon.findings import sentences
from extract.lexicon.loading import LANGUAGES
from extract.lexicon.strategies import strategy_words
from extract.readers.marked import read_marked
from extract.sources.recognise import decode, recognise
from extract.values.target import TargetValue, is_blank, parse_target
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Indicator, Source

TITLES = "Индикатор/көрсеткіш\tӨлшем бір-лігі\t2020\t2025\t2030\tЕскертулер\n"
RUSSIAN_TITLES = "Показатель\tЕдиница измерения\t2020 год\t2025 год\tПримечание\n"


def source(lang: str = "kk") -> Source:
    return Source("sample", "samal-2030", lang, date(2018, 1, 1), "Самал")


def find(text: str, lang: str = "kk") -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    return find_table_indicators(source(lang), read_marked("sample", text, lang))


def values(indicator: Indicator) -> list[float | str | None]:
    return [target.text if target.value is None else target.value for target in indicator.targets]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("240", "kk", TargetValue(240)),
        ("210 786", "kk", TargetValue(210786)),
        ("1\u00a0055", "ru", TargetValue(1055)),
        ("0,5", "kk", TargetValue(0.5)),
        ("95 %", "ru", TargetValue(95)),
        ("5%-дан кем емес", "kk", TargetValue(5, "min")),
        ("кем дегенде 5", "kk", TargetValue(5, "min")),
        ("Кемінде 10,5 %", "kk", TargetValue(10.5, "min")),
        ("әр ауыл үшін кем дегенде 3", "kk", TargetValue(3, "min", "әр ауыл үшін кем дегенде 3")),
        ("10%-дан артық емес", "kk", TargetValue(10, "max")),
        ("не менее 80 %", "ru", TargetValue(80, "min")),
        ("не более 5", "ru", TargetValue(5, "max")),
        ("не менее 2 из 3", "ru", TargetValue(None, None, "не менее 2 из 3")),
        ("жұмыс істейді", "kk", TargetValue(None, None, "жұмыс істейді")),
        ("2 жылда 1 рет", "kk", TargetValue(None, None, "2 жылда 1 рет")),
        ("*", "kk", TargetValue(None, None, "*")),
        ("-", "kk", None),
        ("–", "ru", None),
        ("", "ru", None),
    ],
)
def test_cells_say_values(text: str, lang: str, value: TargetValue | None) -> None:
    assert parse_target(text, lang) == value
    assert is_blank(text) == (value is None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_bound_reads_its_example(lang: str) -> None:
    words = strategy_words(lang)
    for phrase, example in words.examples["bounds"].items():
        value = parse_target(example, lang)
        assert value is not None
        assert value.value is not None, example
        assert value.bound == words.bounds[phrase]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_title_names_its_column(lang: str) -> None:
    words = strategy_words(lang)
    for phrase, example in words.examples["columns"].items():
        assert words.column(example) == words.column(phrase) is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_word_numbers_its_example(lang: str) -> None:
    words = strategy_words(lang)
    titles, row = (TITLES, "дана\t1\t2\t3") if lang == "kk" else (RUSSIAN_TITLES, "единиц\t1\t2")
    for phrase, example in words.examples["rows"].items():
        (indicator,), _ = find(f"{titles}{example}. Залдар\t{row}\n", lang)
        assert indicator.kind == words.rows[phrase], example
        assert indicator.number.isdigit()
        assert indicator.name == "Залдар"


def test_a_table_of_indicators_kk() -> None:
    text = (
        f"{TITLES}<b>1-ИНДИКАТОР</b> Ашық залдар саны\tбірлік\t1\t-\tкемінде 3\tсаны нақтыланады\n"
        "<b>1-көрсеткіш</b> Кітапхананың жұмыс істеуі\tкітапхана\t\tашылды\tжұмыс істейді\t\n"
    )
    (target, result), findings = find(text)
    assert not findings
    assert (target.kind, target.number, target.name, target.unit) == ("target", "1", "Ашық залдар саны", "бірлік")
    assert target.remark == "саны нақтыланады"
    assert [(t.year, t.value, t.bound) for t in target.targets] == [(2020, 1, None), (2030, 3, "min")]
    assert (result.kind, result.place, result.remark) == ("result", "table", None)
    assert [(t.year, t.text) for t in result.targets] == [(2025, "ашылды"), (2030, "жұмыс істейді")]
    (span,) = target.targets[1].spans
    assert text[span.start : span.end] == "кемінде 3"
    (row,) = result.evidence
    assert text[row.start : row.end].startswith("1-көрсеткіш")
    assert text[row.start : row.end].endswith("жұмыс істейді")


def test_a_table_of_indicators_ru_in_bars() -> None:
    text = (
        "| № | Целевой индикатор | Ед. изм. | 2020 г. | 2025 г. |\n|---|---|---|---|---|\n"
        "| 1. | Открытые залы | единиц | 12 | не менее 1 500 |\n| 2) | Доля сёл | % | 0,5 | – |\n"
    )
    (first, second), findings = find(text, "ru")
    assert not findings
    assert (first.kind, first.number, first.name, first.unit) == ("target", "1", "Открытые залы", "единиц")
    assert [(t.year, t.value, t.bound) for t in first.targets] == [(2020, 12, None), (2025, 1500, "min")]
    assert (second.number, values(second)) == ("2", [0.5])


def test_titles_in_two_rows() -> None:
    text = "Показатель\tЕд. изм.\tГоды\t\n\t\t2020\t2025\nПоказатель 1. Залы\tединиц\t3\t4\n"
    (indicator,), findings = find(text, "ru")
    assert not findings
    assert (indicator.name, indicator.unit, values(indicator)) == ("Залы", "единиц", [3, 4])


def test_titles_behind_years_that_a_common_title_is_set_across() -> None:
    head = (
        "<table><tr><td rowspan=2>Показатель</td><td colspan=2>План</td><td rowspan=2>Примечание</td></tr>"
        "<tr><td>2020</td><td>2025</td></tr>"
        "<tr><td>Показатель 1. Залы</td><td>3</td><td>4</td><td>в сёлах</td></tr></table>"
    )
    (indicator,), findings = find(head, "ru")
    assert not findings
    assert (indicator.name, values(indicator), indicator.remark) == ("Залы", [3, 4], "в сёлах")


GEOMETRY = {
    "as the titles say": "1-көрсеткіш А\tдана\t1\t2\t3\tескерту\n2-көрсеткіш Б\tдана\t4\t5\t6\t\n",
    "no column of remarks": "1-көрсеткіш А\tдана\t1\t2\t3\n2-көрсеткіш Б\tдана\t4\t5\t6\n",
    "an empty column": "1-көрсеткіш А\tдана\t1\t\t2\t3\tескерту\n2-көрсеткіш Б\tдана\t4\t\t5\t6\t\n",
    "an empty column first": "1-көрсеткіш А\tдана\t\t1\t2\t3\t\n2-көрсеткіш Б\tдана\t\t4\t5\t6\t\n",
    "a doubled column": "1-көрсеткіш А\tдана\t1\t2\t2\t3\t\n2-көрсеткіш Б\tдана\t4\t5\t5\t6\t\n",
    "the last year doubled": "1-көрсеткіш А\tдана\t1\t2\t3\t3\t\n2-көрсеткіш Б\tдана\t4\t5\t6\t6\t\n",
    "a doubled and an empty column": "1-көрсеткіш А\tдана\t1\t\t2\t3\t3\t\n2-көрсеткіш Б\tдана\t4\t\t5\t6\t6\t\n",
    "headings between": "ТАРАУ\t\t\t\t\t\n1-көрсеткіш А\tдана\t1\t2\t3\t\n"
    "Міндет: бір\t\t\t\t\t\n2-көрсеткіш Б\tдана\t4\t5\t6\t\n",
}


@pytest.mark.parametrize("rows", GEOMETRY.values(), ids=GEOMETRY)
def test_each_year_finds_its_cell(rows: str) -> None:
    found, findings = find(f"{TITLES}\nСөз.\n\n{rows}")
    assert not findings
    assert [values(indicator) for indicator in found] == [[1, 2, 3], [4, 5, 6]]
    assert [[t.year for t in indicator.targets] for indicator in found] == [[2020, 2025, 2030]] * 2


BROKEN = {
    "a column too many that nothing explains": "1-көрсеткіш А\tдана\t1\t2\t3\t4\t\n2-көрсеткіш Б\tдана\t5\t6\t7\t8\t\n",
    "two columns may be doubled": "1-көрсеткіш А\tдана\t1\t1\t2\t2\t\n2-көрсеткіш Б\tдана\t3\t3\t4\t4\t\n",
    "a year too few": "1-көрсеткіш А\tдана\t1\t2\n",
    "no unit": "1-көрсеткіш А\t1\t2\t3\t4\n",
    "numbers for remarks": "1-көрсеткіш А\tдана\t1\t2\t3\t4\n2-көрсеткіш Б\tдана\t5\t6\t7\t8\n",
    "far too many": "1-көрсеткіш А\tб\tв\tг\tд\tе\tж\tз\tи\tк\n",
}


@pytest.mark.parametrize("rows", BROKEN.values(), ids=BROKEN)
def test_of_cells_that_nobody_can_tell_apart_nothing_is_taken(rows: str) -> None:
    found, findings = find(f"{TITLES}\nСөз.\n\n{rows}")
    assert not found
    assert [(finding.code, finding.severity) for finding in findings] == [("table-columns-unclear", "error")]
    assert findings[0].spans


def test_rows_below_an_indicator_break_it_down() -> None:
    text = (
        f"{TITLES}1-көрсеткіш Мұғалімдер үлесі:\t%\t\t\t\t\n"
        "ауыл мектебі\t\t10\t20\t30\t\nқала мектебі\t%\t90\t80\t70\t\n"
        "2-көрсеткіш Залдар\tдана\t1\t2\t3\t\n"
    )
    found, findings = find(text)
    assert not findings
    assert [indicator.number for indicator in found] == ["1", "1.1", "1.2", "2"]
    assert found[1].name == "Мұғалімдер үлесі: ауыл мектебі"
    assert found[1].unit == "%"
    assert {target.breakdown for target in found[1].targets} == {"ауыл мектебі"}
    assert [values(indicator) for indicator in found] == [[], [10, 20, 30], [90, 80, 70], [1, 2, 3]]


def test_values_beside_a_broken_down_name_are_doubtful() -> None:
    found, findings = find(f"{TITLES}1-көрсеткіш Үлесі:\t%\t1\t2\t3\t\nауыл\t%\t10\t20\t30\t\n")
    assert [indicator.number for indicator in found] == ["1", "1.1"]
    assert [finding.code for finding in findings] == ["values-without-label"]


def test_a_name_may_stand_in_the_row_below() -> None:
    found, findings = find(f"{TITLES}1-көрсеткіш\tдана\t1\t2\t3\t\nЗалдар саны\t\t\t\t\t\nМІНДЕТ\t\t\t\t\t\n")
    assert not findings
    assert [indicator.name for indicator in found] == ["Залдар саны"]
    assert len(found[0].evidence) == 2


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("1-көрсеткіш\tдана\t1\t2\t3\t\n", "indicator-name-missing"),
        ("1-көрсеткіш Залдар\tдана\t\t\t\t\n", "targets-missing"),
        ("Залдар\tдана\t1\t2\t3\t\n", "table-row-not-understood"),
        ("1-көрсеткіш А\tдана\t1\t2\t3\t\n3-көрсеткіш Б\tдана\t1\t2\t3\t\n", "number-out-of-order"),
        ("1-көрсеткіш А\tдана\t1\t2\t3\t\n1-көрсеткіш Б\tдана\t1\t2\t3\t\n", "number-out-of-order"),
    ],
)
def test_what_is_not_understood_is_said(rows: str, code: str) -> None:
    _, findings = find(TITLES + rows)
    assert [finding.code for finding in findings] == [code]
    assert findings[0].spans


def test_a_number_whose_kind_is_not_said() -> None:
    found, findings = find("№\tАтауы\t2020\t2025\n1\tЗалдар\t1\t2\n")
    assert not found
    assert [finding.code for finding in findings] == ["indicator-kind-unknown"]


def test_complaints_speak_three_languages() -> None:
    assert all(set(said) == {"kk", "ru", "en"} for said in sentences("strategies").values())


@pytest.mark.parametrize(
    "text",
    [
        "Қала\tХалқы\nСамал\t2020\n",
        "Ай\t2025\t2020\n1-көрсеткіш А\t1\t2\n",
        "2020\t2025\n1\t2\n",
        "1-көрсеткіш Залдар\tдана\t1\t2\t3\t\n",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert find(text) == ((), ())


def test_a_foreign_table_behind_the_indicators_is_left_alone() -> None:
    found, findings = find(f"{TITLES}1-көрсеткіш А\tдана\t1\t2\t3\t\n\nСөз.\n\nСЖБ\t–\tсыртқы жиынтық бағалау\n")
    assert len(found) == 1
    assert not findings


def test_columns_know_their_zones() -> None:
    (table,) = read_marked("sample", TITLES, "kk").tables()
    columns, titles = columns_in(table, "kk")
    assert columns is not None
    assert titles == 1
    assert columns.kinds == ("name", "unit", 2020, 2025, 2030, "remark")
    assert (columns.before, columns.behind, columns.years) == (2, 1, (2020, 2025, 2030))


def test_a_short_row_above_titles_lends_none_that_it_has_not() -> None:
    """Behind the last title that a row has itself, columns of the row above are counted from its end, if they reach."""
    table = Table((row("Сад", "Роза"), row("", "", "Показатель", *[""] * 6), row("Показатель", "2031", "2032")))
    columns, titles = columns_in(table, "ru")
    assert columns is not None
    assert (columns.kinds, titles) == (("name", 2031, 2032), 3)


def row(*texts: str) -> Row:
    return Row(tuple(Cell((Passage(text, array("I", range(len(text)))),) if text else ()) for text in texts))


@pytest.fixture(scope="module")
def strategy(corpus: Path) -> tuple[Source, Document]:
    path = next(corpus.glob("004_*.txt"))
    text = decode(path)
    known, settings = recognise(path.stem, text)
    assert (known.work, known.reader, settings.expect["indicators"]) == ("nis-strategy-2030", "marked", 78)
    return known, read_marked(path.stem, text, known.lang)


def test_the_strategys_table_is_read_whole(strategy: tuple[Source, Document]) -> None:
    found, findings = find_table_indicators(*strategy)
    assert [i.number for i in found if i.kind == "target"] == [str(n) for n in range(1, 8)]
    assert [i.number for i in found if i.kind == "result" and "." not in i.number] == [str(n) for n in range(1, 67)]
    assert [i.number for i in found if "." in i.number] == [f"28.{n}" for n in range(1, 6)]
    assert [finding.code for finding in findings] == ["values-without-label"]
    assert all(indicator.unit and indicator.targets and indicator.part_of for indicator in found)
    text = strategy[1].text
    for target in (target for indicator in found for target in indicator.targets):
        assert "\t" not in text[target.spans[0].start : target.spans[-1].end]


def test_the_strategys_indicators_are_those_verified_by_hand(strategy: tuple[Source, Document], gold: Path) -> None:
    found, _ = find_table_indicators(*strategy)
    said = {(i.kind, i.number): i for i in found}
    names = {i.name: i for i in found}
    lines = (gold / "004" / "indicators.jsonl").read_text("utf-8").splitlines()
    assert lines
    for wanted in map(json.loads, lines):
        kind = {"indicator": "target", "result": "result", "breakdown": "part"}[wanted["kind"]]
        one = (
            next(i for name, i in names.items() if name.endswith(f": {wanted['name']}"))
            if kind == "part"
            else said[kind, str(wanted["number"])]
        )
        assert kind == "part" or one.name == wanted["name"].strip(" :")
        assert one.unit == wanted["unit"]
        assert one.remark == wanted["remark"]
        expected = [
            (v["year"], v["value"] if v["value"] is not None else v["raw"], v.get("bound"))
            for v in wanted["values"]
            if v["raw"] not in ("", "-")
        ]
        assert [(t.year, t.text if t.value is None else t.value, t.bound) for t in one.targets] == expected

"""Reports go from a template through a filled sheet and the graph back to a template, and nothing is lost on the way."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rdflib.namespace import PROV, RDF
from reported_plan import FIRST, JOBLESS, SECOND, SHARE, SPOKEN, store_of

from kzedu_graph.model.errors import UnknownNameError, UnusableInput
from kzedu_graph.reported.files import BrokenReportsError, Reports, add_reports, file_of, files_of, read_reports
from kzedu_graph.reported.known import Known, read_known
from kzedu_graph.reported.records import AnyReport, Report, ReportedValue
from kzedu_graph.reported.rows import take_rows
from kzedu_graph.reported.sheets import Cells, columns, read_rows, write_template
from kzedu_graph.reported.templates import choices_of, template_rows
from kzedu_graph.reported.triples import read_reported, report_triples
from kzedu_graph.vocabulary.iris import KZEDU

TODAY = date(2033, 6, 1)
REPORTS: list[AnyReport] = [
    Report(about=FIRST, due="2031-12", state="complete", day=date(2032, 1, 10), reporter="kz-moe",
           proof="https://example.org/order", remark="Екі кітапхана"),
    Report(about=FIRST, due="2032-12", state="limited", day=date(2033, 2, 1), reporter="Ауыл тұрғыны", proof="№ 5 акт"),
    Report(about=SECOND, state="no-evidence", day=date(2033, 5, 31), reporter="kz-talap"),
    Report(about=SPOKEN, due="2032-03-01", state="not-started", day=date(2032, 3, 2), reporter="kz-moe"),
    ReportedValue(about=SHARE, year=2031, value=41.25, unit="%", day=date(2032, 2, 1), reporter="kz-moe"),
    ReportedValue(about=JOBLESS, year=2032, value=650.0, day=date(2033, 2, 1), reporter="kz-moe", proof="есеп"),
]  # fmt: skip


@pytest.fixture(scope="module")
def known() -> Known:
    return read_known(store_of())


def of_source(name: str, reports: Iterable[AnyReport] = REPORTS) -> Reports:
    made = Reports(name)
    for each in reports:
        made.take(each)
    return made


def bare(reports: Iterable[tuple[str, AnyReport]]) -> list[tuple[str, AnyReport]]:
    """Reports without where and when each was read."""
    return [(source, type(one)(**{**fields(one), "file": "", "row": 0, "entered": None})) for source, one in reports]


def fields(report: AnyReport) -> dict[str, object]:
    return {name: getattr(report, name) for name in report.__dataclass_fields__}


# ---- the round trip


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_template_filled_graph_template_without_loss(ending: str, lang: str, known: Known, tmp_path: Path) -> None:
    store = store_of([of_source("village")])
    rows = template_rows(known, read_reported(store.select), lang)
    files = write_template(tmp_path / f"filled{ending}", rows, choices_of(known.of("X3100000001"), lang), lang)
    taken = [take_rows(read_rows(file), known, "another", TODAY) for file in files]
    assert [wrong for each in taken for wrong in each.wrong] == []
    given = [pair for each in taken for pair in each.reports]
    assert {source for source, _ in given} == {"village"}

    add_reports(tmp_path, given, TODAY)
    again = [read_reports(file) for file in files_of(tmp_path)]
    assert sorted(bare(read_reported(store_of(again).select)), key=repr) == sorted(
        bare(read_reported(store.select)), key=repr
    )
    assert template_rows(known, read_reported(store_of(again).select), lang) == rows


def test_a_template_has_a_row_a_due_point_and_a_year(known: Known) -> None:
    rows = template_rows(known, [], "kk")
    assert {(row["duty"], row["due"]) for row in rows["duties"]} == {
        *((FIRST, "2031-12"), (FIRST, "2032-12"), (SECOND, ""), (SPOKEN, "2032-03-01"))
    }
    assert len(rows["duties"]) == 4
    assert [(row["indicator"], row["year"], row["planned"]) for row in rows["indicators"]] == [
        (SHARE, "2031", "40"),
        (SHARE, "2032", "55.5"),
        (JOBLESS, "2031", "900"),
        (JOBLESS, "2032", "700"),
    ]
    first = next(row for row in rows["duties"] if row["duty"] == FIRST)
    assert first["words"] == "Кітапхана ашу"
    assert first["last_day"] == "2031-12-31"


def test_a_template_is_of_a_body_or_a_programme(known: Known) -> None:
    assert set(known.of(body="kz-talap").duties) == {SECOND}
    assert set(known.of(programme="X3100000001").duties) == {FIRST, SECOND, SPOKEN}
    with pytest.raises(UnknownNameError, match="X3100000001"):
        known.of(programme="P0000000001")


def test_cells_are_chosen_from_lists(known: Known, tmp_path: Path) -> None:
    (file,) = write_template(tmp_path / "t.xlsx", template_rows(known, [], "ru"), choices_of(known, "ru"), "ru")
    book = load_workbook(file)
    assert book.sheetnames == [columns()[sheet]["titles"]["ru"] for sheet in ("duties", "indicators", "lists")]
    duties = book[book.sheetnames[0]]
    ranges = {
        str(each.sqref): (each.formula1, each.showErrorMessage) for each in duties.data_validations.dataValidation
    }
    assert ranges == {"H2:H5": ("='Списки'!$A$2:$A$6", True), "J2:J5": ("='Списки'!$B$2:$B$4", False)}
    assert [row[0] for row in book["Списки"].iter_rows(min_row=2, values_only=True)][:5] == [
        *("не начато", "исполнено частично", "исполнено в основном", "исполнено полностью", "нет подтверждений")
    ]


# ---- rows that are wrong


def sheet(folder: Path, rows: list[Cells], name: str = "duties") -> Path:
    described = columns()[name]["columns"]
    file = folder / "отчёт.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow([told["ru"] for told in described.values()])
        writer.writerows([row.get(key, "") for key in described] for row in rows)
    return file


RIGHT: Cells = {"duty": FIRST, "due": "2031-12", "state": "Исполнено", "day": "10.01.2032", "reporter": "kz-moe"}


def test_ten_rows_with_three_wrong_ones(known: Known, tmp_path: Path) -> None:
    rows: list[Cells] = [
        RIGHT,
        {**RIGHT, "due": "2032-12", "state": "perhaps", "day": "2033-01-10"},
        {"duty": SECOND, "state": "в основном", "day": "2033-01-10", "reporter": "житель села"},
        {"duty": SPOKEN, "due": "2032-03-01", "state": "complete", "day": "2033-13-10", "reporter": "kz-moe"},
        {**RIGHT, "due": "2032-12", "source": "other"},
        {**RIGHT, "duty": f"{FIRST}9"},
        {**RIGHT, "source": "third"},
        {"duty": SECOND, "state": "орындалды", "day": "2033-01-10", "reporter": "kz-talap", "source": "third"},
        {
            "duty": SPOKEN,
            "due": "2032-03-01",
            "state": "limited",
            "day": "2032-03-10",
            "reporter": "x",
            "source": "third",
        },
        {"duty": SPOKEN, "due": "2032-03-01", "state": "limited", "day": "2032-03-10", "reporter": "kz-moe"},
    ]
    taken = take_rows(read_rows(sheet(tmp_path, rows)), known, "village", TODAY)
    assert len(taken.reports) == 7
    assert [told.partition(":")[0] for told in taken.wrong] == [f"отчёт.csv, row {number}" for number in (3, 5, 7)]
    for told, why in zip(taken.wrong, ("a state is one of", "a day is written", "has no duty"), strict=True):
        assert why in told
    assert add_reports(tmp_path, taken.reports, TODAY) == {"new": 7, "corrected": 0, "same": 0}
    assert {file.stem: len(read_reports(file).valid()) for file in files_of(tmp_path)} == {
        **{"village": 3, "other": 1, "third": 3}
    }


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"due": "2033-12"}, "no due point of this duty, which has 2031-12, 2032-12"),
        ({"duty": ""}, "no duty is named"),
        ({"day": ""}, "the day of the report is missing"),
        ({"day": "2033-06-02"}, "is yet to come"),
        ({"reporter": ""}, "who says so is missing"),
        ({"state": ""}, "a state is one of"),
    ],
)
def test_what_is_wrong_is_told(cells: Cells, why: str, known: Known, tmp_path: Path) -> None:
    taken = take_rows(read_rows(sheet(tmp_path, [{**RIGHT, **cells}])), known, "village", TODAY)
    assert not taken.reports
    assert why in taken.wrong[0]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"value": "көп"}, "is a number, not"),
        ({"value": "nan"}, "is a finite number"),
        ({"value": ""}, "the actual value is missing"),
        ({"year": "31"}, "a year is four digits"),
        ({"indicator": f"{SHARE}9"}, "the graph has no indicator"),
    ],
)
def test_wrong_values_are_told(cells: Cells, why: str, known: Known, tmp_path: Path) -> None:
    right = {"indicator": SHARE, "year": "2031", "value": "1 041,5 %", "day": "2032-01-10", "reporter": "kz-moe"}
    (report,) = take_rows(read_rows(sheet(tmp_path, [right], "indicators")), known, "village", TODAY).reports
    assert isinstance(report[1], ReportedValue)
    assert report[1].value == 1041.5
    taken = take_rows(read_rows(sheet(tmp_path, [{**right, **cells}], "indicators")), known, "village", TODAY)
    assert not taken.reports
    assert why in taken.wrong[0]


def test_two_rows_about_the_same_are_told(known: Known, tmp_path: Path) -> None:
    taken = take_rows(read_rows(sheet(tmp_path, [RIGHT, RIGHT])), known, "village", TODAY)
    assert taken.wrong == ["отчёт.csv, row 3: row 2 speaks of the same; keep one of them."]


def test_a_row_that_is_not_filled_in_says_nothing(known: Known, tmp_path: Path) -> None:
    taken = take_rows(read_rows(sheet(tmp_path, [{"duty": FIRST, "due": "2031-12"}])), known, "village", TODAY)
    assert (taken.reports, taken.wrong, taken.empty) == ([], [], 1)


def test_who_says_so_is_known_by_key_or_name(known: Known, tmp_path: Path) -> None:
    name = "Министерство просвещения Республики Казахстан"
    rows = [{**RIGHT, "reporter": name}, {**RIGHT, "due": "2032-12", "reporter": "житель села"}]
    taken = take_rows(read_rows(sheet(tmp_path, rows)), known, "village", TODAY)
    assert [report.reporter for _, report in taken.reports] == ["kz-moe", "житель села"]


# ---- files


def test_the_same_again_changes_nothing_and_a_correction_keeps_what_was_said(tmp_path: Path) -> None:
    first = [("village", each) for each in REPORTS]
    assert add_reports(tmp_path, first, TODAY) == {"new": 6, "corrected": 0, "same": 0}
    file = file_of(tmp_path, "village")
    before = file.read_bytes()
    assert add_reports(tmp_path, first, date(2033, 6, 2)) == {"new": 0, "corrected": 0, "same": 6}
    assert file.read_bytes() == before
    changed = Report(about=FIRST, due="2031-12", state="substantial", day=date(2032, 5, 1), reporter="kz-moe")
    assert add_reports(tmp_path, [("village", changed)], date(2033, 6, 3)) == {"new": 0, "corrected": 1, "same": 0}
    wordings = read_reports(file).wordings[(FIRST, "2031-12")]
    assert [(each.state, each.day, each.entered) for each in wordings if isinstance(each, Report)] == [
        ("complete", date(2032, 1, 10), TODAY),
        ("substantial", date(2032, 5, 1), date(2033, 6, 3)),
    ]


def test_only_what_holds_is_a_report_and_leads_to_what_was_said_before() -> None:
    changed = Report(about=FIRST, due="2031-12", state="limited", day=date(2032, 5, 1), reporter="kz-moe")
    triples = list(report_triples(of_source("village", [*REPORTS, changed])))
    reports = [subject for subject, predicate, value in triples if (predicate, value) == (RDF.type, KZEDU.Report)]
    values = [subject for subject, predicate, value in triples if (predicate, value) == (RDF.type, KZEDU.ReportedValue)]
    assert (len(reports), len(values)) == (4, 2)
    ((later, earlier),) = [(one, two) for one, predicate, two in triples if predicate == PROV.wasRevisionOf]
    assert later in reports
    assert earlier not in {*reports, *values}
    read = read_reported(store_of([of_source("village", [*REPORTS, changed])]).select)
    assert [one.state for _, one in read if isinstance(one, Report) and one.key == changed.key] == ["limited"]


def test_a_file_that_is_no_file_of_reports_is_told(tmp_path: Path) -> None:
    file = file_of(tmp_path, "village")
    file.parent.mkdir()
    file.write_text('{"about": "x", "day": "2033-01-01", "reporter": "y", "state": "perhaps"}\n', "utf-8")
    with pytest.raises(BrokenReportsError, match="line 1 is no report"):
        read_reports(file)


@pytest.mark.parametrize("name", ["words.xlsx", "words.csv"])
def test_a_file_without_such_a_sheet_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"a,b\n1,2\n")
    with pytest.raises(UnusableInput, match=r"no spreadsheet|no sheet has a column"):
        list(read_rows(tmp_path / name))


@pytest.mark.parametrize("lang", ["key", "kk", "ru", "en"])
def test_each_column_is_known_by_its_key_and_by_its_title(lang: str, tmp_path: Path) -> None:
    for name in ("duties", "indicators"):
        described = columns()[name]["columns"]
        file = tmp_path / f"{name}.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([[told.get(lang, key) for key, told in described.items()], list(described)])
        ((sheet, cells),) = [(row.sheet, row.cells) for row in read_rows(file)]
        assert (sheet, cells) == (name, {key: key for key in described})


def test_a_removed_report_is_gone(tmp_path: Path) -> None:
    add_reports(tmp_path, [("village", each) for each in REPORTS], TODAY)
    reports = read_reports(file_of(tmp_path, "village"))
    assert reports.remove(FIRST) == 2
    assert len(reports.valid()) == 4

"""The audit report: of an invented plan, as a page and as a spreadsheet, and of the corpus."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import corpus_graph
import pytest
from alone import in_this_process
from click.testing import CliRunner
from openpyxl import load_workbook

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.building.stages import FILE, STAGES, Stages
from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.trace import find_thing
from kzedu_graph.cli import main
from kzedu_graph.exports.files import write_book
from kzedu_graph.reports.content import make_report
from kzedu_graph.reports.page import write_page
from kzedu_graph.reports.ranges import in_ranges
from kzedu_graph.reports.sections import Report, Section
from kzedu_graph.reports.words import COUNTING, WORDS, counting
from kzedu_graph.store.stores import open_store
from kzedu_graph.vocabulary.about.accuracy import read_figures

SECTIONS = ["overview", "checks", "chains", "load", "dates", "findings", "duties", "counting", "accuracy"]
APPENDIX = SECTIONS.index("findings")


@pytest.fixture(scope="module")
def built(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the invented plan."""
    folder = tmp_path_factory.mktemp("store")
    outcome = run_build(sorted(sample.glob("*.txt")), folder, in_this_process(extract_file))
    assert outcome.build is not None
    assert tuple(outcome.seconds) == STAGES, "the split of the time, in the order of the work"
    assert all(seconds > 0 for seconds in outcome.seconds.values())
    assert (folder / FILE).is_file()
    return folder


def report_of(store: Path, name: str, lang: str) -> Report:
    with open_store(store) as opened:
        subject = find_thing(Chains.read(opened.select), name, {}.get)
        return make_report(opened.select, opened.version, subject, lang)


class Tags(HTMLParser):
    """Checks that what opens closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def programme(built: Path) -> str:
    with open_store(built) as opened:
        (found,) = {thing.programme for thing in Chains.read(opened.select).measures()}
    assert found
    return found


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_report_of_a_programme_in_each_language(built: Path, programme: str, lang: str) -> None:
    report = report_of(built, programme, lang)
    assert [section.key for section in report.sections] == SECTIONS
    filled = {section.key: len(section.rows) for section in report.sections}
    assert all(filled.values()), filled
    for section in report.sections:
        assert all(len(row) == len(section.columns) for row in section.rows), section.key
    findings = next(section for section in report.sections if section.key == "findings")
    assert all(row[2] and row[3] for row in findings.rows), "every finding opens to a quote and its place"


def test_the_page_is_whole_and_prints(built: Path, programme: str) -> None:
    out = io.BytesIO()
    write_page(report_of(built, programme, "kk"), out)
    text = out.getvalue().decode()
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    assert tags.seen.count("table") == len(SECTIONS)
    assert '<html lang="kk">' in text
    assert "@media print" in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text), "it needs nothing else"


def test_the_appendix_stands_behind_what_is_read_first(built: Path, programme: str) -> None:
    report = report_of(built, programme, "en")
    assert [section.appendix for section in report.sections] == [
        place >= APPENDIX for place in range(len(report.sections))
    ]
    out = io.BytesIO()
    write_page(report, out)
    first, mark, appendix = out.getvalue().decode().partition('<div class="appendix">')
    assert mark
    assert ('id="checks"' in first, 'id="duties"' in first) == (True, False)
    assert ('id="checks"' in appendix, 'id="duties"' in appendix) == (False, True)


def test_what_is_questioned_is_summed_up_rule_by_rule(built: Path, programme: str) -> None:
    sections = {section.key: section for section in report_of(built, programme, "en").sections}
    summed = {row[0]: int(row[2]) for row in sections["checks"].rows}
    each = [row[0] for row in sections["findings"].rows]
    assert summed == {rule: each.count(rule) for rule in each}
    assert all(row[4] and row[5] for row in sections["checks"].rows), "each says where, and what to do"
    days = {row[0]: int(row[1]) for row in sections["dates"].rows}
    assert list(days) == sorted(days)
    assert all(days.values())


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((), ""),
        (("7",), "7"),
        (("1", "2"), "1, 2"),
        (("10", "2", "1", "3", "63-1", "63", "64", "65", "3"), "1–3, 10, 63, 63-1, 64, 65"),
        (("1.2", "1.10", "1.9"), "1.2, 1.9, 1.10"),
        (("P2/9", "P1/10", "P1/9"), "P1/9, P1/10, P2/9"),
    ],
)
def test_numbers_that_follow_each_other_are_drawn_together(numbers: tuple[str, ...], told: str) -> None:
    assert in_ranges(numbers) == told


def test_words_of_texts_are_escaped() -> None:
    section = Section("findings", "<b>", ("a & b",), (("<script>x</script>",),), frozenset({0}))
    out = io.BytesIO()
    write_page(Report("en", "t", "<i>", "n", (section,)), out)
    text = out.getvalue().decode()
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert "a &amp; b" in text


def test_the_spreadsheet(built: Path, programme: str) -> None:
    report = report_of(built, programme, "en")
    out = io.BytesIO()
    write_book([(section.title, section.columns, section.rows) for section in report.sections], out)
    book = load_workbook(io.BytesIO(out.getvalue()))
    assert book.sheetnames == [section.title for section in report.sections]
    for section in report.sections:
        assert book[section.title].max_row == len(section.rows) + 1


def test_no_cell_is_read_as_a_formula_and_numbers_are_numbers() -> None:
    out = io.BytesIO()
    write_book([("a/b: [c]", ("x",), [("=1+1",), ("12",), ("a\x01b",), ("63-1",)])], out)
    sheet = load_workbook(io.BytesIO(out.getvalue())).worksheets[0]
    assert [row[0] for row in sheet.iter_rows(values_only=True)] == ["x", "'=1+1", 12, "ab", "63-1"]
    assert not re.search(r"[][:*?/\\]", sheet.title)


def test_what_a_report_is_not_about(built: Path, programme: str) -> None:
    with pytest.raises(LookupError, match="about a programme or a body"):
        report_of(built, programme.rsplit("/", 1)[1] + "/1", "en")


def test_words_are_in_three_languages() -> None:
    for words in (*WORDS.values(), *COUNTING):
        assert len(words) == 3
        assert all(words)
    assert len(set(counting("kk"))) == len(COUNTING)


def test_figures_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "| document | table | field | precision | recall | F1 | right |\n| - | - | - | - | - | - | - |\n| 002 | measures | name | 1.000 | 0.990 | 0.995 | 93/94 |\n",
        "utf-8",
    )
    assert read_figures(page) == [("002", "measures", "name", "1.000", "0.990", "0.995", "93/94")]
    assert read_figures(tmp_path / "nothing.md") == []


def test_stages_are_known_by_name() -> None:
    stages = Stages()
    with stages.measure("audit"):
        pass
    with pytest.raises(ValueError, match="a stage is one of"), stages.measure("sleep"):
        pass
    assert list(stages.seconds) == ["audit"]


# ---- the commands


def test_commands_on_the_sample(built: Path, programme: str, tmp_path: Path) -> None:
    run = CliRunner()
    key = programme.rsplit("/", 1)[1]
    page = run.invoke(main, ["report", key, "--store", str(built), "--lang", "en"])
    assert page.exit_code == 0, page.output
    assert page.stdout.startswith("<!doctype html>")
    file = tmp_path / "report.xlsx"
    book = run.invoke(main, ["report", key, "--store", str(built), "--format", "xlsx", "--output", str(file)])
    assert book.exit_code == 0
    assert load_workbook(file).sheetnames
    traced = run.invoke(main, ["trace", f"{key}/1", "--store", str(built), "--lang", "ru"])
    assert traced.exit_code == 0
    assert "кто отвечает" in traced.stdout
    missing = run.invoke(main, ["trace", "nonsense", "--store", str(built)])
    assert (missing.exit_code, missing.stdout) == (2, "")
    checked = run.invoke(main, ["validate", "--store", str(built), "--format", "json"])
    assert checked.exit_code == 0, "an audit finding is never fatal"
    assert '"code": "weak-proof"' in checked.stdout


# ---- the corpus


def test_reports_of_the_corpus(corpus: Path) -> None:
    store = corpus_graph.store(corpus)
    chains = Chains.read(store.select)
    for key, measures in (("P2300000249", 185), ("kz-talap", 16)):
        report = make_report(store.select, store.version, find_thing(chains, key, {}.get), "ru")
        sections = {section.key: section for section in report.sections}
        assert len(sections["duties"].rows) == measures
        assert sections["findings"].rows
    load = {row[1]: row[2:] for row in sections["load"].rows}
    assert load == {"некоммерческое акционерное общество «Talap»": ("16", "1", "1", "1")}


def test_a_bodys_report_dates_what_is_in_force(corpus: Path) -> None:
    store = corpus_graph.store(corpus)
    subject = find_thing(Chains.read(store.select), "kz-orleu", {}.get)
    sections = {section.key: section for section in make_report(store.select, store.version, subject, "en").sections}
    overview = dict(sections["overview"].rows)
    assert (overview["Measures"], overview["of these in force"]) == ("5", "4")
    assert len(sections["duties"].rows) == 5, "duties hold what has ended too"
    assert "P1900000988" not in " ".join(row[2] for row in sections["dates"].rows)

"""The dossier: of the corpus's Talap for a year, and in every format."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import corpus_graph
import pytest
from docx import Document
from openpyxl import load_workbook

from kzedu_graph.chains.graph import Chains
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.reports.dossier import make_dossier
from kzedu_graph.reports.dossier_rows import Choice
from kzedu_graph.reports.sections import Report, Section
from kzedu_graph.reports.writing import FORMATS, write_report
from kzedu_graph.vocabulary import iris

SMALL = Report(
    "kk",
    "Іс парағы",
    "Ай министрлігі",
    "ескерту",
    (
        Section(
            "duties",
            "Міндеттер",
            ("№", "Дәйексөз", "Күні", "Мекенжай"),
            (("1", "ғарыш, үңгір, әңгіме, өңір, қақпа, ұшақ, һәм", "2031-05-05", "https://example.org/ay"),),
            frozenset({1}),
        ),
        Section("changed", "Не өзгерді", ("№",), ()),
    ),
)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_words(form: str) -> None:
    out = io.BytesIO()
    write_report(SMALL, form, out)
    whole = out.getvalue()
    match form:
        case "html":
            assert "үңгір" in whole.decode()
            assert '<a href="https://example.org/ay">' in whole.decode(), "addresses can be followed"
        case "docx":
            cells = [
                cell.text for table in Document(io.BytesIO(whole)).tables for row in table.rows for cell in row.cells
            ]
            assert "ғарыш, үңгір, әңгіме, өңір, қақпа, ұшақ, һәм" in cells
        case "xlsx":
            sheet = load_workbook(io.BytesIO(whole))["Міндеттер"]
            assert sheet["B2"].value == "ғарыш, үңгір, әңгіме, өңір, қақпа, ұшақ, һәм"
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == "A1:D2"
            assert sheet["C2"].value == datetime(2031, 5, 5)
            assert sheet["D2"].hyperlink.target == "https://example.org/ay"
            assert sheet.column_dimensions["B"].width > 40
        case "pdf":
            import pdfplumber

            with pdfplumber.open(io.BytesIO(whole)) as pages:
                text = pages.pages[0].extract_text()
            assert "үңгір" in text
            assert "1 / 1" in text, "pages are numbered"


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="is written as"):
        write_report(SMALL, "odt", io.BytesIO())


# ---- the corpus


def test_talap_in_2025_in_russian(corpus: Path) -> None:
    store = corpus_graph.store(corpus)
    chains = Chains.read(store.select)
    talap = chains.things[str(iris.agency("kz-talap"))]
    made = make_dossier(store.select, "x", "2026-11-28", talap, "ru", Choice(frozenset({2025})))
    sections = {section.key: section for section in made.sections}
    duties = sections["duties"]
    numbers = {row[1] for row in duties.rows}
    assert numbers == {"64", "66", "68", "71", "73", "81", "82", "83", "87", "90", "95", "164", "175", "176"}
    assert all(row[0].startswith("2025-") for row in duties.rows)
    place = duties.columns.index("Место")
    texts = {row[1]: row[place] for row in duties.rows}
    assert texts["66"].startswith("P2400000465/2024-06-13/ru"), "quoted from the Russian text"
    assert texts["176"].startswith("P2300000249/2025-04-25/kk"), "a later edition replaced the row"
    quote, page = (duties.columns.index(name) for name in ("Цитата", "Официальный адрес"))
    said = {row[1]: row[quote] for row in duties.rows}
    assert "Нормативное и методическое обеспечение проектирования" in said["66"], "the duty's own words"
    assert "(по согласованию)" in said["66"], "and whom its cell names"
    assert {row[page] for row in duties.rows} == {
        "https://adilet.zan.kz/rus/docs/P2400000465",
        "https://adilet.zan.kz/kaz/docs/P2300000249",
    }
    served = {(row[0], row[3], row[5]) for row in sections["indicators"].rows}
    assert {("14", "2025", "81"), ("28", "2025", "85")} <= served
    assert {"МИО", "МТСЗН", "МП"} <= {row[0] for row in sections["key"].rows}, "what the quotes abbreviate"
    assert any("не официальный текст" in row[0] for row in sections["method"].rows)
    (file,) = corpus.glob("002_*.txt")
    text = file.read_text("utf-8")
    for _, words, place in sections["findings"].rows:
        edition, start = place.split(", ")
        assert edition == "P2300000249/2025-04-25/kk"
        assert " ".join(text[int(start) : int(start) + 2000].split()).startswith(words), "the place of a quote"
    assert {row[1] for row in sections["changed"].rows if row[0] == "176"} == {
        "исключён исполнитель",
        "строка заменена",
    }
    bound = make_dossier(store.select, "x", "2026-11-28", talap, "ru", Choice(role="bound"))
    assert {row[1] for row in next(s for s in bound.sections if s.key == "duties").rows} == {"87"}


def test_a_reader_without_names_in_the_language_is_given_those_that_there_are(corpus: Path) -> None:
    """No text names an indicator in English, and the quotes abbreviate in Kazakh."""
    store = corpus_graph.store(corpus)
    chains = Chains.read(store.select)
    talap = chains.things[str(iris.agency("kz-talap"))]
    made = make_dossier(store.select, "x", "2026-11-28", talap, "en", Choice(frozenset({2025})), chains=chains)
    sections = {section.key: section for section in made.sections}
    assert ("14", "2025", "81") in {(row[0], row[3], row[5]) for row in sections["indicators"].rows}
    key = dict(sections["key"].rows)
    assert key["ОМ"].startswith("Ministry of Education")
    assert "Болашақ" not in key, "a name is no abbreviation"
    quotes = {row[0].split()[0]: row[1] for row in sections["findings"].rows}
    assert quotes["Of"].startswith("71."), "a fact about the programme is quoted by a row of the body"


def test_words_that_a_text_tears_stand_whole_beside_the_quote(corpus: Path) -> None:
    store = corpus_graph.store(corpus)
    chains = Chains.read(store.select)
    talap = chains.things[str(iris.agency("kz-talap"))]
    made = make_dossier(store.select, "x", "2026-11-28", talap, "kk", Choice(), chains=chains)
    duties = next(section for section in made.sections if section.key == "duties")
    quote, torn = (duties.columns.index(name) for name in ("Дәйексөз", "Бүтін сөздер"))
    said = {row[1]: (row[quote], row[torn]) for row in duties.rows}
    assert "ц и ф р л ы қ" in said["82"][0], "the quote is the text's"
    assert said["82"][1] == "цифрлық"


def test_an_indicator_has_a_dossier_of_the_duties_that_serve_it(corpus: Path) -> None:
    store = corpus_graph.store(corpus)
    chains = Chains.read(store.select)
    pisa = chains.things[iris.BASE + "indicator/P2300000249/plan/4"]
    made = make_dossier(store.select, "x", "2026-11-28", pisa, "en", Choice(), chains=chains)
    sections = {section.key: section for section in made.sections}
    serving = {thing.number for link, thing in chains.down(pisa.iri) if link.kind == "served-by"}
    assert {row[1] for row in sections["duties"].rows} == serving
    assert len(serving) == 17
    assert {row[0] for row in sections["indicators"].rows} == {"4"}
    assert ("4", "430", "425") in {(row[0], row[2], row[3]) for row in sections["changed"].rows}


def test_only_programmes_bodies_and_indicators_have_a_dossier(corpus: Path) -> None:
    store = corpus_graph.store(corpus)
    measure = Chains.read(store.select).things[str(iris.measure("P2300000249", "1"))]
    with pytest.raises(UnknownNameError, match="is about a programme, a body or an indicator"):
        make_dossier(store.select, "x", "2026-11-28", measure, "ru", Choice())

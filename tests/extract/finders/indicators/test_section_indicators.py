"""Indicators of a programme's own section: a list of items with yearly values, in the layouts that print one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extract.document.blocks import Document
from extract.finders.indicators.sections import find_section_indicators
from extract.readers.paged import read_paged
from extract.readers.tabbed import read_tabbed
from kzedu_graph.model.records import Source

STEM = "002_349ea0d1b88f0bc4"
SECTION = """6-бөлім. Нысаналы индикаторлар

      Нысаналы индикаторлар:
      1) кітапханаға жазылған балалардың үлесі (2031 жыл – 40 %, 2032 жыл –\x20
45,5 %);
      1-1) жаңа кітаптардың саны (2031 жыл – 1200, 2032 жыл – 1500);
      2) алып тасталды - Қала әкімінің 05.02.2031 № 12 бұйрығымен;
      3) клубтардың саны (2031 жылдан бастап өте көп болады деп күтіледі).
      Күтілетін нәтижелер:
      1) балалар көп оқиды;
      2) кітапхана кешке ашық.
"""


def source_of(lang: str = "kk") -> Source:
    return Source(stem="sample", work="P1", lang=lang, version_date=None, title="", programme="P1")


def test_items_with_yearly_values_are_indicators() -> None:
    found, findings = find_section_indicators(source_of(), read_paged("sample", SECTION, "kk"))
    assert [(i.number, i.name, [(t.year, t.value) for t in i.targets]) for i in found[:2]] == [
        ("1", "кітапханаға жазылған балалардың үлесі", [(2031, 40.0), (2032, 45.5)]),
        ("1-1", "жаңа кітаптардың саны", [(2031, 1200.0), (2032, 1500.0)]),
    ]
    assert {(i.place, i.kind) for i in found} == {("section", "target")}
    assert [f.focus for f in findings] == ["section indicator 3"]


def test_a_removed_item_keeps_its_number_and_the_words_that_removed_it() -> None:
    found, _ = find_section_indicators(source_of(), read_paged("sample", SECTION, "kk"))
    (removed,) = [i for i in found if i.number == "2"]
    assert (removed.name, removed.targets) == ("", ())
    assert removed.remark == "алып тасталды - Қала әкімінің 05.02.2031 № 12 бұйрығымен"


def test_values_stand_where_their_words_do() -> None:
    found, _ = find_section_indicators(source_of(), read_paged("sample", SECTION, "kk"))
    (span,) = found[0].targets[1].spans
    assert SECTION[span.start : span.end] == "2032 жыл – \n45,5 %"


def test_a_list_without_values_holds_no_indicators() -> None:
    document = read_paged(
        "sample", "      1) балалар көп оқиды (2031 жыл – 40 %);\n      2) ашық;\n      3) жарық.\n", "kk"
    )
    assert find_section_indicators(source_of(), document) == ((), ())


def test_a_russian_list_reads_alike() -> None:
    text = "\u00a0\u00a0\u00a0\u00a0\u00a0 1) доля читающих детей (2031 год – 40 %, 2032 год – 45 %);\n"
    found, _ = find_section_indicators(source_of("ru"), read_tabbed("sample", text, "ru"))
    assert [(i.number, [t.value for t in i.targets]) for i in found] == [("1", [40.0, 45.0])]


def test_an_amending_act_has_amendments_instead() -> None:
    document = read_paged("sample", SECTION, "kk")
    assert find_section_indicators(replace(source_of(), amends=("P2",)), document) == ((), ())


@pytest.fixture(scope="module")
def consolidated(corpus: Path) -> Document:
    return read_paged(STEM, (corpus / f"{STEM}.txt").read_bytes().decode("utf-8"), "kk")


def test_the_section_of_the_consolidated_text_reads_as_verified(consolidated: Document, gold: Path) -> None:
    found, findings = find_section_indicators(source_of(), consolidated)
    assert not findings
    assert [i.number for i in found] == [*map(str, range(1, 14)), "13-1", "13-2", *map(str, range(14, 30))]
    by_number = {i.number: i for i in found}
    for line in (gold / "002" / "indicators.jsonl").read_text("utf-8").splitlines():
        wanted = json.loads(line)
        if wanted["place"] == "section6":
            targets = by_number[str(wanted["number"])].targets
            assert [(t.year, t.value) for t in targets] == [(t["year"], t["value"]) for t in wanted["targets"]]

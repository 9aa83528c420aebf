"""The two languages of one invented edition, point by point."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from alone import in_this_process

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.comparison.parity import find_differences, language_pairs, points_of
from kzedu_graph.exports.tables import TABLES
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.prose import Provision
from kzedu_graph.model.records import Source, Span
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.stores import open_store

RU = '# О залах\n\n<a id="p1"></a>\n\n1. Открыть {n} залов до 1 мая 2031 года.\n\n<a id="p2"></a>\n\n2. Купить три полки, 1 250,5 тенге.\n'
KK = '# Залдар туралы\n\n<a id="p1"></a>\n\n1. 2031 жылғы 1 мамырға дейін {n} зал ашылсын.\n\n<a id="p2"></a>\n\n2. 3 сөре алынсын, 1 250,5 теңге.\n'


def extraction(text: str, lang: str, *, bearer: str | None = None, due: tuple[str, ...] = ()) -> Extraction:
    source = Source(lang, "act", lang, date(2031, 5, 5), "О залах", programme="act")
    start = text.index("1. ")
    provision = Provision(lang, "1", "requirement", "a", "a", (Span(start, start + 9),), bearer=bearer, due=due)
    return Extraction(source, text, provisions=(provision,))


@pytest.mark.parametrize(
    ("kazakh", "russian", "wanted"),
    [
        (extraction(KK.format(n="99,63"), "kk"), extraction(RU.format(n="99,8"), "ru"), ["99.63 / 99.8", "3 / –"]),
        (extraction(KK.format(n="5"), "kk"), extraction(RU.format(n="5").replace("три", "3"), "ru"), []),
        (
            extraction(KK.format(n=5), "kk", bearer="kz-moe", due=("2031-05-01",)),
            extraction(RU.format(n=5).replace("три", "3"), "ru", bearer="kz-mof", due=("2031-06-01",)),
            ["2031-05-01 / 2031-06-01", "kz-moe / kz-mof"],
        ),
        (
            extraction(KK.format(n=5), "kk", bearer="kz-moe"),
            extraction(RU.format(n=5).replace("три", "3"), "ru"),
            [],
        ),
    ],
    ids=["figures", "alike", "deadlines and bodies", "one says nobody"],
)
def test_what_two_languages_say_differently(kazakh: Extraction, russian: Extraction, wanted: list[str]) -> None:
    found = list(find_differences(kazakh, russian))
    assert [finding.words for finding, _ in found] == wanted
    for finding, quote in found:
        assert kazakh.text[quote.start : quote.end].startswith("<a id")
        assert set(finding.message) == {"kk", "ru", "en"}


def test_texts_that_are_not_divided_alike_are_not_compared() -> None:
    russian = extraction(RU.format(n=7) + "\n3. Третье 9.\n\n4. Четвертое.\n\n5. Пятое.\n", "ru")
    assert list(find_differences(extraction(KK.format(n=5), "kk"), russian)) == []


def test_points_are_anchors_numbers_and_rows() -> None:
    keys = [
        point.key
        for point in points_of(
            RU.format(n=1) + "\n<table>\n<tr><td>1</td></tr>\n<tr><td>2</td></tr>\n</table>\n\n3. Ещё.\n"
        )
    ]
    assert keys == [("p1", 1), ("p2", 1), ("row", 1), ("row", 2), ("3", 1)]


def test_pairs_are_of_one_act_and_day() -> None:
    one, other = extraction(KK, "kk"), extraction(RU, "ru")
    assert language_pairs([other, one]) == [(one, other)]
    assert language_pairs([one]) == []


def test_a_build_tells_with_both_quotes(tmp_path: Path) -> None:
    head = "---\nlanguage: {}\nact_code: '1'\nrequisite: Постановление Правительства Республики Казахстан от 5 мая 2031 года № 7\nversion_date: 2031-05-05\n---\n\n"
    files = []
    for name, lang, text in (("a", "rus", RU.format(n="99,8")), ("b", "kaz", KK.format(n="99,63"))):
        file = tmp_path / f"{name}.md"
        file.write_text(head.format(lang) + text, "utf-8")
        files.append(file)
    assert run_build(files, tmp_path / "store", in_this_process(extract_file)).build
    with open_store(str(tmp_path / "store")) as store:
        rows = [row for row in TABLES["findings"](store, "all") if row["code"] == "languages-differ"]
        assert {row["edition"].rpartition("/")[2] for row in rows} == {"ru"}
        assert all(len(row["evidence"]) == 2 for row in rows)
        query = load_gallery()["languages-differ"]
        answers = store.select(query.text)
    assert any("99,63" in row["kazakh"] and "99,8" in row["russian"] for row in answers)

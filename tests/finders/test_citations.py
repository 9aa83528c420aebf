"""Acts named in invented prose, Russian and Kazakh side by side."""

from __future__ import annotations

from datetime import date

import pytest

from extract.finders.citations import find_citations, find_mentions
from extract.readers.tabbed import read_tabbed
from kzedu_graph.records import Citation, Source
from kzedu_graph.registry import Registry

SCHOOL, LIBRARY = "Об утверждении Правил школьного сада", "Мектеп бағы қағидаларын бекіту туралы"

MENTIONS = {
    ("ru", f"согласно приказу Министра просвещения РК от 5 мая 2023 года № 77 «{SCHOOL}»."): [
        ("order", "77", date(2023, 5, 5), SCHOOL)
    ],
    ("ru", "приказ Министра просвещения № 77 от 05.05.2023 года"): [("order", "77", date(2023, 5, 5), None)],
    ("ru", 'постановлением Правительства Республики Казахстан от 1 июня 2022 года № 15-н "О саде "Алма";'): [
        ("resolution", "15-н", date(2022, 6, 1), 'О саде "Алма')
    ],
    ("ru", "Закон Республики Казахстан «О садах» от 2 марта 2011 года № 40-IV;"): [
        ("law", "40-IV", date(2011, 3, 2), "О садах")
    ],
    ("ru", "в силу Закона РК «О садах»"): [("law", None, None, "О садах")],
    ("ru", "статья 7 Лесного кодекса Республики Казахстан"): [("code", None, None, "Лесного кодекса")],
    ("ru", "приказ № 5 и закон природы"): [],
    ("kk", f'"{LIBRARY}" Қазақстан Республикасы Үкіметінің 2022 жылғы 1 маусымдағы № 15 қаулысына сәйкес'): [
        ("resolution", "15", date(2022, 6, 1), LIBRARY)
    ],
    ("kk", "ҚР Үкіметінің 13.06.2023 № 33 қаулысымен."): [("resolution", "33", date(2023, 6, 13), None)],
    ("kk", "Президентінің 2019 жылғы 19 маусымдағы № 8 Жарлығы;"): [("decree", "8", date(2019, 6, 19), None)],
    ("kk", '"Бақтар туралы" 2011 жылғы 2 наурыздағы Қазақстан Республикасының Заңы'): [
        ("law", None, date(2011, 3, 2), "Бақтар туралы")
    ],
    ("kk", '"Бақтар туралы" Қазақстан Республикасының Заңында'): [("law", None, None, "Бақтар туралы")],
    ("kk", "№ 5 бұйрық пен заңдылық"): [],
}


@pytest.mark.parametrize(("lang", "text"), MENTIONS)
def test_mentions(lang: str, text: str) -> None:
    found = find_mentions(text, lang)
    assert [(m.kind, m.number, m.date, m.title) for m in found] == MENTIONS[lang, text]
    assert all(0 <= m.start < m.end <= len(text) for m in found)


def citations(text: str, lang: str, number: str | None = None, act_date: date | None = None) -> tuple[Citation, ...]:
    source = Source("x", "x", lang, date(2024, 1, 1), "x", number=number, act_date=act_date)
    return find_citations(source, read_tabbed("x", text, lang), Registry.load())


def test_one_citation_an_act_with_all_its_places() -> None:
    text = (
        "Указано в приказе Министра просвещения Республики Казахстан от 5 мая 2023 года № 77.\n"
        f"Дополнен приказ Министра просвещения РК от 5 мая 2023 года № 77 «{SCHOOL}».\n"
        "Есть постановление Правительства Республики Казахстан от 1 июня 2022 года № 15.\n"
    )
    order, resolution = citations(text, "ru")
    assert (order.number, order.issuer, order.title, order.work) == ("77", "kz-moe", SCHOOL, "act-2023-05-05-77")
    assert [text[s.start : s.start + 6] for s in order.evidence] == ["приказ", "приказ"]
    assert (resolution.issuer, resolution.work) == ("kz-government", "P2200000015")


def test_the_texts_own_act_is_not_cited() -> None:
    text = "Постановление Правительства Республики Казахстан от 1 июня 2022 года № 15\n"
    assert len(citations(text, "ru")) == 1
    assert citations(text, "ru", "15", date(2022, 6, 1)) == ()


def test_what_stands_before_the_issuer_is_left_off() -> None:
    (found,) = citations("Ескерту. Кіріспеге өзгеріс енгізілді - ҚР Үкіметінің 13.06.2023 № 33 қаулысымен.\n", "kk")
    assert (found.issuer, found.work) == ("kz-government", "P2300000033")


def test_acts_of_the_letter(corpus: object, gold: object, request: pytest.FixtureRequest) -> None:
    """Every numbered act that was verified by hand in the letter to colleges is cited, with its date."""
    import json
    from pathlib import Path

    from extract.flow import extract_file

    (path,) = Path(str(request.getfixturevalue("corpus"))).glob("003_*")
    lines = (Path(str(request.getfixturevalue("gold"))) / "003" / "legal_acts.jsonl").read_text("utf-8").splitlines()
    found = {(c.number, str(c.date)) for c in extract_file(path, Registry.load()).citations}
    wanted = {
        (row["number"], row["date"]) for row in map(json.loads, lines) if row["number"] and row["number"].isdigit()
    }
    assert wanted - found == set()

"""Acts named in invented prose, Russian and Kazakh side by side."""

from __future__ import annotations

from datetime import date

import pytest

from extract.document.blocks import Document, Heading, Paragraph, passage_of
from extract.finders.acts.citations import find_citations
from extract.finders.acts.mentions import find_mentions
from extract.readers.tabbed import read_tabbed
from kzedu_graph.model.prose import Citation
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

SCHOOL, LIBRARY = "Об утверждении Правил школьного сада", "Мектеп бағы қағидаларын бекіту туралы"

MENTIONS = {
    ("ru", f"согласно приказу Министра просвещения РК от 5 мая 2023 года № 77 «{SCHOOL}»."): [
        ("order", "77", date(2023, 5, 5), SCHOOL)
    ],
    ("ru", "приказ Министра просвещения № 77 от 05.05.2023 года"): [("order", "77", date(2023, 5, 5), None)],
    ("ru", "приказом Министра просвещения РК от 5 мая 2023 года № ___ утверждены формы"): [
        ("order", None, date(2023, 5, 5), None)
    ],
    ("kk", "ҚР Оқу-ағарту министрінің 2023 жылғы 5 мамырдағы № ____ бұйрығымен бекітілген"): [
        ("order", None, date(2023, 5, 5), None)
    ],
    ("ru", "законами РК от 02.03.2011 № 40-IV; от 04.05.2012 № 241-VІ (вводится в действие)"): [
        ("law", "40-IV", date(2011, 3, 2), None),
        ("law", "241-VI", date(2012, 5, 4), None),
    ],
    ("ru", 'постановлением Правительства Республики Казахстан от 1 июня 2022 года № 15-н "О саде "Алма";'): [
        ("resolution", "15-н", date(2022, 6, 1), 'О саде "Алма')
    ],
    ("ru", "Закон Республики Казахстан «О садах» от 2 марта 2011 года № 40-IV;"): [
        ("law", "40-IV", date(2011, 3, 2), "О садах")
    ],
    ("ru", "в силу Закона РК «О садах»"): [("law", None, None, "О садах")],
    ("ru", "статья 7 Лесного кодекса Республики Казахстан"): [
        ("code", None, None, "Лесного кодекса Республики Казахстан")
    ],
    ("ru", "статья 3 Садового кодекса РК от 1 июля 2011 года"): [
        ("code", None, date(2011, 7, 1), "Садового кодекса РК")
    ],
    ("ru", "Кодекс Республики Казахстан «О садах (парках) и полях» от 2 марта 2011 года;"): [
        ("code", None, date(2011, 3, 2), "О садах (парках) и полях")
    ],
    ("ru", "утвержденных постановлением Правительства Республики Казахстан 25 сентября 2031 года N 1235 "): [
        ("resolution", "1235", date(2031, 9, 25), None)
    ],
    ("ru", "приказ Министра юстиции от 7 марта 2030 года № 101 «О приказе № 16 «О садах» (опубликован в «Пчеле»)"): [
        ("order", "101", date(2030, 3, 7), "О приказе № 16 «О садах")
    ],
    ("ru", "Конституцией Республики Казахстан"): [("constitution", None, None, "Конституцией Республики Казахстан")],
    ("ru", f"приказ Министра просвещения РК «{SCHOOL}» от 05.05.23 г. № 77;"): [
        ("order", "77", date(2023, 5, 5), SCHOOL)
    ],
    ("ru", f"Приказ Министра просвещения РК от 5 мая 2023 года № 77. {SCHOOL} и полей;"): [
        ("order", "77", date(2023, 5, 5), f"{SCHOOL} и полей")
    ],
    ("ru", "согласно Правил ухода за садом (приказ Министра просвещения РК от 5 мая 2023 года № 77)."): [
        ("order", "77", date(2023, 5, 5), "Правила ухода за садом")
    ],
    ("ru", "по Типовым правилам сада, поля, утвержденным приказом Министра просвещения РК от 5 мая 2023 года № 77"): [
        ("order", "77", date(2023, 5, 5), "Типовые правила сада, поля")
    ],
    ("ru", "с «Правилами ухода за садом», утвержденных приказом Министра просвещения РК от 5 мая 2023 года № 77"): [
        ("order", "77", date(2023, 5, 5), "Правила ухода за садом")
    ],
    ("ru", "перечень садов утвержден приказом Министра просвещения РК от 5 мая 2023 года № 77"): [
        ("order", "77", date(2023, 5, 5), None)
    ],
    ("ru", "Закон РК «О садах» от 2 июля 2018 года №40-УІ;"): [("law", "40-VI", date(2018, 7, 2), "О садах")],
    ("ru", "указами Президента РК от 01.02.2031 N 56 ; от 15 мая 2031 года N 593"): [
        ("decree", "56", date(2031, 2, 1), None),
        ("decree", "593", date(2031, 5, 15), None),
    ],
    ("ru", "пункт 3 Садового Кодекса Республики Казахстан"): [
        ("code", None, None, "Садового Кодекса Республики Казахстан")
    ],
    ("ru", "приказом Министра здравоохранения РК от 5 мая 2031 года № ҚР ДСМ-175/2030"): [
        ("order", "ҚР ДСМ-175/2030", date(2031, 5, 5), None)
    ],
    ("ru", "решением акима от 5 мая 2031 года № А-5/148"): [("decision", "А-5/148", date(2031, 5, 5), None)],
    ("kk", "ҚР Үкіметінің 2012.09.21 № 640 Қаулысымен"): [("resolution", "640", date(2012, 9, 21), None)],
    ("kk", "ҚР Үкiметiнiң 12.04.22 ж. № 426 қаулысымен"): [("resolution", "426", date(2022, 4, 12), None)],
    ("kk", f"«{LIBRARY}» 2031 жылғы 4 сәуірдегі № 54 Қазақстан Республикасы Үкіметінің қаулысына"): [
        ("resolution", "54", date(2031, 4, 4), LIBRARY)
    ],
    ("kk", "«Бақ туралы» 2031 жылғы 4 сәуірдегі Қазақстан Республикасы Заңының 9-бабына"): [
        ("law", None, date(2031, 4, 4), "Бақ туралы")
    ],
    ("kk", "«Бақ туралы» Қазақстан Республикасының 2031 жылғы 4 сәуірдегі Заңы"): [
        ("law", None, date(2031, 4, 4), "Бақ туралы")
    ],
    ("kk", "«Бақ туралы» Самал ауданы әкімінің 2031 жылғы 4 сәуірдегі №а-2/25 шешімі"): [
        ("decision", "а-2/25", date(2031, 4, 4), "Бақ туралы")
    ],
    ("ru", "приказ № 5 и закон природы"): [],
    ("ru", "приказ Министра просвещения РК «Об игре» без номера"): [],
    ("kk", f'"{LIBRARY}" Қазақстан Республикасы Үкіметінің 2022 жылғы 1 маусымдағы № 15 қаулысына сәйкес'): [
        ("resolution", "15", date(2022, 6, 1), LIBRARY)
    ],
    ("kk", "ҚР Үкіметінің 13.06.2023 № 33 қаулысымен."): [("resolution", "33", date(2023, 6, 13), None)],
    ("kk", "Президентінің 2019 жылғы 19 маусымдағы № 8 Жарлығы;"): [("decree", "8", date(2019, 6, 19), None)],
    ("kk", '"Бақтар туралы" 2011 жылғы 2 наурыздағы Қазақстан Республикасының Заңы'): [
        ("law", None, date(2011, 3, 2), "Бақтар туралы")
    ],
    ("kk", '"Бақтар туралы" Қазақстан Республикасының Заңында'): [("law", None, None, "Бақтар туралы")],
    ("kk", "ҚР Үкіметінің 13.06.2023 № 33; 14.07.2024 № 44 қаулыларымен."): [
        ("resolution", "33", date(2023, 6, 13), None),
        ("resolution", "44", date(2024, 7, 14), None),
    ],
    ("kk", "Қазақстан Республикасының Бақ кодексіне сәйкес"): [
        ("code", None, None, "Қазақстан Республикасының Бақ кодексіне")
    ],
    ("kk", "ҚР Конституциясына сәйкес"): [("constitution", None, None, "ҚР Конституциясына")],
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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Согласовано, протокол № 3 от 28 августа 2031 года"),
        ("kk", "Кеңестің 2031 жылғы 28 тамыздағы № 3 хаттамасы"),
    ],
)
def test_minutes_without_a_house_are_those_of_the_organisation_whose_paper_names_them(lang: str, text: str) -> None:
    def work(organisation: str | None, name: str = "x") -> str | None:
        source = Source(name, name, lang, date(2031, 9, 1), "x", organisation=organisation)
        (one,) = find_citations(source, read_tabbed("x", text, lang), Registry.load())
        return one.work

    houses = ("КГУ «Школа № 7»", "КГУ «Школа № 8»") if lang == "ru" else ("«№ 7 мектеп» КММ", "«№ 8 мектеп» КММ")
    first, second = map(work, houses)
    assert first != second
    assert first == work(houses[0], "y")
    assert str(first).startswith("act-2031-08-28-3-minutes-")
    assert work("", "x") == "act-2031-08-28-3-minutes-x"
    assert work(None) == "act-2031-08-28-3"


def test_one_citation_an_act_with_all_its_places() -> None:
    text = (
        "Указано в приказе Министра просвещения Республики Казахстан от 5 мая 2023 года № 77.\n"
        f"Дополнен приказ Министра просвещения РК от 5 мая 2023 года № 77 «{SCHOOL}».\n"
        "Есть постановление Правительства Республики Казахстан от 1 июня 2022 года № 15.\n"
    )
    order, resolution = citations(text, "ru")
    assert (order.number, order.issuer, order.title, order.work) == ("77", "kz-moe", SCHOOL, "act-2023-05-05-77-kz-moe")
    assert [text[s.start : s.start + 6] for s in order.evidence] == ["приказ", "приказ"]
    assert (resolution.issuer, resolution.work) == ("kz-government", "P2200000015")


def test_the_texts_own_act_is_not_cited() -> None:
    text = "Постановление Правительства Республики Казахстан от 1 июня 2022 года № 15\n"
    assert len(citations(text, "ru")) == 1
    assert citations(text, "ru", "15", date(2022, 6, 1)) == ()


def test_what_stands_before_the_issuer_is_left_off() -> None:
    (found,) = citations("Ескерту. Кіріспеге өзгеріс енгізілді - ҚР Үкіметінің 13.06.2023 № 33 қаулысымен.\n", "kk")
    assert (found.issuer, found.work) == ("kz-government", "P2300000033")


def test_a_number_without_a_day_is_an_act_named_fully_elsewhere() -> None:
    text = (
        "Указано в приказе МОН РК № 77, пункт 3.\n"
        "Есть приказ Министра просвещения Республики Казахстан от 5 мая 2023 года № 77 (далее – Приказ № 77).\n"
        "Нужно по ППРК №15, не по приказу № 8.\n"
    )
    order, resolution = citations(text, "ru")
    assert (order.number, order.date, len(order.evidence)) == ("77", date(2023, 5, 5), 3)
    assert (resolution.kind, resolution.number, resolution.issuer) == ("resolution", "15", "kz-government")
    assert [text[s.start : s.end] for s in resolution.evidence] == ["ППРК №15"]


def test_a_law_is_known_without_its_quotation_marks() -> None:
    (law,) = citations("Закон РК «О школьных садах».\nСогласно Закону о школьных садах растет сад.\n", "ru")
    assert (law.title, len(law.evidence)) == ("О школьных садах", 2)
    (law,) = citations("«Мектеп бағы туралы» Заң.\nМектеп бағы туралы заңда бар.\n", "kk")
    assert (law.title, len(law.evidence)) == ("Мектеп бағы туралы", 2)


NAMED = {
    ("ru", "Обучение идет по ГОСО."): ("standard", "kz-goso", None, None),
    ("ru", "Согласно Трудовому кодексу Республики Казахстан"): ("code", "kz-labour-code", None, None),
    ("ru", "по закону «Об образовании»"): ("law", "kz-law-education", None, None),
    ("ru", "Концепции «Читающий колледж» от 02 мая 2022 года"): (
        "concept",
        "kz-concept-reading-college",
        date(2022, 5, 2),
        None,
    ),
    (
        "ru",
        "В Методических рекомендациях для подготовки кадров по заявкам предприятий, утвержденных "
        "Министерством просвещения Республики Казахстан от 4 июля 2022 года.",
    ): ("guidelines", "kz-guidelines-enterprise-training-2022", date(2022, 7, 4), "kz-moe"),
    ("kk", "Еңбек кодексіне сай"): ("code", "kz-labour-code", None, None),
    ("kk", "«Жайлы мектеп» ұлттық жобасында"): ("national-project", "kz-np-comfortable-school", None, None),
}


@pytest.mark.parametrize(("lang", "text"), NAMED)
def test_acts_of_the_registry_are_known_by_their_names(lang: str, text: str) -> None:
    (found,) = citations(text + "\n", lang)
    assert (found.kind, found.work, found.date, found.issuer) == NAMED[lang, text]


@pytest.mark.parametrize(
    "told",
    [
        "ҚР Президентінің 01.02.2031 N 56, 15.05.2031 N 93 жарлықтарына сәйкес",
        "ҚР Президентінің 01.02.2031 N 56; 15.05.2031 N 93 (тәртібін 4-т. қараңыз) Жарлықтарымен.",
        'Үкіметтің 27.09.2030 N 500 "Бақтар туралы" қаулысына және ҚР Президентінің 01.02.2031 N 56, 15.05.2031 N 93 жарлықтарына сәйкес',
    ],
)
def test_a_list_names_its_issuer_once(told: str) -> None:
    decrees = [one for one in citations(told, "kk") if one.kind == "decree"]
    assert [(one.number, one.issuer, one.work) for one in decrees] == [
        ("56", "kz-president", "U3100000056"),
        ("93", "kz-president", "U3100000093"),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "work"),
    [
        ("ru", "статья 56 Уголовно-исполнительного кодекса Республики Казахстан", "kz-penal-enforcement-code"),
        ("ru", "статья 56 Уголовного кодекса", "kz-criminal-code"),
        ("kk", "Қазақстан Республикасының Қылмыстық атқару кодексіне сәйкес", "kz-penal-enforcement-code"),
        ("kk", "Қылмыстық кодекстің 56-бабы", "kz-criminal-code"),
    ],
)
def test_codes_whose_names_begin_alike_are_told_apart(lang: str, text: str, work: str) -> None:
    assert [one.work for one in citations(text, lang)] == [work]


def test_a_name_in_quotation_marks_is_no_act_whose_title_holds_it() -> None:
    assert citations("Готовит НАО «Talap», а также клуб «Жас Сарбаз».\n", "ru") == ()


def test_names_and_numbers_of_one_act_are_one_citation() -> None:
    text = "«Педагог мәртебесі туралы» Заң.\nҚР Үкіметінің 2025 жылғы 25 сәуірдегі № 271 қаулысы. № 271, 25.04.2025\n"
    law, resolution = citations(text, "kk")
    assert (law.work, resolution.work) == ("kz-law-teacher-status", "P2500000271")


def test_a_plan_that_the_text_gives_a_short_name_is_cited() -> None:
    (plan,) = citations("Есть План ухода за садом на 2022-2025 годы (далее - План) для школ.\n", "ru")
    assert (plan.kind, plan.title, plan.work) == ("plan", "План ухода за садом на 2022-2025 годы", None)


def test_a_word_for_an_act_holds_to_the_next_heading() -> None:
    text = (
        "Есть План ухода за садом на 2022-2025 годы (далее - План) для школ.\n"
        "По Плану поливают липы, по плану сада косят траву.\n"
    )
    (plan,) = citations(text, "ru")
    assert [text[s.start : s.end] for s in plan.evidence][1:] == ["Плану"]
    source = Source("x", "x", "ru", date(2024, 1, 1), "x")
    heading = "О поле"
    blocks = [*read_tabbed("x", text, "ru").blocks]
    whole = f"{text}{heading}\nПо Плану пашут.\n"
    blocks += [Heading(passage_of(whole, len(text), len(text) + len(heading)))]
    blocks += [Paragraph(passage_of(whole, len(text) + len(heading) + 1, len(whole) - 1))]
    (same,) = find_citations(source, Document("x", "ru", whole, tuple(blocks)), Registry.load())
    assert same.evidence == plan.evidence


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

"""Who does it and what it is done to in Kazakh sentences of letters, rules and agreements; all are invented."""

from __future__ import annotations

from functools import partial

import pytest
from read_duties import duties_of_text, read_duties

read = partial(read_duties, "kk")

DUTIES = [
    # A pronoun acts behind a time, a condition and what is done.
    ("Мұндай жағдайда ол бағбанға қоңырау шалып, бақ иесін шақыртады.", ["ол"], ["бақ иесін"]),
    ("Есебін олар үш күн ішінде беруге тиіс.", ["олар"], ["Есебін"]),
    ("Бақ кеңеюі мүмкін, ол қаланы безендіреді.", [None], None),
    # Whoever speaks of himself is nobody whom he chooses.
    ("Жас көшетке қамқоршы бекітеміз және оның күтімін бірге бағалаймыз.", [None, None], ["қамқоршы", "оның күтімін"]),
    ("Біз құпияны жарияламауға уағдаластық.", ["Біз"], None),
    ("Тараптар бір-біріне көшеттерді беруге келісті.", ["Тараптар"], None),
    # Names open what one may do; persons are told by what they did.
    ("Терекбаев А.С. өз көшеттерімен танысуға құқылы.", ["Терекбаев А.С."], ["өз көшеттерімен"]),
    ("Кешіккендер бақта жүгірмеуі керек.", ["Кешіккендер"], None),
    ("Құжаттар бақта жүруі керек.", [None], None),
    ("Мейірбике екпесі жоқ балаларды бақшаға кіргізбейді.", ["Мейірбике"], ["екпесі жоқ балаларды"]),
    ("Ата-ана баласын бақтан алып кетеді.", ["Ата-ана"], None),
    ("Мүше шыққысы келсе, өтінішті екі апта бұрын береді.", ["Мүше"], ["өтінішті"]),
    ("Шаруашылық көшеттерді тегін береді.", ["Шаруашылық"], ["көшеттерді"]),
    ("Бағбан егіс көлемін қайта есептейді.", ["Бағбан"], ["егіс көлемін"]),
    # Whom nothing is asked of, and who need not ask.
    ("Көршілерден жазбаша келісім сұраудың қажеті жоқ.", [None], ["жазбаша келісім"]),
    ("Сатып алушы иенің рұқсатын алуы қажет емес.", ["Сатып алушы"], None),
    ("Балаларға улы гүл беруге тыйым салынады.", [None], None),
    # What is done to something behind a particle, a strict word, a helping verb.
    ("Бақта қоқысты жағуға да болмайды.", [None], ["қоқысты"]),
    ("Өзгенің атынан көшет сатуға қатаң тыйым салынады.", [None], ["көшет"]),
    ("Оқушы кіру жарнасын төлеуден босатылады.", ["Оқушы"], ["кіру жарнасын"]),
    ("Журналға сурет тіркеудің қажеті жоқ.", [None], ["сурет"]),
    ("Келуші күзетшіге билетін көрсетіп кіреді.", ["Келуші"], ["билетін"]),
    ("Бағбандардың көшеттерден сыйлық талап етуіне жол берілмейді.", ["Бағбандардың"], ["сыйлық"]),
    ("Әкімшілік шартты біржақты бұзуға хақылы.", ["Әкімшілік"], ["шартты"]),
]


@pytest.mark.parametrize(("text", "bearers", "things"), DUTIES)
def test_bearers_and_things(text: str, bearers: list[str | None], things: list[str | None] | None) -> None:
    found = read(text)
    assert [bearer for bearer, _, _ in found] == bearers
    if things is not None:
        assert [thing for _, _, thing in found] == things


def test_tasks_given_in_minutes_are_laid_on_whom_they_name() -> None:
    text = """№ 3 ХАТТАМА

ТЫҢДАЛДЫ:
А. Садов гүлзардың жайын баяндады.

ТАПСЫРМАЛАР БЕРІЛДІ:

1. Бақ бөліміне көшеттерді санау тапсырылсын.
"""
    assert [bearer for _, bearer, _ in duties_of_text("kk", text)] == ["Бақ бөліміне"]


def test_a_name_in_capitals_leads_in_its_point_and_a_command_needs_no_mark() -> None:
    text = """БҰЙРЫҚ

Бақты күту туралы

БҰЙЫРАМЫН:

1. БАҒБАН С.САДОВ. Бақтың қақпасы кешке құлыпталсын. Бақтағы сынған орындық алынып тасталсын.

2. Күзетшілерге:
- қақпа жабылсын
- гүлзар қоршалсын.
"""
    assert [(bearer, deed) for _, bearer, deed in duties_of_text("kk", text)] == [
        ("БАҒБАН С.САДОВ", "Бақтың қақпасы кешке құлыпталсын"),
        ("БАҒБАН С.САДОВ", "Бақтағы сынған орындық алынып тасталсын"),
        ("Күзетшілерге", "қақпа жабылсын"),
        ("Күзетшілерге", "гүлзар қоршалсын"),
    ]


def test_a_part_of_a_text_binds_nobody() -> None:
    text = """БАҚ ЕРЕЖЕСІ

Жалпы бөлім
Бақтың қағаз жоспарын жаңартып отыруға бағбан жауапты.
"""
    assert all(bearer != "Жалпы бөлім" for _, bearer, _ in duties_of_text("kk", text))

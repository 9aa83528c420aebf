"""Kazakh lists that share one verb, or whom their lead-in names; all text is invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

RULES = "# Бақты күту қағидалары\n\n"
ORDER = "# Бақтар туралы\n\nБҰЙЫРАМЫН:\n\n"


def test_items_that_act_take_the_deed_of_their_lead_in_and_the_verb_of_the_last() -> None:
    text = "3. Бақты күтуге:\n\n1) бақ бөлімі;\n\n2) қаладағы мектептер;\n\n3) жергілікті атқарушы органдар қатысады.\n"
    assert duties_of(RULES + text) == [
        ("requirement", "бақ бөлімі", "Бақты күтуге қатысады"),
        ("requirement", "қаладағы мектептер", "Бақты күтуге қатысады"),
        ("requirement", "жергілікті атқарушы органдар", "Бақты күтуге қатысады"),
    ]


def test_items_are_those_who_do_what_the_lead_in_says() -> None:
    text = "3. Көшеттерді есепке алуды мыналар жүргізеді:\n\n1) мектептер;\n\n2) колледждер (бұдан әрі – ұйымдар).\n"
    assert duties_of(RULES + text) == [
        ("requirement", "мектептер", "Көшеттерді есепке алуды жүргізеді"),
        ("requirement", "колледждер", "Көшеттерді есепке алуды жүргізеді"),
    ]


def test_things_below_such_a_lead_in_do_nothing() -> None:
    text = "3. Бақ құрамына мыналар кіреді:\n\n1) жолдар;\n\n2) мектептер.\n"
    assert duties_of(RULES + text) == []


def test_items_of_kinds_of_persons_take_who_and_the_verb_from_the_last() -> None:
    text = "3. Бақты күтуге:\n\n1) есепте тұрған;\n\n2) бақты бұзған азаматтар жіберілмейді.\n"
    assert [(bearer, deed) for _, bearer, deed in duties_of(RULES + text)] == [
        ("есепте тұрған азаматтар", "жіберілмейді"),
        ("бақты бұзған азаматтар", "жіберілмейді"),
    ]


def test_items_by_which_something_is_done_take_the_verb() -> None:
    text = "3. Бақшылар өз жұмысын:\n\n1) көшет егу;\n\n2) бақты қоршау арқылы жүргізеді.\n"
    assert [(bearer, deed) for _, bearer, deed in duties_of(RULES + text)] == [
        ("Бақшылар", "көшет егу арқылы жүргізеді"),
        ("Бақшылар", "бақты қоршау арқылы жүргізеді"),
    ]


def test_the_last_line_of_a_list_without_marks_may_open_in_capitals() -> None:
    text = "3. Бақшының функциялары:\n\nкөшеттерді егеді;\n\nЖолдарды тазалайды.\n\nБақ көктемде ашылады.\n"
    assert duties_of(RULES + text)[:2] == [
        ("requirement", "Бақшының", "көшеттерді егеді"),
        ("requirement", "Бақшының", "Жолдарды тазалайды"),
    ]
    assert all(bearer != "Бақшының" for _, bearer, _ in duties_of(RULES + text)[2:])


def test_a_row_is_laid_on_several_by_one_verb() -> None:
    text = (
        "1. Ауыл шаруашылығы министрлігіне көшеттерді анықтау, жерін тексеру;\n\n"
        "Денсаулық сақтау министрлігіне тұқымдарды тексеруге жіберу;\n\n"
        "Еңбек министрлігіне және оның аумақтық органдарына бақшылардың жағдайын зерделеу жүктелсін.\n"
    )
    assert duties_of(ORDER + text) == [
        ("requirement", "Ауыл шаруашылығы министрлігіне", "көшеттерді анықтау, жерін тексеру"),
        ("requirement", "Денсаулық сақтау министрлігіне", "тұқымдарды тексеруге жіберу"),
        ("requirement", "Еңбек министрлігіне және оның аумақтық органдарына", "бақшылардың жағдайын зерделеу"),
    ]


def test_what_items_say_is_told_to_those_in_the_dative() -> None:
    text = (
        "1. Қалалық бақ басқармаларына, мектептердің бастықтарына:\n\n"
        "1.1. Көшеттерді суару қамтамасыз етілсін.\n\n1.2. Көшеттерді есепке алуды ұйымдастырсын.\n\n"
        "1.3. Бақ бөлімінің басшылары жұмыс жүргізсін.\n"
    )
    told = "Қалалық бақ басқармаларына, мектептердің бастықтарына"
    assert [bearer for _, bearer, _ in duties_of(ORDER + text)] == [told, told, "Бақ бөлімінің басшылары"]


def test_bans_below_the_dative_keep_to_whom_they_are_told() -> None:
    text = "3. Бақшыларға:\n\n1) бақта куәгер болуға;\n\n2) көшеттерді кесуге тыйым салынады.\n"
    assert [bearer for _, bearer, _ in duties_of(RULES + text)] == ["Бақшыларға", "Бақшыларға"]


def test_an_owner_before_brackets_is_of_the_body_behind_them() -> None:
    text = "3. Ауданның (облыстық маңызы бар қаланың) жергілікті атқарушы органы өтінімді он күнде қарайды.\n"
    assert duties_of(RULES + text) == [
        (
            "requirement",
            "Ауданның (облыстық маңызы бар қаланың) жергілікті атқарушы органы",
            "өтінімді он күнде қарайды",
        )
    ]


def test_tasks_of_a_list_are_named_by_the_verb_behind_the_last() -> None:
    text = "3. Бақ кеңесінің міндеттері:\n\n1) көшеттерді күту;\n\n2) жолдарды тазалау болып табылады.\n"
    assert duties_of(RULES + text) == [
        ("requirement", "Бақ кеңесінің", "көшеттерді күту"),
        ("requirement", "Бақ кеңесінің", "жолдарды тазалау"),
    ]


def test_directions_of_work_bind_nobody_by_name() -> None:
    text = "3. Осы жұмыстардың негізгі бағыттары:\n\nақпарат тарату;\n\nүміткерлерді іздестіру болып табылады.\n"
    assert duties_of(RULES + text) == [
        ("requirement", None, "ақпарат тарату"),
        ("requirement", None, "үміткерлерді іздестіру"),
    ]


def test_things_of_a_list_are_done_the_same_by_the_verb_behind_the_last() -> None:
    text = "3. Өтінішке:\n\n1) жеке куәліктің көшірмесі;\n\n2) сынақ туралы анықтама қоса беріледі.\n"
    assert [deed for _, _, deed in duties_of(RULES + text)] == [
        "жеке куәліктің көшірмесі қоса беріледі",
        "сынақ туралы анықтама қоса беріледі",
    ]


def test_what_is_asked_below_may_name_nobody() -> None:
    text = "3. Көшет егу кезінде мынадай талаптар сақталады:\n\nтопырақты қопсытады;\n\nтамырды тазалайды.\n"
    assert [(bearer, deed) for _, bearer, deed in duties_of(RULES + text)] == [
        (None, "топырақты қопсытады"),
        (None, "тамырды тазалайды"),
    ]


def test_what_ends_or_goes_on_by_itself_is_no_duty() -> None:
    assert duties_of(RULES + "3. Шарттың күші жойылады. Шарт бес жылға өздігінен ұзартылады.\n") == []


def test_rights_behind_the_last_item_are_of_every_item() -> None:
    text = (
        "3. Шартта аталғаннан бөлек, бақ жұмыскерлерінің мынаған да:\n\n1) еңбегінің құрметтелуіне;"
        "\n\n2) жалақыға, азық-түлікке;\n\n3) бақта демалуға құқықтары бар.\n"
    )
    assert duties_of(RULES + text) == [
        ("permission", "бақ жұмыскерлерінің", "еңбегінің құрметтелуіне құқықтары бар"),
        ("permission", "бақ жұмыскерлерінің", "жалақыға, азық-түлікке құқықтары бар"),
        ("permission", "бақ жұмыскерлерінің", "бақта демалуға құқықтары бар"),
    ]


def test_brackets_may_stand_before_the_ban_that_closes_a_list() -> None:
    text = "3. Бақтың аумағында:\n\n1) шатыр құруға;\n\n2) көшеттен жақын өтуге (жолдың астында) жол берілмейді.\n"
    assert [modality for modality, _, _ in duties_of(RULES + text)] == ["prohibition", "prohibition"]


def test_several_tasks_of_one_item_are_a_deed_each() -> None:
    text = (
        "3. Бақ кеңесінің функциялары:\n\n1) бақтың есебін жүргізу, көшеттердің сақталуын қадағалау;\n\n"
        "2) жол шығындарын өтеу, бағбандарды құралдармен және киіммен қамтамасыз ету;\n\n3) бақты күту және суару.\n"
    )
    assert sorted(deed or "" for _, _, deed in duties_of(RULES + text)) == [
        "бағбандарды құралдармен және киіммен қамтамасыз ету",
        "бақты күту және суару",
        "бақтың есебін жүргізу",
        "жол шығындарын өтеу",
        "көшеттердің сақталуын қадағалау",
    ]


@pytest.mark.parametrize(
    ("lead", "modality", "deed"),
    [
        ("Көшет алуда басымдыққа ие болады", "permission", "Көшет алуда басымдыққа ие болады"),
        ("Ақы төлеуден босатылады", "permission", "Ақы төлеуден босатылады"),
        ("Көшет байқауына қатыса алады", "permission", "Көшет байқауына қатыса"),
        ("Жолды тазалауға міндетті", "requirement", "Жолды тазалауға"),
    ],
)
def test_the_items_of_a_lead_in_that_names_nobody_are_who_does_it(lead: str, modality: str, deed: str) -> None:
    text = f"3. {lead}:\n\n1) жетім балалар;\n\n2) бақ қызметкерлері.\n"
    assert duties_of(RULES + text) == [
        (modality, "жетім балалар", deed),
        (modality, "бақ қызметкерлері", deed),
    ]


def test_the_items_of_a_lead_in_that_names_somebody_are_not_who_does_it() -> None:
    text = "3. Бақ бөлімі шақыруға құқылы:\n\n1) ата-аналар;\n\n2) дәрігерлер.\n"
    assert {bearer for _, bearer, _ in duties_of(RULES + text)} <= {None, "Бақ бөлімі"}


def test_a_lead_in_in_the_locative_names_who_does_what_its_items_say() -> None:
    text = "3. Көшет өсіру үшін мектептерде:\n\n1) топырақты қопсытады;\n\n2) қашықтан кеңес беруді ұйымдастырады.\n"
    assert duties_of(RULES + text) == [
        ("requirement", "мектептерде", "топырақты қопсытады"),
        ("requirement", "мектептерде", "қашықтан кеңес беруді ұйымдастырады"),
    ]
    text = "3. Мектептерде:\n\n1) бағбан топырақты қопсытады;\n\n2) директор көшетті таңдайды.\n"
    assert [bearer for _, bearer, _ in duties_of(RULES + text)] == ["бағбан", "директор"]


def test_kinds_of_those_whom_a_lead_in_tells_of_are_no_duties() -> None:
    text = (
        "3. Көшет бағбандардың мынадай санаттарына беріледі:\n\n1) жаңадан келгендер;\n\n2) ұзақ демалыстағы адамдар.\n"
    )
    assert [deed for *_, deed in duties_of(RULES + text)] == ["Көшет бағбандардың мынадай санаттарына беріледі"]
    text = "3. Бақта келесі қызметтері бар бөлім құрылады:\n\n1) көшет егу;\n\n2) тұқым іріктеу.\n"
    assert [deed for *_, deed in duties_of(RULES + text)] == ["Бақта келесі қызметтері бар бөлім құрылады"]


def test_items_that_somebody_can_do_take_the_last_ones_word_for_it() -> None:
    text = "3. Бағбан:\n\n1) жоспармен таныса;\n\n2) өз пікірін білдіре;\n\n3) кеңеске шағым бере алады.\n"
    assert duties_of(RULES + text) == [
        ("permission", "Бағбан", "жоспармен таныса"),
        ("permission", "Бағбан", "өз пікірін білдіре"),
        ("permission", "Бағбан", "кеңеске шағым бере"),
    ]


def test_headings_that_name_somebody_bind_him_in_sentences_without_a_subject() -> None:
    text = "## 1. Мектеп не істейді\n\n1.1. Бақты күн сайын суарады.\n\n## 2. Бағбан\n\n2.1. Көшеттерді қатарлап егеді.\n\n## 3. Бақ\n\n3.1. Гүлдерді егеді.\n"
    assert duties_of(RULES + text)[:2] == [
        ("requirement", "Мектеп", "Бақты суарады"),
        ("requirement", "Бағбан", "Көшеттерді қатарлап егеді"),
    ]
    assert not [bearer for _, bearer, deed in duties_of(RULES + text) if bearer == "Бақ"]


def test_things_that_wait_take_the_verb_of_the_last_item() -> None:
    text = (
        "3. Бақ комиссиясы:\n\n1) сызбалардың толықтығын;\n\n2) шығынның негізділігін;\n\n3) суару кестесін қарайды.\n"
    )
    assert duties_of(RULES + text) == [
        ("requirement", "Бақ комиссиясы", "сызбалардың толықтығын қарайды"),
        ("requirement", "Бақ комиссиясы", "шығынның негізділігін қарайды"),
        ("requirement", "Бақ комиссиясы", "суару кестесін қарайды"),
    ]


def test_things_take_the_deed_of_the_last_item_with_what_binds_to_it() -> None:
    text = "3. Бақта:\n\n1) ашық шамды;\n\n2) ақаулы сымдарды пайдалануға тыйым салынады.\n"
    assert duties_of(RULES + text) == [
        ("prohibition", None, "ашық шамды пайдалануға тыйым салынады"),
        ("prohibition", None, "ақаулы сымдарды пайдалануға тыйым салынады"),
    ]
    text = "3. Бағбан:\n\n1) көшетті;\n\n2) құралды тексеруге міндетті.\n"
    assert [deed for *_, deed in duties_of(RULES + text)] == ["көшетті тексеруге", "құралды тексеруге"]
    text = "3. Бағбан:\n\n1) көшет егуге;\n\n2) құралды тексеруге міндетті.\n"
    assert [deed for *_, deed in duties_of(RULES + text)] == ["көшет егуге", "құралды тексеруге"]


def test_what_others_do_is_seen_to_by_the_verb_of_the_lead_in() -> None:
    text = "3. Бағбан мыналарды қадағалайды:\n\n1) көшеттердің суарылуын;\n\n2) балалардың егіске қатысуын.\n"
    assert duties_of(RULES + text) == [
        ("requirement", "Бағбан", "көшеттердің суарылуын қадағалайды"),
        ("requirement", "Бағбан", "балалардың егіске қатысуын қадағалайды"),
    ]
    text = "3. Бағбан мыналарды жүзеге асырады:\n\n1) көшеттерді суаруды;\n\n2) жолды тазалауды.\n"
    assert [deed for *_, deed in duties_of(RULES + text)] == ["көшеттерді суаруды", "жолды тазалауды"]


def test_criteria_and_figures_are_no_deeds() -> None:
    text = (
        "3. Көшеттер тізімге мынадай өлшемшарттар негізінде енгізіледі:\n\n1) биіктігі;\n\n2) жемісінің толық болуы.\n"
    )
    assert duties_of(RULES + text) == [
        ("requirement", None, "Көшеттер тізімге мынадай өлшемшарттар негізінде енгізіледі")
    ]
    text = "3. Есеп мынадай негізгі көрсеткіштер бойынша жүргізіледі:\n\n1) көшет саны;\n\n2) жеміс салмағы.\n"
    assert duties_of(RULES + text) == [("requirement", None, "Есеп мынадай негізгі көрсеткіштер бойынша жүргізіледі")]

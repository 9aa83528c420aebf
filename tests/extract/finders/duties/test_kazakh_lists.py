"""Lists of contracts, statutes and rules of posts in Kazakh, and who is named in points of orders; all text is invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

from extract.finders.duties.grammar.words import read_words
from tests.read_duties import read_duties

CONTRACT = """# Бақты күту туралы шарт

2. Тараптардың міндеттері

2.1. Орындаушы міндеттенеді:

1) көшеттерді уақытылы суару;

2) бақты қоршауға.

2.2. Тапсырыс беруші міндеттенеді:

- көшеттің құнын төлеуге;

- су беруге.

2.3. Жалға алушы міндеттенеді: бақты тазалау.

2.4. Жалға берушінің құқықтары:

1) бақты тексеру.
"""
POSTS = """# Бақ қызметкерлерінің нұсқаулығы

5. Аға бағбан бақ директорына бағынады. Ол:

1) бақтың жай-күйіне;

2) көшеттердің есебіне жауап береді.

6. Кезекші бағбанға жүктеледі:

1) бақты күзету;

2) кілттерді сақтау.

7. Бағбанның негізгі міндеттері болып табылады:

1) көшет өсіру.

8. Бақ кеңесі өз міндеттеріне сәйкес мынадай функцияларды орындайды:

1) жобаларды қарау.

9. Бағбанның мынадай өкілеттіктері бар:

1) құралдарды бөлу.

10. Күзетші:

1) құралдардың сақталуы үшін;

2) есіктің жабылуы үшін жеке жауапты.
"""


def test_what_a_contract_binds_each_side_to() -> None:
    assert duties_of(CONTRACT) == [
        ("requirement", "Орындаушы", "көшеттерді уақытылы суару"),
        ("requirement", "Орындаушы", "бақты қоршауға"),
        ("requirement", "Тапсырыс беруші", "көшеттің құнын төлеуге"),
        ("requirement", "Тапсырыс беруші", "су беруге"),
        ("requirement", "Жалға алушы", "бақты тазалау"),
        ("permission", "Жалға берушінің", "бақты тексеру"),
    ]


def test_what_rules_of_posts_list() -> None:
    assert duties_of(POSTS) == [
        ("requirement", "Аға бағбан", "бақ директорына бағынады"),
        ("requirement", "Аға бағбан", "бақтың жай-күйіне жауап береді"),
        ("requirement", "Аға бағбан", "көшеттердің есебіне жауап береді"),
        ("requirement", "Кезекші бағбанға", "бақты күзету"),
        ("requirement", "Кезекші бағбанға", "кілттерді сақтау"),
        ("requirement", "Бағбанның", "көшет өсіру"),
        ("requirement", "Бақ кеңесі", "жобаларды қарау"),
        ("permission", "Бағбанның", "құралдарды бөлу"),
        ("requirement", "Күзетші", "құралдардың сақталуы үшін жеке жауапты"),
        ("requirement", "Күзетші", "есіктің жабылуы үшін жеке жауапты"),
    ]


def test_points_of_two_numbers_stand_over_those_of_one_bracket() -> None:
    act = "# Правила сада\n\n2.1. Сторож обязан:\n\n1) запирать ворота;\n\n2) вести журнал.\n\n2.2. Садовник поливает сад.\n"
    assert [bearer for _, bearer, _ in duties_of(act)] == ["Сторож", "Сторож", "Садовник"]


ORDER = """# Бақтар туралы

Орман облысы әкімінің 2031 жылғы 3 мамырдағы № 56 шешімі

Орман облысының әкімі ШЕШІМ ЕТТІ:

1. Аудан әкімдері:

1) көшет отырғызсын;

2) Гүл және бақ департаменті (С. Садов) ережені әзірлесін.
"""


def test_an_item_that_names_its_own_body_is_not_of_the_lead_in() -> None:
    assert [(bearer, deed) for _, bearer, deed in duties_of(ORDER)] == [
        ("Аудан әкімдері", "көшет отырғызсын"),
        ("Гүл және бақ департаменті (С. Садов)", "ережені әзірлесін"),
    ]


PARTIES = [
    # A noun beside its own plural in brackets.
    ("instruction", "Жоспарды сарапшы (сарапшылар) қарайды.", ["сарапшы (сарапшылар)"]),
    ("instruction", "Сарапшыға (сарапшыларға) жоспарды қарау ұсынылады.", ["Сарапшыға (сарапшыларға)"]),
    ("instruction", "Бақ иесі (иелері) көшеттерді суарады.", ["Бақ иесі (иелері)"]),
    ("instruction", "Көшет алушы(лар) өтінім береді.", ["Көшет алушы(лар)"]),
    # Names in brackets behind a body in the bare singular, several of them, and behind what is of a ministry.
    ("enacting", "Гүлді басқарма (Б.Садов), Бақ бөлімі (М.Липов) есеп берсін.", ["Гүлді басқарма (Б.Садов), Бақ бөлімі (М.Липов)"]),
    ("enacting", "Бақ министрлігі орта оқу орындарының басшылары (С.Садов, М.М.Липов, Е.О.Гүлов) есеп берсін.",
     ["Бақ министрлігі орта оқу орындарының басшылары (С.Садов, М.М.Липов, Е.О.Гүлов)"]),
    # What is laid on somebody behind what something is.
    ("instruction", "Бақты күту жұмысы қызметтің негізі болып табылады және бөлім басшыларына жүктеледі.", ["бөлім басшыларына"]),
    # Whom a condition without a comma is followed by.
    ("instruction", "Көшет солса немесе суы таусылса бағбан сигнал береді.", ["бағбан"]),
    # On whom something is laid besides what something else is about.
    ("instruction", "Орманшылар мен бағбандарға бақ күту жөніндегі міндеттерінен өзге мынадай жұмыстар жүктеледі: ағаш егу.",
     ["Орманшылар мен бағбандарға"]),
    # One of several.
    ("instruction", "Тараптардың әрқайсысы шығыстарды төлейді.", ["Тараптардың әрқайсысы"]),
    # Trades that no ending tells.
    ("instruction", "Суға түскенде сүңгуір жарақты тексереді.", ["сүңгуір"]),
    ("instruction", "Қамтамасыз етуші сүңгуір жіпті ұстайды.", ["Қамтамасыз етуші сүңгуір"]),
    ("instruction", "Механик қозғалтқышты сөндіреді.", ["Механик"]),
]  # fmt: skip


@pytest.mark.parametrize(("mood", "text", "bearers"), PARTIES)
def test_whom_a_sentence_names(mood: str, text: str, bearers: list[str]) -> None:
    assert [bearer for bearer, *_ in read_duties("kk", text, mood)] == bearers


def test_brackets_that_tell_more_than_the_plural_stay() -> None:
    text = "Сарапшы (маман) және орган (органның басшысы) келеді."
    assert len(read_words(text, "kk")) == 13


CLAUSES = [
    ("Бағбандар журналға қол қояды, журнал тігіледі.", ["журналға қол қояды", "журнал тігіледі"]),
    ("Кеңес отырыс өткізеді және хаттама ресімделеді.", ["отырыс өткізеді", "хаттама ресімделеді"]),
    ("Факт басшыға хабарланады және бағбан бақтан шығады.", ["бақтан шығады", "Факт басшыға хабарланады"]),
]


@pytest.mark.parametrize(("text", "deeds"), CLAUSES)
def test_a_clause_with_a_thing_of_its_own_is_another_deed(text: str, deeds: list[str]) -> None:
    assert [deed for _, deed, _ in read_duties("kk", text)] == deeds


STATUTE = """# Бақ министрлігінің мәселелері

Қазақстан Республикасының Үкіметі қаулы етеді:

1. Ереже бекітілсін.

## Бақ министрлігі туралы Ереже 1. Жалпы ережелер

12. Министрліктің функциялары мыналар болып табылады:

    1) бақтарды тіркеу саласында:

       бақтардың тізілімін жүргізу; <*>

       көшеттерді тіркеу; <*>

    2) сараптама саласында:

       көшеттерді тексеру. <*>
"""


def test_lines_without_marks_are_below_all_lead_ins_above_them() -> None:
    assert duties_of(STATUTE) == [
        ("requirement", "Министрліктің", "бақтардың тізілімін жүргізу"),
        ("requirement", "Министрліктің", "көшеттерді тіркеу"),
        ("requirement", "Министрліктің", "көшеттерді тексеру"),
    ]


def test_marks_of_changes_are_no_words_of_the_act() -> None:
    act = "# Правила сада\n\n2. Сторож обязан:\n\nзапирать ворота; <*>\n\nвести журнал. <*>\n"
    assert [deed for _, _, deed in duties_of(act)] == ["запирать ворота", "вести журнал"]


def test_who_is_taken_up_with_a_colon_is_whom_the_sentence_before_binds() -> None:
    act = "# Пост нұсқаулығы\n\n3. Пост бастығы тәртіпке жауап береді. Ол: күзетшілерді тағайындауға міндетті.\n"
    assert [(bearer, deed) for _, bearer, deed in duties_of(act)] == [
        ("Пост бастығы", "тәртіпке жауап береді"),
        ("Пост бастығы", "күзетшілерді тағайындауға"),
    ]

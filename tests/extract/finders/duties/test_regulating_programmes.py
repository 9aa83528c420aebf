"""Programmes that regulate: who has a part in them, within which term, and where their reports of what is end."""

from __future__ import annotations

import pytest
from read_duties import duties_of_text, read_duties

RUSSIAN = """# Программа «Розы»

## 3. Поддержка мастеров

"""
KAZAKH = """# Бақ бағдарламасы

## 3. Бағбандарды қолдау

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Оператор Программы ведет учет роз.", ("Оператор Программы", "ведет учет роз")),
        (
            "Порядок выдачи роз утверждает уполномоченный орган.",
            ("уполномоченный орган", "Порядок выдачи роз утверждает"),
        ),
        ("Школа в течение десяти рабочих дней рассматривает заявку.", ("Школа", "рассматривает заявку")),
    ],
)
def test_who_has_a_part_in_a_russian_programme_is_bidden(text: str, expected: tuple[str, str]) -> None:
    assert duties_of_text("ru", RUSSIAN + text) == [("requirement", *expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Школы ведут учет роз.",
        "Участники программы получают новые знания.",
        "Оператор работает с 40 садами.",
        "Сады, которые поддерживает оператор, дают людям тень.",
        "Сейчас операторы предоставляют 40 услуг.",
        "Комиссии работают в 20 областях.",
    ],
)
def test_what_is_in_a_russian_programme_bids_nobody(text: str) -> None:
    assert duties_of_text("ru", RUSSIAN + text) == []


def test_a_section_that_regulates_bids_by_all_its_sentences() -> None:
    text = """1. Оператор Программы ведет учет роз.

2. Заявитель подает заявку оператору.

3. Розы выдаются мастерам осенью.

4. Функции оператора:

1) учет роз;

2) обучение мастеров.

## 4. Сады страны

Розы выращиваются в каждом саду.
"""
    assert [deed for _, _, deed in duties_of_text("ru", RUSSIAN + text)] == [
        "ведет учет роз",
        "подает заявку оператору",
        "Розы выдаются мастерам осенью",
        "учет роз",
        "обучение мастеров",
    ]


def test_one_part_among_many_sentences_makes_no_section_regulate() -> None:
    told = "Розы выращиваются в каждом саду.\n\n" * 8
    assert len(duties_of_text("ru", RUSSIAN + told + "Оператор ведет учет роз.\n\nЗаявитель подает заявку.\n")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Бақ операторы көшет қорын жүргізеді.", ("requirement", "Бақ операторы", "көшет қорын жүргізеді")),
        ("Көшет тәртібін уәкілетті орган бекітеді.", ("requirement", "уәкілетті орган", "Көшет тәртібін бекітеді")),
        ("Банк он жұмыс күні ішінде өтінімді қарайды.", ("requirement", "Банк", "өтінімді қарайды")),
        ("Мектептер бақ күтуді ұйымдастырады.", ("commitment", "Мектептер", "бақ күтуді ұйымдастырады")),
    ],
)
def test_who_has_a_part_in_a_kazakh_programme_is_bidden(text: str, expected: tuple[str, str, str]) -> None:
    assert duties_of_text("kk", KAZAKH + text) == [expected]


def test_who_may_take_part_in_a_programme() -> None:
    assert read_duties("kk", "Жас бағбандар бағдарлама қатысушылары бола алады.", "plan")[0][0] == "Жас бағбандар"
    assert read_duties("kk", "Бақтар жақсы үлгі бола алады.", "plan") == []
    assert read_duties("ru", "Участниками Программы могут стать мастера.", "plan")[0][0] == "мастера"
    assert read_duties("ru", "Мастера могут стать участниками Программы.")[0][0] == "Мастера"
    assert read_duties("ru", "Примером могут стать мастера.", "plan") == []


def test_a_report_ends_with_the_heading_behind_an_introduction() -> None:
    text = "# Бақ бағдарламасы\n\n## Кіріспе\n\nКөшеттер егіледі.\n\n## Бағбандарды қолдау\n\nКөшеттер таратылады.\n"
    assert [deed for _, _, deed in duties_of_text("kk", text)] == ["Көшеттер таратылады"]
    state = "# Бақ бағдарламасы\n\n## Кіріспе\n\n## Бақтардың жай-күйі\n\nКөшеттер таратылады.\n"
    assert duties_of_text("kk", state) == []
    deeper = "# Бақ бағдарламасы\n\n## Кіріспе\n\n### Бақтар\n\nКөшеттер таратылады.\n"
    assert duties_of_text("kk", deeper) == []


def test_a_report_ends_with_the_chapter_behind_it() -> None:
    begin = "# Бақ бағдарламасы\n\n## 2-бөлім. Бақтың жай-күйін талдау\n\nКөшеттер егіледі.\n\n"
    own = begin + "## Ескі бақтар\n\nКөшеттер өсіріледі.\n"
    assert duties_of_text("kk", own) == []
    behind = begin + "## 3-бөлім. Бақ саясаты\n\nКөшеттер таратылады.\n"
    assert [deed for _, _, deed in duties_of_text("kk", behind)] == ["Көшеттер таратылады"]
    direction = begin + "#### Екінші бағыт: көшет өсіру\n\nКөшеттер таратылады.\n"
    assert [deed for _, _, deed in duties_of_text("kk", direction)] == ["Көшеттер таратылады"]


def test_what_is_done_at_a_doing_is_one_duty_with_its_list() -> None:
    text = "# Правила полива\n\nМастера принимают участие в заседаниях совета при рассмотрении:\n\n1) планов полива;\n\n2) цен на розы.\n"
    assert len(duties_of_text("ru", text)) == 1


def test_who_decides_stands_behind_what_he_decides() -> None:
    told = read_duties("ru", "В период между собраниями совета вопросы полива решает рабочий орган совета.")
    assert told == [("рабочий орган совета", "вопросы полива решает", "вопросы полива")]


def test_a_council_acts_behind_a_genitive() -> None:
    told = read_duties("ru", "О повестке дня сессии маслихат принимает решение.")
    assert told[0][0] == "маслихат"


def test_the_voice_of_members_is_no_duty_of_theirs() -> None:
    assert read_duties("ru", "Члены совета обладают равными голосами.") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Действующая система ухода за садами",
        "Реализуемые меры поддержки мастеров",
        "SWOT-анализ",
        "Видение развития садов",
        "Подходы и принципы поддержки",
        "Миссия и роль садов",
        "Риски реализации Программы",
        "Паспорт Программы",
        "Международное сотрудничество",
        "О садах",
    ],
)
def test_no_part_bids_below_a_heading_that_describes(heading: str) -> None:
    told = "Оператор ведет учет роз.\n\nЗаявитель подает заявку.\n\nКомиссия отбирает сады.\n"
    introduced = f"# Программа «Розы»\n\n## 1. Введение\n\n## {heading}\n\n{told}"
    assert duties_of_text("ru", introduced) == []
    assert duties_of_text("ru", f"# Программа «Розы»\n\n## {heading}\n\n{told}") == []
    deeper = f"# Программа «Розы»\n\n## Видение садов\n\n### Поддержка мастеров\n\n{told}"
    assert duties_of_text("ru", deeper) == []


@pytest.mark.parametrize("heading", ["Қолданыстағы бақ күту жүйесі", "Тәуекелдер", "Бақ бағдарламасының паспорты"])
def test_no_part_bids_below_a_kazakh_heading_that_describes(heading: str) -> None:
    told = "Бақ операторы көшет қорын жүргізеді.\n\nКөшет тәртібін уәкілетті орган бекітеді.\n"
    moods = [mood for mood, *_ in duties_of_text("kk", f"# Бақ бағдарламасы\n\n## {heading}\n\n{told}")]
    assert "requirement" not in moods
    assert duties_of_text("kk", f"# Бақ бағдарламасы\n\n## 1. Кіріспе\n\n## 2. {heading}\n\n{told}") == []


@pytest.mark.parametrize("name", ["Раздел", "Глава"])
def test_a_plain_line_that_says_what_part_it_opens_is_a_heading(name: str) -> None:
    text = f"""Программа «Розы»

{name} 2. Анализ состояния садов

Параграф 1. Поддержка мастеров

Оператор ведет учет роз.

{name} 3. Порядок выдачи роз

Параграф 1. Заявки

Заявитель подает заявку оператору.

Оператор ведет учет заявок.

{name} 4. Целевые индикаторы

Оператор ведет учет лепестков.
"""
    deeds = [deed for _, _, deed in duties_of_text("ru", text)]
    assert deeds == ["подает заявку оператору", "ведет учет заявок"]

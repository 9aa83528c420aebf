"""What programmes foresee, by what ways they reach it, and how their lists and headings are laid out; all is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RUSSIAN = "# Программа развития садов на 2031-2032 годы\n\n"
KAZAKH = "# Аудан бақтарын дамытудың 2031-2032 жылдарға арналған бағдарламасы\n\n"
AHEAD = "## 5. Основные направления\n\n"
BELOW = "## 5. Негізгі бағыттар\n\n"


def found_in(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None]]:
    """Modality, bearer and deed of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed) for one in found]


def deeds_of(tmp_path: Path, text: str) -> list[str | None]:
    """The deed of every duty of a text."""
    return [deed for _, _, deed in found_in(tmp_path, text)]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("В Программе предусмотрены меры по охране роз.", ["меры по охране роз"]),
        ("Программой предусматривается ремонт 5 садов.", ["ремонт 5 садов"]),
        ("Предусматривается посадка роз и ремонт дорожек.", ["посадка роз", "ремонт дорожек"]),
        ("Программа предусматривает посадку роз, охрану садов.", ["посадку роз", "охрану садов"]),
        ("Программа предполагает посадку роз.", ["посадку роз"]),
        ("Планом развития района предусмотрено создание парка.", ["создание парка"]),
        ("Посадка роз предусмотрена в трех селах.", ["Посадка роз в трех селах"]),
        ("В Программе заложены меры по охране роз.", ["меры по охране роз"]),
        ("Предусматриваются меры, направленные на охрану роз.", ["меры, направленные на охрану роз"]),
        # What laws foresee, what was foreseen, and things.
        ("Законом предусмотрена охрана роз.", []),
        ("Ранее было предусмотрено строительство сада.", []),
        ("В садах предусматриваются дорожки.", []),
        ("В планах предусматриваются часы на повторение и закрепление правил.", []),
        ("На эти цели предусмотрено 5 млн. тенге.", []),
        ("Меры, которые предусматривают обучение, не приняты.", []),
        ("В районе заложены парки.", []),
    ],
)
def test_a_russian_programme_foresees_doings(tmp_path: Path, sentence: str, deeds: list[str]) -> None:
    found = found_in(tmp_path, RUSSIAN + AHEAD + sentence)
    assert [deed for _, _, deed in found] == deeds
    assert {kind for kind, _, _ in found} <= {"intention"}


@pytest.mark.parametrize(
    ("sentence", "kind", "deed"),
    [
        ("Существует необходимость открытия питомников.", "requirement", "открытия питомников"),
        ("Назрела необходимость открыть питомник.", "requirement", "открыть питомник"),
        ("Важным является охрана роз.", "recommendation", "охрана роз"),
    ],
)
def test_a_need_is_told_by_a_noun(tmp_path: Path, sentence: str, kind: str, deed: str) -> None:
    assert found_in(tmp_path, RUSSIAN + AHEAD + sentence) == [(kind, None, deed)]


@pytest.mark.parametrize(
    "sentence", ["Важным фактором является охрана роз.", "Если есть необходимость полива, сад закрыт."]
)
def test_what_is_important_or_asks_when_is_no_need(tmp_path: Path, sentence: str) -> None:
    assert found_in(tmp_path, RUSSIAN + AHEAD + sentence) == []


@pytest.mark.parametrize(
    ("lead", "items", "kind"),
    [
        ("Программой предусмотрено решение следующих задач:", ("охрана роз", "ремонт садов"), "intention"),
        ("Реализация задач предполагает:", ("охрану роз", "ремонт садов"), "intention"),
        ("Развитие садов обеспечивается посредством:", ("охраны роз", "ремонта садов"), "commitment"),
        ("Развитие садов будет осуществляться за счет:", ("охраны роз", "ремонта садов"), "commitment"),
        ("Программа основывается на следующих принципах:", ("охрана роз", "учет мнений"), "requirement"),
        ("В районе будут:", ("открыты сады", "полностью обновлены аллеи"), "commitment"),
    ],
)
def test_a_russian_list_is_read_item_by_item(tmp_path: Path, lead: str, items: tuple[str, str], kind: str) -> None:
    lines = f"{lead}\n\n- {items[0]};\n\n- {items[1]}."
    assert found_in(tmp_path, RUSSIAN + AHEAD + lines) == [(kind, None, item) for item in items]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Планируется:\n\nпосадка роз\n\nремонт аллей\n\nобучение мастеров",
            ["посадка роз", "ремонт аллей", "обучение мастеров"],
        ),
        ("Необходимо:\n\nоткрыть сад\n\nобучить мастеров\n\nСады открыты.", ["открыть сад", "обучить мастеров"]),
        ("Пути решения:\n\nРемонт аллей в парках.\n\nОхрана роз.", ["Ремонт аллей в парках", "Охрана роз"]),
        # A sentence that a page tore is none.
        ("Необходимо:\n\nпровести ремонт аллей в\n\nпарках района.", ["провести ремонт аллей в парках района"]),
    ],
)
def test_russian_lines_without_a_mark_are_items(tmp_path: Path, text: str, deeds: list[str]) -> None:
    assert deeds_of(tmp_path, RUSSIAN + AHEAD + text) == deeds


def test_doings_below_a_russian_heading_of_tasks_are_its_own(tmp_path: Path) -> None:
    lines = "### Развитие парков\n\nСоздание парков.\n\nОбход садов проводится утром.\n\nУход за розами: полив."
    assert deeds_of(tmp_path, RUSSIAN + AHEAD + lines) == ["Создание парков"]
    assert deeds_of(tmp_path, RUSSIAN + "## 2. Анализ состояния садов\n\n" + lines) == []
    assert deeds_of(tmp_path, RUSSIAN + "## 3. Цель и задачи\n\nСоздание парков.") == []


def test_who_carries_out_a_russian_programme_acts_in_the_present(tmp_path: Path) -> None:
    lines = "Отдел садов выделяет средства. Сады осматриваются мастерами. Полив проводится утром."
    found = found_in(tmp_path, RUSSIAN + "## 6. Механизм реализации Программы\n\n" + lines)
    assert [(bearer, deed) for _, bearer, deed in found] == [
        ("Отдел садов", "выделяет средства"),
        ("мастерами", "Сады осматриваются"),
    ]
    assert found_in(tmp_path, RUSSIAN + "## 5. Направления и механизм реализации Программы\n\n" + lines) == []


def test_plain_headings_of_several_lines_tell_what_stands_below(tmp_path: Path) -> None:
    lines = (
        "2. Анализ состояния\n\nсадов района\n\nПредусматривается посадка роз.\n\n"
        "3. Цель и\n\nзадачи программы\n\nЗадачи:\n\nохрана роз;\n\nремонт садов."
    )
    assert deeds_of(tmp_path, RUSSIAN + lines) == ["охрана роз", "ремонт садов"]


def test_numbered_lines_of_a_list_are_no_headings(tmp_path: Path) -> None:
    lines = "Задачи программы:\n\n1. Анализ состояния садов\n\n2. Охрана роз\n\nПредусматривается посадка роз."
    assert "посадка роз" in deeds_of(tmp_path, RUSSIAN + lines)


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Бағдарлама көшеттерді егуді қарастырады.", ["көшеттерді егуді қарастырады"]),
        (
            "Аталған Бағдарлама бақтарды жөндеуді, көшеттерді егуді көздейді.",
            ["бақтарды жөндеуді", "көшеттерді егуді көздейді"],
        ),
        ("Бағдарламада бақтарды жөндеу көзделген.", ["бақтарды жөндеу"]),
        ("Бақтарды жаңарту қажеттігі туындады.", ["Бақтарды жаңарту қажеттігі туындады"]),
        ("Бағдарлама көшеттерді қамтиды.", []),
        ("Жүйе көшеттерді егуді көздейді.", []),
    ],
)
def test_a_kazakh_programme_foresees_doings(tmp_path: Path, sentence: str, deeds: list[str]) -> None:
    assert deeds_of(tmp_path, KAZAKH + BELOW + sentence) == deeds


@pytest.mark.parametrize(
    "lead",
    [
        "Бағдарлама көрсетілген бағыттар бойынша қарайды:",
        "Бақтарды дамыту төмендегі іс-шаралар арқылы іске асырылмақ:",
        "Мынадай шараларды іске асыру көзделген:",
        "Бағдарлама мынадай принциптерге негізделеді:",
        "Осы мақсатта:",
    ],
)
@pytest.mark.parametrize("ends", [(";", "."), ("", "")])
def test_a_kazakh_list_is_read_item_by_item(tmp_path: Path, lead: str, ends: tuple[str, str]) -> None:
    lines = f"{lead}\n\nкөшеттерді күту{ends[0]}\n\nқұдықтарды тазалау{ends[1]}"
    assert found_in(tmp_path, KAZAKH + BELOW + lines) == [
        ("requirement", None, "көшеттерді күту"),
        ("requirement", None, "құдықтарды тазалау"),
    ]


def test_kazakh_items_in_the_accusative_are_deeds_too(tmp_path: Path) -> None:
    lines = "Бағдарлама қарайды:\n\nкөшеттерді күтуді, құдықтарды тазалауды;\n\nгүл егу жөніндегі шаралар әзірлеу."
    assert deeds_of(tmp_path, KAZAKH + BELOW + lines) == [
        "көшеттерді күтуді",
        "құдықтарды тазалауды",
        "гүл егу жөніндегі шаралар әзірлеу",
    ]


def test_what_is_done_to_carry_out_a_programme_is_a_requirement_of_nobody(tmp_path: Path) -> None:
    lines = "Мониторинг Программы проводится ежегодно. Отчет представляется в сад. Программа реализуется в два этапа."
    found = found_in(tmp_path, RUSSIAN + "## 6. Механизм реализации Программы\n\n" + lines)
    assert [(kind, bearer) for kind, bearer, _ in found] == [("requirement", None)] * 2


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("Первый этап (2031 год):", "охрана роз"),
        ("На втором этапе:", "открыть сады"),
        ("В целях охраны роз:", "открыть сады"),
        ("Решение этих задач требует:", "охраны роз"),
    ],
)
def test_stages_and_purposes_lead_in_tasks(tmp_path: Path, lead: str, item: str) -> None:
    assert (
        found_in(tmp_path, RUSSIAN + AHEAD + f"{lead}\n\n- {item};\n\n- {item}.") == [("requirement", None, item)] * 2
    )


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("Бірінші кезең (2031 жыл):", "көшеттерді күту"),
        ("Екінші кезеңде:", "көшеттерді күту"),
        ("Гүлдерді қорғау мақсатында:", "көшеттерді күту"),
        ("Міндеттерді шешу мыналарды талап етеді:", "көшеттерді күтуді"),
    ],
)
def test_kazakh_stages_and_purposes_lead_in_tasks(tmp_path: Path, lead: str, item: str) -> None:
    assert found_in(tmp_path, KAZAKH + BELOW + f"{lead}\n\n- {item};\n\n- {item}.") == [("requirement", None, item)] * 2


def test_a_heading_of_aims_tasks_and_results_stands_over_tasks(tmp_path: Path) -> None:
    russian = (
        "## 2. Анализ состояния\n\nСад открыт.\n\n## 3. Цель, задачи, целевые индикаторы и показатели результатов\n\n"
    )
    kazakh = "## 2. Қазіргі жағдайды талдау\n\nБақ ашық.\n\n## 3. Мақсаты, міндеттері, нысаналы индикаторлары мен көрсеткіштері\n\n"
    assert deeds_of(tmp_path, RUSSIAN + russian + "Задачи:\n\n- охрана роз.") == ["охрана роз"]
    assert deeds_of(tmp_path, KAZAKH + kazakh + "Міндеттері:\n\n- көшеттерді күту.") == ["көшеттерді күту"]
    assert deeds_of(tmp_path, RUSSIAN + "## 3. Целевые индикаторы\n\nЗадачи:\n\n- охрана роз.") == []


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Одной из основных задач является обучение мастеров.", ["обучение мастеров"]),
        ("Приоритетным направлением станет развитие парков.", ["развитие парков"]),
        ("Основными направлениями являются развитие парков, охрана роз.", ["развитие парков", "охрана роз"]),
        ("Основной целью Программы является развитие парков.", []),
        ("Важной задачей остается проблема воды.", []),
        ("Задачей воспитания является развитие детей.", []),
    ],
)
def test_a_doing_that_is_a_task_is_one_without_a_list(tmp_path: Path, sentence: str, deeds: list[str]) -> None:
    assert deeds_of(tmp_path, RUSSIAN + AHEAD + sentence) == deeds


@pytest.mark.parametrize("heading", ["Направления развития садов", "Пути решения вопросов полива"])
def test_a_russian_heading_of_directions_ends_an_analysis(tmp_path: Path, heading: str) -> None:
    text = f"## 2. Анализ состояния\n\nПланы были.\n\n## 3. {heading}\n\nЗадачи:\n\n- охрана роз."
    assert deeds_of(tmp_path, RUSSIAN + text) == ["охрана роз"]


@pytest.mark.parametrize("heading", ["Негізгі бағыттар", "Мәселелерді шешу жолдары"])
def test_a_kazakh_heading_of_directions_ends_an_analysis(tmp_path: Path, heading: str) -> None:
    text = f"## 2. Қазіргі жағдайды талдау\n\nБақ ашық.\n\n## 3. {heading}\n\nМіндеттері:\n\n- көшеттерді күту."
    assert deeds_of(tmp_path, KAZAKH + text) == ["көшеттерді күту"]

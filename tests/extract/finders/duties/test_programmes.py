"""What programmes, concepts and strategies set themselves in prose, in Russian and Kazakh; all text is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RUSSIAN = "# Программа развития садов на 2031-2032 годы\n\n"
KAZAKH = "# Аудан бақтарын дамытудың 2031-2032 жылдарға арналған бағдарламасы\n\n"
REQUIRED = "requirement"


def found_in(tmp_path: Path, text: str) -> list[tuple[str, str | None, str | None]]:
    """Modality, bearer and deed of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed) for one in found]


@pytest.mark.parametrize(
    "lead",
    [
        "Бағдарламаның негізгі міндеттері:",
        "Бақтарды дамыту басымдықтары:",
        "Бағдарламаның негізгі бағыттары мыналар болып табылады:",
        "Алға қойылған мақсаттарға жету мынадай міндеттерді шешуге ықпал етеді:",
        "Басым бағыттар ретінде мыналар айқындалды:",
        "Мәселені шешудің жолдары:",
    ],
)
@pytest.mark.parametrize("marks", [("- ", "- "), ("", ""), ("1) ", "2) ")])
def test_what_a_kazakh_programme_lists_is_its_task(tmp_path: Path, lead: str, marks: tuple[str, str]) -> None:
    first, last = marks
    lines = f"{lead}\n\n{first}көшеттерді күту;\n\n{last}құдықтарды тазалау."
    found = found_in(tmp_path, KAZAKH + lines)
    assert [deed for _, _, deed in found] == ["көшеттерді күту", "құдықтарды тазалау"]
    assert {(kind, bearer) for kind, bearer, _ in found} == {(REQUIRED, None)}


def test_what_closes_the_last_task_of_a_kazakh_list_is_no_part_of_it(tmp_path: Path) -> None:
    lines = "Бағдарламаның міндеттері:\n\nкөшеттерді күту;\n\nқұдықтарды тазалау болып табылады."
    assert [deed for _, _, deed in found_in(tmp_path, KAZAKH + lines)] == ["көшеттерді күту", "құдықтарды тазалау"]


def test_a_kazakh_list_in_one_line_is_read_item_by_item(tmp_path: Path) -> None:
    lines = "Мынадай міндеттер қойылды: көшеттерді күту; құдықтарды тазалау; арықтарды қазу."
    deeds = [deed for _, _, deed in found_in(tmp_path, KAZAKH + lines)]
    assert deeds == ["көшеттерді күту", "құдықтарды тазалау", "арықтарды қазу"]


def test_a_kazakh_heading_over_tasks_leads_in(tmp_path: Path) -> None:
    lines = "## III. Бағдарламаның міндеттері\n\nкөшеттерді күту;\n\nқұдықтарды тазалау."
    assert [deed for _, _, deed in found_in(tmp_path, KAZAKH + lines)] == ["көшеттерді күту", "құдықтарды тазалау"]


def test_tasks_behind_an_analysis_are_no_part_of_it(tmp_path: Path) -> None:
    kazakh = "## 2. Жағдайды талдау\n\nБақтар аз.\n\n## 3. Мақсаты мен міндеттері\n\nМіндеттері:\n\n- бақтарды күту."
    russian = "## 2. Анализ ситуации\n\nСадов мало.\n\n## 3. Цель и задачи Программы\n\nЗадачи:\n\n- разработка карт."
    assert [deed for _, _, deed in found_in(tmp_path, KAZAKH + kazakh)] == ["бақтарды күту"]
    assert [deed for _, _, deed in found_in(tmp_path, RUSSIAN + russian)] == ["разработка карт"]


@pytest.mark.parametrize(
    "lines",
    [
        "Мынадай проблемалар бар:\n\n- судың аздығы;\n\n- жолдардың нашарлауы.",
        "Оған мынадай шаралар ықпал етті:\n\n- көшеттерді күту;\n\n- құдықтарды тазалау.",
        "## Күтілетін нәтижелер\n\n- бақтар санын арттыру;\n\n- суды үнемдеу.",
        "## Жағдайды талдау\n\nКөптеген елдер мынадай басымдықтарды белгілейді:\n\n- бақтарды күту;\n\n- суды үнемдеу.",
    ],
)
def test_what_a_kazakh_programme_only_tells_of_is_none(tmp_path: Path, lines: str) -> None:
    assert found_in(tmp_path, KAZAKH + lines) == []


def test_a_kazakh_item_torn_before_a_name_is_one(tmp_path: Path) -> None:
    torn = "- облыс бақтарының саны мен сапасын есепке алу үшін Ұлттық\n\nОрталық жасаған картаны пайдалану;"
    lines = f"Бағдарламаның міндеттері:\n\n- көшеттерді күту;\n\n{torn}\n\n- құдықтарды тазалау."
    deeds = [deed for _, _, deed in found_in(tmp_path, KAZAKH + lines)]
    assert len(deeds) == len(["күту", "пайдалану", "тазалау"])
    assert deeds[-1] == "құдықтарды тазалау"


@pytest.mark.parametrize(
    "lead",
    [
        "Задачи Программы:",
        "Основными задачами Программы являются:",
        "Основные направления:",
        "Первоочередные мероприятия по уходу за садами:",
        "Пути решения:",
        "Предстоит решить следующие задачи:",
        "Достижение цели обеспечивается решением следующих задач:",
    ],
)
def test_what_a_russian_programme_lists_is_its_task(tmp_path: Path, lead: str) -> None:
    found = found_in(tmp_path, RUSSIAN + f"{lead}\n\nразвитие садов;\n\nразработка карт и внедрение учета.")
    assert [deed for _, _, deed in found] == ["развитие садов", "разработка карт", "внедрение учета"]
    assert {(kind, bearer) for kind, bearer, _ in found} == {(REQUIRED, None)}


@pytest.mark.parametrize(
    "lines",
    [
        "Основные проблемы:\n\n- нехватка воды;\n\n- отсутствие учета.",
        "Решены следующие задачи:\n\n- развитие садов;\n\n- разработка карт.",
        "Основные направления:\n\n- сады и парки;\n\n- качество воды.",
        "## Ожидаемые результаты\n\n- улучшение садов;\n\n- рост числа роз.",
    ],
)
def test_what_a_russian_programme_only_tells_of_is_none(tmp_path: Path, lines: str) -> None:
    assert found_in(tmp_path, RUSSIAN + lines) == []


def test_what_solves_problems_is_bidden(tmp_path: Path) -> None:
    russian = "Для решения этих проблем необходимо:\n\n- наладить учет роз;\n\n- провести воду."
    kazakh = "Бұл проблемаларды шешу үшін қажет:\n\n- көшеттерді күту;\n\n- құдықтарды тазалау."
    assert [deed for _, _, deed in found_in(tmp_path, RUSSIAN + russian)] == ["наладить учет роз", "провести воду"]
    assert len(found_in(tmp_path, KAZAKH + kazakh)) == 2


def test_a_lead_in_that_bids_stands_beside_the_tasks_below_it(tmp_path: Path) -> None:
    lines = "Содействовать развитию садов через решение следующих задач:\n\nучет роз;\n\nвыращивание лип."
    deeds = [deed for _, _, deed in found_in(tmp_path, RUSSIAN + lines)]
    assert str(deeds[0]).startswith("Содействовать развитию садов")
    assert deeds[1:] == ["учет роз", "выращивание лип"]


def test_a_section_on_a_body_binds_it(tmp_path: Path) -> None:
    heading = "## 4. Основные направления деятельности Совета садов по развитию полива\n\n"
    assert found_in(tmp_path, RUSSIAN + heading + "Усилить охрану роз.") == [
        (REQUIRED, "Совета садов", "Усилить охрану роз")
    ]
    nobody = "## 4. Основные направления развития садов\n\nУсилить охрану роз."
    assert found_in(tmp_path, RUSSIAN + nobody) == [(REQUIRED, None, "Усилить охрану роз")]


def test_what_is_helped_is_nobody_who_helps(tmp_path: Path) -> None:
    [(_, bearer, _)] = found_in(tmp_path, RUSSIAN + "Содействовать формированию садов.")
    assert bearer is None


def test_measures_that_are_to_be_taken_stand_below(tmp_path: Path) -> None:
    lines = "В связи с этим предпринять следующие меры:\n\nсоздать при школе сад;\n\nпровести учет."
    assert [deed for _, _, deed in found_in(tmp_path, RUSSIAN + lines)] == ["создать при школе сад", "провести учет"]


@pytest.mark.parametrize(
    "lead", ["К основным задачам относятся:", "Механизм реализации:", "В число задач входят:", "Методы решения задач:"]
)
def test_what_a_russian_programme_counts_among_its_tasks_is_one(tmp_path: Path, lead: str) -> None:
    lines = f"{lead}\n\n1) широкое привлечение садовников к поливу.\n\n2) открытие садов;\n"
    deeds = [deed for _, _, deed in found_in(tmp_path, RUSSIAN + lines)]
    assert deeds == ["широкое привлечение садовников к поливу", "открытие садов"]


def test_a_further_sentence_of_a_task_is_one_as_well(tmp_path: Path) -> None:
    lines = "Основные задачи:\n\n1) Учет роз. Ежемесячный осмотр садов. Роз стало больше.\n\n2) Полив роз.\n"
    deeds = [deed for _, _, deed in found_in(tmp_path, RUSSIAN + lines)]
    assert deeds == ["Учет роз", "Ежемесячный осмотр садов", "Полив роз"]


def test_a_kazakh_programme_goes_by_principles(tmp_path: Path) -> None:
    lines = (
        "Бақтарды күту мынадай принциптер негізінде жүзеге асырылуы тиіс:\n\n"
        "1) көшеттерді сақтау үшін бөлім жауапты болуға тиіс;\n\n2) суды үнемдеудің қажеттілігі;\n\n3) арықтарды қазу."
    )
    found = found_in(tmp_path, KAZAKH + lines)
    assert (REQUIRED, None, "арықтарды қазу") in found
    assert (REQUIRED, None, "суды үнемдеудің қажеттілігі") in found
    assert [bearer for _, bearer, _ in found if bearer] == ["бөлім"]


def test_measures_that_a_kazakh_programme_sets_itself_stand_below(tmp_path: Path) -> None:
    lead = "Бұл бағыт мынадай іс-шараларды іске асыруды көздейді:\n\n"
    lines = "- көшеттерді күту, олардың өсуін бақылау;\n\n- құдықтарды тазалау."
    deeds = [deed for _, _, deed in found_in(tmp_path, KAZAKH + lead + lines)]
    assert deeds == ["көшеттерді күту", "олардың өсуін бақылау", "құдықтарды тазалау"]


def test_ways_of_solving_problems_are_tasks(tmp_path: Path) -> None:
    lead = "Проблемаларды шешудің негізгі бағыттары болып төмендегілер табылады:\n\n"
    lines = "көшеттерді күту;\n\nқұдықтарды тазалау."
    deeds = [deed for _, _, deed in found_in(tmp_path, KAZAKH + lead + lines)]
    assert deeds == ["көшеттерді күту", "құдықтарды тазалау"]


@pytest.mark.parametrize(
    ("lead", "of_past"),
    [
        ("## 2030 жылы жүргізілген іс-шаралар:", True),
        ("Өткен бағдарламаның міндеттері:", True),
        ("2030 жылы мынадай міндеттер қойылды:", True),
        ("2030 жылы мынадай шаралар іске асырылды:", True),
        ("Атқарылған негізгі шаралар:", True),
        ("Көзделген шаралар:", False),
        ("Бақты дамытуға бағытталған іс-шаралар:", False),
        ("Мынадай міндеттер қойылды:", False),
    ],
)
def test_a_kazakh_list_of_the_past_sets_no_tasks(tmp_path: Path, lead: str, *, of_past: bool) -> None:
    found = found_in(tmp_path, f"{KAZAKH}## Бақтар\n\n{lead}\n\n- үш бақ салу;\n\n- гүл өсіру;\n\n- бақты күзету.")
    assert len(found) == (0 if of_past else 3)


THREE = "\n\n- создание трех садов;\n\n- посадка роз;\n\n- охрана роз."


@pytest.mark.parametrize(
    "lead",
    [
        "Меры, принятые в 2030 году:",
        "Задачи, которые решены в прошлые годы:",
        "Задачи, не решенные в 2030 году:",
        "Меры, давшие рост садов:",
        "К решенным задачам относятся:",
        "Меры, которые запрещены:",
        "Недопустимые меры:",
        "Меры, которые не допускаются:",
        "Задачи упраздненного комитета:",
        "Мероприятия, проведенные в 2030 году:",
        "Меры господдержки, отмененные в 2030 году:",
        "Приоритеты прежней программы:",
        "Приоритеты развития зарубежных стран:",
        "Меры уголовной ответственности:",
    ],
)
def test_what_is_done_or_forbidden_or_of_others_is_no_task(tmp_path: Path, lead: str) -> None:
    assert found_in(tmp_path, RUSSIAN + lead + THREE) == []
    assert found_in(tmp_path, f"{RUSSIAN}{lead}\n\n- создать три сада;\n\n- посадить розы.") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Поставленные задачи:",
        "Меры, предусмотренные программой:",
        "Меры, направленные на охрану заброшенных садов:",
        "Меры по повышению ответственности садоводов:",
        "Меры по борьбе с запрещенными ядами:",
        "Задачи по охране прежних садов:",
        "Задачи, которые предстоит решить:",
        "Задачи, которые должны быть решены:",
        "Принять меры по охране садов:",
        "Провести работы по уходу за садами:",
    ],
)
def test_what_is_set_or_still_ahead_is_a_task(tmp_path: Path, lead: str) -> None:
    deeds = [deed for _, _, deed in found_in(tmp_path, RUSSIAN + lead + THREE)]
    assert deeds == ["создание трех садов", "посадка роз", "охрана роз"]
    done = found_in(tmp_path, f"{RUSSIAN}{lead}\n\n- создать три сада;\n\n- посадить розы.")
    assert [deed for _, _, deed in done] == ["создать три сада", "посадить розы"]


def test_measures_that_are_but_heard_of_are_no_tasks(tmp_path: Path) -> None:
    assert found_in(tmp_path, RUSSIAN + "Принять к сведению меры:" + THREE) == []


def test_a_lead_in_that_tells_what_goes_on_sets_no_tasks(tmp_path: Path) -> None:
    assert found_in(tmp_path, RUSSIAN + "Дети учатся через решение задач: анализ и синтез.") == []
    assert found_in(tmp_path, RUSSIAN + "Мастера работают над выполнением задач: учет роз и полив лип.") == []


@pytest.mark.parametrize(
    "lead", ["Уход за садами через решение следующих задач:", "Достижение цели обеспечивается решением задач:"]
)
def test_the_deed_of_a_task_begins_behind_the_colon(tmp_path: Path, lead: str) -> None:
    found = found_in(tmp_path, RUSSIAN + f"{lead} учет роз и полив лип.")
    assert [deed for _, _, deed in found] == ["учет роз", "полив лип"]


ANALYSIS = "## 2. Анализ текущей ситуации\n\nСадов мало.\n\n"


@pytest.mark.parametrize("heading", ["### Проведенные мероприятия", "### Основные мероприятия", "## Нерешенные задачи"])
def test_a_heading_over_what_was_done_or_below_an_analysis_ends_none(tmp_path: Path, heading: str) -> None:
    lines = f"{ANALYSIS}{heading}\n\nОсновные мероприятия 2030 года:\n\n- открытие сада;\n\n- посадка роз."
    assert found_in(tmp_path, RUSSIAN + lines) == []


def test_the_next_heading_of_its_rank_ends_an_analysis(tmp_path: Path) -> None:
    lines = f"{ANALYSIS}### Опыт садов\n\nСады растут.\n\n## 3. Задачи\n\n### Меры\n\nМеры:\n\n- полив роз."
    assert [deed for _, _, deed in found_in(tmp_path, RUSSIAN + lines)] == ["полив роз"]


@pytest.mark.parametrize(
    ("heading", "bearer"),
    [
        ("Деятельность Министерства, акиматов и Ассамблеи", "Министерства, акиматов и Ассамблеи"),
        ("Роль школ и колледжей в уходе за розами", "школ и колледжей"),
        ("Задачи акимата, а также школ", "акимата, а также школ"),
        ("Деятельность Министерства образования и науки", "Министерства образования и науки"),
        ("Деятельность Министерства образования и науки, акиматов", "Министерства образования и науки, акиматов"),
        ("Задачи Министерства и пути их решения", "Министерства"),
        ("Основные направления работы прежнего министерства", None),
        ("Деятельность упраздненного комитета", None),
    ],
)
def test_a_section_binds_all_bodies_that_it_names_and_none_of_old(
    tmp_path: Path, heading: str, bearer: str | None
) -> None:
    found = found_in(tmp_path, f"{RUSSIAN}## 5. {heading}\n\nУсилить охрану роз.")
    assert found == [(REQUIRED, bearer, "Усилить охрану роз")]

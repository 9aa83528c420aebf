"""What programmes tell of facts, laws, troubles and posts, and their numbered tasks: no duties, no headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.duties.deeds.clauses import bracket_around
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.moods.headings import tells_mood
from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

RUSSIAN = "# Программа развития парков на 2041-2042 годы\n\n"
KAZAKH = "# Аудан саябақтарын дамытудың 2041-2042 жылдарға арналған бағдарламасы\n\n"
GENERAL = "## 1. Общие положения\n\n"
AHEAD = "## 5. Основные направления\n\n"
BELOW = "## 5. Негізгі бағыттар\n\n"
MECHANISM = "## 6. Механизм реализации Программы\n\n"
RESULTS = "## 7. Ожидаемые результаты\n\n"
KAZAKH_RESULTS = "## 7. Күтілетін нәтижелер\n\n"


def deeds_of(tmp_path: Path, text: str) -> list[tuple[str | None, str | None]]:
    """Bearer and deed of every duty of a text."""
    path = tmp_path / "text.md"
    path.write_text(text + "\n", "utf-8")
    return [(one.bearer_text, one.deed) for one in extract_file(path, Registry.load()).provisions]


@pytest.mark.parametrize(
    "line",
    ["Развивать телевидение", "Снизить риски полива", "Провести мероприятия по поливу", "Введение должности лесника"],
)
def test_numbered_tasks_are_no_headings(tmp_path: Path, line: str) -> None:
    text = f"## 4. Меры\n\n1. Открыть питомник\n\n2. {line}\n\nПостроить ограду парка.\n\nВырастить липы."
    deeds = [deed for _, deed in deeds_of(tmp_path, RUSSIAN + text)]
    assert deeds[-2:] == ["Построить ограду парка", "Вырастить липы"]
    assert "Открыть питомник" in deeds


def test_a_count_below_a_numbered_heading_is_of_its_items(tmp_path: Path) -> None:
    text = "## 4. Мероприятия\n\n1. Анализ состояния лип\n\nПосадить липы."
    assert deeds_of(tmp_path, RUSSIAN + text)[-1:] == [(None, "Посадить липы")]


@pytest.mark.parametrize("heading", ["Развивать телевидение района", "Введение должности лесника"])
def test_a_heading_tells_its_mood_by_whole_words(heading: str) -> None:
    assert not tells_mood(heading, "ru")


@pytest.mark.parametrize("heading", ["1. Введение", "Видение парков", "3. Анализ текущей ситуации", "Риски программы"])
def test_words_of_a_heading_tell_its_mood(heading: str) -> None:
    assert tells_mood(heading, "ru")


def test_tasks_in_small_letters_are_no_part_of_their_heading(tmp_path: Path) -> None:
    text = "## 4. Задачи программы\n\nповысить качество аллей\n\nоткрыть парки в селах\n\n"
    alone = "## 5. Мероприятия программы\n\nобучить лесников"
    assert deeds_of(tmp_path, RUSSIAN + text + alone) == [
        (None, "повысить качество аллей"),
        (None, "открыть парки в селах"),
        (None, "обучить лесников"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # What somebody may come to, what was won or opened once.
        "Родители могут не знать о парках.",
        "Ученики могут испытывать трудности при выборе кружка.",
        "Учителя могут столкнуться с нехваткой лип.",
        "По итогам 2040 года учителя района занимают третье место в области.",
        "В начале века директор школы открывает первый парк района.",
        "В 2040 году от уплаты сбора освобождены 7 парков.",
        # What laws and programmes of the past foresee.
        "Действующий Закон предусматривает проведение проверки лип раз в год.",
        "Законодательство предусматривает создание парков при школах.",
        "В Законе «О парках» предусмотрено обеспечение лесников водой.",
        "Постановлением Правительства предусмотрено строительство парка.",
        "Положением о парках предусмотрено участие жителей в совете.",
        "Предыдущая программа предусматривает ремонт аллей.",
        "Прежней программой было предусмотрено строительство парка, предыдущая программа предусматривает ремонт.",
        "Для сравнения: обучение одного лесника в Лапландии.",
    ],
)
def test_facts_of_a_russian_programme_are_no_duties(tmp_path: Path, sentence: str) -> None:
    assert deeds_of(tmp_path, RUSSIAN + GENERAL + sentence) == []
    assert deeds_of(tmp_path, RUSSIAN + AHEAD + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "bearer", "deed"),
    [
        ("Учителя могут привлекать лесников.", "Учителя", "привлекать лесников"),
        ("В начале года директор проверяет журналы.", "директор", "проверяет журналы"),
        ("Педагоги со стажем освобождаются от проверки.", "Педагоги", "освобождаются от проверки"),
        ("В целях исполнения Закона в Программе предусмотрен ремонт аллей.", None, "ремонт аллей"),
        ("С участием зарубежных мастеров в районе предусмотрены меры по охране лип.", None, "меры по охране лип"),
    ],
)
def test_what_a_programme_sets_itself_is_read(tmp_path: Path, sentence: str, bearer: str | None, deed: str) -> None:
    found = deeds_of(tmp_path, RUSSIAN + AHEAD + sentence)
    assert [who for who, _ in found] == [bearer]
    assert deed.rsplit(maxsplit=1)[-1] in (found[0][1] or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Балалар суықтан кейін ауыра алады.",
        "Кәсіпорындар нарықтан кете алады.",
        "Алдыңғы бағдарлама саябақ салуды көздейді.",
        "Мысал үшін: саябақ салу;",
        "Бірінші кезең: ағаштардың қурау; терегінің азаю;",
        "Осыған байланысты: ауа ластану; су тартылу;",
    ],
)
def test_facts_of_a_kazakh_programme_are_no_duties(tmp_path: Path, sentence: str) -> None:
    assert deeds_of(tmp_path, KAZAKH + BELOW + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Школы района обучают 4000 детей.",
        "Акимат занимает старое здание.",
        "В районе работают 7 школ, в них учатся 2000 детей.",
        "Отбор лип производится природой.",
        "Конкурсы красоты проводятся во многих странах.",
    ],
)
def test_what_is_so_is_not_how_a_programme_is_carried_out(tmp_path: Path, sentence: str) -> None:
    assert deeds_of(tmp_path, RUSSIAN + MECHANISM + sentence) == []


def test_selections_for_a_programme_are_of_carrying_it_out(tmp_path: Path) -> None:
    sentence = "Отбор исполнителей Программы производится по конкурсу."
    assert len(deeds_of(tmp_path, RUSSIAN + MECHANISM + sentence)) == 1


def test_answering_and_reporting_are_told_of_what_and_to_whom(tmp_path: Path) -> None:
    told = "Акимы несут ответственность перед жителями, доверие к ним растет."
    assert deeds_of(tmp_path, RUSSIAN + RESULTS + told) == []
    assert deeds_of(tmp_path, KAZAKH + KAZAKH_RESULTS + "Жыл сайын мектептер жақсы есеп береді.") == []


@pytest.mark.parametrize(
    "lines",
    [
        "Слабые стороны:\n\nСнижение числа лесников.\n\nОтставание от других районов.",
        "Возможные трудности:\n\nЗагрязнение воды.\n\nЗаболевание лип.",
        "Ученик может знать:\n\nПравила полива.\n\nПосадка лип.",
        "На первом этапе (2041–2042 годы):\n\nснижение числа парков;\n\nпадение спроса на липы.",
    ],
)
def test_troubles_and_knowledge_are_no_deeds(tmp_path: Path, lines: str) -> None:
    assert deeds_of(tmp_path, RUSSIAN + AHEAD + lines) == []


@pytest.mark.parametrize(
    ("text", "place", "brackets"),
    [
        ("сад (у реки) открыт", 3, (2, 5)),
        ("сад (у реки) открыт", 6, None),
        ("сад у реки", 2, None),
        ("сад (у", 3, None),
    ],
)
def test_the_brackets_around_a_word(text: str, place: int, brackets: tuple[int, int] | None) -> None:
    assert bracket_around(read_words(text, "ru"), place) == brackets

"""Russian plans of somebody's work, their points in any form, and programmes that let, ban and free; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.duties.grammar.words import read_words
from extract.flow import extract_file
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry


def read(tmp_path: Path, text: str, form: str = "txt") -> tuple[Provision, ...]:
    path = tmp_path / f"plan.ru.{form}"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load()).provisions


def told(provisions: tuple[Provision, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.bearer_text, one.deed, one.deadline_text) for one in provisions]


def test_who_does_something_in_a_plan_of_work_is_bound(tmp_path: Path) -> None:
    plan = (
        "План работы сада на май\n\n"
        "1. Зам. директора составляет график полива до 5 мая.\n"
        "2. Дворник белит деревья, до 15 мая.\n"
        "3. Отчёт о посадках готовит методист – к 20 мая.\n"
        "4. Роза – цветок.\n\n"
        "По итогам каждого полугодия председатель совета публикует сведения о розах. Мастера живут рядом.\n"
    )
    assert told(read(tmp_path, plan)) == [
        ("Зам. директора", "составляет график полива", "до 5 мая"),
        ("Дворник", "белит деревья", "до 15 мая"),
        ("методист", "Отчёт о посадках готовит", "к 20 мая"),
        ("председатель совета", "публикует сведения о розах", "По итогам каждого полугодия"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Программа развития сада\n\n1. Мастера белят деревья.\n\n2. Завхоз закупает краску.\n",
        "# План работы сада\n\n## Анализ работы за год\n\nЗавхоз закупает краску.\n",
    ],
)
def test_what_a_programme_or_an_analysis_tells_of_binds_nobody(tmp_path: Path, text: str) -> None:
    assert not read(tmp_path, text, "md")


@pytest.mark.parametrize("form", ["txt", "md"])
def test_lines_without_a_number_are_points(tmp_path: Path, form: str) -> None:
    plan = (
        "План недели\n\n"
        "Понедельник: дежурство в саду – 7 «А» класс\n"
        "Вторник: рейд по теплицам – дисциплинарный сектор\n"
        "Субботник: завхоз, 5 мая\n"
        "9:00–9:30 – открытие сада (директор)\n"
        "День роз: зам. директора по ВР – 7 апреля\n"
    )
    assert told(read(tmp_path, plan, form)) == [
        ("7 «А» класс", "дежурство в саду", "Понедельник"),
        ("дисциплинарный сектор", "рейд по теплицам", "Вторник"),
        ("завхоз", "Субботник", "5 мая"),
        ("директор", "открытие сада", "9:00–9:30"),
        ("зам. директора по ВР", "День роз", "7 апреля"),
    ]


def test_short_labels_tell_who_and_when(tmp_path: Path) -> None:
    plan = (
        "План работы сада\n\n"
        "1. Побелка деревьев. Отв-ный: завхоз. Ср.: 10 мая\n"
        "2. Обрезка роз. Исп.: мастер сада, срок вып.: май\n"
        "3. Беседы с детьми, в теч. года, чл. МО\n"
    )
    assert told(read(tmp_path, plan)) == [
        ("завхоз", "Побелка деревьев", "10 мая"),
        ("мастер сада", "Обрезка роз", "май"),
        ("чл. МО", "Беседы с детьми", "в теч. года"),
    ]


def test_whose_work_a_plan_is_of(tmp_path: Path) -> None:
    plan = "# План работы садового совета на 2031 год\n\n## Задачи:\n\n1. Учет роз.\n2. Обновить теплицы.\n"
    assert [one.bearer_text for one in read(tmp_path, plan, "md")] == ["садового совета"] * 2
    assert told(read(tmp_path, "Циклограмма работы завхоза\n\nЕжедневно проверяет замки.\n")) == [
        ("завхоза", "проверяет замки", "Ежедневно")
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Мастерам не нужно будет приносить справку.", ("permission", "Мастерам", "приносить справку")),
        ("Школам придется закупить лейки.", None),
        ("Гражданам не потребуется предоставлять копии.", ("permission", "Гражданам", "предоставлять копии")),
        ("Школам нужно будет открыть сады.", ("requirement", "Школам", "открыть сады")),
        ("Рвать розы будет запрещено.", ("prohibition", None, "Рвать розы")),
        ("Мастера смогут выбирать розы.", ("permission", "Мастера", "выбирать розы")),
        ("Розы смогут расти лучше.", None),
        ("Благодаря саду мастера смогут выбирать розы.", None),
        ("При необходимости садовый совет может вносить правки.", ("permission", "садовый совет", "вносить правки")),
        ("Посадить липы силами садового комитета.", ("requirement", "садового комитета", "Посадить липы")),
        ("Силами мастеров очистить пруд.", ("requirement", "мастеров", "очистить пруд")),
        ("На садовый офис возлагается сверка отчетов.", ("requirement", "садовый офис", "возлагается сверка отчетов")),
    ],
)
def test_what_a_programme_says_of_the_future(
    tmp_path: Path, sentence: str, wanted: tuple[str, str | None, str] | None
) -> None:
    found = read(tmp_path, f"# Программа сада\n\n{sentence}\n", "md")
    assert [(one.modality, one.bearer_text, one.deed) for one in found] == ([wanted] if wanted else [])


def test_a_ban_that_is_brought_in_is_a_ban(tmp_path: Path) -> None:
    text = "# Программа сада\n\nС мая будет введен запрет на вывоз роз. Вводится запрет на рубку лип.\n"
    assert [one.modality for one in read(tmp_path, text, "md")] == ["prohibition", "prohibition"]


def test_troubles_and_the_duties_of_others_bind_nobody(tmp_path: Path) -> None:
    text = (
        "# Программа сада\n\n# Международный опыт\n\nВ Лапландии школы обязаны сажать розы.\n\n"
        "# Основные проблемы\n\n- мастера не могут получить лейки;\n- школам необходимо обновить сады.\n"
    )
    assert [one.deed for one in read(tmp_path, text, "md")] == ["обновить сады"]


def test_a_post_written_short_is_a_word() -> None:
    words = read_words("Зав. складом и учащиеся 5 кл. ведут учет.", "ru")
    assert words[1].norm == "заведующий"
    assert words[1].text == "Зав."
    assert "классный" not in [word.norm for word in words]


def test_whoever_does_a_further_deed_behind_its_verb(tmp_path: Path) -> None:
    found = read(tmp_path, "# Правила\n\n1. План готовит отдел, утверждает ректор.\n", "md")
    assert [one.bearer_text for one in found] == ["отдел", "ректор"]

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


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Школам ввести запрет на вывоз роз.", "prohibition"),
        ("Совет вправе ввести запрет на вывоз роз.", "permission"),
        ("Совет может устанавливать запрет на вывоз роз.", "permission"),
        ("Планируется отменить введенный запрет на вывоз роз.", "intention"),
        ("Предлагается рассмотреть возможность ввести запрет на вывоз роз.", "recommendation"),
        ("Запрет на прогулки в саду не вводится.", None),
    ],
)
def test_a_ban_that_may_be_brought_in_is_none(tmp_path: Path, sentence: str, kind: str | None) -> None:
    found = read(tmp_path, f"# Правила\n\n1. {sentence}\n", "md")
    assert [one.modality for one in found] == ([kind] if kind else [])


def test_the_analysis_of_work_reports_in_plans_alone(tmp_path: Path) -> None:
    lines = "## 2. Анализ результатов полива\n\nСадовник представляет отчет директору.\n"
    rules = read(tmp_path, f"# Положение о поливе\n\n## 1. Общие положения\n\nСад открыт.\n\n{lines}", "md")
    assert [one.deed for one in rules] == ["представляет отчет директору"]
    assert not read(tmp_path, f"# План работы сада на 2031 год\n\n{lines}", "md")


def test_troubles_within_a_heading_silence_nothing(tmp_path: Path) -> None:
    text = (
        "# План работы кружка по проблемам роста\n\nБиблиотекарь обязан вести журнал.\n\n"
        "## Уход за розами, имеющими проблемы роста\n\nСадовник обязан поливать розы.\n"
    )
    assert [one.deed for one in read(tmp_path, text, "md")] == ["вести журнал", "поливать розы"]


@pytest.mark.parametrize("who", ["правление", "структурные подразделения", "компания «Роза»", "приемная комиссия"])
def test_a_body_that_sounds_like_a_doing_is_one(tmp_path: Path, who: str) -> None:
    found = read(tmp_path, f"# План работы сада на май\n\n1. Обрезка деревьев – {who}, до 5 мая\n", "md")
    assert [(one.bearer_text, one.deed) for one in found] == [(who, "Обрезка деревьев")]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Итоги полива изложить в письменном виде и сдать директору.", 2),
        ("Часть работ на высоте исключить.", 1),
        ("Грубые слова из речи исключить.", 1),
        ("На вывеске слово «Роза» заменить на «Сад».", 1),
        ("Слова «и мастера» исключить.", 0),
        ("Абзац третий изложить в следующей редакции.", 0),
        ("Часть вторую исключить.", 0),
    ],
)
def test_an_order_about_words_changes_no_text(tmp_path: Path, sentence: str, deeds: int) -> None:
    assert len(read(tmp_path, f"# Правила полива\n\n1. {sentence}\n", "md")) == deeds


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("Перед едой необходимо мытье рук. Дежурный обязан выдать полотенца.", [None, "Дежурный"]),
        ("Медсестра осматривает кожу рук. Садовник ведет журнал осмотра.", ["Медсестра", "Садовник"]),
        ("Ключ хранится у зам. Сторож ведет журнал.", [None, "Сторож"]),
        ("Журнал ведет зам. директора.", ["зам. директора"]),
        ("Отчет сдает рук. МО.", ["рук. МО"]),
    ],
)
def test_what_looks_like_a_post_written_short_joins_no_sentences(
    tmp_path: Path, text: str, bearers: list[str | None]
) -> None:
    found = read(tmp_path, f"# Правила\n\n1. {text}\n", "md")
    assert [one.bearer_text for one in found] == bearers

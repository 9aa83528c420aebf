"""Everyday documents of schools: job descriptions, statutes of committees, minutes, letters, as people write them."""

from __future__ import annotations

from functools import partial

import pytest
from read_duties import duties_of_text

from extract.document.blocks import Heading
from extract.finders.duties.layouts.titled import with_whole_titles
from extract.finders.duties.russian.parties.unsaid import has_no_subject
from extract.finders.duties.times.deadlines import find_deadlines
from extract.readers.layout import READERS

REQUIRED, ALLOWED, BANNED, ADVISED = "requirement", "permission", "prohibition", "recommendation"
POST = "# Должностная инструкция садовника\n\n"
STATUTE = "# ПОЛОЖЕНИЕ\n\n# о садовом комитете\n\n"
MINUTES = "ПРОТОКОЛ № 2\nзаседания садового комитета\n\n"

Found = list[tuple[str, str | None, str]]


found = partial(duties_of_text, "ru")
"""Modality, bearer and deed of every duty of a Russian text, in their order in it."""


CASES = [
    (
        "a post has what stands without a subject",
        POST + "## 1. Общее\n\n1.1. Подчиняется директору.\n1.2. При обнаружении порчи роз составляет акт.\n",
        [(REQUIRED, "садовника", "Подчиняется директору"), (REQUIRED, "садовника", "составляет акт")],
    ),
    (
        "a lead-in without a subject as well",
        POST
        + "## 1. Общее\n\nЕжедневно проверяет:\n\nа) замки;\nб) краны.\n\nОбязан:\n\n- вести учет роз;\n- мыть лейки.\n",
        [
            (REQUIRED, "садовника", "проверяет замки"),
            (REQUIRED, "садовника", "проверяет краны"),
            (REQUIRED, "садовника", "вести учет роз"),
            (REQUIRED, "садовника", "мыть лейки"),
        ],
    ),
    (
        "who is named is nobody else",
        POST + "## 1. Общее\n\nСторож запирает ворота. Ворота стоят у пруда. Садовники поливают розы.\n",
        [(REQUIRED, "Сторож", "запирает ворота"), (REQUIRED, "Садовники", "поливают розы")],
    ),
    (
        "doings are tasks",
        POST + "## 2. Должностные обязанности\n\nВедение учета роз; ежедневный обход сада.\n",
        [(REQUIRED, "садовника", "Ведение учета роз"), (REQUIRED, "садовника", "ежедневный обход сада")],
    ),
    (
        "a doing that something is said of is none",
        POST + "## 2. Должностные обязанности\n\nВедение учета упростилось.\n",
        [],
    ),
    (
        "headings lead in",
        POST + "## Имеет право\n\n1. Брать лейки.\n\n## Не имеет права\n\n1. Рвать розы.\n",
        [(ALLOWED, "садовника", "Брать лейки"), (BANNED, "садовника", "Рвать розы")],
    ),
    (
        "a body whose title stands on two lines",
        STATUTE + "## 3. Чем занимается\n\n3.1 Координирует работу садов.\n3.2 Взаимодействие с советом школы.\n",
        [
            (REQUIRED, "садовом комитете", "Координирует работу садов"),
            (REQUIRED, "садовом комитете", "Взаимодействие с советом школы"),
        ],
    ),
    (
        "behind somebody else a sentence is of nobody known",
        STATUTE + "## 4. Работа\n\n4.1. Председатель избирается на год.\n4.2. Ведет заседания.\n",
        [(REQUIRED, None, "Председатель избирается на год")],
    ),
    (
        "a surname with initials is bidden",
        MINUTES + "РЕШИЛИ:\n1. Кленовой Ж.Б. и Дубову А.А. сдать отчеты.\n2. Дубова А.А. назначить мастером.\n"
        "3. Зам. директора по УР Липовой Е.П. взять на контроль посадку роз.\n4. Кл. руководителям вести учет.\n",
        [
            (REQUIRED, "Кленовой Ж.Б. и Дубову А.А.", "сдать отчеты"),
            (REQUIRED, None, "Дубова А.А. назначить мастером"),
            (REQUIRED, "Зам. директора по УР Липовой Е.П.", "взять на контроль посадку роз"),
            (REQUIRED, "Кл. руководителям", "вести учет"),
        ],
    ),
    (
        "who answers stands behind a dash",
        MINUTES + "РЕШИЛИ:\n1. План согласовать с советом - отв. Дубов А.А., срок до 15.01.\n",
        [(REQUIRED, "Дубов А.А.", "План согласовать с советом")],
    ),
    (
        "speech lays nothing down",
        MINUTES + "РЕШИЛИ:\n1. Открыть сад.\n2. СЛУШАЛИ: Дубова А.А.\nКленов Б. сказал, что надо чаще поливать розы.\n",
        [(REQUIRED, None, "Открыть сад")],
    ),
    (
        "a report with the letter that has dots reports",
        "Отчёт о работе сада за 2031 год\n\nДиректор сообщил, что необходимо закупить лейки.\n",
        [],
    ),
    (
        "charged, freed and let",
        MINUTES + "ПОСТАНОВИЛИ:\n1. Мастеру сада поручено до конца месяца подготовить план.\n"
        "2. Освободить молодых мастеров от дежурства.\n3. Мастерам, ведущим кружки, заполнять журнал не обязательно.\n",
        [
            (REQUIRED, "Мастеру сада", "подготовить план"),
            (ALLOWED, None, "Освободить молодых мастеров от дежурства"),
            (ALLOWED, "Мастерам, ведущим кружки", "заполнять журнал не обязательно"),
        ],
    ),
    (
        "a letter asks its addressees",
        "Исх. № 5                                   Директорам школ\nот 5 мая 2031 г.                           города Сада\n\n"
        "О посадке роз\n\nСад информирует о посадке роз. Просим до 1 июня направить заявки в сад.\n\n"
        "Напоминаем, что школы, не сдавшие заявки, к посадке не допускаются.\n",
        [
            (BANNED, "школы, не сдавшие заявки", "к посадке не допускаются"),
            (ADVISED, "Директорам школ города Сада", "направить заявки в сад"),
        ],
    ),
    (
        "what is forbidden ends before somebody's deed",
        "# Правила сада\n\n1. Рвать розы ученикам запрещено; мастер ведет учет роз.\n"
        "2. Гости приносят еду; разогревает ее повар.\n3. Обход сада — обязанность сторожа.\n",
        [
            (BANNED, "ученикам", "Рвать розы"),
            (REQUIRED, "мастер", "ведет учет роз"),
            (REQUIRED, "Гости", "приносят еду"),
            (REQUIRED, "повар", "разогревает ее"),
            (REQUIRED, "сторожа", "Обход сада"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_duties_of_everyday_documents(text: str, wanted: Found) -> None:
    assert sorted(found(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ведет учет роз.", True),
        ("В своей работе руководствуется уставом.", True),
        ("На заседания приглашает родителей.", True),
        ("Не пускает в сад посторонних.", True),
        ("Должен:", True),
        ("Сторож ведет учет.", False),
        ("Учет ведет сторож.", False),
        ("Гостей встречают у ворот.", False),
        ("Кворум составляет половину совета.", False),
        ("Полив роз.", False),
        ("Подлежит пересмотру раз в год.", False),
        ("На воротах табличка указывает часы.", False),
        ("В саду можно рвать розы.", False),
    ],
)
def test_a_sentence_has_no_subject(text: str, expected: bool) -> None:
    assert has_no_subject(text) is expected


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("подать заявки до 15.01 в школу", "до 15.01", ("--01-15",)),
        ("сдать план в срок до 05.05.", "в срок до 05.05", ("--05-05",)),
    ],
)
def test_a_day_in_figures(text: str, words: str, due: tuple[str, ...]) -> None:
    (one,) = find_deadlines(text, "ru", 2031)
    assert (one.text, one.due) == (words, due)


@pytest.mark.parametrize(
    "text", ["закрыть сад до 14.10", "до 9.30 подавать сведения", "пункт 15.01", "до 12.05.1", "до 20.03 млн"]
)
def test_figures_that_are_no_day(text: str) -> None:
    assert not find_deadlines(text, "ru", 2031)


def test_terms_are_told_with_the_letter_that_has_dots() -> None:
    (one,) = find_deadlines("сдать план в течение трёх дней со дня приёма", "ru", 2031)
    assert (one.text, one.within, one.within_from) == ("в течение трёх дней со дня приёма", "P3D", "со дня приёма")


def test_a_title_on_two_lines_is_one() -> None:
    text = "# ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ № 5\n\n## САДОВНИКА\n\n## Общее\n"
    titles = [one.passage.text for one in with_whole_titles(READERS["marked"]("post", text, "ru")).blocks]
    assert titles == ["ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ № 5 САДОВНИКА", "Общее"]
    assert isinstance(with_whole_titles(READERS["marked"]("post", text, "ru")).blocks[0], Heading)

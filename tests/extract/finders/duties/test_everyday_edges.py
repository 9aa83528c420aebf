"""What looks like an everyday paper that lays something down, and is none, or is of somebody else; all invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from read_acts import duties_of, provisions_of

from extract.finders.duties.everyday.called import without_calls
from extract.readers.layout import READERS

REQUIRED, BANNED, PROMISED = "requirement", "prohibition", "commitment"


@pytest.mark.parametrize(
    "text",
    [
        "Отчет о днях полива\nДата: 3–9 мая 2031 года\nТема: «Розы вокруг нас»\n\nМастера поливают розы ежегодно. Завхоз подводит итоги.\n",
        "План занятия\nДата: 3 мая\nТема: уход за розами\n\nМастер встречает гостей, проверяет лейки.\n",
        "Характеристика\nДата: 3 мая\nОт кого: завхоз\n\nСадовник посещает курсы. Мастера хвалят садовника.\n",
        "В саду прошел праздник\n\nМастера проводят показы каждый день.\nРодители участвуют в играх.\n"
        "Садовники обучают детей.\nПодпишись на наш канал.\nПоделись с друзьями.\n",
        "7 вопросов садовнику\n\nСад работает в две смены. Мастера поливают розы из трех прудов.\n",
        "В 2030 году хозяин сада взял на себя ремонт забора.\n",
        "Отчет\n\nРодители взяли на себя организацию полива.\n",
        "Протокол собрания\n\nРанее завхоз обещал посадить розы.\n\nМастер обещал починить лейку, но не починил.\n",
        "Мы любим наш сад\n\nМы изменим мир. Мы пройдем по главной аллее, споем песни.\n",
    ],
)
def test_what_lays_nothing_down(text: str) -> None:
    assert duties_of(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Служебная почта\nКому: отдел роз\nТема: отчет о поливе\n\nЗавхоз проверяет лейки.\n",
            [(REQUIRED, "Завхоз", "проверяет лейки")],
            id="a mail instructs, its theme tells nothing",
        ),
        pytest.param(
            "Вопросы и ответы\n\nКто поливает розы?\nСадовник поливает розы.\n\nКто закрывает сад?\nСторож закрывает ворота.\n",
            [(REQUIRED, "Садовник", "поливает розы"), (REQUIRED, "Сторож", "закрывает ворота")],
            id="questions are answered where some stand below",
        ),
        pytest.param(
            "Инструкция по приемке роз\n\n1. Завхоз проверяет розы.\nДефекты: пятна, сухие листья.\n2. Завхоз составляет акт.\n",
            [(REQUIRED, "Завхоз", "проверяет розы"), (REQUIRED, "Завхоз", "составляет акт")],
            id="what may be found is no finding in an instruction",
        ),
        pytest.param(
            "Акт осмотра теплицы\n\nЗамечание 1. Мастера хранят лейки в проходе.\n\nЗавхозу теплицы Липову А.К.:\n"
            "1. Заменить замок до 1 мая.\n2. Убрать лейки.\n",
            [
                (REQUIRED, "Завхозу теплицы Липову А.К.", "Заменить замок"),
                (REQUIRED, "Завхозу теплицы Липову А.К.", "Убрать лейки"),
            ],
            id="an act of inspection addresses somebody above points",
        ),
        pytest.param(
            "Акт осмотра сада\n\nЗамечание 1. Шланг рваный. Предписано: заменить шланг. Исполнитель: завхоз. Устранить до: 5 мая\n",
            [(REQUIRED, "завхоз", "заменить шланг")],
            id="a single one carries out what is bidden",
        ),
        pytest.param(
            "Правила сада\n\nКто будет поливать, решает завхоз. Кто опоздал, моет лейки.\n",
            [(REQUIRED, "завхоз", "Кто будет поливать, решает"), (REQUIRED, "Кто опоздал", "моет лейки")],
            id="somebody decides who does it",
        ),
        pytest.param(
            "Правила сада\n\nНикто не сообщает гостям код. Никто не должен передавать ключи.\n",
            [(BANNED, "Никто", "не сообщает гостям код"), (BANNED, "Никто", "передавать ключи")],
            id="nobody tells",
        ),
        pytest.param(
            "Правила сада\n\nСадовод берет на себя содержание аллеи.\n",
            [(REQUIRED, "Садовод", "берет на себя содержание аллеи")],
            id="rules require what is taken upon oneself",
        ),
        pytest.param(
            "Протокол собрания\n\nЗавхоз пообещал проверить лейки до мая.\n",
            [(PROMISED, "Завхоз", "пообещал проверить лейки до мая")],
            id="but minutes tell a promise",
        ),
        pytest.param(
            "Ответ садоводам\n\nМы рассмотрим Вашу просьбу. До 5 мая мы починим забор.\n",
            [(PROMISED, "Мы", "рассмотрим Вашу просьбу"), (PROMISED, "мы", "починим забор")],
            id="and a letter what those who write it will do",
        ),
    ],
)
def test_whose_it_is(text: str, told: list[tuple[str, str | None, str]]) -> None:
    assert duties_of(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Памятка садовникам\n\nЖанар:\n- проверить лейки\nТимур:\n- закрыть окна\nАсель:\n- полить розы\n",
            [("Жанар", "проверить лейки"), ("Тимур", "закрыть окна"), ("Асель", "полить розы")],
            id="each name calls somebody else",
        ),
        pytest.param(
            "Памятка\n\nОльга Петровна\nМыть лейки каждый вечер.\nТимур Ильич\nВынести листья.\n",
            [("Ольга Петровна", "Мыть лейки каждый вечер"), ("Тимур Ильич", "Вынести листья")],
            id="two bare names above what is bidden",
        ),
        pytest.param(
            "Инструкция по поливу\n\nРазработал\nТимур Садов\n\nПеред поливом надеть фартук.\n",
            [(None, "надеть фартук")],
            id="an author is not called",
        ),
        pytest.param(
            "Инструкция\nСоставил:\nЛипов Тимур Ильич\n1. Сторож обязан закрыть ворота.\n2. Не покидать сад.\n",
            [("Сторож", "закрыть ворота"), (None, "Не покидать сад")],
            id="nor one above points",
        ),
        pytest.param(
            "Памятка мастерам\n\nЗапирайте двери.\nС уважением, Ольга\nОльга Садова\nНе рвите розы.\n",
            [("мастерам", "Запирайте двери"), ("мастерам", "Не рвите розы")],
            id="nor who signs",
        ),
        pytest.param(
            "Коллеги, дела на сегодня:\n\nЖанар: составь список\nТимур: проверь лейки\n",
            [("Жанар", "составь список"), ("Тимур", "проверь лейки")],
            id="calls before a colon",
        ),
        pytest.param(
            "**Ольга Петровна**\n- составить список\n\n**Тимур**\n- проверить лейки\n",
            [("Ольга Петровна", "составить список"), ("Тимур", "проверить лейки")],
            id="names in bold",
        ),
        pytest.param(
            "Привет!\n\nТимур, закажи лейки\nЖанар, подготовь отчет\nОльга и Асель, купите розы.\n",
            [("Тимур", "закажи лейки"), ("Жанар", "подготовь отчет"), ("Ольга и Асель", "купите розы")],
            id="a report that is ordered makes no report",
        ),
        pytest.param(
            "План работы садоводов\n\nТимур\nЗаказать лейки.\n", [("Тимур", "Заказать лейки")], id="in a plan"
        ),
    ],
)
def test_who_is_called(text: str, told: list[tuple[str | None, str]]) -> None:
    assert [(bearer, deed) for _, bearer, deed in duties_of(text)] == told


@pytest.mark.parametrize(
    ("sentence", "bearer", "due"),
    [
        ("Прием садоводов ведется мастером с понедельника по пятницу.", "мастером", None),
        ("Завхоз сдает отчет до пятницы каждой недели.", "Завхоз", "до пятницы каждой недели"),
    ],
)
def test_days_of_a_week(sentence: str, bearer: str, due: str | None) -> None:
    (one,) = provisions_of(f"Правила сада\n\n{sentence}\n")
    assert (one.bearer_text, one.deadline_text) == (bearer, due)


def test_those_on_duty_together_do_it() -> None:
    assert duties_of("Бақ ережелері\n\nКезекші топ бақ алаңын сыпырады.\n") == [
        (REQUIRED, "Кезекші топ", "бақ алаңын сыпырады")
    ]


def test_each_line_of_names_ends_what_the_one_above_it_tells() -> None:
    names = ("Жанар", "Тимур", "Асель")
    text = "".join(f"{name}:\n- полить розы\n" for name in names)
    _, called = without_calls(READERS["tabbed"]("names", text, "ru"))
    assert [one.who.text for one in called] == list(names)
    assert all(above.end <= below.start for above, below in pairwise(called))

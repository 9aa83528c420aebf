"""Letters that ask their addressees, memos that speak to their readers, and what people write in rules of schools."""

from __future__ import annotations

from functools import partial

import pytest
from read_duties import duties_of_text

from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry

REQUIRED, ALLOWED, BANNED = "requirement", "permission", "prohibition"
LETTER = (
    "Директорам школ\n\nО поливе\n\nСад сообщает, что розы сохнут. Гости не закрывают краны.\n\n"
    "В связи с этим Вам необходимо:\n\n"
)
MEMO = "Памятка юным мастерам о розах\n\n"
RULES = "Правила сада\n\n"

Found = list[tuple[str, str | None, str]]


found = partial(duties_of_text, "ru")
"""Modality, bearer and deed of every duty of a Russian text, in their order in it."""


CASES = [
    (
        "a letter reminds its readers of rules",
        "Директорам школ\n\nО поливе\n\nСад сообщает, что розы сохнут. Гости не закрывают краны.\n\n"
        "В связи с этим напоминаем порядок.\n\nКраны закрывает завхоз, лейки проверяются сопровождающим.\n\n"
        "При поломке сопровождающий сразу звонит мастеру. Рвать розы запрещаем.\n",
        [
            (REQUIRED, "завхоз", "Краны закрывает"),
            (REQUIRED, "сопровождающим", "лейки проверяются"),
            (REQUIRED, "сопровождающий", "сразу звонит мастеру"),
            (BANNED, None, "Рвать розы"),
        ],
    ),
    (
        "or tells somebody by a lead-in what to do",
        "Директорам школ\n\nО поливе\n\nСад сообщает, что розы сохнут.\n\n"
        "Завхозу школы:\n\nа) ни при каких обстоятельствах не открывать краны;\n\nб) вести учет.\n",
        [
            (BANNED, "Завхозу школы", "ни при каких обстоятельствах не открывать краны"),
            (REQUIRED, "Завхозу школы", "вести учет"),
        ],
    ),
    (
        "a letter binds its addressees by a list of marks",
        LETTER + "✓ проверить краны;\n✓ закрыть лейки.\n\nМастер поливает розы.\n",
        [
            (REQUIRED, "Директорам школ", "проверить краны"),
            (REQUIRED, "Директорам школ", "закрыть лейки"),
            (REQUIRED, "Мастер", "поливает розы"),
        ],
    ),
    (
        "and by one of points",
        LETTER + "1. Проверить краны.\n2. Не допускать порчи роз.\n\nМастер поливает розы.\n",
        [
            (REQUIRED, "Директорам школ", "Проверить краны"),
            (BANNED, "Директорам школ", "Не допускать порчи роз"),
            (REQUIRED, "Мастер", "поливает розы"),
        ],
    ),
    (
        "a memo speaks to its readers",
        MEMO + "Полейте розы. Не рвите листья: сад их обрежет. Взять лейки можно у пруда. Покупать розы не требуется.\n"
        "Объясните гостям, почему нельзя рвать розы. Мастер ведет учет. Школам следует открыть сады.\n",
        [
            (REQUIRED, "юным мастерам", "Полейте розы"),
            (BANNED, "юным мастерам", "Не рвите листья: сад их обрежет"),
            (ALLOWED, "юным мастерам", "Взять лейки у пруда"),
            (ALLOWED, "юным мастерам", "Покупать розы"),
            (REQUIRED, "юным мастерам", "Объясните гостям"),
            (REQUIRED, "Мастер", "ведет учет"),
            (REQUIRED, "Школам", "открыть сады"),
        ],
    ),
    (
        "a verb behind a denied one is none itself",
        RULES + "1. Сборы не взимаются и возвращаются школе.\n2. Школа сборы не взимает и возвращает розы саду.\n",
        [
            (BANNED, None, "Сборы не взимаются"),
            (REQUIRED, None, "Сборы возвращаются школе"),
            (BANNED, "Школа", "сборы не взимает"),
            (REQUIRED, "Школа", "возвращает розы саду"),
        ],
    ),
    (
        "what is left out and why is no part of a ban",
        RULES + "1. Въезд машин запрещён, исключение составляют машины сада.\n"
        "2. Вынос роз не допускается: розы выдает мастер.\n",
        [(BANNED, None, "Въезд машин"), (BANNED, None, "Вынос роз")],
    ),
    (
        "who alone may stands behind",
        RULES + "1. Забирать лейки имеют право лишь мастера.\n2. Закрыть сад мастер может только зимой.\n"
        "3. Рвать розы, брать лейки ученик не может.\n4. Ни одна из сторон не вправе рвать розы.\n",
        [
            (ALLOWED, "мастера", "Забирать лейки"),
            (ALLOWED, "мастер", "Закрыть сад только зимой"),
            (BANNED, "ученик", "Рвать розы, брать лейки"),
            (BANNED, "Ни одна из сторон", "рвать розы"),
        ],
    ),
    (
        "persons are told by what they do",
        RULES
        + "1. Проживающим категорически воспрещается:\n- рвать розы.\n2. Работающим с ядом разрешается носить маски.\n"
        "3. Следующим пунктом запрещается рвать розы.\n",
        [
            (BANNED, "Проживающим", "рвать розы"),
            (ALLOWED, "Работающим с ядом", "носить маски"),
            (BANNED, None, "Следующим пунктом рвать розы"),
        ],
    ),
    (
        "behind a semicolon one goes on",
        RULES + "1. Директор ведет учет роз; вправе закрывать сад.\n",
        [(REQUIRED, "Директор", "ведет учет роз"), (ALLOWED, "Директор", "закрывать сад")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_duties_of_letters_and_memos(text: str, wanted: Found) -> None:
    assert sorted(found(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("В садах с полнотой 0,5 и ниже производится выборка роз.", "выборка роз"),
        ("В садах, кроме указанных в пунктах 5, 6 и 7 Правил, могут назначаться рубки.", "рубки"),
    ],
)
def test_numbers_that_bound_are_no_objects(sentence: str, thing: str) -> None:
    source, settings = recognise("note.ru", RULES + "1. " + sentence)
    document = READERS[source.reader](source.stem, RULES + "1. " + sentence, "ru")
    provisions = extract_document(source, settings, document, Registry.load()).provisions
    assert [one.object for one in provisions] == [thing]

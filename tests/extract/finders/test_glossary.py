"""A document's key of abbreviations: in a table, in lines below its title, in a note."""

from __future__ import annotations

import pytest

from extract.finders.glossary import find_glossary
from extract.readers.marked import read_marked
from extract.readers.tabbed import read_tabbed


def key(text: str, lang: str) -> dict[str, str]:
    return {entry.abbreviation: entry.full for entry in find_glossary(read_tabbed("sample", text, lang))}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Расшифровка аббревиатур:\nМТ – Министерство тишины\nУЗ РК – управления звезд; \n"),
        ("ru", "Примечание: МТ – Министерство тишины; УЗ РК – управления звезд."),
        ("ru", "Список сокращений\n1) МТ — Министерство тишины,\n2) УЗ РК — управления звезд\n"),
        ("ru", "Принятые сокращения: МТ - Министерство тишины, УЗ РК - управления звезд"),
    ],
)
def test_lines_below_words_that_announce_them(lang: str, text: str) -> None:
    assert key(text, lang) == {"МТ": "Министерство тишины", "УЗ РК": "управления звезд"}


ROWS = "| МТ | Министерство тишины |\n| УЗ РК | управления звезд |\n"
RULE = "|---|---|\n"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", f"# Сокращения\n\n{ROWS}"),
        ("ru", f"Расшифровка сокращений:\n\n{ROWS}"),
        ("kk", f"# Қысқартулар\n\n{ROWS}"),
        ("ru", f"# Слова\n\n| Сокращение | Расшифровка |\n{RULE}{ROWS}"),
    ],
)
def test_a_table_of_two_columns_that_is_announced(lang: str, text: str) -> None:
    found = find_glossary(read_marked("sample", text, lang))
    assert {one.abbreviation: one.full for one in found} == {"МТ": "Министерство тишины", "УЗ РК": "управления звезд"}


def test_a_table_that_nobody_calls_a_key_is_none() -> None:
    assert find_glossary(read_marked("sample", f"# Слова\n\n{ROWS}", "ru")) == ()


def test_a_kazakh_note() -> None:
    found = key("Ескертпе: ТМ – Тыныштық министрлігі; ЖБ – жұлдыз басқармалары", "kk")
    assert found == {"ТМ": "Тыныштық министрлігі", "ЖБ": "жұлдыз басқармалары"}


@pytest.mark.parametrize(
    ("above", "titles"),
    [("Расшифровка сокращений", ""), ("", "| № | Сокращение | Расшифровка |\n|---|---|---|\n")],
)
def test_a_table_that_words_tell_to_be_a_key(above: str, titles: str) -> None:
    rows = "| 1 | МТ | Министерство тишины |\n| 2 | УЗ РК | управления звезд |\n"
    ruled = titles or "| 1 | МТ | Министерство тишины |\n|---|---|---|\n"
    text = f"{above}\n\n{ruled}{rows if titles else rows.splitlines()[1]}"
    found = {entry.abbreviation: entry.full for entry in find_glossary(read_marked("sample", text, "ru"))}
    assert found == {"МТ": "Министерство тишины", "УЗ РК": "управления звезд"}


def test_a_table_of_two_columns_is_no_key() -> None:
    text = "Ответственные\n\n| МТ | Министерство тишины |\n|---|---|\n| УЗ | управления звезд |\n"
    assert find_glossary(read_marked("sample", text, "ru")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "МТ – Министерство тишины",
        "Примечание: суммы уточняются.\nПроза идет дальше.\nМТ – Министерство тишины",
        "Примечание: школы – это организации.",
    ],
)
def test_prose_is_no_key(text: str) -> None:
    assert key(text, "ru") == {}

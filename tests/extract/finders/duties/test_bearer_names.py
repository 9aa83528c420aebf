"""Bearers as a register lists them, beside their words as written."""

from __future__ import annotations

import pytest
from read_acts import provisions_of

NAMES = [
    (
        "ПРИКАЗЫВАЮ:\n\n1. Садовым управлениям областей (далее – СУ) обеспечить полив роз.\n",
        "Садовым управлениям областей",
        "Садовые управления областей",
    ),
    (
        "ПРИКАЗЫВАЮ:\n\n1. Контроль за исполнением приказа возложить на заместителя директора Липова А.Б.\n",
        "заместителя директора Липова А.Б.",
        "заместитель директора Липов А.Б.",
    ),
    (
        "ПРИКАЗЫВАЮ:\n\n1. Управлению садов и комитету парков проверить ограды.\n",
        "Управлению садов и комитету парков",
        "Управление садов; комитет парков",
    ),
    (
        "Правила полива\n\n3. Заявки рассматриваются садовой комиссией в течение трех дней.\n",
        "садовой комиссией",
        "садовая комиссия",
    ),
    (
        "БҰЙЫРАМЫН:\n\n1. Осы бұйрықтың орындалуын бақылау бақ директорының орынбасары Г. Розовке жүктелсін.\n",
        "бақ директорының орынбасары Г. Розовке",
        "бақ директорының орынбасары Г. Розов",
    ),
    (
        "Бақ қағидалары\n\n3. Бақ кеңесі хатшысының міндеттері:\n\n1) хаттама жүргізеді;\n\n2) отырысты дайындайды.\n",
        "Бақ кеңесі хатшысының",
        "Бақ кеңесі хатшысы",
    ),
]


@pytest.mark.parametrize(("text", "said", "name"), NAMES)
def test_a_bearer_is_named_in_the_nominative_and_quoted_as_written(text: str, said: str, name: str) -> None:
    first = provisions_of(text)[0]
    assert first.bearer_text is not None
    assert first.bearer_text.startswith(said)
    assert first.bearer_name == name
    assert "; ".join(one.name or "" for one in first.bearers) == name

"""Kazakh texts that tell, ask or set a table, and bid nobody; beside each its like that bids. All text is invented."""

from __future__ import annotations

import pytest

from extract.document.blocks import Paragraph, Table, passage_of
from extract.finders.duties.layouts.tables import _with_cards
from tests.read_duties import duties_of_text, read_duties

TOLD = [
    "Шебердің шешімі дұрыс деп санаймын.",
    "Бұл бақ өте маңызды деп есептейміз.",
    "Жоғарыда айтылған дұрыс, қалғаны қате.",
    "Балалар бақшаға баратын уақыт жетті.",
    "Тырналар қайтатын кез келді.",
    "Күн бататын кез келді.",
    "Бақ көшет береді ме?",
    "Бағбан есеп беруге міндетті ме?",
    "Таңғы асқа ірімшік, кешкі асқа ет.",
    "Сендердің балаңдар, көршілерің бақта жүр.",
    "Сынақ егін жинауға тура келеді.",
    "Көршілерді тойдан дәм татуға шақырамыз.",
    "Балаларды кино қарауға шақырамыз.",
]


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_or_asked_bids_nobody(text: str) -> None:
    assert read_duties("kk", text) == []


BIDDEN = [
    ("Бақты күту маңызды деп санаймын.", 1),
    ("Гүлді кешке суарған дұрыс.", 1),
    ("Суды үнемдейтін кез келді.", 1),
    ("Жаңа бақ салатын уақыт жетті.", 1),
    ("Кешіккен бағбанға бақты қайта суаруға тура келеді.", 1),
    ("Көршілерді бақ отырғызуға шақырамыз.", 1),
    ("Мекемеде гүл егу мен бақ күту тәртібін бекіту қажет.", 1),
    ("Бақты күту мен гүлді егу қажет.", 2),
]


@pytest.mark.parametrize(("text", "several"), BIDDEN)
def test_their_likes_bid(text: str, several: int) -> None:
    assert len(read_duties("kk", text)) == several


TEXTS = [
    ("# 5-сыныптың сабақ кестесі\n\nДүйсенбі – тіл, гүл салу.\n\nСейсенбі – ән айту, гүл салу.\n", 0),
    ("# 2031 жылғы емтихандар кестесі\n\n1. Тіл – эссе жазу – 5 мамыр.\n\n2. Тарих – эссе жазу – 6 мамыр.\n", 0),
    ("# Бақты күту\n\n## Көшетті көбейту тәсілдері\n\nтұқым себу;\n\nқалемшелеу;\n", 0),
    ("# Бақты дамыту бағдарламасы\n\n## Көшетті көбейту жолдары\n\nтұқым себу;\n\nқұдық қазу;\n", 2),
    ("# Менің жазым\n\nЖазда біз тауға барамыз. Біз көлде балық аулаймыз.\n", 0),
    ("# Тұрғындарға\n\nҚұрметті тұрғындар!\n\nБіз он көшетжай ашамыз.\n", 1),
    ("# Күн тәртібі\n\n1. Гүлов С.А.: бақты күту.\n\n2. Емен А.Б.: көшет егу.\n", 0),
    ("# Жұмыс бөлінісі\n\n1. Гүлов С.А.: бақты күту.\n\n2. Емен А.Б.: көшет егу.\n", 2),
    ("# Сауалнама\n\nАты-жөніңіз\n\nТуған жылыңыз\n\nТелефон нөміріңіз\n\nБақ көшет береді\n", 0),
]


@pytest.mark.parametrize(("text", "several"), TEXTS)
def test_texts_that_tell_and_texts_that_plan(text: str, several: int) -> None:
    assert len(duties_of_text("kk", text)) == several


def test_a_card_without_deeds_keeps_the_cards_beside_it() -> None:
    lines = ["Кім: бағбан", "Не істейді: гүл егеді", "Кім: күзетші", "Кім: шебер", "Не істейді: қақпа іледі"]
    blocks = list(_with_cards([Paragraph(passage_of(line)) for line in lines], "kk"))
    assert [type(block) for block in blocks] == [Table, Paragraph, Table]


def test_lines_that_name_many_and_tell_nothing_are_read_once() -> None:
    blocks = [Paragraph(passage_of("Кім: бағбан")) for _ in range(2000)]
    assert list(_with_cards(blocks, "kk")) == blocks

"""Words that a narrow column tore without a hyphen are put together in cells; two words never are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.language.torn_pieces import TornPieces
from extract.texts import read_document


def put_together(text: str, lang: str, *elsewhere: str) -> str:
    """A text without the blanks inside its torn words; the words of `elsewhere` stand whole in its document."""
    counts = Counter(word for said in (text, *elsewhere) for word in said.casefold().split())
    dropped = set(TornPieces(lang, counts).blanks(text))
    return "".join(letter for at, letter in enumerate(text) if at not in dropped)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Депар тамент образо вания города", "Департамент образования города"),
        ("комитет ветерина рии, лесхозы", "комитет ветеринарии, лесхозы"),
        ("(Ответс твенные за испол нение)", "(Ответственные за исполнение)"),
        ("методи ческое письмо", "методическое письмо"),
        ("внедрение электронного документооборот а в садах", "внедрение электронного документооборота в садах"),
        ("районного отдел а садов", "районного отдела садов"),
        ("развитие документооборот а", "развитие документооборота"),
        ("садовой технологи и полива", "садовой технологии полива"),
        ("список садов а также рощ", "список садов а также рощ"),
        ("новых задач и целей", "новых задач и целей"),
        ("акимат района а отдел садов", "акимат района а отдел садов"),
        ("нового договор о поливе", "нового договор о поливе"),
        ("Ответственны е лица", "Ответственные лица"),
        ("проведение и про ведение", "проведение и про ведение"),
        ("аким и маслихат", "аким и маслихат"),
        ("в том числе по становление", "в том числе по становление"),
        ("лесхоз предприятий", "лесхоз предприятий"),
        ("МИ ОТ дел", "МИ ОТ дел"),
        ("г. род", "г. род"),
    ],
)
def test_russian_pieces_are_a_word_of_the_dictionary(words: str, whole: str) -> None:
    assert put_together(words, "ru") == whole


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("жалпы шығарындыс ы (көлем)", "жалпы шығарындысы (көлем)"),
        ("көрсеткіш тің атауы", "көрсеткіштің атауы"),
        ("тың жерлер", "тың жерлер"),
        ("мұғалім дер", "мұғалім дер"),
        ("дүние жүзілік", "дүние жүзілік"),
        ("бақ басқар ма сы", "бақ басқармасы"),
        ("шара лар ды өткізу", "шараларды өткізу"),
        ("дүние жүзі лік", "дүниежүзілік"),
        ("бала да бар ма екен", "бала да бар ма екен"),
        ("қала да ғы бақ", "қала да ғы бақ"),
        ("Республикал ық бақ", "Республикалық бақ"),
        ("мектеп ық жағы", "мектеп ық жағы"),
    ],
)
def test_a_kazakh_ending_is_no_word(words: str, whole: str) -> None:
    assert put_together(words, "kk", "дүниежүзілік дүниежүзілік") == whole


def test_a_word_that_stands_whole_more_often_proves_its_pieces() -> None:
    assert put_together("райветс танция", "ru", "райветстанция райветстанция") == "райветстанция"
    assert put_together("райветс танция", "ru", "райветстанция") == "райветс танция"
    assert put_together("облыс басқа рмасы", "kk", "басқармасы басқармасы") == "облыс басқармасы"
    assert put_together("по вышение", "ru", "повышение") == "повышение"


@pytest.mark.parametrize("parting", ["<br>", "\n", " "])
def test_pieces_of_a_cell_keep_their_places(parting: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    cell = parting.join(("Депар", "тамент образо", "вания города"))
    path.write_text(f"<table><tr><td>№</td><td>{cell}</td><td>а</td></tr></table>", "utf-8")
    document = read_document(path)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    (passage,) = table.rows[0].cells[1].paragraphs
    assert passage.text == "Департамент образования города"
    assert "".join(document.text[at] for at in passage.offsets) == passage.text

"""Duties in parts of an act that a note tells of: suspended, or taken out. All texts are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.registry.standing import status_of_part

RU = (
    "Об утверждении Правил\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемые Правила работы музеев.\n\n"
    "2. Комитету образования принять меры по учету музеев.\n\n3. Школам представить перечень музеев.\n\n"
    "Правила работы музеев\n\n1. Общие положения\n\n1. Школы ведут книгу.\n\n2. Школы проверяют замки.\n\n"
    "3. Школы в пределах своей компетенции:\n1) заполняют карту;\n2) проверяют опись.\n\n"
    "4. Школы готовят выставку.\n\nШколы публикуют афишу.\n\n{note}\n\n5. Школы продают билеты.\n"
)
KK = (
    "Қағидаларды бекіту туралы\n\nБҰЙЫРАМЫН:\n\n1. Қоса беріліп отырған Мұражайлар жұмысының қағидалары бекітілсін.\n\n"
    "2. Мектептер мұражайларды есепке алу бойынша шаралар қабылдасын.\n\nМұражайлар жұмысының қағидалары\n\n"
    "1-тарау. Жалпы ережелер\n\n1. Мектептер кітап жүргізеді.\n\n2. Мектептер құлыптарды тексереді.\n\n"
    "3. Мектептер көрме дайындайды.\n\nМектептер хабарландыру жариялайды.\n\n{note}\n\n4. Мектептер есеп ұсынады.\n"
)
UNTIL = (None, date(2034, 1, 1))
NOTES = [
    (RU, "Примечание ИЗПИ! Пункт 2 приостановлен до 01.01.2034.", ["проверяют замки"]),
    (RU, "Сноска. Действие абзаца второго пункта 4 приостановлено до 01.01.2034 приказом № 7.", ["публикуют афишу"]),
    (RU, "Сноска. Действие подпункта 2) пункта 3 приостановлено до 01.01.2034 приказом № 7.", ["проверяют опись"]),
    (
        RU,
        "Сноска. Действие подпунктов 1) и 2) пункта 3 приостановлено до 01.01.2034 приказом № 7.",
        ["заполняют карту", "проверяют опись"],
    ),
    (
        RU,
        "Сноска. Действие абзацев с первого по третий пункта 4 приостановлено до 01.01.2034 приказом № 7.",
        ["готовят выставку", "публикуют афишу"],
    ),
    (RU, "Сноска. Действие пункта 9 приостановлено до 01.01.2034 приказом № 7.", []),
    (KK, "Ескерту. 2-тармақтың қолданылуы 01.01.2034 дейін тоқтатыла тұрды.", ["құлыптарды тексереді"]),
    (KK, "ЗҚАИ-ның ескертпесі! 2-тармақ 01.01.2034 дейін тоқтатыла тұрды.", ["құлыптарды тексереді"]),
    (
        KK,
        "Ескерту. 3-тармақтың екінші абзацының қолданылуы 01.01.2034 дейін тоқтатыла тұрды.",
        ["хабарландыру жариялайды"],
    ),
]


@pytest.mark.parametrize(("form", "note", "wanted"), NOTES)
def test_a_note_suspends_exactly_the_part_that_it_names(
    tmp_path: Path, form: str, note: str, wanted: list[str]
) -> None:
    file = tmp_path / "act.txt"
    file.write_text(form.format(note=note), "utf-8")
    found = extract_file(file, Registry.load())
    assert [one.action for one in found.provisions if one.suspended] == wanted
    assert {one.suspended for one in found.provisions} <= {None, UNTIL}
    assert len(found.provisions) == len(extract_without(tmp_path, form))
    assert found.source.suspended is None


def extract_without(tmp_path: Path, form: str) -> tuple[object, ...]:
    """The provisions of the text without a note."""
    file = tmp_path / "plain.txt"
    file.write_text(form.format(note=""), "utf-8")
    return extract_file(file, Registry.load()).provisions


@pytest.mark.parametrize(
    ("form", "note", "wanted"),
    [
        (RU, "Сноска. Пункт 2 исключен приказом № 7.", ["проверяют замки"]),
        (RU, "Сноска. Абзац второй исключен приказом № 7.", ["публикуют афишу"]),
        (KK, "Ескерту. 2-тармақ алып тасталды.", ["құлыптарды тексереді"]),
    ],
)
def test_a_note_takes_out_exactly_the_part_that_it_names(
    tmp_path: Path, form: str, note: str, wanted: list[str]
) -> None:
    file = tmp_path / "act.txt"
    file.write_text(form.format(note=note), "utf-8")
    found = extract_file(file, Registry.load())
    assert [one.action for one in found.provisions if one.lost] == wanted


def test_a_part_has_the_status_that_its_text_tells() -> None:
    assert status_of_part("in-force", (None, date(2999, 1, 1)), None, lost=False) == "suspended"
    assert status_of_part("in-force", (None, date(2001, 1, 1)), None, lost=False) == "in-force"
    assert status_of_part("in-force", (date(2999, 1, 1), None), None, lost=False) == "in-force"
    assert status_of_part("in-force", None, date(2999, 1, 1), lost=False) == "not-yet"
    assert status_of_part("in-force", None, None, lost=True) == "repealed"
    assert status_of_part("lapsed", (None, None), None, lost=False) == "lapsed"

"""Which edition a text is: its notes, its requisite and what was written down of it tell the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.sources.heads.headers import read_header
from extract.sources.recognise import decode, recognise, sniff_lang
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("note", "edition"),
    [
        ("", date(2031, 5, 5)),
        ("Сноска. Приказ с изменениями, внесенными приказом Министра от 13.06.2032 № 465; от 25.04.2033 № 271 (вводится в действие с 01.01.2040).", date(2033, 4, 25)),
        ("Сноска. Утратил силу приказом Министра от 01.02.2034 № 3.", date(2031, 5, 5)),
        ("2. Исключен приказом Министра просвещения от 13.06.2032 № 465.", date(2032, 6, 13)),
        ("2. Проверить приказ от 13.06.2032 № 465.", date(2031, 5, 5)),
        ("(с изменениями и дополнениями по состоянию на 01.02.2032 г.)", date(2032, 2, 1)),
    ],
    ids=["as signed", "two notes", "repealed", "removed point", "another act", "a line under the title"],
)  # fmt: skip
def test_a_consolidated_text_is_the_edition_of_its_last_amendment(note: str, edition: date) -> None:
    head = "О залах\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77."
    source, _ = recognise("text", f"{head}\n\n{note}\n\n      1. Открыть залы.\n", Registry.load())
    assert (source.work, source.act_date, source.version_date) == (
        "act-2031-05-05-77-kz-moe",
        date(2031, 5, 5),
        edition,
    )


def test_notes_of_a_kazakh_text_tell_its_edition() -> None:
    head = "Залдар туралы\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 қаулысы."
    note = (
        "Ескерту. 1-тармаққа өзгерістер енгізілді - ҚР Үкіметінің 13.06.2032 ; 25.04.2033№ 465 № 271 қаулыларымен "
        "(01.01.2040 бастап қолданысқа енгізіледі)."
    )
    source, _ = recognise("text", f"{head}\n      {note}\n      1. Залдар ашылсын.\n")
    assert source.version_date == date(2033, 4, 25)


@pytest.mark.parametrize(
    ("days", "edition"),
    [
        ("approved_on: 2031-05-31\nversion_date: {rus: 2031-05-31, kaz: 2031-05-31}", date(2031, 6, 1)),
        ("approval_date: 2031-05-31\nversion_date: 2031-05-31", date(2031, 6, 1)),
        ("approved_on: 2031-05-31\nversion_date: {rus: 2032-07-01}", date(2032, 7, 1)),
    ],
)
def test_a_banks_day_before_that_of_the_requisite_is_the_act_s_own(days: str, edition: date) -> None:
    """A day of summer time stands in the bank of acts as the evening before."""
    requisite = "Приказ Министра просвещения Республики Казахстан от 1 июня 2031 года № 77"
    said = f"---\nact_code: '1'\nrequisite: {requisite}\nlanguage: rus\n{days}\n---\n\n# О садах\n\nПРИКАЗЫВАЮ:\n"
    source, _ = recognise("1.rus", said)
    assert (source.act_date, source.version_date) == (date(2031, 6, 1), edition)


def test_counts_are_expected_of_the_edition_they_were_made_on(corpus: Path) -> None:
    text = decode(next(corpus.glob("002*")))
    of_the_yml, settings = recognise("002", text)
    assert (of_the_yml.version_date, settings.expect["measures"]) == (date(2025, 4, 25), 185)
    later, settings = recognise("002", text.replace("25.04.2025", "25.04.2027"))
    assert (later.work, later.version_date, settings.expect) == (of_the_yml.work, date(2027, 4, 25), {})


def test_what_the_texts_say_agrees_with_what_was_written_down_of_them(corpus: Path) -> None:
    """The day of each edition in `sources/*.yml` is the one that the text tells, where it tells one."""
    for path in sorted(corpus.glob("*.txt")):
        text = decode(path)
        header = read_header(text, sniff_lang(text))
        told = header.amended or header.act_date
        source, _ = recognise(path.stem, text)
        assert told in (None, source.version_date), path.name

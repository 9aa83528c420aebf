"""Whether an act works, by what invented texts say of themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

RU = "О залах\n\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77{behind}\n\n{note}\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n1. Утвердить план.\n2. {point}\n"
KK = "Залдар туралы\n\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 қаулысы{behind}\n\n{note}\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n1. Жоспар бекітілсін.\n2. {point}\n"
ENDED = (date(2033, 9, 5), "P3300000721")


def standing(tmp_path: Path, form: str, *, behind: str = "", note: str = "", point: str = "") -> Source:
    file = tmp_path / "act.txt"
    file.write_text(form.format(behind=behind, note=note, point=point), "utf-8")
    return extract_file(file, Registry.load()).source


@pytest.mark.parametrize(
    ("form", "where", "words", "ended"),
    [
        (RU, "note", "Сноска. Утратило силу постановлением Правительства РК от 05.09.2033 № 721.", ENDED),
        (RU, "behind", ". Утратило силу постановлением Правительства Республики Казахстан от 5 сентября 2033 года № 721", ENDED),
        (RU, "note", "Сноска. Утратило силу постановлением Правительства РК от 05.09.2033 № 721 (вводится в действие с 01.01.2034).", (date(2034, 1, 1), "P3300000721")),
        (KK, "note", "Ескерту. Күші жойылды - ҚР Үкіметінің 2033.09.05 № 721 қаулысымен.", ENDED),
        (KK, "behind", ". Күшi жойылды - Қазақстан Республикасы Үкіметінің 2033 жылғы 5 қыркүйектегі № 721 қаулысымен", ENDED),
        (RU, "point", "Утратил силу постановлением Правительства РК от 05.09.2033 № 721.", (None, None)),
        (RU, "point", "Признать утратившим силу постановление Правительства Республики Казахстан от 5 сентября 2030 года № 721.", (None, None)),
        (KK, "point", "Қазақстан Республикасы Үкіметінің 2030 жылғы 5 қыркүйектегі № 721 қаулысының күші жойылды деп танылсын.", (None, None)),
    ],
)  # fmt: skip
def test_the_end_of_an_act(tmp_path: Path, form: str, where: str, words: str, ended: tuple[object, object]) -> None:
    source = standing(tmp_path, form, **{where: words})
    assert (source.repealed_on, source.repealed_by) == ended
    assert source.version_date == date(2031, 5, 5)


@pytest.mark.parametrize(
    ("form", "point", "day"),
    [
        (RU, "Настоящее постановление вводится в действие с 1 января 2032 года.", date(2032, 1, 1)),
        (RU, "Настоящее постановление вводится в действие со дня его подписания.", date(2031, 5, 5)),
        (RU, "Настоящее постановление вводится в действие с 1 января 2032 года, за исключением пункта 1, который вводится в действие с 1 января 2033 года.", date(2032, 1, 1)),
        (RU, "Настоящее постановление вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования.", None),
        (KK, "Осы қаулы 2032 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", date(2032, 1, 1)),
        (KK, "Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.", date(2031, 5, 5)),
    ],
)  # fmt: skip
def test_when_an_act_enters_into_force(tmp_path: Path, form: str, point: str, day: date | None) -> None:
    assert standing(tmp_path, form, point=point).in_force_from == day


@pytest.mark.parametrize(
    ("form", "note"),
    [
        (RU, "Сноска. Действие постановления приостановлено до 01.01.2034 постановлением Правительства РК от 05.09.2032 № 721."),
        (KK, "Ескерту. Қаулының қолданылуы ҚР Үкіметінің 05.09.2032 № 721 қаулысымен 01.01.2034 дейін тоқтатыла тұрды."),
    ],
)  # fmt: skip
def test_an_act_that_is_suspended_is_no_other_edition(tmp_path: Path, form: str, note: str) -> None:
    source = standing(tmp_path, form, note=note)
    assert source.suspended == (None, date(2034, 1, 1))
    assert (source.version_date, source.amended_by, source.repealed_on) == (date(2031, 5, 5), (), None)


def test_notes_tell_what_made_the_edition(tmp_path: Path) -> None:
    note = "Сноска. Пункт 1 с изменениями, внесенными постановлениями Правительства РК от 01.02.2032 N 56 ; от 15.05.2033 N 593 (порядок введения в действие см. п. 4 )."
    source = standing(tmp_path, RU, note=note)
    assert (source.version_date, source.amended_by) == (date(2033, 5, 15), ("P3200000056", "P3300000593"))

"""Points of an order in the present tense, below the verb that bids: "1. Комиссия ежедневно проверяет ..."."""

from __future__ import annotations

import pytest

from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry

RU = "О саде\n\nСад закрыт. Сторож Дубов ведет журнал сада. В целях порядка ПРИКАЗЫВАЮ:\n\n"
KK = "Бақ туралы\n\nБақ жабық. Күзетші бақтың журналын жүргізеді. Тәртіп үшін БҰЙЫРАМЫН:\n\n"


def found(lang: str, text: str) -> list[tuple[str, str | None, str]]:
    source, settings = recognise(f"note.{lang}", text)
    document = READERS[source.reader](source.stem, text, lang)
    provisions = extract_document(source, settings, document, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed) for one in provisions]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ru",
            RU + "1. Утвердить состав комиссии. Комиссия ежедневно проверяет теплицы и записывает итоги в журнал.\n"
            "2. Кладовщики выдают лопаты под роспись.\n",
            [
                ("requirement", "Комиссия", "проверяет теплицы"),
                ("requirement", "Комиссия", "записывает итоги в журнал"),
                ("requirement", "Кладовщики", "выдают лопаты под роспись"),
            ],
        ),
        (
            "kk",
            KK + "1. Комиссия құрамы бекітілсін. Комиссия күн сайын жылыжайды тексереді.\n"
            "2. Қоймашы күректі қолхатпен береді.\n",
            [
                ("requirement", "Комиссия", "жылыжайды тексереді"),
                ("requirement", "Қоймашы", "күректі қолхатпен береді"),
            ],
        ),
    ],
)
def test_points_in_the_present_tense_bind(lang: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", RU + "1. Настоящий приказ вступает в силу со дня подписания.\n"),
        ("ru", RU + "Директор сада М. Липов\n"),
        (
            "ru",
            RU + "1. Дополнить правила пунктом следующего содержания: сторож поливает розы.\n2. Сторож поливает сад.\n",
        ),
        ("kk", KK + "1. Қағидалар мынадай мазмұндағы тармақпен толықтырылсын: күзетші гүл суарады.\n"),
        ("kk", KK + "1. Осы бұйрық қол қойылған күнінен бастап күшіне енеді.\n"),
    ],
)
def test_the_preamble_commencement_and_new_wordings_bind_nobody(lang: str, text: str) -> None:
    assert found(lang, text) == []

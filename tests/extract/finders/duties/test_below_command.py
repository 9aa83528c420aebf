"""Points of an order in the present tense, below the verb that bids: "1. Комиссия ежедневно проверяет ..."."""

from __future__ import annotations

import pytest
from read_duties import duties_of_text

RU = "О саде\n\nСад закрыт. Сторож Дубов ведет журнал сада. В целях порядка ПРИКАЗЫВАЮ:\n\n"
KK = "Бақ туралы\n\nБақ жабық. Күзетші бақтың журналын жүргізеді. Тәртіп үшін БҰЙЫРАМЫН:\n\n"


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
            "ru",
            RU + "1. Мастера дежурят по графику, замена допускается только с разрешения директора.\n",
            [
                ("requirement", "Мастера", "дежурят по графику"),
                ("permission", "Мастера", "замена только с разрешения директора"),
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
    assert duties_of_text(lang, text) == expected


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
    assert duties_of_text(lang, text) == []

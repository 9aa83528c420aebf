"""Tasks that Russian programmes and speeches set, what bodies promise, and points that open with a term; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

PROGRAMME = "Программа развития садов района на 2031–2035 годы"
SPEECH = "Выступление акима на садовом форуме"
PLAN = "План работы садовой школы"


def read(tmp_path: Path, title: str, text: str) -> list[tuple[str, str | None, str | None]]:
    path = tmp_path / "task.ru.md"
    path.write_text(f"{title}\n\n{text}\n", "utf-8")
    provisions = extract_file(path, Registry.load()).provisions
    return [(one.modality, one.bearer_text, one.deed) for one in provisions]


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (PROGRAMME, "Перед акиматом стоит задача обновить сады.", [("requirement", "акиматом", "обновить сады")]),
        (
            PROGRAMME,
            "Перед министерством стоят задачи обновить теплицы и подготовить мастеров.",
            [
                ("requirement", "министерством", "обновить теплицы"),
                ("requirement", "министерством", "подготовить мастеров"),
            ],
        ),
        (SPEECH, "Директором поставлена задача удвоить сбор роз.", [("requirement", None, "удвоить сбор роз")]),
        (SPEECH, "Была поставлена задача удвоить сбор роз, и она решена.", []),
        (SPEECH, "Считаю необходимым упростить выдачу лип.", [("requirement", None, "упростить выдачу лип")]),
        (SPEECH, "Призываем жителей района беречь воду.", [("recommendation", "жителей района", "беречь воду")]),
        (SPEECH, "Мы должны вернуть детям сады.", [("requirement", "Мы", "вернуть детям сады")]),
        (SPEECH, "Нам предстоит обновить теплицы.", [("requirement", "Нам", "обновить теплицы")]),
        (
            PROGRAMME,
            "Задача тренера – растить чемпионов и не ломать судьбы.",
            [("requirement", "тренера", "растить чемпионов"), ("prohibition", "тренера", "ломать судьбы")],
        ),
        (
            PROGRAMME,
            "Приоритетом колледжа станет обучение агрономов.",
            [("requirement", "колледжа", "обучение агрономов")],
        ),
        (PROGRAMME, "Задачей акимата станет ремонт теплиц.", [("requirement", "акимата", "ремонт теплиц")]),
        (
            PROGRAMME,
            "За отделом закрепляется уход за липами.",
            [("requirement", "отделом", "закрепляется уход за липами")],
        ),
        (PROGRAMME, "За педагогом закрепляется класс.", []),
        (PROGRAMME, "Акимат ускорит посадку лип.", [("commitment", "Акимат", "ускорит посадку лип")]),
        (PROGRAMME, "Внедрение полива ускорит рост роз. Новая теплица сократит затраты.", []),
        (
            PROGRAMME,
            "Студенты получат право выбирать сад.",
            [("permission", "Студенты", "получат право выбирать сад")],
        ),
        (
            PROGRAMME,
            "Предусматривается возведение теплиц и благоустройство аллей.",
            [("intention", None, "возведение теплиц"), ("intention", None, "благоустройство аллей")],
        ),
        (
            PROGRAMME,
            "I этап (2031 год) – провести опись роз; обучение мастеров.",
            [("requirement", None, "провести опись роз"), ("requirement", None, "обучение мастеров")],
        ),
        (PROGRAMME, "I этап – подготовительный.", []),
        (PROGRAMME, "До 1 мая завхозу посадить розы.", [("requirement", "завхозу", "посадить розы")]),
        (PROGRAMME, "До 1 мая посадить розы можно с мастером.", []),
        (
            PLAN,
            "1. До 1 октября завхозу:\n   1) закупить семена;\n   2) раздать лейки.",
            [("requirement", "завхозу", "закупить семена"), ("requirement", "завхозу", "раздать лейки")],
        ),
        (
            PLAN,
            "Завхоз: провести осмотр теплиц; вычертить план сада.",
            [("requirement", "Завхоз", "провести осмотр теплиц"), ("requirement", "Завхоз", "вычертить план сада")],
        ),
        (
            PLAN,
            "№ 1. Покраска пола; июль; завхоз.\n№ 2. Полив роз; август; садовник.",
            [("requirement", "завхоз", "Покраска пола"), ("requirement", "садовник", "Полив роз")],
        ),
        (
            PLAN,
            "1. Высадить розы силами родительского комитета – до 25 апреля.",
            [("requirement", "родительского комитета", "Высадить розы")],
        ),
        (
            PLAN,
            "1. Совместно с музеем провести осмотр теплиц. Ответственный: завхоз. Срок: май.",
            [("requirement", "завхоз", "провести осмотр теплиц")],
        ),
        (PLAN, "1. Каждый класс сажает розу. Отв.: агроном.", [("requirement", "Каждый класс", "сажает розу")]),
        (PLAN, "1. Укрыть розы (отв.: дворник; до 10.10)", [("requirement", "дворник", "Укрыть розы")]),
    ],
)
def test_tasks_are_of_whom_they_are_set(
    tmp_path: Path, title: str, text: str, wanted: list[tuple[str, str | None, str | None]]
) -> None:
    assert read(tmp_path, title, text) == wanted

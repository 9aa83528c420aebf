"""Lists by day that are duties, rosters, reports or sums are no plans; duties in them are read as anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def found_in(text: str, folder: Path) -> Extraction:
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        (
            "# Порядок\n\n## Программа сада\n\n3 июня – садовники обязаны сдать лейки.\n\n4 июня – завхоз обязан закрыть склад.\n",
            ["садовники", "завхоз"],
        ),
        (
            "Программа ухода за розами\n\n3 июня. Садовник обязан сдать лейки.\n4 июня. Завхоз должен закрыть склад.\n",
            ["Садовник", "Завхоз"],
        ),
        (
            "Маусымның жұмыс жоспары:\n\n3 маусым – бағбан гүлдерді суарсын;\n4 маусым – қоймашы қойманы жапсын.\n",
            ["", ""],
        ),
        (
            "Маусым айының іс-шаралары:\n\n3 маусымға дейін. Бағбан. Гүлдерді суару.\n4 маусымға дейін. Қоймашы. Қойманы жинау.\n",
            ["Бағбан", "Қоймашы"],
        ),
        (
            "ПРИКАЗ\n\nПРИКАЗЫВАЮ:\n\n1. Садовникам работать по плану:\n3 июня – обрезка роз. Завхозу выдать ножницы.\n"
            "4 июня – посадка лип. Кладовщику выдать лопаты.\n",
            ["Садовникам", "Завхозу", "Кладовщику"],
        ),
    ],
)
def test_duties_by_day_stay_duties(text: str, bearers: list[str], tmp_path: Path) -> None:
    found = found_in(text, tmp_path)
    assert not found.measures
    told = [one.bearer_text or "" for one in found.provisions]
    assert len(told) >= len(bearers)
    assert all(any(bearer in one for one in told) for bearer in bearers), told


@pytest.mark.parametrize(
    "text",
    [
        "План сада на май:\n\n5 мая – Липов А.Б., садовник\n6 мая – Кленов В.Г., завхоз\n",
        "План встреч:\n\n5 мая – директор сада Липов А.Б.\n6 мая – завхоз Кленов В.Г.\n",
        "Бақ жоспары:\n\n5 мамыр – Липов А.Б.\n6 мамыр – Кленов В.Г.\n",
        "График мероприятий по отпускам:\n\n5 мая – первая смена\n6 мая – вторая смена\n",
        "График полива:\n\n5 мая – аллея роз\n6 мая – аллея лип\n",
        "Программа питания садовников:\n\n5 мая – борщ, компот\n6 мая – плов, кисель\n",
        "ОТЧЁТ\n\nо работе сада\n\nПо плану мероприятий:\n\n5 мая – обрезка роз\n6 мая – посадка лип\n",
        "План сада:\n\n5 мая – садовники обрезали розы\n6 мая – посажены липы\n",
        "Бақ жоспары:\n\n5 мамыр – раушандар кесілді\n6 мамыр – жөке отырғызылды\n",
        "План закупок:\n\n5 мая – 300 000 (триста тысяч) тенге\n6 мая – 200 000 тенге\n",
        "Программа сада:\n\n5 мая 2031 года – приказ № 12 директора сада\n6 мая 2031 года – приказ № 13 директора сада\n",
        "1. Внести в план сада изменения:\n\n5 мая – слова «обрезка роз» исключить\n6 мая – слово «липа» исключить\n",
        "Планёрка в саду\n\n5 мая – обрезка роз\n6 мая – посадка лип\n",
        "Шарап тарихынан\n\n5 мамыр – раушан күні\n6 мамыр – жөке күні\n",
        "План сада\n\nСад открыт в 1931 году.\n\nЛюбят его все.\n\nВот что там:\n\n5 мая – обрезка роз\n6 мая – посадка лип\n",
        "Погода меняет планы сада\n\n5 мая – дождь и ветер\n6 мая – гроза и град\n",
        "План сада:\n\n5 мая. Соберите листья у ворот.\n6 мая. Полейте аллею роз.\n",
    ],
)
def test_what_days_are_no_plan(text: str, tmp_path: Path) -> None:
    assert not found_in(text, tmp_path).measures


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Программа сада\n\n5 мая – обрезка роз (ответственный: Липов А.Б.).\n6 мая – посадка лип, ответственные: садовник, завхоз.\n",
            [("обрезка роз", ["Липов А.Б."]), ("посадка лип", ["садовник", "завхоз"])],
        ),
        (
            "План сада:\n\n5 мая – обрезать розы – садовник\n6 мая – выдать лопаты – Липов А.Б.\n",
            [("обрезать розы", ["садовник"]), ("выдать лопаты", ["Липов А.Б."])],
        ),
        (
            "План сада:\n\n5 мая – «Липа — царица сада»: беседа\n6 мая – встреча с Липовым А.Б.\n",
            [("«Липа — царица сада»: беседа", []), ("встреча с Липовым А.Б.", [])],
        ),
        (
            "План сада:\n\n5 мая – (отв.: Липов А.Б.)\n6 мая – 10.00 часов – .\n",
            [("(отв.: Липов А.Б.)", []), ("10.00 часов –", [])],
        ),
        (
            "Календарь мероприятий сада:\n\n5 мая – концерт учителей\n6 мая – заседание комиссии\n",
            [("концерт учителей", []), ("заседание комиссии", [])],
        ),
    ],
)
def test_who_answers_for_an_event(text: str, answers: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    told = [(one.name, [party.text for party in one.responsible]) for one in found_in(text, tmp_path).measures]
    assert told == answers


def test_words_around_a_plan_stay_whole(tmp_path: Path) -> None:
    text = (
        "Программа сада:\n5 мая – обрезка роз;\n6 мая – посадка лип.\n\n"
        "Садовник обязан 7 мая сдать лейки, а\n8 мая – закрыть склад у ворот и\n9 мая – отдать ключи.\n"
    )
    found = found_in(text, tmp_path)
    assert [one.name for one in found.measures] == ["обрезка роз", "посадка лип"]
    alone = found_in(text[text.index("Садовник") :], tmp_path)
    assert [one.bearer_text for one in found.provisions] == [one.bearer_text for one in alone.provisions] != []

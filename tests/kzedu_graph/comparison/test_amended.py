"""Invented amendments laid beside the invented text that they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from alone import in_this_process

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.comparison.amended import CODE, find_places, held_editions
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.stores import open_store

RU = (
    "О залах\n\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77\n\nПРИКАЗЫВАЮ:\n\n"
    "1. Утвердить прилагаемые Правила.\n\n2. Залы открыты три дня.\n\n3. Департаменту:\n\n1) открыть залы;\n\n2) закрыть сады.\n"
)
KK = (
    "Залдар туралы\n\nҚазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы\n\nБҰЙЫРАМЫН:\n\n"
    "1. Қағидалар бекітілсін.\n\n2. Залдар үш күн ашық.\n\n3. Департамент:\n\n1) залдарды ашсын.\n"
)
CHANGE_RU = (
    "О внесении изменений\n\nПриказ Министра просвещения Республики Казахстан от 5 мая 2032 года № 90\n\nПРИКАЗЫВАЮ:\n\n"
    "1. Внести в приказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77 следующие изменения:\n\n{told}\n"
)
CHANGE_KK = (
    "Өзгерістер енгізу туралы\n\nҚазақстан Республикасы Оқу-ағарту министрінің 2032 жылғы 5 мамырдағы № 90 бұйрығы\n\n"
    "БҰЙЫРАМЫН:\n\n1. Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығына мынадай "
    "өзгерістер енгізілсін:\n\n{told}\n"
)


def read(folder: Path, name: str, text: str) -> Extraction:
    (folder / name).write_text(text, "utf-8")
    return extract_file(folder / name, Registry.load())


@pytest.mark.parametrize(
    ("held", "change", "told", "place"),
    [
        (RU, CHANGE_RU, "в пункте 2 слова «три дня» заменить словами «пять дней»;", "три дня"),
        (RU, CHANGE_RU, "подпункт 2) пункта 3 исключить;", "2) закрыть сады."),
        (RU, CHANGE_RU, "пункт 2 изложить в следующей редакции:\n\n«2. Залы открыты.»;", "2. Залы открыты три дня."),
        (RU, CHANGE_RU, "пункт 3 дополнить подпунктом 3) следующего содержания:\n\n«3) мыть окна.»;", "3. Департаменту:"),
        (RU, CHANGE_RU, "в пункте 2 слова «семь дней» заменить словами «пять дней»;", None),
        (RU, CHANGE_RU, "пункт 9 исключить;", None),
        (KK, CHANGE_KK, "2-тармақтағы «үш күн» деген сөздер «бес күн» деген сөздермен ауыстырылсын;", "үш күн"),
        (KK, CHANGE_KK, "3-тармақтың 1) тармақшасы алып тасталсын;", "1) залдарды ашсын."),
        (KK, CHANGE_KK, "8-тармақ алып тасталсын;", None),
    ],
)  # fmt: skip
def test_the_place_that_is_changed(tmp_path: Path, held: str, change: str, told: str, place: str | None) -> None:
    base, amending = read(tmp_path, "held.txt", held), read(tmp_path, "change.txt", change.format(told=told))
    assert held_editions([base, amending]) == [(amending, base)]
    [(one, span)] = find_places(amending, base)
    assert one.act == base.source.work
    assert (base.text[span.start : span.end] if span else None) == place


def test_another_language_or_a_later_edition_is_not_what_was_changed(tmp_path: Path) -> None:
    amending = read(tmp_path, "change.txt", CHANGE_RU.format(told="пункт 2 исключить;"))
    later = read(
        tmp_path,
        "later.txt",
        RU.replace(
            "ПРИКАЗЫВАЮ", "Сноска. Пункт 2 исключен приказом Министра просвещения РК от 01.02.2033 № 95.\n\nПРИКАЗЫВАЮ"
        ),
    )
    kazakh = read(tmp_path, "kazakh.txt", KK)
    assert held_editions([amending, later, kazakh]) == []


def test_a_build_links_what_is_found_and_tells_what_is_not(tmp_path: Path) -> None:
    told = "пункт 2 исключить;\n\nпункт 9 исключить;"
    files = []
    for name, text in (("held.txt", RU), ("change.txt", CHANGE_RU.format(told=told))):
        (tmp_path / name).write_text(text, "utf-8")
        files.append(tmp_path / name)
    run_build(files, tmp_path / "store", in_this_process(extract_file))
    with open_store(tmp_path / "store") as store:
        found = store.select(
            "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#> "
            "SELECT ?part ?words { GRAPH ?any { ?it kzedu:heldAt ?place . ?place oa:hasSelector/oa:exact ?words } "
            "GRAPH ?other { ?it kzedu:changedPart ?part } }"
        )
        assert {(str(row["part"]), str(row["words"])) for row in found} == {("пункт 2", "2. Залы открыты три дня.")}
        missing = store.select(
            "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> "
            f'SELECT ?words {{ GRAPH ?any {{ ?it kzedu:code "{CODE}" ; kzedu:asWritten ?words }} }}'
        )
        assert [str(row["words"]) for row in missing] == ["пункт 9"]

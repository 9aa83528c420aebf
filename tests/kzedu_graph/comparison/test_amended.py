"""Invented amendments laid beside the invented text that they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from alone import in_this_process

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.comparison.amended import CODE, CODE_OF_ROW, changed_rows, find_places, held_editions
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


PLAN_RU = (
    "О плане\n\nПриказ Министра просвещения Республики Казахстан от 5 мая 2031 года № 77\n\nПРИКАЗЫВАЮ:\n\n"
    "1. Утвердить прилагаемый План.\n\nПлан мероприятий по садам\n\n"
    "| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители |\n|---|---|---|---|---|\n"
    "| 1 | Посадить яблони в садах | отчет | май 2032 года | МП |\n| 2 | Полить груши в садах | отчет | июнь 2032 года | МФ |\n"
    "| 3 | Собрать сливы в садах | отчет | июль 2032 года | МЗ |\n"
)
PLAN_KK = (
    "Жоспар туралы\n\nҚазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы\n\nБҰЙЫРАМЫН:\n\n"
    "1. Қоса беріліп отырған Жоспар бекітілсін.\n\nБақтар жөніндегі іс-шаралар жоспары\n\n"
    "| Р/с № | Іс-шараның атауы | Аяқталу нысаны | Орындау мерзімі | Жауапты орындаушылар |\n|---|---|---|---|---|\n"
    "| 1 | Бақтарға алма отырғызу | есеп | 2032 жылғы мамыр | ОАМ |\n| 2 | Бақтағы алмұртты суару | есеп | 2032 жылғы маусым | ҚМ |\n"
)  # fmt: skip
IN_PLAN = "в Плане мероприятий по садам, утвержденном указанным приказом:\n\n{}"
IN_PLAN_KK = "көрсетілген бұйрықпен бекітілген іс-шаралар жоспарында:\n\n{}"


@pytest.mark.parametrize(
    ("held", "change", "told", "places", "rows"),
    [
        (PLAN_RU, CHANGE_RU, IN_PLAN.format("строку, порядковый номер 2, исключить;"), ["груши"], ["2"]),
        (PLAN_RU, CHANGE_RU, IN_PLAN.format("строки, порядковые номера 1 и 3, исключить;"), ["яблони", "сливы"], ["1", "3"]),
        (PLAN_RU, CHANGE_RU, IN_PLAN.format("строку 3 изложить в следующей редакции:\n\n«3. Съесть сливы»;"), ["сливы"], ["3"]),
        (PLAN_RU, CHANGE_RU, IN_PLAN.format("в строке, порядковый номер 3, слова «отчет» исключить;"), ["отчет"], ["3"]),
        (PLAN_RU, CHANGE_RU, IN_PLAN.format("строку, порядковый номер 9, исключить;"), [None], []),
        (PLAN_RU, CHANGE_RU, IN_PLAN.format("дополнить строкой, порядковый номер 4, следующего содержания:\n\n«4. Сад»;"), [], []),
        (PLAN_RU, CHANGE_RU, "в приложении 2 к указанному приказу:\n\nстроку 2 исключить;", [], []),
        (PLAN_KK, CHANGE_KK, IN_PLAN_KK.format("реттік нөмірі 2-жол алып тасталсын;"), ["алмұртты"], ["2"]),
    ],
)  # fmt: skip
def test_a_row_of_a_plan_is_found_by_its_number(
    tmp_path: Path, held: str, change: str, told: str, places: list[str | None], rows: list[str]
) -> None:
    base, amending = read(tmp_path, "held.md", held), read(tmp_path, "change.txt", change.format(told=told))
    assert len(base.measures) in (2, 3)
    assert [row.number for _, row in changed_rows(amending, base)] == rows
    found = [base.text[span.start : span.end] if span else None for _, span in find_places(amending, base)]
    assert len(found) == len(places)
    for words, place in zip(found, places, strict=True):
        assert (words is None) == (place is None)
        assert place is None or (words is not None and place in words)


def test_a_row_says_that_it_was_amended_until_a_newer_edition_is_held(tmp_path: Path) -> None:
    amending = CHANGE_RU.format(told=IN_PLAN.format("строку, порядковый номер 2, исключить;"))
    newer = PLAN_RU.replace(
        "ПРИКАЗЫВАЮ", "Сноска. Строка 2 исключена приказом Министра просвещения РК от 05.05.2032 № 90.\n\nПРИКАЗЫВАЮ"
    )
    for name, texts in (("old", (PLAN_RU, amending)), ("new", (PLAN_RU, amending, newer))):
        files = [tmp_path / f"{name}{n}.md" for n, _ in enumerate(texts)]
        for file, words in zip(files, texts, strict=True):
            file.write_text(words, "utf-8")
        run_build(files, tmp_path / name, in_this_process(extract_file))
        with open_store(tmp_path / name) as store:
            said = store.select(
                "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> PREFIX sh: <http://www.w3.org/ns/shacl#> "
                "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT DISTINCT ?row ?message ?words { GRAPH ?any { "
                f'?it kzedu:code "{CODE_OF_ROW}" ; sh:focusNode ?row ; sh:resultMessage ?message ; kzedu:evidence ?place . '
                '?place oa:hasSelector/oa:exact ?words } FILTER(LANG(?message) = "ru") }'
            )
            found = {(str(row["row"]).rpartition("/")[2], str(row["message"]).split(";")[0]) for row in said}
            quotes = " ".join(str(row["words"]) for row in said)
        if name == "old":
            assert found == {("2", "Строка 2 исключена актом № 90 от 2032-05-05")}
            assert "груши" in quotes
            assert "исключить" in quotes
        else:
            assert found == set()


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

"""Plans of years that are over: a dossier says that they ended and how much it leaves out; periods stand in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from alone import in_this_process

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.trace import find_thing
from kzedu_graph.reports.content import make_report
from kzedu_graph.reports.dossier import make_dossier
from kzedu_graph.reports.dossier_rows import Choice, standing_by
from kzedu_graph.reports.ranges import with_periods
from kzedu_graph.reports.sections import Report, Section
from kzedu_graph.store.stores import Store, open_store

PLANS = {
    "old.md": """# План работы КГУ «Вечерняя школа № 31 аула Сарыозек» на 2019 год

| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители |
|---|---|---|---|---|
| 1 | Побелка пришкольной теплицы | Акт | 10 апреля 2019 года | МП |
| 2 | Перепись музейных седел | Опись | до 5 ноября 2019 года | Кладовщик |
| 3 | Починка водонапорной башни | Справка | март 2023 года | МП, Кладовщик |
""",
    "season.md": """# План работы КГУ «Гимназия № 58 аула Тасоткель» на 2020–2021 учебный год

| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители |
|---|---|---|---|---|
| 1 | Посадка саксаула у ограды | Акт | октябрь 2024 года | Садовник |
""",
    "later.md": """# План работы КГУ «Мореходный класс № 14 аула Бузачи» на 2077 год

| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители |
|---|---|---|---|---|
| 1 | Смоление учебной лодки | Акт | 3 июня 2077 года | Боцман |
""",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("plans")
    for name, text in PLANS.items():
        (folder / name).write_text(text, "utf-8")
    run_build([folder / name for name in PLANS], folder / "store", in_this_process(extract_file))
    return open_store(folder / "store")


def dossier_of(store: Store, name: str, lang: str, choice: Choice, day: str = "2026-12-01") -> Report:
    chains = Chains.read(store.select)
    subject = find_thing(chains, name, lambda _: None)
    return make_dossier(store.select, "x", day, subject, lang, choice, chains=chains)


def sections_of(report: Report) -> dict[str, Section]:
    return {section.key: section for section in report.sections}


def overview_of(report: Report) -> dict[str, str]:
    return {row[0]: row[1] for row in sections_of(report)["overview"].rows}


def test_a_dossier_of_an_ended_plan_says_so_and_how_much_is_left_out(store: Store) -> None:
    told = overview_of(dossier_of(store, "document/old", "en", Choice()))
    assert told["Duties"] == "0"
    assert told["Duties not shown, no longer in force"] == "3"
    assert "lapsed since 2020-01-01" in told["Programme"]
    some = overview_of(dossier_of(store, "document/old", "en", Choice(frozenset({2023}))))
    assert some["Duties not shown, no longer in force"] == "1", "of the chosen years"


def test_a_dossier_of_what_has_ended_too_leaves_nothing_out(store: Store) -> None:
    told = overview_of(dossier_of(store, "document/old", "en", Choice(ended=True)))
    assert told["Duties"] == "3"
    assert "lapsed" in told["Programme"]
    assert "Duties not shown, no longer in force" not in told


def test_a_body_learns_how_much_of_its_own_is_left_out(store: Store) -> None:
    told = overview_of(dossier_of(store, "kz-moe", "en", Choice()))
    assert told["Duties not shown, no longer in force"] == "2"
    assert "Programme" not in told, "what has ended is not listed"


@pytest.mark.parametrize(
    ("name", "lang", "words", "raw"),
    [
        ("document/old", "ru", "(2019)", "2019/2019"),
        ("document/season", "kk", "2020–2021 оқу жылы", "2020-09/2021-08"),
        ("document/season", "en", "2020–2021 school year", "2020-09/2021-08"),
    ],
)
def test_findings_that_tell_a_period_tell_it_in_words(store: Store, name: str, lang: str, words: str, raw: str) -> None:
    subject = find_thing(Chains.read(store.select), name, lambda _: None)
    for made in (
        dossier_of(store, name, lang, Choice(ended=True)),
        make_report(store.select, "x", subject, lang),
    ):
        said = " ".join(cell for row in sections_of(made)["findings"].rows for cell in row)
        assert words in said
        assert raw not in said


@pytest.mark.parametrize("sentence", ["№ 2031/2032-1", "2031-09-01/2032-08-31", "2031-09/2032", "12/2031/2032"])
def test_what_is_no_period_stays(sentence: str) -> None:
    assert with_periods(sentence, "en") == sentence


@pytest.mark.parametrize(
    ("day", "duties", "standing"),
    [
        ("2076-12-31", "1", "not yet in force"),
        ("2077-06-03", "1", "in force"),
        ("2078-01-01", "0", "lapsed since 2078-01-01"),
    ],
)
def test_a_dossier_tells_how_a_plan_stands_on_its_own_day(store: Store, day: str, duties: str, standing: str) -> None:
    """Not on that of the registry, as pages do."""
    told = overview_of(dossier_of(store, "document/later", "en", Choice(), day))
    assert told["Duties"] == duties
    assert told["Programme"].endswith(f": {standing}")


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ({"status": "in-force", "period": "2031-09/2032-08"}, "in-force"),
        ({"status": "in-force", "period": "2031/2032"}, "in-force"),
        ({"status": "in-force", "period": "2030/2031"}, "lapsed"),
        ({"status": "in-force"}, "in-force"),
        ({"status": "repealed", "period": "2030/2031"}, "repealed"),
        ({"status": "suspended", "period": "2030/2031"}, "suspended"),
        ({"status": "not-yet", "period": "2032/2033", "since": "2032-07-01"}, "not-yet"),
        ({"status": "not-yet", "period": "2032/2033", "since": "2032-03-01"}, "in-force"),
        ({"status": "not-yet"}, "not-yet"),
    ],
)
def test_what_the_years_do_not_change_stays(row: dict[str, str], status: str) -> None:
    assert standing_by(row, date(2032, 4, 9))["status"] == status

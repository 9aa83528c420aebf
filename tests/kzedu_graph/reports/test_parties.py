"""A plan whose cells name posts, a unit, and bodies that no registry knows: all of them answer in what is handed on."""

from __future__ import annotations

import pytest
from alone import in_this_process

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.trace import find_thing
from kzedu_graph.reports.content import make_report
from kzedu_graph.reports.dossier import make_dossier
from kzedu_graph.reports.dossier_rows import Choice, parties_of_part
from kzedu_graph.reports.sections import Section
from kzedu_graph.store.stores import Store, open_store

PLAN = """# План работы КГУ «Школа-лицей № 77 села Кызылкум» на 2031–2032 учебный год

| № | Мероприятие | Форма завершения | Срок исполнения | Ответственные исполнители |
|---|---|---|---|---|
| 1 | Проверка кабинетов физики и химии | Акт | до 20 августа 2031 года | Завхоз, Лаборант |
| 2 | Ремонт теплотрассы интерната | Акт приёмки | 15 сентября 2031 года | Товарищество «Жылу-77», завхоз |
| 3 | Учёт детей из отдалённых зимовок | Информация в МП | ноябрь 2031 года | Старейшины зимовок (по согласованию), МП |
| 4 | Осмотр печей перед зимой | Справка | 1 октября 2031 года | товарищество  «Жылу-77» |
| 5 | Раздача кормов школьному табуну | Ведомость | декабрь 2031 года | |
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("plan")
    (folder / "plan.md").write_text(PLAN, "utf-8")
    run_build([folder / "plan.md"], folder / "store", in_this_process(extract_file))
    return open_store(folder / "store")


def sections_of(store: Store, lang: str, *, dossier: bool) -> dict[str, Section]:
    chains = Chains.read(store.select)
    plan = find_thing(chains, "document/plan", lambda _: None)
    made = (
        make_dossier(store.select, "x", "2031-09-01", plan, lang, Choice(), chains=chains)
        if dossier
        else make_report(store.select, "x", plan, lang)
    )
    return {section.key: section for section in made.sections}


def test_a_dossier_has_every_row_with_whoever_its_cell_names(store: Store) -> None:
    duties = sections_of(store, "ru", dossier=True)["duties"]
    party, role = duties.columns.index("Исполнитель"), duties.columns.index("Роль")
    assert {(row[1], row[party], row[role]) for row in duties.rows} == {
        ("1", "Завхоз (должность)", "головной исполнитель"),
        ("1", "Лаборант (должность)", "соисполнитель"),
        ("2", "Товарищество «Жылу-77» (орган не распознан)", "головной исполнитель"),
        ("2", "завхоз (должность)", "соисполнитель"),
        ("3", "Старейшины зимовок (орган не распознан)", "по согласованию"),
        ("3", "Министерство просвещения Республики Казахстан", "головной исполнитель"),
        ("4", "товарищество «Жылу-77» (орган не распознан)", "головной исполнитель"),
        ("5", "не указан", ""),
    }
    assert next(row[party] for row in duties.rows if row[1] == "1").startswith("Завхоз"), "in the order of the cell"


@pytest.mark.parametrize(
    ("lang", "mark"),
    [("kk", "орган ретінде танылмады"), ("ru", "орган не распознан"), ("en", "not recognised as a body")],
)
def test_a_report_names_who_is_no_body_and_says_so(store: Store, lang: str, mark: str) -> None:
    sections = sections_of(store, lang, dossier=False)
    rows = {row[0]: row for row in sections["duties"].rows}
    assert f"Товарищество «Жылу-77» ({mark})" in rows["2"][2]
    load = {row[-5]: row[-4:] for row in sections["load"].rows}
    assert load[f"Товарищество «Жылу-77» ({mark})"] == ("2", "2", "2", "1"), "the same words are the same party"
    assert any(mark in row[2] for row in sections["dates"].rows), "whoever leads, by the day"
    assert any("Жылу-77" in row[1] for row in sections["findings"].rows), "and what reading did not recognise is asked"


def test_what_binds_one_party_alone_hangs_on_it(store: Store) -> None:
    chains = Chains.read(store.select)
    assert {chains.things[measure].number for measure, _ in chains.held_by_one()} == {"3", "4"}, "two are two"


def test_words_that_the_other_text_recognises_stand_once() -> None:
    """Two texts of a day: what the one has in words, the other knows, at the same place of a cell of as many."""
    ours, theirs = "document/plan/2031-01-01/kk", "document/plan/2031-01-01/ru"
    words = {"edition": ours, "assignment": "kk/1", "cell": "1", "written": "жұлдыз басқармасы"}
    body = {"edition": theirs, "assignment": "ru/1", "cell": "1", "body": "star"}
    assert parties_of_part([words, body], ours) == {"star": [body]}
    more = {"edition": theirs, "assignment": "ru/2", "cell": "2", "body": "moon"}
    assert set(parties_of_part([words, body, more], ours)) == {"kk/1", "star", "moon"}, "cells of different sizes"
    later = {**body, "edition": "document/plan/2032-01-01/ru"}
    assert set(parties_of_part([words, later], ours)) == {"kk/1", "star"}, "texts of different days"

"""The twenty-five competency questions, asked of the whole corpus; what is pinned was read in the documents."""

from __future__ import annotations

from pathlib import Path

import corpus_graph
import pytest
from rdflib.term import URIRef

from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.stores import MemoryStore

GALLERY = load_gallery()

QUESTIONS: dict[int, tuple[str, ...]] = {
    1: ("who-carries-out",),
    2: ("no-bound-executor",),
    3: ("what-a-body-owes",),
    4: ("bound-here-agreed-there",),
    5: ("chain-of-an-indicator",),
    6: ("indicators-without-measures", "measures-without-indicator"),
    7: ("indicators-of-many-bodies",),
    8: ("controller-is-executor",),
    9: ("targets-changed",),
    10: ("texts-differ",),
    11: ("rows-that-continue",),
    12: ("duties-after-succession", "duties-with-predecessors"),
    13: ("due-in-a-period",),
    14: ("past-their-date",),
    15: ("dates-outside-the-period",),
    16: ("closed-by-a-report", "strength-of-proof"),
    17: ("uneven-targets", "targets-that-fall"),
    18: ("names-against-units",),
    19: ("sums-that-differ", "money-by-year"),
    20: ("no-money-stated", "who-pays"),
    21: ("plan-against-passport",),
    22: ("same-action-different-owners",),
    23: ("bodies-that-stop-chains", "load-of-bodies"),
    24: ("acts-it-rests-on",),
    25: ("how-sure-we-are",),
}
NEW, OLD = "P2300000249", "P1900000988"


@pytest.fixture(scope="module")
def store(corpus: Path) -> MemoryStore:
    return corpus_graph.store(corpus)


def ask(store: MemoryStore, name: str, **given: str) -> list[tuple[str, ...]]:
    """The rows of a question, each by its columns, IRIs by their last step."""
    question = GALLERY[name]
    rows = store.select(question.text, **question.bind(given))
    return [tuple(_short(row.get(column.name)) for column in question.columns) for row in rows]


def _short(term: object) -> str:
    return "-" if term is None else str(term).rsplit("/", 1)[-1] if isinstance(term, URIRef) else str(term)


def test_every_question_has_its_file() -> None:
    assert set(QUESTIONS) == set(range(1, 26))
    assert {name for names in QUESTIONS.values() for name in names} <= set(GALLERY)


NOTHING_WRONG = ("indicators-without-measures", "measures-without-indicator", "dates-outside-the-period")


@pytest.mark.parametrize("name", sorted(name for names in QUESTIONS.values() for name in names))
def test_it_answers_or_the_documents_give_no_cause(name: str, store: MemoryStore) -> None:
    assert bool(ask(store, name)) == (name not in NOTHING_WRONG)


def test_1_who_carries_out_with_the_quotes_of_both_texts(store: MemoryStore) -> None:
    rows = ask(store, "who-carries-out", measure=f"{NEW}/1")
    assert {row[0] for row in rows} == {"kk", "ru"}
    assert [row[2] for row in rows if row[0] == "kk"] == ["kz-moe", "kz-mddiai", "kz-leb"]
    assert all(row[-1] != "-" for row in rows), "each opens to a quote"


def test_2_nobody_is_bound(store: MemoryStore) -> None:
    new = {row[2] for row in ask(store, "no-bound-executor", programme=NEW)}
    assert new == {"63-1", "63-2", "63-3", "63-4", "63-5", "82", "101", "150"}
    assert len(ask(store, "no-bound-executor", programme=OLD)) == 17


def test_3_what_talap_owes(store: MemoryStore) -> None:
    rows = ask(store, "what-a-body-owes", agency="kz-talap")
    measures = {row[3] for row in rows if row[1] == NEW and row[4].startswith("ontology#")}
    assert len(measures) == 16
    dates = [row[0] for row in rows if row[0] != "-"]
    assert dates == sorted(dates)


def test_4_bound_here_and_agreed_there(store: MemoryStore) -> None:
    assert ("kz-talap", "1", "15") in ask(store, "bound-here-agreed-there", programme=NEW)
    assert ask(store, "bound-here-agreed-there", programme=OLD) == [("kz-wb-pmu", "1", "2")]


def test_5_the_chain_of_an_indicator(store: MemoryStore) -> None:
    rows = ask(store, "chain-of-an-indicator", indicator=f"{NEW}/plan/13-1")
    assert {row[2] for row in rows} == {"63-1", "63-2", "63-3", "63-4"}
    assert {row[3] for row in rows} == {"-"}, "nobody is bound to lead them"


def test_7_indicators_of_many_bodies(store: MemoryStore) -> None:
    rows = ask(store, "indicators-of-many-bodies", least="12")
    assert [row[1] for row in rows] == ["1", "14", "19", "4", "5", "6"]
    assert {row[4] for row in rows} == {"kz-moe"}


def test_8_the_controller_leads(store: MemoryStore) -> None:
    assert ask(store, "controller-is-executor") == [(OLD, "kz-mes", "117"), (NEW, "kz-moe", "94")]


def test_13_and_14_dates(store: MemoryStore) -> None:
    due = ask(store, "due-in-a-period", **{"from": "2025-04-01", "until": "2025-04-30"})
    assert {row[0] for row in due} <= {"2025-04-30"}
    assert not [row for row in ask(store, "due-in-a-period") if row[1] == OLD], "repealed in 2021: no debts after it"
    past = ask(store, "past-their-date", day="2023-05-01")
    assert {row[0] for row in past if row[1] == NEW} == {"2023-04-30"}
    assert {row[3] for row in past if row[1] == NEW} == {"7", "117"}


def test_16_closed_by_a_report(store: MemoryStore) -> None:
    counts = {
        programme: len({row[1] for row in ask(store, "closed-by-a-report", programme=programme)})
        for programme in (NEW, OLD)
    }
    assert counts == {NEW: 96, OLD: 110}


def test_17_uneven_targets(store: MemoryStore) -> None:
    rows = ask(store, "uneven-targets", programme=NEW)
    fallen = {row[1] for row in rows if row[2] == "target-falls-back"}
    assert fallen == {"20", "28"}, "shares; fewer new places or centres than the year before are no fall"
    assert {"11", "18", "20", "28"} <= {row[0] for row in ask(store, "targets-that-fall")}
    assert {row[3][:9] for row in ask(store, "uneven-targets", programme=NEW, lang="ru")} == {"Индикатор"}


def test_18_a_share_counted_in_persons(store: MemoryStore) -> None:
    rows = ask(store, "names-against-units")
    assert [row[1] for row in rows if row[2] == "share-not-in-percent"] == ["31"]
    assert [row[1] for row in rows if row[2] == "unit-missing"] == ["11"]
    assert all(row[-1] != "-" for row in rows)


def test_19_sums(store: MemoryStore) -> None:
    rows = ask(store, "sums-that-differ")
    assert [row[1] for row in rows if row[2] == "row-does-not-add-up"] == ["12", "25"]
    (misprint,) = (row for row in rows if row[2] == "total-not-legible")
    assert "1284000" in misprint[3]
    assert not [row for row in rows if row[2] in ("sources-against-total", "passport-against-plan")]
    assert ("P1900000988", "2020", "41", "703401") in ask(store, "money-by-year")


def test_20_no_money_and_who_pays(store: MemoryStore) -> None:
    rows = ask(store, "no-money-stated")
    assert len(rows) == 185
    assert {row[0] for row in rows} == {NEW}
    assert {row[1]: row[2] for row in ask(store, "who-pays")} == {"РБ": "43", "ДБ": "4", "ЖБ": "3"}


def test_21_plan_and_passport(store: MemoryStore) -> None:
    rows = ask(store, "plan-against-passport", programme=NEW)
    assert [row[1] for row in rows if row[2] == "passport"] == ["kz-mof"]
    assert "kz-talap" in {row[1] for row in rows if row[2] == "plan"}
    assert "kz-leb" not in {row[1] for row in rows}, "the passport names the akimats"


def test_23_bodies_that_stop_chains(store: MemoryStore) -> None:
    rows = ask(store, "bodies-that-stop-chains", programme=NEW)
    assert [row[1:3] for row in rows[:2]] == [("kz-leb", "63"), ("kz-moe", "43")]


def test_24_acts(store: MemoryStore) -> None:
    rows = {row[:3] for row in ask(store, "acts-it-rests-on")}
    assert ("P2400000465", "ontology#amends", NEW) in rows


def test_25_how_sure(store: MemoryStore) -> None:
    rows = ask(store, "how-sure-we-are")
    assert {row[1] for row in rows} == {"plan", "prose", "not understood"}
    assert sum(int(row[3]) for row in rows if row[2] == "ontology#Measure") == 180 + 204 + 185

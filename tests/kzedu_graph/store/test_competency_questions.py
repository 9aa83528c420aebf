"""The twenty-five competency questions, asked of the whole corpus; what is pinned was read in the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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


def cut(rows: list[tuple[str, ...]], *columns: int) -> list[tuple[str, ...]]:
    """Some columns of the rows, each row once, in the order of the answer."""
    return list(dict.fromkeys(tuple(row[column] for column in columns) for row in rows))


NOTHING_WRONG: tuple[str, ...] = ()


@pytest.mark.parametrize("name", sorted(name for names in QUESTIONS.values() for name in names))
def test_it_answers_or_the_documents_give_no_cause(name: str, store: MemoryStore) -> None:
    assert bool(ask(store, name)) == (name not in NOTHING_WRONG)


def test_1_who_carries_out_with_the_quotes_of_both_texts(store: MemoryStore) -> None:
    rows = ask(store, "who-carries-out", measure=f"{NEW}/1")
    assert {row[0] for row in rows} == {"kk", "ru"}
    assert [row[3] for row in rows if row[0] == "kk"] == ["kz-moe", "kz-mddiai", "kz-leb"]
    assert all(row[-1] != "-" and row[-2] != "-" for row in rows), "each opens to a quote at its place"
    parts = cut([row for row in ask(store, "who-carries-out", measure=f"{NEW}/132") if row[0] == "ru"], 1, 3)
    assert [body for part, body in parts if part == "2"] == ["kz-leb"], "the report, its second part, is the akimats'"


def test_1_the_place_of_a_quote_is_where_the_text_has_it(store: MemoryStore, corpus: Path) -> None:
    (file,) = corpus.glob("000_*.txt")
    text = file.read_text("utf-8")
    for row in ask(store, "who-carries-out", measure=f"{NEW}/132"):
        if row[0] == "ru":
            assert text[int(row[-1]) :].startswith(row[-2])


def test_2_nobody_is_bound(store: MemoryStore) -> None:
    new = {row[2] for row in ask(store, "no-bound-executor", status="in-force")}
    assert new == {"63-1", "63-2", "63-3", "63-4", "63-5", "82", "101", "150"}
    assert len(ask(store, "no-bound-executor", status="repealed")) == 17


def test_3_what_talap_owes(store: MemoryStore) -> None:
    rows = ask(store, "what-a-body-owes", agency="kz-talap")
    measures = {row[3] for row in rows if row[1] == NEW and row[4].startswith("ontology#")}
    assert len(measures) == 16
    dates = [row[0] for row in rows if row[0] != "-"]
    assert dates == sorted(dates)
    assert all(row[-1] != "-" and row[-2] != "-" for row in rows)
    assert next(row[0] for row in rows if row[3] == "175") == "2023-12-31", "what recurs has its dates"
    nis = ask(store, "what-a-body-owes", agency="kz-nis")
    assert "155" not in {row[3] for row in nis}, "its programme was repealed"
    assert {row[1] for row in nis} == {NEW, "nis-strategy-2030"}, "its own strategy binds it too"


def test_4_bound_here_and_agreed_there(store: MemoryStore) -> None:
    rows = ask(store, "bound-here-agreed-there")
    assert {("kz-talap", NEW, "1", "15"), ("kz-wb-pmu", OLD, "1", "2")} <= set(cut(rows, 0, 1, 2, 3))
    assert [row[5] for row in rows if row[0] == "kz-talap" and row[6] == "false"] == ["87"]
    assert cut([row for row in rows if row[0] == "kz-wb-pmu"], 5, 6) == [
        ("202", "false"),
        ("20", "true"),
        ("159", "true"),
    ]
    nis = cut([row for row in rows if row[0] == "kz-nis"], 5, 6)
    assert nis == [("155", "false"), *((f"63-{n}", "true") for n in range(1, 6))]
    assert all(row[-1] != "-" for row in rows), "each says where"


def test_5_the_chain_of_an_indicator(store: MemoryStore) -> None:
    rows = ask(store, "chain-of-an-indicator", indicator=f"{NEW}/plan/13-1")
    assert {row[2] for row in rows} == {"63-1", "63-2", "63-3", "63-4"}
    assert set(cut(rows, 3, 5, 6)) == {("row", "kz-nis", "true")}, "nobody is bound; who takes part is said"
    old = ask(store, "chain-of-an-indicator", indicator=f"{OLD}/plan/goal-1/4")
    assert set(cut(old, 3)) == {("heading",)}
    assert len({row[1] for row in old}) > 100


def test_6_links_of_indicators_and_measures(store: MemoryStore) -> None:
    rows = ask(store, "indicators-without-measures")
    counts = Counter((row[0], row[3]) for row in rows)
    assert counts == {(OLD, "heading-only"): 48, ("nis-strategy-2030", "no-measures"): 78}
    measures = ask(store, "measures-without-indicator")
    assert set(cut(measures, 0, 4)) == {(OLD, "heading-only")}
    assert len(measures) == 204


def test_7_indicators_of_many_bodies(store: MemoryStore) -> None:
    rows = ask(store, "indicators-of-many-bodies", least="12")
    assert [row[1] for row in rows] == ["1", "14", "19", "4", "5", "6"]
    assert {row[5] for row in rows} == {"kz-moe"}
    every = {row[1]: row for row in ask(store, "indicators-of-many-bodies")}
    assert every["1"][2:4] == ("13", "15")
    assert every["1"][6] == "9"
    assert (every["11"][3], every["27"][3]) == ("7", "6")


def test_8_the_controller_leads(store: MemoryStore) -> None:
    assert cut(ask(store, "controller-is-executor"), 0, 1, 2, 3) == [
        (OLD, "kz-mes", "117", "204"),
        (NEW, "kz-moe", "94", "185"),
    ]


def test_9_targets_that_changed(store: MemoryStore) -> None:
    rows = ask(store, "targets-changed")
    values = [row for row in rows if row[4] != "-" and row[5] != "-"]
    pisa = {(row[2], row[4], row[5]) for row in values if row[0] == "4"}
    assert pisa == {
        ("2022", "430", "425"),
        ("2022", "392", "386"),
        ("2022", "402", "423"),
        ("2025", "435", "433"),
        ("2025", "396", "393"),
        ("2025", "433", "430"),
        ("2029", "443", "445"),
    }
    assert {row[2] for row in values if row[6] == "true"} == {"2022"}, "only a past year was rewritten when it was over"
    assert {row[2] for row in values if row[0] == "8"} == {"2025", "2026"}
    assert {row[0] for row in rows if row[3].endswith("TargetAdded")} == {"13-1", "13-2"}
    orders = {(row[3], row[4]) for row in rows if row[8] == "P2400000465"}
    assert ("remove", "подпункт 27)") in orders
    assert {"подпункт 10) и 11)", "подпункт 14)", "подпункт 18)", "подпункт 20)", "подпункт 29)"} <= {
        o[1] for o in orders
    }


def test_10_texts_that_differ(store: MemoryStore) -> None:
    rows = ask(store, "texts-differ")
    assert {row[2] for row in rows} == {"95", "132", "176", "179", *(f"63-{n}" for n in range(1, 6))}
    assert {row[3] for row in rows if row[2] == "176"} == {"ontology#RowReplaced", "ontology#OwnerDropped"}
    (divided,) = (row for row in rows if row[2] == "132")
    assert divided[6].count("ЖАО") == 1, "a cell that is not divided is printed once"


def test_12_successions(store: MemoryStore) -> None:
    rows = ask(store, "duties-after-succession")
    assert {row[6] for row in rows if row[0] == "kz-mes"} == {"ended"}, "repealed before the split of 2022"
    assert ("kz-mcs", NEW, "1", "not-divided") not in cut([r for r in rows if r[2] < "2023-03-28"], 0, 4, 5, 6)
    assert {row[5] for row in rows if row[0] == "kz-mes" and row[4] == OLD} == {"124"}


def test_13_and_14_dates(store: MemoryStore) -> None:
    due = ask(store, "due-in-a-period", **{"from": "2025-04-01", "until": "2025-04-30"})
    assert {row[0] for row in due} <= {"2025-04-15", "2025-04-30"}, "reports of the year before are due by 15 April"
    year = [row for row in ask(store, "due-in-a-period") if row[3] != "-"]
    assert not [row for row in year if row[1] == OLD], "repealed in 2021: no debts after it"
    assert len({row[3] for row in year}) == 112 + 4
    assert {("74", "2025-11-01"), ("75", "2025-12-31"), ("175", "2025-12-31"), ("180", "2025-05-01")} <= set(
        cut(year, 3, 0)
    )
    assert {row[5] for row in year if row[3] in ("63-1", "82", "101")} != {"-"}, "whom it comes from is said"
    past = ask(store, "past-their-date", day="2023-05-01")
    assert {row[0] for row in past if row[2] == NEW} == {"2023-04-30"}
    assert {row[4] for row in past if row[2] == NEW} == {"7", "117", "106", "132"}, "first parts have passed too"
    every = ask(store, "past-their-date")
    ended = [row for row in every if row[1] == "-"]
    assert len(ended) == 79
    assert [row[5] for row in ended if row[4] == "97"] == ["1"], "from 2024 on is open"
    (two,) = (row for row in every if row[4] == "37")
    assert two[:2] == ("2023-12-31", "2025-12-31"), "one part with two days, of which the first has passed"
    assert not {"75", "175", "180"} & {row[4] for row in every}, "what recurs goes on"


def test_15_dates_outside(store: MemoryStore) -> None:
    rows = ask(store, "dates-outside-the-period")
    over = {row[3] for row in rows if row[4] == "over-when-restated"}
    assert len(over) == 30
    assert "97" not in over
    assert [row[3] for row in rows if row[4] == "reported-after"] == ["180"]
    assert {row[4] for row in rows} == {"over-when-restated", "reported-after"}


def test_16_closed_by_a_report(store: MemoryStore) -> None:
    counts = {
        programme: len({row[1] for row in ask(store, "closed-by-a-report", programme=programme)})
        for programme in (NEW, OLD)
    }
    assert counts == {NEW: 96, OLD: 110}
    assert {row[2] for row in ask(store, "closed-by-a-report", same="yes", status="repealed")} == {"14"}


def test_17_uneven_targets(store: MemoryStore) -> None:
    rows = ask(store, "uneven-targets", programme=NEW)
    fallen = {row[1] for row in rows if row[2] == "target-falls-back"}
    assert fallen == {"20", "28"}, "shares; fewer new places or centres than the year before are no fall"
    assert {row[1] for row in rows if row[2] == "count-falls"} == {"11"}
    assert {row[1] for row in rows if row[2] == "target-stays-flat"} >= {"2", "3", "10", "13", "15", "17", "21", "24"}
    falls = ask(store, "targets-that-fall")
    assert {"11", "18", "28"} <= {row[0] for row in falls if row[6] == "against"}
    assert "20" in {row[0] for row in falls if row[6] == "declines"}
    assert ("2022", "9660", "2023", "5718") in cut(falls, 2, 3, 4, 5)


def test_18_a_share_counted_in_persons(store: MemoryStore) -> None:
    rows = ask(store, "names-against-units")
    assert [row[1] for row in rows if row[2] == "share-not-in-percent"] == ["31"]
    assert {row[1] for row in rows if row[2] == "unit-not-printed"} == {"11"}
    said = {(row[1], row[-1]) for row in rows if row[2] == "baseline-in-prose" and row[0] == NEW}
    assert any(number == "14" and "2022 жылы 67 %" in quote for number, quote in said)
    assert any(number == "23" and "2022 жыл – 75,5 %" in quote for number, quote in said)
    assert not {"14", "23", "25"} & {row[1] for row in rows if row[0] == NEW and row[2] == "baseline-missing"}
    assert all(row[-1] != "-" for row in rows)


def test_19_sums(store: MemoryStore) -> None:
    rows = ask(store, "sums-that-differ")
    assert [row[1] for row in rows if row[2] == "row-rounding"] == ["12", "25"], "off by one: rounding, and no finding"
    assert not [row for row in rows if row[2] == "row-does-not-add-up"]
    (misprint,) = (row for row in rows if row[2] == "total-not-legible")
    assert "1284000" in misprint[3]
    (unbound,) = (row for row in rows if row[2] == "rows-against-total")
    assert "1283997" in unbound[3], "the private line without rows, and its rounding"
    assert not [row for row in rows if row[2] in ("sources-against-total", "passport-against-plan")]
    assert ("P1900000988", "2020", "41", "703401") in ask(store, "money-by-year")


def test_20_no_money_and_who_pays(store: MemoryStore) -> None:
    rows = ask(store, "no-money-stated")
    counts = {key: sum(row[0] == key[0] and row[4] == key[1] for row in rows) for key in set(cut(rows, 0, 4))}
    assert counts == {(NEW, "no-column"): 185, (OLD, "not-required"): 113, (OLD, "in-words"): 45}
    pays = {row[1:3]: row[3:] for row in ask(store, "who-pays")}
    assert {source: pays["stated", source][0] for source in ("РБ", "ДБ", "ЖБ")} == {"РБ": "43", "ДБ": "4", "ЖБ": "3"}
    amount, mixed = map(int, pays["stated", "ЖБ"][1:])
    assert amount - mixed == 715982, "what the plan itself states for local budgets"
    assert {source: rest[0] for (how, source), rest in pays.items() if how == "in-words"} == {
        "local-budget": "31",  # with the second part of 26, whose first needs none, and the local bodies' funds of 204
        "own-funds": "9",
        "employers": "4",
        "other": "1",
    }
    assert pays["not-required", "-"][0] == "114"


def test_21_plan_and_passport(store: MemoryStore) -> None:
    rows = ask(store, "plan-against-passport", programme=NEW)
    assert [row[1] for row in rows if row[2] == "passport"] == ["kz-mof"]
    assert {row[1] for row in rows if row[3] == "true" and row[2] == "plan"} == {
        "kz-aspr",
        "kz-bns",
        "kz-mcs",
        "kz-sectoral-state-bodies",
    }
    assert "kz-talap" in {row[1] for row in rows if row[3] == "false"}
    assert "kz-leb" not in {row[1] for row in rows}, "the passport names the akimats"


def test_22_one_object_and_different_owners(store: MemoryStore) -> None:
    pairs = {(row[0], row[1], row[3]) for row in ask(store, "same-action-different-owners")}
    assert {(OLD, "6", "7"), (OLD, "122", "123"), (NEW, "156", "157")} <= pairs
    assert all(one[0] in (OLD, NEW) for one in pairs), "within a programme: what goes on in the next one is no overlap"


def test_23_bodies_that_stop_chains(store: MemoryStore) -> None:
    rows = ask(store, "bodies-that-stop-chains")
    assert [row[1:4] for row in rows if row[0] == NEW] == [
        ("kz-leb", "class", "63"),
        ("kz-moe", "body", "43"),
        ("kz-mia", "body", "1"),
        ("kz-mshe", "body", "1"),
        ("kz-talap", "body", "1"),
    ]
    assert [row[1:4:2] for row in rows if row[0] == OLD] == [("kz-leb", "61"), ("kz-mes", "60")]
    assert {row[6] for row in rows if row[0] == OLD} == {"0"}, "0 indicators: the programme links no rows"


def test_24_acts(store: MemoryStore) -> None:
    rows = set(cut(ask(store, "acts-it-rests-on"), 0, 1, 2, 3))
    assert ("P2400000465", "ontology#amends", "to", NEW) in rows
    assert (NEW, "ontology#repeals", "to", "P2200000941") in rows
    assert (NEW, "ontology#amends", "by", "P2500000271") in rows
    assert (OLD, "ontology#repeals", "by", "P2100000726") in rows
    assert len([row for row in rows if row[:2] == (OLD, "ontology#based_on")]) == 10


def test_25_how_sure(store: MemoryStore) -> None:
    rows = ask(store, "how-sure-we-are")
    assert {row[1] for row in rows} == {"plan", "listing", "prose", "not understood"}
    measured = {(row[2].removeprefix("ontology#"), row[5]) for row in rows if row[5] != "-"}
    assert measured == set(_measured()), "what the page on accuracy says"
    assert sum(int(row[4]) for row in rows if row[2] == "ontology#Measure") == 180 + 204 + 185
    assert all(row[6] != "-" for row in rows if row[1] == "not understood"), "each place that was not is quoted"
    assert all(row[3] != "-" for row in rows if row[2] == "ontology#Provision"), "each duty of prose names its rule"


def _measured() -> Iterator[tuple[str, str]]:
    """What the page on accuracy says was found, summed over its documents."""
    page = (Path(__file__).parents[3] / "docs/method-and-accuracy.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in page.splitlines() if line.startswith("|")
    ]
    fields = {
        "Measure": ("measures", "found"),
        "Allocation": ("measures", "funding"),
        "Target": ("indicators", "targets"),
    }
    for kind, field in {**fields, "IndicatorListing": ("indicators", "found")}.items():
        figures = [row[6].split("/") for row in rows if len(row) == 7 and (row[1], row[2]) == field]
        yield kind, "/".join(str(sum(int(figure[n]) for figure in figures)) for n in (0, 1))
    yield "Provision", next(row[1] for row in rows if row[0] == "provisions" and len(row) == 4)

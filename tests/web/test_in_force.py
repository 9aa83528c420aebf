"""What is counted and listed is what was in force on the day chosen; the rest is kept as history and says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary.places import BASE
from web.display.as_of import wordings_on
from web.views.card_reading import read_cards
from web.views.current_names import take_superseded_names
from web.views.read_model import Edition
from web.views.reported import progress_of
from web.views.standing import Life, Standing

PLAN = "X2500000001"
YEARS = "2031/2035"


@pytest.mark.parametrize(
    ("life", "day", "standing"),
    [
        (Life(), date(2031, 1, 1), Standing("in-force")),
        (Life(YEARS), date(2030, 12, 31), Standing("not-yet", "2031-01-01")),
        (Life(YEARS), date(2031, 1, 1), Standing("in-force")),
        (Life(YEARS), date(2035, 12, 31), Standing("in-force")),
        (Life(YEARS), date(2036, 1, 1), Standing("lapsed", "2036-01-01")),
        (Life("2031-09/2032-08"), date(2031, 7, 31), Standing("not-yet", "2031-08-01")),
        (Life("2031-09/2032-08"), date(2031, 8, 27), Standing("in-force")),
        (Life("2031-09/2032-08"), date(2032, 8, 31), Standing("in-force")),
        (Life("2031-09/2032-08"), date(2032, 9, 1), Standing("lapsed", "2032-09-01")),
        (Life(YEARS, "2033-05-02", "A", True), date(2033, 5, 1), Standing("in-force")),
        (Life(YEARS, "2033-05-02", "A", True), date(2033, 5, 2), Standing("repealed", "2033-05-02", "A")),
        (Life(YEARS, "2033-05-02", "A", True), date(2040, 1, 1), Standing("repealed", "2033-05-02", "A")),
        (Life(None, None, "A", True), date(2031, 1, 1), Standing("repealed", None, "A")),
        (Life(told=Standing("lapsed", "2033-01-01")), date(2032, 12, 31), Standing("in-force")),
        (Life(told=Standing("lapsed", "2033-01-01")), date(2033, 1, 1), Standing("lapsed", "2033-01-01")),
        (Life(told=Standing("suspended")), date(2031, 1, 1), Standing("suspended")),
        (Life(told=Standing("not-yet", "2033-01-01")), date(2032, 12, 31), Standing("not-yet", "2033-01-01")),
        (Life(told=Standing("not-yet", "2033-01-01")), date(2033, 1, 1), Standing("in-force")),
    ],
)
def test_a_repeal_comes_before_the_years(life: Life, day: date, standing: Standing) -> None:
    assert life.on(day) == standing


def test_the_life_of_a_work_is_read_from_the_graph(store: MemoryStore) -> None:
    assert read_cards(store, "1").life_of(PLAN).period == "2025/2026"
    assert read_cards(store, "1").life_of("X0") == Life()


def _counted(html: str) -> int:
    found = re.search(r"<dt>measures?</dt><dd>(\d+)</dd>", html)
    assert found
    return int(found[1])


def test_home_counts_what_is_in_force_on_the_day(page: Callable[..., str]) -> None:
    assert _counted(page("/")) == 3
    assert _counted(page("/?on=2031-01-01")) == 0
    assert "3 measures of programmes that were not in force are left out" in page("/?on=2031-01-01")
    assert _counted(page("/?on=2031-01-01&history=1")) == 3


@pytest.mark.parametrize("address", ["/due", "/matrix", "/agencies", "/agency/kz-talap", "/provisions"])
def test_lists_hold_what_is_in_force_on_the_day(client: FlaskClient, address: str) -> None:
    def rows(query: str) -> list[dict[str, object]]:
        found = client.get(f"{address}.json?{query}").get_json()
        assert isinstance(found, list)
        return found

    assert rows("")
    assert rows("on=2031-01-01") == []
    assert rows("on=2031-01-01&history=1") == rows("")


@pytest.mark.parametrize("address", [f"/programme/{PLAN}", f"/measure/{PLAN}/1", f"/indicator/{PLAN}/plan/1"])
def test_what_ended_says_so(page: Callable[..., str], address: str) -> None:
    assert "Not in force" not in page(address)
    assert "its years are over since 1 January 2027" in page(address + "?on=2031-01-01")
    assert "its years begin on 1 January 2025" in page(address + "?on=2024-06-01")


@pytest.mark.parametrize("address", [f"/programme/{PLAN}", f"/measure/{PLAN}/1"])
def test_what_has_not_begun_is_no_history(page: Callable[..., str], address: str) -> None:
    before, after = page(address + "?on=2024-06-01"), page(address + "?on=2031-01-01")
    assert "It is not counted among what is due yet." in before
    assert "kept as history" not in before
    assert "kept as history" in after


def test_of_what_has_not_begun_no_due_point_has_passed(store: MemoryStore) -> None:
    cards = read_cards(store, "1")
    (measure, *_) = (each for each in cards.measures.values() if each.programme == PLAN)
    early = [replace(measure, due=("2031-02-10", "2031-12-24"))]
    coming, begun = {PLAN: Life("2032/2033")}, {PLAN: Life("2031/2033")}
    assert progress_of(early, cards.reported, date(2031, 12, 31), coming).due == 0
    assert progress_of(early, cards.reported, date(2031, 12, 31), begun).due == 2
    assert progress_of(early, cards.reported, date(2032, 1, 1), coming).due == 2


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (f"/programme/{PLAN}", "кезеңі аяқталған: 2027 жылғы 1 қаңтар күнінен бастап"),
        ("/agencies", "Есептелгені: 2031 жылғы 1 қаңтар күні күшінде болғаны."),
    ],
)
def test_days_stand_in_a_kazakh_sentence(page: Callable[..., str], address: str, told: str) -> None:
    assert told in page(address + "?on=2031-01-01", "kk")


def test_a_plan_asked_for_by_its_name_is_shown_whatever_its_standing(page: Callable[..., str]) -> None:
    html = page(f"/due?programme={PLAN}&month=2025-12&on=2031-01-01")
    assert "Not in force" in html
    assert f'href="/measure/{PLAN}/1"' in html


def test_what_is_near_stands_on_the_home_page(page: Callable[..., str]) -> None:
    html = page("/")
    near = html[html.index("Due next") :]
    assert near.index("2025-12-31") < near.index(f"/measure/{PLAN}/1")


def test_the_wording_that_holds_is_the_name(store: MemoryStore) -> None:
    """A name that a later act changed is no name in lists; a reader of its language sees the one that holds."""
    cards = read_cards(store, "1")
    focus = f"https://w3id.org/kzedu/id/measure/{PLAN}/1"
    measure = cards.measures[focus]
    earlier = next(each for each in cards.editions.values() if each.lang == "ru")
    change = {"focus": focus, "field": "name", "act": "X", "earlier": earlier.iri, "old": measure.labels["ru"]}
    cards.changes = [change]
    take_superseded_names(cards)
    assert set(cards.measures[focus].labels) == {"kk"}
    cards.measures[focus] = replace(measure, labels={"ru": measure.labels["ru"]})
    take_superseded_names(cards)
    assert set(cards.measures[focus].labels) == {"ru"}, "it must be called something"


def test_provisions_stand_in_the_wording_of_the_day(page: Callable[..., str], client: FlaskClient) -> None:
    assert "2 provisions of texts that did not hold on that day, or were replaced, are left out" in page(
        "/provisions?on=2031-01-01"
    )
    assert "left out" not in page("/provisions?on=2031-01-01&history=1")
    text = f"{BASE}document/{PLAN}/2025-03-03/ru"
    rows = client.get("/provisions.json", query_string={"on": "2031-01-01", "edition": text}).get_json()
    assert len(rows) == 2, "a text that is asked for by its name is shown whatever its standing"
    assert "Not in force: ended: its years are over" in page(f"/provisions?on=2031-01-01&edition={text}")


@pytest.mark.parametrize(
    ("day", "read"),
    [("2024-01-01", {"first"}), ("2025-03-03", {"first"}), ("2026-06-01", {"second"}), ("2030-01-01", {"second"})],
)
def test_the_wording_of_a_day_is_the_latest_that_was_in_force(day: str, read: set[str]) -> None:
    texts = [_text("second", "2026-06-01"), _text("first", "2025-03-03")]
    assert wordings_on(texts, day) == read


@pytest.mark.parametrize(("lang", "read"), [("ru", "russian"), ("kk", "kazakh"), ("en", "kazakh")])
def test_of_two_languages_of_one_day_one_is_read(lang: str, read: str) -> None:
    texts = [_text("kazakh", "2026-06-01", "kk"), _text("russian", "2026-06-01"), _text("before", "2025-03-03")]
    assert wordings_on(texts, "2027-01-01", lang, {"kazakh", "russian"}) == {read}
    assert wordings_on(texts, "2027-01-01", lang, {"russian"}) == {"russian"}, "the other says nothing"


def _text(name: str, day: str, lang: str = "ru") -> Edition:
    return Edition(name, PLAN, lang, day, name, None, PLAN, None)

"""Whether a work is in force: repeals, periods, texts, in this order; always on a day that is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kzedu_graph.registry.standing import End, Standings, load_standings

DAY = date(2033, 6, 1)
KNOWN = Standings(
    DAY,
    {"S1": End(date(2032, 1, 5), "S9"), "S2": End(date(2034, 1, 1), "S9")},
    {"S1": "2030/2035", "S3": "2030/2032", "S4": "2034-09/2036-08", "S5": "2030/2036"},
    frozenset({"S1", "S2", "S3", "S4", "S5", "S6"}),
)


@pytest.mark.parametrize(
    ("work", "status", "since", "act"),
    [
        ("S1", "repealed", date(2032, 1, 5), "S9"),
        ("S2", "unknown", None, None),
        ("S3", "lapsed", date(2033, 1, 1), None),
        ("S4", "not-yet", None, None),
        ("S5", "in-force", None, None),
        ("S6", "unknown", None, None),
    ],
)
def test_by_the_registry(work: str, status: str, since: date | None, act: str | None) -> None:
    found = KNOWN.of(work)
    assert (found.status, found.on, found.since, found.act) == (status, DAY, since, act)


def test_a_text_says_it_of_its_own_day_and_a_repeal_of_its_own_weighs_more() -> None:
    assert KNOWN.of("S7", told_on=date(2031, 2, 3)).on == date(2031, 2, 3)
    assert KNOWN.of("S7", end=End(date(2032, 2, 3), "S8"), told_on=date(2031, 2, 3)).status == "repealed"


def test_the_registry_must_say_its_day(tmp_path: Path) -> None:
    (tmp_path / "acts.ttl").write_text("", "utf-8")
    with pytest.raises(ValueError, match="asOf"):
        load_standings(tmp_path)


def test_the_state_programme_was_repealed_by_resolution_726() -> None:
    found = load_standings().of("P1900000988")
    assert (found.status, found.since, found.act) == ("repealed", date(2021, 10, 12), "P2100000726")

"""Bodies of the Government by day: who bore a name or an abbreviation when, and which changes make a successor."""

from __future__ import annotations

from datetime import date

import pytest

from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()


@pytest.mark.parametrize(
    ("name", "lang", "day", "key"),
    [
        ("ОАМ", "kk", date(2022, 6, 11), "kz-moe"),
        ("ОАМ", "kk", date(2022, 6, 10), None),
        ("ОАМ-ға", "kk", date(2025, 4, 25), "kz-moe"),
        ("СІМ", "kk", date(2024, 1, 1), "kz-mfa"),
        ("ӘМ", "kk", date(2024, 1, 1), "kz-moj"),
        ("ЕХӘҚМ", "kk", date(2024, 1, 1), "kz-mlsp"),
        ("КМ", "kk", date(2024, 1, 1), "kz-mot"),
        ("КМ", "kk", date(2019, 1, 1), None),
        ("ҚМ", "kk", date(2024, 1, 1), "kz-mof"),
        ("МИД", "ru", date(2024, 1, 1), "kz-mfa"),
        ("АФМ", "ru", date(2024, 1, 1), "kz-afm"),
        ("АРРФР", "ru", date(2024, 1, 1), "kz-arrfr"),
        ("МФЦА", "ru", date(2024, 1, 1), "kz-aifc"),
        ("НБ РК", "ru", date(2024, 1, 1), "kz-nbk"),
        ("ҰБ", "kk", date(2024, 1, 1), "kz-nbk"),
        ("МИИЦР", "ru", date(2025, 12, 1), "kz-maidd"),
        ("Минцифры", "ru", date(2025, 9, 17), "kz-mddiai"),
        ("Минцифры", "ru", date(2025, 9, 18), "kz-maidd"),
        ("МЧС", "ru", date(2014, 3, 1), "kz-emergencies-to-2014"),
        ("МЧС", "ru", date(2021, 3, 1), "kz-emergencies"),
        ("Министерство здравоохранения", "ru", date(2014, 3, 1), "kz-moh-to-2014"),
        ("Министерство здравоохранения", "ru", date(2015, 3, 1), "kz-moh-to-2014"),  # none then: the one that had ended
        ("Министерство здравоохранения", "ru", date(2018, 3, 1), "kz-moh"),
        ("МЗСР", "ru", date(2015, 3, 1), "kz-mhsd"),
        ("Министерство иностранных дел Республики Казахстан", "ru", date(2015, 3, 1), "kz-mfa"),
    ],
)
def test_a_name_means_who_bore_it_on_the_day(name: str, lang: str, day: date, key: str | None) -> None:
    assert REGISTRY.resolve(name, lang, day).agency == key


@pytest.mark.parametrize(
    ("body", "heirs"),
    [
        ("kz-megnr", ("kz-menr",)),  # geology went to a living ministry
        ("kz-mddiai", ("kz-maidd",)),
        ("kz-minfocom", ("kz-mddiai", "kz-misd")),
        ("kz-mhsd", ("kz-mlsp", "kz-moh")),
        ("kz-aca", ("kz-knb",)),
        ("kz-acsac", ("kz-aca", "kz-acsa")),
        ("kz-moenergy", ()),  # gave away the atom, and lives
        ("kz-mne", ()),
        ("kz-minvdev", ("kz-miid",)),
    ],
)
def test_a_transfer_between_bodies_makes_no_successor(body: str, heirs: tuple[str, ...]) -> None:
    assert REGISTRY.get(body).succeeded_by == heirs


def test_who_moved_stands_under_the_new_parent() -> None:
    assert REGISTRY.get("kz-ccrp").parent == "kz-moe"
    assert {REGISTRY.get(key).parent for key in ("kz-ncste", "kz-science-fund", "kz-science-committee")} == {"kz-mshe"}


def test_kinds_keep_offices_and_foreign_bodies_apart() -> None:
    kinds = {key: REGISTRY.get(key).kind for key in ("kz-president", "intl-cambridge", "intl-nuffic", "kz-apk")}
    assert list(kinds.values()) == ["office", "foreign-university", "foreign-body", "state-agency"]

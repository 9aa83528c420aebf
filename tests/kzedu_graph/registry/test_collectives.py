"""Classes of local bodies: whatever the order of their places, a name is one class, of what bodies and of what places."""

from __future__ import annotations

import pytest

from kzedu_graph.registry.collectives import LANGS, wording_of_classes
from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()
RUSSIAN = {
    "kz-akimats": [
        "акиматы столицы, областей, городов республиканского значения",
        "Акиматам всех областей, городов республиканского значения и столицы",
        "акиматами областей, г.г. Шымкента, Астаны, Алматы",
        "областные и городские акиматы",
    ],
    "kz-akims": ["акимам городов республиканского значения, столицы и областей", "акимы областей"],
    "kz-edu-departments": [
        "управлениями образования областей, столицы, городов республиканского значения",
        "Управления образования городов Алматы, Астаны, Шымкента и областей",
        "управлениям образования акиматов столицы, областей, городов республиканского значения",
    ],
    "kz-edu-divisions": ["отделам образования городов областного значения и районов", "районные, городские отделы образования"],
    "kz-leb-regions": ["МИО столицы, областей, городов республиканского значения", "местных исполнительных органов областей"],
    "kz-leb-districts": ["исполнительные органы районов, городов областного значения", "МИО районов (городов)"],
    "kz-maslikhats": ["маслихатам областей и городов республиканского значения, столицы"],
    "kz-maslikhats-districts": ["маслихаты городов областного значения, районов"],
    "kz-akims-districts": ["акимы районов в городах, районов, городов областного значения"],
    "kz-akims-villages": ["акимами сел, поселков и сельских округов", "Акимы сельских округов"],
    "kz-akimats-all-levels": ["акиматы районов, городов областного значения, областей, столицы"],
    "kz-edu-departments-republican-cities": ["управления образования столицы и городов республиканского значения"],
    "kz-akimats-republican-cities": ["акиматы городов Шымкента, Алматы и Астаны"],
}  # fmt: skip
KAZAKH = {
    "kz-akimats": [
        "астананың, облыстардың, республикалық маңызы бар қалалардың әкімдіктері",
        "Облыстар, республикалық маңызы бар қалалар және астана әкімдіктеріне",
        "барлық облыстардың әкімдіктерінің",
        "облыс, қала әкімдіктерімен",
    ],
    "kz-akims": ["республикалық маңызы бар қалалардың, облыстардың және астананың әкімдеріне"],
    "kz-edu-departments": [
        "Астананың, республикалық маңызы бар қалалардың және облыстардың білім басқармаларына",
        "Шымкент, Алматы, Астана қалаларының және облыстардың білім беру басқармалары",
        "барлық облыс әкімдіктерінің білім басқармаларына",
    ],
    "kz-edu-divisions": ["облыстық маңызы бар қалалар мен аудандардың білім бөлімдері"],
    "kz-leb-regions": ["облыстардың, астананың және республикалық маңызы бар қалалардың ЖАО-лары"],
    "kz-maslikhats": ["облыстардың, республикалық маңызы бар қалалардың, астананың мәслихаттарына"],
    "kz-akims-villages": ["кенттердің, ауылдық округтердің әкімдеріне"],
    "kz-akims-districts": ["облыс аудандары мен қалаларының әкімдеріне", "облыстардың аудандарының әкімдері"],
    "kz-leb-districts": ["аудандардың, облыстық маңызы бар қалалардың жергілікті атқарушы органдары"],
    "kz-akims-all-levels": ["облыстардың, аудандардың, қалалардың әкімдері"],
    "kz-akimats-republican-cities": ["астананың және республикалық маңызы бар қалалардың әкімдіктері"],
}
TOLD = [(name, lang, key) for lang, of in (("ru", RUSSIAN), ("kk", KAZAKH)) for key, names in of.items() for name in names]  # fmt: skip


@pytest.mark.parametrize(("name", "lang", "key"), TOLD)
def test_a_class_is_known_in_any_order_and_case(name: str, lang: str, key: str) -> None:
    found = REGISTRY.resolve(name, lang)
    assert (found.agency, found.how) == (key, "name")


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("акиматы городов Астаны и Алматы", "ru"),  # two of the three cities
        ("акимы районов города Алматы", "ru"),
        ("акимы районов, городов и сельских округов", "ru"),
        ("отделы образования областей", "ru"),
        ("управления здравоохранения областей и столицы", "ru"),
        ("акиматы и маслихаты областей", "ru"),
        ("областей маслихаты районов", "ru"),
        ("и управления образования столицы и областей", "ru"),
        ("және аудандардың мәслихаттары", "kk"),
        ("Алматы облысының, Астана қаласының әкімдіктері", "kk"),
        ("қалалардың әкімдіктері", "kk"),
        ("облыс қалалары әкімдерінің", "kk"),
        ("Шымкент облыстарының мәслихаттары", "kk"),
        ("Алматы облыстық, қалалық әкімдіктері", "kk"),
    ],
)
def test_what_is_no_whole_class_is_none(name: str, lang: str) -> None:
    assert REGISTRY.resolve(name, lang).agency is None


@pytest.mark.parametrize(
    ("name", "lang", "key"),
    [
        ("акимат Акмолинской области", "ru", "kz-akmola-akimat"),
        ("Алматы облыстық мәслихаты", "kk", "kz-almaty-region-maslikhat"),
        ("акимы", "ru", None),
    ],
)
def test_one_body_by_its_name_is_no_class(name: str, lang: str, key: str | None) -> None:
    assert REGISTRY.resolve(name, lang).agency == key


@pytest.mark.parametrize("lang", LANGS)
def test_every_class_is_in_the_registry_and_told_by_its_own_name(lang: str) -> None:
    wording = wording_of_classes(lang)
    assert wording is not None
    for levels in wording.classes.values():
        for key in levels.values():
            assert REGISTRY.resolve(REGISTRY.get(key).labels[lang], lang).agency == key


def test_no_other_language_has_classes() -> None:
    assert wording_of_classes("en") is None

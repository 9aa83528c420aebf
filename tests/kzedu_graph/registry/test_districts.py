"""Bodies of districts and cities: found by place and body, in either language, in any case of grammar."""

from __future__ import annotations

import pytest
from rdflib import DCTERMS, RDF, SKOS, Graph

from kzedu_graph.registry.districts import BODIES, district_bodies
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.places import REGISTRY_FOLDER
from kzedu_graph.vocabulary.turtle import read_turtle

REGISTRY = Registry.load()


@pytest.mark.parametrize(
    ("name", "lang", "key"),
    [
        ("Сырдарьинского районного маслихата Кызылординской области", "ru", "kz-kyzylorda-syrdariya-district-maslikhat"),
        ("Қызылорда облысы Сырдария аудандық мәслихатының", "kk", "kz-kyzylorda-syrdariya-district-maslikhat"),
        ("Сырдария ауданының мәслихаты", "kk", "kz-kyzylorda-syrdariya-district-maslikhat"),
        ("акимата Сырдарьинского района", "ru", "kz-kyzylorda-syrdariya-district-akimat"),
        ("Қарағанды облысы Абай ауданы мәслихатының 18 сессиясының", "kk", "kz-karaganda-abai-district-maslikhat"),
        ("акима района Алтай Восточно-Казахстанской области", "ru", "kz-east-kazakhstan-altai-district-akim"),
        ("Ғабит Мүсірепов атындағы ауданы әкімдігінің", "kk", "kz-north-kazakhstan-gabit-musirepov-district-akimat"),
        ("района имени Габита Мусрепова маслихата", "ru", "kz-north-kazakhstan-gabit-musirepov-district-maslikhat"),
        ("Екібастұз қаласының әкімі", "kk", "kz-pavlodar-ekibastuz-city-akim"),
        ("Экибастузского городского маслихата", "ru", "kz-pavlodar-ekibastuz-city-maslikhat"),
        ("акимата г. Экибастуза", "ru", "kz-pavlodar-ekibastuz-city-akimat"),
        # of the region that it was part of before
        ("Оңтүстік Қазақстан облысы Созақ аудандық мәслихатының", "kk", "kz-turkistan-sozak-district-maslikhat"),
        # two districts of one name and no region beside them; a city of republican significance; a district unknown
        ("Абай ауданының мәслихаты", "kk", None),
        ("акимата города Алматы", "ru", "kz-almaty-akimat"),
        ("акимата Самальского района", "ru", None),
        ("отдел образования Сырдарьинского района", "ru", None),
    ],
)  # fmt: skip
def test_a_body_is_found_by_its_place(name: str, lang: str, key: str | None) -> None:
    assert REGISTRY.resolve(name, lang, None, {}).agency == key
    if key:
        assert REGISTRY.get(key).key == key


def test_what_may_be_several_is_told_as_such() -> None:
    found = REGISTRY.resolve("маслихат Жамбылского района", "ru", None, {})
    assert found.agency is None
    assert set(found.candidates) == {
        "kz-almaty-region-zhambyl-district-maslikhat",
        "kz-north-kazakhstan-zhambyl-district-maslikhat",
        "kz-zhambyl-zhambyl-district-maslikhat",
    }


def test_every_body_is_found_by_its_own_name_in_both_languages() -> None:
    bodies = district_bodies()
    keys = list(bodies)
    assert len(keys) == len(set(keys)) > 600
    for key in keys:
        labels = REGISTRY.get(key).labels
        for lang in ("kk", "ru"):
            assert REGISTRY.resolve(labels[lang], lang, None, {}).agency == key, labels[lang]


def test_a_body_is_described_with_what_it_is_part_of() -> None:
    akim, akimat = (f"kz-kyzylorda-syrdariya-district-{body}" for body in ("akim", "akimat"))
    said = district_bodies().describe(akim)
    assert {subject for subject, _, _ in said} == {iris.agency(akim), iris.agency(akimat)}
    labels = {str(value) for subject, what, value in said if (subject, what) == (iris.agency(akim), SKOS.prefLabel)}
    assert "аким Сырдарьинского района Кызылординской области" in labels
    assert district_bodies().describe("kz-government") == ()


def test_every_district_is_part_of_a_region_and_has_names_of_its_own_there() -> None:
    graph = Graph()
    for file in ("districts.ttl", "regions.ttl"):
        graph += read_turtle(REGISTRY_FOLDER / file)
    places = set(graph.subjects(DCTERMS.isPartOf, None))
    regions = set(graph.subjects(RDF.type, KZEDU.Region)) - places
    assert {graph.value(place, DCTERMS.isPartOf) for place in places} <= regions
    named = [(graph.value(p, DCTERMS.isPartOf), label) for p in places for label in graph.objects(p, SKOS.prefLabel)]
    assert len(named) == len(set(named)) == 3 * len(places)
    assert len(list(district_bodies())) == len(BODIES) * len(places)

"""Facts that the registry once had wrong: each stands as it is known now, and the wrong one does not come back."""

from __future__ import annotations

from functools import cache

import pytest
from rdflib import Graph, Literal
from rdflib.term import Node

from kzedu_graph.vocabulary.iris import ELI, KZEDU, ORG, RDF, SCHEMA, SKOS
from kzedu_graph.vocabulary.places import REGISTRY_FOLDER
from kzedu_graph.vocabulary.turtle import read_turtle

BEGAN, ENDED = SCHEMA.foundingDate, SCHEMA.dissolutionDate
UNDER, CLASS, NAME, HIDDEN = ORG.subOrganizationOf, RDF.type, SKOS.prefLabel, SKOS.hiddenLabel
SIGNED, OVER, CALLED = ELI.date_document, ELI.date_no_longer_in_force, "http://www.w3.org/2000/01/rdf-schema#label"
BY = "http://www.w3.org/ns/prov#wasAttributedTo"
UNIVERSITIES = ("cambridge", "upenn", "princeton", "kaist", "mdis", "ensas", "polyu", "pusan", "hamk", "jhu-cty",
                "msu-kolmogorov")  # fmt: skip


@cache
def registry() -> Graph:
    graph = Graph()
    for file in REGISTRY_FOLDER.glob("*.ttl"):
        graph += read_turtle(file)
    return graph


@cache
def node(key: str) -> Node:
    found = {subject for subject in registry().subjects(RDF.type) if str(subject).endswith(f"/{key}")}
    assert len(found) == 1, f"{key}: {found}"
    return found.pop()


def said(key: str, predicate: Node | str) -> set[str]:
    """What is said of a thing, as words, days, or the ends of IRIs."""
    return {
        str(value) if isinstance(value, Literal) else str(value).replace("#", "/").rpartition("/")[2]
        for subject, told, value in registry().triples((node(key), None, None))
        if str(told) == str(predicate)
    }


@pytest.mark.parametrize(
    ("key", "predicate", "value"),
    [
        ("kz-megnr", ENDED, "2023-01-02"),
        ("kz-menr", BEGAN, "2023-01-02"),
        ("kz-mddiai", ENDED, "2025-09-18"),
        ("kz-ncste", UNDER, "kz-mshe"),
        ("kz-science-fund", UNDER, "kz-mshe"),
        ("kz-speech-apk-2012", SIGNED, "2016-04-26"),
        ("kz-moh", BEGAN, "2017-01-25"),
        ("kz-mlsp", BEGAN, "2017-01-25"),
        ("kz-nis", UNDER, "kz-nis-supreme-board"),
        ("kz-edu-quality-departments", UNDER, "kz-moe-quality-committee"),
        ("kz-moe-quality-committee", UNDER, "kz-moe"),
        ("kz-ccrp", UNDER, "kz-moe"),
        ("kz-emergencies", BEGAN, "2020-09-09"),
        ("kz-acsa", BEGAN, "2019-06-13"),
        ("kz-apk", ENDED, "2026"),
        ("kz-apk", CLASS, "StateAgency"),
        ("kz-constitution", SIGNED, "1995-08-30"),
        ("kz-constitution", OVER, "2026-07-01"),
        ("kz-constitution-2026", ELI.repeals, "kz-constitution"),
        ("kz-ncste", NAME, "«Ұлттық мемлекеттік ғылыми-техникалық сараптама орталығы» АҚ"),
        ("kz-ncste", BEGAN, "2011-07-19"),
        ("kz-orleu", NAME, "«Өрлеу» біліктілікті арттыру ұлттық орталығы» акционерлік қоғамы"),
        ("kz-aspr", NAME, "Қазақстан Республикасының Стратегиялық жоспарлау және реформалар агенттігі"),
        ("intl-jhu-cty", NAME, "Центр талантливой молодежи Университета Джонса Хопкинса"),
        ("intl-crpd", CALLED, "Мүгедектігі бар адамдардың құқықтары туралы конвенция"),
        ("kz-law-aral", SIGNED, "1992-06-30"),
        ("kz-state-pension-centre", ENDED, "2016"),
        ("kz-first-president-foundation", NAME, "Фонд Нурсултана Назарбаева"),
        *((f"intl-{name}", CLASS, "ForeignUniversity") for name in UNIVERSITIES),
        *((f"intl-{name}", CLASS, "ForeignBody") for name in ("anabin", "naric", "nuffic")),
        ("intl-worldskills", CLASS, "InternationalOrganization"),
        *((f"kz-{name}", CLASS, "Office") for name in ("president", "prime-minister", "modo-coordinator",
                                                       "wsk-national-operator")),
        ("kz-law-pensions", OVER, "2023-07-01"),
        ("kz-civil-code", SIGNED, "1994-12-27"),
        ("act-2022-08-27-381-kz-moe", ELI.amends, "act-2016-01-29-122-kz-mes"),
        ("adilet", BY, "kz-legislation-institute"),
        ("register-npa", BY, "kz-moj"),
        ("kz-legal-statistics-committee", UNDER, "kz-general-prosecutor"),
    ],
)  # fmt: skip
def test_it_stands_as_it_is_known(key: str, predicate: Node | str, value: str) -> None:
    assert value in said(key, predicate)


@pytest.mark.parametrize(
    ("key", "predicate", "value"),
    [
        ("kz-nis-supreme-board", UNDER, "kz-nis"),
        ("kz-ncste", UNDER, "kz-mes"),
        ("kz-apk", CLASS, "Association"),
        ("kz-president", CLASS, "StateAgency"),
        ("intl-cambridge", CLASS, "InternationalOrganization"),
        ("kz-civil-code", SIGNED, "1999-07-01"),
        ("kz-speech-apk-2012", SIGNED, "2012-04-27"),
    ],
)
def test_what_was_wrong_is_gone(key: str, predicate: Node | str, value: str) -> None:
    assert value not in said(key, predicate)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kz-megnr", "kz-menr"),
        ("kz-mddiai", "kz-maidd"),
        ("kz-mdai", "kz-mddiai"),
        ("kz-acsac", "kz-acsa"),
        ("kz-mhsd", "kz-moh"),
        ("kz-mhsd", "kz-mlsp"),
        ("kz-minfocom", "kz-misd"),
        ("kz-msocdev", "kz-misd"),
    ],
)
def test_who_came_from_whom_is_an_event(before: str, after: str) -> None:
    events = set(registry().subjects(ORG.originalOrganization, node(before)))
    assert events & set(registry().subjects(ORG.resultingOrganization, node(after)))


def test_the_slips_of_texts_are_kept_to_be_found_by() -> None:
    assert "«Ұлттық ғылыми-техникалық мемлекеттік сараптау орталығы» АҚ" in said("kz-ncste", HIDDEN)
    assert "Джон Хопкинс университетінің дарынды жастар орталығы" in said("intl-jhu-cty", HIDDEN)
    assert any("Кәсіпқор" in label for label in said("act-2015-01-20-22-kz-mes", CALLED))
    assert node("orken-renamed") in set(registry().subjects(ORG.resultingOrganization, node("kz-orken")))
    assert said("kz-mes", KZEDU.unconfirmed) == set()

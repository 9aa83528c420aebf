"""Which rows go on in the next programme: proposals on invented rows, and on the two programmes of the corpus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rdflib.namespace import RDF

from extract.flow import extract_file
from kzedu_graph.comparison.continuity import (
    Continuation,
    find_continuations,
    successive_programmes,
    triples_of_continuations,
)
from kzedu_graph.comparison.texts import heirs_of
from kzedu_graph.exports.change_tables import continuations
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Deliverable, Indicator, Measure, Party, Source, Span, Target
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

NAMES = ("Аудандарда обсерватория салу", "Телескоп сатып алу", "Астрономдар слётін өткізу", "Кітапханаларды жаңарту")


def programme(work: str, first: int, *names: str, **given: Any) -> Extraction:
    source = Source(
        work, work, "kk", date(first, 1, 1), "Жоспар", programme=work, period=f"{first}/{first + 5}", issuer="gov"
    )
    rows = tuple(
        Measure(
            *(work, work, str(n), n, name, (Deliverable("есеп", "report"),), "", None, (Party("АМ", False, "moon"),)),
            evidence=(Span(0, 1),),
        )
        for n, name in enumerate(names, 1)
    )
    return Extraction(replace(source, **given), "", measures=rows)


def yardstick(work: str, number: str, name: str, *values: float, unit: str = "%") -> Indicator:
    targets = tuple(Target(2023 + n, value) for n, value in enumerate(values))
    return Indicator(work, work, "plan", "target", number, name, targets, (Span(0, 1),), unit=unit)


def shown(found: tuple[Continuation, ...]) -> list[tuple[str, str, str]]:
    return [(each.earlier.rpartition("/")[2], each.later.rpartition("/")[2], each.verdict) for each in found]


def test_programmes_of_one_body_stand_in_a_line() -> None:
    one, two, three = (programme(f"S{n}", 2010 + 5 * n, *NAMES) for n in (1, 2, 3))
    other = programme("NIS", 2012, *NAMES, issuer="school")
    russian = programme("R1", 2013, *NAMES, lang="ru")
    found = successive_programmes([three, other, one, russian, two, programme("EMPTY", 2018)])
    assert [(a.source.work, b.source.work) for a, b in found] == [("S1", "S2"), ("S2", "S3")]


def test_plans_whose_titles_tell_their_years_go_on_by_their_subject() -> None:
    def plan(work: str, first: int, title: str, **given: str | None) -> Extraction:
        return programme(work, first, *NAMES, title=f"{title} {first}-{first + 1}", period_of_title=True, **given)

    one, two, other = plan("A", 2031, "Бақ жоспары"), plan("C", 2033, "Бақ жоспары"), plan("B", 2032, "Су жоспары")
    assert [(a.source.work, b.source.work) for a, b in successive_programmes([two, other, one])] == [("A", "C")]
    nobodys = [plan(work, first, "Бақ жоспары", issuer=None) for work, first in (("A", 2031), ("C", 2033))]
    assert successive_programmes(nobodys) == ()


def test_rows_are_matched_once_by_their_words() -> None:
    reworded = ("Ауылдарда және аудандарда обсерватория салу", "Жаңа заң қабылдау", "Астрономдар слётін өткізу")
    found = find_continuations(programme("S1", 2015, *NAMES), programme("S2", 2020, *reworded))
    assert shown(found) == [("1", "1", found[0].verdict), ("3", "3", "continues")]
    assert [each.reason.split(",")[0] for each in found] == ["wording 0.70", "wording 1.00"]


def test_a_row_that_fits_many_fits_none() -> None:
    old = programme("S1", 2015, *NAMES, "Мектептерде үйірме ашу")
    one = programme("S2", 2020, "Мектептерде жаңа үйірме ашу")
    many = programme("S2", 2020, "Мектептерде жаңа үйірме ашу", "Мектептерде тегін үйірме ашу")
    (alone,), beside = find_continuations(old, one), find_continuations(old, many)
    assert "ahead by 0.00" not in alone.reason
    assert all(each.confidence < alone.confidence and each.reason.endswith("ahead by 0.00") for each in beside)


def test_projects_of_different_names_are_different_projects() -> None:
    old = programme("S1", 2015, *NAMES, '"Ай" жобасын мектептерде іске асыру')
    same, other = (programme("S2", 2020, f'"{name}" жобасын мектептерде іске асыру') for name in ("Ай", "Күн"))
    assert find_continuations(old, same)[0].confidence > 0.9
    assert find_continuations(old, other) == ()


def test_successors_count_as_the_same_body() -> None:
    old, new = programme("S1", 2015, *NAMES), programme("S2", 2020, *NAMES)
    rows = tuple(replace(row, responsible=(Party("КМ", False, "sun"),)) for row in new.measures)
    renamed = replace(new, measures=rows)
    assert "bodies" not in find_continuations(old, renamed)[0].reason
    assert "bodies" in find_continuations(old, renamed, heirs_of([("moon", "sun")]))[0].reason


def test_indicators_go_by_words_values_and_unit() -> None:
    names = ("Жұлдыздардың үлесі", "Мектептердің аспанмен қамтылуы")
    old = replace(
        programme("S1", 2015),
        indicators=tuple(yardstick("S1", str(n), name, 10.0 * n, 20.0 * n) for n, name in enumerate(names, 1)),
    )
    new = replace(
        programme("S2", 2020),
        indicators=(
            yardstick("S2", "7", names[0], 10.0, 20.0),
            yardstick("S2", "8", names[1], 5.0, 6.0, unit="мектеп"),
        ),
    )
    found = find_continuations(old, new)
    assert shown(found) == [("1", "7", "continues")]
    assert "values 1.00" in found[0].reason


def test_proposals_as_triples_and_rows() -> None:
    found = find_continuations(programme("S1", 2015, *NAMES), programme("S2", 2020, *NAMES))
    triples = list(triples_of_continuations(found))
    assert (iris.measure("S1", "1"), KZEDU.continuedBy, iris.measure("S2", "1")) in triples
    assert sum(triple[1:] == (RDF.type, KZEDU.Continuation) for triple in triples) == len(NAMES)
    rows = list(continuations(MemoryStore([(*triple, iris.graph("changes")) for triple in triples])))
    assert [row["confidence"] for row in rows] == [1.0] * 4
    assert {row["verdict"] for row in rows} == {"continues"}


@pytest.fixture(scope="module")
def proposed(corpus: Path) -> tuple[Continuation, ...]:
    registry = Registry.load()
    earlier, later = (extract_file(next(corpus.glob(f"{stem}*")), registry) for stem in ("001", "002"))
    ((old, new),) = successive_programmes([later, earlier])
    return find_continuations(old, new, heirs_of(registry.successions()))


# Read and judged side by side: pairs that a reader calls one duty, and the surest pairs that he does not.
ONE_DUTY = {"149": "143", "80": "173", "54": "103", "127": "126", "60": "127", "91": "9", "147": "42", "16": "163"}
ONE_DUTY |= {"13": "162", "170": "36", "22": "31", "37": "140", "65": "38", "133": "142", "30": "1"}
ONE_DUTY |= {"77": "174", "64": "47", "131": "126", "148": "91"}
# One action on one object in other words.
ASKED_ANEW = {"145": "34", "126": "85", "106": "90", "107": "90", "155": "151", "28": "5"}
ONE_DUTY |= ASKED_ANEW
NOT_ONE = {"72": "6", "184": "16", "81": "71", "158": "148", "67": "156", "48": "110", "98": "64"}
NOT_ONE |= {"108": "89", "138": "130"}  # winners are rewarded, not sent; an order for schools, and one for hobby groups


def test_what_a_reader_calls_one_duty_is_proposed(proposed: tuple[Continuation, ...]) -> None:
    pairs = {old: (new, each) for each in proposed for old, new, _ in shown((each,)) if "/measure/" in each.earlier}
    assert {old: pairs[old][0] for old in ONE_DUTY if old in pairs} == ONE_DUTY
    assert all("action and object" in pairs[old][1].reason for old in ASKED_ANEW)
    sure = {old for old, (_, each) in pairs.items() if each.confidence >= 0.6}
    assert sure <= ONE_DUTY.keys()
    assert not [old for old in NOT_ONE if pairs.get(old, ("",))[0] == NOT_ONE[old]]


def test_indicators_of_the_two_programmes(proposed: tuple[Continuation, ...]) -> None:
    pairs = {tuple(s[:2]) for s, each in zip(shown(proposed), proposed, strict=True) if "/indicator/" in each.earlier}
    assert {
        ("3", "9"),
        ("3", "16"),
        ("1", "7"),
        ("2", "20"),
        ("4", "26"),
        ("2", "25"),
        ("4", "14"),
        ("1", "1"),
        ("2", "4"),
        ("2", "23"),
    } <= pairs

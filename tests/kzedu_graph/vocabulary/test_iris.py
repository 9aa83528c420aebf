"""The ontology speaks three languages, the namespace is closed, and IRIs are safe, stable and distinct."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, ONTOLOGY, ONTOLOGY_FOLDER, QB, SKOS
from kzedu_graph.vocabulary.turtle import read_ontology

LANGUAGES = {"kk", "ru", "en"}
EDITION = iris.edition("P2300000249", date(2025, 4, 25), "kk")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return read_ontology()


@pytest.fixture(scope="module")
def deliverable_types() -> Graph:
    return Graph().parse(ONTOLOGY_FOLDER / "codes" / "deliverable-types.ttl")


def spoken(graph: Graph, subject: URIRef, predicate: URIRef) -> dict[str | None, str]:
    """The words of a property by language; fails where a language speaks twice."""
    found = [value for value in graph.objects(subject, predicate) if isinstance(value, Literal)]
    assert len({value.language for value in found}) == len(found), f"{subject} says {predicate} twice in a language"
    return {value.language: str(value) for value in found}


# ---- the ontology


def test_names_read_by_pattern_are_the_subjects_that_a_parser_sees(ontology: Graph) -> None:
    parsed = {subject for subject in ontology.subjects() if str(subject).startswith(str(KZEDU))}
    assert set(KZEDU) == parsed


@pytest.mark.parametrize("name", sorted(KZEDU.terms))
def test_term_is_labelled_and_explained_in_three_languages(ontology: Graph, name: str) -> None:
    term = KZEDU[name]
    labels = spoken(ontology, term, RDFS.label)
    comments = spoken(ontology, term, RDFS.comment)
    assert labels.keys() == comments.keys() == LANGUAGES
    assert all(labels.values())
    for sentence in comments.values():
        assert re.fullmatch(r".*[.)”\"]", sentence), f"not a sentence: {sentence}"
    assert len(set(labels.values())) > 1, "the same word stands for all three languages"
    assert ontology.value(term, RDFS.isDefinedBy) == ONTOLOGY
    assert list(ontology.objects(term, RDF.type)), "a term has a type"


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_cyrillic_labels_hold_no_latin_letters(ontology: Graph, lang: str) -> None:
    """Homoglyphs break search; RACI and QUDT are names."""
    names = re.compile(
        r"RACI|EDTF|QUDT|PISA|XXXX|total|plan|section|amendment|table|passport|programme-year|programme|row-year|row|actual|annual|semiannual|quarterly|monthly|min|max"
    )
    codes = re.compile(r"replace|insert|remove|retitle|kzedu:\w+\+?|\([RACI]\)")
    for predicate in (RDFS.label, RDFS.comment):
        for subject, text in ontology.subject_objects(predicate):
            if isinstance(text, Literal) and text.language == lang:
                assert not re.search("[A-Za-z]", names.sub("", codes.sub("", text))), f"{subject}: {text}"


def test_every_mention_of_a_term_is_defined(ontology: Graph) -> None:
    mentioned = {node for triple in ontology for node in triple if str(node).startswith(str(KZEDU))}
    assert mentioned <= set(KZEDU)


def test_no_node_is_blank_and_the_version_is_told(ontology: Graph, deliverable_types: Graph) -> None:
    for graph in (ontology, deliverable_types):
        assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]
    assert ontology.value(ONTOLOGY, OWL.versionInfo)


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [
        ("Programme", "http://www.w3.org/ns/prov#Plan"),
        ("Measure", "http://purl.org/net/p-plan#Step"),
        ("Measure", "https://w3id.org/kzedu/ontology#Provision"),
        ("ResultIndicator", "https://w3id.org/kzedu/ontology#Indicator"),
        ("Ministry", "http://www.w3.org/ns/org#FormalOrganization"),
        ("Target", "http://purl.org/linked-data/cube#Observation"),
        ("Allocation", "http://purl.org/linked-data/cube#Observation"),
        ("Finding", "http://www.w3.org/ns/shacl#ValidationResult"),
    ],
)
def test_classes_stand_under_the_standards(ontology: Graph, narrower: str, wider: str) -> None:
    assert URIRef(wider) in set(ontology.transitive_objects(KZEDU[narrower], RDFS.subClassOf))


def test_types_of_deliverable_are_named_and_weighed(deliverable_types: Graph) -> None:
    types = set(deliverable_types.subjects(RDF.type, KZEDU.DeliverableType))
    assert len(types) > 10
    strengths = set()
    for concept in types:
        assert concept == iris.deliverable_type(str(concept).rsplit("/", 1)[1])
        assert spoken(deliverable_types, concept, SKOS.prefLabel).keys() == LANGUAGES
        assert spoken(deliverable_types, concept, SKOS.definition).keys() == LANGUAGES
        strengths.add(deliverable_types.value(concept, KZEDU.proofStrength).toPython())
    assert strengths == {1, 2, 3, 4, 5}


def test_data_structures_keep_the_rules_of_the_data_cube(ontology: Graph) -> None:
    """IC-3 a measure, IC-4 dimensions with a range, IC-6 only attributes are optional, one role a component."""
    structures = set(ontology.subjects(RDF.type, QB.DataStructureDefinition))
    assert structures == {
        *(KZEDU.NumericTargets, KZEDU.TextTargets, KZEDU.YearlyAllocations, KZEDU.TotalAllocations),
        *(KZEDU.YearlyTotals, KZEDU.WholeTotals),
    }
    roles = {QB.dimension: QB.DimensionProperty, QB.measure: QB.MeasureProperty, QB.attribute: QB.AttributeProperty}
    for structure in structures:
        counts = dict.fromkeys(roles, 0)
        for component in ontology.objects(structure, QB.component):
            held = [(role, value) for role in roles for value in ontology.objects(component, role)]
            assert len(held) == 1
            role, value = held[0]
            counts[role] += 1
            assert (value, RDF.type, roles[role]) in ontology
            assert role != QB.dimension or ontology.value(value, RDFS.range)
        assert counts[QB.measure] == 1
        assert counts[QB.dimension] >= 3


# ---- the closed namespace


def test_a_misspelt_term_names_the_nearest() -> None:
    with pytest.raises(AttributeError, match=r"kzedu:mesure; did you mean kzedu:[Mm]easure"):
        _ = KZEDU.mesure
    with pytest.raises(KeyError, match="kzedu:responsable; did you mean kzedu:responsible"):
        _ = KZEDU["responsable"]
    with pytest.raises(AttributeError, match=r"does not define kzedu:qqqq$"):
        _ = KZEDU.qqqq


def test_a_term_is_its_iri() -> None:
    assert KZEDU.Measure == URIRef("https://w3id.org/kzedu/ontology#Measure") == KZEDU["Measure"]
    assert KZEDU.Measure in KZEDU
    assert URIRef("https://w3id.org/kzedu/ontology#Mesure") not in KZEDU
    assert not hasattr(KZEDU, "Mesure")


# ---- minting


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (iris.document("nis-strategy-2030"), "document/nis-strategy-2030"),
        (iris.programme("P2300000249"), "document/P2300000249"),
        (EDITION, "document/P2300000249/2025-04-25/kk"),
        (iris.graph("current"), "graph/current"),
        (iris.agency("kz-moe"), "agency/kz-moe"),
        (iris.measure("P2300000249", "63-1"), "measure/P2300000249/63-1"),
        (iris.indicator("P2300000249", "plan", "target", "28"), "indicator/P2300000249/plan/28"),
        (iris.indicator("P1900000988", "plan", "result", "3"), "indicator/P1900000988/plan/result/3"),
        (
            iris.indicator("nis-strategy-2030", "table", "result", "3", group="task-1.2"),
            "indicator/nis-strategy-2030/table/task-1.2/result/3",
        ),
        (iris.task("P1900000988", "1.2"), "task/P1900000988/1.2"),
        (iris.provision("P2400000465", "point-2", 3), "provision/P2400000465/point-2/3"),
        (iris.assignment(EDITION, "63-1", 2), "assignment/P2300000249/2025-04-25/kk/63-1/2"),
        (
            iris.assignment(EDITION, iris.part(EDITION, "65", 2), 1),
            "assignment/P2300000249/2025-04-25/kk/part/65/2/1",
        ),
        (iris.allocation(EDITION, "7", None), "allocation/P2300000249/2025-04-25/kk/7/total/1"),
        (iris.allocation(EDITION, "7", 2024, 2), "allocation/P2300000249/2025-04-25/kk/7/2024/2"),
        (iris.evidence(EDITION, 3, 9), "evidence/P2300000249/2025-04-25/kk/3-9"),
        (iris.quote_selector(iris.evidence(EDITION, 3, 9)), "evidence/P2300000249/2025-04-25/kk/3-9/quote"),
        (iris.dataset(EDITION, KZEDU.NumericTargets), "dataset/P2300000249/2025-04-25/kk/numeric-targets"),
    ],
)
def test_iri_is_minted_from_work_kind_and_number(made: URIRef, path: str) -> None:
    assert str(made) == iris.BASE + path


def test_a_measure_owns_the_same_things_by_number_and_by_iri() -> None:
    by_iri = iris.measure("P2300000249", "63-1")
    assert iris.deadline(EDITION, "63-1") == iris.deadline(EDITION, by_iri)


def test_a_part_and_its_measure_do_not_share_an_assignment() -> None:
    assert iris.assignment(EDITION, "65", 1) != iris.assignment(EDITION, iris.part(EDITION, "65", 1), 1)


def test_two_texts_share_a_measure_but_not_what_they_say_of_it() -> None:
    other = iris.edition("P2400000465", date(2024, 6, 13), "ru")
    assert iris.deadline(EDITION, "1") != iris.deadline(other, "1")


@pytest.mark.parametrize(
    ("printed", "segment"),
    [
        ("63-1", "63-1"),
        ("63–1", "63-1"),
        ("1.2", "1.2"),
        ("4)", "4"),
        ("12.", "12"),
        (" 7 ", "7"),
        ("2-а", "2-a"),
        ("ә)", "ae"),
        ("3/1", "3u002f1"),
    ],
)
def test_odd_numbers_become_safe_segments(printed: str, segment: str) -> None:
    assert iris.slug(printed) == segment


@given(st.text(max_size=12))
def test_any_text_makes_one_safe_segment_or_is_refused(text: str) -> None:
    try:
        made = iris.slug(text)
    except ValueError:
        return
    assert re.fullmatch(r"[a-z0-9.-]+", made)
    assert iris.slug(made) == made


@given(*[st.from_regex(r"[1-9][0-9]{0,2}([.-][1-9][0-9]?){0,2}", fullmatch=True)] * 2)
def test_different_numbers_never_meet(one: str, other: str) -> None:
    assert (iris.slug(one) == iris.slug(other)) == (one == other)


@pytest.mark.parametrize(
    "refused",
    [
        lambda: iris.measure("P2300000249", ")"),
        lambda: iris.document("../etc"),
        lambda: iris.edition("P2300000249", date(2025, 4, 25), "de"),
        lambda: iris.indicator("P2300000249", "plan", "goal", "1"),
        lambda: iris.evidence(EDITION, 5, 5),
        lambda: iris.provision("P2300000249"),
        lambda: iris.local("https://example.org/1"),
    ],
)
def test_what_names_nothing_is_refused(refused: object) -> None:
    assert callable(refused)
    with pytest.raises(ValueError, match=r"\S"):
        refused()


@pytest.mark.parametrize(
    ("iri", "kind", "key"),
    [
        (iris.measure("S3100000001", "63-1"), "measure", "S3100000001/63-1"),
        (iris.agency("kz-moe"), "agency", "kz-moe"),
        (iris.document("S3100000001"), "document", "S3100000001"),
        (iris.edition("S3100000001", None, "kk"), "edition", "S3100000001/undated/kk"),
    ],
)
def test_an_iri_tells_kind_and_key(iri: URIRef, kind: str, key: str) -> None:
    assert iris.parse(iri) == (kind, key)


def test_parts_of_an_edition_are_had_from_its_iri() -> None:
    edition = iris.edition("S3100000001", date(2031, 5, 6), "ru")
    assert (iris.work_of(edition), iris.date_of(edition), iris.local_name(edition)) == (
        "S3100000001",
        "2031-05-06",
        "ru",
    )


@pytest.mark.parametrize("iri", ["https://example.org/measure/1", iris.BASE + "measure", iris.BASE])
def test_what_names_nothing_of_ours_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="id"):
        iris.parse(iri)


def test_a_body_is_no_text() -> None:
    with pytest.raises(ValueError, match="is no text"):
        iris.edition_key(iris.agency("kz-moe"))

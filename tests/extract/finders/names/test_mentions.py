"""Bodies in prose: invented sentences, passages read by hand, and the parties of the plans against verified links."""

from __future__ import annotations

import datetime
import json
from array import array
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.document.blocks import Cell, Document, Paragraph, Passage, Row, Table
from extract.finders.names.mentions import find_mentions, names_of
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.prose import InitiativeMention, Mention
from kzedu_graph.model.records import Party, Source, Span
from kzedu_graph.registry.resolving import Registry

MOVEMENT = "kz-worldskills-movement"
MOVED = {MOVEMENT: "kz-worldskills-kazakhstan"}
"""What the verified list counts as a body and is a movement, an initiative."""
SAMPLES = Path(__file__).parent / "mentions"
REGISTRY = Registry.load()


def read(
    lang: str,
    *texts: str,
    issuer: str | None = None,
    glossary: Mapping[str, str] | None = None,
    day: str = "2024-06-01",
) -> list[Mention]:
    """The mentions of a text of that many paragraphs."""
    blocks, at = [], 0
    for text in texts:
        blocks.append(Paragraph(Passage(text, array("I", range(at, at + len(text))))))
        at += len(text) + 1
    source = Source("sample", "P1", lang, datetime.date.fromisoformat(day), "Sample", issuer=issuer)
    document = Document("sample", lang, "\n".join(texts), tuple(blocks))
    found = find_mentions(source, document, REGISTRY, glossary or {})
    for mention in found:
        span = mention.evidence[0]
        assert " ".join(document.text[span.start : span.end].split()) == mention.text
    return list(found)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("kk", "ОМ-ге есеп беріледі.", [("kz-moe", "ОМ", "abbreviation")]),
        ("kk", "Оқу-ағарту министрлігіне хат жолданды.", [("kz-moe", "Оқу-ағарту министрлігіне", "inflected")]),
        ("kk", "Хатты Оқу-ағарту министрлігі алды.", [("kz-moe", "Оқу-ағарту министрлігі", "name")]),
        ("kk", "Оқу-ағарту министрінің бұйрығы.", []),
        ("kk", "Электрондық үкімет порталы мен Үкімет қаулысы.", [("kz-government", "Үкімет", "name")]),
        ("kk", "Мектептер мен колледждер, ЖАО және ЖОО.", [("kz-leb", "ЖАО"), ("kz-heis", "ЖОО")]),
        ("kk", "«Өрлеу» курсы; «Сабақтастық. Өрлеу» бағдарламасы.", [("kz-orleu", "«Өрлеу»", "name")]),
        ("kk", "Google Classroom пен Google.", [("intl-google", "Google", "name")]),
        (
            "kk",
            "WorldSkills Europe-мен байланыс.",
            [("intl-worldskills-europe", "WorldSkills Europe-мен", "inflected")],
        ),
        ("kk", "Педагогикалық жоғары оқу орындары.", [("kz-pedagogical-heis", "Педагогикалық жоғары оқу орындары")]),
        ("ru", "Отчет в МП и МИО.", [("kz-moe", "МП"), ("kz-leb", "МИО")]),
        ("ru", "Приказ Министра просвещения Республики Казахстан.", []),
        (
            "ru",
            "Письма Министерству просвещения и управлениям образования.",
            [("kz-moe", "Министерству просвещения", "inflected"), ("kz-edu-departments", "управлениям образования")],
        ),
        ("ru", "Школы, предприятия, работодатели и вузы.", [("kz-heis", "вузы", "name")]),
        ("ru", "Министерство ответит позже.", []),  # which one?
    ],
)
def test_mentions(lang: str, text: str, expected: list[tuple[str, ...]]) -> None:
    found = [(mention.agency, mention.text, mention.linked_by) for mention in read(lang, text)]
    assert [one[: len(some)] for one, some in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("lang", "issuer", "text", "expected"),
    [
        ("ru", "kz-moe", "Министерство ответит.", ["kz-moe"]),
        ("ru", "kz-moe", "Новое министерство ответит.", []),
        ("ru", "kz-mof", "Министерство ответит.", []),
        ("kk", "kz-nis-supreme-board", "Басқарма ДББҰ атынан жауап береді.", ["kz-nis-management-board", "kz-nis"]),
        ("kk", "kz-government", "Басқарма ДББҰ атынан жауап береді.", []),
        ("ru", "kz-moe", "На сайте НАО «Лилия» есть отчет.", []),
    ],
)
def test_a_doubtful_name_means_a_body_of_the_issuer_s_own_house(
    lang: str, issuer: str, text: str, expected: list[str]
) -> None:
    assert [mention.agency for mention in read(lang, text, issuer=issuer)] == expected


def test_the_document_says_whom_it_means() -> None:
    first = "Фонд устойчивого развития сельских территорий (далее – Фонд) создан."
    assert [(m.agency, m.text) for m in read("ru", first)] == [
        ("kz-rural-territories-fund", "Фонд устойчивого развития сельских территорий")
    ]
    told = read("ru", "ДЛО примет меры.", glossary={"ДЛО": "Министерство обороны Республики Казахстан"})
    assert [(m.agency, m.text, m.linked_by) for m in told] == [("kz-mod", "ДЛО", "glossary")]
    other = read("ru", "МО примет меры.", glossary={"МО": "государственные органы"})
    assert [(m.agency, m.linked_by) for m in other] == [("kz-state-bodies", "glossary")]


def test_of_two_bodies_of_one_name_the_living_one_is_meant() -> None:
    label = "Министерство культуры и спорта"
    assert [m.agency for m in read("ru", label, day="2020-01-01")] == ["kz-mcs"]


def test_cells_of_parties_are_spared() -> None:
    text = "Отчет в МП\tМП"
    cells = tuple(
        Cell((Passage(text[a:b], array("I", range(a, b))),))
        for a, b in ((0, text.index("\t")), (len(text) - 2, len(text)))
    )
    document = Document("sample", "ru", text, (Table((Row(cells),)),))
    source = Source("sample", "P1", "ru", datetime.date(2024, 6, 1), "Sample")
    party = Party("МП", by_agreement=False, agency="kz-moe", spans=(Span(len(text) - 2, len(text)),))
    assert len(find_mentions(source, document, REGISTRY, {})) == 2
    (left,) = find_mentions(source, document, REGISTRY, {}, [party])
    assert left.evidence == (Span(8, 10),)


# ---- the corpus


@cache
def extraction(path: Path) -> Extraction:
    return extract_file(path, REGISTRY)


def of(corpus: Path, name: str) -> Extraction:
    """What one text of the corpus gives."""
    return extraction(next(corpus.glob(f"{name}_*.txt")))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_passages_read_by_hand(corpus: Path, lang: str) -> None:
    """200 mentions a language in random passages, marked by a reader before the finder was run on them.

    A mention is met by one of the same body that overlaps it. Classes of bodies that cannot answer were not marked. The
    movement that bears a body's name was marked as that body; it is an initiative.
    """
    met = wanted = given = 0
    registry = Registry.load()
    for sample in lines(SAMPLES / f"{lang}.jsonl"):
        inside = [
            mention
            for mention in of(corpus, sample["source"]).mentions
            if any(start <= mention.evidence[0].start < end for start, end in sample["passages"])
            and registry.get(mention.agency).answerable
        ]
        movements = [one for one in sample["mentions"] if one["key"] == MOVEMENT]
        told = [one for one in of(corpus, sample["source"]).initiatives if one.initiative == MOVEMENT]
        met += sum(any(_overlap(one, mention) for mention in told) for one in movements)
        left = [one for one in sample["mentions"] if one not in movements]
        for mention in inside:
            hit = next((one for one in left if one["key"] == mention.agency and _overlap(one, mention)), None)
            if hit:
                left.remove(hit)
                met += 1
        given += len(inside)
        wanted += len(sample["mentions"])
        given += len(movements)
    assert wanted >= 200
    assert met >= 0.97 * given, f"precision {met / given:.3f}"
    assert met >= 0.9 * wanted, f"recall {met / wanted:.3f}"


def _overlap(one: dict[str, Any], mention: Mention | InitiativeMention) -> bool:
    return any(span.start < one["end"] and one["start"] < span.end for span in mention.evidence)


def test_parties_of_the_plans_are_linked_as_verified(corpus: Path, gold: Path) -> None:
    """Of all assignments that the verified links speak of, at least 99 in 100 have the body that they give."""
    right = told = 0
    for link in lines(gold / "entities" / "links.jsonl"):
        measures = {measure.number: measure for measure in of(corpus, link["doc"]).measures}
        for number in link["measures"]:
            told += 1
            parties = measures[number].responsible if number in measures else ()
            right += set(link["ids"]) <= {party.agency for party in parties}
    assert told > 600
    assert right >= 0.99 * told, f"{right} of {told}"


def test_classes_that_plans_name_can_answer(gold: Path) -> None:
    named = {key for link in lines(gold / "entities" / "links.jsonl") for key in link["ids"]}
    assert {key for key in named if not REGISTRY.get(key).answerable} == set()
    assert not REGISTRY.get("kz-schools").answerable


@pytest.mark.parametrize(("name", "lang"), [("000", "ru"), ("002", "kk"), ("004", "kk")])
def test_the_scan_of_beginnings_loses_no_name(corpus: Path, name: str, lang: str) -> None:
    text = next(corpus.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    index = names_of(REGISTRY, lang).index
    assert index.find(text) == index._find(text, 0, len(text))


def test_bodies_are_named_as_often_as_counted_by_hand(corpus: Path, gold: Path) -> None:
    """Mentions and parties together, body by body, against the counts of the verified list."""
    for name in ("000", "001", "002", "003", "004"):
        found = of(corpus, name)
        keys = [mention.agency for mention in found.mentions]
        parties = [party for measure in found.measures for party in measure.responsible]
        parties += [party for indicator in found.indicators for party in indicator.responsible]
        keys += [party.agency for party in parties if party.agency]
        keys += [MOVED[one.initiative] for one in found.initiatives if one.initiative in MOVED]
        counted = {
            body["id"]: body["docs"][name]
            for body in lines(gold / "entities" / "agencies.jsonl")
            if body["docs"][name] and REGISTRY.get(body["id"]).answerable
        }
        met = sum(min(count, keys.count(key)) for key, count in counted.items())
        assert met >= 0.94 * sum(counted.values()), (name, met, sum(counted.values()))

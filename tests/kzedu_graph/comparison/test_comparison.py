"""What a comparison finds between two texts, on invented rows and on the two editions of the Concept's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kzedu_graph.comparison.acts import Act, Notes
from kzedu_graph.comparison.changes import CAUSES, FIELDS, Change, Difference
from kzedu_graph.comparison.rows import pair_rows
from kzedu_graph.comparison.targets import pair_indicators
from kzedu_graph.comparison.texts import Comparison, compare_editions, find_contradictions, heirs_of
from kzedu_graph.comparison.triples import code_of, concept_of, triples_of_changes
from kzedu_graph.comparison.wording import Wording
from kzedu_graph.exports.change_tables import changes as change_table
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import (
    Allocation,
    Deliverable,
    Indicator,
    Measure,
    Part,
    Party,
    Period,
    Source,
    Span,
    Target,
)
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

OLD = Source("old", "S1", "ru", date(2024, 1, 1), "План", programme="S1")
NEW = Source("new", "S1", "ru", date(2025, 1, 1), "План", programme="S1")
SAME_LANGUAGE = Wording((), across=False)


def party(key: str | None, *, agreed: bool = False, text: str | None = None, at: int = 40) -> Party:
    return Party(text or str(key), agreed, key, (Span(at, at + 3),))


def measure(number: str, name: str = "Открыть обсерваторию в каждом районе", **given: Any) -> Measure:
    row = Measure(
        source="x",
        programme="S1",
        number=number,
        seq=1,
        name=name,
        completion_form=(Deliverable("приказ", "legal-act", spans=(Span(20, 26),)),),
        deadline_text="декабрь 2024 года",
        period=Period("декабрь 2024 года", ("2024-12",), spans=(Span(30, 39),)),
        responsible=(party("moon"), party("club", agreed=True)),
        evidence=(Span(0, 60),),
        part_of=("direction", "1"),
    )
    return replace(row, **given)


def indicator(
    number: str, *values: float | None, place: str = "plan", name: str = "Доля звёзд", **given: Any
) -> Indicator:
    targets = tuple(Target(2024 + n, v, spans=(Span(n, n + 1),)) for n, v in enumerate(values) if v is not None)
    return replace(Indicator("x", "S1", place, "target", number, name, targets, (Span(0, 60),), unit="%"), **given)


def text(source: Source, *rows: Measure | Indicator, **given: Any) -> Extraction:
    return Extraction(
        source,
        given.pop("text", "x" * 100),
        measures=tuple(row for row in rows if isinstance(row, Measure)),
        indicators=tuple(row for row in rows if isinstance(row, Indicator)),
        **given,
    )


def told(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [(c.difference.kind, c.difference.old, c.difference.new) for c in comparison.changes]


def compared(old: Measure | Indicator, new: Measure | Indicator) -> list[tuple[str, str | None, str | None]]:
    """What changed in the second of three rows, the others being there to confirm its place."""
    if isinstance(old, Measure) and isinstance(new, Measure):
        return told(
            compare_editions(
                text(OLD, measure("0", "Первая строка плана"), old), text(NEW, measure("0", "Первая строка плана"), new)
            )
        )
    return told(compare_editions(text(OLD, old), text(NEW, new)))


# ---- one duty


TWO = (
    Part("приказ", "", ("2024-06",), (party("moon"),)),
    Part("отчет", "", ("2024-12",), (party("club", agreed=True),)),
)
BOTH = (party("moon"), party("club", agreed=True))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"name": "Открыть  обсерваторию в каждом районе."}, []),
        ({"name": "Закрыть планетарий"}, [("name-changed", measure("1").name, "Закрыть планетарий")]),
        ({"period": Period("май 2025", ("2025-05",)), "deadline_text": "май 2025"},
         [("date-moved", "декабрь 2024 года", "май 2025")]),
        ({"period": Period("ежегодно", ("2024-12",), "annual"), "deadline_text": "ежегодно"},
         [("date-moved", "декабрь 2024 года", "ежегодно")]),
        ({"period": None}, []),
        ({"completion_form": (Deliverable("отчет в МЛ", "report", "moon"),)},
         [("deliverable-changed", "приказ", "отчет в МЛ")]),
        ({"responsible": (party("moon"),)}, [("owner-dropped", "club", None)]),
        ({"responsible": (*BOTH, party("star"))}, [("owner-added", None, "star")]),
        ({"responsible": (party("moon"), party("club"))}, [("binding-changed", "by-agreement", "bound")]),
        ({"responsible": (party("club"), party("moon"))},
         [("binding-changed", "by-agreement", "bound"), ("lead-changed", "moon", "club")]),
        ({"responsible": (party("club", agreed=True), party("moon"))}, []),
        ({"responsible": (party("moon"), party("club", agreed=True), party(None, text="кто-то"))}, []),
        ({"funding": (Allocation(2024, 5.0),)}, [("money-changed", None, "5")]),
    ],
)  # fmt: skip
def test_each_duty_of_a_row(change: dict[str, Any], expected: list[tuple[str, str | None, str | None]]) -> None:
    assert compared(measure("1"), measure("1", **change)) == expected


def test_the_recipient_of_a_report() -> None:
    reports = [(Deliverable("отчет", "report", body),) for body in ("moon", "star")]
    found = compared(measure("1", completion_form=reports[0]), measure("1", completion_form=reports[1]))
    assert [kind for kind, _, _ in found] == ["recipient-changed"]


def test_bodies_divided_otherwise_over_the_parts() -> None:
    divided = measure("1", parts=TWO)
    lumped = measure("1", parts=tuple(replace(part, responsible=BOTH) for part in TWO))
    assert compared(divided, divided) == []
    assert compared(divided, lumped) == [("owners-divided", "moon · club", "moon, club")]


@pytest.mark.parametrize(
    ("lang", "now", "kinds"),
    [
        ("kk", (party(None, text="АТБ"), party("club", agreed=True)), []),
        ("kk", (party(None, text="АТБ"),), []),
        ("kk", (party("club", agreed=True),), ["owner-dropped"]),
        ("ru", (party(None, text="УА"), party("club", agreed=True)), []),
        ("ru", (party(None, text="УА"),), ["owner-dropped", "owner-dropped"]),
        ("ru", (replace(party(None, text="завхоз"), staff="post"), party("club", agreed=True)), ["owner-dropped"]),
    ],
)
def test_a_name_that_is_not_understood_may_be_that_of_a_body_of_the_other_text(
    lang: str, now: tuple[Party, ...], kinds: list[str]
) -> None:
    later = replace(NEW, lang=lang)
    assert [kind for kind, _, _ in told(compare_editions(text(OLD, measure("1")), text(later, measure("1", responsible=now))))] == kinds  # fmt: skip
    turned = [kind.replace("dropped", "added") for kind in kinds]
    earlier = replace(OLD, lang=lang)
    assert [kind for kind, _, _ in told(compare_editions(text(earlier, measure("1", responsible=now)), text(NEW, measure("1"))))] == turned  # fmt: skip


def test_names_that_nobody_knows_in_either_text_hide_no_body() -> None:
    rows = (
        text(OLD, measure("1", responsible=(*BOTH, party(None, text="Кружок")))),
        text(NEW, measure("1", responsible=(party("moon"), party(None, text="кружок")))),
    )
    assert told(compare_editions(*rows)) == [("owner-dropped", "club", None)]
    kazakh = text(replace(NEW, lang="kk"), measure("1", responsible=(party("moon"), party(None, text="Үйірме"))))
    assert told(compare_editions(rows[0], kazakh)) == [("owner-dropped", "club", None)]


def test_an_unknown_body_is_no_damage_in_the_text() -> None:
    kazakh = replace(NEW, lang="kk", version_date=OLD.version_date)
    finding = Finding("unknown-party", "warning", "measure 1", {"en": "?"}, "new", (Span(401, 403),))
    assert cause(OLD, kazakh, findings=(finding,)).cause == "translation"


def test_a_successor_is_no_other_owner() -> None:
    heirs = heirs_of([("moon", "sun"), ("sun", "dawn")])
    assert heirs == {"moon": {"sun", "dawn"}, "sun": {"dawn"}}
    rows = text(OLD, measure("1")), text(NEW, measure("1", responsible=(party("dawn"), party("club", agreed=True))))
    assert told(compare_editions(*rows, heirs)) == [("owner-succeeded", "moon", "dawn")]
    assert [kind for kind, _, _ in told(compare_editions(*rows))] == ["owner-dropped", "owner-added"]


# ---- which row is which


def test_rows_are_never_paired_by_number_alone() -> None:
    stranger = measure(
        "1",
        "Купить телескоп",
        part_of=("direction", "2"),
        responsible=(party("star"),),
        period=Period("", ("2030",)),
        completion_form=(Deliverable("отчет", "report"),),
    )
    pairs = pair_rows([measure("1")], [stranger], SAME_LANGUAGE)
    assert [(pair.earlier is None, pair.later is None) for pair in pairs] == [(True, False), (False, True)]
    assert [kind for kind, _, _ in compared(measure("1"), stranger)] == ["row-added", "row-removed"]


def test_a_renumbered_row_is_found() -> None:
    assert compared(measure("1"), measure("7")) == [("row-renumbered", "1", "7")]


def test_a_row_between_the_same_neighbours_was_rewritten() -> None:
    names = ("Открыть обсерваторию", "Купить телескоп", "Провести слёт астрономов")
    old = [measure(str(n), name) for n, name in enumerate(names)]
    other = replace(
        old[1],
        name="Принять закон о тёмном небе",
        responsible=(party("star"),),
        completion_form=(Deliverable("закон", "law"),),
        period=Period("", ("2030",)),
    )
    pairs = pair_rows(old, [old[0], other, old[2]], SAME_LANGUAGE)
    assert [pair.confirmed_by for pair in pairs][1] == ("place", "neighbours")
    moved = replace(other, part_of=("direction", "9"))
    assert pair_rows(old, [old[0], moved, old[2]], SAME_LANGUAGE)[1].earlier is None


# ---- values


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ((10.0, 20.0, 30.0), (10.0, 20.0, 30.0), []),
        ((10.0, 20.0, 30.0), (10.0, 25.0, 30.0), ["target-raised"]),
        ((10.0, 20.0, 30.0), (10.0, 15.0, 30.0), ["target-lowered"]),
        ((10.0, 30.0, 30.0), (10.0, 20.0, 30.0), ["target-postponed"]),
        ((10.0, 20.0, None), (10.0, 20.0, 30.0), ["target-added"]),
        ((10.0, 20.0, 30.0), (10.0, None, 30.0), ["target-dropped"]),
    ],
)
def test_each_way_a_value_moves(old: tuple[float | None, ...], new: tuple[float | None, ...], kinds: list[str]) -> None:
    assert [kind for kind, _, _ in compared(indicator("1", *old), indicator("1", *new))] == kinds


def test_a_whole_indicator_that_is_new_or_gone() -> None:
    found = compare_editions(
        text(OLD, indicator("1", 1.0)), text(NEW, indicator("1", 1.0), indicator("2", 5.0, name="Число лун"))
    )
    assert told(found) == [("row-added", None, "Число лун"), ("target-added", None, "5")]
    back = compare_editions(found.later, replace(found.earlier, source=replace(NEW, version_date=date(2026, 1, 1))))
    assert told(back) == [("row-removed", "Число лун", None), ("target-dropped", "5", None)]


def test_words_bounds_and_units() -> None:
    some, other = (replace(indicator("1", 1.0), targets=(Target(2024, None, words),)) for words in ("рост", "спад"))
    assert [kind for kind, _, _ in compared(some, other)] == ["target-reworded"]
    least = replace(indicator("1", 1.0), targets=(Target(2024, 1.0, bound="min"),))
    assert [kind for kind, _, _ in compared(indicator("1", 1.0), least)] == ["target-reworded"]
    counted = replace(indicator("1", 1.0, 2.0), unit="единиц")
    assert compared(indicator("1", 1.0, 2.0), counted) == [("unit-changed", "%", "единиц")]


def test_indicators_are_paired_by_values_and_words_before_numbers() -> None:
    old = [
        indicator("28", 8.5, 10.0, 11.4, name="Доля мастеров"),
        indicator("29", 35.0, 65.0, 85.0, name="Доля проверенных"),
    ]
    new = [replace(old[0], number="27"), replace(old[1], number="28")]
    pairs = pair_indicators(old, new, SAME_LANGUAGE)
    assert [(p.earlier.number, p.later.number) for p in pairs if p.earlier and p.later] == [("28", "27"), ("29", "28")]
    strangers = pair_indicators(
        [indicator("1", 5.0, name="Число лун")], [indicator("1", 7.0, name="Охват")], SAME_LANGUAGE
    )
    assert all(pair.earlier is None or pair.later is None for pair in strangers)


def test_series_are_paired_by_words_else_by_place() -> None:
    def by(*subjects: str, base: float) -> Indicator:
        targets = [Target(2024 + y, base + 10 * n + y, breakdown=s) for n, s in enumerate(subjects) for y in range(3)]
        return replace(indicator("1"), targets=tuple(targets))

    assert compared(by("луна", "солнце", base=1), by("луна", "солнце", base=1)) == []
    swapped = replace(by("луна", "солнце", base=1), targets=by("луна", "солнце", base=1).targets[::-1])
    assert compared(by("луна", "солнце", base=1), swapped) == []
    assert compared(by("луна", "солнце", base=1), by("ай", "күн", base=1)) == []


def test_a_text_that_contradicts_itself() -> None:
    rows = (indicator("1", 10.0, 20.0, 30.0, place="section"), indicator("1", 10.0, 21.0, 30.0))
    within = find_contradictions(text(NEW, *rows))
    assert told(within) == [("target-raised", "20", "21")]
    assert [c.cause for c in within.changes] == ["contradiction"]
    between = compare_editions(text(OLD, indicator("1", 10.0, 20.0, 30.0)), text(NEW, *rows))
    assert {c.cause for c in between.changes if c.difference.kind == "target-raised"} == {"contradiction"}


# ---- causes and acts

NOTED = "      Сноска. Глава с изменениями - постановлениями Правительства РК от 13.06.2024 № 465; 25.04.2025 № 271.\n      "


def cause(old: Source, new: Source, **given: Any) -> Change:
    changed = measure("1", period=Period("май", ("2025-05",), spans=(Span(400, 404),)), evidence=(Span(390, 450),))
    before, after = text(old, measure("1")), text(new, changed, text=given.pop("words", "") + "x" * 500, **given)
    (change,) = compare_editions(before, after).changes
    return change


def test_an_act_between_the_texts_is_the_cause() -> None:
    change = cause(OLD, replace(NEW, version_date=date(2025, 4, 25)), words=NOTED)
    assert (change.cause, change.act, change.act_date) == ("later-edition", "P2500000271", date(2025, 4, 25))
    earlier = cause(OLD, replace(NEW, version_date=date(2024, 6, 30)), words=NOTED)
    assert (earlier.act, earlier.act_date) == ("P2400000465", date(2024, 6, 13))


def test_an_amending_text_is_itself_the_act() -> None:
    change = cause(OLD, replace(NEW, work="P2", amends=("S1",)))
    assert (change.cause, change.act, change.act_date) == ("later-edition", "P2", date(2025, 1, 1))
    assert cause(OLD, NEW).act is None


def test_texts_of_one_day_differ_by_translation_and_damage_is_named() -> None:
    kazakh = replace(NEW, lang="kk", version_date=OLD.version_date)
    assert cause(OLD, kazakh).cause == "translation"
    finding = Finding("deadline-not-understood", "warning", "measure 1", {"en": "?"}, "new", (Span(401, 403),))
    assert cause(OLD, NEW, findings=(finding,)).cause == "damaged-text"
    assert cause(OLD, NEW).cause == "later-edition"


def test_notes_stand_over_what_follows_them() -> None:
    words = (
        NOTED
        + "x" * 50
        + "\n\nЕскерту. Жоспар жаңа редакцияда - ҚР Үкіметінің 01.02.2025 ;\n02.02.2025 қаулыларымен. № 7 № 8\n\nжол"
    )
    notes = Notes(words)
    assert notes.over((Span(0, 1),)) == ()
    assert [act.number for act in notes.over((Span(len(NOTED), len(NOTED) + 1),))] == ["465", "271"]
    assert notes.over((Span(len(words) - 3, len(words)),)) == (
        Act(date(2025, 2, 1), "7", "P2500000007"),
        Act(date(2025, 2, 2), "8", "P2500000008"),
    )
    unclear = Notes("Ескерту. Өзгеріс 01.02.2025 және 02.02.2025 № 7\n\nжол").over((Span(49, 50),))
    assert [(act.number, act.work) for act in unclear] == [(None, None), (None, None)]


# ---- words of two languages


def test_words_of_another_language_are_learned_from_the_rows() -> None:
    words = [("звезда", "жұлдыз"), ("луна", "айшық"), ("небо", "аспан"), ("телескоп", "телескоп"), ("купить", "сатып")]
    rows = [
        (f"{a} {b} {n}", f"{x} {y} {n}")
        for n, ((a, x), (b, y)) in enumerate(zip(words * 10, words[1:] * 13, strict=False))
    ]
    wording = Wording(rows, across=True)
    assert wording.judges
    assert not Wording(rows[:10], across=True).judges
    assert wording.likeness("звезда и луна", "жұлдыз айшық") > 0.8
    assert wording.likeness("звезда и луна", "сатып телескоп") < 0.3
    assert wording.likeness("академической", "академиялық") == 1.0
    assert wording.likeness("50 лагерей", "60 лагерь") == pytest.approx(0.5)


def test_codes_are_concepts_of_the_ontology() -> None:
    for code in (*FIELDS, *CAUSES):
        assert concept_of(code) in set(KZEDU)
        assert code_of(str(concept_of(code))) == code
    with pytest.raises(ValueError, match="a kind of change is one of"):
        Difference("moved", None, None)


def test_changes_as_triples_and_as_rows() -> None:
    old, new = text(OLD, measure("1")), text(NEW, measure("1", responsible=(party("moon"), party("star"))))
    changes = compare_editions(old, new).changes
    graph = iris.graph("changes")
    store = MemoryStore([(*triple, graph) for triple in triples_of_changes(changes, (old, new))])
    rows = list(change_table(store, "all"))
    assert [(r["kind"], r["old"], r["new"], r["agency"]) for r in rows] == [
        ("owner-added", None, "star", "star"),
        ("owner-dropped", "club", None, "club"),
    ]
    assert {r["field"] for r in rows} == {"responsible"}
    assert rows[0]["old_quote"] == rows[0]["new_quote"] == "xxx"
    assert rows[1]["new_evidence"] == [{"start": 40, "end": 43}]
    assert not list(change_table(store, "https://w3id.org/kzedu/id/document/S1/1999-01-01/ru"))

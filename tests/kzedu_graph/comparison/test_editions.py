"""Which editions are current and compared, what the current view says in both languages, and `kzedu diff`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.cli import main
from kzedu_graph.comparison.editions import (
    compare_all,
    compared_editions,
    current_editions,
    current_view,
    joined_labels,
)
from kzedu_graph.exports.differences import diff_builds, diff_editions, last_two
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Indicator, Source, Span, Target
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.stores import MemoryStore, StoreError
from kzedu_graph.vocabulary import iris

WORK = "act-2025-03-03-12-akimat-region-sml"


def edition(lang: str, year: int) -> Extraction:
    """An invented text with one indicator, so that there is something to compare."""
    source = Source(f"S1-{lang}-{year}", "S1", lang, date(year, 1, 1), "Жоспар", programme="S1")
    row = Indicator(source.stem, "S1", "plan", "target", "1", "Үлесі", (Target(2030, 1.0),), (Span(0, 3),))
    return Extraction(source, "x" * 10, indicators=(row,))


def stems(extractions: tuple[Extraction, ...]) -> list[str]:
    return [each.source.stem for each in extractions]


# ---- which


def test_the_latest_text_is_current_and_kazakh_of_one_day() -> None:
    texts = [edition("kk", 2024), edition("ru", 2025), edition("kk", 2025), edition("ru", 2023)]
    assert stems(current_editions(texts)) == stems(current_editions(texts[::-1])) == ["S1-kk-2025"]
    assert stems(current_editions(texts[:2])) == ["S1-ru-2025"]


def test_a_text_is_compared_with_its_own_language_first_and_with_its_twin() -> None:
    texts = [edition("kk", 2023), edition("ru", 2024), edition("kk", 2025), edition("ru", 2025)]
    pairs = [(a.source.stem, b.source.stem) for a, b in compared_editions(texts)]
    assert pairs == [
        ("S1-kk-2023", "S1-ru-2024"),
        ("S1-ru-2024", "S1-ru-2025"),
        ("S1-kk-2023", "S1-kk-2025"),
        ("S1-ru-2025", "S1-kk-2025"),
    ]
    assert compared_editions(texts[:1]) == ()
    assert compared_editions([replace(each, indicators=()) for each in texts]) == ()


# ---- the current view


@pytest.fixture(scope="module")
def twins(sample: Path) -> tuple[Extraction, ...]:
    registry = Registry.load()
    return tuple(extract_file(path, registry) for path in sorted(sample.glob("*.txt")))


def labels(triples: list[Triple], node: URIRef) -> set[str | None]:
    return {
        value.language
        for subject, predicate, value in triples
        if subject == node and predicate == RDFS.label and isinstance(value, Literal)
    }


def test_an_unchanged_row_has_the_names_of_both_languages(twins: tuple[Extraction, ...]) -> None:
    comparisons = compare_all(twins)
    assert [comparison.changes for comparison in comparisons] == [()]
    view = list(current_view(twins, comparisons))
    for number in range(1, 8):
        assert labels(view, iris.measure(WORK, str(number))) == {"kk", "ru"}
    for number in range(1, 4):
        assert labels(view, iris.indicator(WORK, "plan", "target", str(number))) == {"kk", "ru"}
    alone = list(current_view(twins))
    assert labels(alone, iris.measure(WORK, "1")) == {"kk"}
    assert set(alone) < set(view)


def test_a_row_that_a_later_edition_changed_has_its_own_name_only(twins: tuple[Extraction, ...]) -> None:
    kazakh, russian = twins
    rows = (replace(kazakh.measures[0], responsible=kazakh.measures[1].responsible), *kazakh.measures[1:])
    later = replace(kazakh, measures=rows, source=replace(kazakh.source, version_date=date(2026, 1, 1)))
    comparisons = compare_all((russian, later))
    joined = {str(subject) for subject, _, _ in joined_labels(comparisons[0])}
    assert str(iris.measure(WORK, "1")) not in joined
    assert {str(iris.measure(WORK, str(number))) for number in range(2, 8)} <= joined
    assert list(current_view((russian, later), comparisons)) == list(current_view((later, russian), comparisons))


def test_russian_names_stand_beside_the_kazakh_plan_of_the_concept(corpus: Path) -> None:
    registry = Registry.load()
    texts = [extract_file(next(corpus.glob(f"{stem}*")), registry) for stem in ("000", "002")]
    (comparison,) = (c for c in compare_all(texts) if c.earlier is not c.later)
    joined = {str(subject): str(value) for subject, _, value in joined_labels(comparison)}
    rewritten = {str(iris.measure("P2300000249", number)) for number in ("95", "176", "179", "63-1")}
    assert not rewritten & joined.keys()
    assert sum("/measure/" in node for node in joined) == 177
    assert sum("/direction/" in node for node in joined) == 7
    assert str(iris.indicator("P2300000249", "plan", "target", "4")) in joined


# ---- kzedu diff


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


KAZAKH, RUSSIAN = f"{WORK}/2025-03-03/kk", f"{WORK}/2025-03-03/ru"


@pytest.fixture(scope="module")
def stores(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two builds: the sample, and the sample with another deadline and another value in Kazakh."""
    folder = tmp_path_factory.mktemp("diff")
    assert run("build", "--store", folder / "store", "--corpus", sample).exit_code == 0
    for path in sample.glob("*.txt"):
        words = path.read_text("utf-8")
        if path.name.endswith("kk.txt"):
            assert "55,5 %" in words
            assert "маусым" in words
            words = words.replace("55,5 %", "50 %").replace("маусым", "шілде")
        (folder / path.name).write_text(words, "utf-8")
    done = run("build", "--store", folder / "store", "--corpus", folder)
    assert done.exit_code == 0, done.output
    return folder / "store"


def test_duties_between_two_editions(stores: Path) -> None:
    done = run("diff", RUSSIAN, KAZAKH, "--store", stores, "--format", "jsonl")
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(row["kind"], row["cause"]) for row in found} == {
        ("date-moved", "translation"),
        ("target-lowered", "translation"),
    }
    for row in found:
        assert row["old_quote"]
        assert row["new_quote"]
        assert (row["earlier"], row["later"]) == tuple(f"{iris.BASE}document/{e}" for e in (RUSSIAN, KAZAKH))
    shown = run("diff", f"{iris.BASE}document/{RUSSIAN}", KAZAKH, "--store", stores)
    assert f"{len(found)} changes" in shown.stdout
    exported = run("export", "changes", "--store", stores, "--edition", f"{iris.BASE}document/{KAZAKH}")
    assert [json.loads(line) for line in exported.stdout.splitlines()] == found


def test_records_between_the_last_two_builds(stores: Path) -> None:
    done = run("diff", "--store", stores, "--format", "jsonl")
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(row["table"], row["happened"]) for row in found} == {("measures", "changed"), ("indicators", "changed")}
    changed = {name for row in found for name in row["fields"]}
    assert {"due", "deadline_text", "targets"} <= changed
    assert "measures changed" in run("diff", "--store", stores).stdout
    same = run("diff", "--store", stores, "--against", stores, "--format", "jsonl")
    assert (same.exit_code, same.stdout) == (0, "")


def test_gained_and_lost_records(twins: tuple[Extraction, ...]) -> None:
    registry = Registry.load()
    whole, half = MemoryStore(quads_of(twins, registry)), MemoryStore(quads_of(twins[:1], registry))
    assert {row["happened"] for row in diff_builds(whole, half, ["measures"])} == {"lost"}
    assert [row["happened"] for row in diff_builds(half, whole, ["measures"])] == ["gained"] * 7
    assert not list(diff_builds(whole, whole))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((RUSSIAN,), "name two editions"),
        ((KAZAKH, RUSSIAN), "name the earlier edition first"),
        ((RUSSIAN, "S9/1999-01-01/kk"), "no edition S9/1999-01-01/kk; there are"),
    ],
)
def test_editions_that_cannot_be_compared(stores: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("diff", *arguments, "--store", stores)
    assert done.exit_code == 2
    assert said in done.stderr


def test_one_build_has_nothing_to_differ_from(tmp_path: Path, twins: tuple[Extraction, ...]) -> None:
    with pytest.raises(StoreError, match="a difference needs two"):
        last_two(tmp_path)
    store = MemoryStore(quads_of(twins, Registry.load()))
    with pytest.raises(LookupError, match="do not differ or were not compared"):
        diff_editions(store, RUSSIAN, KAZAKH)

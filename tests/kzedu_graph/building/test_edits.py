"""A corpus that changes: after any edits the next build is, byte for byte, a build that was made of nothing kept."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from alone import in_this_process
from bench.corpora import KK, RU, Size, write_corpus
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from extract.flow import extract_file
from kzedu_graph.building.run import Outcome, run_build
from kzedu_graph.store.builds import Builds

KINDS = (("tabbed", RU), ("paged", KK), ("marked", RU))


@dataclass(frozen=True)
class Edit:
    """A text takes its first or its second wording, or goes (`wording` None); or something kept is damaged."""

    text: int
    wording: int | None
    damage: bool = False


EDITS = st.lists(
    st.builds(Edit, st.integers(0, 4), st.sampled_from([None, 0, 1]), st.sampled_from([False, False, False, True])),
    min_size=2,
    max_size=3,
)


@pytest.fixture(scope="module")
def wordings(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> list[tuple[str, tuple[str, str]]]:
    """Names and wordings of a plan in two languages, which speak of one another, and of three acts that do not."""
    acts = write_corpus(tmp_path_factory.mktemp("acts"), 3, sizes=[Size(3, 2)], kinds=KINDS)
    found = []
    for file in (*sorted(sample.glob("*.txt")), *acts):
        first = second = file.read_text("utf-8")
        for old, new in (("2027", "2028"), ("рядом с домом", "у дома"), ("Үйге жақын", "Ауылға жақын")):
            second = second.replace(old, new)
        found.append((file.name, (first, second)))
    assert all(first != second for _, (first, second) in found)
    return found


def build(texts: Path, store: Path) -> Outcome:
    outcome = run_build(sorted(texts.glob("*.txt")), store, in_this_process(extract_file))
    assert outcome.violations == ()
    return outcome


def served(store: Path) -> tuple[str, bytes, dict[str, bytes]]:
    """The build, the snapshot and the texts that are served."""
    build = Builds(store).served()  # checked against its checksum
    place = build.folder
    return build.id, build.snapshot.read_bytes(), {file.name: file.read_bytes() for file in (place / "texts").iterdir()}


def damage(store: Path, number: int) -> None:
    """Something kept loses its last byte."""
    kept = sorted(path for path in (store / "parts").iterdir() if path.suffix != ".used")
    chosen = kept[number % len(kept)]
    chosen.write_bytes(chosen.read_bytes()[:-1])


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=EDITS)
def test_builds_after_edits_equal_builds_of_nothing_part_store(
    edits: list[Edit], wordings: list[tuple[str, tuple[str, str]]]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        texts, store = Path(place) / "texts", Path(place) / "store"
        texts.mkdir()
        for name, (first, _) in wordings[1:]:
            (texts / name).write_text(first, encoding="utf-8")
        build(texts, store)
        for step, edit in enumerate(edits):
            name, worded = wordings[edit.text]
            if edit.wording is not None:
                (texts / name).write_text(worded[edit.wording], encoding="utf-8")
            elif len(list(texts.iterdir())) > 1:
                (texts / name).unlink(missing_ok=True)
            if edit.damage:
                damage(store, edit.text)
            build(texts, store)
            fresh = Path(place) / f"fresh-{step}"
            build(texts, fresh)
            assert served(store) == served(fresh)
            assert build(texts, store).made == 0
            assert served(store) == served(fresh)


def test_what_was_undone_is_as_it_was(tmp_path: Path, wordings: list[tuple[str, tuple[str, str]]]) -> None:
    texts, store = tmp_path / "texts", tmp_path / "store"
    texts.mkdir()
    for name, (first, _) in wordings:
        (texts / name).write_text(first, encoding="utf-8")
    build(texts, store)
    before = served(store)
    name, (first, second) = wordings[0]
    (texts / name).write_text(second, encoding="utf-8")
    assert build(texts, store).made == 1
    assert served(store) != before
    (texts / name).write_text(first, encoding="utf-8")
    undone = build(texts, store)
    assert undone.made == 0, "what listed builds were made of is kept"
    assert served(store) == before


def test_a_damaged_snapshot_is_written_again(tmp_path: Path, wordings: list[tuple[str, tuple[str, str]]]) -> None:
    texts, store = tmp_path / "texts", tmp_path / "store"
    texts.mkdir()
    name, (first, _) = wordings[2]
    (texts / name).write_text(first, encoding="utf-8")
    built = build(texts, store).build
    assert built is not None
    before = served(store)
    built.snapshot.write_bytes(before[1][:-1])
    assert build(texts, store).made == 0
    assert served(store) == before

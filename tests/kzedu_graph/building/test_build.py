"""Builds of parts: the same bytes however they are made, only what changed made again, damage mended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from alone import build, in_this_process, snapshot, unread
from bench.corpora import KINDS, SMALL, write_corpus
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.building import assembly, checking
from kzedu_graph.building.checking import Checked
from kzedu_graph.building.executors.processes import in_processes
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.nquads import CURRENT, ONTOLOGY, REGISTRY
from kzedu_graph.building.parts import Made
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.statement_lines import quad_lines
from kzedu_graph.store.stores import AUDIT, MemoryStore
from kzedu_graph.validation.audit import audit_triples, run_audit
from kzedu_graph.vocabulary import fingerprint, iris


def test_invented_acts_of_every_layout_are_read_whole(tmp_path: Path) -> None:
    """What growth is measured by: as many measures as were written, each with its bodies and its deadline."""
    registry = Registry.load()
    for file, (layout, words) in zip(write_corpus(tmp_path, len(KINDS), kinds=KINDS), KINDS, strict=True):
        found = extract_file(file, registry)
        wanted = SMALL[int(file.stem) % len(SMALL)].measures
        read = (len(found.measures), found.source.lang, found.source.reader)
        assert read == (wanted, words.lang, "tabbed" if layout == "stacked" else layout)
        assert all(measure.responsible and measure.period for measure in found.measures)


# ---- the same bytes


def whole(texts: Path) -> str:
    """The dataset of the texts made in one go: no parts, and one audit of all of it."""
    registry = Registry.load()
    quads = list(quads_of([extract_file(file, registry) for file in sorted(texts.glob("*.txt"))], registry))
    default = [quad for quad in quads if quad[3] in (CURRENT, REGISTRY, ONTOLOGY)]
    audit = run_audit(MemoryStore(default).select)
    return "".join(quad_lines([*quads, *((s, p, o, iris.graph("audit")) for s, p, o in audit_triples(audit))]))


def test_a_build_equals_the_graph_made_in_one_go(texts: Path, built: Path) -> None:
    assert str(iris.graph("audit")) == AUDIT
    assert snapshot(built).decode() == whole(texts)


def test_processes_give_the_same_bytes(texts: Path, built: Path, tmp_path: Path) -> None:
    outcome = build(texts, tmp_path, in_processes("extract.flow:extract_file", 2))
    assert outcome.made == 5
    assert [document.source.stem for document in outcome.documents] == sorted(file.stem for file in texts.glob("*.txt"))
    assert snapshot(tmp_path) == snapshot(built)


def test_corpus_is_the_same_in_parts(corpus: Path, tmp_path: Path) -> None:
    """What rules say of each text by itself is what they say of the whole; two texts together add to the audit alone."""
    build(corpus, tmp_path, in_processes("extract.flow:extract_file", 2))
    in_parts, in_one = snapshot(tmp_path).splitlines(), whole(corpus).encode().splitlines()
    across = f"<{AUDIT}> .".encode()
    more = set(in_parts) - set(in_one)
    assert set(in_one) <= set(in_parts)
    assert more
    assert all(line.endswith(across) for line in more)


# ---- what is made again


def test_only_what_changed_is_read_again(texts: Path, built: Path, tmp_path: Path) -> None:
    mine, store = tmp_path / "texts", tmp_path / "store"
    shutil.copytree(texts, mine)
    build(mine, store)
    same = build(mine, store, unread)
    assert same.made == 0
    assert snapshot(store) == snapshot(built)
    changed = mine / "00002.txt"
    changed.write_text(changed.read_text("utf-8").replace("Глава 1.", "Глава 2."), encoding="utf-8")
    seen: list[list[str]] = []

    def watched(files: Sequence[Path]) -> Iterator[tuple[Path, Made | LeftOut]]:
        seen.append([file.name for file in files])
        return in_this_process(extract_file)(files)

    build(mine, store, watched)
    assert seen == [["00002.txt"]]
    build(mine, tmp_path / "another")
    assert snapshot(store) == snapshot(tmp_path / "another") != snapshot(built)


def test_fresh_reads_everything_again(texts: Path, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "store")
    assert build(texts, tmp_path / "store", fresh=True).made == 5
    assert snapshot(tmp_path / "store") == snapshot(built)


def test_other_rules_read_everything_again(
    texts: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(built, tmp_path / "store")
    monkeypatch.setattr(fingerprint, "rules_version", lambda: "others")
    assert build(texts, tmp_path / "store").made == 5


def test_rules_are_code_data_and_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {fingerprint.rules_version.__wrapped__()}
    for name, other in (("RULES", ((fingerprint.ROOT, "ontology/kzedu.ttl"),)), ("LIBRARIES", ("rdflib",))):
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint, name, other)
            versions.add(fingerprint.rules_version.__wrapped__())
    assert len(versions) == 3
    for folder, pattern in fingerprint.RULES:
        assert list(folder.glob(pattern)), f"{pattern} names no file"


def test_what_is_not_shown_is_not_audited(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[bool] = []

    def check_plan(plan: bytes, names: bytes = b"") -> Checked:
        named.append(bool(names))
        return checking.check_plan(plan, names)

    monkeypatch.setattr(assembly, "check_plan", check_plan)
    build(texts, tmp_path)
    assert sorted(named) == [False, False, False, True], "of five texts one is not shown, and one takes over names"


def test_audits_ahead_give_the_same_and_leave_nothing_behind(texts: Path, built: Path, tmp_path: Path) -> None:
    assert build(texts, tmp_path, in_processes("extract.flow:extract_file", 2)).made == 5
    assert snapshot(tmp_path) == snapshot(built)
    there = [{path.name for path in (store / "parts").iterdir()} for store in (tmp_path, built)]
    assert there[0] == there[1]


def test_a_damaged_part_is_made_again(texts: Path, built: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(built, store)
    kept = sorted(path for path in (store / "parts").iterdir() if path.suffix != ".used")
    assert len(kept) == 15, (
        "five documents, one of them unshown, the others audited, one with new names; two compared, also by language; "
        "what all share, 3"
    )
    for damaged in kept:
        data = bytearray(damaged.read_bytes())
        data[len(data) // 2] ^= 1
        damaged.write_bytes(data)
    assert build(texts, store).made == 5
    assert snapshot(store) == snapshot(built)
    for cut in kept:
        cut.write_bytes(cut.read_bytes()[:20])
    assert build(texts, store).made == 5


def test_parts_that_no_listed_build_needs_are_removed(texts: Path, tmp_path: Path) -> None:
    mine, store = tmp_path / "texts", tmp_path / "store"
    mine.mkdir()
    file = mine / "00001.txt"
    shutil.copy(texts / file.name, file)
    words = file.read_text("utf-8")
    for number in range(5):
        file.write_text(words.replace("Глава 1.", f"Глава {number + 2}."), encoding="utf-8")
        build(mine, store)
    assert len(list((store / "builds").iterdir())) == 3
    assert len([path for path in (store / "parts").iterdir() if path.suffix == ".used"]) == 3
    assert len([path for path in (store / "parts").iterdir() if path.suffix != ".used"]) == 3 + 3 + 3

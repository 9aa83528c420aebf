"""Builds of parts: the same bytes however they are made, only what changed made again, damage mended."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from alone import in_this_process
from bench.corpora import KINDS, SMALL, write_corpus
from rdflib import Graph, Literal
from rdflib.namespace import RDF, RDFS
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.building import assembly, checking, integrity
from kzedu_graph.building.checking import Checked
from kzedu_graph.building.executors.limits import ReadingLimits
from kzedu_graph.building.executors.processes import ReaderProcess, in_processes
from kzedu_graph.building.gathering import Making
from kzedu_graph.building.integrity import check_names, check_text
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.nquads import CURRENT, ONTOLOGY, REGISTRY, blocks_of, in_graph, lines_of
from kzedu_graph.building.parts import Made, make_part
from kzedu_graph.building.quarantine import TextRefusedError, without_guilty
from kzedu_graph.building.run import Outcome, run_build
from kzedu_graph.building.static_graphs import ontology_triples, registry_triples
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.mapping.standing import standing_triples
from kzedu_graph.mapping.statements import edition_of
from kzedu_graph.model.errors import NothingReadError
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.snapshots import writing
from kzedu_graph.store.statement_lines import quad_lines
from kzedu_graph.store.stores import AUDIT, MemoryStore, StoreError
from kzedu_graph.validation.audit import audit_triples, run_audit
from kzedu_graph.validation.shacl import validate_core, validate_integrity
from kzedu_graph.validation.shapes import load_shapes
from kzedu_graph.vocabulary import fingerprint, iris
from kzedu_graph.vocabulary.iris import KZEDU


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """Invented acts of both spellings beside the invented plan in its two languages, of which one is compared."""
    folder = tmp_path_factory.mktemp("texts")
    write_corpus(folder, 3)
    for file in sample.glob("*.txt"):
        shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="module")
def built(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built in this process."""
    folder = tmp_path_factory.mktemp("store")
    assert build(texts, folder).made == 5
    return folder


def build(texts: Path, folder: Path, make: Making | None = None, *, fresh: bool = False) -> Outcome:
    outcome = run_build(sorted(texts.glob("*.txt")), folder, make or in_this_process(extract_file), fresh=fresh)
    assert outcome.violations == ()
    return outcome


def snapshot(folder: Path) -> bytes:
    [name] = (folder / "current").read_text().split()[:1]
    return (folder / "builds" / name / "snapshot.nq").read_bytes()


def unread(files: Sequence[Path]) -> Iterator[tuple[Path, Made | LeftOut]]:
    """Parts of no file: to be told that something is read which need not be."""
    assert files == []
    return iter(())


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


# ---- what goes wrong


def unread_files(outcome: Outcome) -> list[tuple[str, str]]:
    """What was left out, and the first words of why."""
    return [(finding.code, finding.message["en"]) for finding in outcome.left_out]


def test_a_file_that_is_missing_costs_no_other(texts: Path, tmp_path: Path) -> None:
    files = [*sorted(texts.glob("0*.txt")), tmp_path / "missing.txt"]
    outcome = run_build(files, tmp_path / "store", in_this_process(extract_file))
    assert unread_files(outcome) == [
        ("file-unusable", "missing.txt: left out: cannot be read: No such file or directory.")
    ]
    assert [summary.file for summary in outcome.documents] == [file.name for file in files[:-1]]
    assert outcome.build is not None
    assert run_build(files[:-1], tmp_path / "store", unread).made == 0


def test_where_nothing_can_be_read_the_old_graph_stays(texts: Path, tmp_path: Path) -> None:
    run_build([texts / "00001.txt"], tmp_path / "store", in_this_process(extract_file))
    before = snapshot(tmp_path / "store")
    missing = [tmp_path / "missing.txt", tmp_path / "other.txt"]
    with pytest.raises(NothingReadError, match=r"missing\.txt.*Nothing could be read, 1 other files neither"):
        run_build(missing, tmp_path / "store", in_this_process(extract_file))
    assert snapshot(tmp_path / "store") == before


@pytest.mark.parametrize(("jobs", "ahead"), [(1, False), (2, True)])
def test_files_that_processes_do_not_survive_are_left_out_alone(
    texts: Path, tmp_path: Path, jobs: int, ahead: bool
) -> None:
    """Killed, too slow, too hungry, empty, a fault of ours: five files cost five files."""
    good = sorted(texts.glob("0*.txt"))
    bad = [tmp_path / f"{how}.txt" for how in ("kills", "sleeps", "eats", "fails", "loops")]
    for file in bad:
        shutil.copy(good[0], file)
    (tmp_path / "empty.txt").write_bytes(b"")
    limits = ReadingLimits(megabytes=400)
    make = in_processes("dying:by_name", jobs, limits, ahead=ahead)
    outcome = run_build([bad[0], good[0], *bad[1:], tmp_path / "empty.txt", *good[1:]], tmp_path / "store", make)
    assert unread_files(outcome) == [
        ("file-too-hungry", "eats.txt: left out: reading it took more than the 400 MB of memory that a file may take."),
        ("file-unusable", "empty.txt: left out: the file is empty."),
        (
            "reader-failed",
            "fails.txt: left out: reading it failed by a fault of this program (ZeroDivisionError); please report it.",
        ),
        (
            "reader-ended",
            "kills.txt: left out: the process that read it was ended (signal 9, for want of memory perhaps).",
        ),
        ("file-too-slow", "loops.txt: left out: reading it took longer than the 600 seconds that a file may take."),
        ("file-too-slow", "sleeps.txt: left out: reading it took longer than the 600 seconds that a file may take."),
    ]
    assert [summary.file for summary in outcome.documents] == [file.name for file in good]
    alone = run_build(good, tmp_path / "alone", in_this_process(extract_file))
    assert alone.build is not None
    added = set(snapshot(tmp_path / "store").splitlines()) ^ set(snapshot(tmp_path / "alone").splitlines())
    audit = f"<{iris.graph('audit')}> .".encode()
    assert {line.rsplit(b" ", 2)[1] + b" ." for line in added} == {audit}


def test_a_reader_that_is_killed_while_it_is_idle_costs_nothing(texts: Path) -> None:
    reader = ReaderProcess("extract.flow:extract_file", ReadingLimits())
    try:
        first = reader.read(texts / "00001.txt")
        process = reader._process
        assert process is not None
        process.kill()
        process.wait()
        again = reader.read(texts / "00001.txt")
    finally:
        reader.end()
    assert isinstance(first, Made)
    assert isinstance(again, Made)
    assert first.part == again.part


def test_readers_that_were_forked_ahead_go_with_their_build_and_with_their_parent() -> None:
    """Where nothing is asked of them, and where nobody can ask any more: they load nothing and end."""
    script = (
        "import os, sys\n"
        "from kzedu_graph.building.executors.processes import in_processes\n"
        "make = in_processes('no.such:function', 2, ahead=True)\n"
        "print(len([reader for reader in make.args[0] if reader._process]), flush=True)\n"
        "list(make(())) if 'asks' in sys.argv else None\n"
        "os._exit(0)"
    )
    for how in ("asks", "dies"):
        command = [sys.executable, "-c", script, how]
        # it waits for whoever holds its pipes, its children's children too
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        assert (done.stdout, done.stderr) == ("2\n", "")


def test_a_second_build_is_refused_before_it_reads(texts: Path, tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(StoreError, match="another build is being written"):
        run_build(sorted(texts.glob("*.txt")), tmp_path, unread)


def test_a_record_that_breaks_a_shape_stays_out_and_its_text_is_kept(texts: Path, tmp_path: Path) -> None:
    files = sorted(texts.glob("0*.txt"))
    outcome = run_build(files, tmp_path / "store", in_this_process(unnamed))
    whole = run_build(files, tmp_path / "whole", in_this_process(extract_file))
    assert outcome.build is not None
    assert outcome.violations == ()
    assert [summary.measures for summary in outcome.documents] == [summary.measures - 1 for summary in whole.documents]
    assert {finding.code for finding in outcome.left_out} == {"record-left-out"}
    assert len(outcome.left_out) == len(files)
    for finding, file in zip(outcome.left_out, files, strict=True):
        [number] = re.findall("left-out measure (.*)", finding.focus)
        assert "assignment-as-written" in finding.message["en"]
        assert finding.words
        assert finding.words.split()[0] in file.read_text("utf-8")
        assert number in finding.message["ru"]
    told = [line for line in snapshot(tmp_path / "store").splitlines() if b'#code> "record-left-out"' in line]
    assert len(told) == len(files)
    again = run_build(files, tmp_path / "store", unread)
    assert again.left_out == outcome.left_out


def test_a_text_that_breaks_a_shape_itself_stays_out(texts: Path, tmp_path: Path) -> None:
    def of_no_years(path: Path, registry: Registry) -> Extraction:
        found = extract_file(path, registry)
        return replace(found, source=replace(found.source, period=(25, 30))) if path.stem == "00002" else found

    files = sorted(texts.glob("0*.txt"))
    outcome = run_build(files, tmp_path / "store", in_this_process(of_no_years))
    assert outcome.build is not None
    assert [finding.code for finding in outcome.left_out] == ["text-refused"]
    assert "00002.txt" in outcome.left_out[0].message["en"]
    assert {summary.file for summary in outcome.documents} == {file.name for file in files} - {"00002.txt"}


def test_what_no_record_gave_is_the_fault_of_the_text(texts: Path) -> None:
    found = extract_file(texts / "00001.txt", Registry.load())
    violation = Finding("edition-title", "error", str(edition_of(found.source)), dict.fromkeys(("kk", "ru", "en"), "?"))
    with pytest.raises(TextRefusedError, match="edition-title"):
        without_guilty(found, [violation])
    elsewhere = replace(violation, focus="https://example.org/elsewhere")
    assert without_guilty(found, [elsewhere]) == (found, (), (elsewhere,))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda one: replace(one, number=""), "unnamable"),
        (lambda one: replace(one, evidence=()), "measure-evidence"),
        (lambda one: replace(one, name=""), "action"),
        (lambda one: replace(one, seq=0), "measure-seq"),
    ],
)
def test_each_fault_of_a_measure_costs_that_measure(
    texts: Path, spoil: Callable[[Measure], Measure], code: str
) -> None:
    def spoilt(path: Path, registry: Registry) -> Extraction:
        found = extract_file(path, registry)
        first, second, *others = found.measures
        return replace(found, measures=(first, spoil(second), *others))

    sound, part = make_part(texts / "00001.txt", extract_file).part, make_part(texts / "00001.txt", spoilt).part
    assert part.summary.measures == sound.summary.measures - 1
    [told] = part.summary.left_out
    assert code in told.message["en"]
    assert part.violations == ()


def test_of_two_measures_of_one_number_the_second_is_one_too_many(texts: Path) -> None:
    def doubled(path: Path, registry: Registry) -> Extraction:
        found = extract_file(path, registry)
        first, second, *others = found.measures
        return replace(found, measures=(first, replace(second, number=first.number), *others))

    part = make_part(texts / "00001.txt", doubled).part
    [told] = part.summary.left_out
    sound = extract_file(texts / "00001.txt", Registry.load())
    assert told.spans == sound.measures[1].evidence
    assert part.extraction().measures[0] == sound.measures[0]


def test_what_a_plan_leaves_out_is_a_finding_of_the_audit(texts: Path, tmp_path: Path) -> None:
    def bare(path: Path, registry: Registry) -> Extraction:
        found = extract_file(path, registry)
        first, *others = found.measures
        nothing = replace(first, completion_form=(), deadline_text="", period=None, responsible=(), parts=())
        return replace(found, measures=(nothing, *others))

    outcome = run_build([texts / "00001.txt"], tmp_path / "store", in_this_process(bare))
    assert outcome.left_out == outcome.violations == ()
    found = {
        code
        for code in ("no-deliverable-named", "no-deadline-named", "no-executor-named")
        if f'ontology#code> "{code}"'.encode() in snapshot(tmp_path / "store")
    }
    assert len(found) == 3


def unnamed(path: Path, registry: Registry) -> Extraction:
    """An extraction whose first body is named by no words."""
    found = extract_file(path, registry)
    first, *others = found.measures
    body, *bodies = first.responsible
    return replace(found, measures=(replace(first, responsible=(replace(body, text=""), *bodies)), *others))


# ---- integrity, document by document


def test_shapes_find_in_parts_what_they_find_in_the_whole(texts: Path) -> None:
    """A graph with a fault of each kind: of the text's own things, of a body that nobody knows."""

    def faulty(path: Path, registry: Registry) -> Extraction:
        found = unnamed(path, registry)
        first, second, *others = found.measures
        body, *bodies = second.responsible
        strange = replace(second, responsible=(replace(body, agency="nobody-knows"), *bodies))
        return replace(found, measures=(first, strange, *others))

    extraction = faulty(texts / "00001.txt", Registry.load())
    triples = triples_of(extraction)
    graph = Graph()
    for triple in (*triples, *ontology_triples(), *registry_triples(), *standing_triples([extraction.source])):
        graph.add(triple)
    whole = validate_core(graph, load_shapes())
    assert {finding.code for finding in whole} >= {"assignment-as-written", "agency-class"}
    assert sorted(check_text(extraction.source, triples), key=repr) == sorted(whole, key=repr)
    assert validate_integrity(graph)
    part = make_part(texts / "00001.txt", faulty).part
    assert part.violations == ()
    assert len(part.summary.left_out) == 2


def test_a_known_body_without_a_name_is_found_once_for_all_texts(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(texts.glob("0*.txt"))
    body = iris.agency(str(extract_file(files[0], Registry.load()).measures[0].responsible[0].agency))
    thinned = tuple(t for t in registry_triples() if not (t[0] == body and t[1] != RDF.type))
    assert thinned != registry_triples()
    monkeypatch.setattr(integrity, "registry_triples", lambda: thinned)
    graphs = ((thinned, REGISTRY), (ontology_triples(), ONTOLOGY))
    blocks = blocks_of([in_graph(lines_of(triples), graph) for triples, graph in graphs])
    monkeypatch.setattr(assembly, "static_blocks", lambda: blocks)
    outcome = run_build(files, tmp_path, in_this_process(extract_file))
    assert {v.code for v in outcome.violations if v.focus == str(body)} == {"agency-label-kk", "agency-label-ru"}


def test_a_joined_name_is_checked() -> None:
    node = iris.measure("P2300000249", "1")
    names = [(node, RDF.type, KZEDU.Measure), (node, RDFS.label, Literal("Есеп", lang="kk"))]
    assert check_names(names) == ()
    [found] = check_names([*names, (node, RDFS.label, Literal("Басқа есеп", lang="kk"))])
    assert (found.code, found.focus) == ("measure-label", str(node))


RESOLUTION = """О плане чтения

Постановление акимата области {place} от 3 марта 2025 года № 12.

В целях развития чтения акимат ПОСТАНОВЛЯЕТ:

1. Управлению образования области {place} обеспечить открытие {what} до 1 июня 2025 года.

2. Контроль за исполнением настоящего постановления возложить на заместителя акима области {place}.
"""


def resolution(folder: Path, name: str, place: str, what: str) -> Path:
    file = folder / name
    file.write_text(RESOLUTION.format(place=place, what=what), "utf-8")
    return file


def test_acts_of_two_bodies_with_one_day_and_number_are_two(tmp_path: Path) -> None:
    files = [resolution(tmp_path, "a.txt", "Самал", "залов"), resolution(tmp_path, "b.txt", "Тарбак", "школ")]
    outcome = run_build(files, tmp_path / "store", in_this_process(extract_file))
    assert outcome.duplicates == ()
    assert len({summary.edition for summary in outcome.documents}) == 2
    assert [summary.provisions for summary in outcome.documents] == [2, 2]


def test_two_texts_of_one_edition_are_never_mixed(tmp_path: Path) -> None:
    files = [resolution(tmp_path, "a.txt", "Самал", "залов")]
    store = tmp_path / "store"
    run_build(files, store, in_this_process(extract_file))
    alone = snapshot(store)
    files.append(resolution(tmp_path, "b.txt", "Самал", "музыкальных школ"))
    outcome = run_build(files, store, in_this_process(extract_file))
    assert (len(outcome.documents), outcome.made) == (1, 1)
    [duplicate] = outcome.duplicates
    assert (duplicate.left_out.source.stem, duplicate.taken.source.stem) == ("b", "a")
    added = set(snapshot(store).splitlines()) - set(alone.splitlines())
    assert any(b"same-edition" in line for line in added)
    assert not any("музыкальных".encode() in line for line in added)
    audit = f"<{iris.graph('audit')}> .".encode()
    assert {line.rsplit(b" ", 2)[1] + b" ." for line in added} == {audit}
    run_build(files[:1], store, in_this_process(extract_file))
    assert snapshot(store) == alone

"""What goes wrong in a build: files that cannot be read, readers that end, records and texts that break a shape."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from alone import in_this_process, snapshot, unnamed, unread

from extract.flow import extract_file
from kzedu_graph.building.executors.limits import ReadingLimits
from kzedu_graph.building.executors.processes import ReaderProcess, in_processes
from kzedu_graph.building.parts import Made, make_part
from kzedu_graph.building.quarantine import TextRefusedError, without_guilty
from kzedu_graph.building.run import Outcome, run_build
from kzedu_graph.mapping.statements import edition_of
from kzedu_graph.model.errors import NothingReadError
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.builds import newer_files
from kzedu_graph.store.snapshots import writing
from kzedu_graph.store.stores import StoreError
from kzedu_graph.vocabulary import iris


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


def test_an_early_reader_is_begun_before_anything_is_loaded(texts: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from kzedu_graph.building.executors.limits import ReadingLimits\n"
        "from kzedu_graph.building.executors.processes import ReaderProcess, in_processes\n"
        "early = ReaderProcess('extract.flow:extract_file', ReadingLimits())\n"
        "early.fork(early=True)\n"
        "print('rdflib' in sys.modules, flush=True)\n"
        "((file, made),) = in_processes('extract.flow:extract_file', 2, ahead=True, early=early)([Path(sys.argv[1])])\n"
        "print(file.name, type(made).__name__)"
    )
    command = [sys.executable, "-c", script, str(texts / "00001.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert (done.stdout, done.stderr) == ("False\n00001.txt Made\n", "")


def test_files_that_are_newer_than_the_build(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("old.txt", "new.txt")]
    for file in files:
        file.touch()
    assert newer_files(tmp_path, files) == files
    pointer = tmp_path / "current"
    pointer.touch()
    for file, seconds in zip(files, (1_000, 3_000), strict=True):
        os.utime(file, (seconds, seconds))
    os.utime(pointer, (2_000, 2_000))
    assert newer_files(tmp_path, files) == files[1:]


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
        return replace(found, source=replace(found.source, period="25/30")) if path.stem == "00002" else found

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
    assert part.summary.violations == ()


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

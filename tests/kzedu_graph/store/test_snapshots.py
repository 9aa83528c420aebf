"""Builds on disk: equal quads give equal bytes, a writer that dies leaves the old build, a damaged one is not served."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import ROOT
from rdflib.term import BNode, Literal, Node, URIRef
from store_fixture import iri, numbered

from kzedu_graph.store import snapshots
from kzedu_graph.store.block_list import fits
from kzedu_graph.store.block_writing import write_pieces
from kzedu_graph.store.builds import Builds, listed_builds, untouched
from kzedu_graph.store.snapshots import chunks_of
from kzedu_graph.store.stores import CURRENT, EmbeddedStore, MemoryStore, Quad, StoreError, open_store, write_snapshot

RU = iri("document/S1/2024-01-01/ru")


def test_equal_quads_give_equal_bytes(folder: Path, plan: list[Quad]) -> None:
    first = write_snapshot(folder / "1", plan, created=datetime(2025, 1, 1, tzinfo=UTC))
    second = write_snapshot(folder / "2", [*reversed(plan), *plan])
    assert first.snapshot.read_bytes() == second.snapshot.read_bytes()
    assert first.id == second.id == first.checksum[:16]
    lines = first.snapshot.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert (first.quads, first.graphs[str(RU)], first.created) == (len(lines), 23, "2025-01-01T00:00:00+00:00")
    assert json.loads((first.folder / "manifest.json").read_bytes())["checksum"] == first.checksum


@given(
    st.one_of(
        st.text(st.characters(exclude_categories=("Cs",))).map(Literal),
        st.text(st.characters(exclude_categories=("Cs",))).map(lambda text: Literal(text, lang="kk")),
        st.integers().map(Literal),
    )
)
def test_any_literal_survives(value: Literal) -> None:
    [line] = snapshots.quad_lines([(iri("s"), iri("p"), value, URIRef(CURRENT))])
    assert len(line.split("\n")) == 2
    found = MemoryStore([(iri("s"), iri("p"), value, URIRef(CURRENT))]).select("SELECT ?o { ?s ?p ?o }")[0]["o"]
    assert (str(found), getattr(found, "language", None)) == (str(value), value.language)


@pytest.mark.parametrize("term", [BNode("b1"), URIRef("relative"), URIRef("http://x/a b"), URIRef("http://x/>")])
def test_what_is_no_term_of_the_graph(term: Node, folder: Path) -> None:
    with pytest.raises(ValueError, match=r"IRI|blank|literal"):
        write_snapshot(folder, [(iri("s"), iri("p"), term, URIRef(CURRENT))])
    with pytest.raises(StoreError, match="no build"):
        open_store(folder).select("SELECT * { ?s ?p ?o }")


def test_old_builds_are_removed(folder: Path) -> None:
    names = [write_snapshot(folder, numbered(number), keep=2).id for number in range(5)]
    assert sorted(path.name for path in (folder / "builds").iterdir()) == sorted(names[-3:])
    assert listed_builds(folder) == names[:1:-1]


def test_an_old_build_can_be_served_again(folder: Path) -> None:
    first = write_snapshot(folder, numbered(1))
    write_snapshot(folder, numbered(2))
    assert write_snapshot(folder, numbered(1)) == first
    assert Builds(folder).served() == first


def test_files_beside_the_snapshot(folder: Path) -> None:
    build = write_snapshot(folder, numbered(1), beside=lambda place: (place / "note").write_text("x") and None)
    assert (build.folder / "note").read_text() == "x"


@pytest.mark.parametrize("step", ["fsync", "rename", "replace"])
def test_a_writer_that_dies_leaves_the_old_build(step: str, folder: Path) -> None:
    """The process is killed at each call in turn of the step; the old build is served, and the next writer succeeds."""
    old = write_snapshot(folder, numbered(1))
    code = f"""
import os, signal, sys
from pathlib import Path
from rdflib import Literal, URIRef
from kzedu_graph.store.snapshots import write_snapshot
calls = int(sys.argv[1])
owner = os if "{step}" == "fsync" else Path
real = getattr(owner, "{step}")
def deadly(*args):
    global calls
    calls -= 1
    if calls < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args)
setattr(owner, "{step}", deadly)
a = URIRef("http://x/a")
write_snapshot(Path({str(folder)!r}), [(a, a, Literal(2), a)])
"""
    for calls in range(4 if step == "fsync" else 1):
        done = subprocess.run([sys.executable, "-c", code, str(calls)], cwd=ROOT, check=False)
        assert done.returncode == -signal.SIGKILL
        assert Builds(folder).served() == old
    new = write_snapshot(folder, numbered(2))
    assert Builds(folder).served() == new
    assert {path.name for path in (folder / "builds").iterdir()} <= {old.id, new.id, *listed_builds(folder)}


def test_a_second_writer_is_refused(folder: Path) -> None:
    write_snapshot(folder, numbered(1))
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another build is being written"):
            write_snapshot(folder, numbered(2))
        release = threading.Timer(0.2, fcntl.flock, (lock, fcntl.LOCK_UN))
        release.start()
        assert write_snapshot(folder, numbered(3), wait=5).quads == 1
        release.join()


@pytest.mark.parametrize(
    ("file", "damage", "said"),
    [
        ("snapshot.nq", lambda data: data[:-9], "another checksum"),
        ("snapshot.nq", lambda _: b"", "another checksum"),
        ("manifest.json", lambda _: b"{", "unreadable manifest"),
        ("manifest.json", lambda _: b"{}", "unreadable manifest"),
    ],
)
def test_a_damaged_build_is_not_served(file: str, damage: object, said: str, folder: Path) -> None:
    old, new = write_snapshot(folder, numbered(1)), write_snapshot(folder, numbered(2))
    path = new.folder / file
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    with EmbeddedStore(folder) as store:
        assert store.select("SELECT ?o { ?s ?p ?o }") == [{"o": Literal(1)}]
        assert store.version == old.id
        assert said in store.builds.bad[new.id]
    (old.folder / "snapshot.nq").unlink()
    with EmbeddedStore(folder) as store, pytest.raises(StoreError, match=said):
        store.ask("ASK { ?s ?p ?o }")
    assert write_snapshot(folder, numbered(2)).id == new.id  # writing it again mends it


def test_a_list_of_blocks_that_is_spoilt_is_noticed(folder: Path) -> None:
    new = write_snapshot(folder, numbered(1))
    path = new.folder / "blocks"
    path.write_bytes(path.read_bytes()[:-2] + b"\n")
    with pytest.raises(StoreError, match="list of its blocks"):
        Builds(folder).served()
    path.unlink()  # nor is the checksum of blocks that of a file of a version that listed none
    with pytest.raises(StoreError, match="another checksum"):
        Builds(folder).served()


def test_a_snapshot_is_read_by_its_writer_only_where_it_was_touched(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = write_snapshot(folder, numbered(1))
    data = new.snapshot.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("kzedu_graph.store.builds.fits", None)  # so that reading would fail
        assert untouched(folder, new.id)[0] == new
    new.snapshot.write_bytes(data)
    assert untouched(folder, new.id)[0] == new, "the same bytes, written again"
    new.snapshot.write_bytes(data.replace(b"1", b"2"))
    with pytest.raises(StoreError, match="another checksum"):
        untouched(folder, new.id)
    new.snapshot.unlink()
    with pytest.raises(StoreError, match="not complete"):
        untouched(folder, new.id)


@pytest.mark.parametrize("unable", ["copy_file_range", ""])
def test_blocks_are_copied_where_a_file_system_cannot(
    unable: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(exist_ok=True)
    lines = [b"<urn:%d> <urn:is> <urn:a> <urn:g> .\n" % number for number in range(9)]
    old = write_pieces(folder / "old", chunks_of(lines))
    if unable:
        monkeypatch.setattr(os, unable, Mock(side_effect=OSError(errno.EOPNOTSUPP, "no")))
    chosen = [old.blocks[0], old.blocks[1], *chunks_of([b"<urn:2> <urn:is> <urn:b> <urn:g> .\n"]), *old.blocks[5:7]]
    new = write_pieces(folder / "new", chosen, folder / "old")
    changed = b"<urn:2> <urn:is> <urn:b> <urn:g> .\n"
    assert (folder / "new").read_bytes() == b"".join([*lines[:2], changed, *lines[5:7]])
    assert fits(new, folder / "new")
    assert not fits(old, folder / "new")


def test_a_snapshot_that_cannot_be_parsed_is_not_served(folder: Path) -> None:
    write_snapshot(folder, numbered(1))
    new = write_snapshot(folder, numbered(2))
    data = b"this is not N-Quads\n"
    new.snapshot.write_bytes(data)
    manifest = json.loads((new.folder / "manifest.json").read_bytes())
    manifest["checksum"] = sha256(data).hexdigest()
    (new.folder / "blocks").unlink()  # as a version wrote it that listed none
    (new.folder / "manifest.json").write_text(json.dumps(manifest))
    with EmbeddedStore(folder) as store:
        assert store.select("SELECT ?o { ?s ?p ?o }") == [{"o": Literal(1)}]
        assert "not N-Quads" in store.builds.bad[new.id]

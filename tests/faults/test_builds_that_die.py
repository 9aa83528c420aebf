"""Builds that are killed, find no room, are damaged or meet another: the old graph is served, and nothing stays behind."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bench.corpora import Size, write_corpus
from rdflib.term import Literal, URIRef
from store_fixture import iri

from kzedu_graph.store.builds import Builds, listed_builds
from kzedu_graph.store.stores import CURRENT, EmbeddedStore, Limits, Quad, StoreError, write_snapshot

ROOT = Path(__file__).parents[2]
ASK = "SELECT ?o { ?s ?p ?o }"

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from rdflib.term import Literal, URIRef
from kzedu_graph.store import snapshots
folder, at = Path(sys.argv[1]), int(sys.argv[2])
steps = 0

def deadly(function):
    def step(*arguments, **named):
        global steps
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return step

for name in ("_write_file", "_sync_folder", "_point_to", "quad_lines", "listed_builds"):
    setattr(snapshots, name, deadly(getattr(snapshots, name)))
for name in ("rename", "replace", "mkdir", "unlink"):
    setattr(Path, name, deadly(getattr(Path, name)))
snapshots.shutil.rmtree = deadly(snapshots.shutil.rmtree)
quad = tuple(URIRef(f"https://w3id.org/kzedu/id/{part}") for part in ("a", "is")) + (Literal(2), URIRef(sys.argv[3]))
snapshots.write_snapshot(folder, [quad], keep=0, beside=lambda place: (place / "texts").mkdir())
print(steps)
"""

BUILD_KILLED_AT = """
import os, signal, sys
from pathlib import Path
from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from alone import in_this_process
deadly = int(sys.argv[2])
seen = 0

def step(_):
    global seen
    seen += 1
    if seen == deadly:
        os.kill(os.getpid(), signal.SIGKILL)

run_build([Path(name) for name in sys.argv[3:]], Path(sys.argv[1]), in_this_process(extract_file), step)
print(seen)
"""


BUILDS_KILLED = """
import json, os, shutil, signal, sys
from pathlib import Path
from extract.flow import extract_file
from kzedu_graph.store import snapshots
from kzedu_graph.store.builds import Builds, listed_builds
from kzedu_graph.building.run import run_build
from alone import in_this_process
from kzedu_graph.building.part_store import PartStore
from kzedu_graph.building.merging import Spool
place, files = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
make = in_this_process(extract_file)
at = steps = 0

def deadly(function):
    def step(*arguments, **named):
        global steps
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return step

for home, names in (
    (snapshots, ("write_pieces", "_write_file", "_sync_folder", "_point_to")), (snapshots.shutil, ("rmtree",)),
    (Path, ("rename", "replace", "mkdir", "unlink", "write_text", "write_bytes")), (PartStore, ("put", "sweep")),
    (Spool, ("add", "pieces")),
):
    for name in names:
        setattr(home, name, deadly(getattr(home, name)))

def build_apart(folder, deadly_step):
    global at, steps
    child = os.fork()
    if child == 0:
        at, steps = deadly_step, 0
        run_build(files, folder, make)
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL

def state(folder):
    builds = {path.name for path in (folder / "builds").iterdir()}
    return {
        "served": Builds(folder).served().checksum,
        "top": sorted(path.name for path in folder.iterdir()),
        "stray": sorted(builds ^ set(listed_builds(folder))),
        "halves": [path.name for path in (folder / "parts").iterdir() if path.name.startswith(".")],
    }

run_build(files[:1], place / "old", make)
told, died = [], True
while died:
    folder = place / str(len(told))
    shutil.copytree(place / "old", folder)
    died = build_apart(folder, len(told) + 1)
    killed = state(folder)
    assert not build_apart(folder, 0)
    told.append([killed["served"], state(folder)])
    shutil.rmtree(folder)
print(json.dumps({"old": Builds(place / "old").served().checksum, "told": told}))
"""


def numbered(number: int) -> list[Quad]:
    """A dataset of one quad that tells which one it is."""
    return [(iri("a"), iri("is"), Literal(number), URIRef(CURRENT))]


def served(folder: Path) -> int:
    """The number that the served dataset tells."""
    with EmbeddedStore(folder, Limits(workers=1)) as store:
        return int(str(store.select(ASK)[0]["o"]))


def run(script: str, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_killed_at_every_step_of_writing(tmp_path: Path) -> None:
    told: list[int] = []
    for at in range(1, 100):
        folder = tmp_path / str(at)
        write_snapshot(folder, numbered(1))
        done = run(KILLED_AT, folder, at, CURRENT)
        build = Builds(folder).served()  # checked against its checksum
        told.append(2 if '"2"' in build.snapshot.read_text() else 1)
        if done.returncode == 0:
            break
        write_snapshot(folder, numbered(3), keep=0)
        assert sorted(path.name for path in folder.iterdir()) == [".lock", "builds", "current"]
        assert [path.name for path in (folder / "builds").iterdir()] == listed_builds(folder)
    assert told == sorted(told)  # the old graph up to one step, and the new one from there on
    assert told.count(1) >= 8
    assert told[-1] == 2
    assert served(folder) == 2
    assert served(tmp_path / "1") == 3


def test_killed_at_every_stage_of_a_build(tmp_path: Path, sample: Path) -> None:
    files = sorted(sample.glob("*.txt"))[:1]
    folder = tmp_path / "store"
    write_snapshot(folder, numbered(1))
    stages = 0
    while (done := run(BUILD_KILLED_AT, folder, stages + 1, *files)).returncode == -9:
        stages += 1
        assert served(folder) == 1
        assert len(list((folder / "builds").iterdir())) == 1
    assert done.returncode == 0, done.stderr
    assert stages >= 4
    assert Builds(folder).served().quads > 100


def test_killed_at_every_step_of_a_build(tmp_path: Path) -> None:
    """Wherever a build dies, the old graph is served or the new one is, and the next build leaves nothing behind."""
    files = write_corpus(tmp_path / "texts", 2, sizes=[Size(2, 1)])
    done = run(BUILDS_KILLED, tmp_path, *files)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    served, states = zip(*found["told"], strict=True)
    assert len(served) > 25, "steps that a build takes on the disk"
    [clean] = {json.dumps(state, sort_keys=True) for state in states}
    assert json.loads(clean) == {
        "served": served[-1],
        "top": [".lock", "builds", "current", "parts", "times.json"],
        "stray": [],
        "halves": [],
    }
    before = served.count(found["old"])
    assert served == (found["old"],) * before + (served[-1],) * (len(served) - before)
    assert before > 15


@pytest.mark.parametrize("room", [0, 60, 120])
def test_a_disk_without_room(room: int, tmp_path: Path) -> None:
    """The system refuses to let files grow beyond `room` bytes: the same error path as a full disk, without one."""
    write_snapshot(tmp_path, numbered(1))

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = run(KILLED_AT, tmp_path, 0, CURRENT, preexec_fn=confine)
    assert "the build cannot be written" in done.stderr
    assert "the old one serves" in done.stderr
    assert list((tmp_path / "builds").glob(".new-*")) + list(tmp_path.glob(".current-*")) == []
    assert served(tmp_path) == 1


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root can mount a small disk")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine does not let us mount")
    try:
        write_snapshot(disk, numbered(1))
        many = [(iri(f"a{n}"), iri("is"), Literal(n), URIRef(CURRENT)) for n in range(2000)]
        with pytest.raises(StoreError, match="No space left on device"):
            write_snapshot(disk, many)
        assert served(disk) == 1
        assert write_snapshot(disk, numbered(2)).quads == 1
    finally:
        subprocess.run(["umount", disk], check=True)


def test_two_builds_at_once(tmp_path: Path) -> None:
    slow = KILLED_AT.replace("at = Path(sys.argv[1]), int(sys.argv[2])", "at = Path(sys.argv[1]), -1").replace(
        '(place / "texts").mkdir()', "__import__('time').sleep(2)"
    )
    write_snapshot(tmp_path, numbered(1))
    with subprocess.Popen([sys.executable, "-c", slow, tmp_path, "0", CURRENT], cwd=ROOT) as other:
        until = time.monotonic() + 20
        while not list((tmp_path / "builds").glob(".new-*")) and time.monotonic() < until:
            time.sleep(0.02)
        with pytest.raises(StoreError, match="another build is being written"):
            write_snapshot(tmp_path, numbered(3))
        assert served(tmp_path) == 1
        waited = write_snapshot(tmp_path, numbered(4), wait=20)
    assert other.returncode == 0
    assert Builds(tmp_path).served().id == waited.id


def test_clocks_that_go_backwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the order of builds nor a limit of time looks at the wall clock."""
    write_snapshot(tmp_path, numbered(1))
    with EmbeddedStore(tmp_path, Limits(workers=1, kept=0)) as store:
        assert int(str(store.select(ASK)[0]["o"])) == 1
        monkeypatch.setattr(time, "time", lambda: 0.0)
        write_snapshot(tmp_path, numbered(2))
        os.utime(tmp_path / "current", (1, 1))  # written, by its clock, long before the one that is served
        until = time.monotonic() + 10
        while int(str(store.select(ASK)[0]["o"])) != 2:
            assert time.monotonic() < until
    assert served(tmp_path) == 2

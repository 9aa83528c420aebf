"""How a build grows: time, memory and statements at several sizes of an invented corpus; what one change costs.

Seconds are those of the processor, for others may use the machine; two processes against one are told by the clock.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.corpora import MIXED, SMALL, Size, write_corpus

ROOT = Path(__file__).parents[2]
PATIENCE = 20
"""Seconds a question of the gallery may take; those that count over everything take minutes over a thousand acts."""
BUILD = """
import json, resource, sys, tempfile, time
from pathlib import Path
from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from alone import in_this_process
store, files = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
with tempfile.TemporaryDirectory() as place:
    run_build(files[:1], Path(place), in_this_process(extract_file))
began = time.process_time()
outcome = run_build(files, store, in_this_process(extract_file))
print(json.dumps({
    "seconds": time.process_time() - began,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "statements": outcome.build.quads,
    "megabytes": outcome.build.snapshot.stat().st_size / 1e6,
    "kept": sum(path.stat().st_size for path in (store / "parts").iterdir()) / 1e6,
    "made": outcome.made,
}))
"""
ASK = """
import json, os, resource, signal, statistics, sys, time
from pathlib import Path
from kzedu_graph.store.engine.answers import (Request)
from kzedu_graph.vocabulary.places import (DEFAULT_GRAPHS)
from kzedu_graph.store.engine.oxigraph import Engine
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.statement_lines import term_text
patience, began = int(sys.argv[2]), time.process_time()
engine, seconds, given_up = Engine.of_file(Path(sys.argv[1])), [], 0
load = time.process_time() - began
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
for query in load_gallery().values():
    bound = {name: term_text(term) for name, term in query.bind({}).items()}
    asked = Request(query.text, "application/sparql-results+json", bound, DEFAULT_GRAPHS, None, 10**9, 1 << 31)
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(patience)
        began = time.process_time()
        engine.answer(asked)
        os.write(theirs, str(time.process_time() - began).encode())
        os._exit(0)
    os.close(theirs)
    told = os.read(ours, 99)
    os.close(ours)
    os.waitpid(child, 0)
    given_up += not told
    seconds.append(float(told or patience))
cuts = statistics.quantiles(seconds, n=20)
print(json.dumps({
    "load": load, "loaded": memory, "p50": statistics.median(seconds), "p95": cuts[-1], "given_up": given_up,
}))
"""


def grow(numbers: Sequence[int] = (10, 100), sizes: Sequence[Size] = SMALL) -> list[dict[str, float]]:
    """A build's figures at each number of documents, and those of the next one, after one document was changed.

    Every build is a fresh process that has built one document before: imports and warming up stand apart. Then the
    gallery is asked, each question once in a copy of the process, which is killed when it takes too long.
    """
    found: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as place:
        for number in numbers:
            files = write_corpus(Path(place) / f"texts-{number}", number, sizes=sizes, kinds=MIXED)
            store = Path(place) / f"store-{number}"
            whole = _build(store, files)
            figures = {"documents": number, "characters": sum(len(file.read_text("utf-8")) for file in files), **whole}
            snapshot = store / "builds" / (store / "current").read_text().split()[0] / "snapshot.nq"
            figures |= _run(ASK, snapshot, str(PATIENCE))
            changed = files[number // 2]
            changed.write_text(changed.read_text("utf-8").replace("2025", "2024", 1), "utf-8")
            again = _build(store, files)
            if (whole["made"], again["made"]) != (number, 1):
                raise ValueError(
                    f"{whole['made']} of {number} documents were read at first, then {again['made']}, not 1"
                )
            found.append({**figures, "again": again["seconds"]})
    return found


def pair(documents: int) -> list[float]:
    """Seconds by the clock of the whole command in one process and in two; of the others nobody may use the machine."""
    with tempfile.TemporaryDirectory() as place:
        write_corpus(Path(place) / "texts", documents, sizes=SMALL, kinds=MIXED)
        found = []
        for jobs in ("1", "2"):
            began = time.perf_counter()
            command = [sys.executable, "-c", "from kzedu_graph.cli import main; main()", "build", "--jobs", jobs]
            command += ["--corpus", f"{place}/texts", "--store", f"{place}/store-{jobs}"]
            subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
            found.append(time.perf_counter() - began)
    return found


def _build(store: Path, files: Sequence[Path]) -> dict[str, float]:
    return _run(BUILD, store, *files)


def _run(script: str, *arguments: str | Path) -> dict[str, float]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError(f"a measured process failed: {done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures

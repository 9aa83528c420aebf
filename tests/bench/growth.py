"""How a build grows: time, memory and statements at several sizes of an invented corpus; what one change costs."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpora import write_corpus

ROOT = Path(__file__).parents[2]
BUILD = """
import json, resource, sys, time
from pathlib import Path
from extract.flow import extract_file
from kzedu_graph.build import run_build
from kzedu_graph.building.jobs import in_this_process
from kzedu_graph.registry import Registry
files = [Path(name) for name in sys.argv[2:]]
extract_file(files[0], Registry.load())
began = time.process_time()
outcome = run_build(files, Path(sys.argv[1]), in_this_process(extract_file))
print(json.dumps({
    "seconds": time.process_time() - began,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "statements": outcome.build.quads,
    "made": outcome.made,
}))
"""


def grow(sizes: tuple[int, ...] = (1, 10, 100)) -> list[dict[str, float]]:
    """A build's figures at each number of documents, and those of the next one, after one document was changed.

    Every build is a fresh process; imports and a first document stand apart.
    """
    found: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            files = write_corpus(Path(place) / str(size), size)
            store = Path(place) / f"store-{size}"
            whole = _build(store, files)
            changed = files[size // 2]
            changed.write_text(changed.read_text("utf-8").replace("Глава 1.", "Глава 2."), "utf-8")
            again = _build(store, files)
            if (whole["made"], again["made"]) != (size, 1):
                raise ValueError(f"{whole['made']} of {size} documents were read at first, then {again['made']}, not 1")
            characters = sum(len(file.read_text("utf-8")) for file in files)
            found.append({"documents": size, "characters": characters, **whole, "again": again["seconds"]})
    return found


def _build(store: Path, files: list[Path]) -> dict[str, float]:
    command = [sys.executable, "-c", BUILD, str(store), *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures

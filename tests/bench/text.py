"""Reading texts and starting up: each figure in a fresh process, imports apart.

Texts are read in processor seconds, which other work on the machine does not change; processes start by the clock.
Nothing here is asserted: a machine's mood is no defect. Figures are medians of several rounds, taken in turn.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
ROUNDS = 5

TOKENIZE = """
import json, sys, time
from pathlib import Path
import spacy
texts = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
blank = spacy.blank("ru")
start = time.process_time()
tokens = sum(len(blank.make_doc(text)) for text in texts)
print(json.dumps({"seconds": time.process_time() - start, "tokens": tokens}))
"""

KAZAKH = TOKENIZE.replace("import spacy", "import extract.language.kazakh, spacy").replace('"ru"', '"kk"')

EXTRACT = """
import gc, json, sys, time
from pathlib import Path
from extract.flow import extract_file
from kzedu_graph.building.executors.limits import COLLECTIONS
from kzedu_graph.registry.resolving import Registry
gc.freeze()  # collections as a build's readers have them
gc.set_threshold(*COLLECTIONS)
start = time.process_time()
registry = Registry.load()
parts = {}
for name in sys.argv[1:]:
    begun = time.process_time()
    extract_file(Path(name), registry)
    parts[Path(name).stem[:12]] = round(time.process_time() - begun, 3)
print(json.dumps({"seconds": time.process_time() - start, "parts": parts}))
"""

HELP = """
import json, subprocess, sys, time
start = time.perf_counter()
subprocess.run([sys.executable, "-c", "from kzedu_graph.cli import main; main(['--help'])"], capture_output=True, check=True)
print(json.dumps({"seconds": time.perf_counter() - start}))
"""

PYTHON = """
import json, subprocess, sys, time
start = time.perf_counter()
subprocess.run([sys.executable, "-c", "import click"], capture_output=True, check=True)
print(json.dumps({"seconds": time.perf_counter() - start}))
"""


def measure(script: str, files: list[Path]) -> dict[str, object]:
    """One run of a script in a fresh process; what it prints last is its figures."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, files)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    figures: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return figures


def compare(title: str, script: str, yardstick: str, files: list[Path]) -> tuple[str, str, str, str]:
    """A row of the table: the script's median, the yardstick's, and the median of the ratios pair by pair."""
    pairs = [(measure(script, files), measure(yardstick, files)) for _ in range(ROUNDS)]
    ours = [float(str(one["seconds"])) for one, _ in pairs]
    theirs = [float(str(other["seconds"])) for _, other in pairs]
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    return title, f"{statistics.median(ours):.3f} s", f"{statistics.median(theirs):.3f} s", f"{ratio:.2f}"


def kazakh_of(files: list[Path]) -> list[Path]:
    """The texts whose letters are those of Kazakh."""
    return [file for file in files if set("қңғұүәі") <= set(file.read_text("utf-8").lower())]


def text() -> list[str]:
    """Extraction and start-up beside their yardsticks, as lines of a table."""
    files = sorted(CORPUS.glob("*.txt")) or sorted((ROOT / "tests" / "sample").glob("*.txt"))
    rows = [
        compare("extraction / first pass of spaCy's blank tokenizer", EXTRACT, TOKENIZE, files),
        compare("Kazakh tokenizer / spaCy's blank Russian one, Kazakh texts", KAZAKH, TOKENIZE, [*kazakh_of(files)]),
        compare("`kzedu --help` / Python importing click", HELP, PYTHON, []),
    ]
    lines = [
        f"{len(files)} documents, medians of {ROUNDS} rounds.",
        "",
        "| what | ours | yardstick | ratio |",
        "|---|---|---|---|",
    ]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]

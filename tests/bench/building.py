"""A whole build beside its own extraction, and the next one after a word was changed, in processor seconds.

Readers, where there are any, count with their command; our modules are compiled before, as `make setup` leaves them.
Nothing here is asserted: a machine's mood is no defect.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from compileall import compile_dir
from pathlib import Path

from bench.text import CORPUS, ROOT

ROUNDS = 3
OURS = ("extract", "kzedu_graph", "web")

WHOLE = """
import gc, json, sys, tempfile, time
from pathlib import Path
sys.path.append("tests")
from alone import in_this_process
from extract.flow import extract_file
from kzedu_graph.building.executors.limits import COLLECTIONS
from kzedu_graph.building.run import run_build
from kzedu_graph.registry.resolving import Registry
spent = 0.0
def extract(path, registry):
    global spent
    begun = time.process_time()
    try:
        return extract_file(path, registry)
    finally:
        spent += time.process_time() - begun
Registry.load()
gc.freeze()  # collections as the command has them
gc.set_threshold(*COLLECTIONS)
with tempfile.TemporaryDirectory() as place:
    begun = time.process_time()
    run_build([Path(name) for name in sys.argv[1:]], Path(place), in_this_process(extract))
    print(json.dumps({"whole": time.process_time() - begun, "extraction": spent}))
"""

PAGE = """О подготовке школ к учебному году

Приказ Министра просвещения Республики Казахстан от 3 марта 2026 года № 77

ПРИКАЗЫВАЮ:

""" + "\n".join(
    f"{number}. Управлению образования до {number} июня 2026 года разработать и утвердить план закупки учебников для школ "
    f"района № {number} и представить отчет о его исполнении в Комитет дошкольного и среднего образования."
    for number in range(1, 11)
)
"""A page of an act, invented."""

COMMAND = "from kzedu_graph.cli import main; main()"


def measure(_: Path) -> list[str]:
    """Both figures of the five documents, as lines of a table."""
    for package in OURS:
        compile_dir(ROOT / package, quiet=1)
    files = sorted(CORPUS.glob("*.txt")) or sorted((ROOT / "tests" / "sample").glob("*.txt"))
    rounds = [_one(files) for _ in range(ROUNDS)]
    whole, extraction, ratio = (
        statistics.median(found)
        for found in zip(
            *((each["whole"], each["extraction"], each["whole"] / each["extraction"]) for each in rounds), strict=True
        )
    )
    lines = [
        f"{len(files)} documents, processor seconds of one process; a build in it, medians of {ROUNDS} rounds, then the command",
        "with its start.",
        "",
        "| what | seconds | ratio |",
        "|---|---|---|",
        f"| extraction, as a build does it | {extraction:.1f} | 1 |",
        f"| the whole build / its extraction | {whole:.1f} | {ratio:.2f} |",
    ]
    with tempfile.TemporaryDirectory() as place:
        texts, store = Path(place) / "texts", Path(place) / "store"
        texts.mkdir()
        for file in files:
            shutil.copy(file, texts)
        first = _command(texts, store)
        lines.append(f"| the command, nothing kept | {first:.1f} | 1 |")
        lines.append(_row("again, nothing changed", _command(texts, store), first))
        for file in files:
            words = file.read_text("utf-8")
            (texts / file.name).write_text(_with_another_word(words), "utf-8")
            share = len(words) / sum(len(each.read_text("utf-8")) for each in files)
            lines.append(_row(f"again, a word changed in a text of {share:.0%} of all", _command(texts, store), first))
            (texts / file.name).write_text(words, "utf-8")
        page = texts / "one-page.ru.txt"
        page.write_text(PAGE, "utf-8")
        lines.append(_row("again, a page of an act beside them", _command(texts, store), first))
        page.write_text(_with_another_word(PAGE), "utf-8")
        lines.append(_row("again, a word changed in that page", _command(texts, store), first))
    return lines


def _row(what: str, seconds: float, whole: float) -> str:
    return f"| {what} | {seconds:.1f} | {seconds / whole:.2f} |"


def _one(files: list[Path]) -> dict[str, float]:
    command = [sys.executable, "-c", WHOLE, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _command(texts: Path, store: Path) -> float:
    """The processor seconds of a build by the command, one process that reads."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", COMMAND, "build", "--jobs", "1", "--corpus", str(texts), "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True, env=dict(os.environ))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _with_another_word(words: str) -> str:
    """The text with one more letter in a word of its middle."""
    found = re.compile(r"[^\W\d_]{6,}").search(words, len(words) // 2)
    assert found is not None
    return words[: found.end()] + found[0][-1] + words[found.end() :]

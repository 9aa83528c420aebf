"""A law repository of 300 acts in both languages with 900 commits: added, built, and built again after ten commits."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from pathlib import Path

from alone import in_this_process
from law_repository import LawRepository

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.corpus.law_acts import Selection
from kzedu_graph.corpus.law_texts import take_texts


def measure(_: Path) -> list[str]:
    """Processor seconds of each step; `KZEDU_BENCH_ACTS` and `KZEDU_BENCH_COMMITS` set the size."""
    acts, commits = (
        int(os.environ.get(name, number))
        for name, number in (("KZEDU_BENCH_ACTS", "300"), ("KZEDU_BENCH_COMMITS", "900"))
    )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        repository = LawRepository(folder / "clone")
        repository.grow(acts, commits)
        rows = [_row("first", repository, folder)]
        repository.grow(0, 10)
        rows.append(_row("after ten commits", repository, folder))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        f"{acts} invented acts in both languages, {commits} commits; processor seconds of this process, git's not counted.",
        "",
        "| | texts | written | add s | build s | read now |",
        "|---|---|---|---|---|---|",
        *rows,
        "",
        f"Peak memory: {memory:.0f} MiB.",
    ]


def _row(name: str, repository: LawRepository, folder: Path) -> str:
    began = time.process_time()
    texts = take_texts(repository.path, folder / "texts", Selection())
    added = time.process_time()
    outcome = run_build(texts.files, folder / "store", in_this_process(extract_file))
    built = time.process_time()
    return (
        f"| {name} | {len(texts.digests)} | {len(set(texts.written))} | {added - began:.1f} | {built - added:.1f} "
        f"| {outcome.made} |"
    )

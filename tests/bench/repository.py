"""A law repository of 300 acts in both languages with 900 commits: added, built, and built again after ten commits."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from pathlib import Path

from alone import in_this_process
from law_repository import LawRepository, editions_found, editions_wanted

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.corpus.law_acts import Selection
from kzedu_graph.corpus.law_texts import take_texts
from kzedu_graph.exports.documents import documents
from kzedu_graph.store.stores import open_for_one


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
        right, wrong = _compare(repository, folder / "store")
    return [
        f"{acts} invented acts in both languages, {commits} commits; processor seconds of this process, git's not counted.",
        "",
        "| | texts | written | add s | build s | read now | peak memory, MiB |",
        "|---|---|---|---|---|---|---|",
        *rows,
        "",
        f"Editions whose act, number, day, issuer, cause, status and pair are right in the graph: {right}; wrong: {wrong}.",
    ]


def _compare(repository: LawRepository, store: Path) -> tuple[int, int]:
    """How many editions of the graph are as the repository was made, and how many are not, or are not there."""
    with open_for_one(store) as opened:
        found = editions_found(documents(opened))
    wanted = editions_wanted(repository.acts)
    right = sum(found.get(key) == told for key, told in wanted.items())
    return right, len({*wanted, *found}) - right


def _row(name: str, repository: LawRepository, folder: Path) -> str:
    began = time.process_time()
    texts = take_texts(repository.path, folder / "texts", Selection())
    added = time.process_time()
    outcome = run_build(texts.files, folder / "store", in_this_process(extract_file))
    built = time.process_time()
    return (
        f"| {name} | {len(texts.digests)} | {len(set(texts.written))} | {added - began:.1f} | {built - added:.1f} "
        f"| {outcome.made} | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} |"
    )

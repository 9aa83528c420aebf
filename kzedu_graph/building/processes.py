"""Parts made on this machine: one after the other in this process, or by several processes at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path

from kzedu_graph.building.assembly import Making
from kzedu_graph.building.parts import Extract, Made, make_part
from kzedu_graph.store.engine.answers import StoreError

AHEAD = 2
"""Files that wait for each process, so that none is idle and no more than these are held."""


def in_this_process(extract: Extract) -> Making:
    """One file after the other."""

    def making(files: Sequence[Path]) -> Iterator[tuple[Path, Made]]:
        return ((file, make_part(file, extract)) for file in files)

    return making


def in_processes(extract: Extract, jobs: int) -> Making:
    """So many processes, each with the pipeline loaded once; `extract` must be a function of a module.

    Raises what `extract` raises, StoreError where a process was killed.
    """
    return partial(_in_processes, extract, jobs)


def _in_processes(extract: Extract, jobs: int, files: Sequence[Path]) -> Iterator[tuple[Path, Made]]:
    if not files:
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([extract.__module__, __name__])
    left = iter(files)
    pool = ProcessPoolExecutor(min(jobs, len(files)), context)
    try:
        running: dict[Future[Made], Path] = {}
        for file in islice(left, jobs * AHEAD):
            running[pool.submit(make_part, file, extract)] = file
        while running:
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                file = running.pop(done)
                for following in islice(left, 1):
                    running[pool.submit(make_part, following, extract)] = following
                yield file, done.result()
    except BrokenProcessPool as error:
        raise StoreError(
            "a process that read texts was killed, for want of memory perhaps; what was read is kept: build again"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)

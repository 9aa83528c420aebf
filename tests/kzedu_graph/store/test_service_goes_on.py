"""Workers that are killed and builds that follow one another under load: every question is answered."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from rdflib.term import Literal
from store_fixture import numbered

from kzedu_graph.store.stores import (
    EmbeddedStore,
    Limits,
    StoreError,
    write_snapshot,
)


def test_a_killed_worker_is_replaced(served: EmbeddedStore) -> None:
    served.ask("ASK {}")
    for pid in served.pool.pids():
        os.kill(pid, signal.SIGKILL)
    assert served.ask("ASK { ?s ?p ?o } # of a worker that was killed")


def test_a_worker_killed_at_work_is_asked_again(served: EmbeddedStore) -> None:
    served.ask("ASK {}")
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    killers = [threading.Timer(0.05, os.kill, (pid, signal.SIGKILL)) for pid in served.pool.pids()]
    before = served.pool.pids()
    for killer in killers:
        killer.start()
    answer = served.query(slow, accept="text/csv", limits=Limits(seconds=20))
    for killer in killers:
        killer.join()
    assert answer.body == b"n\r\n%d\r\n" % 174**3
    assert not set(before) & set(served.pool.pids())


def test_a_new_build_is_noticed_under_load(folder: Path) -> None:
    write_snapshot(folder, numbered(0))
    with EmbeddedStore(folder, Limits(workers=2)) as store:
        seen: list[list[int]] = [[], [], []]
        failures: list[Exception] = []
        patience = time.monotonic() + 60

        def ask(mine: list[int]) -> None:
            while 5 not in mine and time.monotonic() < patience:
                try:
                    mine.append(int(str(store.select("SELECT ?o { ?s ?p ?o }")[0]["o"])))
                except StoreError as error:
                    failures.append(error)

        threads = [threading.Thread(target=ask, args=(mine,)) for mine in seen]
        for thread in threads:
            thread.start()
        for number in range(1, 6):
            time.sleep(0.15)
            write_snapshot(folder, numbered(number))
        for thread in threads:
            thread.join()
        assert failures == []
        for mine in seen:
            assert mine == sorted(mine)  # never an older build after a newer one
            assert mine[-1] == 5
        assert store.select("SELECT ?o { ?s ?p ?o }") == [{"o": Literal(5)}]

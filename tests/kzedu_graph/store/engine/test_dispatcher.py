"""How a question is tried tells what is known of its client when it is begun, not when it came."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pytest
from rdflib.term import Literal, URIRef
from store_fixture import RUNAWAY, iri

from kzedu_graph.store.engine.answers import Limits, QueryTimeout, Request, asking_client
from kzedu_graph.store.engine.workers import Worker
from kzedu_graph.store.stores import CURRENT, EmbeddedStore, write_snapshot


def test_what_waited_behind_a_runaway_of_its_own_client_steps_back_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_snapshot(tmp_path, [(iri(f"s{n}"), iri("p"), Literal(n), URIRef(CURRENT)) for n in range(2000)])
    begin, stepped_back = Worker.begin, list[bool]()

    def told(worker: Worker, request: Request, seconds: float) -> None:
        if request.text.startswith(RUNAWAY):
            stepped_back.append(worker.lowered)
        begin(worker, request, seconds)

    monkeypatch.setattr(Worker, "begin", told)
    with EmbeddedStore(tmp_path, Limits(seconds=2, quick=0.3)) as store:

        def ask(number: int) -> None:
            asking_client.set("203.0.113.7")
            with suppress(QueryTimeout):
                store.query(f"{RUNAWAY} # {number}")

        # a client holds one of the two places: its second question waits until the first is known to be long
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert stepped_back[:2] == [False, True]

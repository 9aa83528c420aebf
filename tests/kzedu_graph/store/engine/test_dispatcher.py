"""How a question is tried tells what is known of its client when it is begun, not when it came."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from pathlib import Path

from rdflib.term import Literal, URIRef
from store_fixture import iri

from kzedu_graph.store.engine.answers import Limits, QueryTimeout, asking_client
from kzedu_graph.store.stores import CURRENT, EmbeddedStore, write_snapshot

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


def test_what_waited_behind_a_runaway_of_its_own_client_steps_back_too(tmp_path: Path) -> None:
    write_snapshot(tmp_path, [(iri(f"s{n}"), iri("p"), Literal(n), URIRef(CURRENT)) for n in range(2000)])
    with EmbeddedStore(tmp_path, Limits(seconds=4, quick=0.3)) as store:
        store.query("ASK { ?s ?p ?o }")  # the graph is loaded

        def ask(number: int) -> None:
            asking_client.set("203.0.113.7")
            with suppress(QueryTimeout):
                store.query(f"{RUNAWAY} # {number}")

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        until = time.monotonic() + 3
        busy: set[bool] = set()
        while time.monotonic() < until:  # a client holds one of the two places: its second question waits for the first
            factory = store.pool._nursery
            workers = list(factory.busy) if factory else []
            if len(workers) == 2:
                busy.add(all(worker.lowered for worker in workers))
            time.sleep(0.01)
        for thread in threads:
            thread.join()
    assert busy == {True}, "the second was begun as an equal of everybody's"

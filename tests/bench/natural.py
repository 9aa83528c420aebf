"""The second gallery: questions as people write them, beside the best equal form, the bare engine, rdflib and Virtuoso."""

from __future__ import annotations

import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from bench.engines import memory, patiently, quads_of
from virtuoso_server import installed, running_virtuoso

from kzedu_graph.store.gallery import Query
from kzedu_graph.store.stores import DEFAULT_GRAPHS, EmbeddedStore, Limits, StoreError, open_store
from kzedu_graph.vocabulary.namespaces import PREFIXES

QUESTIONS = Path(__file__).parent / "natural.rq"
ROUNDS = 5
SECONDS = 20
"""Of one question, after which it is given up."""
WITHOUT_RDFLIB = "KZEDU_BENCH_WITHOUT_RDFLIB"
"""Set, rdflib is not asked: it takes most of the time of this part."""
_EXTRA = {
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "eli": "http://data.europa.eu/eli/ontology#",
}


@dataclass(frozen=True)
class Question:
    """A question as it is written, and the best equal form; `graph` where the answer is one."""

    name: str
    text: str
    best: str

    @property
    def media_type(self) -> str:
        """What the answer is asked for in."""
        return "application/n-triples" if self.text.split("\n")[-1].startswith(("CONSTRUCT", "DESCRIBE")) else _JSON


_JSON = "application/sparql-results+json"


def read_questions() -> list[Question]:
    """All questions, with the prefixes that they use."""
    known = {
        **{prefix: str(namespace) for prefix, namespace in PREFIXES.items()},
        **_EXTRA,
        "rdf": str(_RDF),
        "rdfs": _RDFS,
    }
    questions = []
    for part in re.split(r"^## (?!best$)", QUESTIONS.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        text, _, best = (each.strip() for each in rest.partition("## best"))
        full = [
            "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in known.items() if f"{prefix}:" in form) + "\n" + form
            for form in (text, best or text)
        ]
        questions.append(Question(name, *full))
    return questions


_RDF, _RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"


def measure(folder: Path) -> list[str]:
    """A line for each question."""
    questions = read_questions()
    lines = []
    with ExitStack() as stack:
        store = stack.enter_context(EmbeddedStore(folder, Limits(seconds=SECONDS, kept=0)))
        slow = None if os.environ.get(WITHOUT_RDFLIB) else memory(store.build.snapshot)
        bare = bare_of(store.build.snapshot)
        remote = None
        if installed():
            server = stack.enter_context(running_virtuoso(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
            os.environ.update(server.settings)
            remote = open_store(server.query, Limits(seconds=SECONDS, start=600))
            remote.write(quads_of(store.build.snapshot))
        ratios, longest = [], 0.0
        for question in questions:

            def ours(text: str, question: Question = question) -> None:
                store.query(text, accept=question.media_type)

            took = median(ours, question.text)
            best = took if question.best == question.text else median(ours, question.best)
            # the engine alone may never end: it is asked once, in a worker that can be stopped
            native = alone(bare, question) if question.best == question.text else once(folder, question.text)
            rdflib = f"{patiently(slow, _as_query(question)) / took:.0f}" if slow else "–"
            cells = [f"{took * 1e3:.1f}", f"{best * 1e3:.1f}", f"{took / best:.2f}", native, rdflib]
            if remote:
                try:
                    began = time.perf_counter()
                    remote.query(question.text, accept=question.media_type)
                    cells.append(f"{(time.perf_counter() - began) / took:.1f}")
                except StoreError:
                    cells.append("–")
            else:
                cells.append("–")
            ratios.append(took / best)
            longest = max(longest, took)
            lines.append(f"| {question.name} | {' | '.join(cells)} |")
    return [
        "Milliseconds of the store, medians of five; the engine given the text as it was written is asked once where there is",
        "a better form; rdflib and Virtuoso as multiples of ours, rdflib waited for 30 s.",
        "",
        f"{len(questions)} questions; the dearest takes {longest * 1e3:.0f} ms; the worst ratio to the best form is "
        f"{max(ratios):.1f}.",
        "",
        "| question | ours, ms | best form, ms | ratio | not rewritten, ms | rdflib | Virtuoso |",
        "|---|---|---|---|---|---|---|",
        *lines,
    ]


def median(ask: Callable[[str], None], text: str) -> float:
    """Seconds of an answer in the median of the rounds; the limit where it was given up."""
    try:
        ask(text)
    except StoreError:
        return float(SECONDS)
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask(text)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def bare_of(snapshot: Path) -> ox.Store:
    """The engine alone, its default graph made as ours is."""
    store = ox.Store()
    store.bulk_load(path=str(snapshot), format=ox.RdfFormat.N_QUADS)
    for graph in DEFAULT_GRAPHS:
        store.update(f"ADD SILENT GRAPH <{graph}> TO DEFAULT")
    return store


def alone(bare: ox.Store, question: Question) -> str:
    """Milliseconds of the engine alone."""

    def ask(text: str) -> None:
        result = bare.query(text)
        if isinstance(result, ox.QueryTriples):
            ox.serialize(result, format=ox.RdfFormat.N_TRIPLES)
        else:
            result.serialize(format=ox.QueryResultsFormat.JSON)

    return f"{median(ask, question.text) * 1e3:.1f}"


def once(folder: Path, text: str) -> str:
    """Milliseconds of a question that goes to the engine as it was written, or that it was given up."""
    os.environ["KZEDU_REWRITE"] = "0"
    try:
        with EmbeddedStore(folder, Limits(seconds=SECONDS, kept=0)) as store:
            store.ask("ASK {}")
            began = time.perf_counter()
            store.query(text)
            return f"{(time.perf_counter() - began) * 1e3:.1f}"
    except StoreError:
        return f"> {SECONDS * 1e3:.0f}"
    finally:
        del os.environ["KZEDU_REWRITE"]


def _as_query(question: Question) -> Query:
    return Query(question.name, {}, "who", {}, {}, {}, (), (), None, question.text)

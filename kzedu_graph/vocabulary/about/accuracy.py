"""How right the reading is, as measured: the tables of the page on accuracy, and the same as statements of the graph.

The page is the one home of the figures; what the graph says of them is a `dqv:QualityMeasurement` for each kind of
thing and field (Data on the Web Best Practices: Data Quality Vocabulary, https://www.w3.org/TR/vocab-dqv/).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import DQV, KZEDU

_COLUMNS = 7
_KINDS = {
    "measures": "Measure",
    "indicators": "IndicatorListing",
    "amendments": "Amendment",
    "provisions": "Provision",
    "deadlines": "Deadline",
    "mentions": "Mention",
    "sections": "Section",
}
"""The class whose things the rows of a table are."""
_OF_THEIR_OWN = {("measures", "funding"): "Allocation", ("indicators", "targets"): "Target"}
"""Fields whose values are things of a class of their own."""
_SHARE = re.compile(r"(?:(\w+) )?(\d+)/(\d+)")


class Measured(NamedTuple):
    """So many of so many were right; `metric` is a key of the code list of metrics, `kind` the name of a class."""

    metric: str
    kind: str
    field: str
    right: int
    looked_at: int


def read_figures(page: Path) -> list[tuple[str, ...]]:
    """The rows of the table of accuracy in a Markdown page (document, table, field, precision, recall, F1, right)."""
    return [row for row in _rows(page) if len(row) == _COLUMNS and row[0][:1].isdigit()]


def read_measured(page: Path) -> list[Measured]:
    """What the tables of the page say, summed over documents, in the order of its columns' names."""
    right: Counter[tuple[str, str, str]] = Counter()
    looked_at: Counter[tuple[str, str, str]] = Counter()

    def count(metric: str, table: str, field: str, found: int, wanted: int) -> None:
        own = _OF_THEIR_OWN.get((table, field))
        key = (metric, own or _KINDS[table], "found" if own else field)
        right[key] += found
        looked_at[key] += wanted

    for _, table, field, precision, _, _, share in read_figures(page):
        found, wanted = map(int, share.split("/"))
        count("record-recall", table, field, found, wanted)
        if field == "found" and float(precision):
            count("record-precision", table, field, found, round(found / float(precision)))
    for row in _rows(page):
        if row[0] in _KINDS and len(row) > 2 and re.fullmatch(r"\d+/\d+", row[1]):
            for name, found, wanted in _SHARE.findall(f"found {row[1]}, {row[2]}"):
                count("place-recall", row[0], name, int(found), int(wanted))
    return [Measured(*key, right[key], looked_at[key]) for key in sorted(looked_at)]


def accuracy_triples(page: Path) -> Iterator[tuple[URIRef, URIRef, Node]]:
    """The same as measurements of quality: of which class and field, by which metric, how many of how many."""
    for each in read_measured(page):
        node = iris.quality_measurement(each.metric, each.kind, each.field)
        yield node, RDF.type, DQV.QualityMeasurement
        yield node, DQV.isMeasurementOf, iris.code("metric", each.metric)
        yield node, DQV.computedOn, KZEDU[each.kind]
        yield node, DQV.value, Literal(f"{each.right / each.looked_at:.4f}", datatype=XSD.decimal)
        yield node, KZEDU.measuredField, Literal(each.field)
        yield node, KZEDU.rightCount, Literal(each.right)
        yield node, KZEDU.sampleSize, Literal(each.looked_at)


def _rows(page: Path) -> Iterator[tuple[str, ...]]:
    lines = page.read_text("utf-8").splitlines() if page.is_file() else []
    for line in lines:
        if line.startswith("|"):
            yield tuple(cell.strip() for cell in line.strip().strip("|").split("|"))

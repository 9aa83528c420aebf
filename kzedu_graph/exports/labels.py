"""The label of a graph whose texts were made up, on whatever is taken away from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from kzedu_graph.exports.cells import Row
from kzedu_graph.vocabulary.about.notices import INVENTED, INVENTED_SHORT
from kzedu_graph.vocabulary.iris import KZEDU

COLUMN = "invented"
"""The last column of a table of such a graph; other tables have none."""


def label_rows(rows: Iterable[Row], invented: bool) -> Iterator[Row]:
    """The rows, each saying that it is invented where the graph is."""
    for row in rows:
        yield {**row, COLUMN: True} if invented else row


def label_title(title: str, lang: str, invented: bool) -> str:
    """A title as it stands ("Plan of reading"), or with the word before it ("Invented: Plan of reading")."""
    return f"{INVENTED_SHORT[lang]}: {title}" if invented else title


def label_graph(graph: Graph, subject: URIRef) -> None:
    """Says of a thing of a graph, in every language, that all of this is invented."""
    graph.bind("kzedu", KZEDU)
    graph.add((subject, KZEDU.invented, Literal(True)))
    for lang, words in INVENTED.items():
        graph.add((subject, RDFS.comment, Literal(words, lang)))

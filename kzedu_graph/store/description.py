"""What the corpus of a graph says of itself, as the graph itself repeats it."""

from __future__ import annotations

from datetime import date

from kzedu_graph.model.corpus import CorpusDescription
from kzedu_graph.vocabulary.queries import Selects, load_query


def describe_corpus(store: Selects) -> CorpusDescription:
    """Whether the texts were made up, and the day at which their reader stands; raises StoreError."""
    found = CorpusDescription()
    for row in store.select(load_query(__file__, "description")):
        day = row.get("day")
        invented = str(row.get("invented")) in ("true", "1")
        found |= CorpusDescription(invented, date.fromisoformat(str(day)) if day else None)
    return found

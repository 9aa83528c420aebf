"""What questions of the gallery are asked about where nobody says it: of what the store holds.

A question's own default holds where the store knows it; else it gives way to the body that is named most, and its year
to that of the corpus's reader or, without one, to the year in which most is due. So no question is empty for want of a
body or a year of another corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rdflib.term import Node

from kzedu_graph.store.description import describe_corpus
from kzedu_graph.store.gallery import Param, Query
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Selects, load_query


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds that a question may be about: bodies by the number of their duties, years by the number of
    due points, the year of the corpus's reader.
    """

    agencies: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    year: int | None = None

    @property
    def fullest(self) -> int:
        """The year that is spoken of: the reader's, else the one in which most is due, else this year."""
        return self.year or max(self.years, key=lambda y: (self.years[y], -y), default=date.today().year)


def read_held(store: Selects) -> Held:
    """Asks the store; raises StoreError."""
    agencies = {
        iris.parse(str(row["agency"])).key: _number(row["duties"])
        for row in store.select(load_query(__file__, "held-agencies"))
    }
    years = {_number(row["year"]): _number(row["points"]) for row in store.select(load_query(__file__, "held-years"))}
    today = describe_corpus(store).today
    return Held(agencies, years, today.year if today else None)


def fit_defaults(query: Query, held: Held) -> Query:
    """The question with defaults that the store can answer."""
    return replace(query, params=tuple(_fitted(param, held) for param in query.params))


def _fitted(param: Param, held: Held) -> Param:
    if param.default is None:
        return param
    if param.kind == "agency" and held.agencies and param.default not in held.agencies:
        return replace(param, default=max(held.agencies, key=lambda key: (held.agencies[key], key)))
    if param.kind == "date" and held.years:
        return replace(param, default=_moved(date.fromisoformat(param.default), held).isoformat())
    return param


def _moved(day: date, held: Held) -> date:
    """The same day of a year that the store speaks of; the 29th of February becomes the 28th."""
    year = day.year if day.year in held.years and not held.year else held.fullest
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _number(node: Node) -> int:
    return int(str(node))

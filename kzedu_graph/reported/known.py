"""What the graph in service asks to be reported: duties with their due points, indicators with their planned values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rdflib import Literal
from rdflib.term import Node

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.reported.records import WHOLE
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Selects, load_query


@dataclass(frozen=True, slots=True)
class Point:
    """A due point of a duty: EDTF, its last day as ISO, and the words of its deadline."""

    edtf: str
    last_day: str = ""
    written: str = ""


@dataclass(slots=True)
class Duty:
    """A duty that can be reported on; `work` is the key of its programme or its act."""

    iri: str
    work: str
    number: str
    order: int
    words: dict[str, str] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Yardstick:
    """An indicator whose values can be reported: what is planned by year and series."""

    iri: str
    work: str
    number: str
    words: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    planned: dict[tuple[int, str], float] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Known:
    """Everything that can be reported on, by its IRI, and the bodies by key with their names by language."""

    duties: dict[str, Duty] = field(default_factory=dict)
    indicators: dict[str, Yardstick] = field(default_factory=dict)
    bodies: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, programme: str | None = None, body: str | None = None) -> Known:
        """What of it belongs to a programme or an act, or lies on a body.

        Raises UnknownNameError where there is nothing of it.
        """

        def wanted(thing: Duty | Yardstick) -> bool:
            return (programme is None or thing.work == programme) and (body is None or body in thing.bodies)

        found = Known(
            {iri: each for iri, each in self.duties.items() if wanted(each)},
            {iri: each for iri, each in self.indicators.items() if wanted(each)},
        )
        if not found.duties and not found.indicators:
            works = sorted({each.work for each in self._everything()})
            raise UnknownNameError(f"nothing is asked of {body or programme}; there are: {', '.join(works)}")
        keys = {key for each in found._everything() for key in each.bodies}
        found.bodies = {key: self.bodies.get(key, {}) for key in sorted(keys)}
        return found

    def _everything(self) -> Iterator[Duty | Yardstick]:
        yield from self.duties.values()
        yield from self.indicators.values()


def read_known(store: Selects) -> Known:
    """All duties and indicators of the default dataset; raises StoreError."""
    found = Known()
    for row in _ask(store, "duties"):
        iri = str(row["duty"])
        if iri not in found.duties:
            order = int(str(row["seq"])) if "seq" in row else 0
            found.duties[iri] = Duty(iri, _work(iri, row), str(row["number"]), order)
        _say(found.duties[iri].words, row["words"])
    for row in _ask(store, "points"):
        if (duty := found.duties.get(str(row["duty"]))) is not None:
            edtf = str(row["edtf"])
            duty.points.setdefault(edtf, Point(edtf, str(row.get("due", "")), str(row["written"])))
    for row in _ask(store, "bodies"):
        if (duty := found.duties.get(str(row["duty"]))) is not None:
            key = iris.local_name(str(row["agency"]))
            duty.bodies[key] = None
            _say(found.bodies.setdefault(key, {}), row.get("name"))
    _read_indicators(store, found)
    found.duties = {
        each.iri: each for each in sorted(found.duties.values(), key=lambda one: (one.work, one.order, one.iri))
    }
    return found


def _read_indicators(store: Selects, found: Known) -> None:
    for row in _ask(store, "indicators"):
        iri = str(row["indicator"])
        each = found.indicators.setdefault(iri, Yardstick(iri, _work(iri, row), str(row["number"])))
        _say(each.words, row["words"])
        each.unit = each.unit or str(row.get("unit", ""))
        if "agency" in row:
            each.bodies[iris.local_name(str(row["agency"]))] = None
    for row in _ask(store, "planned"):
        if (each_ := found.indicators.get(str(row["indicator"]))) is not None:
            key = (int(str(row["year"])[:4]), str(row.get("series", WHOLE)))
            each_.planned.setdefault(key, float(str(row["value"])))
    found.indicators = dict(sorted(found.indicators.items()))


def _ask(store: Selects, name: str) -> list[Mapping[str, Node]]:
    """The rows of a question in a fixed order, for an engine gives them in none."""
    rows: Iterable[Mapping[str, Node]] = store.select(load_query(__file__, name))
    told = [{key: node for key, node in row.items() if node is not None} for row in rows]
    return sorted(told, key=lambda row: sorted((key, str(node)) for key, node in row.items()))


def _work(iri: str, row: Mapping[str, Any]) -> str:
    """The programme that a row names, else the act that a provision's IRI begins with."""
    return iris.local_name(str(row["programme"])) if "programme" in row else str(iris.path_of(iri)).split("/")[1]


def _say(words: dict[str, str], said: Node | None) -> None:
    if isinstance(said, Literal):
        words.setdefault(said.language or "", str(said))

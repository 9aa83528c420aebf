"""Two bodies or two programmes side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext

from kzedu_graph.registry.topics import load_scheme
from web.display.as_of import as_of
from web.display.languages import in_chain
from web.views.read_model import ROLES, Labels, Measure
from web.views.site import site

blueprint = Blueprint("comparing", __name__)

MOST = 12


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its names, its page, its measures, and how a measure counts for it by role."""

    key: str
    labels: Labels
    page: str
    measures: tuple[Measure, ...]
    roles: Counter[str]

    @property
    def years(self) -> Counter[str]:
        """Measures due in each year."""
        return Counter(year for measure in self.measures for year in measure.years)

    @property
    def topics(self) -> Counter[str]:
        """Measures about each topic."""
        return Counter(key for measure in self.measures for key in site().cards.topics.get(measure.iri, ()))

    @property
    def bodies(self) -> Counter[str]:
        """Measures shared with each other body."""
        return Counter(key for measure in self.measures for key in measure.agencies() if key != self.key)

    @property
    def indicators(self) -> set[str]:
        """The indicators that its measures serve."""
        return {iri for measure in self.measures for iri in measure.indicators}


@blueprint.get("/compare")
def compare() -> str:
    """What two bodies, or two programmes, must do: by role, year, topic and partner, and what they share."""
    cards = site().cards
    what = request.args.get("what", "body")
    if what not in ("body", "programme"):
        abort(400, description=f"what={what}: body, programme")
    make = _body if what == "body" else _programme
    keys = [key for key in (request.args.get("a", ""), request.args.get("b", "")) if key]
    sides = [make(key) for key in keys]
    shared: list[Measure] = []
    if len(sides) == 2:
        behind = {measure.iri for measure in sides[1].measures}
        shared = [measure for measure in sides[0].measures if measure.iri in behind]
    return render_template(
        "compare.html",
        cards=cards,
        what=what,
        sides=sides,
        shared=shared,
        roles=ROLES,
        rows=_rows(sides),
        scheme=load_scheme().topics,
        bodies=sorted(
            {key for each in cards.measures.values() for key in each.agencies() if key in cards.agencies},
            key=lambda key: in_chain(cards.agencies[key].labels)[0].casefold(),
        ),
    )


def _body(key: str) -> Side:
    cards = site().cards
    if key not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=key))
    measures = tuple(each for each in cards.measures_of(key) if as_of().shows(each.programme))
    roles = Counter(measure.roles_of(key)[0] for measure in measures)
    return Side(key, cards.agencies[key].titles, f"/agency/{key}", measures, roles)


def _programme(key: str) -> Side:
    """A programme is compared whatever its standing: it is asked for by its name."""
    cards = site().cards
    if key not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=key))
    measures = tuple(each for each in cards.measures.values() if each.programme == key)
    return Side(key, cards.programmes[key].titles, f"/programme/{key}", measures, Counter())


def _rows(sides: list[Side]) -> dict[str, list[str]]:
    """The years, topics and bodies that are compared: every year, of the others those with most measures in both."""
    if len(sides) < 2:
        return {"years": [], "topics": [], "bodies": []}

    def most(counts: Callable[[Side], Counter[str]]) -> list[str]:
        both = counts(sides[0]) + counts(sides[1])
        return [key for key, _ in sorted(both.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]

    known = site().cards.agencies
    return {
        "years": sorted(sides[0].years + sides[1].years),
        "topics": most(lambda side: side.topics),
        "bodies": [key for key in most(lambda side: side.bodies) if key in known],
    }

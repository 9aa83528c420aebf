"""Pages about topics: the scheme with how much is about each, and what is about one."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, Response, abort, render_template
from flask_babel import gettext

from kzedu_graph.registry.topics import Topic, load_scheme
from web.display.as_of import as_of
from web.display.downloads import twin_response
from web.display.languages import in_chain
from web.views.site import site

blueprint = Blueprint("topics", __name__)

MOST_BODIES = 12
_COLUMNS = ("kind", "id", "programme", "number", "kk", "ru", "en", "lead", "due", "in_force")


def topics_of(words: str) -> list[Topic]:
    """The topics that a question is about, in the order of their keys."""
    scheme = load_scheme()
    return [scheme.topics[key] for key in sorted(scheme.asked(words))]


@blueprint.get("/topics")
def topics() -> str:
    """Every topic with the number of measures and indicators in force that are about it."""
    cards = site().cards
    counts: Counter[str] = Counter()
    for iri, keys in cards.topics.items():
        if iri not in cards.provisions and as_of().shows(cards.work_of(iri) or ""):
            counts.update(keys)
    found = sorted(load_scheme().topics.values(), key=lambda topic: in_chain(topic.labels)[0].casefold())
    return render_template("topics.html", topics=found, counts=counts)


@blueprint.get("/topic/<key>")
@blueprint.get("/topic/<key>.<twin:twin>")
def topic(key: str, twin: str | None = None) -> str | Response:
    """What is about a topic: measures, indicators, provisions, and the bodies that answer for most."""
    cards = site().cards
    found = load_scheme().topics.get(key)
    if found is None:
        abort(404, description=gettext("There is no topic with the key “%(key)s”.", key=key))
    about = cards.about(key)
    shown = [iri for iri in about if as_of().shows(cards.work_of(iri) or "")]
    measures = [cards.measures[iri] for iri in shown if iri in cards.measures]
    indicators = [cards.indicators[iri] for iri in shown if iri in cards.indicators]
    if twin:
        return twin_response(
            twin, [_row(iri) for iri in shown if iri in cards.measures or iri in cards.indicators], _COLUMNS
        )
    named = {party.party: party for measure in measures for party in measure.parties()}
    bodies = Counter(party.party for measure in measures for party in measure.parties())
    return render_template(
        "topic.html",
        topic=found,
        cards=cards,
        measures=measures,
        indicators=indicators,
        provisions=[each for each in as_of().provisions() if key in cards.topics.get(each.iri, ())],
        bodies=[(named[iri], count) for iri, count in bodies.most_common(MOST_BODIES)],
        hidden=len(about) - len(shown),
        today=as_of().iso,
    )


def _row(iri: str) -> dict[str, object]:
    cards = site().cards
    measure, indicator = cards.measures.get(iri), cards.indicators.get(iri)
    thing = measure or indicator
    assert thing is not None
    return {
        "kind": "measure" if measure else "indicator",
        "id": iri,
        "programme": thing.programme,
        "number": thing.number,
        **{lang: thing.labels.get(lang) for lang in ("kk", "ru", "en")},
        "lead": list(measure.agencies("lead")) if measure else [],
        "due": list(measure.due) if measure else [],
        "in_force": as_of().standing(thing.programme).holds,
    }

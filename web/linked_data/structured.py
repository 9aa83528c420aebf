"""What pages say of themselves to search engines: schema.org as JSON-LD (https://schema.org/)."""

from __future__ import annotations

from typing import Any

from flask import Flask, request

from kzedu_graph.vocabulary.about.notices import DATA_LICENCE, INVENTED
from web.display.languages import LANGUAGES, language
from web.display.naming import party_title
from web.views.read_model import Agency, Cards, Duty, Measure, Programme
from web.views.site import is_invented

_TYPES = {
    "Ministry": "GovernmentOrganization",
    "StateAgency": "GovernmentOrganization",
    "Company": "Corporation",
    "Association": "NGO",
    "Institution": "Organization",
    "InternationalOrganization": "Organization",
    "ForeignUniversity": "CollegeOrUniversity",
    "ForeignBody": "Organization",
    "Office": "Organization",
    "Collective": "Organization",
}
Facts = dict[str, Any]


def init_structured(app: Flask) -> None:
    """Let the templates describe their things."""
    app.jinja_env.globals.update(
        schema_of_agency=agency, schema_of_measure=measure, schema_of_programme=programme, schema_of_site=whole
    )


def _root() -> str:
    return request.url_root.rstrip("/")


def _names(labels: Any) -> list[Facts]:
    return [{"@value": labels[lang], "@language": lang} for lang in LANGUAGES if lang in labels]


def _fact(kind: str, iri: str, **facts: Any) -> Facts:
    held = {name: value for name, value in facts.items() if value}
    if is_invented():
        held["disambiguatingDescription"] = INVENTED[language()]
    return {"@context": "https://schema.org", "@type": kind, "@id": iri, "url": request.base_url, **held}


def agency(body: Agency) -> Facts:
    """A body as an organisation of its kind."""
    return _fact(
        _TYPES[body.kind],
        body.iri,
        name=_names(body.labels),
        alternateName=[short for several in body.short.values() for short in several],
        foundingDate=body.since,
        dissolutionDate=body.until,
    )


def measure(card: Measure, cards: Cards) -> Facts:
    """A measure as an action with its agents and its last day."""
    return _fact(
        "PlanAction",
        card.iri,
        name=_names(card.labels),
        agent=[_agent(cards, party) for party in card.parties()],
        endTime=card.due[-1] if card.due else None,
    )


def _agent(cards: Cards, party: Duty) -> Facts:
    """Whoever answers: a body by its IRI, a post as a job, all others by their words alone."""
    name = party_title(party)[0]
    if party.agency in cards.agencies:
        return {"@type": _TYPES[cards.agencies[party.agency].kind], "@id": party.party, "name": name}
    return {"@type": "Person", "jobTitle": name} if party.kind == "post" else {"@type": "Organization", "name": name}


def programme(work: Programme) -> Facts:
    """A programme as legislation with its texts."""
    return _fact(
        "Legislation",
        work.iri,
        name=_names(work.titles),
        legislationIdentifier=work.key,
        legislationDate=next(iter(work.facts.get("date_document", ())), None),
        temporalCoverage=work.period,
        inLanguage=sorted({edition.lang for edition in work.editions}),
    )


def whole(title: str, summary: str) -> Facts:
    """The explorer as a data set that can be searched."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": _root() + "/search?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    }
    return _fact(
        "Dataset",
        _root() + "/data#dataset",
        name=title,
        description=summary,
        license=DATA_LICENCE,
        distribution=[
            {"@type": "DataDownload", "encodingFormat": "text/turtle", "contentUrl": _root() + "/data/current.ttl"}
        ],
        potentialAction=search,
    )

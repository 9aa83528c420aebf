"""Pages about what prose lays on somebody: a list of provisions, and one with its words and their surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext
from rdflib import URIRef

from kzedu_graph.vocabulary.places import BASE
from web.display.as_of import as_of
from web.display.downloads import twin_response
from web.display.formatting import asked_page, pages_of
from web.display.naming import MODALITIES
from web.display.parameters import WHO_NAMES
from web.views.editions import statements
from web.views.read_model import Cards, Provision
from web.views.reported import points_of
from web.views.site import site

blueprint = Blueprint("prose", __name__)

_FACTS = ("number", "modality", "bearer", "meant", "written", "object", "recipient", "basis", "ground", "sentence")
_AS_IN_TABLES = {"permission": "permitted", "prohibition": "prohibited", "recommendation": "recommended"}
"""Modalities as tables call them, for who comes from one."""
SORTS = ("text", "due")
_COLUMNS = ("id", "edition", "number", "modality", "bearer", "bearers", "written", "action", "deadline", "due", "start")


@blueprint.get("/provisions")
@blueprint.get("/provisions.<twin:twin>")
def provisions(twin: str | None = None) -> str | Response:
    """What prose lays on somebody, recommends, permits or forbids: by body, firmness, year and text."""
    cards = site().cards
    wanted = _wanted(cards)
    # a text that is asked for by its name is shown whatever its standing
    counted = list(cards.provisions.values()) if wanted["edition"] else as_of().provisions()
    found = [each for each in counted if _is_on(each, wanted)]
    modalities = Counter(each.modality for each in found)
    texts = Counter(each.edition for each in found)
    years = sorted({day[:4] for each in found for day in each.due})
    chosen = [
        each
        for each in found
        if wanted["modality"] in ("", each.modality)
        and wanted["edition"] in ("", each.edition)
        and (not wanted["year"] or any(day.startswith(wanted["year"]) for day in each.due))
    ]
    if wanted["sort"] == "due":
        chosen.sort(key=lambda each: each.due[:1] or ("9999",))
    if twin:
        return twin_response(twin, [_row(each) for each in chosen], _COLUMNS)
    size = site().settings.rows
    page = asked_page(len(chosen), size)
    held = Counter(map(_who, counted))
    bearers = Counter(key for each in counted for key in each.bearers if key in cards.agencies)
    return render_template(
        "provisions.html",
        cards=cards,
        shown=chosen[(page - 1) * size : page * size],
        total=len(chosen),
        page=page,
        pages=pages_of(len(chosen), size),
        modalities=modalities.most_common(),
        years=years,
        who=[(value, name(), held[value]) for value, name in WHO_NAMES.items()],
        texts=[(cards.editions[iri], count) for iri, count in texts.items()],
        bearers=[(cards.agencies[key], count) for key, count in bearers.most_common() if key],
        wanted=wanted,
        hidden=sum(_is_on(each, wanted) for each in cards.provisions.values()) - len(found),
    )


def _wanted(cards: Cards) -> dict[str, str]:
    """The choices of the request; 404 for a body that there is not, 400 for any other word that is none."""
    wanted = {name: request.args.get(name, "") for name in ("agency", "modality", "edition", "who", "year", "sort")}
    wanted["modality"] = _AS_IN_TABLES.get(wanted["modality"], wanted["modality"])
    if wanted["agency"] and wanted["agency"] not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=wanted["agency"]))
    known = {"modality": MODALITIES, "edition": cards.editions, "who": WHO_NAMES, "sort": SORTS}
    for name, values in known.items():
        if wanted[name] and wanted[name] not in values:
            abort(400, description=f"{name}={wanted[name]}: {', '.join(values)}")
    if wanted["year"] and not (wanted["year"].isdecimal() and len(wanted["year"]) == len("2025")):
        abort(400, description=f"year={wanted['year']}: 2025")
    return wanted


def _is_on(provision: Provision, wanted: Mapping[str, str]) -> bool:
    """Whether a provision lies on whom somebody asks for."""
    return wanted["agency"] in ("", *provision.bearers) and wanted["who"] in ("", _who(provision))


def _who(provision: Provision) -> str:
    if provision.bearers:
        return "body"
    return "other" if provision.written else "nobody"


def _row(provision: Provision) -> dict[str, Any]:
    return {name: getattr(provision, {"id": "iri"}.get(name, name)) for name in _COLUMNS}


@blueprint.get("/provision/<path:path>")
def provision(path: str) -> str:
    """One provision: on whom it lays what, how firmly, until when, and the words in their surroundings."""
    cards = site().cards
    iri = f"{BASE}provision/{path}"
    card = cards.provisions.get(iri)
    if card is None:
        abort(404, description=gettext("There is no provision at %(path)s.", path=path))
    (statement,) = statements(site(), "provision-texts", URIRef(iri), "provision", _FACTS)
    order = [each.iri for each in cards.provisions.values() if each.edition == card.edition]
    place = order.index(iri)
    return render_template(
        "provision.html",
        iri=iri,
        path=path,
        card=card,
        cards=cards,
        statement=statement,
        edition=cards.editions[card.edition],
        findings=cards.findings_by_focus.get(iri, []),
        points=points_of(cards.reported, iri, statement.points, as_of().day),
        before=order[place - 1] if place else None,
        behind=order[place + 1] if place + 1 < len(order) else None,
    )

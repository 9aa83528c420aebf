"""Pages about time: what a later text changed, duty by duty, and what goes on in the next programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request
from flask_babel import gettext

from kzedu_graph.vocabulary.places import BASE
from web.display.as_of import as_of
from web.display.dates import day
from web.display.downloads import twin_response
from web.display.formatting import figure, page_of
from web.display.languages import in_chain
from web.display.naming import kind_name
from web.views.read_model import Cards, Change
from web.views.site import site

blueprint = Blueprint("changes", __name__)

MOST_WATCHED = 100
SURE = 0.6
"""From this confidence on, every proposal that was read had found one duty (docs/editions.md)."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A row with all that changed in it between the same two texts."""

    focus: str
    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """Any of them: they share row, number and texts."""
        return self.changes[0]


FILTERS = ("kind", "cause", "programme", "agency")
"""What a list of changes is narrowed by."""


def altered(changes: Iterable[Change]) -> list[Altered]:
    """Changes by row and texts, in their own order."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        found.setdefault((change["earlier"], change["later"], change["focus"]), []).append(change)
    return [Altered(key[-1], tuple(several)) for key, several in found.items()]


def asked_for(cards: Cards, wanted: Mapping[str, str]) -> list[Change]:
    """The changes that fit filters of the address by their names; 404 and 400 for what there is not."""
    if wanted["programme"] and wanted["programme"] not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=wanted["programme"]))
    if wanted["agency"] and wanted["agency"] not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=wanted["agency"]))
    for name in ("kind", "cause"):
        known = {change[name] for change in cards.changes}
        if wanted[name] and wanted[name] not in known:
            abort(400, description=f"{name}={wanted[name]}: {', '.join(sorted(known))}")
    of_body = cards.changes_of(wanted["agency"]) if wanted["agency"] else cards.changes
    return [
        change
        for change in of_body
        if all(wanted[name] in ("", change[name]) for name in ("kind", "cause", "programme"))
    ]


@blueprint.get("/changes")
@blueprint.get("/changes.<twin:twin>")
def changes(twin: str | None = None) -> str | Response:
    """What changed between two texts: by texts and rows, both wordings, the act and its date, or another cause."""
    cards = site().cards
    wanted = {name: request.args.get(name, "") for name in FILTERS}
    chosen = asked_for(cards, wanted)
    if twin:
        return twin_response(twin, chosen, tuple(chosen[0]) if chosen else _COLUMNS)
    # what a later text did comes first, what a text says twice and not alike behind it
    rows = sorted(altered(chosen), key=lambda row: row.first["earlier"] == row.first["later"])
    pairs = groupby(rows, key=lambda row: (row.first["earlier"], row.first["later"]))
    bodies = {key for change in cards.changes for key in cards.bodies_of_change(change) if key in cards.agencies}
    return render_template(
        "changes.html",
        cards=cards,
        total=len(chosen),
        pairs=[(cards.editions[earlier], cards.editions[later], list(same)) for (earlier, later), same in pairs],
        kinds=Counter(change["kind"] for change in cards.changes).most_common(),
        causes=Counter(change["cause"] for change in cards.changes).most_common(),
        programmes=[
            cards.programmes[key]
            for key in sorted({change["programme"] for change in cards.changes} & cards.programmes.keys())
        ],
        bodies=[agency for key, agency in cards.agencies.items() if key in bodies],
        wanted=wanted,
    )


_COLUMNS = ("id", "programme", "earlier", "later", "focus", "number", "kind", "old", "new", "cause", "act", "date")


@blueprint.get("/continuations")
@blueprint.get("/continuations.<twin:twin>")
def continuations(twin: str | None = None) -> str | Response:
    """Which rows of a programme go on in the next one: proposals, the surest first."""
    cards = site().cards
    verdict, kind, sure = (request.args.get(name, "") for name in ("verdict", "of", "sure"))
    verdicts, kinds = Counter(each["verdict"] for each in cards.continuations), ("measure", "indicator")
    if verdict and verdict not in verdicts:
        abort(400, description=f"verdict={verdict}: {', '.join(sorted(verdicts))}")
    if kind and kind not in kinds:
        abort(400, description=f"of={kind}: {', '.join(kinds)}")
    if sure not in ("", "0", "1"):
        abort(400, description=f"sure={sure}: 1")
    chosen = [
        each
        for each in cards.continuations
        if verdict in ("", each["verdict"])
        and (not kind or f"/id/{kind}/" in each["earlier"])
        and (sure != "1" or each["confidence"] >= SURE)
    ]
    if twin:
        return twin_response(twin, chosen, ("id", "earlier", "later", "verdict", "confidence", "reason"))
    return render_template(
        "continuations.html",
        cards=cards,
        chosen=chosen,
        verdicts=verdicts,
        verdict=verdict,
        kinds=kinds,
        kind=kind,
        sure=sure == "1",
        least=SURE,
        number_of=_number,
        grounds=_grounds,
    )


def _number(iri: str) -> str:
    """The number of a measure or an indicator, empty where no current plan has it."""
    cards = site().cards
    thing = cards.measures.get(iri) or cards.indicators.get(iri)
    return thing.number if thing else ""


def _grounds(reason: str) -> str:
    """The grounds of a proposal in the interface's language: "wording 0.82, ahead by 0.40"."""
    names = {
        "wording": gettext("wording"),
        "action and object": gettext("action and object"),
        "joins another row": gettext("joins another row"),
        "values": gettext("values"),
        "bodies": gettext("the same bodies"),
        "deliverable": gettext("the same proof"),
        "ahead by": gettext("ahead of the next best by"),
    }
    told = []
    for part in reason.split(", "):
        name, _, number = part.rpartition(" ") if part[-1:].isdigit() else (part, "", "")
        told.append(f"{names.get(name, name)} {figure(number)}" if number else names.get(name, name))
    return ", ".join(told)


# ---- what a reader watches


@blueprint.get("/watched")
def watched() -> str:
    """The reader's own list, which the browser keeps: this page holds words alone."""
    words = {
        "title": gettext("What I watch"),
        "thing": gettext("Thing"),
        "next": gettext("Next due"),
        "last": gettext("Last change"),
        "news": gettext("Since you last looked"),
        "changed": gettext("changed"),
        "findings": gettext("new findings"),
        "due": gettext("another day is next"),
        "nothing": gettext("nothing new"),
        "remove": gettext("Watch no more"),
    }
    return render_template("watched.html", told=words)


@blueprint.get("/watched.json")
def watched_facts() -> Response:
    """What there is to watch of up to a hundred things, `?iri=` repeated; unknown ones are left out."""
    asked = request.args.getlist("iri")
    if len(asked) > MOST_WATCHED:
        abort(400, description=f"iri: {len(asked)} > {MOST_WATCHED}")
    return jsonify([_facts(iri) for iri in dict.fromkeys(asked) if page_of(iri) and site().cards.titles_of(iri)])


def _facts(iri: str) -> dict[str, Any]:
    cards = site().cards
    key = iri.rpartition("/")[2]
    if iri in cards.measures:
        measures = [cards.measures[iri]]
    elif key in cards.agencies:
        measures = [each for each in cards.measures_of(key) if as_of().shows(each.programme)]
    else:
        measures = [each for each in cards.measures.values() if iri in each.indicators or each.programme == key]
    changes = [each for each in cards.changes if iri in (each["focus"], f"{BASE}document/{each['programme']}")]
    changes = cards.changes_of(key) if key in cards.agencies else changes
    due = min(filter(None, (each.next_due(as_of().day) for each in measures)), default="")
    last = max((str(each["date"]) for each in changes if each["date"]), default="")
    label, lang = in_chain(cards.titles_of(iri))
    work = cards.work_of(iri)
    return {
        "iri": iri,
        "label": label,
        "lang": lang,
        "page": page_of(iri),
        "kind": kind_name(iri.removeprefix(BASE).partition("/")[0]),
        "standing": gettext("not in force") if work and not as_of().standing(work).holds else "",
        "changes": len(changes),
        "findings": len(cards.findings_by_focus.get(iri, ())),
        "due": due,
        "due_words": day(due) if due else "",
        "last": day(last) if last else "",
    }

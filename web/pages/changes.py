"""Pages about time: what a later text changed, duty by duty, and what goes on in the next programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext

from web.display.downloads import twin_response
from web.display.formatting import figure
from web.views.read_model import Change
from web.views.site import site

blueprint = Blueprint("changes", __name__)

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


def altered(changes: Iterable[Change]) -> list[Altered]:
    """Changes by row and texts, in their own order."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        found.setdefault((change["earlier"], change["later"], change["focus"]), []).append(change)
    return [Altered(key[-1], tuple(several)) for key, several in found.items()]


@blueprint.get("/changes")
@blueprint.get("/changes.<twin:twin>")
def changes(twin: str | None = None) -> str | Response:
    """What changed between two texts: by texts and rows, both wordings, the act and its date, or another cause."""
    cards = site().cards
    wanted = {name: request.args.get(name, "") for name in ("kind", "cause", "programme", "agency")}
    if wanted["programme"] and wanted["programme"] not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=wanted["programme"]))
    if wanted["agency"] and wanted["agency"] not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=wanted["agency"]))
    for name in ("kind", "cause"):
        known = {change[name] for change in cards.changes}
        if wanted[name] and wanted[name] not in known:
            abort(400, description=f"{name}={wanted[name]}: {', '.join(sorted(known))}")
    of_body = cards.changes_of(wanted["agency"]) if wanted["agency"] else cards.changes
    chosen = [
        change
        for change in of_body
        if all(wanted[name] in ("", change[name]) for name in ("kind", "cause", "programme"))
    ]
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

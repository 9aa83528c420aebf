"""Pages about a plan: one measure, one indicator, the programme as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template
from flask_babel import gettext
from rdflib import URIRef
from werkzeug.wrappers import Response as Redirect

from kzedu_graph.vocabulary.iris import path_of
from kzedu_graph.vocabulary.places import BASE
from web.display.as_of import as_of
from web.display.charts import Chart, trajectories
from web.display.diagrams import Entry, Picture, layers
from web.display.downloads import svg_response, twin_response
from web.display.formatting import page_of
from web.display.languages import in_chain
from web.display.naming import numbered, party_note, party_title
from web.pages.changes import altered
from web.pages.due import months_of
from web.views.editions import Statement, side_by_side, statements, table_of_targets, with_reported
from web.views.questions import Row, ask_rows
from web.views.read_model import Cards, Change, Group, Indicator, Labels, Measure
from web.views.reported import as_said, points_of, progress_of
from web.views.series import codes_of_series
from web.views.site import site, today

blueprint = Blueprint("plan", __name__)

_MEASURE_FACTS = ("number", "unit", "note", "source", "code", "above", "indicator")
_INDICATOR_FACTS = ("number", "place", "kind", "unit", "remark", "programme")


@blueprint.get("/measure/<programme>/<number>")
def measure(programme: str, number: str) -> str:
    """Who, what, when, with what proof, and where that is written."""
    cards = site().cards
    iri = f"{BASE}measure/{programme}/{number}"
    found = statements(site(), "measure-texts", URIRef(iri), "measure", _MEASURE_FACTS)
    if not found:
        abort(
            404,
            description=gettext("There is no measure %(number)s in %(programme)s.", number=number, programme=programme),
        )
    card = cards.measures.get(iri)
    newest = found[0]
    indicators = list(dict.fromkeys(str(each) for statement in found for each in statement.facts["indicator"]))
    order = [each.iri for each in cards.measures.values() if each.programme == programme]
    place = order.index(iri) if iri in order else None
    return render_template(
        "measure.html",
        iri=iri,
        card=card,
        cards=cards,
        number=str(newest.facts["number"][0]),
        programme=cards.programmes.get(programme),
        texts=side_by_side(found),
        history=found,
        indicators=[cards.indicators[each] for each in indicators if each in cards.indicators],
        path=cards.chain_above(card.above if card else None),
        labels=_current_names(card, found),
        superseded=_superseded(cards, iri),
        superseded_languages={cards.editions[text].lang for text in _superseded(cards, iri)},
        findings=cards.findings_about(iri, "measure", str(newest.facts["number"][0]), programme),
        before=order[place - 1] if place else None,
        altered=altered(each for each in cards.changes if each["focus"] == iri),
        behind=order[place + 1] if place is not None and place + 1 < len(order) else None,
        today=today().isoformat(),
        chain=_chain(cards, card) if card else None,
        points=points_of(cards.reported, iri, newest.points, as_of().day),
    )


def _current_names(card: Measure | Indicator | None, found: list[Statement]) -> Labels:
    """The names that hold; of what the current view does not have, the newest in each language."""
    if card and card.labels:
        return card.labels
    return {each.edition.lang: str(each.label) for each in reversed(found) if each.label}


def _superseded(cards: Cards, iri: str) -> dict[str, Change]:
    """The texts whose wording of a row no longer holds, each with a change that another act made to it."""
    return {change["earlier"]: change for change in cards.changes if change["focus"] == iri and change["act"]}


def _chain(cards: Cards, card: Measure) -> Picture:
    """The responsibility chain of a measure, from its programme to whoever is handed the proof."""
    work = cards.programmes.get(card.programme)
    title = in_chain(work.titles) if work else (card.programme, "")
    heads = [
        Entry(*in_chain(group.labels), f"/programme/{card.programme}#{group.anchor}", group.kind, _numbered(group))
        for group in cards.chain_above(card.above)[-1:]
    ]
    bodies = [
        Entry(*party_title(duty), page_of(duty.party) or "", duty.role, party_note(duty)) for duty in card.parties()
    ]
    indicators = [cards.indicators[each] for each in card.indicators if each in cards.indicators]
    handed = [
        Entry(*_body(cards, key), f"/agency/{key}", "recipient", gettext("handed in to"))
        for key in cards.recipients.get(card.iri, ())
        if key in cards.agencies
    ]
    served = [
        Entry(*in_chain(each.labels), f"/indicator/{each.path}", "indicator", _numbered(each)) for each in indicators
    ]
    own = Entry(*in_chain(card.labels), f"/measure/{card.programme}/{card.segment}", "measure", f"№ {card.number}")
    whole = Entry(*title, f"/programme/{card.programme}", "programme", gettext("programme"))
    return layers([[whole], heads, served, [own], bodies, handed])


def _numbered(thing: Group | Indicator) -> str:
    return numbered(thing.kind, thing.number)


def _body(cards: Cards, key: str) -> tuple[str, str]:
    return in_chain(cards.agencies[key].labels)


@blueprint.get("/indicator/<path:path>")
@blueprint.get("/indicator/<path:path>.<twin:twin>")
def indicator(path: str, twin: str | None = None) -> str | Response | Redirect:
    """Where it is going: targets by year, the measures beneath and their owners."""
    cards = site().cards
    iri = f"{BASE}indicator/{path}"
    if iri in cards.listed and not twin:
        return redirect(f"/{path_of(cards.listed[iri])}", code=302)
    found = statements(site(), "indicator-texts", URIRef(iri), "indicator", _INDICATOR_FACTS)
    if not found and ask_rows(site().store, "thing", thing=URIRef(iri)):
        return redirect(f"/thing/indicator/{path}", code=302)  # a place whose item was taken out
    if not found:
        abort(404, description=gettext("There is no indicator at %(path)s.", path=path))
    rows = _target_rows(cards, iri)
    if twin:
        names = ("graph", "year", "value", "text", "bound", "breakdown", "study", "status")
        return twin_response(twin, [{name: row.get(name) for name in names} for row in rows], names)
    told = as_said(cards.reported.values.get(iri, ()), as_of().day)
    table = with_reported(table_of_targets(rows, cards.editions), told)
    changes = [each for each in cards.changes if each["focus"] == iri]
    card = cards.indicators.get(iri)
    programme = str(found[0].facts["programme"][0]).rpartition("/")[2]
    return render_template(
        "indicator.html",
        iri=iri,
        path=path,
        card=card,
        cards=cards,
        number=str(found[0].facts["number"][0]),
        kind="target" if str(found[0].facts["kind"][0]).endswith("TargetIndicator") else "result",
        programme=cards.programmes.get(programme),
        texts=side_by_side(found),
        history=found,
        labels=_current_names(card, found),
        superseded=_superseded(cards, iri),
        groups=cards.chain_above(card.above if card else None),
        table=table,
        chart=_chart(cards, table, changes),
        moved=_moved(changes),
        told=told,
        measures=[each for each in cards.measures.values() if iri in each.indicators],
        altered=altered(changes),
        findings=cards.findings_about(iri, "indicator", str(found[0].facts["number"][0]), programme),
    )


@blueprint.get("/indicator/<path:path>.svg")
def indicator_picture(path: str) -> Response:
    """The chart of an indicator by itself, to be embedded or kept."""
    cards = site().cards
    iri = f"{BASE}indicator/{path}"
    told = as_said(cards.reported.values.get(iri, ()), as_of().day)
    table = with_reported(table_of_targets(_target_rows(cards, iri), cards.editions), told)
    chart = _chart(cards, table, [each for each in cards.changes if each["focus"] == iri])
    if chart is None:
        abort(404, description=gettext("There is no indicator at %(path)s.", path=path))
    title = in_chain(cards.titles_of(iri))[0]
    return svg_response("indicator.svg", title=title, chart=chart, table=table)


def _target_rows(cards: Cards, iri: str) -> list[Row]:
    rows = ask_rows(site().store, "indicator-targets", indicator=URIRef(iri))
    return [row for row in rows if row["graph"] in cards.editions]


def _chart(cards: Cards, table: dict[str, Any], changes: list[Change]) -> Chart | None:
    return trajectories(table, cards.breakdowns, [(each["series"], each["year"]) for each in _moved(changes)])


def _moved(changes: list[Change]) -> list[Change]:
    """The values that an act moved, year by year."""
    moved = [each for each in changes if each["field"] == "targets" and each["act"] and each["year"]]
    told = {
        (each["year"], codes_of_series(each["series"] or "", site().cards.breakdowns), each["old"], each["new"]): each
        for each in reversed(moved)  # texts of both languages and the act itself say the same
    }
    return sorted(told.values(), key=lambda each: (each["year"], each["series"] or ""))


# ---- the programme as a tree


@dataclass(slots=True)
class Bundle:
    """Measures that serve the same indicators."""

    indicators: tuple[Indicator, ...]
    measures: list[Measure] = field(default_factory=list)


@dataclass(slots=True)
class Branch:
    """A heading with what stands under it."""

    group: Group | None
    branches: list[Branch] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)

    @property
    def size(self) -> int:
        """The number of measures under the heading."""
        return sum(len(bundle.measures) for bundle in self.bundles) + sum(branch.size for branch in self.branches)


@blueprint.get("/programme/<key>")
@blueprint.get("/programme/<key>.<twin:twin>")
def programme(key: str, twin: str | None = None) -> str | Response:
    """How the plan is built: heading, indicator, measure."""
    cards = site().cards
    work = cards.programmes.get(key)
    if work is None:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=key))
    measures = [each for each in cards.measures.values() if each.programme == key]
    if twin:
        return twin_response(twin, [_row(cards, each) for each in measures], _COLUMNS)
    tree = _tree(cards, key, measures)
    due_months = months_of(measures)
    return render_template(
        "programme.html",
        programme=work,
        cards=cards,
        tree=tree,
        measures=measures,
        others=[
            each for each in cards.indicators.values() if each.programme == key and each.place not in ("plan", "table")
        ],
        years=_years(measures),
        money=_money(work.iri),
        changes=sum(change["programme"] == key for change in cards.changes),
        progress=progress_of(measures, cards.reported, as_of().day, cards.lives),
        due_months=due_months,
        month_years=sorted({month[:4] for month in due_months}),
        greatest=max(due_months.values(), default=0),
    )


_COLUMNS = ("id", "number", "kk", "ru", "en", "headings", "indicators", "deadline", "due", "lead", "bodies", "parties")


def _row(cards: Cards, measure: Measure) -> dict[str, object]:
    return {
        "id": measure.iri,
        "number": measure.number,
        **{lang: measure.labels.get(lang) for lang in ("kk", "ru", "en")},
        "headings": [group.iri for group in cards.chain_above(measure.above)],
        "indicators": list(measure.indicators),
        "deadline": dict(measure.written),
        "due": list(measure.due),
        "lead": list(measure.agencies("lead")),
        "bodies": list(measure.agencies()),
        "parties": measure.words_of_parties(),
    }


def _money(programme: str) -> list[tuple[str | None, list[tuple[str, str]]]]:
    """The sums of a programme in million tenge, each by year ("" for all years): what its measures add up to (None),
    and what it states, by place and source ("" for the plan as a whole).
    """
    found: dict[str | None, list[tuple[str, str]]] = {}
    for row in ask_rows(site().store, "programme-money", programme=URIRef(programme)):
        source = gettext("passport") if row.get("place") == "passport" else ""
        told = None if row["kind"] == "measures" else " · ".join(filter(None, (source, row.get("source"))))
        found.setdefault(told, []).append((row.get("year", "")[:4], str(row["amount"])))
    return list(found.items())


def _years(measures: Iterable[Measure]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for measure in measures:
        for year in measure.years:
            found[year] = found.get(year, 0) + 1
    return sorted(found.items())


def _tree(cards: Cards, key: str, measures: list[Measure]) -> Branch:
    """The programme's headings with their indicators and measures; those under no heading hang at the root."""
    root = Branch(None)
    branches = {group.iri: Branch(group) for group in cards.groups.values() if group.programme == key}
    for branch in branches.values():
        above = branch.group.above if branch.group else None
        branches.get(above or "", root).branches.append(branch)
    for measure in measures:
        served = tuple(cards.indicators[each] for each in measure.indicators if each in cards.indicators)
        home = branches.get(measure.above or "", root)
        bundle = next((each for each in home.bundles if each.indicators == served), None)
        if bundle is None:
            bundle = Bundle(served)
            home.bundles.append(bundle)
        bundle.measures.append(measure)
    held = {each.iri for measure in measures for each in map(cards.indicators.get, measure.indicators) if each}
    for indicator in cards.indicators.values():
        if indicator.programme == key and indicator.iri not in held and indicator.place in ("plan", "table"):
            branches.get(indicator.above or "", root).bundles.append(Bundle((indicator,)))
    return root

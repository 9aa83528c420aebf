"""Atom feeds (RFC 4287): what later acts changed, of everything and of each body; what people report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree

from flask import Blueprint, Response, abort, request
from flask_babel import gettext

from kzedu_graph.exports.labels import label_title
from kzedu_graph.reported.records import Report
from web.display.formatting import figure, page_of
from web.display.languages import in_chain, language
from web.display.naming import change_name, series_name, work_short
from web.pages.changes import FILTERS
from web.pages.changes import asked_for as changes_asked_for
from web.pages.reported import asked_for
from web.views.read_model import Change
from web.views.reported import Told
from web.views.site import is_invented, site, today

blueprint = Blueprint("feeds", __name__)

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200


@blueprint.get("/changes.atom")
def changes_feed() -> Response:
    """What later acts changed, the newest first, by the filters of the list."""
    wanted = {name: request.args.get(name, "") for name in FILTERS}
    return _feed(gettext("What changed"), changes_asked_for(site().cards, wanted))


@blueprint.get("/agency/<key>.atom")
def agency_feed(key: str) -> Response:
    """What later acts changed in the duties of one body, the newest first."""
    cards = site().cards
    if key not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=key))
    name = in_chain(cards.agencies[key].labels)[0] or key
    return _feed(f"{name}: {gettext('What changed in its duties')}", cards.changes_of(key))


@blueprint.get("/reported.atom")
def reported_feed() -> Response:
    """What people report, the newest first, by the filters of the list."""
    return _feed_of(gettext("What people report"), [_entry_of_report(each) for each in asked_for(today())])


def _entry_of_report(told: Told) -> Entry:
    report = told.report
    if isinstance(report, Report):
        when, said = report.due, report.state
    else:
        when, said = f"{report.year}-{report.series}", f"{report.year}: {report.value:g} {report.unit or ''}".strip()
    summary = " · ".join(part for part in (said, report.reporter, report.proof, report.remark) if part)
    name = quote(f"{told.source}-{when}-{report.day}")
    return Entry(f"{report.about}#{name}", report.about, report.day.isoformat(), summary)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: its own IRI, the thing that it is about, its day as ISO, what it says."""

    id: str
    about: str
    day: str
    summary: str
    title: str = ""


def _feed(title: str, changes: list[Change]) -> Response:
    told = sorted((each for each in changes if each["act"] and each["date"]), key=lambda each: each["id"])
    told.sort(key=lambda each: str(each["date"]), reverse=True)
    return _feed_of(title, [_entry_of(change) for change in told])


def _entry_of(change: Change) -> Entry:
    old, new = (change[side] if change[side] is not None else "—" for side in ("old", "new"))
    title = f"№ {change['number']} {change_name(change['kind']).striptags()}"
    said = f"{figure(old)} → {figure(new)}" if change["field"] in ("targets", "funding") else f"{old} → {new}"
    about = ", ".join(part for part in (str(change["year"] or ""), series_name(change["series"] or "")) if part)
    summary = f"{about}: {said}" if about else said
    return Entry(change["id"], change["focus"], str(change["date"]), f"{summary} ({work_short(change['act'])})", title)


def _feed_of(title: str, entries: Sequence[Entry]) -> Response:
    """A feed of entries, the newest first, at the address of the request."""
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _add(feed, "title", label_title(title, language(), is_invented()))
    _add(feed, "id", request.base_url)
    ElementTree.SubElement(feed, "link", rel="self", href=request.url)
    _add(feed, "updated", _moment(entries[0].day if entries else "1970-01-01"))
    _add(ElementTree.SubElement(feed, "author"), "name", "kzedu-graph")
    for entry in entries[:MOST_ENTRIES]:
        _add_entry(feed, entry)
    body = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(body, content_type="application/atom+xml; charset=utf-8")


def _add_entry(feed: ElementTree.Element, told: Entry) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    name = in_chain(site().cards.titles_of(told.about))[0]
    _add(entry, "title", ": ".join(part for part in (told.title, name) if part))
    _add(entry, "id", told.id)
    page = page_of(told.about)
    if page:
        ElementTree.SubElement(entry, "link", href=request.url_root.rstrip("/") + page)
    _add(entry, "updated", _moment(told.day))
    _add(entry, "summary", told.summary)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"

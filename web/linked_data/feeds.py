"""What later acts changed as Atom feeds (RFC 4287), of everything and of each body."""

from __future__ import annotations

from xml.etree import ElementTree

from flask import Blueprint, Response, abort, request
from flask_babel import gettext

from kzedu_graph.exports.labels import label_title
from web.display.formatting import change_name, page_of
from web.display.languages import in_chain, language
from web.views.read_model import Change
from web.views.site import is_invented, site

blueprint = Blueprint("feeds", __name__)

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200


@blueprint.get("/changes.atom")
def changes_feed() -> Response:
    """What later acts changed, the newest first."""
    return _feed(gettext("What changed"), site().cards.changes)


@blueprint.get("/agency/<key>.atom")
def agency_feed(key: str) -> Response:
    """What later acts changed in the duties of one body, the newest first."""
    cards = site().cards
    if key not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=key))
    name = in_chain(cards.agencies[key].labels)[0] or key
    return _feed(f"{name}: {gettext('What changed in its duties')}", cards.changes_of(key))


def _feed(title: str, changes: list[Change]) -> Response:
    told = sorted((each for each in changes if each["act"] and each["date"]), key=lambda each: each["id"])
    told.sort(key=lambda each: str(each["date"]), reverse=True)
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _add(feed, "title", label_title(title, language(), is_invented()))
    _add(feed, "id", request.base_url)
    ElementTree.SubElement(feed, "link", rel="self", href=request.url)
    _add(feed, "updated", _moment(str(told[0]["date"])) if told else _moment("1970-01-01"))
    _add(ElementTree.SubElement(feed, "author"), "name", "kzedu-graph")
    for change in told[:MOST_ENTRIES]:
        _add_entry(feed, change)
    body = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(body, content_type="application/atom+xml; charset=utf-8")


def _add_entry(feed: ElementTree.Element, change: Change) -> None:
    named = in_chain(site().cards.titles_of(change["focus"]))[0]
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "title", f"№ {change['number']} {change_name(change['kind']).striptags()}: {named}")
    _add(entry, "id", change["id"])
    page = page_of(change["focus"])
    if page:
        ElementTree.SubElement(entry, "link", href=request.url_root.rstrip("/") + page)
    _add(entry, "updated", _moment(str(change["date"])))
    old, new = (change[side] if change[side] is not None else "—" for side in ("old", "new"))
    _add(entry, "summary", f"{old} → {new} ({change['act']})")


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"

"""The parameters of pages: unknown ones are told to the reader, who would else believe that they did something.

What was chosen, and the abbreviations used, stand on printed sheets.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, g, request
from flask_babel import gettext

from kzedu_graph.registry.topics import load_scheme
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.vocabulary.places import BASE
from web.display.dates import day, due_point
from web.display.finding_kinds import rule_name
from web.display.languages import in_chain
from web.display.naming import kind_name, modality_name, role_name, severity_name, source_name
from web.views.read_model import ROLES
from web.views.site import site

_ALL = frozenset({"lang", "data", "on", "history", "page"})
"""What every page takes; a page without a list leaves the last ones aside."""
_OWN: dict[str, frozenset[str]] = {
    "pages.home": frozenset(),
    "pages.search": frozenset({"q", "kind", "to"}),
    "findings.findings": frozenset({"code", "severity", "edition", "focus"}),
    "bodies.agencies": frozenset({"kind", "sort", "all"}),
    "bodies.agency": frozenset({"role", "programme", "year", "group", "sort", "proof", "topic", "reported"}),
    "bodies.matrix": frozenset({"by", "role", "programme"}),
    "comparing.compare": frozenset({"what", "a", "b"}),
    "reported.reported": frozenset({"programme", "agency", "state", "source", "proof"}),
    "due.due": frozenset({"month", "programme"}),
    "prose.provisions": frozenset({"agency", "who", "modality", "edition", "year", "sort"}),
    "changes.changes": frozenset({"kind", "cause", "programme", "agency"}),
    "changes.continuations": frozenset({"verdict", "of", "sure"}),
    "topics.topics": frozenset(),
    "topics.topic": frozenset(),
    "plan.programme": frozenset(),
    "plan.measure": frozenset({"raw"}),
    "plan.indicator": frozenset({"raw"}),
    "due.timeline": frozenset(),
    "walk.programme_flow": frozenset(),
    "walk.graph": frozenset({"iri", "from", "to", "show"}),
    "documents.work": frozenset(),
    "documents.document": frozenset({"at"}),
    "prose.provision": frozenset({"raw"}),
    "changes.watched": frozenset(),
    "gallery.questions": frozenset(),
    "gallery.run": frozenset({"query"}),
    "dumps.data": frozenset(),
    "tour.tour": frozenset(),
}


WHO_NAMES: dict[str, Callable[[], str]] = {
    "body": lambda: str(gettext("a known body")),
    "other": lambda: str(gettext("others who are named")),
    "nobody": lambda: str(gettext("nobody is named")),
}
"""On whom a provision lies: a body of the registry, somebody else who is named, nobody whom its words name."""


def parameters_of(endpoint: str) -> list[str]:
    """The parameters that a page chooses rows by, in alphabetical order."""
    return sorted(_OWN.get(endpoint, ()))


def unknown_parameters() -> list[str]:
    """The names in the address that the page does nothing with, in their order; none of a page that has no list."""
    own = _OWN.get(request.endpoint or "")
    if request.endpoint == "gallery.question_page":
        query = load_gallery().get((request.view_args or {})["name"])
        own = frozenset(param.name for param in query.params) if query else None
    return [name for name in request.args if name not in own | _ALL] if own is not None else []


def chosen_parameters() -> list[tuple[str, str]]:
    """What a page was filtered by, in words, for a sheet of paper: names and values of parameters."""
    own = _OWN.get(request.endpoint or "", frozenset()) | {"on", "history"}
    names = _names()
    return [
        (names[name], _worded(name, value))
        for name, value in request.args.items()
        if value and name in own & set(names)
    ]


def _names() -> dict[str, str]:
    return {
        "q": gettext("Words"),
        "kind": gettext("Kind"),
        "code": gettext("Kind of finding"),
        "severity": gettext("Severity"),
        "edition": gettext("Text"),
        "role": gettext("Role"),
        "programme": gettext("Programme"),
        "year": gettext("Due in"),
        "month": gettext("Due in"),
        "group": gettext("Heading"),
        "proof": gettext("Proof"),
        "topic": gettext("Topic"),
        "reported": gettext("What people report"),
        "agency": gettext("Body"),
        "who": gettext("On whom"),
        "modality": gettext("How firmly"),
        "cause": gettext("Cause"),
        "verdict": gettext("Verdict"),
        "state": gettext("State"),
        "source": gettext("Source"),
        "on": gettext("In force on"),
        "history": gettext("also what was not in force"),
    }


def _worded(name: str, value: str) -> str:
    """A value of a parameter in words; what has none is left as it is."""
    if name in _WORDED:
        try:
            return _WORDED[name](value)
        except ValueError:  # the page says what is wrong with it
            return value
    iri = {"programme": f"{BASE}document/{value}", "agency": f"{BASE}agency/{value}"}.get(name, value)
    return in_chain(site().cards.titles_of(iri))[0] or kind_name(value)


def _topic(key: str) -> str:
    topic = load_scheme().topics.get(key)
    return in_chain(topic.labels)[0] if topic else key


_WORDED: dict[str, Callable[[str], str]] = {
    "on": day,
    "month": due_point,
    "history": lambda value: str(gettext("yes") if value == "1" else gettext("no")),
    "reported": lambda value: str(gettext("yes") if value == "1" else gettext("no")),
    "role": lambda value: role_name(value) if value in ROLES else str(gettext("bound")),
    "who": lambda value: str(WHO_NAMES[value]()) if value in WHO_NAMES else value,
    "modality": modality_name,
    "severity": severity_name,
    "topic": _topic,
    "code": lambda value: rule_name(value).striptags(),
    "source": lambda value: source_name(value).striptags(),
}


def note_abbreviation(short: str, name: str) -> str:
    """Remember an abbreviation that a page uses, for its foot in print; writes nothing."""
    g.setdefault("abbreviations", {})[short] = name
    return ""


def abbreviations() -> list[tuple[str, str]]:
    """The abbreviations of bodies that the page used so far, in alphabetical order."""
    return sorted(g.get("abbreviations", {}).items())


def init_parameters(app: Flask) -> None:
    """Make the question known to the templates."""
    app.jinja_env.globals.update(
        unknown_parameters=unknown_parameters,
        chosen_parameters=chosen_parameters,
        note_abbreviation=note_abbreviation,
        abbreviations=abbreviations,
    )

"""Parameters that a page does not know are told to the reader, who would else believe that they did something."""

from __future__ import annotations

from flask import Flask, request

_ALL = frozenset({"lang", "data", "on", "history", "page"})
"""What every page takes; a page without a list leaves the last ones aside."""
_OWN: dict[str, frozenset[str]] = {
    "pages.home": frozenset(),
    "pages.search": frozenset({"q", "kind", "to"}),
    "pages.findings": frozenset({"code", "severity", "edition", "focus"}),
    "bodies.agencies": frozenset({"kind", "sort", "all"}),
    "bodies.agency": frozenset({"role", "programme", "year", "group", "sort", "proof", "topic", "reported"}),
    "bodies.matrix": frozenset({"by", "role", "programme"}),
    "comparing.compare": frozenset({"what", "a", "b"}),
    "reported.reported": frozenset({"programme", "agency", "state", "source", "proof"}),
    "due.due": frozenset({"month", "programme"}),
    "prose.provisions": frozenset({"agency", "modality", "edition", "programme", "q"}),
    "changes.changes": frozenset({"kind", "cause", "programme", "agency"}),
    "changes.continuations": frozenset({"verdict", "of", "sure"}),
    "topics.topics": frozenset(),
    "topics.topic": frozenset(),
    "plan.programme": frozenset(),
    "plan.measure": frozenset({"raw"}),
    "plan.indicator": frozenset({"raw"}),
    "due.timeline": frozenset(),
    "walk.programme_flow": frozenset(),
}


def parameters_of(endpoint: str) -> list[str]:
    """The parameters that a page chooses rows by, in alphabetical order."""
    return sorted(_OWN.get(endpoint, ()))


def unknown_parameters() -> list[str]:
    """The names in the address that the page does nothing with, in their order; none of a page that has no list."""
    own = _OWN.get(request.endpoint or "")
    return [name for name in request.args if name not in own | _ALL] if own is not None else []


def init_parameters(app: Flask) -> None:
    """Make the question known to the templates."""
    app.jinja_env.globals["unknown_parameters"] = unknown_parameters

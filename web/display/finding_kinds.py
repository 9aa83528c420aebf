"""What kinds of findings are called: as the code list of the graph names them."""

from __future__ import annotations

from flask import g
from flask_babel import gettext
from markupsafe import Markup

from web.display.formatting import named
from web.views.site import site


def rule_name(code: str) -> Markup:
    """The name of a kind of finding, else the code."""
    rule = site().cards.rules.get(code)
    return named(rule.names, code) if rule else Markup("<span>{}</span>").format(code)


def word_name(word: str) -> Markup | str:
    """A word by which a query of the gallery calls an origin, a verdict or a rule; other words are left as they are."""
    told: dict[str, str] | None = g.get("words_of_answers")
    if told is None:  # the words are looked up once a page, not once a cell
        told = g.words_of_answers = _words()
    if word in told:
        return told[word]
    return rule_name(word) if word in site().cards.rules else word


def _words() -> dict[str, str]:
    return {
        "plan": gettext("tables of the plan"),
        "passport": gettext("passport"),
        "prose": gettext("prose"),
        "not understood": gettext("not understood"),
        "continues": gettext("goes on"),
        "changed": gettext("goes on, changed"),
        "vanished": gettext("no pair found"),
        "new": gettext("new"),
        "total": gettext("in total"),
        "name": gettext("by its name"),
        "abbreviation": gettext("by its abbreviation"),
        "address": gettext("address"),
        "document": gettext("document"),
        "none": gettext("none"),
    }

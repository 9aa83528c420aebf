"""What kinds of findings are called, as the code list of the graph names them; words of the gallery's answers."""

from __future__ import annotations

import re

from flask import g
from flask_babel import gettext
from markupsafe import Markup

from web.display.languages import LANGUAGE_NAMES, language
from web.display.naming import named
from web.views.site import site


def rule_name(code: str) -> Markup:
    """The name of a kind of finding, else the code."""
    rule = site().cards.rules.get(code)
    return named(rule.names, code) if rule else Markup("<span>{}</span>").format(code)


def word_name(word: str) -> Markup | str:
    """A word by which a query of the gallery calls an origin, a verdict or a rule; other words are left as they are."""
    told = _told()
    if word in told:
        return told[word]
    return rule_name(word) if word in site().cards.rules else word


def explained(explanation: str) -> str:
    """What a question counts, with the words of its answers in place of the codes that stand for them in the query."""
    told = _told()
    opening, closing = "“”" if language() == "en" else "«»"
    return _CODE.sub(lambda found: f"{opening}{told[found[0]]}{closing}" if found[0] in told else found[0], explanation)


def offered(label: str) -> list[str]:
    """The codes of which a parameter takes one: those that its label lists in brackets at its end."""
    listed = _LISTED.search(label)
    return listed[1].split(", ") if listed else []


def without_codes(label: str) -> str:
    """The label of a parameter without the codes in brackets."""
    return _LISTED.sub("", label)


_LISTED = re.compile(r"\s*\(([a-z-]+(?:, [a-z-]+)+)\)$")
_CODE = re.compile(r"(?<![\w-])(?:[a-z]+-[a-z-]+|[a-z]+(?=\s?[—:]))(?![\w-])")
"""A code in an explanation: one with a hyphen, or one behind which a dash or a colon says what it means."""


def _told() -> dict[str, str]:
    told: dict[str, str] | None = g.get("words_of_answers")
    if told is None:  # the words are looked up once a page, not once a cell
        told = g.words_of_answers = _words()
    return told


def _words() -> dict[str, str]:
    return {
        "plan": gettext("tables of the plan"),
        "passport": gettext("passport"),
        "prose": gettext("text outside the tables"),
        "in-force": gettext("in force"),
        "repealed": gettext("repealed"),
        "lapsed": gettext("lapsed"),
        "not-yet": gettext("not yet in force"),
        "suspended": gettext("suspended"),
        "unknown": gettext("not known"),
        "yes": gettext("yes"),
        "no": gettext("no"),
        "kk": LANGUAGE_NAMES["kk"],
        "ru": LANGUAGE_NAMES["ru"],
        "en": LANGUAGE_NAMES["en"],
        "by": gettext("another act changes this one"),
        "to": gettext("it changes another act"),
        "class": gettext("group of bodies"),
        "body": gettext("single body"),
        "ended": gettext("the programme had ended"),
        "written-after": gettext("the programme came later"),
        "transferred": gettext("a part of the functions went over"),
        "not-divided": gettext("not divided among the successors"),
        "passed": gettext("to the only successor"),
        "heading-only": gettext("the heading has indicators, the row has none"),
        "no-measures": gettext("the programme has no measures"),
        "no-indicators": gettext("the heading has no indicators"),
        "in-words": gettext("in words only"),
        "no-column": gettext("the plan has no column of money"),
        "not-required": gettext("needs no money, says the plan"),
        "silent": gettext("nothing is said"),
        "stated": gettext("by an abbreviation, with a sum"),
        "source-only": gettext("a source without a sum"),
        "own-funds": gettext("own funds"),
        "local-budget": gettext("local budget"),
        "employers": gettext("employers"),
        "other": gettext("other sources"),
        "against": gettext("against the series"),
        "declines": gettext("the series falls"),
        "count-falls": gettext("a count falls by three tenths or more"),
        "row-rounding": gettext("rounding of a row"),
        "undated": gettext("without a date"),
        "before-act": gettext("before the act"),
        "before-period": gettext("before the years of the programme"),
        "after-period": gettext("after the years of the programme"),
        "over-when-restated": gettext("its day had passed when it was restated"),
        "reported-after": gettext("reported after the day"),
        "row": gettext("row"),
        "table": gettext("table"),
        "listing": gettext("list"),
        "heading": gettext("heading"),
        "not understood": gettext("not understood"),
        "continues": gettext("goes on"),
        "changed": gettext("goes on, changed"),
        "vanished": gettext("no pair found"),
        "new": gettext("new"),
        "total": gettext("in total"),
        "name": gettext("by its name"),
        "abbreviation": gettext("by its abbreviation"),
        "glossary": gettext("by the list of abbreviations"),
        "inflected": gettext("by a case form of its name"),
        "bound": gettext("bound"),
        "by-agreement": gettext("by agreement"),
        "unit-not-printed": gettext("the unit is not printed"),
        "address": gettext("address"),
        "document": gettext("document"),
        "none": gettext("none"),
    }

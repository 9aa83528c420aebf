"""What kinds of findings are called: rules about the documents by the graph's own names, readers' complaints here."""

from __future__ import annotations

from flask import g
from flask_babel import gettext
from markupsafe import Markup

from web.display.formatting import named
from web.views.site import site


def rule_name(code: str) -> Markup:
    """The name of a kind of finding: the audit rule's own, else what a reader of texts complains of, else the code."""
    rule = site().cards.rules.get(code)
    if rule:
        return named(rule.names, code)
    return Markup("<span>{}</span>").format(_complaints().get(code, code))


def word_name(word: str) -> Markup | str:
    """A word by which a query of the gallery calls an origin, a verdict or a rule; other words are left as they are."""
    told: dict[str, str] | None = g.get("words_of_answers")
    if told is None:  # the words are looked up once a page, not once a cell
        told = g.words_of_answers = {**_complaints(), **_words()}
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
    }


def _complaints() -> dict[str, str]:
    return {
        "encoding-detected": gettext("Encoding had to be detected"),
        "count-unexpected": gettext("Another number of rows than expected"),
        "no-plan": gettext("No plan in the text"),
        "date-unknown": gettext("Date of the text unknown"),
        "issuer-unknown": gettext("Issuer of the act unknown"),
        "same-edition": gettext("A second text of the same edition"),
        "file-unusable": gettext("A file that cannot be read"),
        "file-too-slow": gettext("A file that takes too long"),
        "file-too-hungry": gettext("A file that takes too much memory"),
        "reader-ended": gettext("Reading of a file was ended"),
        "reader-failed": gettext("Reading of a file failed"),
        "text-refused": gettext("A text that breaks the rules of integrity"),
        "record-left-out": gettext("A record that breaks the rules of integrity"),
        "table-columns-unclear": gettext("Columns of a table unclear"),
        "table-row-not-understood": gettext("Row of a table not understood"),
        "indicator-kind-unknown": gettext("Kind of indicator unknown"),
        "indicator-name-missing": gettext("Indicator without a name"),
        "number-out-of-order": gettext("Number out of order"),
        "values-without-label": gettext("Values without a label"),
        "row-damaged": gettext("Damaged row"),
        "row-not-understood": gettext("Row not understood"),
        "name-missing": gettext("Row without a name"),
        "form-missing": gettext("Row without a form of completion"),
        "deadline-missing": gettext("Row without a deadline"),
        "deadline-not-understood": gettext("Deadline not understood"),
        "responsible-missing": gettext("Row without responsible bodies"),
        "unknown-party": gettext("Unknown body"),
        "ambiguous-party": gettext("Ambiguous name of a body"),
        "unknown-bearer": gettext("Unknown bearer of a duty"),
        "amount-not-understood": gettext("Amount not understood"),
        "budget-code-not-understood": gettext("Budget code not understood"),
        "targets-not-understood": gettext("Targets not understood"),
        "targets-missing": gettext("Indicator without values"),
        "passport-body-unknown": gettext("Unknown body in the passport"),
    }

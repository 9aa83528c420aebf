"""What things and terms are called in the reader's language: labels with their language marked, words of the pages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from flask import g
from flask_babel import gettext, npgettext
from markupsafe import Markup, escape

from kzedu_graph.comparison.triples import concept_of
from kzedu_graph.vocabulary.iris import report_source
from kzedu_graph.vocabulary.places import BASE
from web.display.dates import day
from web.display.languages import LANGUAGE_NAMES, data_chain, in_chain, language
from web.views.read_model import Duty
from web.views.series import codes_of_series, parts_of_series
from web.views.site import site

_REGISTERED = re.compile(r"^[A-Z]\d{2}0*(\d+)$")
"""The number in the register's own key of an act: P2300000249 is No 249."""
_SHORT = 44
_ACT = re.compile(r"act-(?P<date>\d{4}-\d{2}-\d{2})-(?P<number>[^/]+)")
"""The key of an act that has no number in the State's register."""
MODALITIES = ("requirement", "commitment", "intention", "recommended", "permitted", "prohibited")
"""How firmly provisions bind."""


def named(labels: Mapping[str, str], otherwise: str = "") -> Markup:
    """The best label, marked with its language, which is also shown where it is not the one asked for."""
    text, lang = in_chain(labels)
    if not text:
        return Markup("<span>{}</span>").format(otherwise)
    return written(text, lang)


def written(text: str, lang: str | None) -> Markup:
    """Words in a language: `lang` set for the browser, the tag shown where it differs from the data language."""
    # put together by hand: a page of a ministry has a thousand names, and Markup.format is slow
    words = escape(text)
    if not lang or not any(letter.isalpha() for letter in text):
        return Markup(f"<span>{words}</span>")
    tag = escape(lang)
    if lang == data_chain()[0]:
        return Markup(f'<span lang="{tag}">{words}</span>')
    whole = escape(LANGUAGE_NAMES.get(lang, lang))
    return Markup(f'<span lang="{tag}">{words}</span>&#160;<abbr class="tag" title="{whole}">{tag}</abbr>')


def lang_mark(labels: Mapping[str, str]) -> Markup:
    """The attribute that says the language of the best label, for words in a drawing; none where it is the reader's."""
    lang = in_chain(labels)[1]
    return Markup(' lang="{}"').format(lang) if lang and lang != language() else Markup("")


def plain_name(labels: Mapping[str, str], otherwise: str = "") -> str:
    """The best label without markup, for titles and attributes."""
    return in_chain(labels)[0] or otherwise


def title_of(iri: str) -> Markup:
    """The name of a thing; of what has none, what it is and where it stands: no path reaches a page."""
    return named(site().cards.titles_of(iri), _what(iri))


def work_title(key: str) -> str:
    """The title of a programme or an act: its own, its newest text's, the registry's; its key at last."""
    return plain_name(titles_of_work(key), key)


def work_short(key: str) -> str:
    """What a list calls a programme or an act: its number, with the issuer where the registry does not have it, for
    many number their acts alike; or the beginning of its title where it has none.
    """
    number, issuer = _number_of_work(key), in_chain(site().cards.issuers.get(key, {}))[0]
    if number and issuer:
        return f"{number}, {textwrap.shorten(issuer, _SHORT, placeholder='…')}"
    return number or textwrap.shorten(work_title(key), _SHORT, placeholder="…")


def work_name(key: str) -> Markup:
    """The same with its language marked for the browser where it is the beginning of a title."""
    short, lang = work_short(key), in_chain(titles_of_work(key))[1]
    marked = lang and not _number_of_work(key)
    return Markup('<span lang="{}">{}</span>').format(lang, short) if marked else escape(short)


def titles_of_work(key: str) -> Mapping[str, str]:
    """The titles of a programme or an act by language: its own, else those of its newest texts."""
    cards = site().cards
    texts = sorted((each.date, each.lang, each.title) for each in cards.editions.values() if each.work == key)
    return cards.titles_of(f"{BASE}document/{key}") or {lang: title for _, lang, title in texts}


def _number_of_work(key: str) -> str:
    number = site().cards.act_numbers.get(key) or next(iter(_REGISTERED.findall(key)), "")
    return f"№\N{NO-BREAK SPACE}{number}" if number else ""


def series_name(series: str) -> str:
    """A series in the reader's language as far as its parts are known: "оқылым" is "reading"."""
    cards = site().cards
    parts = parts_of_series(series, cards.breakdowns)
    codes = codes_of_series(series, cards.breakdowns)
    return ", ".join(in_chain(cards.names.get(code, {}))[0] or part for part, code in zip(parts, codes, strict=True))


def source_name(source: str) -> Markup:
    """What a source of reports is called in the registry; its own key where nobody named it."""
    labels = site().cards.names.get(str(report_source(source)), {})
    return named(labels) if labels else escape(source)


def _what(iri: str) -> str:
    """What a thing without a name is: "act No 901-IX of 3 June 2031", "sum of money, P3100009001"."""
    kind, _, path = iri.removeprefix(BASE).partition("/")
    work = path.partition("/")[0]
    act = _ACT.fullmatch(work)
    if act:
        number = site().cards.act_numbers.get(work, act["number"].upper())
        return str(gettext("act No %(number)s of %(date)s", number=number, date=day(act["date"])))
    return f"{kind_name(kind)}, {work}" if path and kind_name(kind) != kind else iri.removeprefix(BASE)


def role_name(role: str) -> str:
    """A role in the interface's language; raises KeyError for one that plans do not give."""
    names = {"lead": gettext("lead"), "co": gettext("co-executor"), "agreement": gettext("by agreement")}
    return str(names[role])


def party_title(duty: Duty) -> tuple[str, str]:
    """Who stands in a cell, with the language of the name: a body by its own, all others as the cell names them."""
    agency = site().cards.agencies.get(duty.agency or "")
    text, lang = in_chain(agency.labels if agency else duty.labels)
    return text or duty.agency or "—", lang


def party_note(duty: Duty) -> str:
    """In which role a party stands, and what it is where that is no body: "lead · post"."""
    role = role_name(duty.role)
    return role if duty.kind == "body" else f"{role} · {kind_name(duty.kind)}"


def change_name(code: str) -> Markup:
    """What the ontology calls a kind of change or a cause: "date-moved"."""
    return named(site().cards.names.get(str(concept_of(code)), {}), code)


def binding_name(binding: str) -> str:
    """How a body stood in a row: "bound", "by-agreement", or both where the cell names it twice."""
    names = {"bound": gettext("bound"), "by-agreement": gettext("by agreement")}
    return ", ".join(str(names[each]) for each in binding.split("+"))


def verdict_name(verdict: str) -> str:
    """What is proposed of a row of an earlier programme; raises KeyError for what the comparison does not say."""
    names = {"continues": gettext("goes on"), "changed": gettext("goes on, changed")}
    return str(names[verdict])


def severity_name(severity: str) -> str:
    """A severity in the interface's language."""
    names = {"error": gettext("error"), "warning": gettext("warning"), "info": gettext("note")}
    return str(names[severity]) if severity in names else severity


def modality_name(modality: str) -> str:
    """How firmly a provision binds, in the interface's language."""
    names = {
        "requirement": gettext("must"),
        "commitment": gettext("undertakes"),
        "intention": gettext("intends"),
        "recommended": gettext("is recommended"),
        "permitted": gettext("may"),
        "prohibited": gettext("must not"),
    }
    return str(names[modality]) if modality in names else modality


def kind_name(kind: str) -> str:
    """The name of a class of things in the interface's language, else the class's own name."""
    names: dict[str, str] | None = g.get("names_of_kinds")
    if names is None:  # the words are looked up once a page, not once a thing
        names = g.names_of_kinds = _names_of_kinds()
    return names.get(kind, kind)


def _names_of_kinds() -> dict[str, str]:
    return {
        "Ministry": gettext("ministry"),
        "StateAgency": gettext("state body"),
        "Institution": gettext("institution"),
        "Company": gettext("company"),
        "Association": gettext("association"),
        "InternationalOrganization": gettext("international organisation"),
        "ForeignUniversity": gettext("foreign university"),
        "ForeignBody": gettext("foreign body"),
        "Office": gettext("office or role"),
        "Collective": gettext("group of bodies"),
        "agency": gettext("body"),
        "measure": gettext("measure"),
        "indicator": gettext("indicator"),
        "programme": gettext("programme"),
        "provision": gettext("provision outside the plan"),
        "document": gettext("document"),
        "allocation": gettext("sum of money"),
        "goal": gettext("goal"),
        "task": gettext("task"),
        "direction": gettext("direction"),
        "post": gettext("post"),
        "organisational-unit": gettext("unit of an organisation"),
        "organisation": gettext("organisation"),
        "unrecognised": gettext("not recognised as a body"),
        "target": gettext("target indicator"),
        "result": gettext("result indicator"),
    }


def numbered(kind: str, number: str) -> str:
    """A thing of a class by its number: "indicator 3", "3-индикатор"."""
    return str(gettext("%(kind)s %(number)s", kind=kind_name(kind), number=number))


def measured_name(word: str) -> str:
    """A table or a field of the figures of accuracy in the reader's language; what is unknown stays as it is."""
    names = {
        "measures": gettext("Measures"),
        "indicators": gettext("Indicators"),
        "provisions": gettext("Provisions outside the plan"),
        "amendments": gettext("Amendments"),
        "found": gettext("Found"),
        "name": gettext("Name"),
        "due": gettext("Deadline"),
        "recurrence": gettext("Recurrence"),
        "completion_form": gettext("Proof"),
        "funding": gettext("Money"),
        "budget_codes": gettext("Budget codes"),
        "responsible": gettext("Bodies as they are written"),
        "agency": gettext("Bodies recognised"),
        "targets": gettext("Target values"),
        "action": gettext("What is done to the text"),
        "modality": gettext("How firmly"),
    }
    return str(names.get(word, word))


def counted(kind: str, count: int) -> str:
    """The name of so many things without the number: "1 measure" takes another form than "5 measures".

    Raises KeyError for a kind that is never counted.
    """
    names = {
        "measures": lambda: npgettext("counted", "measure", "measures", count),
        "indicators": lambda: npgettext("counted", "indicator", "indicators", count),
        "provisions": lambda: npgettext("counted", "provision", "provisions", count),
        "bodies": lambda: npgettext("counted", "body with duties", "bodies with duties", count),
        "programmes": lambda: npgettext("counted", "document", "documents", count),
        "texts": lambda: npgettext("counted", "text", "texts", count),
    }
    return str(names[kind]())

"""How a value is worded on a page: labels with their language, dates, due points, numbers, addresses."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode

from flask import Flask, abort, g, request
from flask_babel import format_date, format_decimal, gettext, npgettext
from markupsafe import Markup, escape

from kzedu_graph.comparison.triples import concept_of
from kzedu_graph.model.periods import from_edtf
from kzedu_graph.store.stores import StoreError
from kzedu_graph.vocabulary.notices import INVENTED
from kzedu_graph.vocabulary.places import BASE
from web.display.languages import LANGUAGE_NAMES, LANGUAGES, data_chain, data_language, in_chain, language
from web.views.addresses import page_path
from web.views.read_model import Edition
from web.views.site import is_invented, site, today

_DUE = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?")
_DAYS = re.compile(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])")
_YEARS = re.compile(r"(?<![\w/-])(\d{4})/(\d{4})(?![\w/-])")
_RECURRING = re.compile(r"--(?P<month>\d{2})(?:-(?P<day>\d{2}))?")
_ANY_LEAP_YEAR = 2024
UNDATED = "undated"
"""The day of an edition that says none of itself."""
HEAT_STEPS = 9
_REGISTERED = re.compile(r"^[A-Z]\d{2}0*(\d+)$")
"""The number in the register's own key of an act: P2300000249 is No 249."""
_SHORT = 44
_ACT = re.compile(r"act-(?P<date>\d{4}-\d{2}-\d{2})-(?P<number>[^/]+)")
"""The key of an act that has no number in the State's register."""
_NUMBERED = re.compile(r"[A-Z]\d{10}")
OFFICIAL = {"kk": "https://adilet.zan.kz/kaz/docs/{}", "ru": "https://adilet.zan.kz/rus/docs/{}"}
"""The register of normative acts, in the two languages in which acts are official."""


def init_present(app: Flask) -> None:
    """Make these words known to the templates."""
    app.jinja_env.filters["code_marks"] = code_marks
    app.jinja_env.globals.update(
        LANGUAGES=LANGUAGES,
        LANGUAGE_NAMES=LANGUAGE_NAMES,
        binding_name=binding_name,
        build=build,
        change_name=change_name,
        counted=counted,
        data_language=data_language,
        due_point=due_point,
        day=day,
        here=here,
        invented=is_invented,
        kind_name=kind_name,
        language=language,
        modality_name=modality_name,
        month_name=month_name,
        named=named,
        figure=figure,
        notice=notice,
        numbered=numbered,
        official_address=official_address,
        page_of=page_of,
        plain_name=plain_name,
        role_name=role_name,
        severity_name=severity_name,
        step=step,
        title_of=title_of,
        work_title=work_title,
        work_short=work_short,
        today_iso=_today_iso,
        verdict_name=verdict_name,
        with_days=with_days,
        written=written,
    )


def _today_iso() -> str:
    """The day for the foot of a printed page, where nothing is served too."""
    try:
        return today().isoformat()
    except StoreError:
        return date.today().isoformat()


def build() -> str:
    """The build that is served, for a printed page; empty where there is none."""
    try:
        return site().store.version
    except StoreError:
        return ""


def code_marks(text: str) -> Markup:
    """Words in which what stands between backticks is code."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def notice() -> str:
    """What is said above every page of a corpus that was made up, in the reader's language."""
    return INVENTED[language()]


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
    if not lang:
        return Markup(f"<span>{words}</span>")
    tag = escape(lang)
    if lang == data_chain()[0]:
        return Markup(f'<span lang="{tag}">{words}</span>')
    whole = escape(LANGUAGE_NAMES.get(lang, lang))
    return Markup(f'<span lang="{tag}">{words}</span>&#160;<abbr class="tag" title="{whole}">{tag}</abbr>')


def plain_name(labels: Mapping[str, str], otherwise: str = "") -> str:
    """The best label without markup, for titles and attributes."""
    return in_chain(labels)[0] or otherwise


def title_of(iri: str) -> Markup:
    """The name of a thing; of what has none, what it is and where it stands: no path reaches a page."""
    return named(site().cards.titles_of(iri), _what(iri))


def work_title(key: str) -> str:
    """The title of a programme or an act: its own, its newest text's, the registry's; its key at last."""
    cards = site().cards
    texts = sorted((each.date, each.lang, each.title) for each in cards.editions.values() if each.work == key)
    labels = cards.titles_of(f"{BASE}document/{key}") or {lang: title for _, lang, title in texts}
    return plain_name(labels, key)


def work_short(key: str) -> str:
    """What a list calls a programme or an act: its number, or the beginning of its title where it has none."""
    number = site().cards.act_numbers.get(key) or next(iter(_REGISTERED.findall(key)), "")
    return f"№\N{NO-BREAK SPACE}{number}" if number else textwrap.shorten(work_title(key), _SHORT, placeholder="…")


def _what(iri: str) -> str:
    """What a thing without a name is: "act No 901-IX of 3 June 2031", "sum of money, P3100009001"."""
    kind, _, path = iri.removeprefix(BASE).partition("/")
    work = path.partition("/")[0]
    act = _ACT.fullmatch(work)
    if act:
        number = site().cards.act_numbers.get(work, act["number"].upper())
        return str(gettext("act No %(number)s of %(date)s", number=number, date=day(act["date"])))
    return f"{kind_name(kind)}, {work}" if path and kind_name(kind) != kind else iri.removeprefix(BASE)


def day(value: str) -> str:
    """An ISO day, month or year as the language writes it: "2024-06-13" is "13 June 2024"; a text may be `undated`."""
    if value == UNDATED:
        unstated = gettext("day not stated")
        return f"({unstated})"
    if len(value) == len("2024"):
        return value
    when = date.fromisoformat(value)
    return str(gettext("%(day)s %(month)s %(year)s", day=when.day, month=_month(when, "MMMM"), year=when.year))


def with_days(labels: Mapping[str, str]) -> dict[str, str]:
    """Sentences in which days and years stand as machines write them, with these as the language writes them."""
    return {lang: _YEARS.sub(r"\1–\2", _DAYS.sub(_as_day, text)) for lang, text in labels.items()}


def _as_day(found: re.Match[str]) -> str:
    try:
        return day(found[0])
    except ValueError:
        return found[0]


def _month(when: date, form: str) -> str:
    """A month's name; in lower case where the language writes it so in running text."""
    name = str(format_date(when, form))
    return name if language() == "en" else name.lower()


def month_name(number: int, form: str = "LLLL") -> str:
    """A month's name standing alone: in full, or short with the form "LLL"."""
    return _month(date(_ANY_LEAP_YEAR, number, 1), form)


def due_point(edtf: str) -> str:
    """A due point in words: "2024-12", "2024-36", "2024-09/2025-05", "XXXX-12"."""
    value = from_edtf(edtf)
    start, slash, end = value.partition("/")
    if slash:
        if end == "..":
            return str(gettext("from %(start)s", start=_point(start)))
        return f"{_point(start)} – {_point(end)}"
    return _point(value)


def _point(value: str) -> str:
    if recurring := _RECURRING.fullmatch(value):
        when = date(_ANY_LEAP_YEAR, int(recurring["month"]), int(recurring["day"] or 1))
        wording = f"{when.day} {_month(when, 'MMMM')}" if recurring["day"] else _month(when, "LLLL")
        return str(gettext("every year: %(when)s", when=wording))
    found = _DUE.fullmatch(value)
    if found is None or value == found["year"]:
        return value
    return _within_year(value, found)


def _within_year(value: str, found: re.Match[str]) -> str:
    """A quarter, a half-year, a day or a month of a year."""
    if found["quarter"]:
        return str(gettext("quarter %(quarter)s of %(year)s", quarter=found["quarter"], year=found["year"]))
    if found["half"]:
        return str(gettext("half-year %(half)s of %(year)s", half=found["half"], year=found["year"]))
    if found["day"]:
        return day(value)
    month = _month(date(int(found["year"]), int(found["month"]), 1), "LLLL")
    return str(gettext("%(month)s %(year)s", month=month, year=found["year"]))


def figure(value: Any) -> str:
    """A number with the separators of the language; words are left as they are."""
    try:
        return str(format_decimal(Decimal(str(value))))
    except InvalidOperation:
        return str(value)


def role_name(role: str) -> str:
    """A role in the interface's language; raises KeyError for one that plans do not give."""
    names = {"lead": gettext("lead"), "co": gettext("co-executor"), "agreement": gettext("by agreement")}
    return str(names[role])


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


MODALITIES = ("requirement", "commitment", "intention", "recommended", "permitted", "prohibited")
"""How firmly provisions bind."""


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
        "target": gettext("target indicator"),
        "result": gettext("result indicator"),
    }


def numbered(kind: str, number: str) -> str:
    """A thing of a class by its number: "indicator 3", "3-индикатор"."""
    return str(gettext("%(kind)s %(number)s", kind=kind_name(kind), number=number))


def counted(kind: str, count: int) -> str:
    """The name of so many things without the number: "1 measure" takes another form than "5 measures".

    Raises KeyError for a kind that is never counted.
    """
    names = {
        "measures": lambda: npgettext("counted", "measure", "measures", count),
        "indicators": lambda: npgettext("counted", "indicator", "indicators", count),
        "bodies": lambda: npgettext("counted", "body with duties", "bodies with duties", count),
        "programmes": lambda: npgettext("counted", "programme", "programmes", count),
        "texts": lambda: npgettext("counted", "text", "texts", count),
    }
    return str(names[kind]())


def official_address(edition: Edition) -> str | None:
    """Where the State's register shows the act in the language of the text; None for what has no number there.

    The register shows an act as it is amended today, whatever the day of the text.
    """
    return (
        OFFICIAL[edition.lang].format(edition.work)
        if _NUMBERED.fullmatch(edition.work) and edition.lang in OFFICIAL
        else None
    )


def step(value: float, greatest: float) -> int:
    """The step of a scale on which a value stands, 0 for none: the number of a class in the style sheet."""
    if value <= 0 or greatest <= 0:
        return 0
    return max(1, min(HEAT_STEPS, round(HEAT_STEPS * value / greatest)))


def here(**changes: str | int | None) -> str:
    """This page's address with some of its parameters changed; None removes one."""
    kept = {name: value for name, value in request.args.items() if name not in changes}
    kept.update({name: str(value) for name, value in changes.items() if value is not None})
    return request.path + ("?" + urlencode(kept) if kept else "")


def asked_page(total: int, size: int) -> int:
    """The page that is asked for, from 1; a number that is none or out of range is answered with 404."""
    asked = request.args.get("page", "1")
    if not asked.isdecimal() or not 1 <= int(asked) <= pages_of(total, size):
        abort(404, description=f"page={asked}")
    return int(asked)


def pages_of(total: int, size: int) -> int:
    """How many pages so many rows fill, at least one."""
    return max(1, -(-total // size))


def page_of(iri: str) -> str | None:
    """The address of the page about one of our IRIs, None for an IRI of somebody else."""
    return page_path(site().cards, iri)

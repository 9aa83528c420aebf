"""What templates may call by name; numbers, code in words, the addresses and numbered pages of lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode

from flask import Flask, abort, request
from flask_babel import format_decimal
from markupsafe import Markup, escape

from kzedu_graph.language.mending import mend
from kzedu_graph.model.register import official_page
from kzedu_graph.store.stores import StoreError
from kzedu_graph.vocabulary.about.notices import INVENTED
from web.display.dates import day, due_point, month_name, period_in_words, with_days
from web.display.languages import LANGUAGE_NAMES, LANGUAGES, data_chain, data_language, language
from web.display.naming import (
    binding_name,
    change_name,
    counted,
    kind_name,
    lang_mark,
    measured_name,
    modality_name,
    named,
    numbered,
    party_note,
    party_title,
    plain_name,
    role_name,
    series_name,
    severity_name,
    source_name,
    title_of,
    titles_of_work,
    verdict_name,
    work_name,
    work_short,
    work_title,
    written,
)
from web.views.addresses import page_path
from web.views.read_model import Edition
from web.views.site import is_invented, site, today

HEAT_STEPS = 9


def init_present(app: Flask) -> None:
    """Make these words known to the templates."""
    app.jinja_env.filters.update(code_marks=code_marks, mended=mend)
    app.jinja_env.globals.update(
        LANGUAGES=LANGUAGES,
        LANGUAGE_NAMES=LANGUAGE_NAMES,
        binding_name=binding_name,
        build=build,
        change_name=change_name,
        counted=counted,
        data_chain=data_chain,
        data_language=data_language,
        due_point=due_point,
        period_in_words=period_in_words,
        day=day,
        here=here,
        invented=is_invented,
        kind_name=kind_name,
        lang_mark=lang_mark,
        language=language,
        measured_name=measured_name,
        modality_name=modality_name,
        month_name=month_name,
        named=named,
        figure=figure,
        notice=notice,
        numbered=numbered,
        official_address=official_address,
        page_of=page_of,
        plain_name=plain_name,
        party_note=party_note,
        party_title=party_title,
        role_name=role_name,
        series_name=series_name,
        severity_name=severity_name,
        source_name=source_name,
        step=step,
        title_of=title_of,
        titles_of_work=titles_of_work,
        work_title=work_title,
        work_name=work_name,
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


def figure(value: Any, form: str | None = None) -> str:
    """A number with the separators of the language, as a form like "0.000" asks; words are left as they are."""
    try:
        return str(format_decimal(Decimal(str(value)), format=form))
    except InvalidOperation:
        return str(value)


def official_address(edition: Edition) -> str | None:
    """Where the State's register shows the act in the language of the text; None for what has no number there.

    The register shows an act as it is amended today, whatever the day of the text; it knows nothing of invented acts.
    """
    return None if is_invented() else official_page(edition.work, edition.lang)


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
        abort(404, description=f"page={asked}: 1 – {pages_of(total, size)}")
    return int(asked)


def pages_of(total: int, size: int) -> int:
    """How many pages so many rows fill, at least one."""
    return max(1, -(-total // size))


def page_of(iri: str) -> str | None:
    """The address of the page about one of our IRIs, None for an IRI of somebody else."""
    return page_path(site().cards, iri)

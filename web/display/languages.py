"""The language of the interface and the language of the data.

The interface speaks the language of `?lang=`, else of the cookie, else of the browser. Labels of the data are
taken in the data language (`?data=`, cookie, else the interface's), then in the order kk, ru, en.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, Response, current_app, g, request
from flask_babel import Babel

from kzedu_graph.model.errors import KzeduError

LANGUAGES = ("kk", "ru", "en")
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
SOURCE_LANGUAGE = "en"
"""The language of the message ids: it needs no catalogue."""
TRANSLATIONS = Path(__file__).parents[1] / "translations"
_YEAR = 365 * 24 * 3600


class CataloguesMissingError(KzeduError, RuntimeError):
    """The message catalogues were not compiled at set-up."""


def catalogues() -> dict[str, Path]:
    """The catalogue of each language as its translators edit it."""
    return {
        language: TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
        for language in LANGUAGES
        if language != SOURCE_LANGUAGE
    }


def compile_catalogues() -> None:
    """Write each .po as the .mo that is read at run time, as `pybabel compile -d web/translations` does.

    Each file is replaced in one step: others may be reading it.
    """
    for language, path in catalogues().items():
        with path.open("rb") as source:
            catalogue = read_po(source, locale=language)
        fresh = path.with_suffix(f".{os.getpid()}.mo")
        with fresh.open("wb") as target:
            write_mo(target, catalogue)
        fresh.replace(path.with_suffix(".mo"))


def init_languages(app: Flask, default: str) -> None:
    """Let every request speak its reader's language; raises CataloguesMissingError where nothing was compiled."""
    for path in catalogues().values():
        if not path.with_suffix(".mo").is_file():
            raise CataloguesMissingError(
                f"the catalogue {path.with_suffix('.mo').name} of {path.parent.parent.name} is missing: "
                "run `pybabel compile -d web/translations`"
            )
    app.config.update(
        BABEL_DEFAULT_LOCALE=SOURCE_LANGUAGE,
        BABEL_TRANSLATION_DIRECTORIES=str(TRANSLATIONS),
        LANGUAGE=default,
    )
    Babel(app, locale_selector=language)
    app.after_request(_remember)


def language() -> str:
    """The language of the interface for this request."""
    if "language" not in g:
        g.language = _asked("lang") or _best() or current_app.config["LANGUAGE"]
    return str(g.language)


def data_language() -> str:
    """The language in which labels of the data are preferred."""
    if "data_language" not in g:
        g.data_language = _asked("data") or language()
    return str(g.data_language)


def data_chain() -> tuple[str, ...]:
    """The languages in which a label is looked for, in turn."""
    held: tuple[str, ...] | None = g.get("data_chain")
    if held is None:  # asked for with every label of a page
        first = data_language()
        held = g.data_chain = (first, *(each for each in LANGUAGES if each != first))
    return held


def in_chain(labels: Mapping[str, str]) -> tuple[str, str]:
    """The best label and its language; two empty strings where there is none.

    >>> in_chain({"ru": "приказ"})  # asked for Kazakh
    ('приказ', 'ru')
    """
    for each in data_chain():
        if each in labels:
            return labels[each], each
    for each, label in labels.items():
        return label, each
    return "", ""


def _asked(name: str) -> str | None:
    for value in (request.args.get(name), request.cookies.get(name)):
        if value in LANGUAGES:
            return value
    return None


def _best() -> str | None:
    return request.accept_languages.best_match(LANGUAGES)


def _remember(response: Response) -> Response:
    """A choice made by link is kept in a cookie; it holds two letters and says nothing about the reader."""
    for name in ("lang", "data"):
        value = request.args.get(name)
        if value in LANGUAGES and request.cookies.get(name) != value:
            response.set_cookie(
                name, value, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure, path="/"
            )
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language()
        response.vary.update(("Accept-Language", "Cookie"))
    return response

"""What the meta data of a law repository say of a text: its act, its day, what made this edition, what ends the act.

The keys are those of `meta.yaml` in the public collection of acts; they stand in front of a text as front matter. The
act is read from `requisite` ("Приказ Министра ... от 5 мая 2031 года № 77. Зарегистрирован ...") as from a header;
that it says "Утратил силу ..." of an edition that was in force is not heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extract.lexicon.acts import header_words
from extract.sources.heads.header import Header
from extract.sources.heads.headers import read_header

LANGUAGES = {"rus": "ru", "kaz": "kk"}
"""What a repository calls a language, and its tag."""
OF_REQUISITES = "ru"
"""Requisites are in Russian, whatever the language of the text."""


@dataclass(frozen=True, slots=True)
class LawMeta:
    """The facts of a text's front matter; the acts that it names as headers."""

    header: Header
    code: str | None
    lang: str | None
    version_date: date | None
    address: str | None = None
    caused_by: Header | None = None
    repealed_on: date | None = None
    repealed_by: Header | None = None
    replaces: tuple[Header, ...] = ()


def read_law_meta(said: Mapping[str, Any], title: Header) -> LawMeta | None:
    """The facts in front matter; None where it names no act. `title` is what the text's own head gives."""
    if not said.get("requisite") and not said.get("act_code"):
        return None
    lang = LANGUAGES.get(str(said.get("language")))
    named = _named(said)
    titles = said.get("title")
    own = title.title or (titles.get(said.get("language")) if isinstance(titles, Mapping) else titles) or ""
    header = replace(named, title=str(own), kind=named.act) if named else replace(title, title=str(own))
    replaced = said.get("replaces")
    edition = _day(_of_language(said.get("version_date"), said))
    return LawMeta(
        header=replace(header, amended=title.amended),
        code=str(said["act_code"]) if said.get("act_code") else None,
        lang=lang,
        version_date=header.act_date if edition == _approved_on(said) else edition,
        address=_text(_of_language(said.get("source"), said)),
        caused_by=_act(said.get("caused_by")),
        repealed_on=_day(said.get("repealed_on")),
        repealed_by=_act(said.get("repealed_by")),
        replaces=tuple(filter(None, map(_act, replaced if isinstance(replaced, list) else [replaced]))),
    )


def _named(said: Mapping[str, Any]) -> Header | None:
    found = _act(said)
    form = header_words(OF_REQUISITES)["forms"].get(str(said.get("form")))
    day = _approved_on(said)
    if found is None:
        told = read_header(str(said.get("requisite") or ""), OF_REQUISITES)
        issuer = told.issuer if told.act_date == day else ""
        return Header("", act=form or "act", act_date=day, issuer=issuer) if day else None
    return replace(found, act_date=found.act_date or day)


def _approved_on(said: Mapping[str, Any]) -> date | None:
    """The day of signing as the bank of acts has it: of a day of summer time, the day before that of the requisite."""
    return _day(said.get("approved_on") or said.get("approval_date"))


def _act(said: object) -> Header | None:
    """The act that a requisite names; None where it is no mapping or its words name none."""
    requisite = said.get("requisite") if isinstance(said, Mapping) else None
    header = read_header(str(requisite), OF_REQUISITES) if requisite else None
    return header if header and header.act != "act" else None


def _of_language(said: object, about: Mapping[str, Any]) -> object:
    return said.get(about.get("language")) if isinstance(said, Mapping) else said


def _day(said: object) -> date | None:
    return said if type(said) is date else None


def _text(said: object) -> str | None:
    return str(said) if said else None

"""Which text is this? Decoding, language, the act's own header, and the settings in `sources/*.yml`.

A document without a yml is read all the same, with what its header says and what can be sniffed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extract.inputs.parts import UnusableInput
from extract.inputs.plain import decode_bytes
from extract.readers.layout import sniff_layout
from kzedu_graph.records import Source

SOURCES = Path(__file__).parent / "sources"

_KAZAKH_ONLY = re.compile(r"[ӘәҒғҚқҢңӨөҰұҮүҺһ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MONTHS = {
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "kk": [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ],
}
_SPACE = r"[\s\u00a0]+"
_HEADER = {
    "ru": re.compile(
        r"^\s*(?P<kind>постановление|приказ|указ|закон|распоряжение)\b[^\n]*?\bот"
        r" (?P<day>\d{1,2}) (?P<month>[а-я]+) (?P<year>\d{4}) года № ?(?P<number>[\w/-]+)".replace(" ", _SPACE),
        re.IGNORECASE | re.MULTILINE,
    ),
    "kk": re.compile(
        r"(?P<year>\d{4}) жылғы (?P<day>\d{1,2}) (?P<month>[а-яәғқңөұүһі]+?)(?:дағы|дегі|тағы|тегі)"
        r" № ?(?P<number>[\w/-]+) (?P<kind>қаулысы|бұйрығы|жарлығы|заңы|өкімі)\.?\s*$".replace(" ", _SPACE),
        re.IGNORECASE | re.MULTILINE,
    ),
}
_RESOLUTIONS = ("постановление", "қаулысы")
_GOVERNMENT = ("правительств", "үкімет")
HEADER_CHARACTERS = 1500
"""How far into a text its own header is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is peculiar to a document: its columns where the text has no titles, whom it addresses as a whole (a
    registry key), and the counts it should give.
    """

    columns: tuple[str, ...] = ()
    default_bearer: str | None = None
    expect: Mapping[str, int] = field(default_factory=dict)


def decode(path: Path) -> str:
    """The text of a text file; raises UnusableInput where it is missing, empty, binary or of no known encoding."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput(f"{path}: cannot be read: {error.strerror}.") from error
    return decode_bytes(data, str(path)).text


def sniff_lang(text: str) -> str:
    """`kk` where at least one letter in forty is Kazakh alone, else `ru`."""
    return "kk" if 40 * len(_KAZAKH_ONLY.findall(text)) > len(_CYRILLIC.findall(text)) else "ru"


def recognise(stem: str, text: str) -> tuple[Source, Settings]:
    """The source of a text by its own header, completed from the yml that names the same act and language."""
    lang = sniff_lang(text)
    head = text[:HEADER_CHARACTERS]
    number, act_date, by_government = _act_of(head, lang)
    title = next((line.strip() for line in text.splitlines() if line.strip()), stem)
    known = _settings_for(head, lang, number, act_date)
    if known is None:
        work = _work_of(number, act_date, by_government) or _slug(stem)
        return Source(
            stem,
            work,
            lang,
            act_date,
            title,
            programme=work,
            number=number or None,
            act_date=act_date,
            reader=sniff_layout(text),
        ), Settings()
    source = Source(
        stem=stem,
        work=known["work"],
        lang=lang,
        version_date=known["version_date"],
        title=known.get("title", title),
        programme=known.get("programme"),
        kind=known.get("kind", "act"),
        number=number or None,
        act_date=act_date,
        issuer=known.get("issuer"),
        reader=known.get("reader") or sniff_layout(text),
        amends=tuple(known.get("amends", ())),
        repealed_by=known.get("repealed_by"),
        repealed_on=known.get("repealed_on"),
        period=(known["period"][0], known["period"][1]) if "period" in known else None,
    )
    return source, Settings(tuple(known.get("columns", ())), known.get("default_bearer"), known.get("expect", {}))


def _act_of(head: str, lang: str) -> tuple[str, date | None, bool]:
    """Number and date of the act whose own header opens the text, and whether it is the Government's resolution."""
    for match in _HEADER[lang].finditer(head):
        month = match["month"].casefold()
        if month in _MONTHS[lang]:
            act_date = date(int(match["year"]), _MONTHS[lang].index(month) + 1, int(match["day"]))
            line = head[head.rfind("\n", 0, match.start()) + 1 : match.end()].casefold()
            by_government = match["kind"].casefold() in _RESOLUTIONS and any(word in line for word in _GOVERNMENT)
            return match["number"], act_date, by_government
    return "", None, False


def _work_of(number: str, act_date: date | None, by_government: bool) -> str | None:
    """The act's identifier: a Government resolution's number in the state register ("P2300000249" for No 249 of
    2023), for any other act its date and number ("act-2025-03-03-12"), so that its texts in two languages meet.
    """
    if act_date is None:
        return None
    if by_government and number.isdigit():
        return f"P{act_date.year % 100:02d}{number:0>8}"
    return f"act-{act_date}-{_slug(number)}"


def _slug(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-") or "document"


def _settings_for(head: str, lang: str, number: str, act_date: date | None) -> dict[str, Any] | None:
    for known in _all_settings():
        wanted = known["recognise"]
        if wanted["lang"] != lang:
            continue
        if "title" in wanted:
            if wanted["title"].casefold() in " ".join(head.casefold().split()):
                return known
        elif (wanted["number"], wanted["date"]) == (number, act_date):
            return known
    return None


@cache
def _all_settings() -> tuple[dict[str, Any], ...]:
    """Every `sources/*.yml`; raises ValueError naming the file and the key that is missing."""
    found = []
    for path in sorted(SOURCES.glob("*.yml")):
        settings = yaml.safe_load(path.read_text("utf-8"))
        for key in ("recognise", "work", "version_date"):
            if key not in settings:
                raise ValueError(f"{path.name}: the key {key!r} is missing")
        found.append(settings)
    return tuple(found)

"""What a cell shows: a number by its format, a day as it is written, in the language of the text.

1315700  "#,##0"     1 315 700        0.1   "0%"          10 %
2031.0   "General"   2031             49827 "mmmm yyyy"   июнь 2036 года
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

from babel.dates import format_date
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from extract.inputs.sheets.sheet import Figure

SIGNIFICANT = 11
"""Digits that a number without a format is shown with."""
_WITH_MONTHS_NAMED = {
    "ru": {True: "d MMMM y 'года'", False: "LLLL y 'года'"},
    "kk": {True: "y 'жылғы' d MMMM", False: "y 'жылғы' MMMM"},
}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<filler>[_*].)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<bracket>\[[^\]]*\])'
    r"|(?P<digit>[0#?])|(?P<group>,)|(?P<point>\.)|(?P<percent>%)|(?P<general>General|@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|\Z)', re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[_*].', re.IGNORECASE | re.DOTALL)
_NOT_SIMPLE = re.compile(r"[eE][+-]|[0#?]\s*/")
_MONTH_NAMED = re.compile("m{3,5}", re.IGNORECASE)
_MOST_SECTIONS = 4


def shown(figure: Figure, lang: str) -> str:
    """The words that a cell of a number shows."""
    form = figure.form or "General"
    if is_date_format(form):
        day = _day(figure)
        return general(figure.value) if day is None else _written_day(day, form, lang)
    return _number(figure.value, form)


def _day(figure: Figure) -> datetime | date | time | None:
    if figure.value < 0:
        return None
    try:
        found = from_excel(
            figure.value, CALENDAR_MAC_1904 if figure.epoch == CALENDAR_MAC_1904.year else CALENDAR_WINDOWS_1900
        )
    except (OverflowError, ValueError):
        return None
    return found if isinstance(found, datetime | date | time) else None


def _written_day(day: datetime | date | time, form: str, lang: str) -> str:
    if isinstance(day, time):
        return f"{day:%H:%M}"
    letters = _LITERAL.sub("", form).casefold()
    by_name = _WITH_MONTHS_NAMED.get(lang, _WITH_MONTHS_NAMED["ru"])
    if "y" not in letters and "d" not in letters and "h" in letters:
        return day.strftime("%H:%M")
    if "m" not in letters and "d" not in letters:
        return f"{day.year}"
    if "d" not in letters:
        return format_date(day, by_name[False], locale=lang)
    if _MONTH_NAMED.search(letters):
        return format_date(day, by_name[True], locale=lang)
    return f"{day:%d.%m}.{day.year:04}"


def _number(value: float, form: str) -> str:
    sections = [match.group(1) for match in islice(_SECTION.finditer(form), _MOST_SECTIONS)]
    sections = sections[:-1] if len(sections) > 1 and not sections[-1] and not form.endswith(";") else sections
    if _CONDITION.search(form):
        return general(value)
    section, amount = sections[0], Decimal(repr(value))
    if value < 0 and len(sections) > 1:
        section, amount = sections[1], -amount
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if _NOT_SIMPLE.search(_LITERAL.sub("", section)):
        return general(value)
    return _Layout.of(section).write(amount)


def general(value: float) -> str:
    """A number without a format: "2031", "72.5"."""
    if value == int(value) and abs(value) < 10**15:
        return str(int(value))
    words = f"{Decimal(f'{value:.{SIGNIFICANT - 1}g}'):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


@dataclass(slots=True)
class _Layout:
    """What a format says: the words around the number, how many digits, whether thousands are parted."""

    before: str = ""
    behind: str = ""
    digits: bool = False
    general: bool = False
    least: int = 0
    most: int = 0
    whole: int = 0
    groups: bool = False
    percent: bool = False
    thousands: int = 0

    @classmethod
    def of(cls, section: str) -> _Layout:
        """The layout of a section of a format."""
        layout, behind_point, commas = cls(), False, 0
        for kind, words in _tokens(section):
            if kind == "digit":
                layout.groups = layout.groups or commas > 0 or (layout.digits and _is_blank(layout.behind))
                layout.behind, commas, layout.digits = "", 0, True
                if behind_point:
                    layout.most += 1
                    layout.least = layout.most if words == "0" else layout.least
                else:
                    layout.whole += words == "0"
            elif kind == "point" and layout.digits and not behind_point:
                behind_point, layout.thousands, commas = True, layout.thousands + commas, 0
            elif kind == "group" and layout.digits:
                commas += 1
            elif kind == "general":
                layout.general = layout.digits = True
            else:
                layout.percent = layout.percent or kind == "percent"
                layout._say(" %" if kind == "percent" else words)
        layout.thousands += commas
        return layout

    def _say(self, words: str) -> None:
        if self.digits:
            self.behind += words
        else:
            self.before += words

    def write(self, amount: Decimal) -> str:
        """A number in this layout."""
        if not self.digits:
            return _tidy(self.before)
        amount = amount.scaleb(2 * self.percent - 3 * self.thousands)
        if self.general:
            words = general(float(amount))
        else:
            rounded = amount.quantize(Decimal(1).scaleb(-self.most), ROUND_HALF_UP) if amount.is_finite() else amount
            words = f"{abs(rounded):,f}" if self.groups else f"{abs(rounded):f}"
            words = words.replace(",", " ")
            whole, _, part = words.partition(".")
            while len(part) > self.least and part.endswith("0"):
                part = part[:-1]
            whole = whole.zfill(self.whole) if self.whole or rounded.to_integral() else ""
            words = f"{whole}.{part}" if part else whole
            words = f"-{words}" if rounded < 0 else words
        return _tidy(f"{self.before}{words}{self.behind}")


def _tokens(section: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(section):
        kind = match.lastgroup or ""
        words = match.group(kind) if kind else ""
        if kind in ("filler", "bracket"):
            yield "words", ""
        elif kind in ("quoted", "escaped", "currency", "other"):
            yield "words", words
        else:
            yield kind, words


def _is_blank(words: str) -> bool:
    return bool(words) and not words.strip()


def _tidy(words: str) -> str:
    return " ".join(words.split())

"""Amounts of a plan's money columns: "14 583,2", "243 840", "-"; and in prose: "11 578 млрд. теңге"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.language.numbers import NUMBER, SPACES, parse_number
from extract.language.written_amounts import in_one_scale, plainly, without_about
from extract.lexicon.figures import figure_words
from kzedu_graph.language.late_patterns import late

_NOTHING = frozenset("-–—−")
_PIECES = late(r";|\n|,\s(?=20\d\d\s*(?:[гж]|\s?[-–—]))")
_BEFORE_YEARS = late(rf"[\s;,]+(?=20\d\d\s*(?:{figure_words().year_words})\b)")
_CELL_AMOUNT = late(
    rf"(?:(?P<year>20\d\d)\s*(?:(?:{figure_words().year_words})\b\.?\s*[-–—:]?|[-–—:])\s*)?(?P<number>[\d{SPACES}]+(?:[.,]\d+)?)"
    r"\s*(?P<words>(?:₸|[^\W\d_])[^\d;]*)?",
    re.IGNORECASE,
)
_YEAR_ALONE = late(rf"(?P<year>20\d\d)\s*(?:(?:{figure_words().year_words})\b\.?)?\s*[-–—:]", re.IGNORECASE)
_YEARLY = late(rf"20\d\d\D{{1,30}}\d|\d\D{{1,30}}20\d\d\s*(?:{figure_words().year_words})\b", re.IGNORECASE)
_IN_WORDS = rf"(?:[^\W\d_][^\d;:,\n]{{0,60}}?)?(?i:{figure_words().source_words})[^\d;:,\n–—-]{{0,40}}"
_SOURCE = rf"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{{2,4}}|{_IN_WORDS})"
"""A source in short, or in words that say so: "местный бюджет"."""
_SURELY_AMOUNT = r"(?!(?:\d{1,3}|(?:19|20)\d\d)\.?\s*(?:$|[;\n])|20\d\d\s*[-–—]\s*20\d\d)\d"
"""How what stands right behind words begins to be an amount: no code of three figures, and no years alone."""
_NAMED = rf"(?:(?:{figure_words().source_forms})(?!\w)|{_IN_WORDS}(?<!\s))"
_BETWEEN_SOURCES = late(rf"\s*[;\n]\s*|,\s+(?=(?:{_SOURCE}\s*[-–—:]|{_NAMED}\s+{_SURELY_AMOUNT}))")
_OF_A_SOURCE = late(
    rf"(?P<source>{_SOURCE})\s*[-–—:]\s*(?P<amount>\d.*)|(?P<before>{_NAMED})(?:,\s+|\s+)(?P<behind>{_SURELY_AMOUNT}.*)"
)
_SOURCE_BEHIND = late(rf"\s*\((?P<source>{figure_words().source_forms}|{_IN_WORDS})\)$")
"""A source that is known, in brackets behind its amount: "3,2 млрд тенге (РБ)", not "12 (ПСД)"."""
_SOURCE_AFTER = re.compile(
    rf"(?<!\w)(?:{figure_words().currency})\.?(?P<behind>\s*(?:,|\s[–—-])\s*(?P<source>{figure_words().source_forms}|{_IN_WORDS}?)"
    r"\s*(?:\([^()]{1,80}\))?)$",
    re.IGNORECASE,
)
"""A source behind a comma, perhaps with its programme: "1 250 тыс. тенге, местный бюджет (программа 013)"."""
_SOURCE_RIGHT_BEHIND = re.compile(
    rf"(?:(?<=\d)|(?<!\w)(?:{figure_words().currency})\.?)(?P<behind>(?:\s*[,/]\s*|\s+[–—-]\s+|\s+)"
    rf"(?P<source>(?!(?:{figure_words().amount_scales}|{figure_words().small_scales}|{figure_words().currency})(?!\w))"
    rf"(?:{figure_words().source_forms}|{figure_words().source_phrases})))$",
    re.IGNORECASE,
)
"""A source that says so to its end, with a comma, a stroke or nothing before it: "940,5 районный бюджет", "15 МБ"."""
_A_YEAR = rf"20\d\d(?:\s*(?:{figure_words().year_words})\b\.?)?"
_YEARS_ALONE = late(rf"{_A_YEAR}(?:[\s,;–—-]+{_A_YEAR})*", re.IGNORECASE)
_BETWEEN_ENDS = late(r"\d\D*[-–—]\s*\d")
_GOES_ON = late(r"0\d|,|\.")
"""How a line begins that is no amount of its own."""
_SPAN = late(r"(?:19|20)\d\d(?:[-–—](?:19|20)\d\d)?")
_DECIMALS = late(r"\d+[.,]\d+(?:\s+\d+[.,]\d+)+")
_SUM_AND_PARTS = late(
    rf"(?:(?:{figure_words().sum_words})\s*[-–—:]?\s*)?(?P<sum>\d[^\n:;(]*?)[\s,;:(]+(?:{figure_words().part_words})\s*[-–—:]?\s*"
    r"(?P<parts>.+?)\)?",
    re.IGNORECASE | re.DOTALL,
)
"""A sum and its parts: "Всего – 90,0, в т.ч.: 2031 г. – 40,0; 2032 г. – 50,0"."""
LARGEST_DIFFERENCE = 0.001
"""Share of a sum by which its parts may differ from it, which are rounded."""
LONGEST_CELL = 400
"""Characters of a cell that may say years or scales beside its amounts."""
_LEFT_TOGETHER = late(rf"\d{{4,}}(?:[{SPACES}]\d{{3}})+(?:,\d+)?")
_SCALE_ALONE = late(rf"(?:{figure_words().small_scales})\.?\s*", re.IGNORECASE)
"""A scale without its unit, which in a cell of money nobody doubts: "1250 тыс."."""
_AMOUNT = late(
    rf"(?<![\d.,])(?:(?P<more>{NUMBER})\s*(?P<larger>{figure_words().amount_scales})\.?\s+(?:и\s+)?)?(?P<number>{NUMBER})\s*(?P<scale>{figure_words().amount_scales})\.?\s*(?:{figure_words().currency})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that prose states, in million tenge; `start` and `end` are offsets of its words."""

    millions: float
    start: int
    end: int


def parse_money(text: str) -> float | None:
    """An amount in the unit of its table, million tenge as a rule ("21 502"); None for "-", nothing, or words.

    Where a thousand was left together with its million ("1106 358"), the last three figures still stand apart.
    """
    stripped = plainly(text).strip().rstrip("*").rstrip()
    if not stripped or stripped in _NOTHING:
        return None
    if _LEFT_TOGETHER.fullmatch(stripped):
        return parse_number(re.sub(rf"[{SPACES}]", "", stripped))
    return parse_number(stripped)


def amounts_below_one_another(lines: Sequence[str]) -> tuple[float, ...]:
    """The amounts of a cell that has one on each of several lines; none where a line is no amount, or goes on with
    the figures of the one above ("1 250" over "000").
    """
    filled = [line.strip() for line in lines if line.strip()]
    amounts = [parse_money(line) for line in filled]
    found = [amount for amount in amounts if amount is not None]
    if len(filled) < 2 or len(found) < len(filled) or any(map(_GOES_ON.match, filled)):
        return ()
    return tuple(found)


def years_alone(text: str) -> tuple[int, ...]:
    """The years that a cell lists and says nothing besides, in order ("2031 2032", "2031-2033 годы" are two and
    three); none for any other words.
    """
    if not _YEARS_ALONE.fullmatch(text.strip(" .;,")):
        return ()
    years = [int(year) for year in re.findall(r"\d{4}", text)]
    if len(years) == 2 and _BETWEEN_ENDS.search(text):
        return tuple(range(years[0], years[1] + 1))
    return tuple(years)


def amounts_of_spans(deadline: str, lines: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """The years together that a cell lists ("2031-2033" over "2034-2040"), each with its amount of another; none where
    these are not as many, or no two years stand together. Amounts on one line have decimals ("5,0 12,0").
    """
    plain = "".join(deadline.split())
    spans = _SPAN.findall(plain)
    if len(spans) < 2 or "".join(spans) != plain.strip(".;,") or not any(len(span) > len("2031") for span in spans):
        return ()
    pieces = [piece for line in lines for piece in (line.split() if _DECIMALS.fullmatch(line.strip()) else [line])]
    amounts = [amount for piece in pieces if (amount := parse_money(piece)) is not None]
    return tuple(zip(spans, amounts, strict=True)) if len(spans) == len(amounts) == len(pieces) else ()


@dataclass(frozen=True, slots=True)
class CellAmount:
    """An amount of a cell: its year, scale and source where the cell names them."""

    value: float
    year: int | None = None
    scale: float | None = None
    source: str | None = None


def parse_amounts(text: str) -> tuple[CellAmount, ...] | None:
    """The amounts of a cell that says years, scales or sources itself ("2031 г. – 12,4; 2032 г. – 13,0", "1 250 тыс.
    тенге", "РБ – 120,0; МБ – 30,5").

    None where any of its words is understood as neither.
    """
    if len(text) > LONGEST_CELL:
        return None
    plain = text.strip(" .;")
    joined = " ".join(plain.split())
    if parts := _SUM_AND_PARTS.fullmatch(plain):
        return _sum_and_parts(parts["sum"].strip(" ,;:"), parts["parts"])
    return _amounts_of(_BEFORE_YEARS.split(joined)) or _amounts_of(_PIECES.split(plain)) or _by_source(plain)


def _sum_and_parts(whole: str, parts: str) -> tuple[CellAmount, ...] | None:
    """A sum with its years, or its sources alone; None for parts that are neither, or that do not come to it.

    Parts that name no scale are in that of the sum, or in a smaller one ("1,5 млрд", "700" and "800").
    """
    told, each = _amounts_of([whole]), parse_amounts(parts)
    if told is None or each is None or not (all(one.source for one in each) or all(one.year for one in each)):
        return None
    (total,) = told
    smaller = [known.factor for known in figure_words().scales if total.scale and known.factor < total.scale]
    for scale in (total.scale, *smaller):
        scaled = tuple(replace(one, scale=scale if one.scale is None else one.scale) for one in each)
        if _come_to(total, scaled):
            return scaled if all(one.source for one in each) else (total, *scaled)
    return None


def _come_to(total: CellAmount, parts: Sequence[CellAmount]) -> bool:
    """Whether parts are a sum, but for what rounding leaves."""
    whole, found = (sum(one.value * (one.scale or 1) for one in amounts) for amounts in ([total], parts))
    return abs(found - whole) <= LARGEST_DIFFERENCE * abs(whole)


def _by_source(plain: str) -> tuple[CellAmount, ...] | None:
    """The amounts of a cell that names the source of each in short; None where one is said twice or is no amount."""
    matches = [_OF_A_SOURCE.fullmatch(piece) for piece in filter(None, _BETWEEN_SOURCES.split(plain))]
    found: list[CellAmount] = []
    for match in matches:
        amounts = _amounts_of([match["amount"] or match["behind"]]) if match else None
        if match is None or amounts is None:
            return None
        found.extend(replace(one, source=(match["source"] or match["before"]).strip()) for one in amounts)
    return tuple(found) if len({one.source for one in found}) == len(found) > 0 else None


def parse_amounts_of_several(lines: Iterable[str]) -> tuple[tuple[CellAmount, ...], ...]:
    """The amounts of a cell that gives a sum and its years several times, on any number of lines ("9,0", "2031 г. -",
    "4,0", "2032 г. - 5,0", "3,5", "2032 г. - 3,5" are two); none where a line is not understood.

    Each begins with a sum, or with a year that has been told.
    """
    found: list[list[CellAmount]] = []
    waiting: int | None = None
    for piece in (piece for line in lines for piece in _BEFORE_YEARS.split(line.strip(" .;")) if piece):
        if (bare := _YEAR_ALONE.fullmatch(piece)) and waiting is None:
            waiting = int(bare["year"])
            continue
        amounts = _amounts_of([piece])
        if amounts is None or (waiting and amounts[0].year):
            return ()
        one = replace(amounts[0], year=waiting or amounts[0].year)
        waiting = None
        if not found or one.year in {None, *(other.year for other in found[-1])}:
            found.append([])
        found[-1].append(one)
    return () if waiting else tuple(map(tuple, found))


def says_amounts(text: str) -> bool:
    """Whether words name a year and tenge beside a figure: amounts, though nobody may have understood them."""
    return bool(_YEARLY.search(text) and re.search(figure_words().currency, text, re.IGNORECASE))


def says_no_money(text: str) -> bool:
    """Whether a cell says that no money is needed ("талап етілмейді"), also where a narrow one tears its words anywhere
    ("қажет етпей ді").
    """
    said = text.strip(" .;")
    return bool(figure_words().no_money.fullmatch(said) or _no_money_torn().fullmatch("".join(said.split())))


@cache
def _no_money_torn() -> re.Pattern[str]:
    """The words for no money, written without white space."""
    pattern = figure_words().no_money.pattern
    return re.compile(re.sub(r"\\s[+*]| ", "", pattern), re.IGNORECASE)


def _amounts_of(pieces: Iterable[str]) -> tuple[CellAmount, ...] | None:
    """The amounts that pieces of a cell are; None where one of them is none."""
    found = []
    for printed in filter(None, map(str.strip, pieces)):
        piece = in_one_scale(plainly(without_about(printed)))
        after = _SOURCE_AFTER.search(piece) or _SOURCE_RIGHT_BEHIND.search(piece)
        told = after or _SOURCE_BEHIND.search(piece)
        ends = after.start("behind") if after else told.start() if told else len(piece)
        match = _CELL_AMOUNT.fullmatch(piece[:ends])
        value = parse_money(match["number"]) if match else None
        if match is None or value is None:
            return None
        words = match["words"] or ""
        words = f"{words} тенге" if _SCALE_ALONE.fullmatch(words) else words
        scale = next((known.factor for known in figure_words().scales if words and known.pattern.search(words)), None)
        if words and scale is None:
            return None
        year = int(match["year"]) if match["year"] else None
        found.append(CellAmount(value, year, scale, told["source"].strip() if told else None))
    return tuple(found) or None


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts that prose states in thousands of millions or in millions ("716 млрд. теңге"), in order."""
    for match in _AMOUNT.finditer(text):
        number = parse_number(match["number"])
        scale = match["scale"].casefold()
        if number is not None:
            more = _more(match["more"], match["larger"], scale)
            start = match.start() if more else match.start("number")
            yield Amount(round(number * _factor(scale) + more, 6), start, match.end())


def _more(number: str | None, larger: str | None, scale: str) -> float:
    """The million tenge that stand before an amount in a larger scale of their own: "2 млрд 300 млн тенге"."""
    value = parse_number(number) if number else None
    return value * _factor(larger) if value and larger and _factor(larger) > _factor(scale) else 0


def _factor(scale: str) -> float:
    """By how much a scale makes an amount million tenge."""
    return next(known.factor for known in figure_words().scales if known.pattern.match(scale.casefold()))

"""The parts of a date: "до", "1 ноября", "2023 – 2029 годов"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extract.language.patterns import Chunk, ChunkMatcher
from extract.language.tokens import Token, Tokens
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words
from extract.values.times.parts_of_year import (
    LISTED_SHARES,
    day_range,
    days_of_each_month,
    full_day,
    listed_shares,
    part_of_year,
    school_terms,
)
from extract.values.times.recurrence import PARTS_OF_YEAR, WITH_NUMBERS, recurrence_of

DATE_SYMBOLS = {
    "when": "w",
    "years": "y",
    "year-end": "e",
    "point": "p",
    "recurrence": "r",
    "lead": "l",
    "since": "s",
    "to": "t",
    "during": "u",
    "cycle": "c",
    "event": "v",
    "aside": "a",
    "remark": "k",
    "full-day": "d",
    "comma": ",",
    "semicolon": ";",
    "dash": "-",
    "colon": ":",
    "open": "(",
    "close": ")",
    "word": "x",
    "number": "n",
    "mark": "q",
    "stray": "z",
}
"""One letter for each kind of item, so that rules over items are regular expressions."""
_PLAIN_KINDS = frozenset({"comma", "semicolon", "dash", "colon", "open", "close", "word", "number", "mark"})
_HALF_DATES = frozenset(
    {
        "year",
        "year-word",
        "month",
        "quarter-word",
        "half-word",
        "school",
        "every",
        "each",
        "once",
        "next",
        "following",
        "reporting",
        "later",
    }
)
_MAY_BE_CUT_SHORT = frozenset({"year-word", "quarter-word", "half-word"})
"""Words that a full stop may stand behind, being cut short."""
_WORD_KINDS = frozenset({"lead", "year-end", "since", "to", "during", "cycle", "event", "aside", "remark"})
FIRST_SCHOOL_MONTH = "09"
LONGEST_RANGE = 30
"""Years that one range may span; what is longer is a misprint."""


class Item(NamedTuple):
    """A part of a date, or a word or mark that is none; `start` and `end` are offsets into the text.

    `parts` are shares of a year ("12", "11-01", "Q4", "09/06"), `years` the years named, `points` ready values.
    """

    kind: str
    start: int
    end: int
    rule: str = ""
    parts: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    points: tuple[str, ...] = ()
    recurrence: str | None = None
    day: str = ""
    """The day that is named without its month: "25 числа"."""


@cache
def _chunker(lang: str) -> ChunkMatcher:
    return ChunkMatcher(words(lang).chunks)


def items_of(read: Tokens, lang: str) -> list[Item]:
    """A text's tokens as parts of dates, words and marks; a full stop behind an abbreviation or at the end is none."""
    items: list[Item] = []
    at = 0
    tokens = read.tokens
    for chunk in [*_chunker(lang)(tokens), None]:
        for n in range(at, chunk.start if chunk else len(tokens)):
            token = tokens[n]
            if token.text == "." and (n + 1 == len(tokens) or tokens[n - 1].tag in _MAY_BE_CUT_SHORT):
                continue
            items.append(Item(_kind_outside_chunks(token.tag), *read.spans[n]))
        if chunk:
            items.append(_item(read, chunk))
            if lang == "kk":
                _tell_from(items, read, chunk)
            at = chunk.end
    return items


def _tell_from(items: list[Item], read: Tokens, chunk: Chunk) -> None:
    """Puts what "бастап" tells between a time that says by its ending that something is from it, and the time that
    follows at once: "25 тамыздан 1 қыркүйекке дейін", no "25 тамыздан кешіктірмей".
    """
    last, before = items[-1], items[-2] if len(items) > 1 else None
    if before is None or {last.kind, before.kind} - {"when", "years"} or before.kind != "when":
        return
    token = next(n for n in range(chunk.start - 1, -1, -1) if read.spans[n][1] == before.end)
    if figure_words().pattern("ends_as_from").search(read.tokens[token].norm):
        items.insert(-1, Item("since", before.end, before.end, "since"))


def _kind_outside_chunks(tag: str) -> str:
    """What a token is that no chunk took: itself, `stray` where it is half a date, else a word like any other."""
    if tag in _PLAIN_KINDS:
        return tag
    if tag in ("and", "but"):
        return "comma"
    return "stray" if tag in _HALF_DATES else "word"


def _item(read: Tokens, chunk: Chunk) -> Item:
    """What a chunk reads; `stray` where its numbers are none of a date ("31 февраля", "5 квартал", "5 раз в год")."""
    start, end = read.span(chunk.start, chunk.end)
    reads = chunk.rule.reads
    tokens = read.tokens[chunk.start : chunk.end]
    if reads in _WORD_KINDS:
        numbers = [token.value for token in tokens if token.tag == "number"]
        day = numbers[0] if reads == "aside" and len(numbers) == 1 else ""
        return Item(reads, start, end, chunk.rule.name, day=day)
    if reads == "recurrence" or reads in WITH_NUMBERS or reads in PARTS_OF_YEAR:
        recurrence = (
            tokens[-1].value if reads == "recurrence" else WITH_NUMBERS.get(reads) or recurrence_of(tokens, reads)
        )
        return Item(
            "recurrence" if recurrence else "stray",
            start,
            end,
            chunk.rule.name if recurrence else "",
            recurrence=recurrence,
        )
    if reads in ("years", "year-span", "school-year", "term-of-school-year", "full-day", "day-range"):
        return _years(tokens, reads, start, end, chunk.rule.name)
    if reads == "school-term-list":
        terms = [int(token.value) for token in tokens if token.tag in ("number", "roman")]
        parts = tuple(filter(None, (school_terms(one, one) for one in terms))) if terms == sorted(set(terms)) else ()
        return Item("when" if len(parts) == len(terms) > 0 else "stray", start, end, chunk.rule.name, parts)
    if reads in LISTED_SHARES or reads == "day-of-each-month":
        parts = listed_shares(tokens, *LISTED_SHARES[reads]) if reads in LISTED_SHARES else days_of_each_month(tokens)
        return Item("when" if parts else "stray", start, end, chunk.rule.name if parts else "", parts)
    part = "12" if reads == "end-of-year" else part_of_year(tokens, reads)
    return Item("when", start, end, chunk.rule.name, (part,)) if part else Item("stray", start, end)


def _years(tokens: Sequence[Token], reads: str, start: int, end: int, rule: str) -> Item:
    if reads == "full-day":
        point = full_day(tokens)
        return Item("full-day", start, end, rule, points=(point,)) if point else Item("stray", start, end)
    if reads == "day-range":
        interval = day_range(tokens)
        return Item("point", start, end, rule, points=(interval,)) if interval else Item("stray", start, end)
    years = _named_years(tokens)
    if reads in ("school-year", "term-of-school-year"):
        numbers = [int(token.value) for token in tokens if token.tag in ("number", "roman", "ordinal")]
        term = school_terms(numbers[0], numbers[0]) if len(numbers) == 1 else None
        months = "09/06" if reads == "school-year" else term
        if months is None or len(years) == 1 or years[1] != years[0] + 1:
            return Item("stray", start, end)
        ends = (f"{years[0 if month >= FIRST_SCHOOL_MONTH else 1]}-{month}" for month in months.split("/"))
        return Item("point", start, end, rule, points=("/".join(ends),))
    if reads == "year-span":
        if len(years) == 1 or not years[0] < years[1] <= years[0] + LONGEST_RANGE:
            return Item("stray", start, end)
        years = list(range(years[0], years[1] + 1))
    return Item("years", start, end, rule, years=tuple(years))


def _named_years(tokens: Sequence[Token]) -> list[int]:
    """The years that tokens name, the second perhaps by its last two figures: "2031-33 годы", "2031/32 учебный год"."""
    years = [int(token.value) for token in tokens if token.tag == "year"]
    short = [token.value for token in tokens if token.tag == "number" and len(token.value) == len("32")]
    named_by_both = len(years) == len(short) == 1 and tokens[0].tag == "year"
    return [*years, years[0] // 100 * 100 + int(short[0])] if named_by_both else years

"""Deadlines: "июль, декабрь 2023 – 2024 годов", "2020-2025 жылдардың желтоқсаны"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extract.language.meant_months import with_months_meant, with_numbers_meant
from extract.language.patterns import symbol_pattern
from extract.language.tokens import CACHED_CELLS, Tokens, read
from extract.lexicon.words import Rule, words
from extract.values.times.dates import DATE_SYMBOLS, Item, items_of
from extract.values.times.due_points import YearFrame, goes_backwards, read_date

LONGEST = 80
"""Parts, words and marks that a deadline may have; what is longer is prose."""
_SCOPE = re.compile(r"[xlstunq]*x(?:[xlstunq,]*[xq])?")
_SEPARATORS = re.compile(r"(?:[,;]*k)?[,;]*")
"""What may stand behind a date: marks, and a remark that sets no date ("с последующими корректировками")."""
_SCOPE_END = re.compile(r"[xq]")


@dataclass(frozen=True, slots=True)
class PeriodPiece:
    """One date of a deadline: its words from `start` to `end`, and the stage or object that it is set for."""

    start: int
    end: int
    due: tuple[str, ...]
    recurrence: str | None = None
    scope: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """When something is due: all points in the order of the text, and the pieces that a cell of several holds."""

    due: tuple[str, ...]
    recurrence: str | None
    pieces: tuple[PeriodPiece, ...]


@lru_cache(maxsize=CACHED_CELLS)
def parse_period(text: str, lang: str, *, yearless: bool = False, frame: YearFrame | None = None) -> PeriodValue | None:
    """The due points of a deadline ("декабрь 2023 – 2025 годов"); None where any of its words is not understood.

    A day or month of no year and no recurrence ("до 1 ноября") is read only where the caller says so by `yearless`:
    in a plan its year has most likely been lost; or where `frame` is the year that the plan is for. Months that are
    misspelt or cut short ("декбрь 2031 года", "до 1 сент. 2031 г."), and quarters whose Roman number is typed with
    Russian letters ("Ш квартал 2031 г."), are read where the rest is a deadline.
    """
    tokens = read(text, lang)
    pieces = _pieces(text, tokens, lang, yearless or frame is not None, frame)
    if pieces is None and not yearless and (meant := with_months_meant(tokens, lang)):
        pieces = _pieces(text, meant, lang, frame is not None, frame)
    if pieces is None and not yearless and (numbered := with_numbers_meant(tokens)):
        pieces = _pieces(text, numbered, lang, frame is not None, frame)
    return period_of(pieces) if pieces else None


def period_of(pieces: Sequence[PeriodPiece]) -> PeriodValue:
    """What pieces are together: their points in order, none twice, and how often they come again."""
    due = tuple(dict.fromkeys(point for piece in pieces for point in piece.due))
    return PeriodValue(due, _recurrence(pieces), tuple(pieces))


def _pieces(text: str, tokens: Tokens, lang: str, yearless: bool, frame: YearFrame | None) -> list[PeriodPiece] | None:
    items = items_of(tokens, lang)
    return DeadlineReader(text, lang, items, yearless, frame).pieces(0) if 0 < len(items) <= LONGEST else None


def _recurrence(pieces: Sequence[PeriodPiece]) -> str | None:
    """How often a deadline comes again: "с мая 2031 года, ежеквартально"; None where its stages differ in that."""
    found = {piece.recurrence for piece in pieces if piece.recurrence or piece.scope}
    return found.pop() if len(found) == 1 else None


def explain_period(text: str, lang: str) -> list[tuple[str, str]]:
    """The rules that read a deadline, each with its words: the chunks first, then the dates made of them."""
    chunks = [(item.rule, text[item.start : item.end]) for item in items_of(read(text, lang), lang) if item.rule]
    period = parse_period(text, lang)
    return chunks + [(piece.rule, text[piece.start : piece.end]) for piece in (period.pieces if period else ())]


@cache
def date_rules(lang: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The date rules of a language, each as a regular expression over the symbols of items."""
    return tuple((rule, symbol_pattern(rule.pattern, DATE_SYMBOLS)) for rule in words(lang).dates)


@dataclass(slots=True)
class DeadlineReader:
    """Reads items as pieces, one behind the other, until nothing is left; goes back where a reading leads nowhere."""

    text: str
    lang: str
    items: Sequence[Item]
    yearless: bool
    frame: YearFrame | None = None
    symbols: str = ""
    dead: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.symbols = "".join(DATE_SYMBOLS[item.kind] for item in self.items)

    def pieces(self, at: int) -> list[PeriodPiece] | None:
        """The pieces from an item on; None where the words from there on are no deadline."""
        if at == len(self.items):
            return []
        if at in self.dead:
            return None
        for piece, end in self._piece(at):
            following = _SEPARATORS.match(self.symbols, end)
            rest = self.pieces(following.end() if following else end)
            if rest is not None:
                return [piece, *rest]
        self.dead.add(at)
        return None

    def _piece(self, at: int) -> Iterator[tuple[PeriodPiece, int]]:
        for date_at, scope in self._scopes_before(at):
            for rule, end in self.dates(date_at):
                if goes_backwards(self.items[date_at:end], rule.reads):
                    break
                found = read_date(self.items[date_at:end], rule.reads, self.frame)
                if found is None:
                    continue
                due, recurrence = found
                for piece_end, stage in self._scopes_behind(end):
                    if scope and stage:
                        continue
                    start, stop = self.items[at].start, self.items[piece_end - 1].end
                    yield PeriodPiece(start, stop, due, recurrence, scope or stage, rule.name), piece_end

    def dates(self, at: int) -> list[tuple[Rule, int]]:
        """The date rules that match from an item on, and where each ends, the longest first."""
        if not _any_date(self.lang).match(self.symbols, at):
            return []
        found = [
            (rule, m.end())
            for rule, pattern in date_rules(self.lang)
            if (self.yearless or rule.reads not in ("yearless", "yearless-interval"))
            and (m := pattern.match(self.symbols, at))
        ]
        return sorted(found, key=lambda match: -match[1])

    def _scopes_before(self, at: int) -> Iterator[tuple[int, str | None]]:
        """ "в организациях ТиПО – " before a date; nothing first."""
        yield at, None
        match = _SCOPE.match(self.symbols, at)
        if match and self.symbols[match.end() : match.end() + 1] in ("-", ":"):
            yield match.end() + 1, self._words(at, match.end())

    def _scopes_behind(self, at: int) -> Iterator[tuple[int, str | None]]:
        """ " – разработка и апробация" or "(разработка)" behind a date, the longest first; nothing last."""
        opening = self.symbols[at : at + 1]
        if opening in ("-", "("):
            match = _SCOPE.match(self.symbols, at + 1)
            for end in range(match.end() if match else at, at + 1, -1):
                if opening == "(" and self.symbols[end : end + 1] == ")":
                    yield end + 1, self._words(at + 1, end)
                elif opening == "-" and _SCOPE_END.match(self.symbols, end - 1) and "x" in self.symbols[at + 1 : end]:
                    yield end, self._words(at + 1, end)
        yield at, None

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.text[self.items[start].start : self.items[end - 1].end].split())


@cache
def _any_date(lang: str) -> re.Pattern[str]:
    """What any date rule matches: at most items of a sentence none does, and one look tells so."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in date_rules(lang)))

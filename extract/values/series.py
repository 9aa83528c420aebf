"""An indicator and its yearly values: "Охват детей (2023 год – 90,2 %, 2024 год – 92,5 %)"."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from extract.language.numbers import NUMBER, parse_number
from extract.language.patterns import ChunkMatcher
from extract.language.tokens import CACHED_CELLS, norm_of, read
from extract.lexicon.words import words
from kzedu_graph.language.late_patterns import late

_MARKER = late(r"[\s\"«“]*\d{1,3}(?:-\d{1,2})?\)\s*")
_UNIT = r"%|[^\W\d_](?:[^,;().\d]|\.(?=\s*[^\W\d_]))*?"
_VALUE_ENDS = r"[,;)\]]|\.(?!\s*[^\W\d_])|\d|$"
_VALUE = late(rf"\s*(?P<number>{NUMBER})(?!\d)\s*(?P<unit>{_UNIT})?\s*(?:\((?P<level>[^()]*)\))?\s*(?={_VALUE_ENDS})")
_HEADER = late(r"(?P<label>[^:;()]+?)\s*:\s*")
_SUBJECT = late(r"(?P<label>[^\d:;(),–—]*[^\W\d_])\s*[–—-]\s*")
_BETWEEN = late(r"[\s,;.]*")
_WORD = late(r"[^\W_]+")
_LEADS = late(r"[:–—]\s*(?=\d)")
"""What may stand between a name and its values where no brackets hold them: "Охват: 2031 г. – 5 %"."""
_TAIL = late(r"[\s)\].,;\"»”]*")


@dataclass(frozen=True, slots=True)
class TargetValue:
    """A value of one year; `start` and `end` are the offsets of the words that give it.

    `breakdown` is the sub-series by its usual name, `study` and `level` those of a survey ("PISA", "уровень 2").
    """

    year: int
    value: float
    start: int
    end: int
    breakdown: str | None = None
    study: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """An indicator's name, its unit, and its values in printed order."""

    name: str
    unit: str | None
    targets: tuple[TargetValue, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A year as it stands in the text: "2023 год –", "PISA-2022 –", "PISA-2025:"."""

    start: int
    end: int
    year: int
    study: str | None
    is_header: bool


@lru_cache(maxsize=CACHED_CELLS)
def parse_series(text: str, lang: str) -> SeriesValue | None:
    """Name, unit and yearly values of an indicator; None where the text gives none or a word is not understood."""
    if "(" not in text and not _LEADS.search(text):
        return None
    marks = _marks(text, lang)
    opening = _opening(text, marks[0].start) if marks else None
    if opening is None:
        return None
    reader = _Reader(text, lang, {mark.start: mark for mark in marks})
    if not reader.read(opening + 1) or not reader.targets:
        return None
    name_at = marker.end() if (marker := _MARKER.match(text)) else 0
    name = " ".join(text[name_at:opening].split())
    unit = reader.unit or _unit_of(text[opening:], lang) or _unit_of(name, lang)
    return SeriesValue(name, unit, tuple(reader.targets)) if name else None


@cache
def _matcher(lang: str) -> ChunkMatcher:
    return ChunkMatcher(words(lang).values)


def _marks(text: str, lang: str) -> list[_Mark]:
    all_tokens = read(text, lang)
    found = []
    for chunk in _matcher(lang)(all_tokens.tokens):
        tokens = all_tokens.tokens[chunk.start : chunk.end]
        year = next(int(token.value) for token in tokens if token.tag == "year")
        study = next((token.value for token in tokens if token.tag == "study"), None)
        start, end = all_tokens.span(chunk.start, chunk.end)
        found.append(_Mark(start, end, year, study, chunk.rule.reads.endswith("header")))
    return found


def _opening(text: str, before: int) -> int | None:
    """The bracket that is still open where the first year stands, else the mark directly before it."""
    bracket = _opening_bracket(text, before)
    mark = _LEADS.search(text[:before] + "2") if bracket is None else None
    return mark.start() if mark else bracket


def _opening_bracket(text: str, before: int) -> int | None:
    """The bracket that is still open where the first year stands."""
    opened: list[int] = []
    for at, character in enumerate(text[:before]):
        if character == "(":
            opened.append(at)
        elif character == ")" and opened:
            opened.pop()
    return opened[-1] if opened else None


@dataclass(slots=True)
class _Reader:
    """Reads a series' bracket from left to right; years and sub-series stand in either order of nesting."""

    text: str
    lang: str
    marks: dict[int, _Mark]
    targets: list[TargetValue] = field(default_factory=list)
    unit: str | None = None
    breakdown: str | None = None
    year: int | None = None
    study: str | None = None

    def read(self, at: int) -> bool:
        """Whether all words from an offset to the closing bracket, or the end, were understood."""
        while True:
            at = self._skip(at)
            if at == len(self.text) or self.text[at] in ")]":
                return _TAIL.fullmatch(self.text, at) is not None
            after = self._mark(at) if at in self.marks else self._label(at)
            if after is None:
                return False
            at = after

    def _skip(self, at: int) -> int:
        match = _BETWEEN.match(self.text, at)
        return match.end() if match else at

    def _mark(self, at: int) -> int | None:
        mark = self.marks[at]
        value_at = self._value(mark.end, at, mark.year, mark.study, self.breakdown)
        if value_at is None and mark.is_header:
            self.year, self.study, self.breakdown = mark.year, mark.study, None
            return mark.end
        return value_at

    def _label(self, at: int) -> int | None:
        """ "в дошкольных организациях: " opens a sub-series; "математика – 45 %" is a value under a year's header."""
        if self.year is not None and (match := _SUBJECT.match(self.text, at)):
            after = self._value(match.end(), at, self.year, self.study, self._usual(match["label"]))
            if after is not None:
                return after
        match = _HEADER.match(self.text, at)
        if match is None or any(match.start() <= mark < match.end() for mark in self.marks):
            return None
        self.breakdown = self._usual(match["label"])
        return match.end()

    def _value(self, at: int, start: int, year: int, study: str | None, breakdown: str | None) -> int | None:
        match = _VALUE.match(self.text, at)
        if match is None:
            return None
        value = parse_number(match["number"])
        if value is None:
            return None
        unit = parse_unit(match["unit"], self.lang) if match["unit"] else None
        self.unit = self.unit or unit or (match["unit"] or "").strip() or None
        end = match.end("level") + 1 if match["level"] is not None else match.end("unit" if match["unit"] else "number")
        self.targets.append(TargetValue(year, value, start, end, breakdown, study, match["level"]))
        return max(end, match.end())

    def _usual(self, label: str) -> str:
        folded = " ".join(label.split())
        return words(self.lang).breakdowns.get(norm_of(folded), folded)


@lru_cache(maxsize=CACHED_CELLS)
def parse_unit(text: str, lang: str) -> str | None:
    """The usual name of a unit ("процентов" is "%"); None where it is not known."""
    return words(lang).units.get(norm_of(" ".join(text.split())).strip(" .,;"))


def _unit_of(text: str, lang: str) -> str | None:
    """The unit that a name speaks of ("Количество ученических мест"); None where it speaks of none."""
    folded = f" {' '.join(map(norm_of, _WORD.findall(text)))} "
    return next((unit for noun, unit in words(lang).unit_nouns.items() if f" {noun} " in folded), None)

"""Tables whose every cell is a paragraph of its own: titles first, then rows behind numbers that go on.

    №  Мероприятие  Срок  Ответственные    I. Сады    1  Посадить сад  март  УО    2  Полить сад  май  УО

How wide the table is, is told by the titles where all are known, by a row that numbers the columns, or by what most
rows have from one number to the next. What stands between two rows and is no cell of either is a row set across.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, takewhile

from extract.document.blocks import Cell, Row, passage_of
from extract.document.repairs import clean
from extract.document.times import months_of
from extract.lexicon.loading import LANGUAGES
from extract.lexicon.words import words
from extract.readers.typed.lines import FoundTable, Line
from extract.values.label import split_label
from extract.values.times.period import parse_period

FEWEST_COLUMNS, MOST_COLUMNS = 3, 12
LONGEST_TITLE = 80
"""Characters of a column's title that stands in a paragraph of its own."""
LONGEST_TABLE = 4000
"""Lines of a table whose cells are paragraphs."""
BY_BLANK_LINES = 9
"""Lines at the beginning of a table that tell whether blank ones part its cells."""
LONGEST_ROW = 12
"""Paragraphs that a row may have."""
MOST_FURTHER = 5
"""Paragraphs that the name of the last row may have too many."""
MOST_ACROSS = 3
"""Rows set across between the titles and the first number, or between two rows."""
MOST_TITLES = MOST_COLUMNS + MOST_ACROSS + 1
"""Paragraphs up to the first number."""
TELLING = ({"name"}, {"deadline", "start", "end"}, {"responsible"}, {"completion_form"})
"""Columns of which a plan's titles name two."""
MOST_UNKNOWN = 3
"""One title in so many may be unknown."""

_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})\s*[.)]?(?![\d.,]*\d)")
_BARE = re.compile(r"\(?\d{1,3}\s*[.)]?")
_ROMAN = re.compile(r"[IVXІХҮ]{1,5}\s*[.)]?\s+(?=[^\W\d_])")
_DAY = re.compile(r"\d{1,2}(?:\s*[-–—]\s*\d{1,2})?\s+(?P<month>[a-zа-яёәғқңөұүһі]+)")
_NOT_LETTERS = re.compile(r"[^\w№]+|_")
_LINE_END = re.compile(r"\n")
_OPENS_ANEW = re.compile(r"\s*[«\"“]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


def cell_of(text: str, spans: Sequence[tuple[int, int]]) -> Cell:
    """The pieces of a cell as one paragraph."""
    pieces = [clean(passage_of(text, start, end)) for start, end in spans]
    whole = Cell(tuple(piece for piece in pieces if piece.text)).passage
    return Cell((whole,) if whole.text else ())


def table_by_paragraphs(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table whose every cell is a paragraph, that begins at a line with its titles, and the line behind it."""
    if not kind_of_title(lines[at].text, lang):
        return None, at
    filled = list(islice(_units(text, lines, at), MOST_TITLES))
    if not _first_row(_texts(filled), lang):
        return None, at
    filled = list(_units(text, lines, at))
    table = _Paragraphs.of(_texts(filled), lang)
    if table is None:
        return None, at
    spans = ((tuple((filled[n].start, filled[n].end) for n in cell) for cell in row) for row in table.rows())
    rows = tuple(Row(tuple(cell_of_lines(text, cell) for cell in row)) for row in spans)
    last = filled[table.end - 1].end
    return FoundTable(lines[at].start, last, rows), next(n for n in range(at, len(lines)) if lines[n].end == last) + 1


def cell_of_lines(text: str, spans: Sequence[tuple[int, int]]) -> Cell:
    """The pieces of a cell: paragraphs where all its lines begin with a capital, as names do below each other."""
    lines = [line for span in spans for line in passage_of(text, *span).split(_LINE_END) if line.text.strip()]
    if len(lines) > 1 and len(spans) == 1 and all(_OPENS_ANEW.match(line.text) for line in lines):
        return Cell(tuple(piece for line in lines if (piece := clean(line)).text))
    return cell_of(text, spans)


def _units(text: str, lines: Sequence[Line], at: int) -> Iterator[Line]:
    """What may be a cell each from a line on: lines, or what blank lines part where they part the first of them; one
    that ends in a comma goes on.
    """
    near = [not line.text.strip() for line in lines[at : at + BY_BLANK_LINES]]
    by_blank_lines = 2 * sum(near) >= len(near) - 1
    held: Line | None = None
    blank = True
    for line in islice(lines, at, at + LONGEST_TABLE):
        if not line.text.strip():
            blank = True
            continue
        if held and (held.text.rstrip().endswith(",") or (by_blank_lines and not blank)):
            line = Line(held.start, line.end, text[held.start : line.end])  # noqa: PLW2901  (it is one cell)
        elif held:
            yield held
        held, blank = line, False
    if held:
        yield held


def _texts(lines: Sequence[Line]) -> list[str]:
    return [" ".join(line.text.split()) for line in lines]


def _first_row(texts: Sequence[str], lang: str) -> int:
    """How many paragraphs stand above the first number, which tell a plan's columns; 0 where they do not."""
    first = next((n for n, text in enumerate(texts[:MOST_TITLES]) if _number(text) == 1), 0)
    return first if _tells([kind_of_title(text, lang) for text in texts[:first]]) else 0


def names_columns(titles: Sequence[str], lang: str) -> bool:
    """Whether words are the titles of a plan's columns: two of those that a plan has are among them."""
    return _tells([kind_of_title(title, lang) for title in titles])


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """Paragraphs that are a table: the kinds of its columns, where the rows' titles end, and where each row begins."""

    texts: Sequence[str]
    lang: str
    kinds: tuple[str, ...]
    titles_end: int
    starts: tuple[int, ...]

    @classmethod
    def of(cls, texts: Sequence[str], lang: str) -> _Paragraphs | None:
        """The table that begins with the first paragraph; None where there is none."""
        first = _first_row(texts, lang)
        if not first:
            return None
        kinds = tuple(kind_of_title(text, lang) for text in texts[:first])
        counted = sum(1 for _ in takewhile(lambda pair: _number(pair[1]) == pair[0], enumerate(texts[first:], 1)))
        begin = first + counted if FEWEST_COLUMNS <= counted <= first else first
        width = counted if begin > first else _width(texts, first, kinds, lang)
        if not FEWEST_COLUMNS <= width <= min(first, MOST_COLUMNS) or first - width > MOST_ACROSS:
            return None
        if not _tells(kinds[:width]) or MOST_UNKNOWN * kinds[:width].count("") > width:
            return None
        starts = tuple(_starts(texts, begin, width, lang))
        return cls(texts, lang, kinds[:width], first, starts) if starts and starts[0] <= begin + MOST_ACROSS else None

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.kinds)

    @property
    def end(self) -> int:
        """The paragraph behind the table: its last row has more of them where its time stands further on."""
        last = self.starts[-1]
        dated = last + next((n for n, kind in enumerate(self.kinds) if kind in ("deadline", "start")), 0)
        further = range(dated, min(dated + MOST_FURTHER + 1, len(self.texts))) if dated > last else range(0)
        times = (n for n in further if parse_period(self.texts[n], self.lang, yearless=True))
        return min(last + self.width + next(times, dated) - dated, len(self.texts))

    def rows(self) -> Iterator[list[list[int]]]:
        """Each row's cells, each the paragraphs in it; a row set across has one."""
        yield [[n] for n in range(self.width)]
        yield from ([[n]] for n in range(self.width, self.titles_end))
        for start, behind in zip(self.starts, [*self.starts[1:], self.end], strict=True):
            across = self._across(start, behind)
            cells = [[n] for n in range(start, across)]
            extra = len(cells) - self.width
            if extra > 0 and (parted := self._parted_at_time(start, across)):
                cells = parted
            elif extra > 0:
                name = self.kinds.index("name") if "name" in self.kinds else 0
                cells[name : name + extra + 1] = [[n for cell in cells[name : name + extra + 1] for n in cell]]
            yield cells
            yield from ([[n]] for n in range(across, behind))

    def _parted_at_time(self, start: int, behind: int) -> list[list[int]] | None:
        """The cells of a row with too many lines by the only one that is a time: the name takes what is before it,
        who answers what is behind; None where the columns have no such order, or several lines are times.
        """
        kinds = self.kinds
        if kinds[:1] != ("number",) or not {"name", "deadline", "responsible"} <= set(kinds):
            return None
        time = kinds.index("deadline")
        times = [n for n in range(start + 2, behind) if parse_period(self.texts[n], self.lang, yearless=True)]
        if len(times) != 1 or not kinds.index("name") < time < kinds.index("responsible"):
            return None
        before = _spread(range(start + 1, times[0]), kinds[1:time], "name")
        after = _spread(range(times[0] + 1, behind), kinds[time + 1 :], "responsible")
        return [[start], *before, [times[0]], *after] if before and after else None

    def _across(self, start: int, behind: int) -> int:
        """Where the rows set across behind a row begin: they say by a label what they are, or the time is in place."""
        at = behind
        anew = behind < self.end and _number(self.texts[behind]) == 1
        while at - 1 >= start + self.width and (
            _is_across(self.texts[at - 1], self.lang) or (anew and self.texts[at - 1].endswith(":"))
        ):
            at -= 1
        extra = at - start - self.width
        dated = start + next((n for n, kind in enumerate(self.kinds) if kind in ("deadline", "start")), behind)
        if 0 < extra <= MOST_ACROSS and dated + extra < behind and self.texts[start + self.width][:1].isupper():
            here, there = (parse_period(self.texts[n], self.lang, yearless=True) for n in (dated, dated + extra))
            return start + self.width if here and not there else at
        return at


def _spread(lines: Sequence[int], kinds: Sequence[str], wide: str) -> list[list[int]] | None:
    """Lines in columns, one of which takes those that are too many; None where there are too few."""
    extra = len(lines) - len(kinds)
    if extra < 0:
        return None
    at = kinds.index(wide)
    return [[*lines[n : n + 1]] for n in range(at)] + [
        [*lines[at : at + extra + 1]],
        *([line] for line in lines[at + extra + 1 :]),
    ]


def _tells(kinds: Sequence[str]) -> bool:
    """Whether titles name two columns of those that a plan has."""
    return sum(bool(kind & set(kinds)) for kind in TELLING) > 1


def _width(texts: Sequence[str], first: int, kinds: Sequence[str], lang: str) -> int:
    """How many of the paragraphs before the first number are titles: all that are known, those before a row across."""
    titles = sum(1 for _ in takewhile(lambda text: not _is_across(text, lang), texts[:first]))
    if titles < first or all(kinds):
        return titles
    gaps = Counter(b - a for a, b in pairwise(_starts(texts, first, 0, lang)) if b - a <= first)
    return max(gaps, key=lambda gap: (gaps[gap], gap), default=0)


def _starts(texts: Sequence[str], begin: int, width: int, lang: str) -> Iterator[int]:
    """Where rows begin: at the next number, alone or before its words as the first is; best a row's width behind.

    Beneath a row set across they may be counted anew; behind a full row one that ends with a colon is one, too.
    """
    number, last = 1, begin - FEWEST_COLUMNS
    bare = False
    for place in range(begin, len(texts)):
        if place - last > LONGEST_ROW:
            return
        if number > 1 and _number(texts[place]) == 1:
            titled = place - last == width + 1 and texts[place - 1].endswith(":")
            number = 1 if titled or _is_across(texts[place - 1], lang) else number
        if _number(texts[place]) != number or place - last < FEWEST_COLUMNS - 1:
            continue
        is_bare = bool(_BARE.fullmatch(texts[place]))
        if last >= begin and (is_bare != bare or _is_better(texts, place, last + width, number)):
            continue
        yield place
        bare, last, number = is_bare, place, number + 1


def _is_better(texts: Sequence[str], place: int, expected: int, number: int) -> bool:
    """Whether the same number stands further on, where a row of full width ends."""
    return place < expected < len(texts) and _number(texts[expected]) == number


def _number(text: str) -> int:
    """The number that a paragraph begins with, 0 where it begins with none or with a day."""
    match, day = _NUMBER.match(text), _DAY.match(text)
    if match is None or (day and any(day["month"] in months_of(lang) for lang in LANGUAGES)):
        return 0
    return int(match["number"])


def _is_across(text: str, lang: str) -> bool:
    """Whether words say that they are the name of a part: "II. Ограды", "Цель 1. Зелёные школы"."""
    label = split_label(text, lang)
    return bool(_ROMAN.match(text)) or (label is not None and label.kind is not None)


def kind_of_title(title: str, lang: str) -> str:
    """The column that a line is the title of, as a whole; "" for any other line."""
    bare = title.strip()
    if not 0 < len(bare) <= LONGEST_TITLE or bare.endswith("|"):
        return ""
    return _titles(lang).get(_NOT_LETTERS.sub("", bare.casefold()), "")


@cache
def _titles(lang: str) -> Mapping[str, str]:
    return {_NOT_LETTERS.sub("", title): column for title, column in words(lang).column_titles.items()}

"""Tables without numbers whose cells have run together on a line, or are broken over lines, below such titles.

    Мектеп Мазмұны Өткізу түрі Күні Жауаптылар        Дата Мероприятие Ответственный
    №5 бақ мектебі                                    12.02 Открыть выставку Липова А.Б.
    «Гүлзар» Дөңгелек үстел                           13.02 Полить розы Кленов В.Г.
    7-9 сыныптар
    18.02 завхоз Липов А.Б.

A row ends where somebody, or a time in the last column, ends it; one that nothing parts surely stands in one column,
which is a finding. Words of the first column may stand once, above all rows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Block, Cell, Document, ListItem, Paragraph, Passage, Row, Table, join
from extract.finders.plan.columns.parted_words import names_somebody, parted
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.tables.events import is_duty
from extract.finders.tables.kinds_of_lists import MOST_ABOVE, are_deeds, are_of_a_plan, are_of_another_kind
from extract.finders.tables.lines import lines_of_source
from extract.language.russian import readings
from extract.lexicon.headings import heading_words, in_any_language

NEEDED = frozenset({"name", "deadline", "responsible"})
MOST_HEAD_LINES = 6
LONGEST_HEAD = 200
LONGEST_TITLE, MOST_TITLE_WORDS = 60, 4
MOST_LINES = 8
"""Lines of a row."""
FEWEST_ROWS = 2
LEAST_TOLD = 0.5
"""Share of the rows that must be parted for any to be."""
MOST_FORM_WORDS = 3
"""Words of a form of an event, among which one tells that it is one."""

_MAY_BEGIN = re.compile(rf"(?:^|\s)(?:{in_any_language('tables', 'answers')})[^\W\d_]*", re.MULTILINE)
_CAPITAL = re.compile(r"(?<=\s)(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_OPENS = re.compile(r"[«\"“]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_NUMBERED = re.compile(rf"(?:{in_any_language('tables', 'number')})(?![^\W\d_])", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^“”]*”|\([^()]*\)")
_BEHIND_QUOTES = re.compile(r"[»\"”]\s+\Z")
_OF_FORMS = re.compile(in_any_language("tables", "forms"), re.IGNORECASE)
_OF_CLASSES = re.compile(in_any_language("tables", "classes"), re.IGNORECASE)
_CLASSES = re.compile(
    r"(?<!\S)(?:\d{1,2}(?:\s*[-–,]\s*\d{1,2})*\s*(?:[«\"]?[А-ЯӘ][»\"]?\s*)?(?:-\s*)?"
    rf"(?:{in_any_language('tables', 'of_classes')})|{in_any_language('tables', 'all_classes')})\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and the number of the block that it is of."""

    block: int
    words: Passage


@dataclass(frozen=True, slots=True)
class _Head:
    """The titles of a table, the kinds of its columns, and how many lines they take."""

    titles: tuple[Passage, ...]
    kinds: tuple[str, ...]
    size: int


def with_rows_without_numbers(document: Document) -> Document:
    """A document whose tables without numbers, run together or broken over lines, are tables."""
    if not _MAY_BEGIN.search(document.text):
        return document
    runs = list(_runs(document))
    changed: dict[int, list[Block]] = {}
    for lines in runs:
        told = [n for n, line in enumerate(lines) if _MAY_BEGIN.search(line.words.text)]
        at = 0
        while at < len(lines):
            near = bisect_left(told, at)
            if near == len(told):
                break
            at = max(at, told[near] - MOST_HEAD_LINES + 1)
            head = _head_at(lines, at, document.lang)
            head = head if head and _is_of_a_plan(lines[max(0, at - MOST_ABOVE) : at], head, document.lang) else None
            table, behind = _Reader(lines, head, document.lang).table(at + head.size) if head else (None, at)
            if table is None:
                at += 1
                continue
            _put(changed, lines, range(at, behind), table)
            at = behind
    if not changed:
        return document
    blocks = (one for n, block in enumerate(document.blocks) for one in changed.get(n, [block]))
    return replace(document, blocks=tuple(blocks))


def _runs(document: Document) -> Iterator[list[_Line]]:
    """The lines between tables and items with numbers."""
    run: list[_Line] = []
    for n, block in enumerate(document.blocks):
        if isinstance(block, Table) or (isinstance(block, ListItem) and any(map(str.isalnum, block.marker))):
            yield run
            run = []
        else:
            run += [_Line(n, words) for words in _lines_of(block.passage, document.text) if words.text]
    yield run


def _lines_of(passage: Passage, text: str) -> Iterator[Passage]:
    if not passage.text:
        return
    span = passage.span()
    yield from lines_of_source(passage, text) if "\n" in text[span.start : span.end] else (passage,)


def _put(changed: dict[int, list[Block]], lines: Sequence[_Line], taken: range, table: Table) -> None:
    """A table in the place of its lines; what stands in the same blocks around it are lines of their own."""
    first, last = lines[taken.start].block, lines[taken.stop - 1].block
    for n in range(first, last + 1):
        around = [at for at, line in enumerate(lines) if line.block == n and at not in taken]
        before: list[Block] = [Paragraph(lines[at].words) for at in around if at < taken.start]
        behind: list[Block] = [Paragraph(lines[at].words) for at in around if at >= taken.stop]
        kept = [one for one in changed.get(n, []) if isinstance(one, Table)]
        changed[n] = [*kept, *([] if kept else before), *([table] if n == first else []), *behind]


def _head_at(lines: Sequence[_Line], at: int, lang: str) -> _Head | None:
    """The titles that begin at a line; each begins with a capital, and all but the first must be known."""
    if not _OPENS.match(lines[at].words.text) or _NUMBERED.search(lines[at].words.text):
        return None
    for size in range(1, min(MOST_HEAD_LINES, len(lines) - at) + 1):
        whole = join([line.words for line in lines[at : at + size]])
        if len(whole) > LONGEST_HEAD or (size > 1 and len(lines[at + size - 1].words) > LONGEST_TITLE):
            return None
        cuts = [0, *(one.start() for one in _CAPITAL.finditer(whole.text)), len(whole)]
        titles = tuple(whole[a:b].strip() for a, b in pairwise(cuts))
        kinds = tuple(_kind_of(title.text, lang) for title in titles)
        known = all(kinds[1:]) and "number" not in kinds and all(_may_be_title(title.text, lang) for title in titles)
        if known and set(kinds) >= NEEDED and all(kinds.count(kind) == 1 for kind in NEEDED):
            return _Head(titles, kinds, size)
        if size == 1 and not any(kinds):
            return None
    return None


def _is_of_a_plan(above: Sequence[_Line], head: _Head, lang: str) -> bool:
    """Whether the lines above say so; a first title of some words that no plan needs may be one of them."""
    lines = [line.words.text for line in above]
    of_text = head.kinds[0] not in NEEDED and " " in head.titles[0].text
    if of_text and are_of_another_kind([*lines, head.titles[0].text], lang):
        return False
    return are_of_a_plan(lines, head.titles[head.kinds.index("name")].text, lang)


def _may_be_title(title: str, lang: str) -> bool:
    """Whether words are few, and no verb among them: "Ответственные обсудили" is no title."""
    named = title.casefold().split()
    verbs = lang == "ru" and any({part for _, part, _, _ in readings(word)} == {"VERB"} for word in named)
    return len(named) <= MOST_TITLE_WORDS and not verbs


def _kind_of(title: str, lang: str) -> str:
    """The kind of a column; forms of events and classes, whose words are told apart, are remarks."""
    beside = _OF_FORMS.search(title) or _OF_CLASSES.search(title)
    return kind_of_title(title, lang) or ("remark" if beside else "")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows below a head."""

    lines: Sequence[_Line]
    head: _Head
    lang: str

    def table(self, at: int) -> tuple[Table | None, int]:
        """The table whose rows begin at a line, and the line behind it; None where too few are told."""
        rows: list[Row] = []
        told = count = 0
        end = begin = at
        while at < len(self.lines) and at - begin < MOST_LINES:
            found = self._row(begin, at, first=not count)
            at += 1
            if found is None:
                continue
            section, cells, at = found
            count, told = count + 1, told + (cells is not None)
            rows += [Row((Cell((section,)),))] if section else []
            rows.append(Row(cells or self._doubtful(begin, at)))
            begin = end = at
        named = [row.cells[self.head.kinds.index("name")].text for row in rows if len(row.cells) > 1]
        if count < FEWEST_ROWS or not are_deeds(named, self.lang):
            return None, at
        if told < max(FEWEST_ROWS, LEAST_TOLD * count):
            if any(is_duty(cell.text, self.lang) for row in rows for cell in row.cells):
                return None, at
            rows = [Row((Cell(tuple(row.passage() for row in rows)),))]
        return Table((Row(tuple(Cell((title,)) for title in self.head.titles)), *rows)), end

    def _doubtful(self, begin: int, end: int) -> tuple[Cell, ...]:
        """Lines that nothing parts surely, in one column: no measure without a name, but a finding."""
        whole = Cell((join([line.words for line in self.lines[begin:end]]),))
        return tuple(whole if kind == "deadline" else EMPTY_CELL for kind in self.head.kinds)

    def _row(self, begin: int, at: int, *, first: bool) -> tuple[Passage | None, tuple[Cell, ...] | None, int] | None:
        """The section above a row of some lines, its cells, None where they are not sure, and the line behind it; None
        where no row ends there.
        """
        lines = [line.words for line in self.lines[begin : at + 1]]
        whole = parted(join(lines), self.head.kinds, self.lang)
        if whole is None:
            return None
        alone = parted(lines[-1], self.head.kinds, self.lang) if len(lines) > 1 else None
        section: Passage | None = None
        above: Sequence[Passage] = ()
        doubtful = False
        if alone and alone["name"].text and _OPENS.match(alone["name"].text):
            if first and not self.head.kinds[0]:
                whole, above = alone, lines[:-1]
            elif len(lines) == 2 and lines[0].text.endswith(":"):
                whole, section = alone, lines[0]
            else:
                doubtful = self._between() is None
        whole, behind = self._with_further(whole, at + 1)
        return section, None if doubtful else self._cells(whole, above), behind

    def _between(self) -> int | None:
        """The column between a name and what stands behind it, where there is one."""
        at = self.head.kinds.index("name") + 1
        return at if at < len(self.head.kinds) and self.head.kinds[at] not in NEEDED else None

    def _with_further(self, told: Mapping[str, Passage], at: int) -> tuple[Mapping[str, Passage], int]:
        """A row with the lines behind it on which its last column goes on, and the line behind them."""
        while self.head.kinds[-1] == "responsible" and at < len(self.lines):
            line, answers = self.lines[at].words, told["responsible"]
            longer = join([answers, line])
            goes_on = line.text[:1].islower() or answers.text.endswith(",")
            if not _REMARK.fullmatch(line.text) and not (goes_on and names_somebody(longer.text, self.lang)):
                break
            told, at = {**told, "responsible": longer}, at + 1
        return told, at

    def _cells(self, told: Mapping[str, Passage], above: Sequence[Passage]) -> tuple[Cell, ...] | None:
        """The cells of a row; None where the words of a name and of a column beside it cannot be told apart."""
        by_place = {self.head.kinds.index(kind): words for kind, words in told.items()}
        if above:
            by_place[0] = join(above)
        others = [n for n, kind in enumerate(self.head.kinds) if kind not in NEEDED and n]
        between = self._between()
        if others and others != [between]:
            return None
        if between is not None:
            parts = self._name_and_beside(told["name"], self.head.titles[between].text)
            if parts is None:
                return None
            by_place[between - 1], by_place[between] = parts
        cells = (by_place.get(n) for n in range(len(self.head.kinds)))
        return tuple(Cell((words,)) if words and words.text else EMPTY_CELL for words in cells)

    def _gaps(self, words: Passage) -> list[int]:
        """Where some blanks stand in a line of the source: between columns."""
        starts = {line.words.offsets[0] for line in self.lines}
        places = range(1, len(words) - 1)
        wide = (n for n in places if words.text[n] == " " and words.offsets[n + 1] > words.offsets[n - 1] + 2)
        return [n for n in wide if words.offsets[n + 1] not in starts]

    def _name_and_beside(self, name: Passage, title: str) -> tuple[Passage, Passage] | None:
        """A name and the form of the event, or classes, behind it or behind a gap; None where nothing tells."""
        gaps = self._gaps(name)
        if len(gaps) == 1 and name.text[gaps[0] + 1 : gaps[0] + 2] not in "«(":
            return name[: gaps[0]].strip(), name[gaps[0] :].strip()
        if _OF_CLASSES.search(title):
            found = _CLASSES.search(name.text)
            return (name[: found.start()].strip(), name[found.start() :].strip()) if found and found.start() else None
        if not _OF_FORMS.search(title):
            return None
        hidden = _QUOTED.sub(lambda match: "«" + "_" * (len(match.group()) - 2) + "»", name.text)
        capitals = [match.start() for match in _CAPITAL.finditer(hidden)]
        forms = [at for at in capitals if _is_form(hidden[at:], self.lang)]
        sure = forms if len(forms) == 1 else [at for at in capitals if _BEHIND_QUOTES.search(hidden[:at])]
        if len(sure) != 1 or (len(capitals) > 1 and sure != forms):
            return None
        return name[: sure[0]].strip(), name[sure[0] :].strip()


def _is_form(text: str, lang: str) -> bool:
    """Whether one of the first words is that of what an event may be."""
    return bool(_forms(lang).search(" ".join(text.split()[:MOST_FORM_WORDS])))


@cache
def _forms(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{heading_words(lang).event_forms})", re.IGNORECASE)

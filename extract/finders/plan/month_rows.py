"""Rows due in a month that stands beside their deadline: in a row set across above them, in a column, above the table.

№ | Мероприятие    | Кто              № | Мероприятие    | Кто | Срок
Сентябрь                         ->   Сентябрь
1 | Собрать листья | Все              1 | Собрать листья | Все | Сентябрь

Месяц    | Неделя   | Мероприятие         Месяц              | Мероприятие
Сентябрь | 1 неделя | Собрать листья  ->  Сентябрь, 1 неделя | Собрать листья
         | 2 неделя | Полить сад          Сентябрь, 2 неделя | Полить сад

A row set across that is another time ("В течение года") ends the month, and is when the rows beneath are due that say
nothing themselves; so does a heading, but where months are divided by headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.document.blocks import EMPTY, Cell, Passage, Row, join
from extract.document.times import TITLES, is_time_alone, months_of, said
from extract.finders.plan.columns.evidence import is_deadline, kind_of_cells
from extract.finders.plan.columns.kinds import is_numbering
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.this_year import days_in_figures
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words

TITLE_ROWS = 3
FEWEST_COLUMNS = 2
LAST_OF_NAMES = 1
"""Place of the last column, from 0, that words stand in where a row is a heading though its cells are not joined."""
_WORD = re.compile(r"\w+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_FIGURE = re.compile(r"\d{1,2}|[IVX]{1,3}", re.IGNORECASE)
_LABEL = figure_words().pattern("label_of_month")
_DIGIT = re.compile(r"\d")
_DIGITS = tuple("0123456789")
_DAYS = re.compile(r"\d{1,2}(?:\s*[-–—]\s*\d{1,2})?")
_FOR_A_MONTH = figure_words().pattern("for_a_month")
_OF_A_MONTH = figure_words().pattern("of_a_month")
_BEHIND_A_MONTH = figure_words().pattern("behind_a_month")
_HOUR = figure_words().pattern("hour_behind_day")
_MARKS = (",", "(", ":", "–", "—", "-", ".", "«", "“")
_COUNTS_DAYS = figure_words().pattern("counts_days")
_PARTS = frozenset(
    ("month-part", "week-word", "until", "day-word", "in", "course", "month-unit", "month-word", "last", "edge", "end")
) | {"ordinal", "ordinal-ending", "day-ending", "and", "weekday", "decade", "half-part"}
"""Words that tell a part of a month, or all of it."""


def with_months(rows: Sequence[Row], lang: str, above: Passage = EMPTY) -> Sequence[Row]:
    """The rows of a table, the month that stands above some of them as their deadline, or before it.

    `above` is the line above the table. A row that is a month alone is set across.
    """
    at = next((n for n, row in enumerate(rows[:TITLE_ROWS]) if _are_titles(row, lang)), None)
    if at is None:
        return rows
    body = rows[at + 1 :]
    headings = {id(row): heading for row in body if (heading := _Heading.of(row, len(rows[at].cells), lang))}
    columns = _Columns.of(rows[at], [row for row in body if id(row) not in headings], lang)
    month = above if is_time_alone(above.text, lang) else EMPTY
    are_months = any(heading.is_month for heading in headings.values())
    in_title = EMPTY if month.text or are_months else _month_in_title(above, lang)
    if in_title.text and any(map(columns.is_in_days, body)):
        return [columns.dated(row, in_title, in_part=True) if columns.is_in_days(row) else row for row in rows]
    if not (are_months or month.text or columns.are_months or (_are_times(headings.values()) and columns.are_open)):
        return rows
    time, found = _Heading(month, is_month=True, is_time=bool(month.text)), []
    divided = _are_divided(body, headings)
    for row in body:
        heading = headings.get(id(row))
        if heading:
            time = heading if heading.is_time else time if divided or not are_months else _NO_TIME
            found.append(Row(tuple(cell for cell in row.cells if cell.paragraphs)) if heading.is_time else row)
        elif len(row.cells) != columns.width:
            found.append(row)
        else:
            own = columns.month_of(row)
            if own and columns.are_groups:
                found.append(Row((Cell((own,)),)))
            time = _Heading(own, is_month=is_time_alone(own.text, lang), is_time=True) if own else time
            found.append(columns.dated(row, time.words, in_part=time.is_month))
    first = next((heading.words for heading in headings.values() if heading.is_time), time.words)
    return (*rows[:at], columns.titled(rows[at], first), *(row for row in found if not columns.is_numbering(row)))


@dataclass(frozen=True, slots=True)
class _Heading:
    """A row set across the table: its words, and whether they are a month, or any other time."""

    words: Passage
    is_month: bool = False
    is_time: bool = False

    @classmethod
    def of(cls, row: Row, width: int, lang: str) -> _Heading | None:
        """The only words of a row; None where others stand beside them, or where they may be a cell of another row."""
        filled = [n for n, cell in enumerate(row.cells) if cell.paragraphs]
        if len(filled) != 1:
            return None
        whole = row.cells[filled[0]].passage
        label = _LABEL.match(whole.text)
        words_alone = whole[label.end() if label else 0 :].strip()
        if is_time_alone(words_alone.text, lang):
            return cls(words_alone, is_month=True, is_time=True)
        if len(row.cells) == width and filled[0] > LAST_OF_NAMES:
            return None
        is_time = is_deadline(words_alone.text, lang)
        return cls(words_alone if is_time else whole, is_time=is_time)


_NO_TIME = _Heading(EMPTY)


def _month_in_title(title: Passage, lang: str) -> Passage:
    """The only month that a title names, which it is for: "План на октябрь 2031 года", not "принят в октябре"; nothing
    where there is none, or where a day stands before it.
    """
    found = [match for match in _WORD.finditer(title.text) if match[0].casefold() in months_of(lang)]
    told = [match for match in found if _is_for(title.text[: match.start()], title.text[match.end() :])]
    return title[told[0].start() : told[0].end()] if len(found) == len(told) == 1 else EMPTY


def _is_for(before: str, behind: str) -> bool:
    """Whether a month that stands between other words of a title is what the title is for, or is parted from them."""
    if before.rstrip(' "»”').endswith(_DIGITS):
        return False
    return bool(_FOR_A_MONTH.search(before) or _OF_A_MONTH.match(behind)) or _is_parted(before, behind)


def _is_parted(before: str, behind: str) -> bool:
    """Whether a mark, or nothing, stands before a month, and no more than its year behind it."""
    return (not before.strip() or before.rstrip().endswith(_MARKS)) and _BEHIND_A_MONTH.fullmatch(behind) is not None


def _are_times(headings: Iterable[_Heading]) -> bool:
    """Whether some headings are times and nothing else is set across."""
    told = [heading.is_time for heading in headings]
    return bool(told) and all(told)


def _are_divided(body: Sequence[Row], headings: Mapping[int, _Heading]) -> bool:
    """Whether a heading stands directly below a month: then the others, too, part what a month holds."""
    told = [headings.get(id(row)) for row in body]
    return any(one and other and one.is_month and not other.is_time for one, other in pairwise(told))


def _are_titles(row: Row, lang: str) -> bool:
    """Whether a row names some column that a plan has, and none of its cells is a month alone."""
    titles = [_NOT_LETTERS.sub("", cell.text.casefold()) for cell in row.cells if cell.paragraphs]
    stems = words(lang).column_stems
    known = sum(title in words(lang).column_titles or any(title.startswith(stem) for stem in stems) for title in titles)
    return len(titles) >= FEWEST_COLUMNS and known > 0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table has its deadlines and the parts of months, and whether its deadlines are months, or other times
    without a day.
    """

    width: int
    lang: str
    deadline: int | None
    part: int | None
    are_months: bool
    are_counts: bool
    """Whether the deadlines are so many days: "Срок (дней)"."""
    are_open: bool
    """Whether rows leave the deadline open, or the table has no column of it."""
    are_groups: bool = False
    """Whether the months stand beside a column of deadlines of its own, whose rows they group."""

    @classmethod
    def of(cls, titles: Row, body: Sequence[Row], lang: str) -> _Columns:
        """The columns by their titles; those of months also by what stands in them."""
        named = [_NOT_LETTERS.sub(" ", cell.text.casefold()).strip() for cell in titles.cells]
        month = tuple(title for title, part in words(lang).year_part_titles.items() if part == "month")
        parts = words(lang).month_part_titles
        kinds = [kind_of_title(cell.text, lang) for cell in titles.cells]
        dated = (n for n, kind in enumerate(kinds) if kind == "deadline" and named[n] not in parts)
        deadline = next(dated, _by_content(kinds, body, lang))
        part = next((n for n, title in enumerate(named) if title in parts), None)
        deadline, part = (part, None) if deadline is None else (deadline, part)
        second = next((n for n, kind in enumerate(kinds) if kind == "deadline" and n != deadline), None)
        cells = [row.cells[deadline] for row in body if deadline is not None and len(row.cells) == len(named)]
        filled = [cell.text for cell in cells if cell.paragraphs]
        titled = deadline is not None and named[deadline].startswith(month)
        are_months = _are_months(filled, lang, titled=titled)
        first = deadline == 0 or titled
        grouping = part is None and first and are_months
        part = second if grouping else part
        are_counts = deadline is not None and _COUNTS_DAYS.search(titles.cells[deadline].text) is not None
        are_open = not {"deadline", "start", "end"} & set(kinds) or len(filled) < len(cells)
        groups = grouping and second is not None
        return cls(len(named), lang, deadline, part, are_months and first, are_counts, are_open, groups)

    def month_of(self, row: Row) -> Passage | None:
        """The month in a row's own column of months."""
        cell = row.cells[self.deadline] if self.are_months and self.deadline is not None else None
        return cell.passage if cell and cell.paragraphs else None

    def is_in_days(self, row: Row) -> bool:
        """Whether the deadline of a row is a day without its month, or several: "27–31"."""
        at = self.deadline
        if at is None or self.are_counts or len(row.cells) != self.width or is_numbering(row):
            return False
        return bool(_DAYS.fullmatch(row.cells[at].text.strip()))

    def dated(self, row: Row, month: Passage, *, in_part: bool) -> Row:
        """A row with the month before its deadline, or as its deadline where it has none; a time that has no such
        parts is it only there.
        """
        if not month.text:
            return row if self.deadline is not None else Row((*row.cells, Cell()))
        if self.deadline is None:
            return Row((*row.cells, Cell((month,))))
        own = row.cells[self.part if self.are_months and self.part is not None else self.deadline].passage
        own = without_hour(own) if in_part else own
        if self.are_months and self.part is None:
            own = EMPTY
        if own.text and not (in_part and self._is_part(own.text)):
            return self._with(row, own) if self.are_groups else row
        whole = join((own, month)) if _DAYS.fullmatch(own.text) else join((month, own), ", ")
        return self._with(row, whole)

    def _with(self, row: Row, due: Passage) -> Row:
        """A row with what it is due by, in both columns where months group the rows."""
        at = {self.deadline, self.part} if self.are_groups else {self.deadline}
        return replace(row, cells=tuple(Cell((due,)) if n in at else cell for n, cell in enumerate(row.cells)))

    def _is_part(self, text: str) -> bool:
        """Whether words tell nothing but a part of a month: "2 неделя", "до 10 числа", "ай бойы", not "до 15.09"."""
        if any(days_in_figures(text)):
            return False
        tags = words(self.lang).tags
        found = _WORD.findall(text.casefold())
        return all(_FIGURE.fullmatch(word) or tags.get(word, ("", ""))[0] in _PARTS for word in found)

    def titled(self, titles: Row, month: Passage) -> Row:
        """The titles, one of the deadline where there is none."""
        return titles if self.deadline is not None else Row((*titles.cells, Cell((said(TITLES[self.lang], month),))))

    def is_numbering(self, row: Row) -> bool:
        """Whether a row numbers the columns, of which there are more now."""
        texts = [cell.text.strip(" .") for cell in row.cells if cell.paragraphs]
        return self.deadline is None and len(texts) == self.width and texts == [str(n + 1) for n in range(self.width)]


def _are_months(texts: Sequence[str], lang: str, *, titled: bool) -> bool:
    """Whether times are months, with others that name no day at most among them: "Сентябрь", "В течение года".

    Below a title that says months (`titled`) they may be in any words where most are months.
    """
    others = [text for text in texts if not is_time_alone(text, lang)]
    if len(others) == len(texts) or any(_DIGIT.search(text) for text in others):
        return False
    return (titled and 2 * len(others) <= len(texts)) or all(is_deadline(text, lang) for text in others)


def without_hour(time: Passage) -> Passage:
    """A day without the time of day behind it: "20-сы, сағ. 11:00" -> "20-сы"."""
    match = _HOUR.search(time.text)
    return time[: match.start()] if match and match.start() else time


def _by_content(kinds: Sequence[str], body: Sequence[Row], lang: str) -> int | None:
    """The column whose title is unknown and whose cells are deadlines for the most part."""
    for n, kind in enumerate(kinds):
        texts = [row.cells[n].text for row in body if len(row.cells) == len(kinds)]
        told = None if kind else kind_of_cells(texts, lang, lambda _: False)
        if told and told.kind == "deadline":
            return n
    return None

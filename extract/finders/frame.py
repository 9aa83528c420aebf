"""The year, or the school year, that a plan is for: "на 2031 год", "2031-2032 оқу жылына арналған"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document.blocks import Block, Document, Heading, Paragraph, Table
from extract.lexicon.figures import figure_words
from extract.values.acts import day_pattern
from extract.values.times.due_points import YearFrame
from extract.values.times.period import parse_period
from kzedu_graph.model.records import Source

_TITLE_BLOCKS = 15
_BLOCKS_ABOVE = 4
_LONGEST_TITLE = 300
_YEARS = re.compile(r"\b(?:19|20)\d\d(?=ж\b|г\b|\b)")
PAPERS = ("order", "instruction", "decision", "resolution", "minutes")
_SPAN = re.compile(r"\b(?P<first>20\d\d)\s*[-–—/]\s*(?P<last>20\d\d|\d\d)\b")
_FARTHEST = 4
"""Lines between a plan's name and the line of its title that tells its year."""
_WORDS = figure_words()
_FOR_A_YEAR = re.compile(
    rf"\b(?P<lead>(?:{_WORDS.before_time})\s+(?:{_WORDS.part_before_year}\s+)?)?"
    rf"20\d\d(?:\s*[-–—/]\s*\d{{2,4}})?\s*(?:-?\s*(?:{_WORDS.school_year.pattern}|(?:{_WORDS.year_words})(?!\w)))"
    rf"[^\W\d_]*\.?(?:\s+(?:{_WORDS.part_behind_year})(?=\s+{_WORDS.meant_for}))?(?P<behind>\s+{_WORDS.meant_for}\b)?",
    re.IGNORECASE,
)
"""A year that something is for, with what says so: "на 2031 год", "2031 жылға арналған"."""
_MARKS = " .,»”)(«“"
_LONGEST_DAYS = 60
"""Characters of a line of days."""
_BETWEEN_DAYS = re.compile(r"\s+(?:аралығында(?:ғы)?|аралығы|күндері)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frames:
    """The year of a whole plan, and from where on each of its tables has one by its own title, or several years."""

    whole: YearFrame | None = None
    starts: tuple[int, ...] = ()
    own: tuple[YearFrame | None, ...] = ()
    of_money: int | None = None
    """The one year that a title says the plan is for: a sum without a year is spent in it."""

    def at(self, offset: int) -> YearFrame | None:
        """The year that dates at an offset of the text are of."""
        n = bisect_right(self.starts, offset)
        return self.own[n - 1] if n else self.whole


NO_FRAMES = Frames()


def frames_of(source: Source, document: Document) -> Frames:
    """The years of the plan and of its tables: "План проверок на I полугодие 2031 года" above one in an annex."""
    whole = frame_of(source, document)
    found: list[tuple[int, YearFrame | None]] = []
    for number, block in enumerate(document.blocks):
        if not isinstance(block, Table):
            continue
        title = _title_above(document.blocks[max(0, number - _BLOCKS_ABOVE) : number])
        first = next((span for row in block.rows for span in row.spans()), None) if title is not None else None
        if title is not None and first:
            dated = re.sub(day_pattern(document.lang), " ", title, flags=re.IGNORECASE)
            found.append((first.start, frame_in(dated) if _YEARS.search(dated) else whole))
    starts, own = tuple(start for start, _ in found), tuple(frame for _, frame in found)
    return Frames(whole, starts, own, _year_of_money(source, document))


def titles_above_tables(document: Document) -> Iterator[tuple[Table, str | None]]:
    """Each table with the title of a plan that stands directly above it, None where none does."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            yield block, _title_above(document.blocks[max(0, number - _BLOCKS_ABOVE) : number])


def _year_of_money(source: Source, document: Document) -> int | None:
    """The year that a title names as the only one and says the plan is for: "на 2031 год", not "до 2031 года"."""
    told = next(((title, frame) for title in titles_of(source, document) if (frame := frame_in(title))), None)
    if told is None or told[1].first != told[1].last:
        return None
    return told[1].first if figure_words().plan_of_year.search(told[0]) else None


def _title_above(blocks: Sequence[Block]) -> str | None:
    """The nearest title of a plan directly above a table."""
    for block in reversed(blocks):
        if isinstance(block, Table):
            return None
        text = block.passage.text.strip()
        titled = (
            isinstance(block, Heading | Paragraph) and len(text) <= _LONGEST_TITLE and text[-1:] not in (".", ";", ":")
        )
        if titled and _WORDS.plan_words.search(text):
            return text
    return None


def frame_of(source: Source, document: Document) -> YearFrame | None:
    """The one year that the title names, or the title of the plan inside the text, else that of the paper's own day.

    None for several years, or none. In minutes their day goes before a title that names its year.
    """
    told = next((frame for title in titles_of(source, document) if (frame := frame_in(title))), None)
    dated = frame_of_paper(source, document)
    return dated or told if source.kind == "minutes" else told or dated


def frame_of_paper(source: Source, document: Document) -> YearFrame | None:
    """What gives days without a year theirs in an order, minutes or a memo of one day, whose titles name no other year.

    What is due on "25 мая" is so on the first 25 May from that day on. A title that names the very year of an order may
    be of a plan for the whole of it, that of minutes is the title of their day.
    """
    is_minutes = source.kind == "minutes"
    day = source.act_date or (source.version_date if is_minutes else None)
    numbered = source.kind in PAPERS or (source.kind == "act" and source.number is not None)
    if day is None or not numbered:
        return None
    named = {int(year) for title in titles_of(source, document) for year in _YEARS.findall(title)}
    if named - ({day.year} if is_minutes else set()):
        return None
    return YearFrame(day.year, day.year, since=day)


def titles_of(source: Source, document: Document) -> Iterator[str]:
    """The title, and the lines at the head of a text that name a plan, each before the one that tells its year."""
    yield source.title
    blocks = document.blocks[:_TITLE_BLOCKS]
    for number, block in enumerate(blocks):
        if isinstance(block, Heading | Paragraph) and _WORDS.plan_words.search(block.passage.text):
            yield block.passage.text
            if len(block.passage) <= _LONGEST_TITLE and not _YEARS.search(block.passage.text):
                yield from _year_beside(blocks, number, document.lang)


def _year_beside(blocks: Sequence[Block], number: int, lang: str) -> Iterator[str]:
    """The line of a title beneath, else above, the one that names the plan, that tells its year: "ПЛАН РАБОТЫ" over
    "средней школы № 5" over "на 2031-2032 учебный год".
    """
    for lines in (blocks[number + 1 : number + 1 + _FARTHEST], blocks[max(0, number - _FARTHEST) : number][::-1]):
        for line in lines:
            text = line.passage.text.strip() if isinstance(line, Heading | Paragraph) else ""
            if not text or len(text) > _LONGEST_TITLE:
                break
            if _is_for_a_year(text) or _is_of_days(text, lang):
                yield text
                return
            if text.endswith((".", ";", ":")) or _YEARS.search(text):
                break


def _is_for_a_year(text: str) -> bool:
    """Whether a line ends with the year that something is for, or is one: "работы школы на 2031 год", "2031 жыл"."""
    match = _FOR_A_YEAR.search(text)
    if match is None or text[match.end() :].strip(_MARKS):
        return False
    return bool(match["lead"] or match["behind"]) or not text[: match.start()].strip(_MARKS)


def _is_of_days(text: str, lang: str) -> bool:
    """Whether a line is the days of one year that a plan is for: "с 12 по 16 мая 2031 года", "2031 ж. 5-9 мамыр"."""
    if not _YEARS.search(text) or len(text) > _LONGEST_DAYS:
        return False
    period = parse_period(_BETWEEN_DAYS.sub("", text).strip(_MARKS), lang)
    return period is not None and len(period.due) == 1 and "/" in period.due[0] and len(set(_YEARS.findall(text))) == 1


def frame_in(title: str) -> YearFrame | None:
    """The year that a title is for; a school year where it says so, or is two years, one after the other."""
    span = _SPAN.search(title)
    years = sorted({int(year) for year in _YEARS.findall(title)})
    if span and (school := _WORDS.school_year.search(title)):
        first = int(span["first"])
        last = int(span["first"][: -len(span["last"])] + span["last"])
        of_terms = _WORDS.term_year.match(school[0]) is not None
        return YearFrame(first, last, of_terms=of_terms) if last == first + 1 else None
    return YearFrame(years[0], years[0]) if len(years) == 1 else None

"""Events told day by day below a line that says they are a plan, as the table that they are.

Программа недели сада:                 Срок       | Мероприятие
5 мая – открытие выставки роз;    ->   5 мая      | открытие выставки роз
6-8 мая: конкурс рисунков              6-8 мая    | конкурс рисунков

20 мамыр                               a day above its events
- концерт
- жәрмеңке

21 марта, пятница, с 10.00 до 15.00    a day and its hours above an event
Открытие ярмарки
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from extract.document.blocks import EMPTY, Block, Cell, Document, Heading, ListItem, Paragraph, Passage, Row, Table
from extract.document.labelled_lines import LABELS
from extract.document.times import TITLES, months_of, said
from extract.finders.plan.columns.parted_words import names_somebody
from extract.finders.plan.month_rows import without_hour
from extract.finders.plan.points.point_notes import LABEL, title_of
from extract.finders.tables.events import (
    MOST_ABOVE,
    NEAREST_ABOVE,
    QUOTED,
    are_events,
    leads_a_plan_in,
    may_lead_a_plan_in,
    says_something,
)
from extract.finders.tables.lines import NEW, Line, lines_of_source, with_tables
from extract.lexicon.headings import heading_words, in_any_language
from extract.lexicon.words import words as lexicon_words
from extract.values.times.period import parse_period

FEWEST_DAYS = 2
"""Days that are a plan."""
MOST_EVENTS = 12
"""Lines below a day."""
LONGEST_DAY = 60
LONGEST_EVENT = 600
"""Characters of a day, and of what happens on it."""
FEWEST_LETTERS = 4
SHORTEST_WORD = 3
"""Letters of a word that a day may have only where the grammar of times knows it."""

_SINCE, _UNTIL, _AT = (in_any_language("days", key) for key in ("since", "until", "at"))
_BLANK = r"[^\S\n]"
_FIGURES = (
    rf"[^\w\n]*+(?:\d{{1,2}}[.)]{_BLANK}*+)?(?:(?:{_SINCE}){_BLANK}+)?\d{{1,2}}(?:{_BLANK}?[-–—]{_BLANK}?\d{{1,2}})?"
    rf"(?:{_BLANK}|[.-])++[^\W\d_]{{3}}"
)
_MAY_HAVE_DAYS = re.compile(rf"^{_FIGURES}.*\n(?:.*\n){{0,12}}?{_FIGURES}", re.MULTILINE | re.IGNORECASE)
_OPENS = re.compile(rf"(?:(?:{_SINCE}|{_UNTIL})\s+)?\d|(?:(?:{_AT})\s+)?[^\W\d_]{{3}}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[.)]\s*(?=\d{1,2}\s*(?:[-–—]\s*\d{1,2}\s*)?[^\W\d_]{3})")
_SEPARATOR = re.compile(r"\s+[–—-]\s*|[–—]\s+|\s*:\s+|\.\s+(?=[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[«»\"“”?!]")
"""Signs that no day has."""
_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_POINT = re.compile(r"\d{1,3}[.)]\s")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\Z")
_DASH = re.compile(r"\s[–—-]\s")
_MARK = re.compile(r"[.;,]")
_END = " ;.,"


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]+(?:{in_any_language('days', 'weekdays')})\)?\s*$", re.IGNORECASE)


@cache
def _hours() -> re.Pattern[str]:
    """From when to when of a day: ", с 7.00 до 15.00 часов", "сағат 7.00-ден 15.00-ге дейін"."""
    hour, hours, to, end = (in_any_language("days", key) for key in ("hour", "hours", "to", "from"))
    return re.compile(
        rf"[\s,;(]+(?:(?:{hour})\s+)*{_TIME}(?:\s*-?(?:[дтн][еа]н?))?"
        rf"(?:\s*(?:{to}|[-–—])?\s*{_TIME}(?:\s*-?[гкғқ][еа])?)?\s*(?:{hours})?\s*(?:{end})?\)?\s*$",
        re.IGNORECASE,
    )


@cache
def _hour_first() -> re.Pattern[str]:
    hour, hours, to = (in_any_language("days", key) for key in ("hour", "hours", "to"))
    return re.compile(rf"(?:(?:{hour})\s+)?{_TIME}(?:\s*(?:[-–—]|{to})\s*{_TIME})?\s*(?:{hours})?[\s–—:-]+")


@cache
def _until() -> re.Pattern[str]:
    """How a deadline is worded, and no day of an event."""
    behind = in_any_language("days", "until_behind")
    return re.compile(rf"^\W*(?:{_UNTIL})\s|(?:{behind})\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day and what happens on it; whether but a full stop parts them."""

    day: Passage
    event: Passage
    by_stop: bool = False


def with_days_as_rows(document: Document) -> Document:
    """A document whose lists of events by day are tables."""
    if not may_lead_a_plan_in(document.text, document.lang) or not _MAY_HAVE_DAYS.search(document.text):
        return document
    lines = list(_by_lines(document))
    blocks = [line.block for line in lines]
    led = _led_in(blocks, document.lang)
    found: list[Line] = []
    at = 0
    while at < len(lines):
        told, behind = list[_Told](), at + 1
        if at in led:
            told, behind = _told_at(blocks, at, document.lang)
        if _is_plan(told, document.lang):
            found.append(Line(NEW, _table([_row(one, document.lang) for one in told], document.lang)))
        else:
            found += lines[at:behind]
        at = behind
    return with_tables(document, lines, found)


def _by_lines(document: Document) -> Iterator[Line]:
    """The blocks, each line of a paragraph that holds several days one of its own."""
    for n, block in enumerate(document.blocks):
        lines = list(lines_of_source(block.passage, document.text)) if isinstance(block, Paragraph) else []
        days = sum(_has_day(Paragraph(line), document.lang) for line in lines) if len(lines) > 1 else 0
        if days >= FEWEST_DAYS:
            yield from (Line(n, Paragraph(line)) for line in lines)
        else:
            yield Line(n, block)


def _led_in(blocks: Sequence[Block], lang: str) -> frozenset[int]:
    """The lines that may be a day and stand below some that lead a plan in; each line is asked once whether it may."""
    leads = (n for n, one in enumerate(blocks) if _may_lead_in(one, lang))
    below = {at for n in leads for at in range(n + 1, min(n + 1 + NEAREST_ABOVE, len(blocks)))}
    return frozenset(at for at in below if _is_led_in(blocks, at, lang))


def _may_lead_in(block: Block, lang: str) -> bool:
    return not isinstance(block, Table) and may_lead_a_plan_in(block.passage.text, lang)


def _is_led_in(blocks: Sequence[Block], at: int, lang: str) -> bool:
    """Whether a line that may be a day stands below some that lead a plan in."""
    block = blocks[at]
    if isinstance(block, Table) or not _OPENS.match(block.passage.text):
        return False
    above: list[str] = []
    for one in blocks[max(0, at - MOST_ABOVE) : at]:
        above = [] if isinstance(one, Table) else [*above, one.passage.text]
    return leads_a_plan_in(above, lang)


def _is_plan(told: Sequence[_Told], lang: str) -> bool:
    """Whether days are enough, none a deadline, and what happens on them are events."""
    if len(told) < FEWEST_DAYS or any(_until().search(one.day.text) for one in told):
        return False
    if any(one.by_stop and says_something(one.event.text, lang) for one in told):
        return False
    return are_events([one.event.text for one in told], lang)


def _told_at(blocks: Sequence[Block], at: int, lang: str) -> tuple[list[_Told], int]:
    """The days and events that begin at a block, one behind the other, and the block behind them; none where but one
    day stands above all events.
    """
    found: list[_Told] = []
    begin = at
    alone = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table):
            break
        told = _day_and_event(block, lang)
        if told is not None:
            found.append(told)
            at += 1
            continue
        day = _day_alone(block, lang)
        events = (_items_below(blocks, at) or _lines_below(blocks, at, lang)) if day is not None else []
        if day is None or not events:
            break
        alone += 1
        found.extend(_Told(day, event) for event in events)
        at += 1 + len(events)
    return (found, at) if len(found) > 1 and alone != 1 else ([], max(at, begin + 1))


def _day_alone(block: Block, lang: str) -> Passage | None:
    """The day that a block is, and nothing else."""
    day = None if isinstance(block, Table) else _day(block.passage.strip(_END + ":"), lang)
    return None if day is None or _until().search(day.text) else day


def _has_day(block: Paragraph, lang: str) -> bool:
    return _day_and_event(block, lang) is not None or _day_alone(block, lang) is not None


def _lines_below(blocks: Sequence[Block], at: int, lang: str) -> list[Passage]:
    """The lines below a day up to the next; below the last day but one, or all that begin with an hour."""
    found: list[Passage] = []
    for block in blocks[at + 1 : at + 2 + MOST_EVENTS]:
        if isinstance(block, Table):
            break
        if found and (_day_alone(block, lang) or _day_and_event(block, lang)):
            return found
        if _POINT.match(block.passage.text) or (isinstance(block, ListItem) and block.marker[:1].isdigit()):
            return []
        if not _is_event(block.passage):
            break
        found.append(block.passage)
    first = found[:1]
    if first and _hour_first().match(first[0].text):
        return list(takewhile(lambda line: _hour_first().match(line.text), found))
    return first


def _items_below(blocks: Sequence[Block], at: int) -> list[Passage]:
    """The items of the list right below a block."""
    found: list[Passage] = []
    for block in blocks[at + 1 :]:
        if not isinstance(block, ListItem) or not _is_event(block.passage):
            break
        found.append(block.passage)
    return found


def _day_and_event(block: Heading | Paragraph | ListItem, lang: str) -> _Told | None:
    """The day that a block begins with, and what happens on it; the longest of what may be a day is."""
    whole = block.passage.strip()
    number = _NUMBER.match(whole.text)
    whole = whole[number.end() :] if number else whole
    if not _OPENS.match(whole.text) or len(whole) > LONGEST_EVENT:
        return None
    cuts = [match for match in _SEPARATOR.finditer(whole.text, 0, LONGEST_DAY + 3) if match.start() <= LONGEST_DAY]
    for cut in reversed(cuts):
        day, event = _day(whole[: cut.start()], lang), whole[cut.end() :]
        if day is not None and _is_event(event):
            return _Told(day, event, by_stop=cut.group().startswith("."))
    return None


def _is_event(event: Passage) -> bool:
    """Whether words may be what happens: more than a figure or a mark."""
    return sum(map(str.isalpha, event.text)) >= FEWEST_LETTERS and len(event) <= LONGEST_EVENT


def _day(words: Passage, lang: str) -> Passage | None:
    """Words that are a day, some days or a month, without the weekday and the hour behind them; None for others."""
    bare = words.strip()
    if not bare.text or len(bare) > LONGEST_DAY or not _OPENS.match(bare.text) or not _may_open(bare.text, lang):
        return None
    hours = _hours().search(bare.text)
    bare = without_hour(bare[: hours.start()] if hours else bare).strip(" ,")
    weekday = _weekday().search(bare.text)
    bare = bare[: weekday.start()].strip(" ,") if weekday else bare
    named = [word.casefold() for word in _WORD.findall(bare.text)]
    if not _may_open(bare.text, lang):
        return None
    tags = lexicon_words(lang).tags
    if _FOREIGN.search(bare.text) or not all(len(word) < SHORTEST_WORD or word in tags for word in named):
        return None
    dated = any(map(str.isdigit, bare.text)) or bare.text.casefold() in months_of(lang)
    return bare if dated and bare.text and parse_period(bare.text, lang, yearless=True) else None


def _may_open(text: str, lang: str) -> bool:
    """Whether words begin with a figure, a month or a short word, as a day does."""
    if text[:1].isdigit():
        return True
    first = _WORD.search(text)
    return bool(first and (first[0].casefold() in months_of(lang) or len(first[0]) < SHORTEST_WORD))


def _row(told: _Told, lang: str) -> Row:
    """A day and its event, without its hour; who answers stands apart where a label or a dash says so."""
    hour, event = _hour_first().match(told.event.text), told.event
    event = event[hour.end() :] if hour and _is_event(event[hour.end() :]) else event
    name, answers = _parted(event, lang)
    name, answers = (name, answers) if _is_event(name) else (event, EMPTY)
    return Row((Cell((told.day,)), Cell((_bare(name),)), Cell((answers,)) if answers.text else Cell()))


def _parted(event: Passage, lang: str) -> tuple[Passage, Passage]:
    """An event and who answers: behind a label, or behind the last dash where it is somebody."""
    for match in _labels(event.text):
        start, end, kind = title_of(match, lang)
        if kind == "responsible" and kind in LABELS and start:
            return event[:start].strip(f"{_END}("), _bare(event[end:])
    hidden = QUOTED.sub(lambda match: "«" * len(match.group()), event.text)
    dash = next(reversed(list(_DASH.finditer(hidden))), None)
    answers = _bare(event[dash.end() :]) if dash else EMPTY
    if dash and answers.text and names_somebody(answers.text, lang):
        return event[: dash.start()], answers
    return event, EMPTY


def _labels(text: str) -> Iterator[re.Match[str]]:
    """What may be a label, the first behind each mark; a day's dash before the event may have hidden one."""
    yield from LABEL.finditer(text)
    for mark in _MARK.finditer(text):
        if label := LABEL.match(text, mark.end()):
            yield label


def _bare(words: Passage) -> Passage:
    """Words without the marks around them, but for the full stop of initials at the end, and a bracket never opened."""
    bare = words.strip(_END)
    if bare.text.endswith(")") and "(" not in bare.text:
        words, bare = bare[:-1], bare[:-1].strip(_END)
    at = words.text.find(bare.text) + len(bare)
    return words[at - len(bare) : at + 1] if words.text[at : at + 1] == "." and _INITIAL.search(bare.text) else bare


def _table(rows: Sequence[Row], lang: str) -> Table:
    """The rows below titles that stand for the words of the first; who answers has a column where some row says it."""
    day, event = (cell.passage for cell in rows[0].cells[:2])
    titles = heading_words(lang).days
    named = (said(TITLES[lang], day), said(titles["event"], event), said(titles["answers"], event))
    width = 3 if any(row.cells[2].paragraphs for row in rows) else 2
    head = Row(tuple(Cell((title,)) for title in named[:width]))
    return Table((head, *(Row(row.cells[:width]) for row in rows)))

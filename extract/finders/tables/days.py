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
from dataclasses import replace
from functools import cache
from itertools import takewhile

from extract.document.blocks import EMPTY, Block, Cell, Document, Heading, ListItem, Paragraph, Passage, Row, Table
from extract.document.labelled_lines import LABELS
from extract.document.printed_marks import may_be_title
from extract.document.times import TITLES, months_of, said
from extract.finders.plan.columns.title_kinds import says_a_plan
from extract.finders.plan.month_rows import without_hour
from extract.finders.plan.points.point_notes import LABEL, title_of
from extract.lexicon.headings import heading_words
from extract.lexicon.words import words as lexicon_words
from extract.values.times.period import parse_period

FEWEST_DAYS = 2
"""Days that are a plan."""
MOST_ABOVE = 4
"""Blocks above the first day among which one says that they are a plan."""
MOST_EVENTS = 12
"""Lines below a day."""
LONGEST_DAY = 60
LONGEST_EVENT = 600
"""Characters of a day, and of what happens on it."""
FEWEST_LETTERS = 4
SHORTEST_WORD = 3
"""Letters of a word that a day may have only where the grammar of times knows it."""
NAMES = {"ru": "Мероприятие", "kk": "Іс-шара"}
ANSWERS = {"ru": "Ответственные", "kk": "Жауаптылар"}
"""The titles of the columns."""

_MAY_HAVE_DAYS = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?:со?\s+)?\d{1,2}(?:\s?[-–—]\s?\d{1,2})?[\s.-]+[^\W\d_]{3}.*\n(?:.*\n){0,12}?\W*(?:\d{1,2}[.)]\s*)?(?:со?\s+)?\d{1,2}(?:\s?[-–—]\s?\d{1,2})?[\s.-]+[^\W\d_]{3}",
    re.MULTILINE | re.IGNORECASE,
)
_OPENS = re.compile(r"(?:(?:со?|до|к|по)\s+)?\d|(?:(?:в|во)\s+)?[^\W\d_]{3}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[.)]\s*(?=\d{1,2}\s*(?:[-–—]\s*\d{1,2}\s*)?[^\W\d_]{3})")
_SEPARATOR = re.compile(r"\s+[–—-]\s*|[–—]\s+|\s*:\s+|\.\s+(?=[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_WEEKDAY = re.compile(
    r"[\s,(]+(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі)\)?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[«»\"“”?!]")
"""Signs that no day has."""
_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_HOURS = re.compile(
    rf"[\s,;(]+(?:(?:сағ(?:ат|\.)?|в|с|от)\s+)*{_TIME}(?:\s*-?(?:[дтн][еа]н?))?"
    rf"(?:\s*(?:до|по|[-–—])?\s*{_TIME}(?:\s*-?[гкғқ][еа])?)?\s*(?:час\w*|ч\b\.?|сағ\w*\.?)?\s*(?:дейін|аралығында)?\)?\s*$",
    re.IGNORECASE,
)
"""From when to when of a day: ", с 7.00 до 15.00 часов", "сағат 7.00-ден 15.00-ге дейін"."""
_HOUR_FIRST = re.compile(
    rf"(?:(?:сағ(?:ат|\.)?|в|с)\s+)?{_TIME}(?:\s*(?:[-–—]|до)\s*{_TIME})?\s*(?:час\w*|ч\.)?[\s–—:-]+"
)
_POINT = re.compile(r"\d{1,3}[.)]\s")
_UNTIL = re.compile(r"^\W*(?:до|к|по)\s|(?:дейін|қарай)\W*$", re.IGNORECASE)
"""How a deadline is worded, and no day of an event."""
_INITIAL = re.compile(r"(?<![^\W\d_])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\W*$")
_END = " ;.,"


def with_days_as_rows(document: Document) -> Document:
    """A document whose lists of events by day are tables."""
    if not _MAY_HAVE_DAYS.search(document.text):
        return document
    blocks = list(_by_lines(document))
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        rows, behind = _rows_at(blocks, at, document.lang)
        if len(rows) >= FEWEST_DAYS and _are_led_in(blocks[max(0, at - MOST_ABOVE) : at], document.lang):
            found.append(_table(rows, document.lang))
            at = behind
        else:
            found.append(blocks[at])
            at += 1
    return replace(document, blocks=tuple(found)) if len(found) < len(blocks) else document


def _by_lines(document: Document) -> Iterator[Block]:
    """The blocks, each line of a paragraph that holds several days one of its own."""
    for block in document.blocks:
        lines = list(lines_of_source(block.passage, document.text)) if isinstance(block, Paragraph) else []
        if sum(_has_day(Paragraph(line), document.lang) for line in lines) >= FEWEST_DAYS:
            yield from map(Paragraph, lines)
        else:
            yield block


def lines_of_source(passage: Passage, text: str) -> Iterator[Passage]:
    """The lines of the source that a paragraph stands on."""
    start = 0
    for at, sign in enumerate(passage.text):
        if sign == " " and "\n" in text[passage.offsets[at] : passage.offsets[min(at + 1, len(passage) - 1)]]:
            yield passage[start:at].strip()
            start = at + 1
    yield passage[start:].strip()


def _are_led_in(above: Sequence[Block], lang: str) -> bool:
    """Whether a line above says that a plan follows: a title, or one that ends with a colon; none tells what was."""
    lines = [block.passage.text for block in above if isinstance(block, Heading | Paragraph | ListItem)]
    if len(lines) < len(above) or any(_no_events(lang).search(line) for line in lines[-2:]):
        return False
    return any(says_a_plan(line, lang) and (line.endswith(":") or may_be_title(line)) for line in lines if line)


@cache
def _no_events(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{heading_words(lang).no_events})", re.IGNORECASE)


def _rows_at(blocks: Sequence[Block], at: int, lang: str) -> tuple[list[Row], int]:
    """The rows of the days that begin at a block, one behind the other, and the block behind them; none where but one
    day stands above all events.
    """
    rows: list[Row] = []
    begin = at
    alone = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table):
            break
        told = _day_and_event(block, lang)
        if told is not None:
            rows.append(_row(*told, lang))
            at += 1
            continue
        day = _day_alone(block, lang)
        events = (_items_below(blocks, at) or _lines_below(blocks, at, lang)) if day is not None else []
        if day is None or not events:
            break
        alone += 1
        rows.extend(_row(day, event, lang) for event in events)
        at += 1 + len(events)
    return (rows, at) if len(rows) > 1 and alone != 1 else ([], begin)


def _day_alone(block: Block, lang: str) -> Passage | None:
    """The day that a block is, and nothing else."""
    day = None if isinstance(block, Table) else _day(block.passage.strip(_END + ":"), lang)
    return None if day is None or _UNTIL.search(day.text) else day


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
        if not _is_event(block.passage) or _no_events(lang).search(block.passage.text):
            break
        found.append(block.passage)
    first = found[:1]
    if first and _HOUR_FIRST.match(first[0].text):
        return list(takewhile(lambda line: _HOUR_FIRST.match(line.text), found))
    return first


def _items_below(blocks: Sequence[Block], at: int) -> list[Passage]:
    """The items of the list right below a block."""
    found: list[Passage] = []
    for block in blocks[at + 1 :]:
        if not isinstance(block, ListItem) or not _is_event(block.passage):
            break
        found.append(block.passage)
    return found


def _day_and_event(block: Heading | Paragraph | ListItem, lang: str) -> tuple[Passage, Passage] | None:
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
            return day, event
    return None


def _is_event(event: Passage) -> bool:
    """Whether words may be what happens: more than a figure or a mark."""
    return sum(map(str.isalpha, event.text)) >= FEWEST_LETTERS and len(event) <= LONGEST_EVENT


def _day(words: Passage, lang: str) -> Passage | None:
    """Words that are a day, some days or a month, without the weekday and the hour behind them; None for others."""
    bare = words.strip()
    if not bare.text or len(bare) > LONGEST_DAY or not _OPENS.match(bare.text):
        return None
    hours = _HOURS.search(bare.text)
    bare = without_hour(bare[: hours.start()] if hours else bare).strip(" ,")
    weekday = _WEEKDAY.search(bare.text)
    bare = bare[: weekday.start()].strip(" ,") if weekday else bare
    named = [word.casefold() for word in _WORD.findall(bare.text)]
    if not bare.text[:1].isdigit() and not (named and (named[0] in months_of(lang) or len(named[0]) < SHORTEST_WORD)):
        return None
    tags = lexicon_words(lang).tags
    if _FOREIGN.search(bare.text) or not all(len(word) < SHORTEST_WORD or word in tags for word in named):
        return None
    dated = any(map(str.isdigit, bare.text)) or bare.text.casefold() in months_of(lang)
    return bare if dated and bare.text and parse_period(bare.text, lang, yearless=True) else None


def _row(day: Passage, event: Passage, lang: str) -> Row:
    """A day and its event, without its hour; who answers stands apart where a label says so."""
    hour = _HOUR_FIRST.match(event.text)
    event = event[hour.end() :] if hour and hour.end() < len(event) else event
    name, answers = event.strip(_END), EMPTY
    for match in LABEL.finditer(event.text):
        start, end, kind = title_of(match, lang)
        if kind == "responsible" and kind in LABELS and start:
            name, answers = event[:start].strip(f"{_END}("), event[end:].strip(" ;,)")
            answers = answers if _INITIAL.search(answers.text) else answers.strip(_END)
            break
    return Row((Cell((day,)), Cell((name,)), Cell((answers,)) if answers.text else Cell()))


def _table(rows: Sequence[Row], lang: str) -> Table:
    """The rows below titles that stand for the words of the first; who answers has a column where some row says it."""
    day, event = (cell.passage for cell in rows[0].cells[:2])
    titles = (said(TITLES[lang], day), said(NAMES[lang], event), said(ANSWERS[lang], event))
    width = 3 if any(row.cells[2].paragraphs for row in rows) else 2
    head = Row(tuple(Cell((title,)) for title in titles[:width]))
    return Table((head, *(Row(row.cells[:width]) for row in rows)))

"""The notes of points: what they tell, by labels or without, where they stand, and the numbers of the points.

"Срок: май 2031 года. Отв.: Лесхоз", "Мамыр. Орман шаруашылығы"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TypeGuard

from extract.document.blocks import EMPTY, Block, Heading, ListItem, Paragraph, Passage, Table, join
from extract.document.labelled_lines import LABELS
from extract.finders.plan.columns.evidence import Known, is_deadline, is_somebody
from extract.finders.plan.columns.parted_words import closing_note, names_or_times, who_and_when
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words as lexicon_words
from extract.values.parties.cells import parse_parties

CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
LABEL = re.compile(
    rf"(?:\A|(?<=[.;,])\s+|(?<=\()\s*|\s+(?={CAPITAL}))"
    r"(?P<title>[^\W\d_](?:[^:;.\n()]|\.(?=\s*[:–—]|\s?[а-яёәғқңөұүһі])|\([^():\n]{1,30}\)){2,60}?)"
    r"\s*(?:[:–—]|(?<=\s)-(?=\s))\s*"
)
"""A title, perhaps of words cut short ("Отв. исп."), and what stands behind it."""
_STOP = re.compile(r"[.;]\s+|\n")
_BEFORE_NAME = re.compile(rf"(?<=[^\W\d_.]) (?={CAPITAL})")
"""Where a line ended behind the time, and the next begins with a name: "Май-июнь" over "Акимы районов"."""
_CAPITALS = re.compile(rf"(?<!\S){CAPITAL}")
_CUT_SHORT = re.compile(rf"(?<=\d)\s*(?:{figure_words().short_year_words})$", re.IGNORECASE)
"""How words end behind which a full stop is their own: "2031 г."."""
_BEGINNING = 4
"""Letters by which a word of a title is told at first sight."""
_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*(?=[.)](?!\d))|\d{1,3}(?:\.\d{1,3})+(?=\s))[.)]?\s*")
_CALLED = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_NAMED_NUMBER = re.compile(
    rf"\s*(?:(?P<before>{_CALLED})\s+№?\s*(?P<number>\d{{1,3}})|(?P<ordinal>\d{{1,3}})\s*-\s*(?P<behind>{_CALLED}))\s*[.:)]\s*"
)
_LONGEST_NOTE = 600
"""Characters."""
_NOTES = 3
"""Paragraphs that a note may take: the day, who answers, what it ends with."""
_LABELLED_NOTES = 8
"""Paragraphs that it may take where each begins with a label."""


def labelled_parts(words: Passage, lang: str) -> Iterator[tuple[str, Passage]]:
    """What stands behind titles of columns ("Срок: ..."), the first words of the note being one."""
    if not begins_with_label(words.text, lang):
        return
    found = (title_of(match, lang) for match in LABEL.finditer(words.text))
    titles = [(start, end, kind) for start, end, kind in found if kind in LABELS]
    ends = [start for start, _, _ in titles[1:]] + [len(words)]
    for (_, start, kind), end in zip(titles, ends, strict=True):
        yield kind, _said(words[start:end])


def begins_with_label(text: str, lang: str) -> bool:
    """Whether the first words of a text are the title of a column: then, and only then, it has `labelled_parts`."""
    first = LABEL.match(text)
    if first is None or first.start("title"):
        return False
    start, _, kind = title_of(first, lang)
    return not start and kind in LABELS


def _said(words: Passage) -> Passage:
    """What stands behind a label, without the marks around it; a full stop that cuts a word short stays ("2031 г.")."""
    ended = words.strip(" ,\n")
    bare = ended.strip(" .;,)\n" if ended.text.count(")") > ended.text.count("(") else " .;,\n")
    at = ended.text.find(bare.text)
    return ended[at : at + len(bare) + bool(_CUT_SHORT.search(bare.text))]


def title_of(match: re.Match[str], lang: str) -> tuple[int, int, str]:
    """Where a label begins and what is behind it, and its kind: a line may end without a point ("МП Срок: ...")."""
    title = match["title"]
    known = any(word[:_BEGINNING] in _beginnings(lang) for word in title.casefold().split())
    starts = (0, *(one.start() for one in _CAPITALS.finditer(title)))[::-1] if known else ()
    for start in starts:
        if (kind := kind_of_title(title[start:], lang)) in LABELS:
            return match.start("title") + start, match.end(), kind
    return match.start("title"), match.end(), ""


@cache
def _beginnings(lang: str) -> frozenset[str]:
    """How the first words of what may be a label begin: where none stands, no title need be looked for."""
    titles = (title for title, kind in lexicon_words(lang).column_titles.items() if kind in LABELS)
    stems = (stem for stem, kind in lexicon_words(lang).column_stems.items() if kind in LABELS)
    return frozenset(word[:_BEGINNING] for title in (*titles, *stems) for word in title.casefold().split())


def read_note(words: Passage, lang: str, known: Known | None, time: Passage) -> Mapping[str, Passage] | None:
    """What a note says by column; `time` is that of the line above its point, for labels that tell none."""
    labelled = dict(labelled_parts(words, lang))
    if labelled:
        labelled = {"deadline": time, **labelled}
        told = {"deadline", "responsible"} <= labelled.keys() and bool(labelled["deadline"].text)
        return labelled if told and _answers(labelled["responsible"].text, lang, None) else None
    name = _BEFORE_NAME.search(words.text)
    for stop in (*_STOP.finditer(words.text), *((name,) if name else ())):
        one, other = words[: stop.start()].strip(" .;"), words[stop.end() :].strip(" .;")
        for deadline, responsible in ((one, other), (other, one)):
            if is_deadline(deadline.text, lang) and _answers(responsible.text, lang, known):
                return {"deadline": deadline, "responsible": responsible}
    return None


def _answers(text: str, lang: str, known: Known | None) -> bool:
    """Whether words name somebody: one of them must be known, or a post or a unit, unless nobody need be."""
    parties = parse_parties(text, lang, None, known or _nobody)
    if known is None:
        return bool(parties)
    return any(is_somebody(party.text, lang, known) for party in parties)


def _nobody(_name: str) -> bool:
    return False


def number_of(block: Block, lang: str) -> str | None:
    """The number of a block that is a point, or of a heading that is numbered as one."""
    if isinstance(block, ListItem):
        match = _NUMBER.fullmatch(f"{block.marker} ")
        return match["number"] if match else None
    told = _printed_number(block.passage.text, lang) if isinstance(block, Paragraph | Heading) else None
    return told[0] if told else None


def _printed_number(text: str, lang: str) -> tuple[str, int] | None:
    """The number that words begin with, alone or behind what a measure is called ("Мероприятие 1."), and its end."""
    if match := _NUMBER.match(text):
        return match["number"], match.end()
    match = _NAMED_NUMBER.match(text)
    named = match and kind_of_title(match["before"] or match["behind"], lang) == "name"
    return (match["number"] or match["ordinal"], match.end()) if match and named else None


def is_bullet(block: Block) -> bool:
    """Whether a block is an item of a list without a number."""
    return isinstance(block, ListItem) and not any(map(str.isalnum, block.marker))


def number_behind(number: str) -> str:
    """The number of a point that has none of its own, behind another."""
    return str(int(number) + 1) if number.isdigit() else "1"


def says_words(point: Sequence[Block], lang: str) -> bool:
    """Whether a point has words beside its number."""
    return bool(words_of(point[:1], lang)) or any(
        not isinstance(block, Table) and bool(block.passage.text) for block in point[1:]
    )


def words_of(point: Sequence[Block], lang: str) -> tuple[Passage, ...]:
    """What a point says, without its number, which may stand on a line of its own."""
    passages = [block.passage for block in point if not isinstance(block, Table)]
    told = None if isinstance(point[0], ListItem) else _printed_number(passages[0].text, lang)
    if told:
        passages[0] = passages[0][told[1] :]
    return tuple(passage for passage in passages if passage.text)


def is_labelled(block: Block, lang: str) -> bool:
    """Whether a block begins as a note with labels does."""
    return isinstance(block, ListItem | Paragraph) and begins_with_label(block.passage.text, lang)


def is_unnumbered_above(blocks: Sequence[Block], at: int, free: int, lang: str) -> bool:
    """Whether a note with labels stands beneath a point without a number: one item with a dash, or a paragraph right
    behind the note of another point.
    """
    if at <= free:
        return False
    if is_bullet(blocks[at - 1]):
        stands_alone = at - 1 == free or not is_bullet(blocks[at - 2])
    else:
        stands_alone = at - 1 == free > 0 and isinstance(blocks[at - 1], Paragraph)
    return stands_alone and is_labelled(blocks[at], lang) and not is_labelled(blocks[at - 1], lang)


def with_its_note(point: Block, lang: str, time: Passage) -> tuple[Block, Mapping[str, Passage]] | None:
    """A point without the note that it ends with, and that note ("1. Полить сад. Срок: май. Ответственные: ..."); None
    where it has none. Labels tell that it is one.
    """
    told = _cut_at_label(point, lang)
    note = read_note(told[1], lang, None, time) if told else None
    return (told[0], note) if told and note and begins_with_label(told[1].text, lang) else None


def _cut_at_label(point: Block, lang: str) -> tuple[Block, Passage] | None:
    """A point without what stands from its first label on, and that; None where it has none behind its own words."""
    if not isinstance(point, ListItem | Paragraph):
        return None
    whole = point.passage
    for match in LABEL.finditer(whole.text):
        start, _, kind = title_of(match, lang)
        before = whole[:start].strip(" (")
        if kind in LABELS and words_of([replace(point, passage=before)], lang):
            return replace(point, passage=before), whole[start:]
    return None


def begun_in(
    point: Block, blocks: Sequence[Block], at: int, lang: str
) -> tuple[Sequence[Block], Mapping[str, Passage], int] | None:
    """A point without the first label of its note, which stands behind its own words, the note and what is behind it:
    "1. Полить сад. Отв.: Лесхоз" over "Срок: май".
    """
    told = _cut_at_label(point, lang) if is_labelled(blocks[at], lang) else None
    if told is None:
        return None
    end = at + _labelled_lines(blocks[at : at + _LABELLED_NOTES], lang)
    lines = [block.passage for block in blocks[at:end] if isinstance(block, ListItem | Paragraph)]
    note = read_note(join((told[1], *lines), "\n"), lang, None, EMPTY)
    return ((told[0],), note, end) if note else None


def is_of_point(blocks: Sequence[Block], at: int, lang: str) -> bool:
    """Whether a paragraph goes on with a point's words: it begins small, behind a semicolon or a colon as a list does,
    or in the midst of a sentence, and is neither a time nor somebody.
    """
    block, above = blocks[at], blocks[at - 1] if at else None
    if not isinstance(block, Paragraph) or not isinstance(above, ListItem | Paragraph | Heading):
        return False
    text, before = block.passage.text, above.passage.text
    if not text[:1].islower():
        return False
    if before.endswith((":",) if isinstance(above, ListItem) else (":", ";")):
        return True
    goes_on = before[-1:].isalpha() or before.endswith(",")
    return goes_on and not is_labelled(block, lang) and not names_or_times(text, lang)


def closed_by_note(point: Sequence[Block], lang: str) -> tuple[Sequence[Block], Mapping[str, Passage]] | None:
    """A point without who answers and when at its end, and that, perhaps on several lines; None where it has none."""
    lines = list(takewhile(lambda block: isinstance(block, ListItem | Paragraph), point[: -1 - _NOTES : -1]))[::-1]
    passages = [line.passage for line in lines if isinstance(line, ListItem | Paragraph)]
    told = closing_note(join(passages), lang) if passages else None
    if told is None or not isinstance(lines[0], ListItem | Paragraph):
        return None
    rest = (*point[: len(point) - len(lines)], replace(lines[0], passage=told[0]))
    return (rest, told[1]) if words_of(rest, lang) else None


def note_at(
    blocks: Sequence[Block], at: int, lang: str, known: Known | None, time: Passage, *, of_a_plan: bool = False
) -> tuple[Mapping[str, Passage] | None, int]:
    """What the paragraphs from here on say as a note, by column, and the number of the block behind them.

    In a plan who answers and when may stand behind each other with nothing between: "Школы района до 1 мая".
    """
    if is_of_point(blocks, at, lang):
        return None, at + 1
    longer: tuple[Mapping[str, Passage], int] | None = None
    most = max(_NOTES, _labelled_lines(blocks[at : at + _LABELLED_NOTES], lang))
    led = is_labelled(blocks[at], lang)
    lines: list[Passage] = []
    for block in blocks[at : at + most]:
        if not _may_be_of_a_note(block, lang) or (lines and not led and is_labelled(block, lang)):
            break
        lines.append(block.passage)
    for count in range(len(lines), 0, -1):
        words = join(lines[:count], "\n")
        short = of_a_plan and len(words) <= _LONGEST_NOTE
        if short and not (led and read_note(words, lang, known, time)) and (told := who_and_when(words, lang)):
            return told, at + count
        if len(words) <= _LONGEST_NOTE and (note := read_note(words, lang, known, time)):
            if longer is None and count > 1 and _begins_anew(words, lang):
                longer = note, at + count
                continue
            return note, at + count
    return longer or (None, at + 1)


def _labelled_lines(blocks: Sequence[Block], lang: str) -> int:
    """How many blocks begin with a label, or go on below one that ends with a comma; the first of them begins so."""
    comma = False
    for n, block in enumerate(blocks):
        goes_on = comma and isinstance(block, Paragraph) and not number_of(block, lang)
        if not (goes_on or is_labelled(block, lang)):
            return n
        comma = isinstance(block, ListItem | Paragraph) and block.passage.text.endswith(",")
    return len(blocks)


def _may_be_of_a_note(block: Block, lang: str) -> TypeGuard[ListItem | Paragraph | Heading]:
    """Whether a block is a paragraph without a number, an item of a list without one that begins with a label, or a day
    that looks like a heading for being alone on its line.
    """
    if isinstance(block, Heading):
        return block.passage.text[:1].isdigit() and not number_of(block, lang) and is_deadline(block.passage.text, lang)
    if isinstance(block, ListItem):
        return not number_of(block, lang) and is_labelled(block, lang)
    return isinstance(block, Paragraph) and not number_of(block, lang)


def _begins_anew(note: Passage, lang: str) -> bool:
    """Whether the last line of a note with labels has none and a capital: it need not be a part of the note."""
    first, last = note.text.find("\n"), note.text.rfind("\n") + 1
    if first < 0 or not note.text[last : last + 1].isupper():
        return False
    return begins_with_label(note.text[:first], lang) and not begins_with_label(note.text[last:], lang)

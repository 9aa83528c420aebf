"""Kazakh points told in labels, in whatever order, each on a line of its own or behind a mark: deed, term, doer.

Жауапты: бағбан               **Қоршауды бояу**           Мерзімі: 5 мамыр; орындаушы: бағбан; гүл егу
Не істеледі: гүл егу          Қашан: 5 мамыр
Қашан: 5 мамыр                Кім: бағбан
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, concatenate
from extract.finders.duties.layouts.named import tells_deed
from extract.finders.duties.layouts.notes import DOER, TERM, Note
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.lines import without_number
from extract.finders.duties.moods.texts import first_mood, is_titled_plan
from extract.lexicon.phrasing import phrasing

_DEED = "deed"
_SEMICOLON = re.compile(r";\s+")
_STOP = re.compile(r"\.\s+")
_ENDS_LABEL = re.compile(r":|\s[–—-]\s")
_LONGEST = 400
"""Letters of a labelled line."""
_MOST = 4
"""Blocks of one point: its title or its deed, and who and when."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A line or a piece of one: what its label tells, or "" where it has none, and its words without the label."""

    tells: str
    words: Passage
    whole: Passage


def with_labelled(document: Document) -> tuple[Document, tuple[Note, ...]]:
    """A Kazakh document, the deeds of such points items, and notes of by when and by whom they are done.

    The word for a plan leads in each deed of a text that is no plan itself.
    """
    if document.lang != "kk" or _ENDS_LABEL.search(document.text) is None or _is_lesson(document):
        return document, ()
    planned, bare = first_mood(document) == PLAN, not is_titled_plan(document)
    blocks: list[Block] = []
    notes: list[Note] = []
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        parts = _lines(document.blocks[at : at + _MOST], bare=bare)
        count = max(len(parts), 1)
        parts = parts or _pieces(block)
        deed = next((part for part in parts if part.tells in ("", _DEED)), None)
        if deed is None or not _is_deed(deed):
            blocks.extend(document.blocks[at : at + count])
        else:
            marker, level = (block.marker, block.level) if isinstance(block, ListItem) else ("–", 1)
            blocks += [ListItem(marker, deed.words, level)] if planned else _led(deed.words, marker, level)
            notes += _notes(deed.words, parts)
        at += count
    return (replace(document, blocks=tuple(blocks)), tuple(notes)) if notes else (document, ())


def _is_lesson(document: Document) -> bool:
    """Whether a Kazakh text is a plan of a lesson by one of its first lines: its tasks are those of pupils."""
    title = phrasing("kk").pattern("plan_of_lesson")
    first = (block for block in document.blocks[:_LINES_OF_TITLE] if isinstance(block, Heading | Paragraph))
    return any(title.search(block.passage.text) is not None for block in first if len(block.passage) <= _LONGEST)


_LINES_OF_TITLE = 6


def _led(deed: Passage, marker: str, level: int) -> list[Block]:
    """A deed below the word for a plan, whose letters stand for the deed's place."""
    (said,) = phrasing("kk").words("leads_labelled")
    item = concatenate([deed.strip(" ."), Passage(".", deed.offsets[-1:])])
    lead = Passage(said, deed.offsets[:1] * len(said))
    return [ListItem(marker, lead, level), ListItem("–", item, level + 1)]


def with_same_doers(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Notes, those that say "сол кісі" telling whom the one before them names."""
    told: list[Note] = []
    last: Passage | None = None
    for note in notes:
        same = note.tells == DOER and phrasing("kk").pattern("same_doer").match(note.words.text) is not None
        if same and last is not None:
            told.append(replace(note, words=last))
            continue
        last = note.words if note.tells == DOER else last
        told.append(note)
    return tuple(told)


def _lines(blocks: Sequence[Block], *, bare: bool) -> list[_Part]:
    """The lines that tell one point: labelled, none of them twice, perhaps below a title that is its deed.

    So does a `bare` line that is but a deed; in a text with the title of a plan such lines are points without it.
    """
    parts: list[_Part] = []
    for n, block in enumerate(blocks):
        part = _label_of(block)
        if n == 0 and part is None and any(map(_label_of, blocks[1:2])):
            part = _deed_above(block, bare=bare)
        if part is None or any(one.tells == part.tells for one in parts):
            break
        parts.append(part)
    told = {part.tells for part in parts}
    return parts if _DEED in told and told & {DOER, TERM} else []


def _deed_above(block: Block, *, bare: bool) -> _Part | None:
    """The words of a title that is a deed, or of a line that is but one."""
    if not isinstance(block, Heading | Paragraph | ListItem) or len(block.passage) > _LONGEST:
        return None
    doing = phrasing("kk").pattern("closes_with_doing").search(block.passage.text)
    if not isinstance(block, Heading) and (not bare or doing is None or doing["case"] is not None):
        return None
    own = without_number(block if isinstance(block, ListItem) else Paragraph(block.passage)).strip()
    return _Part(_DEED, own, block.passage) if own.text and tells_deed(own.text, "kk") else None


def _pieces(block: Block) -> list[_Part]:
    """The pieces of one line between semicolons: one of them the deed, the others with labels of who and when.

    Between full stops each has a label: "Кім: бағбан. Не істеледі: гүл егу".
    """
    if not isinstance(block, Paragraph | ListItem) or len(block.passage) > _LONGEST or ":" not in block.passage.text:
        return []
    own = without_number(block)
    between = _SEMICOLON if ";" in own.text else _STOP
    pieces = [piece.strip() for piece in own.split(between) if piece.text.strip(" .;")]
    parts = [_labelled(piece) or _Part("", piece, piece) for piece in pieces]
    if between is _STOP and not all(part.tells for part in parts):
        return []
    told = [part.tells for part in parts]
    once = sum(tells in ("", _DEED) for tells in told) == 1 and all(told.count(one) == 1 for one in (*told,))
    return parts if once and set(told) & {DOER, TERM} and len(parts) > 1 else []


def _label_of(block: Block) -> _Part | None:
    """What the label of a line tells that has but one."""
    if not isinstance(block, Paragraph | ListItem) or sum(bool(part.tells) for part in _pieces(block)) > 1:
        return None
    return _labelled(block.passage)


def _labelled(line: Passage) -> _Part | None:
    """A line behind a label of a point; None for others."""
    if len(line) > _LONGEST or _ENDS_LABEL.search(line.text) is None:
        return None
    for tells in (DOER, TERM, _DEED):
        match = phrasing("kk").pattern(f"label_of_{tells}").match(line.text)
        if match is not None and any(map(str.isalnum, line.text[match.end() :])):
            return _Part(tells, line[match.end() :].strip(" ;"), line)
    return None


def _is_deed(part: _Part) -> bool:
    """Whether words that have no label of a deed tell one by themselves."""
    return part.tells == _DEED or tells_deed(part.words.text, "kk")


def _notes(deed: Passage, parts: Sequence[_Part]) -> list[Note]:
    start, end = deed.offsets[0], deed.offsets[-1] + 1
    told = [part for part in parts if part.tells in (DOER, TERM)]
    return [
        Note(
            part.tells,
            part.words.strip(" ,") if part.tells == DOER else part.words.strip(" ,."),
            part.whole,
            start,
            end,
        )
        for part in told
    ]

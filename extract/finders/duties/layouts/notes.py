"""Notes of a duty that stand apart from its words: "Срок: 15 января 2031 года.", "(мерзімі – 2031 жылғы 1 мамыр)".

They stand beneath a point, behind its sentence, or in brackets, and tell by when it is done or who answers for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.document.blocks import EMPTY, Block, Document, ListItem, Paragraph, Passage, concatenate, join
from extract.finders.duties.layouts.quoted_notes import find_quoted_notes
from extract.finders.duties.times.deadline import Deadline
from extract.finders.duties.times.deadlines import find_deadlines
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing
from extract.values.parties.staff import has_head
from extract.values.times.period import parse_period

TERM, DOER = "term", "doer"
"""What a note tells."""
_POINT = re.compile(r"\s*(?:\d{1,3}(?:[.-]\d{1,3})*|[IVX]+)\.(?:\s|\Z|(?=[^\W\d_]+\s))")
_ITEM = re.compile(r"\s*\(?(?:\d{1,3}|[^\W\d_])\)")
_FIRST_ITEM = re.compile(r"\s*\(?[1aаә]\)")
_LEADS_NOTE = re.compile(r"(?P<bracket>\(\s*)\Z|(?P<within>[,;]\s+|\s[–—-]\s+)\Z|(?P<own>\A|[.!?»\"”)]\s+|\n\s*)\Z")
_OTHER_LABEL = re.compile(r":|\s[–—-]\s")
_BETWEEN = re.compile(r"[\s.,;)]*")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\Z")
_MARKS = frozenset(".,;:!?")
_LONGEST = 300
"""Letters of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a note tells (TERM or DOER) and in which words, and from which to which place of the text it tells it of.

    `whole` is the words with their label; `of_column` tells that a column of terms says so, and no label.
    """

    tells: str
    words: Passage
    whole: Passage
    start: int
    end: int
    of_column: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A note within a block: where it stands there, where its words begin and end, and whether in brackets."""

    tells: str
    start: int
    end: int
    first: int
    last: int
    bracketed: bool


def without_notes(document: Document) -> tuple[Document, tuple[Note, ...]]:
    """The document without the notes of its prose, and the notes in their order."""
    reader = _Reader(document.lang, _persons(document) if document.lang == "ru" else frozenset())
    quoted = find_quoted_notes(document)
    blocks = [
        one
        for n, block in enumerate(document.blocks)
        for one in reader.read(block, document.blocks[n + 1 :], quoted.get(n))
    ]
    return (replace(document, blocks=tuple(blocks)) if reader.notes else document), tuple(reader.notes)


@dataclass(slots=True)
class _Reader:
    """Reads block by block; what a note beneath tells of begins at the point above, and behind the note before it."""

    lang: str
    persons: frozenset[str]
    notes: list[Note] = field(default_factory=list)
    _since: int | None = None
    _last: int | None = None
    _noted: bool = False

    def read(self, block: Block, below: Sequence[Block], quoted: tuple[int, int] | None) -> Iterator[Block]:
        """The block without its notes; nothing where it is one, as one in quotation that names who answers (where)."""
        if not isinstance(block, Paragraph | ListItem) or not block.passage.text.strip():
            self._since = self._last = self._since if isinstance(block, Paragraph | ListItem) else None
            yield block
            return
        passage = block.passage
        places = list(_places(passage.text, self.lang, self.persons)) or list(_without_label(passage.text, quoted))
        beneath = _opening(passage.text, places)
        if beneath and (isinstance(block, ListItem) or self._since is None or self._last is None):
            places, beneath = [], []  # of nothing above, or an item of its own
        for place in beneath:
            start = self._last if _goes_on_below(below) and not self._noted else self._since
            assert start is not None
            self.notes.append(_note(passage, place, start, passage.offsets[0]))
        if beneath:
            self._noted = True
        for place in places[len(beneath) :]:
            start, end = _sentence_of(passage.text, place, places, self.lang)
            self.notes.append(_note(passage, place, passage.offsets[start], passage.offsets[end - 1] + 1))
        rest = _cut(passage, places) if places else passage
        if not any(map(str.isalnum, rest.text)):
            return
        if self._noted or self._since is None or _is_point(block):
            self._since, self._noted = passage.offsets[0], False
        self._last = passage.offsets[0]
        yield replace(block, passage=rest) if places else block


def _without_label(text: str, who: tuple[int, int] | None) -> Iterator[_Place]:
    """The notes of a quotation that says who answers, and perhaps by when."""
    if who is None:
        return
    first, last = who
    places = [_Place(DOER, first, last, first, last, bracketed=False)]
    for start, end in ((0, first), (last, len(text))):
        if any(map(str.isalnum, text[start:end])):
            places.append(_Place(TERM, start, end, start, end, bracketed=False))
    places.sort(key=lambda place: place.start)
    yield from places


def _is_point(block: Paragraph | ListItem) -> bool:
    return _POINT.match(f"{block.marker} " if isinstance(block, ListItem) else block.passage.text) is not None


def _goes_on_below(below: Sequence[Block]) -> bool:
    """Whether the next block that is an item at all goes on with a list: "2) ..."."""
    for block in below[:_NOTES]:
        if not isinstance(block, Paragraph | ListItem):
            return False
        mark = block.marker if isinstance(block, ListItem) else block.passage.text
        if _ITEM.match(mark):
            return _FIRST_ITEM.match(mark) is None
        if _is_point(block):
            return False
    return False


_NOTES = 3
"""Blocks that notes beneath one point may take."""


def _note(passage: Passage, place: _Place, start: int, end: int) -> Note:
    words = passage[place.first : place.last].strip(" ;,\n")
    words = words if place.tells == DOER and _INITIAL.search(words.text) else words.strip(" .")
    return Note(place.tells, words, passage[place.start : place.end].strip(), start, end)


def _persons(document: Document) -> frozenset[str]:
    """The surnames of a Russian document, without their endings, that stand by initials or behind a post."""
    found = set()
    for match in phrasing("ru").pattern("surname_of_person").finditer(document.text):
        surname = match["before"] or match["behind"]
        if match["named"] and has_head(match["post"], "ru"):
            surname = match["named"]
        if surname:
            found.add(_without_ending(surname))
    return frozenset(found)


def _without_ending(surname: str) -> str:
    return phrasing("ru").pattern("ending_of_surname").sub("", surname.lower())


def _places(text: str, lang: str, persons: frozenset[str]) -> Iterator[_Place]:
    """Where notes stand in a block, in its order; one of `persons` alone in brackets is one, too."""
    labels = [
        (match.start(), match.end(), tells)
        for tells in (TERM, DOER)
        for match in phrasing(lang).pattern(f"note_of_{tells}").finditer(text)
    ]
    for match in phrasing("ru").pattern("surname_in_brackets").finditer(text) if persons else ():
        if _without_ending(match["surname"]) in persons:
            labels.append((match.start(), match.end(), DOER))
    labels.sort()
    ends = [end for _, end in split_sentences(text, lang)] if labels else []
    open_until = 0
    for n, (start, first, tells) in enumerate(labels):
        lead = _LEADS_NOTE.search(text, 0, start)
        if lead is None:
            continue
        other = len(text[: labels[n + 1][0]].rstrip(" ,;")) if n + 1 < len(labels) else len(text)
        bracketed = bool(lead["bracket"]) or start < open_until
        if bracketed:
            open_until = text.find(")", first) + 1
            last = min(open_until - 1, other)
            end = open_until if last == open_until - 1 else last
        else:
            last = end = min(next((end for end in ends if end > first), len(text)), other)
            if lead["within"] and text[last - 1 : last] == "." and not _INITIAL.search(text, first, last):
                last = end = last - 1
        place = _Place(tells, lead.start() if lead["own"] is None else start, end, first, last, bracketed)
        if _is_note(text[place.first : place.last], place, lang, apart=lead["own"] is not None):
            yield from _with_term_apart(text, place, lang)


def _with_term_apart(text: str, place: _Place, lang: str) -> Iterator[_Place]:
    """A note in brackets of who does something, and one of the term that closes it: "(отв.: дворник; до 10.10)"."""
    joint = _LAST_JOINT.match(text, place.first, place.last) if place.bracketed and place.tells == DOER else None
    term = text[joint.end() : place.last].strip() if joint else ""
    told = deadlines_of(term, lang, None) if term else []
    day = phrasing(lang).pattern("day_of_plan").match(term) is not None
    if joint is None or not (day or (told and told[0].end - told[0].start >= len(term) - 1)):
        yield place
        return
    yield replace(place, end=joint.start("joint"), last=joint.start("joint"))
    yield replace(place, tells=TERM, start=joint.start("joint"), first=joint.end())


_LAST_JOINT = re.compile(r".*(?P<joint>[,;]\s+)", re.DOTALL)


def _is_note(words: str, place: _Place, lang: str, *, apart: bool) -> bool:
    """Whether words behind a label are a note: within a sentence a term must be understood."""
    words = words.strip(" .;,\n")
    if not words or len(words) > _LONGEST or not any(map(str.isalnum, words)):
        return False
    if place.tells == DOER:
        return _OTHER_LABEL.search(words) is None
    return apart or bool(deadlines_of(words, lang, None))


def _opening(text: str, places: Sequence[_Place]) -> list[_Place]:
    """The notes that a block begins with: they tell of what stands above it."""
    found: list[_Place] = []
    at = 0
    for place in places:
        if place.bracketed and not found and _FIRST_BRACKET.match(text) is None:
            break
        if _BETWEEN.fullmatch(text, at, max(at, place.start)) is None:
            break
        found.append(place)
        at = place.end
    return found


_FIRST_BRACKET = re.compile(r"\s*\(")


def _sentence_of(text: str, place: _Place, places: Sequence[_Place], lang: str) -> tuple[int, int]:
    """What a note within a block tells of: its sentence where it is alone in it, else what stands before it."""
    before = [one.end for one in places if one.end <= place.start]
    parted = [end for end in before if _BETWEEN.fullmatch(text, end, place.start) is None]
    if place.bracketed and not parted:
        for start, end in split_sentences(text, lang):
            if start <= place.start < end and not any(place.end <= one.start < end for one in places):
                return start, end
    first = max(parted, default=0)
    nearest = min((end for end in before if end > first), default=place.start) if before else place.start
    return first, max(first + 1, min(nearest, place.start))


def _cut(passage: Passage, places: Iterable[_Place]) -> Passage:
    """A block without its notes."""
    kept = EMPTY
    at = 0
    for place in places:
        kept = _beside(kept, passage[at : place.start])
        at = place.end
    return _beside(kept, passage[at:])


def _beside(one: Passage, other: Passage) -> Passage:
    """Words and what goes on behind them, a space between unless that is a mark."""
    one, other = one.strip(), other.strip()
    return concatenate([one, other]) if other.text[:1] in _MARKS else join([one, other])


def deadlines_of(words: str, lang: str, year: int | None) -> list[Deadline]:
    """The deadlines of a note of a term; none where its words are not understood."""
    period = parse_period(words, lang, yearless=True)
    if period is not None:
        return [Deadline(" ".join(words.split()), period.due, 0, len(words), period.recurrence)]
    return find_deadlines(words, lang, year)


def with_notes(passage: Passage, notes: Iterable[Note]) -> Passage:
    """The words of a duty and of its notes as they stand in the text."""
    for note in notes:
        at = next((n for n, place in enumerate(passage.offsets) if place > note.whole.offsets[0]), len(passage))
        passage = _beside(_beside(passage[:at], note.whole), passage[at:])
    return passage

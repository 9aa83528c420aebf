"""Kazakh points that part with marks what is done, by when and by whom, in whatever order.

Көшет отырғызу – 2031 жылғы мамыр – бағбан.      Шарбақты бояу (шаруашылық меңгерушісі, мамыр).
Қоқысты шығару, апта сайын, сыпырушы.            Бағбан: бақты суару.      Суару. Күн сайын. Бағбан.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document.blocks import ListItem, Paragraph, Passage
from extract.finders.duties.grammar.moods import without_number
from extract.finders.duties.layouts.named import names_party
from extract.finders.duties.layouts.notes import DOER, TERM, Note, deadlines_of
from extract.finders.duties.layouts.who_does import WhoDoes
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_STRONG = re.compile(r"\s[–—-]\s|:\s+|;\s+|\s*\(|\)\s*[.;,]?\s*")
_WEAK = re.compile(r",\s+")
_PERSON = re.compile(r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+|[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\s(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}")
_LETTERS = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}")
_ENDS = " .;,"
_MOST = 8
"""Parts of a point."""
_LONGEST = 400
"""Letters of such a point."""
_WHO, _TERM, _REST = "who", "term", "rest"


@dataclass(frozen=True, slots=True)
class _Part:
    """Words between two marks, what they tell, and whether a mark stronger than a comma stands before them."""

    passage: Passage
    tells: str
    apart: bool


def told_in_parts(block: Paragraph | ListItem, notes: Sequence[Note]) -> tuple[list[WhoDoes], list[Note]]:
    """Who does what by a Kazakh point, and the terms that it names; nothing where it tells nothing so.

    Who does it may be told by one of the `notes`, too, which stand apart from the point's words.
    """
    own = without_number(block).strip()
    if not own.text or len(own) > _LONGEST or _WORDING.pattern("parted_doing").search(own.text) is None:
        return [], []
    parts = list(_parts(own))
    rest = [n for n, part in enumerate(parts) if part.tells == _REST]
    if not rest or len(parts) > _MOST or rest != list(range(rest[0], rest[-1] + 1)):
        return [], []
    if any(parts[n].apart for n in rest[1:]) or (rest[0] and not parts[rest[0]].apart):
        return [], []
    first, last = parts[rest[0]].passage, parts[rest[-1]].passage
    deed = own[own.offsets.index(first.offsets[0]) : own.offsets.index(last.offsets[-1]) + 1]
    who = _who(own, parts) or _noted(own, notes)
    if who is None or _WORDING.pattern("closes_with_doing").search(deed.text) is None:
        return [], []
    if names_party(deed.text, "kk") or _WORDING.pattern("closes_with_happening").search(deed.text):
        return [], []
    start, end = deed.offsets[0], deed.offsets[-1] + 1
    terms = [Note(TERM, part.passage, part.passage, start, end) for part in parts if part.tells == _TERM]
    return [WhoDoes(who, (deed,))], terms


def _who(own: Passage, parts: Sequence[_Part]) -> Passage | None:
    """Those who are named, up to the last of them where they stand side by side; None where they stand apart."""
    named = [n for n, part in enumerate(parts) if part.tells == _WHO]
    if not named or named != list(range(named[0], named[-1] + 1)):
        return None
    first, last = parts[named[0]].passage, parts[named[-1]].passage
    return own[own.offsets.index(first.offsets[0]) : own.offsets.index(last.offsets[-1]) + 1]


def _noted(own: Passage, notes: Sequence[Note]) -> Passage | None:
    """Who answers for a point by a note that was taken from its words: "кітап сатып алу, жауапты: кітапханашы"."""
    doers = (note for note in notes if note.tells == DOER and note.start <= own.offsets[0] < note.end)
    return next((note.words for note in doers), None)


def _parts(own: Passage) -> Iterator[_Part]:
    """The parts of a point, each with what it tells."""
    for start, end in split_sentences(own.text, "kk"):
        for piece in own[start:end].split(_STRONG):
            for n, part in enumerate(piece.split(_WEAK)):
                words = part.strip(_ENDS) if _PERSON.fullmatch(part.text.strip()) is None else part.strip()
                if any(map(str.isalnum, words.text)):
                    yield _told(words, apart=n == 0)


def _told(words: Passage, *, apart: bool) -> _Part:
    label = _WORDING.pattern("label_of_part").match(words.text)
    bare = words[label.end() :] if label else words
    if names_party(bare.text, "kk") or _PERSON.fullmatch(bare.text) or (label and _LETTERS.fullmatch(bare.text)):
        return _Part(bare, _WHO, apart)
    told = deadlines_of(bare.text, "kk", None)
    whole = bool(told) and told[0].end - told[0].start >= len(bare) - 1
    return _Part(bare, _TERM if whole else _REST, apart)

"""Points that part with marks what is done, by when and by whom, in whatever order.

Көшет отырғызу – 2031 жылғы мамыр – бағбан.      Шарбақты бояу (шаруашылық меңгерушісі, мамыр).
Қоқысты шығару, апта сайын, сыпырушы.            Бағбан: бақты суару.      Суару. Күн сайын. Бағбан.
Побелить деревья – май – дворник.                Полив роз. Ежедневно. Садовник.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import ListItem, Paragraph, Passage
from extract.finders.duties.grammar.tags import classed
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.layouts.named import is_addressed, names_party
from extract.finders.duties.layouts.notes import DOER, TERM, Note, deadlines_of
from extract.finders.duties.layouts.plan_pieces import between
from extract.finders.duties.moods.lines import without_number
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import CYRILLIC_UPPER

_WORDING = phrasing("kk")
_STRONG = re.compile(r"\s[–—-]\s|:\s+|;\s+|\s*\(|\)\s*[.;,]?\s*")
_WEAK = re.compile(r",\s+")
_CAPITAL = f"[{CYRILLIC_UPPER}]"
_PERSON = re.compile(rf"(?:{_CAPITAL}\.\s?){{1,2}}{_CAPITAL}[\w-]+|{_CAPITAL}[\w-]+\s(?:{_CAPITAL}\.\s?){{1,2}}")
_INITIAL = re.compile(rf"\b{_CAPITAL}\.\Z")
_LETTERS = re.compile(rf"{_CAPITAL}{{2,6}}")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = " .;,"
_MOST = 8
"""Parts of a point."""
_LONGEST = 400
"""Letters of such a point."""
_LONGEST_NAME = 80
"""Letters of who does it."""
_WHO, _TERM, _REST = "who", "term", "rest"


@dataclass(frozen=True, slots=True)
class Parted:
    """What is done by a point and by whom, and the notes of its terms."""

    who: Passage
    deed: Passage
    terms: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Words between two marks, what they tell, and whether a mark stronger than a comma stands before them."""

    passage: Passage
    tells: str
    apart: bool


def told_in_parts(block: Paragraph | ListItem, notes: Sequence[Note], lang: str) -> Parted | None:
    """Who does what by a point, and the terms that it names; None where it tells nothing so.

    Who does it may be told by one of the `notes`, too, which stand apart from the point's words.
    """
    own = without_number(block).strip()
    if not own.text or len(own) > _LONGEST or not _may_part(own.text, lang):
        return None
    if _says_something(own.text, lang):
        return None
    words = list(_words(own, lang))
    if len(words) > _MOST:
        return None
    parts = [_told(part, lang, apart=apart) for part, apart in words]
    doer = _noted(own, notes)
    if doer is None and not any(part.tells == _WHO for part in parts):
        return None
    return _parted(own, [_with_term(part, lang) for part in parts], doer, lang)


def _parted(own: Passage, parts: Sequence[_Part], doer: Passage | None, lang: str) -> Parted | None:
    """What parts tell of which one row is the deed, and who does it: one of them, or the `doer` that a note names."""
    rest = [n for n, part in enumerate(parts) if part.tells == _REST]
    if not rest or rest != list(range(rest[0], rest[-1] + 1)):
        return None
    if any(parts[n].apart for n in rest[1:]) or (rest[0] and not parts[rest[0]].apart):
        return None
    deed = between(own, parts[rest[0]].passage, parts[rest[-1]].passage)
    named = _named(own, parts)
    who = named or doer
    if who is None or not _is_deed(deed.text, lang):
        return None
    if lang == "ru" and named is not None and (not _stands_apart(parts) or _names_addressee(own, named, deed.text)):
        return None
    start, end = deed.offsets[0], deed.offsets[-1] + 1
    terms = tuple(Note(TERM, part.passage, part.passage, start, end) for part in parts if part.tells == _TERM)
    return Parted(who, deed, terms)


def _may_part(text: str, lang: str) -> bool:
    """Whether a point has a noun of doing before a mark, or a Russian one a mark at all."""
    if lang == "kk":
        return _WORDING.pattern("parted_doing").search(text) is not None
    return any(mark in text for mark in "–—-,(:") or text.rstrip(_ENDS).count(". ") > 0


def _is_deed(deed: str, lang: str) -> bool:
    if phrasing(lang).pattern("done_to_persons").search(deed):
        return False  # "Принять на работу – Розов Б., 5 мая": they are those who are taken
    if lang == "ru":
        return opens_with_doing(deed) or bids_by_infinitive(deed)
    doing = _WORDING.pattern("closes_with_doing").search(deed) is not None
    return doing and not names_party(deed, "kk") and not _WORDING.pattern("closes_with_happening").search(deed)


def _stands_apart(parts: Sequence[_Part]) -> bool:
    """Whether who does it is parted by more than a comma from the deed, or a term stands beside: "полить, май, ..."."""
    named = next(n for n, part in enumerate(parts) if part.tells == _WHO)
    return parts[named].apart or any(part.tells == _TERM for part in parts)


def _names_addressee(own: Passage, named: Passage, deed: str) -> bool:
    """Whether a person in brackets is he on whom the deed is laid, or to whom it is done: "управлению (Ким С.)"."""
    bracketed = own.text[: own.offsets.index(named.offsets[0])].rstrip().endswith("(")
    return bracketed and is_laid_on(deed)


def _named(own: Passage, parts: Sequence[_Part]) -> Passage | None:
    """Those who are named, up to the last of them where they stand side by side; None where they stand apart."""
    named = [n for n, part in enumerate(parts) if part.tells == _WHO]
    if not named or named != list(range(named[0], named[-1] + 1)):
        return None
    who = between(own, parts[named[0]].passage, parts[named[-1]].passage)
    end = own.offsets.index(who.offsets[-1]) + 1
    closes = who.text.count("(") > who.text.count(")") and own.text[end : end + 1] == ")"
    return own[own.offsets.index(who.offsets[0]) : end + closes]


def _noted(own: Passage, notes: Sequence[Note]) -> Passage | None:
    """Who answers for a point by a note that was taken from its words: "кітап сатып алу, жауапты: кітапханашы"."""
    doers = (note for note in notes if note.tells == DOER and note.start <= own.offsets[0] < note.end)
    return next((note.words for note in doers), None)


def _says_something(text: str, lang: str) -> bool:
    """Whether a word of a point is of a whole sentence's predicate: "дворник сметает листья", no noun of doing."""
    return any(classed(word, lang)[1] in _PREDICATES for word in _WORD.findall(text))


_PREDICATES = frozenset({"present", "passive", "future", "must", "obliged"})


def _words(own: Passage, lang: str) -> Iterator[tuple[Passage, bool]]:
    """The words between the marks of a point, and whether a mark stronger than a comma stands before them."""
    for start, end in split_sentences(own.text, lang):
        for piece in own[start:end].split(_STRONG):
            for n, part in enumerate(piece.split(_WEAK)):
                words = part.strip() if _INITIAL.search(part.text.strip()) else part.strip(_ENDS)
                if any(map(str.isalnum, words.text)):
                    yield words, n == 0


def _told(words: Passage, lang: str, *, apart: bool) -> _Part:
    label = phrasing(lang).pattern("label_of_part").match(words.text)
    bare = words[label.end() :] if label else words
    named = len(bare) <= _LONGEST_NAME and names_party(bare.text, lang)
    named = named and not (lang == "ru" and is_addressed(bare.text, lang))
    if named or _PERSON.fullmatch(bare.text) or (label and _LETTERS.fullmatch(bare.text)):
        return _Part(bare, _WHO, apart)
    return _Part(bare, _REST, apart)


def _with_term(part: _Part, lang: str) -> _Part:
    """A part that names nobody, as a term where it tells no more than one."""
    if part.tells != _REST:
        return part
    if _YEAR.fullmatch(part.passage.text):
        return part  # of a book: "Развитие речи, 2015, Розова Б."
    told = deadlines_of(part.passage.text, lang, None)
    whole = bool(told) and told[0].end - told[0].start >= len(part.passage) - 1
    whole = whole or (lang == "ru" and phrasing("ru").pattern("term_by_event").match(part.passage.text) is not None)
    return replace(part, tells=_TERM) if whole else part


def is_laid_on(deed: str) -> bool:
    """Whether a deed closes with whom it is laid on or given to, of whose post the brackets name the person."""
    words = read_words(deed, "ru")
    tail = range(max(2, len(words) - _LONGEST_POST), len(words))
    given = any(
        is_in(words[n], NOUNS, "datv") and not is_in(words[n], NOUNS, "gent") for n in tail if not _by(words[n - 1])
    )
    return given or any(word.tag == "lays" for word in words)


def _by(word: Word) -> bool:
    """Whether a word takes the dative behind it, or stands between the two: "по | поливу", "к общему | празднику"."""
    return is_preposition(word) or is_in(word, ADJECTIVES)


_LONGEST_POST = 6
"""Words of a post or a body that close a deed."""

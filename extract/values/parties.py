"""Cells of responsible bodies: "МП, МИО, НАО имени Ы. Алтынсарина (по согласованию)", "БҒМ, ЖОО (келісу бойынша)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from extract.language.patterns import PhraseFinder
from extract.language.russian import readings
from extract.language.tokens import CACHED_CELLS, norm_of, read
from extract.lexicon.words import words
from extract.values.enumerations import Piece, joined, parted
from extract.values.quotes import quoted, split_outside
from extract.values.shared_heads import side_by_side, with_one_head, with_their_heads
from extract.values.staff import ends_in_initials, has_head, kind_of_staff
from kzedu_graph.language.letters import LATIN_TO_CYRILLIC

_BRACKETED = re.compile(r"\(([^()]{3,60})(?:\)|$|(?=[,;]))")
_NOTE = re.compile(r"\((?P<words>[^()]{3,300})\)")
_EDGES = ",;.:–—-/"
_WORD = re.compile(r"\S+")
_GLUED_SLASH = re.compile(r"(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{4,}")
_COMMITTEE, _MINISTRY = re.compile(r"К[А-ЯЁ]{1,6}"), re.compile(r"М[А-ЯЁ]{1,7}(?:\s+РК)?")
_INITIAL = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.")
LIKE_ENOUGH = 0.85
"""How alike a bracket's letters and a remark's must be: "(по согла сованию)" is one, "(по областям)" is not."""
LONGEST_CLASSED = 2000
"""Characters of a cell that is looked through for classes of bodies by their places."""
LONGEST_RUN, LONGEST_NAME = 60, 15
"""Words without a comma that are looked through for several bodies, and words of one body among them."""
SHORTEST_GARBLED = 5
"""Letters of an abbreviation in which one wrong letter is forgiven when it is fused with the next."""


@dataclass(frozen=True, slots=True)
class PartyValue:
    """A body as its cell names it, without the agreement remark, with a head that it shares; `start` and `end` are
    offsets of its words.
    """

    text: str
    by_agreement: bool
    start: int
    end: int


def parse_parties(
    text: str,
    lang: str,
    glossary: Mapping[str, str] | None = None,
    known: Callable[[str], bool] | None = None,
) -> tuple[PartyValue, ...]:
    """The bodies of a cell in printed order ("МП, АСПиР (по согласованию), МИО" names three, one by agreement).

    `glossary` (the document's abbreviations) and `known` (is this a body?) tell two bodies without a comma between
    them from one of two words ("БҒМ ЖАО", "Қаржы мині"), and fused ones apart ("ЦДИАӨМСИМ").
    """
    bodies = _Bodies(lang, _keys(tuple(glossary or ())), known)
    found = []
    pieces: Sequence[Piece] = _pieces(text, lang)
    if lang == "kk" and len(pieces) > 1:
        pieces = with_their_heads(text, pieces, bodies.is_body)
    for start, end, agreed in pieces:
        names = [
            name
            for whole in bodies.split(text, start, end)
            for part in bodies.apart(text, *whole)
            for name in with_one_head(text, *_trimmed(text, *part), lang, bodies.is_body)
        ]
        for n, (name, a, b) in enumerate(names, start=1):
            if not _is_occasion(name, lang):
                found.append(PartyValue(name, agreed and n == len(names), a, b))
    return tuple(found)


def _is_occasion(name: str, lang: str) -> bool:
    """Whether words tell when, and nobody: "шығу кезінде", "по мере необходимости"."""
    return any(re.fullmatch(pattern, name, re.IGNORECASE) for pattern in words(lang).occasions)


@cache
def _remark_finder(lang: str) -> PhraseFinder:
    return PhraseFinder(("by-agreement", read(remark, lang).tokens) for remark in words(lang).remarks)


def find_remarks(text: str, lang: str) -> list[tuple[int, int]]:
    """Where the agreement remarks of a cell stand, brackets included ("( келісу бойынша)"), in order."""
    found = []
    for match in _BRACKETED.finditer(text):
        letters = _letters(match[1])
        if any(_is_remark(letters, remark, lang) for remark in words(lang).remarks):
            found.append(match.span())
    tokens = read(text, lang)
    for _, first, last in _remark_finder(lang)(tokens.tokens):
        start, end = tokens.span(first, last)
        if not any(a <= start < b for a, b in found):
            found.append((start, end))
    return sorted(found)


def _notes(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Brackets that say by what money or when a body acts: "(из средств областного бюджета)"."""
    for match in _NOTE.finditer(text):
        if _note_words(lang).search(match["words"]) and not find_remarks(match.group(), lang):
            yield match.span()


@cache
def _note_words(lang: str) -> re.Pattern[str]:
    patterns = "|".join(words(lang).party_notes)
    return re.compile(rf"^\s*(?:{patterns})" if lang == "ru" else rf"(?:{patterns})\s*$", re.IGNORECASE)


def _letters(text: str) -> str:
    return "".join(character for character in norm_of(text) if character.isalpha())


def _is_remark(letters: str, remark: str, lang: str) -> bool:
    """Whether letters in brackets are a remark: a shortened one by its very letters, else by letters like enough."""
    own = _letters(remark)
    if remark.endswith("."):
        return letters == own
    return _alike(letters, own) or (lang == "ru" and letters.startswith(own))


def _alike(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= len(other) // 4 and SequenceMatcher(None, one, other).ratio() >= LIKE_ENOUGH


@lru_cache(maxsize=CACHED_CELLS)
def _pieces(text: str, lang: str) -> tuple[tuple[int, int, bool], ...]:
    """What commas, empty paragraphs and remarks part: start, end, and whether a remark stands behind it."""
    remarks = [(start, end, True) for start, end in find_remarks(text, lang)]
    remarks = sorted([*remarks, *((start, end, False) for start, end in _notes(text, lang))])
    masked = list(text)
    for start, end, _ in remarks:
        masked[start:end] = " " * (end - start)
    for pattern in _classes(lang) if len(text) <= LONGEST_CLASSED else ():
        for match in pattern.finditer(text):
            masked[match.start() : match.end()] = text[match.start() : match.end()].replace(",", " ")
    found: list[tuple[int, int, bool]] = []
    for start, end in split_outside("".join(masked), ",;", quoted(text)):
        at = start
        for a, b, agreed in [*(remark for remark in remarks if start <= remark[0] < end), (end, end, False)]:
            left, right = _trimmed(text, at, a)
            if any(character.isalnum() for character in text[left:right]):
                found.append((left, right, agreed))
            elif agreed and found:
                found[-1] = (found[-1][0], found[-1][1], True)
            at = b
    pieces: list[Piece] = []
    for start, end, agreed in joined(text, found, lang):
        parts = [_trimmed(text, a, b) for a, b in parted(text, start, end, lang)]
        pieces += [(a, b, agreed and b == parts[-1][1]) for a, b in parts]
    return tuple(pieces)


@cache
def _classes(lang: str) -> tuple[re.Pattern[str], ...]:
    """Classes of bodies by their places ("акимы областей, городов Астаны и Алматы"): their commas part none."""
    return tuple(re.compile(pattern) for pattern in words(lang).one_class)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    return start, end + ends_in_initials(text, end)


def _key(name: str) -> str:
    """A name without white space, look-alike letters undone: "Қаржы мині" and "Қаржымині" are one."""
    return "".join(name.split()).translate(_ONE_SPELLING)


@lru_cache(maxsize=8)
def _keys(abbreviations: tuple[str, ...]) -> frozenset[str]:
    """The keys of a document's abbreviations, which each of its cells asks for."""
    return frozenset(map(_key, abbreviations))


_ONE_SPELLING = LATIN_TO_CYRILLIC | str.maketrans("«»“”„", '"""""')


def _is_genitive(word: str) -> bool:
    """Whether a Russian word in small letters is likeliest a genitive, and no name of several: "отдела", "акимата"."""
    found = [(case, number) for _, _, case, number in readings(word)] if word.islower() else []
    return found[:1] == [("gent", "sing")] and ("nomn", "plur") not in found


@dataclass(frozen=True, slots=True)
class _Bodies:
    """What is known of bodies: enough to part a run of words into several of them, or not."""

    lang: str
    abbreviations: frozenset[str]
    known: Callable[[str], bool] | None

    def is_body(self, name: str) -> bool:
        """Whether a name is in the glossary or known; a name in quotes behind its legal form counts too."""
        listed = bool(self.abbreviations) and _key(name) in self.abbreviations
        return listed or bool(self.known and self.known(name))

    def split(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The bodies between two offsets: one, unless every part of a division is a body."""
        if "/" in text[start:end] and (parted := self._by_slashes(text, start, end)):
            return parted
        inside = quoted(text)
        bounds = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
        pieces = [b for n, b in enumerate(bounds) if n == 0 or not (inside[b[0] - 1] and inside[b[0]])]
        ends = [bounds[n - 1][1] for n, b in enumerate(bounds) if n and b in pieces[1:]] + [end]
        spans = [(piece[0], stop) for piece, stop in zip(pieces, ends, strict=True)]
        if 1 < len(spans) <= LONGEST_RUN and not self.is_body(text[start:end]):
            divided = self._divide(text, spans)
            if divided:
                return divided
        if len(spans) == 1 and _ABBREVIATION.fullmatch(text[start:end]) and not self.is_body(text[start:end]):
            return self._unfused(text, start, end)
        return [(start, end)]

    def apart(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The bodies of a name that nobody knows, which may be those of two lines."""
        return [(start, end)] if self.is_body(text[start:end]) else side_by_side(text, start, end, self.lang)

    def _by_slashes(self, text: str, start: int, end: int) -> list[tuple[int, int]] | None:
        """The names that slashes without white space part ("школы/колледжи", "МП/МЗ"), each a body, a post or a unit;
        None where one is not, or where the first may have its complement behind the last ("управления/отделы садов").
        """
        inside = quoted(text)
        cuts = [start + match.start() for match in _GLUED_SLASH.finditer(text[start:end])]
        if not cuts or any(inside[at] for at in cuts) or self.is_body(text[start:end]):
            return None
        spans = list(zip([start, *(at + 1 for at in cuts)], [*cuts, end], strict=True))
        names = [text[a:b] for a, b in spans]
        alone = " " not in names[0] and kind_of_staff(names[0], self.lang) == "unit"
        if self.lang == "ru" and alone and any(" " in name for name in names[1:]):
            return None
        wanted = names[1:] if names[0].isupper() else names
        return spans if all(self._is_named(name) for name in wanted) else None

    def _is_named(self, name: str) -> bool:
        """Whether a name is that of somebody by itself: a body, or a post or a unit."""
        return self.is_body(name) or (not name.isupper() and has_head(name, self.lang))

    def _divide(self, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]] | None:
        """The fewest bodies that the words make, none left over but a conjunction between two; None if they do not."""
        best: list[list[tuple[int, int]] | None] = [[]] + [None] * len(spans)
        for last in range(1, len(spans) + 1):
            for first in range(max(0, last - LONGEST_NAME), last):
                before = best[first]
                if before is None:
                    continue
                start, end = spans[first][0], spans[last - 1][1]
                name = text[start:end]
                if self._is_owner(text, spans, first, name) or self._is_cut_behind(name):
                    continue
                if first and last < len(spans) and name.casefold() in words(self.lang).conjunctions:
                    candidate = before
                elif self.is_body(name) or (first and self._opens_a_body(text, spans[first], spans[last - 1])):
                    candidate = [*before, (start, end)]
                else:
                    continue
                current = best[last]
                if current is None or len(candidate) < len(current):
                    best[last] = candidate
        found = best[-1]
        return found if found and len(found) > 1 else None

    def _is_owner(self, text: str, spans: list[tuple[int, int]], first: int, name: str) -> bool:
        """Whether a short form, or a name in the genitive, says whose the body before it is, in Russian: "методический
        кабинет УО", "методический кабинет отдела образования", "КЛ МСХ РК".
        """
        before = text[slice(*spans[first - 1])] if first else ""
        if self.lang == "ru" and _COMMITTEE.fullmatch(before) and _MINISTRY.fullmatch(name):
            return True
        if self.lang != "ru" or not before.islower() or before in words(self.lang).conjunctions:
            return False
        return (name.isupper() and _key(name) in self.abbreviations) or _is_genitive(name.split(maxsplit=1)[0])

    def _is_cut_behind(self, name: str) -> bool:
        """Whether a name ends with a conjunction that what follows belongs to: "органдар мен"."""
        said = name.casefold().split()
        return len(said) > 1 and said[-1] in words(self.lang).conjunctions

    def _opens_a_body(self, text: str, first: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether words that follow a body are a name of the form `РГУ "..."`, `"..." АҚ` or `А. Б. ... АҚ`."""
        opening, closing = text[slice(*first)], text[slice(*last)]
        if opening in words(self.lang).legal_forms:
            return closing.endswith(('"', "»", "”")) and first != last
        return (opening[:1] in '"«“' or bool(_INITIAL.match(opening))) and closing in words(self.lang).legal_forms

    def _unfused(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Two abbreviations that stand together as one word, "ЦДИАӨМСИМ"; one wrong letter in the first is forgiven."""
        word = text[start:end]
        cuts = range(len(word) - 2, 1, -1)
        for fits in (self.is_body, self._is_garbled):
            for cut in cuts:
                if fits(word[:cut]) and self.is_body(word[cut:]):
                    return [(start, start + cut), (start + cut, end)]
        return [(start, end)]

    def _is_garbled(self, word: str) -> bool:
        key = _key(word)
        near = [
            name
            for name in self.abbreviations
            if len(name) == len(key) >= SHORTEST_GARBLED and sum(a != b for a, b in zip(name, key, strict=True)) == 1
        ]
        return len(near) == 1

"""Cells of responsible bodies: "МП, МИО, НАО имени Ы. Алтынсарина (по согласованию)", "БҒМ, ЖОО (келісу бойынша)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.language.tokens import CACHED_CELLS
from extract.lexicon.words import words
from extract.values.parties.known_bodies import KnownBodies, keys_of
from extract.values.parties.one_class import Piece, joined_names
from extract.values.parties.parted_names import parted_names
from extract.values.parties.places_of_classes import places_of_classes
from extract.values.parties.remarks import find_notes, find_remarks
from extract.values.parties.shared_heads import with_one_head, with_shared_places, with_their_heads
from extract.values.parties.staff import ends_in_initials
from extract.values.quotes import quoted, split_outside

_EDGES = ",;.:–—-/"
LONGEST_CLASSED = 2000
"""Characters of a cell that is looked through for classes of bodies by their places."""


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
    bodies = KnownBodies(lang, keys_of(tuple(glossary or ())), known)
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
        names = with_shared_places(text, names, lang, bodies.is_body)
        for n, (name, a, b) in enumerate(names, start=1):
            if not _is_occasion(name, lang):
                found.append(PartyValue(name, agreed and n == len(names), a, b))
    return tuple(found)


def _is_occasion(name: str, lang: str) -> bool:
    """Whether words tell when, and nobody: "шығу кезінде", "по мере необходимости"."""
    return any(re.fullmatch(pattern, name, re.IGNORECASE) for pattern in words(lang).occasions)


@lru_cache(maxsize=CACHED_CELLS)
def _pieces(text: str, lang: str) -> tuple[tuple[int, int, bool], ...]:
    """What commas, empty paragraphs and remarks part: start, end, and whether a remark stands behind it."""
    remarks = [(start, end, True) for start, end in find_remarks(text, lang)]
    remarks = sorted([*remarks, *((start, end, False) for start, end in find_notes(text, lang))])
    masked = list(text)
    for start, end, _ in remarks:
        masked[start:end] = " " * (end - start)
    for pattern in _classes(lang) if len(text) <= LONGEST_CLASSED else ():
        for match in pattern.finditer(text):
            masked[match.start() : match.end()] = text[match.start() : match.end()].replace(",", " ")
    for start, end in places_of_classes(text, lang):
        masked[start:end] = text[start:end].replace(",", " ")
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
    for start, end, agreed in joined_names(text, found, lang):
        parts = [_trimmed(text, a, b) for a, b in parted_names(text, start, end, lang)]
        pieces += [(a, b, agreed and b == parts[-1][1]) for a, b in parts]
    return tuple(pieces)


@cache
def _classes(lang: str) -> tuple[re.Pattern[str], ...]:
    """Classes of bodies by their places ("акимы областей, городов Астаны и Алматы"): their commas part none."""
    return tuple(re.compile(pattern) for pattern in words(lang).one_class)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of a name without white space and marks at its edges; the point of an initial is its own."""
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    return start, end + ends_in_initials(text, end)

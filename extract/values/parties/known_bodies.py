"""Bodies that a glossary or the registry knows, by which a run of words parts: "БҒМ ЖАО", "ЦДИАӨМСИМ"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from extract.language.russian import readings
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words
from extract.values.parties.side_by_side import side_by_side
from extract.values.parties.staff import has_head, kind_of_staff
from extract.values.quotes import quoted
from kzedu_graph.language.letters import LATIN_TO_CYRILLIC

_GLUED_SLASH = re.compile(r"(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{4,}")
_COMMITTEE, _MINISTRY = re.compile(r"К[А-ЯЁ]{1,6}"), re.compile(r"М[А-ЯЁ]{1,7}(?:\s+РК)?")
_INITIAL = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.")
LONGEST_RUN, LONGEST_NAME = 60, 15
"""Words without a comma that are looked through for several bodies, and words of one body among them."""
SHORTEST_GARBLED = 5
"""Letters of an abbreviation in which one wrong letter is forgiven when it is fused with the next."""
_ONE_SPELLING = LATIN_TO_CYRILLIC | str.maketrans("«»“”„", '"""""')


def _key(name: str) -> str:
    """A name without white space, look-alike letters undone: "Қаржы мині" and "Қаржымині" are one."""
    return "".join(name.split()).translate(_ONE_SPELLING)


@lru_cache(maxsize=8)
def keys_of(abbreviations: tuple[str, ...]) -> frozenset[str]:
    """The keys of a document's abbreviations, which each of its cells asks for."""
    return frozenset(map(_key, abbreviations))


def _is_genitive(word: str, *numbers: str) -> bool:
    """Whether a Russian word in small letters is likeliest a genitive, and no name of several: "отдела", "акиматов"."""
    found = [(case, number) for _, _, case, number in readings(word)] if word.islower() else []
    return any(found[:1] == [("gent", number)] for number in numbers) and ("nomn", "plur") not in found


@dataclass(frozen=True, slots=True)
class KnownBodies:
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
                if self._is_owner(text, spans, first, name) or self._is_cut(name):
                    continue
                if self._may_be_whose(text, spans, last, name):
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
        if name.isupper() and _key(name) in self.abbreviations:
            return True
        all_so = _is_genitive(text[slice(*spans[0])].casefold(), "plur")
        return _is_genitive(name.split(maxsplit=1)[0], *(("sing",) if all_so else ("sing", "plur")))

    def _may_be_whose(self, text: str, spans: list[tuple[int, int]], last: int, name: str) -> bool:
        """Whether a Kazakh name says, or may say, whose the body right behind it is: "әкімдіктерінің басқармалары"."""
        if self.lang != "kk" or last == len(spans) or not figure_words().pattern("says_whose").search(name):
            return False
        behind, end = text[slice(*spans[last])], text[slice(*spans[-1])]
        if behind.casefold() in words(self.lang).conjunctions:
            return False
        return behind.islower() and not (name.endswith("ң") and figure_words().pattern("says_whose").search(end))

    def _is_cut(self, name: str) -> bool:
        """Whether a name ends with a conjunction that what follows belongs to ("органдар мен"), or opens with one."""
        said = name.casefold().split()
        return len(said) > 1 and any(edge in words(self.lang).conjunctions for edge in (said[0], said[-1]))

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


_WORD = re.compile(r"\S+")

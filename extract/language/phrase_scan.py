"""Where a name may stand: a scan over how words begin, so that little text needs tokens and stems.

Endings never change the beginning of a word. A name is therefore kept as the beginnings of its words, an
abbreviation whole; text in which no such sequence stands holds no name, whatever its forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from typing import Literal

from kzedu_graph.language.letters import LATIN_TO_CYRILLIC, is_abbreviation, skeleton

SHORTEST, LONGEST = 2, 5
"""Letters of a beginning."""
CHANGING = 2
"""Letters at the end of a stem that an ending may change ("орын", "орны"; "халық", "халқы")."""
MARGIN = 30
"""Characters around a possible name that its quotation marks and the word behind it need."""
GLUED = 6
"""Letters of a word in capitals from which it may be several abbreviations run together."""

CAPITAL = "^"
"""Before the beginning of a name of one word that is told from a common noun by its capital."""

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"-[^\W\d_]+")
_FOLDED = LATIN_TO_CYRILLIC | {ord("ё"): "е"}


@dataclass(slots=True)
class Step:
    """A place inside names: what may follow, by the beginning of the next word, and whether a name is whole here."""

    below: dict[str, Step] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """What may begin with a word: where names have come to by it, and the beginnings of words that go on with one.

    `is_open`: whatever the next word is, for a name may be whole, or an abbreviation may carry an ending before it.
    """

    steps: Sequence[Step]
    is_open: bool
    following: frozenset[str]


class NameScan:
    """Names by the beginnings of their words; `windows` gives the stretches of a text that may hold one."""

    def __init__(self, names: Iterable[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        self._root = Step()
        self._begun: set[str] = set()
        self._openings: dict[str, Opening | Literal[False]] = {}
        self._alike: dict[tuple[tuple[str, ...], bool, bool], Opening] = {}
        for name in names:
            words = _words(name)
            keys = [_key_of(word, stems) for word in words]
            if len(words) == 1 and words[0][:1].isupper() and not is_abbreviation(words[0]):
                keys = [CAPITAL + keys[0]]
            step = self._root
            for key in keys:
                step = step.below.setdefault(key, Step())
            step.whole = step.whole or step is not self._root
        self._begun = {key.removeprefix(CAPITAL)[:SHORTEST] for key in self._root.below}

    def windows(self, text: str) -> list[tuple[int, int]]:
        """Stretches that may hold names, in order and apart, widened by MARGIN to the next white space."""
        words = _words_in(text)
        openings = list(map(self._openings.get, words))
        if None in openings:
            self._openings.update((word, self._read(word)) for word in {*words} if word not in self._openings)
            openings = list(map(self._openings.get, words))
        if not any(openings):
            return []
        begun = [
            (n, opening)
            for n, opening, behind in compress(zip(count(), openings, (*words[1:], "")), openings)
            if opening and (opening.is_open or not opening.following.isdisjoint(_keys_in_text(behind)))
        ]
        found: list[tuple[int, int]] = []
        for n, opening in begun:
            last = _farthest(text, words, n, opening.steps)
            if last is None:
                continue
            places = _places_in(text)
            begin, until = _widen(text, places[n][0], places[last][1])
            if found and begin <= found[-1][1]:
                found[-1] = (found[-1][0], max(until, found[-1][1]))
            else:
                found.append((begin, until))
        return found

    def _read(self, word: str) -> Opening | Literal[False]:
        """Where names may begin with that word, False where none does; abbreviations run together are a whole name."""
        if _first_letters(word) not in self._begun and not has_inner_capital(word):
            return False  # most words: no name begins with their first letters
        below = self._root.below
        keys = tuple([key for key in _keys_that_open(word) if key in below])
        is_glued = len(word) >= GLUED and word.isupper()
        if not keys and not is_glued:
            return False
        by = (keys, is_glued, has_inner_capital(word))
        if by not in self._alike:
            self._alike[by] = self._opened(*by)
        return self._alike[by]

    def _opened(self, keys: tuple[str, ...], is_glued: bool, may_end: bool) -> Opening:
        """What words begin that have these keys in common, and the rest."""
        steps = [self._root.below[key] for key in keys]
        if is_glued:
            steps.append(Step(whole=True))
        is_open = may_end or any(step.whole for step in steps)
        return Opening(steps, is_open, frozenset(key for step in steps for key in step.below))


def _farthest(text: str, words: Sequence[str], n: int, steps: Sequence[Step]) -> int | None:
    """The last word of the longest possible name that has come as far as any of the steps with a word; None where there
    is none.
    """
    reached, word = None, words[n]
    while steps:
        for step in steps:
            if step.whole:
                reached = n
                break
        hyphened = "-" in text and has_inner_capital(word)
        ending = _ENDING.match(text, _places_in(text)[n][1]) if hyphened else None
        n += 1
        if ending:  # "БҒМ-ның Ғылым комитеті"
            word = words[n][len(ending.group()) - 1 :]
            n += not word
        else:
            word = ""
        if n == len(words):
            break
        word = word or words[n]
        keys = _keys_in_text(word)
        steps = [step.below[key] for step in steps for key in keys if key in step.below]
    return reached


@lru_cache(maxsize=1 << 12)
def _words_in(text: str) -> tuple[str, ...]:
    """The words of a text, which is scanned for names of several kinds."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1 << 11)
def _places_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a text stand."""
    return tuple(match.span() for match in _WORD.finditer(text))


def _words(name: str) -> list[str]:
    """The words of a name, hyphenated ones by their parts, without what an abbreviation's hyphen leads in."""
    words: list[str] = []
    at = 0
    while match := _WORD.search(name, at):
        words.append(match.group())
        at = match.end()
        if has_inner_capital(words[-1]) and (ending := _ENDING.match(name, at)):
            at = ending.end()
    return words


def has_inner_capital(word: str) -> bool:
    """Whether a letter behind the first is a capital: "БҒМ", "ТжКБ", "WorldSkills"."""
    rest = word[1:]
    return rest != rest.lower()


def _key_of(word: str, stems: Callable[[str], tuple[str, ...]]) -> str:
    """What a name's word is entered under: an abbreviation whole, else the beginning that all its forms share."""
    if is_abbreviation(word):
        return "=" + skeleton(word)
    plain = word.lower()
    shared = min(len(_shared(plain, stem)) for stem in stems(plain))
    return plain.translate(_FOLDED)[: min(LONGEST, max(SHORTEST, shared - CHANGING))]


def _shared(one: str, other: str) -> str:
    """The beginning that two words share."""
    pairs = zip(one, other, strict=False)
    return one[: next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))]


def _first_letters(word: str) -> str:
    """The shortest key that a word of the text may be found under."""
    return word.lower()[:SHORTEST].translate(_FOLDED)


@lru_cache(maxsize=1 << 15)
def _keys_in_text(word: str) -> tuple[str, ...]:
    """Every key that a word of the text may be found under."""
    plain = word.lower().translate(_FOLDED)
    keys = [plain[:length] for length in range(SHORTEST, min(LONGEST, len(plain)) + 1)] or [plain]
    return (*keys, "=" + skeleton(word)) if has_inner_capital(word) else tuple(keys)


@lru_cache(maxsize=1 << 15)
def _keys_that_open(word: str) -> tuple[str, ...]:
    """Every key by which a word of the text may begin a name, or be one by itself."""
    keys = _keys_in_text(word)
    return (*keys, *(CAPITAL + key for key in keys)) if word[:1].isupper() else keys


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with MARGIN more on both sides, cut at white space."""
    begin, until = max(0, start - MARGIN), min(len(text), end + MARGIN)
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    while until < len(text) and not text[until].isspace():
        until += 1
    return begin, until

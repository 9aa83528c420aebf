"""Where a name may stand: a scan over how words begin, so that little text needs tokens and stems.

Endings never change the beginning of a word. A name is therefore kept as the beginnings of its words, an
abbreviation whole; text in which no such sequence stands holds no name, whatever its forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress

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


@dataclass(frozen=True, slots=True)
class Opening:
    """What may begin with a word: where names have come to by it, and the beginnings of words that go on with one.

    An abbreviation may carry an ending between them.
    """

    steps: Sequence[Step]
    is_whole: bool
    following: frozenset[str]
    may_end: bool

    def is_open(self, word: str | None) -> bool:
        """Whether a name may stand here, by the word behind the first; None is the end of the text."""
        if self.is_whole or self.may_end:
            return True
        return word is not None and not self.following.isdisjoint(_keys_in_text(word))


class NameScan:
    """Names by the beginnings of their words; `windows` gives the stretches of a text that may hold one."""

    def __init__(self, names: Iterable[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        self._root = Step()
        self._openings: dict[str, Opening | None] = {}
        for name in names:
            words = _words(name)
            keys = [_key_of(word, stems) for word in words]
            if len(words) == 1 and words[0][:1].isupper() and not is_abbreviation(words[0]):
                keys = [CAPITAL + keys[0]]
            step = self._root
            for key in keys:
                step = step.below.setdefault(key, Step())
            step.whole = step.whole or step is not self._root

    def windows(self, text: str) -> list[tuple[int, int]]:
        """Stretches that may hold names, in order and apart, widened by MARGIN to the next white space."""
        found: list[tuple[int, int]] = []
        words = _WORD.findall(text)
        known = self._openings
        for word in set(words).difference(known):
            known[word] = self._opening(word)
        openings = list(map(known.__getitem__, words))
        if not any(openings):
            return found
        following = (*words[1:], None)
        places = zip(_WORD.finditer(text), openings, following, strict=True)
        for match, opening, word in compress(places, openings):
            if opening is None or not opening.is_open(word):
                continue
            end = _farthest(text, match.end(), match.group(), opening.steps)
            if end:
                begin, until = _widen(text, match.start(), end)
                if found and begin <= found[-1][1]:
                    found[-1] = (found[-1][0], max(until, found[-1][1]))
                else:
                    found.append((begin, until))
        return found

    def _opening(self, word: str) -> Opening | None:
        """Where names may begin with that word; abbreviations run together are a whole name."""
        keys = _keys_in_text(word)
        if word[:1].isupper():
            keys = (*keys, *(CAPITAL + key for key in keys))
        steps = [self._root.below[key] for key in keys if key in self._root.below]
        if len(word) >= GLUED and word.isupper():
            steps.append(Step(whole=True))
        if not steps:
            return None
        following = frozenset(key for step in steps for key in step.below)
        return Opening(steps, any(step.whole for step in steps), following, has_inner_capital(word))


def _farthest(text: str, end: int, word: str, steps: Sequence[Step]) -> int:
    """Where the longest possible name ends that has come as far as any of the steps; 0 where none does."""
    reached = end if any(step.whole for step in steps) else 0
    ways = [step.below for step in steps if step.below]
    if not ways:
        return reached
    if has_inner_capital(word) and (ending := _ENDING.match(text, end)):
        end = ending.end()  # "БҒМ-ның Ғылым комитеті"
    following = _WORD.search(text, end)
    if following is None:
        return reached
    keys = _keys_in_text(following.group())
    further = [below[key] for below in ways for key in keys if key in below]
    return max(reached, _farthest(text, following.end(), following.group(), further)) if further else reached


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


@lru_cache(maxsize=1 << 15)
def _keys_in_text(word: str) -> tuple[str, ...]:
    """Every key that a word of the text may be found under."""
    plain = word.lower().translate(_FOLDED)
    keys = [plain[:length] for length in range(SHORTEST, min(LONGEST, len(plain)) + 1)] or [plain]
    return (*keys, "=" + skeleton(word)) if has_inner_capital(word) else tuple(keys)


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with MARGIN more on both sides, cut at white space."""
    begin, until = max(0, start - MARGIN), min(len(text), end + MARGIN)
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    while until < len(text) and not text[until].isspace():
        until += 1
    return begin, until

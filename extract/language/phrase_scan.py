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


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """What may begin with a word: where names have come to by it, and the beginnings of words that go on with one.

    An abbreviation may carry an ending between them.
    """

    steps: Sequence[Step]
    is_whole: bool
    following: frozenset[str]
    may_end: bool


class NameScan:
    """Names by the beginnings of their words; `windows` gives the stretches of a text that may hold one."""

    def __init__(self, names: Iterable[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        self._root = Step()
        self._openings: dict[str, Opening | bool] = {}
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
        words = _WORD.findall(text)
        openings = list(map(self._openings.get, words))
        if None in openings:
            openings = [self._opening(word) for word in words]
        found: list[tuple[int, int]] = []
        if not any(openings):
            return found
        last = len(words) - 1
        for n, match in compress(enumerate(_WORD.finditer(text)), openings):
            end = self._end(text, match, openings[n], words[n + 1] if n < last else "")
            if end:
                begin, until = _widen(text, match.start(), end)
                if found and begin <= found[-1][1]:
                    found[-1] = (found[-1][0], max(until, found[-1][1]))
                else:
                    found.append((begin, until))
        return found

    def _opening(self, word: str) -> Opening | bool:
        """`_read`, each word once."""
        known = self._openings.get(word)
        if known is None:
            known = self._openings[word] = self._read(word)
        return known

    def _read(self, word: str) -> Opening | bool:
        """Where names may begin with that word, False where none does; abbreviations run together are a whole name."""
        keys = _keys_in_text(word)
        if word[:1].isupper():
            keys = (*keys, *(CAPITAL + key for key in keys))
        is_glued = len(word) >= GLUED and word.isupper()
        below = self._root.below
        if not is_glued and below.keys().isdisjoint(keys):
            return False
        steps = [below[key] for key in keys if key in below]
        if is_glued:
            steps.append(Step(whole=True))
        following = frozenset(key for step in steps for key in step.below)
        return Opening(steps, any(step.whole for step in steps), following, has_inner_capital(word))

    @staticmethod
    def _end(text: str, match: re.Match[str], opening: Opening | bool | None, behind: str) -> int:
        """Where the longest possible name ends that begins with a word; 0 where the word behind it begins no other."""
        if not isinstance(opening, Opening):
            return 0
        if not opening.may_end and opening.following.isdisjoint(_keys_in_text(behind)):
            return match.end() if opening.is_whole else 0
        return _farthest(text, match.end(), match.group(), opening.steps)


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

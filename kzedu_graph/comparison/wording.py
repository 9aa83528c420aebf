"""How alike two wordings are, in one language or in two.

Across languages nothing is looked up: which stem of one text stands where in the other is learned from the rows that
the two texts number alike, and words that both languages borrowed ("академической", "академиялық") vouch for
themselves. A row is always judged by what the other rows taught.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, product
from math import log
from statistics import median

from rapidfuzz import fuzz

from kzedu_graph.language.letters import LATIN_TO_CYRILLIC

ENOUGH = 40
"""Rows from which the words of another language can be learned."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_STEM = 6  # letters: endings of both languages mostly stand behind them
_BORROWED = 4  # letters that a borrowed word keeps
_AS_RUSSIAN = str.maketrans("әғқңөұүһі", "агкноуухи")


@cache
def stems(text: str) -> frozenset[str]:
    """The words of a text cut to their first letters, and its numbers."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


@cache
def word_pairs(text: str) -> frozenset[tuple[str, str]]:
    """The stems of a text that stand side by side."""
    row = [word[:_STEM] for word in _WORD.findall(text.casefold())]
    return frozenset(pairwise(row))


@cache
def squeezed(text: str) -> str:
    """Letters and digits only, letters that look alike written alike: what damage to a text leaves in place."""
    return "".join(sign for sign in text.casefold().translate(LATIN_TO_CYRILLIC) if sign.isalnum())


@cache
def _as_russian(stem: str) -> str:
    """The first letters of a Kazakh stem as Russian writes them in a borrowed word."""
    return stem.translate(_AS_RUSSIAN)[:_BORROWED]


class Wording:
    """Judges names of rows of two texts; `pairs` are the names of the rows that both number alike."""

    def __init__(self, pairs: Sequence[tuple[str, str]], *, across: bool) -> None:
        self.across = across
        self._taught = frozenset(pairs) if across else frozenset()
        self._known: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._together: Counter[tuple[str, str]] = Counter()
        ratios = [len(later) / len(earlier) for earlier, later in pairs if earlier and later]
        self._usual_ratio = median(ratios) if ratios else 1.0
        for earlier, later in self._taught:
            self._known[0].update(stems(earlier))
            self._known[1].update(stems(later))
            self._together.update(product(stems(earlier), stems(later)))

    @property
    def judges(self) -> bool:
        """Whether there was enough text to learn from."""
        return not self.across or len(self._taught) >= ENOUGH

    def likeness(self, earlier: str, later: str) -> float:
        """From 0, nothing in common, to 1, the same words."""
        if not self.across:
            return fuzz.ratio(squeezed(earlier), squeezed(later)) / 100
        one, other = stems(earlier), stems(later)
        if not one or not other:
            return 0.0
        own = 1 if (earlier, later) in self._taught else 0
        links = [[self._link(x, y, own) for y in other] for x in one]
        there = sum(map(max, links)) / len(one)
        back = sum(map(max, *links) if len(links) > 1 else links[0]) / len(other)
        return min(there, back)

    def stretch(self, earlier: str, later: str) -> float:
        """By how much the later name is longer or shorter than a translation usually is: 1 as usual, 2 twice."""
        ratio = len(later) / max(len(earlier), 1) / self._usual_ratio
        return max(ratio, 1 / ratio) if ratio else float("inf")

    def _link(self, one: str, other: str, own: int) -> float:
        if one == other:
            return 1.0
        if one.isdigit() or other.isdigit():
            return 0.0
        if len(one) >= _BORROWED and one[:_BORROWED] == _as_russian(other):
            return 1.0
        together = self._together.get((one, other), 0) - own
        if together <= 0:
            return 0.0
        return 2 * together / (self._known[0][one] + self._known[1][other] - 2 * own)


class Weights:
    """How much a stem tells within a set of texts of one language: rare ones much, frequent ones next to nothing."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = len(texts)
        self._in = Counter(stem for text in texts for stem in stems(text))
        self._pairs_in = Counter(pair for text in texts for pair in word_pairs(text))
        self._whole = cache(lambda text: sum(map(self._weight, sorted(stems(text)))))
        self._all_pairs = cache(lambda text: sum(map(self._rarity, sorted(word_pairs(text)))))
        self._idf = cache(lambda texts: log((1 + self._texts) / (1 + texts)) + 0.1)
        self._weight = cache(self._squared)

    def overlap(self, one: str, other: str) -> float:
        """The weight of the stems in common as a share of what stands in either (Dice, weighted).

        Three tenths are the share of the shorter text alone: a longer name may say more, and the same.
        """
        both = stems(one) & stems(other)
        if not both:
            return 0.0
        whole = self._whole(one), self._whole(other)
        if not all(whole):
            return 0.0
        common = sum(map(self._weight, sorted(both)))
        return 0.7 * 2 * common / sum(whole) + 0.3 * common / min(whole)

    def share(self, name: str, text: str) -> float:
        """The weight of a name's stems that a text says, from 0 to 1."""
        whole = self._whole(name)
        return sum(map(self._weight, sorted(stems(name) & stems(text)))) / whole if whole else 0.0

    def neighbours(self, one: str, other: str) -> float:
        """The weight of the neighbouring stems in common as a share of what stands in either."""
        both = word_pairs(one) & word_pairs(other)
        if not both:
            return 0.0
        weights = self._all_pairs(one) + self._all_pairs(other)
        common = sum(map(self._rarity, sorted(both)))
        return 2 * common / weights if weights else 0.0

    def _squared(self, stem: str) -> float:
        """The inverse document frequency of a stem, squared: "introduce" and "organisations" join no two rows."""
        return self._idf(self._in[stem]) ** 2

    def _rarity(self, pair: tuple[str, str]) -> float:
        return self._idf(self._pairs_in[pair])

"""Surnames with their initials, as a Russian sentence names whom it binds: "Розова Б.Б. и Липов А.А. готовят"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_SHORTEST = 3
"""Letters of a surname."""
_LONGEST_ROW = 30
"""Names that act together."""
_OPENS = frozenset({"start", "stop", "semicolon", "colon"})
_DOES = frozenset({"present", "future", "must", "entitled", "may"})
"""Classes of what a person who is named does."""
_TURNS = _DOES | _OPENS | FINITE


def is_initial(words: Sequence[Word], n: int) -> bool:
    """Whether a word is a letter with its point: "Б."."""
    letter = len(words[n].text) == 1 and words[n].text.isupper()
    return letter and n + 1 < len(words) and words[n + 1].text == "." and words[n].end == words[n + 1].start


def acts_by_name(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a surname tells in a case who does something, alone or with others.

    In the nominative it opens its clause ("Липов А.А. | готовит") or stands right behind the verb ("готовит | Липов
    А.А."), in the instrumental behind a passive ("готовится | Липовым А.А."). A name behind a post belongs to that
    ("Завхоз Липов А.А."), one that is bidden has an infinitive behind it.
    """
    if not _behind_name(words, n):
        return False
    first = first_of_name(words, n)
    for _ in range(_LONGEST_ROW):
        further = _name_before(words, first - 1) if _joins(words[first - 1]) else 0
        if not further:
            break
        first = first_of_name(words, further)
        n = further
    before = words[first - 1]
    if case == "ablt":
        return before.tag == "passive" and _WORDING.pattern("surname_as_doer").search(words[n].norm) is not None
    return case == "nomn" and (before.tag in _DOES or (before.tag in _OPENS and _opens_deed(words, n)))


def _joins(word: Word) -> bool:
    return word.tag == "comma" or word.norm in _WORDING.words("and_or")


def first_of_name(words: Sequence[Word], n: int) -> int:
    """Where a name begins whose initials may stand before its surname: "| Б.Б. Розова"."""
    while n > 2 and is_initial(words, n - 2):
        n -= 2
    return n


def _name_before(words: Sequence[Word], joint: int) -> int:
    """The surname right before a comma or "и", with its initials on either side; 0 where there is none."""
    n = joint - 1
    while n > 1 and words[n].text == "." and is_initial(words, n - 1):
        n -= 2
    return n if _behind_name(words, n) else 0


def _opens_deed(words: Sequence[Word], n: int) -> bool:
    """Whether a verb of doing is the first that stands behind a name, or behind a list that it opens."""
    ahead = next((word for word in words[_behind_name(words, n) :] if word.tag in _TURNS), None)
    return ahead is not None and ahead.tag in _DOES


def _behind_name(words: Sequence[Word], n: int) -> int:
    """The place behind a surname and its initials, which stand on one of its sides; 0 where none is."""
    if n >= len(words) or words[n].tag != "word" or len(words[n].text) < _SHORTEST or not words[n].text.istitle():
        return 0
    k = n + 1
    while k < len(words) and is_initial(words, k):
        k += 2
    before = n > 2 and is_initial(words, n - 2)
    return k if k > n + 1 or before else 0

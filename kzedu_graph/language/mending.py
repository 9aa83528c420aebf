"""Damaged words of a source mended for reading: letters set apart, words torn at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from functools import lru_cache

_SET_APART = re.compile(r"(?<![^\W\d_])(?:[^\W\d_] ){2,}[^\W\d_](?![^\W\d_])")
"""Letters with a space between each two: "б о й ы н ш а"."""
_SIGNS = 3
"""Letters in a row that may be signs, unless the text has their word: "а б в", but "м е н"."""
_TORN = re.compile(r"(?P<before>[^\W\d_]{2,})(?P<hyphen>-?)[^\S\n]*\n[^\S\n]*(?=(?P<behind>[^\W\d_]+))")
_NEVER_ALONE = frozenset("іңғүұқөһыьъ")
"""Letters that are no word by themselves: "оқушылард" and "ы" on the next line are one word."""
_BROKEN = re.compile(r"(?<=[^\W\d_]{2}-) (?=(?P<behind>[^\W\d_]{2,}|[^\W\d_]\b))")
"""A compound with a space behind its hyphen: "интернет- платформа"."""
_JOINING = frozenset(
    (
        *("и", "или", "либо", "а", "но", "да"),
        *("және", "мен", "бен", "пен", "не", "немесе", "болмаса", "әрі", "де", "та"),
    )
)
"""What stands behind a hyphen that hangs on purpose: "орта- және", "двух- и"."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT = 16
"""Texts whose words are remembered."""


def words_of(text: str) -> frozenset[str]:
    """The words that stand whole in a text, in lower case: those at the end of a line may be torn."""
    return frozenset(
        word[0].casefold()
        for word in _WORD.finditer(text)
        if not _at_edge(text, word.start() - 1, -1) and not _at_edge(text, word.end(), 1)
    )


def _at_edge(text: str, place: int, step: int) -> bool:
    """Whether nothing but spaces and a hyphen stand between a place and the end of its line."""
    while 0 <= place < len(text) and text[place] in " \t-":
        place += step
    return 0 <= place < len(text) and text[place] == "\n"


def mend(text: str, known: Collection[str] = ()) -> str:
    """A stretch of text with its damaged words mended.

    A torn word is closed up where the text has it whole elsewhere, and has not both of its parts.

    >>> mend("тәртіп б о й ы н ш а жүргізу", set())
    'тәртіп бойынша жүргізу'
    >>> mend("интернет- платформа, екі- және үш айлық", ())
    'интернет-платформа, екі- және үш айлық'
    >>> mend("мекте-\\nбіне барды", {"мектебіне"})
    'мектебіне барды'
    >>> mend("мектептерд\\nі м е н", {"мен"})
    'мектептерді мен'
    """
    together = _SET_APART.sub(lambda run: _together(run[0], known), text)
    whole = _BROKEN.sub(lambda gap: gap[0] if gap["behind"].casefold() in _JOINING else "", together)
    return _TORN.sub(lambda torn: _closed_up(torn, known), whole)


def words_mended(raw: str, mended: str) -> list[str]:
    """The words of a mended stretch that its source does not have whole, in their order.

    >>> words_mended("тәртіп б о й ы н ш а жүргізу", "тәртіп бойынша жүргізу")
    ['бойынша']
    """
    whole = Counter(_COMPOUND.findall(raw))
    found = Counter(_COMPOUND.findall(mended)) - whole
    return [word for word in dict.fromkeys(_COMPOUND.findall(mended)) if found[word]]


def _together(letters: str, known: Collection[str]) -> str:
    word = letters.replace(" ", "")
    return word if len(word) > _SIGNS or word.casefold() in known else letters


def _closed_up(torn: re.Match[str], known: Collection[str]) -> str:
    before, behind = torn["before"], torn["behind"]
    parts = {before.casefold(), behind.casefold()}
    is_whole = (before + behind).casefold() in known and not all(part in known for part in parts)
    is_whole = is_whole or behind in _NEVER_ALONE
    return before if is_whole else torn[0]


def mender(text: str) -> Callable[[str], str]:
    """What mends stretches of a text by the words of all of it."""
    known = _kept_words(text)
    return lambda stretch: mend(stretch, known)


_kept_words = lru_cache(maxsize=_KEPT)(words_of)

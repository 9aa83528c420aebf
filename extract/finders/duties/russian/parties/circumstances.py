"""Who does something in a further clause, or is named behind a verb that circumstances alone stand before.

По его поручению ведет заседания заместитель. Школа ведет учет, и директор проверяет его.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.asked import is_preposition
from extract.finders.duties.russian.governed import behind_governed, is_adverb
from extract.finders.duties.russian.parties.freedom import OBJECTS, is_free_party
from extract.finders.duties.russian.parties.persons import ADJECTIVES, AND_OR, is_in
from extract.finders.duties.russian.parties.reach import extent_of
from extract.language.russian import may_be_subject


def next_subject(words: Sequence[Word], places: list[int], first: int) -> list[int]:
    """The place of the subject of a further clause: "школа ведет учет, и | директор проверяет его"; else all `places`.

    It stands behind the verb before, a comma or "и", and is no object of that verb by its form.
    """
    verb = next((n for n in range(first - 1, 0, -1) if words[n].tag in _ACTS and not words[n].subordinate), 0)
    for n in (n for n in places if places[0] < verb < n):
        k = n - 1
        while is_in(words[k], ADJECTIVES, "nomn"):
            k -= 1
        joined = words[k].tag == "comma" or words[k].norm in AND_OR
        if joined and not is_in(words[n], OBJECTS, "accs") and may_be_subject(words[n].norm, words[first].norm):
            return [n]
    return places


_ACTS = frozenset({"present", "future"})


def doer_behind(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """The party behind a verb that only prepositions' phrases stand before, by its form no object; else None."""
    begin, end = clause
    if not _are_circumstances(words, begin, first):
        return None
    for n in range(last + 1, end):
        if words[n].tag in FINITE or words[n].tag in _ENDS:
            return None
        subject = is_free_party(words, n, "nomn") and not is_in(words[n], OBJECTS, "accs")
        if subject and may_be_subject(words[n].norm, words[last].norm):
            return extent_of(words, n, "nomn", last + 1, end)
    return None


def _are_circumstances(words: Sequence[Word], begin: int, first: int) -> bool:
    """Whether prepositions with what they govern, adverbs and commas fill the words before a verb."""
    n, seen = begin, False
    while n < first:
        if is_preposition(words[n]):
            n, seen = behind_governed(words, n + 1, first - 1), True
        elif words[n].tag in _MARKS or is_adverb(words[n]):
            n, seen = n + 1, seen or is_adverb(words[n])
        else:
            return False
    return seen and n == first


_MARKS = frozenset({"start", "stop", "comma", "semicolon"})
_ENDS = frozenset({"comma", "open", "dash", "colon", "infinitive", "effect-infinitive"})

"""Whose duties a relative clause lists: "назначается мастер, в обязанности которого входит полив"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.parties.persons import ADJECTIVES, NOUNS, is_in, is_party
from extract.finders.duties.russian.parties.reach import extent_of
from extract.language.russian import may_be_said_of


def owner_told_before(words: Sequence[Word], first: int, last: int) -> Party | None:
    """The party right before the comma of a relative clause that tells what is among its duties; else None."""
    relative = next((n for n in range(first, last + 1) if words[n].tag == "relative"), 0)
    comma = first - 1
    if not relative or words[comma].tag != "comma":
        return None
    for n in range(comma - 1, max(comma - _REACH, 0), -1):
        case = next((case for case in _CASES if is_party(words, n, case)), None)
        if case is not None and may_be_said_of(words[n].norm, words[relative].norm):
            begin = n
            while begin > 1 and is_in(words[begin - 1], ADJECTIVES, case):
                begin -= 1
            whole = extent_of(words, n, case, begin, comma)
            return whole if whole.last == comma - 1 else None
        if not is_in(words[n], NOUNS | ADJECTIVES, "gent"):
            return None
    return None


_CASES = ("nomn", "accs", "ablt")
_REACH = 8
"""Words from the comma back to the party's noun."""

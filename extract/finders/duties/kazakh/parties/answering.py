"""Who answers for something in Kazakh, named behind "жауапты" or right before it: "сақталуына жауапты А. Садов"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_letter, is_owned
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_ENDS = frozenset({"stop", "semicolon", "comma"})
_LONGEST = 12
"""Words and marks of an office and a name."""


def who_answers(words: Sequence[Word], begin: int, at: int) -> Party | None:
    """Who answers, what he answers for standing before "жауапты" in the dative or before "үшін"; else None."""
    if words[at].norm not in _WORDING.words("answering"):
        return None
    if (named := _named_behind(words, at)) is not None:
        return named if case_of(words[at - 1]) == "dative" else None
    last = at - 1
    while last > begin and words[last].norm in _WORDING.words("own_manner"):
        last -= 1
    first = last + 1
    while first > begin and not _closes_thing(words, first - 1):
        first -= 1
    if first == begin or first > last or last - first >= _LONGEST or not _may_answer(words, first, last):
        return None
    return Party(first, last, last)


def _closes_thing(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes what somebody answers for."""
    return case_of(words[n]) == "dative" or words[n].tag in ("postposition", "towards-doing")


def _may_answer(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words before "жауапты" name somebody: in the nominative, a person, an office of somebody, or a name."""
    said = words[first : last + 1]
    if any(word.tag not in ("word", "mark", "conjunction", "title", "past") for word in said):
        return False
    if any(case_of(word) not in ("", "genitive") for word in said) or case_of(words[last]):
        return False
    surname = last - 2 >= first and words[last - 1].text == "." and is_letter(words[last - 2])
    return surname or is_person(words[last]) or is_owned(words[last])


def _named_behind(words: Sequence[Word], at: int) -> Party | None:
    """Who is named behind "жауапты" up to the end: "Е. Садов", "– директор С. Гүлов", "адам – Садов Е."."""
    end = next((n for n in range(at + 1, len(words)) if words[n].tag in _ENDS), len(words))
    if not at + 1 < end <= at + _LONGEST:
        return None
    dash = next((n for n in range(at + 1, end) if words[n].tag == "dash"), None)
    first = at + 1 if dash is None else dash + 1
    last = end - 1
    said = words[first:end]
    if not said or any(word.tag not in ("word", "mark", "conjunction", "title") for word in said):
        return None
    initial = any(is_letter(word) and word.text.isupper() for word in said)
    surname = any(word.text[:1].isupper() and len(word.text) > 1 and not case_of(word) for word in said)
    named = initial and surname and (words[last].text == "." or words[last].text[:1].isupper() or dash is not None)
    if not named and (dash is None or not is_person(words[last])):
        return None
    return Party(first, last, last)

"""Names, titles, numbers and brackets that stand within the name of a Kazakh party."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, stem_of
from extract.finders.duties.kazakh.phrases import LONGEST_TITLE
from extract.lexicon.phrasing import phrasing

_ATTRIBUTES = 3
"""Words from an attribute to its noun."""
_WORDING = phrasing("kk")


def with_name(words: Sequence[Word], first: int, begin: int) -> int:
    """Where a name begins with the republic and the deed before it: "Қазақстан Республикасы Еңбек министрлігі"."""
    if first - 1 >= begin and words[first].norm == "республикасы" and words[first - 1].text[:1].isupper():
        first -= 1
    if first - 2 >= begin and words[first - 1].norm == "республикасы" and words[first - 2].text[:1].isupper():
        first -= 2
    while first - 1 >= begin and f"{words[first - 1].norm}-{words[first].norm}" in _WORDING.words("doing_in_names"):
        first -= 1  # "жұмыспен қамтуды үйлестіру және бағдарламалар органдары"
    return first


def _opens_range(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether a place is from where a span of ages or grades goes within a name: "алты [жастан] он жасқа дейінгі"."""
    if words[n].tag != "word" or case_of(words[n]) != "ablative":
        return False
    till = next((k for k in range(n + 1, min(head, n + _SPAN)) if words[k].norm in _WORDING.words("of_a_time")), n)
    return till > n and case_of(words[till - 1]) == "dative" and stem_of(words[till - 1]) == stem_of(words[n])


_SPAN = 7
"""Words from where a span begins to what tells how far it goes: "он алты жастан жиырма үш жасқа дейінгі"."""


def over_inset(words: Sequence[Word], n: int, begin: int, head: int) -> int | None:
    """Where a span of numbers or ages, brackets or a nested title begins that ends at a place; None where none does."""
    if _opens_range(words, n, head):
        return n
    if words[n].tag == "dash" and words[n - 1].tag == "number":
        return n - 1  # "5-8, 10-сынып"
    if (number := _counted_twice(words, n - (words[n].tag == "dash"), begin)) is not None:
        return number  # "9 (10)-сынып"
    if words[n].tag == "close":
        return _opening(words, n, begin)  # "біліктілік (аттестаттау) комиссиясы"
    return _nested_title(words, n, begin)  # "«Бақ» ғылыми орталығы» қоғамы"


def _counted_twice(words: Sequence[Word], close: int, begin: int) -> int | None:
    """Where a number stands with another in brackets that close at a place: "11 (12) сынып"; None where none does."""
    if words[close].tag != "close" or close - 3 < begin:
        return None
    number, opening, other = words[close - 3 : close]
    return close - 3 if number.tag == other.tag == "number" and opening.tag == "open" else None


def _nested_title(words: Sequence[Word], close: int, begin: int) -> int | None:
    """Where a title opens that holds another and closes at a place; None where no such title does."""
    if words[close].tag != "mark" or words[close].text not in _CLOSING_QUOTES:
        return None
    places = range(close - 1, max(begin, close - LONGEST_TITLE) - 1, -1)
    inner = next((n for n in places if words[n].tag == "title"), None)
    if inner is None:
        return None
    first = inner
    while first - 1 >= begin and (words[first - 1].tag == "title" or words[first - 1].text in _OPENING_QUOTES):
        first -= 1
    return first


_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('"«“'), frozenset('"»”')


def _opening(words: Sequence[Word], close: int, begin: int) -> int | None:
    """Where brackets open that stand inside a name, a noun before them; None where they close something else."""
    opening = next((n for n in range(close, begin, -1) if words[n].tag == "open"), None)
    if opening is not None and close - opening == 2 and words[close - 1].tag == words[opening - 1].tag == "conjunction":
        return opening - 1  # "бастауыш және (немесе) орта мектеп"
    if opening is None or close - opening > _ATTRIBUTES or words[opening - 1].tag != "word":
        return None
    return opening if case_of(words[opening - 1]) in ("", "genitive") else None  # "бақта (саябақта) қызмет"

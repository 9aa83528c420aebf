"""Whether a Kazakh postposition belongs to what stands behind it and opens no aside: "оқу үшін қолайлы жағдай"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.conditions import answers_for
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_for_whom,
    is_told_of_participle,
    looks_like,
    relates,
)
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def _is_for_what(words: Sequence[Word], n: int) -> bool:
    """Whether what is fit or paid for something stands behind "үшін": "оқу үшін қолайлы жағдай", "... үшін ақы"."""
    end = n + 1 if words[n].norm in _WORDING.words("further") else n
    thing = end
    while thing + 1 < len(words) and (is_adjective(words[thing]) or looks_like(words[thing].norm, "opens_attribute")):
        thing += 1
    if words[thing].tag in ("word", "past") and looks_like(words[thing].norm, "conditions"):
        return True
    if case_of(words[end]) == "dative" and words[min(end + 1, len(words) - 1)].norm in _WORDING.words("for_what"):
        return True  # "бақты күту үшін бағбанға қажетті"
    fits = words[min(end, len(words) - 1)].norm in _WORDING.words("for_what")
    return fits and not (words[end].norm == "қажет" and words[min(end + 1, len(words) - 1)].tag in ("stop", "comma"))


def is_of_what_follows(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition belongs to what is behind it: "талаптарға сәйкес келтіру", "оқу үшін қолайлы"."""
    if n + 1 >= len(words):
        return False
    behind = words[n + 1].norm
    if relates(words, n):
        return True
    if words[n].norm == "байланысты" and words[n + 1].norm in _WORDING.words("negates"):
        return True  # "міндеттерімен байланысты емес жұмыс"
    if words[n].norm == "үшін" and (
        _is_for_what(words, n + 1)
        or is_for_whom(words, n)
        or answers_for(words, n)
        or is_told_of_participle(words, n, n + 1)  # "мәміле жасау үшін [ұсынылған] құжаттар"
    ):
        return True
    acts = words[n + 1].tag == "future-participle" and words[min(n + 2, len(words) - 1)].tag != "becomes"
    acts = acts and words[n].norm != "мақсатында"  # "дамыту мақсатында [өтетін тексеру]"
    set_by = acts or (words[n].norm == "сәйкес" and _WORDING.pattern("past_participle").search(behind) is not None)
    return set_by or _WORDING.pattern("brings").match(behind) is not None

"""Lines of a note, each with a label: "Срок: май 2031 года", "Отв. исп.: Лесхоз", "Жауапты – орман шаруашылығы"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract.lexicon.words import words

LABELS = frozenset(
    ("deadline", "responsible", "co_executor", "completion_form", "expected_result", "funding", "funding_source")
)
"""Columns whose titles label a line."""
LONGEST_LABEL = 40
_LABEL = re.compile(rf"(?P<title>[^\W\d_][^:\n–—]{{2,{LONGEST_LABEL}}}?)\s*(?::|\s[–—])\s*\S")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def begins_with_label(line: str, lang: str) -> bool:
    """Whether a line begins, in a capital, with the whole title of a column and a colon or a dash."""
    match = _LABEL.match(line)
    return bool(match and match["title"][0].isupper() and _letters(match["title"]) in _titles(lang))


@cache
def _titles(lang: str) -> Mapping[str, str]:
    return {_letters(title): kind for title, kind in words(lang).column_titles.items() if kind in LABELS}


def _letters(title: str) -> str:
    return _NOT_LETTERS.sub("", title.casefold().replace("ё", "е"))

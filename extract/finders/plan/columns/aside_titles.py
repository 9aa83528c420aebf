"""Titles of columns that tell more of what a row is about, and are no measures: "Цель контроля", "Бақылау мақсаты"."""

from __future__ import annotations

import re

from extract.lexicon.words import words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def tells_aside(title: str, lang: str) -> bool:
    """Whether a title names what a row is there for, or how it is done: its head is such a word, and something stands
    with it that this is said of ("Методы контроля"); "Цель" alone opens groups, "Цель и мероприятия" names both.
    """
    named = _WORD.findall(title.casefold().replace("ё", "е"))
    if len(named) < 2 or any(word in words(lang).conjunctions for word in named):
        return False
    return named[0 if lang == "ru" else -1] in words(lang).aside_titles

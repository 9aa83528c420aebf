"""Titles of columns of amounts that say only how much and its unit: "Көлемі, млн теңге"."""

from __future__ import annotations

import re

from extract.lexicon.figures import figure_words
from extract.lexicon.words import words

_UNIT = re.compile(
    rf"(?<!\w)(?:в\s+)?(?:(?:{figure_words().amount_scales}|{figure_words().small_scales})\.?\s*)?"
    rf"(?:{figure_words().currency})(?!\w)",
    re.IGNORECASE,
)
"""A unit of money in a title: "млн тенге", "в тыс. тенге"."""
_WORD = re.compile(r"[^\W\d_]+")
_FOR_MEASURE = {
    "ru": re.compile(r"(?<!\w)(?:(?:на|для)\s+)?(?:(?:реализаци|исполнени|выполнени|проведени)\w+\s+)?мероприяти\w+"),
    "kk": re.compile(r"^(?:іс-)?шара\w*(?:\s+(?:іске\s+асыруға|өткізуге|орындауға))?(?=\s)"),
}
"""What amounts are for, in small letters: "на мероприятие", "іс-шараға"."""
SHORTEST_NOUN = 3
"""Letters of a word that is more than "на" or "в"."""


def tells_amounts(title: str, lang: str) -> bool:
    """Whether a title is a word for amounts and a unit of money, or goes on with a word of money ("Потребность в
    средствах, тенге"), with nothing else of which the amounts are ("Размер стипендии, тенге"). What they are for may
    stand with it ("Выделено на мероприятие, тыс. тенге").
    """
    if not _UNIT.search(title):
        return False
    said = _FOR_MEASURE[lang].sub(" ", _UNIT.sub(" ", title).casefold().replace("ё", "е").strip())
    named = _WORD.findall(said)
    if not named or not named[0].startswith(words(lang).amount_titles):
        return False
    further = [word for word in named[1:] if len(word) >= SHORTEST_NOUN]
    return not further or any(word.startswith(words(lang).money_nouns) for word in further)

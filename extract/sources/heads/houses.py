"""Whether the first lines of a text are an organisation's name, by the words that names of organisations have."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon.staff import staff_words

LONGEST_NAME = 240
"""Characters."""
MOST_BEFORE = 3
"""Words, attributes and legal forms, before the one that tells: "ГУ Садыкская районная школа"."""


def names_house(written: str, lang: str) -> bool:
    """Whether words are an organisation's or a unit's name: "Отдел садов по району", "Бақ аудандық кітапханасы"."""
    if not 0 < len(written) <= LONGEST_NAME or written.endswith((".", ":", ";", "?", "!")):
        return False
    return bool(_organisations(lang).search(written))


@cache
def _organisations(lang: str) -> re.Pattern[str]:
    words = staff_words(lang)
    stems = sorted({*words.organisations, *words.units, *words.bodies}, key=len, reverse=True)
    told = rf"(?:{'|'.join(re.escape(stem) for stem in stems if len(stem) > 2)})\w{{0,6}}"
    if lang == "kk":
        return re.compile(rf"(?<!\w){told}[»\"”]?(?: [^\W\d_]{{2,6}})?$", re.IGNORECASE)
    before = rf"(?:[«\"“]?[^\W\d_][\w-]*(?:ая|ий|ый|ой|ое|ее) |(?-i:[А-ЯЁ]{{2,5}}) |на ){{0,{MOST_BEFORE}}}"
    return re.compile(rf"^{before}[«\"“]?{told}(?!\w)", re.IGNORECASE)

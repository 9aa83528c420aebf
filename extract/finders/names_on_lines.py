"""Lines of a cell that are a name each though they begin in small letters, and those that a narrow cell only wraps.

"Социальный педагог" over "классные руководители"        two: the first is whole, the second stands in the nominative
"Факультет деканаты" over "эдвайзерлер"                  two likewise
"Заместитель руководителя" over "управления финансов"    one: the second may be whose deputy it is
"Школьный" over "психолог", "Ғылым және" over "білім бөлімі"   one: the first wants its head
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language.russian import readings
from extract.lexicon.words import words
from extract.values.staff import has_head

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
IN_GENITIVE = re.compile(r"[нтд][ыі]ң$")
"""How a Kazakh word ends that stands in the genitive."""
_OF_SOMEBODY = re.compile(r"[ыі]$")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
_QUOTED = ("»", '"', "”")
_FOR_WHAT = re.compile(rf"\s(?:{'|'.join(words('ru').form_purposes)})\s+[А-ЯЁ]{{2,5}}$")
_WANTING = ("ADJF", "PREP", "CONJ")
"""Parts of speech that end no Russian name."""
HEADS = 2
"""Words of a Russian line among which its head is: behind an adjective at most."""


@lru_cache(maxsize=4096)
def opens_a_name(line: str, above: str, lang: str) -> bool:
    """Whether a line in small letters is a name of its own below the words of another, and does not go on with it."""
    if not line[:1].islower() or not has_head(line, lang) or not _is_whole(above.rstrip(" .;,"), lang):
        return False
    named = _WORD.findall(line)
    if lang == "kk":
        return not IN_GENITIVE.search(named[-1]) and (len(named) > 1 or not _OF_SOMEBODY.search(named[-1]))
    return _is_in_nominative(named, above)


def _is_whole(name: str, lang: str) -> bool:
    """Whether nothing is wanting behind a name: it has its head, or is a name in quotes or a short form."""
    last = name.rpartition(" ")[2]
    if name in words(lang).legal_forms or last in words(lang).conjunctions or name.endswith("-"):
        return False
    if _ABBREVIATION.fullmatch(name) or name.endswith(_QUOTED) or (lang == "kk" and last in words(lang).legal_forms):
        return True
    if not has_head(name, lang):
        return False
    if lang == "kk":
        return not IN_GENITIVE.search(last)
    return not any(part in _WANTING for _, part, _, _ in readings(last.casefold())[:1])


def _is_in_nominative(named: list[str], above: str) -> bool:
    """Whether the head of a Russian line can only be in the nominative: "медсестра", "классные руководители", not
    "управления", which may be one of the head above, unless that ends in what it is there for ("по УР").
    """
    for word in named[:HEADS]:
        found = readings(word.casefold())
        if not found:
            return False
        if found[0][1] == "ADJF":
            if all(case != "nomn" for _, _, case, _ in found):
                return False
            continue
        cases = {case for _, _, case, _ in found}
        return "nomn" in cases and ("gent" not in cases or bool(_FOR_WHAT.search(above)))
    return False

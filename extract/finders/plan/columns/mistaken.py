"""Columns titled by mistake: of two with one title, the one whose cells are deeds names the measures.

№ | Срок исполнения            | Срок исполнения | Исполнитель
1 | Посадить сады во всех селах | май 2031 года   | Лесхоз
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Row
from extract.finders.plan.columns.evidence import MOSTLY, is_deadline, texts_of
from extract.language.russian import readings

TWICE = ("deadline", "responsible", "completion_form")
"""What two columns may be titled for though one of them holds the measures."""
LONGER = 1.5
"""How much longer the cells of measures are than those that the title is right for."""
_DEED_KK = ("у", "ю")
"""How a deed ends in Kazakh: "Бақтарды суару"."""


def without_mistaken(kinds: Sequence[str], body: Sequence[Row], lang: str) -> list[str]:
    """The columns, one that is titled as another but holds deeds, and longer cells, unknown where none has the name."""
    told = list(kinds)
    if "name" in told:
        return told
    for kind in TWICE:
        alike = [n for n, one in enumerate(told) if one == kind]
        if len(alike) != 2:
            continue
        texts = {n: [text for text in texts_of(body, len(told), n) if text.strip()] for n in alike}
        size = {n: sum(map(len, texts[n])) / max(1, len(texts[n])) for n in alike}
        longest, other = sorted(alike, key=lambda n: -size[n])
        deeds = sum(_is_deed(text, lang) for text in texts[longest])
        if size[longest] > LONGER * size[other] and deeds >= MOSTLY * len(texts[longest]) > 0:
            told[longest] = ""
    return told


def _is_deed(text: str, lang: str) -> bool:
    """Whether words say what to do: in Russian they have an infinitive among the first, in Kazakh end with a deed."""
    found = text.strip(" .;").casefold().split()
    if not found or is_deadline(text, lang):
        return False
    if lang == "kk":
        return found[-1].endswith(_DEED_KK)
    return any(part == "INFN" for word in found[:FIRST_WORDS] for _, part, _, _ in readings(word.strip('.,;:«»"')))


FIRST_WORDS = 8
"""Words among which that of a deed stands: "С учетом обстановки в селах предусмотреть полив"."""

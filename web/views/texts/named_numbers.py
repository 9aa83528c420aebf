"""A question that names what it wants by kind and number: "мероприятие 66", "66-іс-шара", "Resolution No 249"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KINDS = {
    "measure": r"мероприяти\w*|іс-?\s?шара\w*|measures?|строк[аиу]|row",
    "indicator": r"индикатор\w*|показател\w*|көрсеткіш\w*|indicators?",
    "provision": r"положени[ея]\w*|норма\w*|provisions?",
    "document": r"постановлени\w*|қаулы\w*|приказ\w*|бұйры[қғ]\w*|указ\w*|жарлы[қғ]\w*|распоряжени\w*|өкім\w*|"
    r"закон\w*|заң\w*|акт\w*|resolutions?|orders?|decrees?|laws?|acts?",
}
"""How texts and people call a kind of thing that has a number."""
_NUMBER = r"(?P<number>\d+(?:[-.]\d+)*)"
_SIGN = r"(?:№|N[o0]?\.?|нөмірі|номер|number)?"
_BEFORE = {
    kind: re.compile(rf"(?<!\w)(?:{words})\s*{_SIGN}\s*{_NUMBER}(?![\w-])", re.I) for kind, words in _KINDS.items()
}
_BEHIND = {
    kind: re.compile(rf"(?<!\w){_SIGN}\s*{_NUMBER}\s*-?\s*(?:{words})(?!\w)", re.I) for kind, words in _KINDS.items()
}


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """A kind of thing as the search calls it, and the number as it is printed."""

    kind: str
    number: str


def named_number(question: str) -> NamedNumber | None:
    """What a question names by kind and number; None where it names nothing so.

    >>> named_number("Постановление № 249")
    NamedNumber(kind='document', number='249')
    """
    for forms in (_BEFORE, _BEHIND):
        for kind, form in forms.items():
            if found := form.search(question):
                return NamedNumber(kind, found["number"])
    return None

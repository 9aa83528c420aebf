"""A line of a letterhead that names the kind of act and nothing else, in either language.

ПРИКАЗ   БҰЙРЫҚ / ПРИКАЗ № 7   РАСПОРЯЖЕНИЕ АКИМА   ӘКІМНІҢ ӨКІМІ   № 7 ШЕШІМ   ВЫПИСКА ИЗ РЕШЕНИЯ № 7
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract.lexicon.acts import header_words
from extract.values.acts import NUMBER

_NUMBERED = re.compile(rf"^{NUMBER.replace('?P<number>', '?P<before>')} | ?{NUMBER}\W*$", re.IGNORECASE)
"""The number in front of the kind or behind it."""


def kind_alone(line: str) -> str | None:
    """The kind of act that a line names and nothing else but its number: "ПРИКАЗ", "БҰЙРЫҚ  ПРИКАЗ № 7"."""
    bare = _NUMBERED.sub("", line, count=1).strip()
    for words in (re.split(r"\s*/\s*", bare), re.split(r"\s*/\s*|\s+", bare)):
        told = [_kind_of(word) for word in words]
        if told[0] and len(set(told)) == 1:
            return told[0]
    return None


def number_of_kind(line: str) -> str | None:
    """The number that stands in front of the kind of act or behind it."""
    found = _NUMBERED.search(line)
    return found["before"] or found["number"] if found else None


def _kind_of(words: str) -> str | None:
    return next((kind for kind, pattern in _kinds() if pattern.fullmatch(words)), None)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds by their words: with the office that issues ("ПРИКАЗ ДИРЕКТОРА"), what it is about ("по школе"), and as
    what an extract is of.
    """
    return tuple(
        (kind, re.compile(_shape(forms, lang), re.IGNORECASE))
        for lang in ("ru", "kk")
        for kind, forms in header_words(lang)["kinds"].items()
    )


def _shape(forms: Mapping[str, str], lang: str) -> str:
    words = header_words(lang)
    matter = f"(?: (?:{words['matter']}))?"
    if lang == "ru":
        called = f"{forms['named']}|(?:{words['extract']}) (?:{forms['extracted']})"
        return f"(?:{called})(?: (?:{words['whose']}))?{matter}"
    called = f"{forms['named']}|(?:{forms['extracted']}) (?:{words['extract']})"
    return f"(?:(?:{words['whose']}) )?(?:{called}){matter}"

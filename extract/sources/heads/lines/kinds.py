"""The kind of act that lines name alone, or enact as: "ПРИКАЗ", "БҰЙРЫҚ  ПРИКАЗ № 7", "... ПРИКАЗЫВАЮ:"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import is_draft_mark
from extract.sources.heads.lines.line import Line
from extract.values.acts import NUMBER

ENACTS_NOW = re.compile(rf"(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE)
"""The words that enact, as an act says them of itself."""
_PAPER = re.compile(header_words(ANY)["papers"], re.IGNORECASE)
_IN_BRACKETS = re.compile(r" ?\((?P<told>[^()]+)\)$")
_NUMBERED = re.compile(rf"^{NUMBER.replace('?P<number>', '?P<before>')} | ?{NUMBER}\W*$", re.IGNORECASE)
"""The number in front of the kind or behind it."""


def kind_alone(line: str) -> str | None:
    """The kind of act that a line names and nothing else but its number: "ПРИКАЗ", "БҰЙРЫҚ  ПРИКАЗ № 7"."""
    bracketed = _IN_BRACKETS.search(line)
    line = line[: bracketed.start()] if bracketed and is_draft_mark(bracketed["told"]) else line  # "РЕШЕНИЕ (проект)"
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
        called = f"(?:{words['joint']})?(?:{forms['named']})|(?:{words['extract']}) (?:{forms['extracted']})"
        return f"(?:{called})(?: (?:{words['whose']}))?{matter}"
    called = f"{forms['named']}|(?:{forms['extracted']}) (?:{words['extract']})"
    return f"(?:(?:{words['whose']}) )?(?:{called}){matter}"


def kind_enacted(lines: Sequence[Line]) -> str | None:
    """The kind of act that the lines enact as ("ПРИКАЗЫВАЮ" is an order's), or that they call themselves."""
    said = next((match[0].casefold() for line in lines if (match := ENACTS_NOW.search(line.text))), "")
    enacted = (kind for kind, verb in header_words(ANY)["enacted"].items() if re.match(verb, said))
    called = (
        kind
        for line in lines
        for kind, words in header_words(ANY)["this_act"].items()
        if re.match(words, line.text, re.IGNORECASE)
    )
    return next(enacted, None) or next(called, None)


def is_paper(line: str) -> bool:
    """Whether a line says what paper a text is, and nothing else: "Служебная записка", "Методическое письмо"."""
    return bool(_PAPER.fullmatch(line))

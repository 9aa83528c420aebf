"""What the titles of a typed table name, on one line or on several: known ones, or words that titles begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extract.lexicon.words import words
from kzedu_graph.language.letters import fold_homoglyphs

LONGEST_TITLE = 80
"""Characters of a title."""
_NOT_LETTERS = re.compile(r"[^\w№]+|_")
_TORN = re.compile(r"(?<=[^\W\d_])-\s+(?=[a-zа-яёәғқңөұүһі])")
ANSWERS = frozenset({"deadline", "responsible", "start"})
PLANNED = frozenset({"name", "deadline", "responsible", "completion_form", "start", "funding"})


def kind_of(title: str, lang: str) -> str:
    """The column that a title is of, by its letters or by the first of its words that tells; "" where none does."""
    if not 0 < len(title) <= LONGEST_TITLE:
        return ""
    bare = " ".join(map(fold_homoglyphs, _TORN.sub("", title).split())).casefold()
    letters = _NOT_LETTERS.sub("", bare)
    if letters in _titles(lang):
        return _titles(lang)[letters]
    at = 0
    for word in _NOT_LETTERS.split(bare):
        for stem, kind in words(lang).column_stems.items():
            if letters.startswith(stem, at):
                return kind
        at += len(word)
    return ""


def are_of_a_plan(titles: Sequence[str], lang: str) -> bool:
    """Whether titles name two columns of a plan, one of them by when or by whom, and few are unknown."""
    kinds = [kind_of(title, lang) for title in titles]
    foreign = words(lang).catalogue_terms
    letters = (_NOT_LETTERS.sub("", fold_homoglyphs(title).casefold()) for title in titles)
    known = {kind for kind, told in zip(kinds, letters, strict=True) if kind and not told.startswith(foreign)}
    return len(known & PLANNED) > 1 and bool(known & ANSWERS) and kinds.count("") <= 1


@cache
def _titles(lang: str) -> Mapping[str, str]:
    return {_NOT_LETTERS.sub("", title.casefold()): kind for title, kind in words(lang).column_titles.items()}

"""Marks by which a cell repeats the one above: «__», "-//-", „ ", "то же"."""

from __future__ import annotations

import re

from extract.lexicon.words import words

_MARKS = re.compile(
    r"[\s\-–—_.]*(?:[«»\"“”„″〃ʺ]{1,2}|//|\\\\|[«„“\"][\s_\-–—]{1,6}[»”“\"]|\\(?:[\s\-–—]{1,3}\\+){1,3}|/(?:[\s\-–—]{1,3}/+){1,3}|\|\s*\|)[\s\-–—_.]*"
)


def is_ditto(text: str, lang: str) -> bool:
    """Whether a cell says that it is as the one above ("-//-", "сол"); a dash alone does not."""
    return bool(_MARKS.fullmatch(text)) or text.strip(" .,;").casefold() in words(lang).ditto

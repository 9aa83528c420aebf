"""Whether a Russian text that no title tells is a mail, or a note that commands one whom it speaks to as a friend."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Document, Paragraph
from extract.finders.duties.grammar.words import read_words
from extract.lexicon.phrasing import phrasing


def is_mail(document: Document) -> bool:
    """Whether a Russian text opens as a mail does: "От: ...", "Кому: ...", "Тема: ..."."""
    head = phrasing("ru").pattern("head_of_mail")
    first = (block.passage.text for block in document.blocks[:_HEAD_OF_MAIL] if isinstance(block, Paragraph))
    return sum(head.match(line) is not None for line in first) > 1


_HEAD_OF_MAIL = 8
"""Blocks among which the head of a mail stands."""


def tells_one(lines: Sequence[str]) -> bool:
    """Whether some of a Russian text's few lines command one: "договорись с мастером", "не выдавай листы"."""
    if len(lines) > _FEW_LINES:
        return False
    words = (read_words(line, "ru") for line in lines)
    told = sum(any(one.tag == "imperative" and not one.norm.endswith(("те", "тесь")) for one in line) for line in words)
    return told >= _FEWEST_TOLD and told >= _LEAST_TOLD * len(lines)


_FEW_LINES, _FEWEST_TOLD, _LEAST_TOLD = 60, 2, 0.1
"""Lines of a note to one, and how many of them command him, at least."""

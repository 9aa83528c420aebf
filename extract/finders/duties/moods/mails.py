"""Whether a Russian text is a mail, or a note that commands one whom it speaks to as a friend."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Document, Heading, Paragraph
from extract.finders.duties.grammar.first_names import calls_by_name
from extract.finders.duties.grammar.words import read_words
from extract.lexicon.phrasing import phrasing


def titles_above_mail(document: Document) -> list[str] | None:
    """The lines above the head of a Russian mail ("От: ...", "Кому: ...", "Тема: ..."); None where a text has none.

    Who writes or is written to must be told: a report has a day and a theme as well.
    """
    head = phrasing("ru").pattern("head_of_mail")
    first = [block.passage.text for block in document.blocks[:_HEAD_OF_MAIL] if isinstance(block, Heading | Paragraph)]
    told = [(n, match) for n, line in enumerate(first) if (match := head.match(line)) is not None]
    if len(told) < _FEWEST_IN_HEAD or not any(match["party"] for _, match in told):
        return None
    return first[: told[0][0]]


_HEAD_OF_MAIL, _FEWEST_IN_HEAD = 8, 2
"""Blocks among which the head of a mail stands, and how many lines it has at least."""


def tells_one(lines: Sequence[str]) -> bool:
    """Whether some of a Russian text's few lines command one: "договорись с мастером", "не выдавай листы"."""
    if len(lines) > _FEW_LINES:
        return False
    told = sum(map(commands_one, lines))
    return told >= _FEWEST_TOLD and told >= _LEAST_TOLD * len(lines)


def commands_one(line: str) -> bool:
    """Whether a line commands one, or somebody whom it calls by name; what a site bids whoever reads it is none."""
    if phrasing("ru").pattern("bidden_by_site").search(line) is not None:
        return False
    calls = calls_by_name(line) is not None
    commands = (one.norm for one in read_words(line, "ru") if one.tag == "imperative")
    return any(calls or not norm.endswith(("те", "тесь")) for norm in commands)


_FEW_LINES, _FEWEST_TOLD, _LEAST_TOLD = 60, 2, 0.1
"""Lines of a note to one, and how many of them command him, at least."""

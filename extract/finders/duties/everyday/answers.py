"""Kazakh questions and answers with a label each: titles and the prose below them ("С: Кім суарады? | Ж: Бағбан.")."""

from __future__ import annotations

from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph
from extract.lexicon.phrasing import phrasing

_FEWEST = 2
"""Questions with a label from which on a text is of questions and answers."""


def with_bare_answers(document: Document) -> Document:
    """A Kazakh document, its questions headings and its answers without their labels, where two or more have one."""
    if document.lang != "kk" or "?" not in document.text:
        return document
    question, answer = phrasing("kk").pattern("label_of_question"), phrasing("kk").pattern("label_of_answer")
    asked = [
        n
        for n, block in enumerate(document.blocks)
        if isinstance(block, Paragraph | ListItem) and question.match(block.passage.text) is not None
    ]
    if len(asked) < _FEWEST:
        return document
    blocks: list[Block] = []
    for n, block in enumerate(document.blocks):
        if not isinstance(block, Heading | Paragraph | ListItem):
            blocks.append(block)
        elif n in asked:
            match = question.match(block.passage.text)
            assert match is not None
            blocks.append(Heading(block.passage[match.end() :] or block.passage, _LEVEL))
        else:
            match = answer.match(block.passage.text)
            rest = block.passage[match.end() :] if match is not None else block.passage
            blocks.append(replace(block, passage=rest) if len(rest) else block)
    return replace(document, blocks=tuple(blocks))


_LEVEL = 6
"""Of a question among the titles of its text: within all of them."""

"""Kazakh lists of what is to be done that stand in one line.

Міндеттер: бақты күту; көшет өсіру; арық қазу.      Бағбан міндетті: бақты күтуге, көшетті суаруға.

So do the deeds of a programme's stage behind its dash: "I кезең (2031 жыл) – көшет өсіру; арық қазу.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Block, Document, ListItem, Paragraph, Passage, concatenate
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_SEMICOLON = re.compile(r";(?=\s)")
_MARK = re.compile(r"[;,](?=\s)")
_ENDS = " .;,!"


def with_inline_lists(document: Document) -> Document:
    """A document whose Kazakh lines that list nouns of doing behind a colon are a lead-in and its items."""
    if document.lang == "kk":
        return replace(document, blocks=tuple(part for block in document.blocks for part in _parts(block)))
    if first_mood(document) != PLAN:
        return document
    return replace(document, blocks=tuple(part for block in document.blocks for part in _staged(block)))


def _staged(block: Block) -> Iterator[Block]:
    """A block of a Russian programme, a stage's deeds below it; any other as it is."""
    yield from (list(_of_stage(block, "ru")) if isinstance(block, Paragraph | ListItem) else []) or [block]


def _parts(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph | ListItem) and (staged := list(_of_stage(block, "kk"))):
        yield from staged
        return
    text = block.passage.text if isinstance(block, Paragraph | ListItem) else ""
    colon = text.find(": ")
    if isinstance(block, Paragraph | ListItem) and (bound := _bound_below(block.passage, colon)):
        yield from _as_list(block, block.passage[: colon + 1], bound)
        return
    ends = [match.end() for match in _SEMICOLON.finditer(text, colon + 1)] if colon > 0 else []
    if not ends or ":" in text[colon + 1 :] or not isinstance(block, Paragraph | ListItem):
        yield block
        return
    own = [block.passage[start:end].strip() for start, end in zip([colon + 1, *ends], [*ends, len(text)], strict=True)]
    own = [part for part in own if part.text]
    doing = phrasing("kk").pattern("closes_with_bare_doing")
    if not all(doing.search(part.text) for part in own):
        yield block
        return
    yield from _as_list(block, block.passage[: colon + 1], own)


def _as_list(block: Paragraph | ListItem, lead: Passage, parts: Iterable[Passage]) -> Iterator[Block]:
    yield replace(block, passage=lead)
    yield from (ListItem("-", part, block.level + 1 if isinstance(block, ListItem) else 1) for part in parts)


def _bound_below(line: Passage, colon: int) -> list[Passage]:
    """What a line binds somebody to behind its colon, or forbids him, deed by deed; nothing where it does not."""
    wording = phrasing("kk")
    if colon < 0 or wording.pattern("binds_inline").match(line.text[: colon + 1]) is None:
        return []
    below = line[colon + 1 :].strip()
    if ":" in below.text or len(list(split_sentences(below.text, "kk"))) != 1:
        return []
    parts: list[Passage] = []
    start, case = 0, _case_of_doing(below.text)
    for end in (*(match.end() for match in _MARK.finditer(below.text)), len(below)):
        if case is not None and _case_of_doing(below.text[start:end]) == case:
            parts.append(below[start:end].strip())
            start = end
    return parts if start == len(below) else []


def _case_of_doing(part: str) -> str | None:
    """The ending of the verb's noun that closes a part; None where a mere noun does: "тауға, көлге", "бояу, сіріңке".

    A word that is as often a noun is a verb's where something is done to a thing: "қабырғаны бояуға".
    """
    wording = phrasing("kk")
    match = wording.pattern("closes_with_doing").search(part.rstrip(_ENDS))
    if match is None or match["doing"].istitle():
        return None
    mere = match["doing"].lower() in wording.words("nouns_like_doings")
    endings = [ending.kind for word in part[: match.start()].split() for ending in analyse(word)[0].endings[-1:]]
    return None if mere and "accusative" not in endings else "dative" if match["case"] else ""


def _of_stage(block: Paragraph | ListItem, lang: str) -> Iterator[Block]:
    """A stage before its dash as the lead-in of the deeds behind it; nothing where no deeds stand there."""
    match = phrasing(lang).pattern("stage_before_dash").match(block.passage.text)
    deeds = block.passage[match.end() :].split(_SEMICOLON_AND_SPACE) if match else []
    if match is None or not all(_is_deed(deed.text, lang) for deed in deeds):
        return
    stage = block.passage[match.start("stage") : match.end("stage")]
    yield replace(block, passage=concatenate([stage, Passage(":", stage.offsets[-1:])]))
    level = block.level + 1 if isinstance(block, ListItem) else 1
    for deed in deeds:
        bare = deed.strip(" .;")
        yield ListItem("-", concatenate([bare, Passage(".", bare.offsets[-1:])]), level)


def _is_deed(text: str, lang: str) -> bool:
    """Whether words behind a stage are but a deed, by a noun of doing or a Russian infinitive."""
    if lang == "ru":
        return bids_by_infinitive(text) or opens_with_doing(text)
    return phrasing("kk").pattern("closes_with_bare_doing").search(text) is not None


_SEMICOLON_AND_SPACE = re.compile(r";\s+")

"""Lists that tell a deed a line without a mark of their own, below a lead-in, as the items that they are.

Планируется:          Необходимо:         Пути решения:                Мынадай шаралар қажет:
посадка роз           открыть сад         Посадка роз в парках.        гүл егу
ремонт дорожек        обучить мастеров    Обучение мастеров поливу.    тоған салу
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.moods.headings import sets_tasks
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.governed import INFINITIVES
from extract.lexicon.phrasing import phrasing

_BLANK = re.compile(r"\n[ \t>]*\n")
_ENDS = (".", ";", ",")
_LONGEST = 250
"""Letters of a line that may be an item."""
_FEWEST = 2


def with_bare_items(document: Document) -> Document:
    """A document, the lines of deeds without a mark below a lead-in items of its list.

    A reader has joined those in small letters to one torn sentence. Lines in capitals, which may be titles, are items
    in a programme alone, where a mark ends each, in Kazakh a full stop.
    """
    blocks: list[Block] = []
    capitals = first_mood(document) == PLAN
    at = 0
    while at < len(document.blocks):
        run, behind = _run(document, blocks[-1:], at, capitals=capitals)
        blocks.extend(ListItem("–", line) for line in run)
        if not run:
            blocks.append(document.blocks[at])
        at = max(behind, at + 1)
    return replace(document, blocks=tuple(blocks))


def _run(document: Document, above: Sequence[Block], at: int, *, capitals: bool) -> tuple[list[Passage], int]:
    """The lines of a list from a block on, and the place of the block behind it; none where it is no such list."""
    if not above or not _leads(above[0], document.lang, of_programme=capitals):
        return [], at
    lines: list[Passage] = []
    kinds: set[str] = set()
    while at < len(document.blocks) and isinstance(block := document.blocks[at], Paragraph):
        own = list(_lines(document.text, block.passage))
        told = {_kind(line.text, document.lang) for line in own}
        if "" in told or len(kinds | told) > 1:
            break
        lines, kinds, at = [*lines, *own], kinds | told, at + 1
    if isinstance(above[0], Heading) and not kinds <= {"infinitive small"}:
        return [], 0
    small = any(kind.endswith("small") for kind in kinds)
    ends = "." if document.lang == "kk" and not small else _ENDS  # "...;" is an item in capitals, too
    marked = [line.text.rstrip().endswith(ends) for line in lines]
    fits = len(lines) >= _FEWEST and not any(marked[:-1]) if small else bool(lines) and capitals and all(marked)
    return (lines, at) if fits else ([], 0)


def _leads(block: Block, lang: str, *, of_programme: bool) -> bool:
    """Whether a block leads in what stands below it: it ends in a colon, or is a programme's heading of tasks."""
    if isinstance(block, Heading):
        return of_programme and sets_tasks(block.passage.text, lang)
    return isinstance(block, Paragraph | ListItem) and block.passage.text.rstrip().endswith(":")


def _lines(text: str, passage: Passage) -> Iterator[Passage]:
    """The paragraphs that a reader joined to one."""
    start = 0
    for n, (one, other) in enumerate(zip(passage.offsets, passage.offsets[1:], strict=False), 1):
        if other > one + 1 and _BLANK.search(text, one + 1, other):
            yield passage[start:n].strip()
            start = n
    yield passage[start:].strip()


def _kind(line: str, lang: str) -> str:
    """How a line tells a deed, and in what letters it begins; "" for a line that is no item."""
    if not line or len(line) > _LONGEST or line.endswith(":") or not line[0].isalpha():
        return ""
    case = "small" if line[0].islower() else "large"
    if lang == "kk":
        doing = phrasing("kk").pattern("closes_with_bare_doing").search(line) is not None
        return f"doing {case}" if doing else ""
    words = read_words(line, "ru")
    if len(words) > _FEWEST and words[1].tag in INFINITIVES:
        return f"infinitive {case}"
    return f"doing {case}" if opens_with_doing(line) else ""

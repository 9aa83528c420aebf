"""Lines that name somebody and nothing else, above what he does, as the lead-ins that they are.

Поставщик                          2. ШТАБУ                 4. САДОВАЯ КОМИССИЯ (Липова А., Кленов Б.)
2.1. обеспечивает полив;           - обойти сады;           Ведет журнал. Имеет право закрыть сад.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, concatenate
from extract.finders.duties.layouts.named import does_unsaid, is_addressed, names_party, tells_deed
from extract.finders.duties.moods.lines import without_number
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.unsaid import has_no_subject, opens_with_verb
from extract.language.sentences import split_sentences

_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\b")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = (".", ":", ";", ",", "!", "?")


def with_named_leads(document: Document) -> Document:
    """A document, each line that names somebody above his deeds a lead-in, and sentences below it its items.

    A heading stays beside its lead-in, unless it is a point of an act.
    """
    blocks: list[Block] = []
    lead, counted = False, 0
    for n, block in enumerate(document.blocks):
        below = document.blocks[n + 1] if n + 1 < len(document.blocks) else None
        if isinstance(block, Heading | Paragraph) and _names_above(block, below, document.lang):
            lead, counted = True, 0
            kept = isinstance(block, Heading) and not _is_point(block, blocks, document.lang)
            blocks += [block, _as_lead(block)] if kept else [_as_lead(block)]
        elif isinstance(block, Paragraph) and (name_end := _run_in_name(block, document.lang)):
            lead, counted = False, 0
            number = len(block.passage) - len(without_number(block))
            rest = Paragraph(block.passage[number + name_end :].strip())
            blocks += [_as_lead(Paragraph(block.passage[: number + name_end])), *_sentences(rest, document.lang)]
        elif lead and isinstance(block, Paragraph) and _whole_number(block) == counted + 1:
            counted += 1
            blocks.append(ListItem(f"{counted}.", without_number(block)))
        elif lead and isinstance(block, Paragraph) and _goes_on(block, document.lang):
            blocks.extend(_sentences(block, document.lang))
        else:
            lead = lead and isinstance(block, ListItem)
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _names_above(block: Heading | Paragraph, below: Block | None, lang: str) -> bool:
    """Whether a line names somebody, and the next one tells a deed that nobody is named for."""
    name = _name_of(block)
    if below is None or isinstance(below, Heading | Table) or not name or not names_party(name, lang):
        return False
    own = _NUMBER.match(below.passage.text if isinstance(below, Paragraph) else below.marker)
    if own is None and isinstance(below, Paragraph):
        return _is_his(_first_of(below.passage.text, lang), lang)
    within = own is None or _is_within(block.passage.text, own["number"])
    return within and tells_deed(_first_of(without_number(below).text, lang), lang)


def _run_in_name(block: Paragraph, lang: str) -> int:
    """Where a name in capitals ends that a point opens with as a sentence: "3. БАҒБАН С. САДОВ. Гүлдер ..."; else 0."""
    text = without_number(block).text
    opens = _WORD.search(text)
    if opens is None or not opens[0].isupper():
        return 0
    first = _first_of(text, lang)
    name = first.strip().removesuffix(".").strip()
    apart = first.isupper() and len(first.strip()) > len(name) and len(first) < len(text.rstrip())
    return len(first) if apart and names_party(name, lang) else 0


def _is_point(block: Heading, above: Sequence[Block], lang: str) -> bool:
    """Whether a heading that names somebody is a point: it is in the dative, or goes on counting points above it."""
    before = next((one for one in reversed(above) if isinstance(one, Heading | Paragraph) and _whole_number(one)), None)
    follows = isinstance(before, Paragraph) and _whole_number(block) == _whole_number(before) + 1
    return follows or is_addressed(_name_of(block), lang)


def _whole_number(block: Heading | Paragraph) -> int:
    """The whole number that opens a line, 0 for none."""
    match = _NUMBER.match(block.passage.text)
    return int(match["number"]) if match is not None and match["number"].isdigit() else 0


def _name_of(block: Heading | Paragraph) -> str:
    """The words of a line that may be a name, without its number; "" where a mark closes them."""
    text = without_number(Paragraph(block.passage)).text.strip()
    return "" if text.endswith(_ENDS) else text


def _first_of(text: str, lang: str) -> str:
    """The first sentence of a text."""
    start, end = next(iter(split_sentences(text, lang)), (0, len(text)))
    return text[start:end]


def _is_within(above: str, number: str) -> bool:
    """Whether a number is within that of the line above, or opens a count below it: "2.1" and "1" below "2. Садам"."""
    own = _NUMBER.match(above)
    return number.rsplit(".", maxsplit=1)[-1] == "1" or (own is not None and number.startswith(f"{own['number']}."))


def _is_his(sentence: str, lang: str) -> bool:
    """Whether a sentence of prose has no subject of its own, so that it is of whom the line above names."""
    if lang == "kk":
        return ":" not in sentence and does_unsaid(sentence)
    return opens_with_verb(sentence) or has_no_subject(sentence) or opens_with_doing(sentence)


def _goes_on(block: Paragraph, lang: str) -> bool:
    """Whether a line without a number tells what he does who is named above."""
    if _NUMBER.match(block.passage.text) or block.passage.text.rstrip().endswith(":"):
        return False
    return _is_his(_first_of(block.passage.text, lang), lang)


def _as_lead(block: Heading | Paragraph) -> Paragraph:
    last = len(block.passage.text.rstrip())
    colon = Passage(":", block.passage.offsets[last - 1 : last])
    return Paragraph(concatenate([block.passage[:last], colon]))


def _sentences(block: Paragraph, lang: str) -> Iterator[ListItem]:
    """The sentences of a line, each an item."""
    for start, end in split_sentences(block.passage.text, lang):
        yield ListItem("", block.passage[start:end])

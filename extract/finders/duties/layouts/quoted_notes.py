"""Notes beneath points that name who answers, with no label: "> Управление садов", "Облсад, 2 квартал"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.document.blocks import Block, Document, ListItem, Paragraph
from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive
from extract.finders.duties.times.deadlines import find_deadlines
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing
from extract.values.parties.staff import has_head
from extract.values.times.period import parse_period
from kzedu_graph.language.letters import is_abbreviation

_QUOTES = re.compile(r"[ ]{0,3}>")
_PERSON = re.compile(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?")
_JOINT = re.compile(r"[,.;]\s+|\s[–—-]\s")
_NUMBERED = re.compile(r"\s*\(?\d[\d.]*[.)]\s*|\s*[-–—•]\s*")
_INITIAL = re.compile(r"\b[А-ЯЁ]\.\Z")
_MARKS = " .,;()\n"
_FEWEST = 2
"""Points that must have one: a signature is quoted once."""
_LONGEST = 200
"""Letters of such a note."""


def find_quoted_notes(document: Document) -> Mapping[int, tuple[int, int]]:
    """By the number of its block: where in a note's words those of who answers begin and end; the rest says when.

    Only in Russian, and nothing where a single point has such a note. One that is no quotation says by when, too, and
    stands beneath a point that bids by an infinitive.
    """
    found = dict(_notes(document)) if document.lang == "ru" else {}
    return found if len(found) >= _FEWEST else {}


def _notes(document: Document) -> Iterator[tuple[int, tuple[int, int]]]:
    for n, block in enumerate(document.blocks):
        above = document.blocks[n - 1] if n else None
        if not isinstance(block, Paragraph) or not isinstance(above, ListItem | Paragraph):
            continue
        if len(block.passage.text) > _LONGEST:
            continue
        quoted = _is_quoted(document, block)
        if _is_quoted(document, above) or not (quoted or _is_beneath_task(block, above)):
            continue
        place = _who(block.passage.text)
        if place and (quoted or _says_when(block.passage.text, place)):
            yield n, place


def _is_beneath_task(block: Paragraph, above: ListItem | Paragraph) -> bool:
    """Whether a line without a number stands beneath a point that bids by an infinitive: "2. Провести учет роз."."""
    return _NUMBERED.match(block.passage.text) is None and bids_by_infinitive(_NUMBERED.sub("", above.passage.text))


def _says_when(text: str, who: tuple[int, int]) -> bool:
    """Whether the words beside those of who answers are a term."""
    beside = f"{text[: who[0]]} {text[who[1] :]}".strip(_MARKS + "–-")
    return parse_period(beside, "ru", yearless=True) is not None or bool(find_deadlines(beside, "ru", None))


def _is_quoted(document: Document, block: Block) -> bool:
    """Whether a block's first line is marked as quoted."""
    if not isinstance(block, Paragraph) or not block.passage.text:
        return False
    first = block.passage.offsets[0]
    return _QUOTES.match(document.text[document.text.rfind("\n", 0, first) + 1 : first]) is not None


def _who(text: str) -> tuple[int, int] | None:
    """Where those who answer stand in words that say nothing else, but by when it is done; None in any other words."""
    text = text[: _before_term(text) or None]
    terms = find_deadlines(text, "ru", None)
    at_edge = [one for one in terms if not text[: one.start].strip(_MARKS) or not text[one.end :].strip(_MARKS)]
    if len(terms) > 1 or terms != at_edge:
        return None
    start, end = 0, len(text)
    for term in terms:
        start, end = (term.end, end) if not text[: term.start].strip(_MARKS) else (start, term.start)
    start += len(text[start:end]) - len(text[start:end].lstrip(_MARKS))
    end = start + len(text[start:end].rstrip(" ,;)\n"))
    who = text[start:end]
    who = who if _INITIAL.search(who) else who.rstrip(".")
    parts = [part for part in phrasing("ru").pattern("joins_answerers").split(who) if part]
    named = bool(parts) and all(_names_somebody(part) for part in parts[:1]) and who[0].isupper()
    told = any(word.tag in FINITE or word.tag == "colon" for word in read_words(who, "ru"))
    return (start, start + len(who)) if named and not told and len(list(split_sentences(who, "ru"))) == 1 else None


def _before_term(text: str) -> int:
    """Where the words before a term end that closes a note: "Облсад, облвод, | 2 квартал 2031 года."; 0 for none."""
    joints = (
        match for match in _JOINT.finditer(text) if parse_period(text[match.end() :].strip(_MARKS), "ru", yearless=True)
    )
    return next((match.start() for match in joints), 0)


def _names_somebody(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    if phrasing("ru").pattern("local_body").match(first):
        return True
    return has_head(part, "ru") or bool(_PERSON.match(part)) or (first.isupper() and is_abbreviation(first))

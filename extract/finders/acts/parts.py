"""Which provisions stand in a part of an act that a note tells of: suspended, taken out, or not yet at work.

    Примечание ИЗПИ! Пункт 3 приостановлен до 01.01.2034.
    Ескерту. 4-тармақтың екінші абзацының қолданылуы 01.01.2034 дейін тоқтатыла тұрды.

A part is known by its numbers: of articles, points, subpoints, and of paragraphs within the innermost of them.
Points of an act and of what it approves bear the same numbers; a note tells of those of its own run of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Document, Heading, ListItem, Paragraph
from extract.lexicon.amendments import wording
from extract.lexicon.force import force_words
from extract.lexicon.standing import standing_words
from kzedu_graph.model.prose import Commencement, Provision

_NUMBER = re.compile(r"\s*(\d{1,3}(?:-\d{1,3})*)\\?([.)])\s")
_MARKER = re.compile(r"\(?(\d{1,3}(?:-\d{1,3})*)([.)])?")
_DIGITS = re.compile(r"\d{1,3}(?:-\d{1,3})*")
ENDS = 2
"""Numbers that a range names."""
ARTICLE, POINT, SUBPOINT, PARAGRAPH = "article", "point", "subpoint", "paragraph"
_RANKS = {5: ARTICLE, 7: POINT, 8: PARAGRAPH, 9: SUBPOINT, 10: PARAGRAPH}
"""The places of these parts among those of the lexicon, outermost first, which are alike in both languages."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: from which character on, in which run of points, and under which numbers."""

    start: int
    run: int
    numbers: Mapping[str, str]


def with_parts_told(
    document: Document, told: Sequence[Commencement], provisions: Iterable[Provision]
) -> tuple[Provision, ...]:
    """The provisions, those of a part that is told of with what is told: the innermost part that names them counts."""
    of_parts = [one for one in told if one.part and (one.suspended or one.lost or one.begins)]
    if not of_parts:
        return tuple(provisions)
    places = list(_places(document))
    notes = [(one, _at(places, one.evidence[0].start)) for one in of_parts]
    wanted = [(one, _wanted(one.part, note, document.lang), note) for one, note in notes]
    wanted = sorted((entry for entry in wanted if entry[1]), key=lambda entry: len(entry[1]))
    return tuple(_told_of(provision, _at(places, provision.evidence[-1].end - 1), wanted) for provision in provisions)


def _told_of(
    provision: Provision, at: _Place, told: Iterable[tuple[Commencement, Mapping[str, frozenset[str]], _Place]]
) -> Provision:
    for one, numbers, note in told:
        if ARTICLE not in numbers and at.run != note.run:
            continue
        inner = PARAGRAPH in numbers and SUBPOINT not in numbers and SUBPOINT in at.numbers
        if not inner and all(at.numbers.get(part) in several for part, several in numbers.items()):
            provision = replace(
                provision,
                suspended=one.suspended or provision.suspended,
                lost=one.lost or provision.lost,
                begins=one.begins or provision.begins,
            )
    return provision


def _at(places: Sequence[_Place], offset: int) -> _Place:
    """The last block that begins at or before a character."""
    return next((place for place in reversed(places) if place.start <= offset), places[0])


def _places(document: Document) -> Iterator[_Place]:
    """The place of every block; a run ends where the numbers of points begin anew."""
    run = 0
    note = standing_words(document.lang).note
    last: tuple[int, ...] = ()
    numbers: dict[str, str] = {}
    for block in document.blocks:
        if not isinstance(block, Heading | Paragraph | ListItem) or not block.passage.text.strip():
            continue
        if note.match(block.passage.text):
            continue
        article = _article(block, document.lang)
        part, number = (ARTICLE, article) if article else _numbered(block)
        if part == ARTICLE:
            numbers = {ARTICLE: number, PARAGRAPH: "1"}
            run, last = run + 1, ()
        elif part == POINT:
            order = tuple(map(int, number.split("-")))
            run += order <= last
            last = order
            numbers = {**_kept(numbers, ARTICLE), POINT: number, PARAGRAPH: "1"}
        elif part == SUBPOINT:
            numbers = {**_kept(numbers, ARTICLE, POINT), SUBPOINT: number, PARAGRAPH: "1"}
        elif PARAGRAPH in numbers:
            numbers = {**numbers, PARAGRAPH: str(int(numbers[PARAGRAPH]) + 1)}
        yield _Place(block.passage.offsets[0], run, dict(numbers))


def _kept(numbers: Mapping[str, str], *parts: str) -> dict[str, str]:
    return {part: numbers[part] for part in parts if part in numbers}


def _numbered(block: Heading | Paragraph | ListItem) -> tuple[str, str]:
    """Whether a block opens a point ("3.") or a subpoint ("2)"), and its number."""
    text = block.passage.text
    match = _MARKER.match(block.marker) if isinstance(block, ListItem) else _NUMBER.match(text)
    if match is None or isinstance(block, Heading):
        return "", ""
    return (SUBPOINT if match[2] == ")" else POINT), match[1]


def _article(block: Heading | Paragraph | ListItem, lang: str) -> str:
    """The number of an article that a line opens: "Статья 5. ...", "5-бап. ..."."""
    match = None if isinstance(block, ListItem) else force_words(lang).article.match(block.passage.text)
    return match["number"] if match else ""


def _wanted(path: Sequence[str], note: _Place, lang: str) -> dict[str, frozenset[str]]:
    """The numbers of the parts that a path names; {} where it names one that has none here.

    Where it names neither article nor point, it is of the point that the note stands below.
    """
    units = list(wording(lang).units)
    found: dict[str, frozenset[str]] = {}
    for step in path:
        tokens = re.findall(r"[^\W\d_]+", step.casefold())
        unit = next((unit for token in tokens if (unit := wording(lang).unit_of(token))), None)
        part = _RANKS.get(units.index(unit)) if unit else None
        numbers = _numbers(step, lang)
        if part is None or not numbers:
            return {}
        found[part] = numbers
    if not {ARTICLE, POINT} & found.keys():
        return {**found, POINT: frozenset({note.numbers[POINT]})} if POINT in note.numbers else {}
    return found


def _numbers(step: str, lang: str) -> frozenset[str]:
    """The numbers of a step, digits or ordinals: "подпункт 2) и 3)", "екінші абзац", "абзац со второй по пятый"."""
    digits = _DIGITS.findall(step)
    ordinals = [
        match.lastgroup.removeprefix("n") for match in force_words(lang).ordinals.finditer(step) if match.lastgroup
    ]
    found = digits or ordinals
    if len(found) == ENDS and all(number.isdigit() for number in found) and force_words(lang).through.search(step):
        return frozenset(map(str, range(int(found[0]), int(found[1]) + 1)))
    return frozenset(found)

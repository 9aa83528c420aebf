"""What a Russian programme sets itself below a heading, no lead-in above: "4. Основные направления | Охрана роз.".

Such a sentence is an item of the tasks that the heading, or one above it, names, or of the doing that the heading is:
"4.4. Организация полива | Закупка шлангов.".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.document.blocks import Document, Heading, Paragraph, Passage, join
from extract.finders.duties.grammar.set_tasks import is_over_set_tasks
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.lines import without_number
from extract.finders.duties.russian.deeds.doings import doing_from, opens_with_doing
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_ENDS = (".", ";")
_LABELLED = (":", " - ", " – ", " — ")


def set_sections(document: Document) -> dict[str, Passage]:
    """The noun of tasks ("направления") that a heading names, or one above it, by the heading's words.

    Where none names any it is the heading itself, if that is a doing.
    """
    found: dict[str, Passage] = {}
    above: list[tuple[int, Passage | None]] = []
    for block in document.blocks:
        if not isinstance(block, Heading):
            continue
        above = [(level, noun) for level, noun in above if level < block.level]
        noun = _noun_of(block.passage) or next((noun for _, noun in reversed(above) if noun is not None), None)
        above.append((block.level, noun))
        if noun is not None:
            found[block.passage.text] = noun
        elif opens_with_doing(title := without_number(Paragraph(block.passage)).text):
            found[block.passage.text] = block.passage[len(block.passage) - len(title) :]
    return found


def below_tasks(unit: Unit, nouns: Mapping[str, Passage]) -> Unit:
    """A sentence of a programme that is a doing, as an item of the tasks that its section names; any other as it is."""
    noun = nouns.get(unit.section)
    text = unit.own.text.rstrip()
    if noun is None or unit.is_item or unit.mood != PLAN or not text.endswith(_ENDS):
        return unit
    if any(sign in text for sign in _LABELLED) or not opens_with_doing(text) or _tells_state(text):
        return unit
    return replace(unit, passage=join([noun, unit.own], ": "), is_item=True)


def _tells_state(text: str) -> bool:
    """Whether the noun that a sentence opens with says how something is: "Состояние садов."."""
    words = read_words(text, "ru")
    return words[doing_from(words, 1)].norm in phrasing("ru").words("states")


def _noun_of(heading: Passage) -> Passage | None:
    match = phrasing("ru").pattern("heading_of_plan").match(heading.text)
    if match is None or not is_over_set_tasks(heading.text):
        return None
    return heading[match.start("noun") : match.end("noun")]

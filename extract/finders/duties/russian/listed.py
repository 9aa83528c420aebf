"""What a Russian lead-in lists: the parts of its own subject, or what its verb is done to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.openings import opens
from extract.finders.duties.russian.phrases import phrase_before, phrase_from
from extract.lexicon.phrasing import phrasing

_PASSIVES = frozenset({"passive", "participle"})


def are_its_parts(words: Sequence[Word], verb: int, colon: int, first: int, last: int) -> bool:
    """Whether an item, from its first word to its last, is part of what a passive lead-in tells of.

    "Прием будет проводиться в два этапа: | подача заявки", "устанавливаются следующие требования: | наличие зала"; the
    verb is no item's then. "Садом создаются: | кружки" has none but its items.
    """
    reflexive = phrasing("ru").pattern("reflexive_infinitive").search(words[verb].norm) is not None
    if not (reflexive or words[verb].tag in _PASSIVES) or not opens(words, first, last, "nomn"):
        return False
    return phrase_from(words, verb + 1, colon - 1, "nomn") is not None or phrase_before(words, verb, "nomn") is not None

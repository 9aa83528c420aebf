"""Who pledges something of himself in Russian: "Я, мастер сада Липов А., обязуюсь ...", "Мы обязуемся ..."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.lexicon.phrasing import phrasing


def find_speaker(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Who says "I" or "we" before the verb of his pledge, in a clause from `begin` on, with what he says that he is."""
    wording = phrasing("ru")
    place = next((n for n in range(begin, verb) if words[n].norm in wording.words("speakers")), verb)
    if place == verb or words[verb].norm not in wording.words("pledges_of_oneself"):
        return None
    if words[place + 1].tag != "comma":
        return Party(place, place, place)
    close = next((n for n in range(verb - 1, place + 1, -1) if words[n].tag == "comma"), place + 1)
    return Party(place, close - 1, place) if close > place + 1 else Party(place, place, place)

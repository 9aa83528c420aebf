"""Verbs that bid to tell of what was done by the verb before, and share nothing with it: "проверить и | доложить"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.governed import INFINITIVES
from extract.lexicon.phrasing import phrasing


def reports_back(words: Sequence[Word], n: int) -> bool:
    """Whether an infinitive bids to tell of what was done before, and is done to nothing: "проверить и | доложить"."""
    if words[n].tag not in INFINITIVES or phrasing("ru").pattern("reports_back").match(words[n].norm) is None:
        return False
    end = next((k for k in range(n + 1, len(words)) if words[k].tag in _CLOSES), len(words) - 1)
    return phrase_from(words, n + 1, end - 1, "accs") is None


_CLOSES = frozenset({"stop", "semicolon", "comma", "open"})


def is_of_which(words: Sequence[Word], opens: int) -> bool:
    """Whether a relative word opens of what somebody is told: ", о | чем", "день, о | котором мастер извещается"."""
    wording = phrasing("ru")
    of_thing = words[opens].norm in wording.words("thing_of_which") and words[opens - 1].norm in wording.words("about")
    return of_thing or words[opens].norm in wording.words("of_which")

"""What a further Russian verb shares with the one before it: the thing that both are done to.

Готовит проект и вносит на рассмотрение совета.      Мусор вывезти, а не сжигать.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.verbs import ACTIVES
from extract.finders.duties.russian.deeds.own_things import ENDS_ROW
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES
from extract.finders.duties.russian.kinds import is_doing
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def is_contrasted(words: Sequence[Word], n: int) -> bool:
    """Whether a further verb stands against the one before: "мусор вывезти, а не | сжигать", "не читать, а | учить"."""
    joint = n - 1 - (words[n - 1].tag == "not")
    return words[joint].norm in _WORDING.words("opposes") and words[joint - 1].tag == "comma"


def moved_before(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """What a verb of moving shares with the verb before: "готовит | проект и вносит на рассмотрение совета"."""
    if words[n].tag not in ACTIVES | INFINITIVES or _WORDING.pattern("moves").match(words[n].norm) is None:
        return None
    verb = next((k for k in range(n - 1, 0, -1) if words[k].tag in ENDS_ROW or words[k].tag == words[n].tag), 0)
    joint = next((k for k in range(n - 1, verb, -1) if words[k].norm in AND_OR), 0)
    alike = verb > 0 and words[verb].tag == words[n].tag and words[verb].subordinate == words[n].subordinate
    found = phrase_from(words, verb + 1, joint - 1, "accs") if alike and joint else None
    return None if found is None or any(is_doing(word) for word in words[found[0] : found[0] + 2]) else found


def done_to_before(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """What the infinitive before one that stands against it is done to: "вывезти | мусор, а не сжигать"."""
    verb = next((k for k in range(n - 1, 0, -1) if words[k].tag in INFINITIVES), 0)
    return (phrase_from(words, verb + 1, n - 1, "accs") or phrase_before(words, verb, "accs")) if verb else None

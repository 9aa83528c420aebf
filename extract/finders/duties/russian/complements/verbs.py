"""Which verb of a Russian predicate says what is done, and which is done to nothing but its own doer."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.governed import INFINITIVES
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
PASSIVES = frozenset({"participle", "passive", "proceed-future", "stative"})
ACTIVES = frozenset({"present", "future", "effect", "imperative"})


def acts_by_itself(verb: Word) -> bool:
    """Whether a reflexive verb is of somebody who acts, to nothing: "руководствоваться", "расписываются"."""
    reflexive = _WORDING.pattern("reflexive").search(verb.norm) or _WORDING.pattern("reflexive_infinitive").search(
        verb.norm
    )
    return reflexive is not None and _WORDING.pattern("acting").match(verb.norm) is not None


def puts_into_effect(words: Sequence[Word], verb: int) -> bool:
    """Whether an act is put into effect: "приговор | обращается к исполнению"."""
    behind = words[verb + 1 : verb + 3]
    return words[verb].norm in _WORDING.words("turns_to") and [word.norm for word in behind] == ["к", "исполнению"]


def content_verb(words: Sequence[Word], first: int, last: int, end: int) -> int | None:
    """The verb that says what is done: the infinitive behind a modal word, else the predicate itself."""
    begin = last if words[last].tag in ("right", "possibility") else first  # "предоставляется право | закрывать"
    reach = range(max(begin, 1), min(end, last + 25) + 1)
    for n in reach:
        forbids = words[n].norm in _WORDING.words("forbids") and any(w.tag in TO_DO for w in words[n + 1 : n + 3])
        if words[n].tag in TO_DO and words[n].norm not in _WORDING.words("be") and not forbids:
            return n
        reflexive = words[n].tag == "given" and _WORDING.pattern("reflexive_infinitive").search(words[n].norm)
        given = words[n].tag == "given" and n > 1 and words[n - 1].norm in _WORDING.words("be")
        if reflexive or given or words[n].tag in PASSIVES | ACTIVES:
            return n  # "будут предоставляться возможности освоить сад"
        if n > last and words[n].tag in ("semicolon", "colon", "comma"):
            break
    if words[last].tag == "planned":
        return None
    verb = next((n for n in range(1, min(end, len(words) - 1) + 1) if words[n].tag in INFINITIVES), None)
    explains = next((n for n in range(last + 1, verb or 0) if words[n].tag == "colon"), 0)
    told = explains and any(word.tag in _TELLS and not word.subordinate for word in words[explains + 1 : verb])
    return None if told else verb  # "Не допускается вынос роз: они помогают | украсить сад"


_TELLS = ACTIVES | PASSIVES
TO_DO = INFINITIVES | {"mind", "note"}
"""Classes of infinitives: "знать", "отметить" and their like are told apart for what they open."""
NEAR = 2
"""Words from a verb to what it is done to."""

"""Where a further Russian infinitive of a row may stand: behind a semicolon, words of manner, or what it is done to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.asked import is_preposition
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import AND_OR, FINITE_VERBS, INFINITIVES, is_adverb, is_attribute
from extract.finders.duties.russian.phrases import phrase_before
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NOUN = frozenset({"NOUN"})
_REACH = 12
"""Words between a comma and a further infinitive."""
_ALONE = FINITE_VERBS | {"relative", "past", "may", "entitled", "allowed", "forbidden", "colon", "stop", "stative"}


def bidding_behind_semicolon(words: Sequence[Word], mark: int, end: int) -> Iterator[int]:
    """The infinitive that a point goes on with behind a semicolon: "вести учет; | до мая мастеров направить в сад"."""
    for n in range(mark + 1, end - 1):
        word = words[n]
        if word.tag == "semicolon" or (word.tag in _ALONE and not word.subordinate):
            return
        if word.tag in INFINITIVES and not word.subordinate:
            if n == mark + 1 or not takes_infinitive(words[n - 1]):
                yield n
            return


def takes_infinitive(word: Word) -> bool:
    """Whether an infinitive behind a noun may be of the noun: "возможность | открыть сад"."""
    return _WORDING.pattern("takes_infinitive").match(word.norm) is not None


def behind_manner(words: Sequence[Word], n: int) -> bool:
    """Whether only words of manner part an infinitive from the comma before it: ", коренным образом | обновить"."""
    k = n - 1
    while k > 0 and words[k].tag != "comma":
        if words[k].norm in _WORDING.words("nouns_of_manner") and is_attribute(words[k - 1]):
            k -= 2 + is_preposition(words[k - 2])
        elif is_adverb(words[k]):
            k -= 1
        else:
            return False
    return 0 < k < n - 1


def behind_object(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether what an infinitive is done to parts it from the comma behind the verb before: ", заявки | рассмотреть".

    No comma, and no participle's clause, stands between that verb and this comma.
    """
    comma = next((k for k in range(n - 1, max(n - _REACH, before), -1) if words[k].tag == "comma"), 0)
    if not comma or comma + 1 >= n or any(word.tag == "comma" for word in words[before:comma]):
        return False
    if any(word.tag != "word" or is_preposition(word) or word.norm in AND_OR for word in words[comma + 1 : n]):
        return False
    nouns = (word for word in words[comma + 1 : n] if is_case(word, "accs", _NOUN))
    own = phrase_before(words, n, "accs")
    starts = words[comma + 1]
    opens = is_case(starts, "accs", _NOUN) or (is_attribute(starts) and is_case(starts, "accs"))
    return own is not None and opens and any(True for _ in nouns) and not takes_infinitive(words[n - 1])

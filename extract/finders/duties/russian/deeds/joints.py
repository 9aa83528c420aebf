"""What may part a further Russian verb from its joint with the one before: a time, a partner, manner, a condition.

Вести учет и в срок до 1 мая посадить липы.      Проверить клумбы, при нехватке воды внести в план полив.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, is_adverb, is_attribute
from extract.finders.duties.russian.kinds import is_preposition
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NOUN = frozenset({"NOUN"})
_SPAN = 16
"""Words of time that a dash may close: "а в период с 20 июня по 20 августа – | провести"."""
TIME = 10
"""Words of time that may stand before a further verb."""
_REACH = 12
"""Words between a comma and a further infinitive."""


def is_joined_over(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether only times, partners, manner or what it is done to part a verb from its joint behind the one before."""
    if _behind_dash(words, n) or _behind_partners(words, n) or is_told_of(words, n):
        return True
    if _behind_time(words, n) and not takes_infinitive(words[n - 1]):
        return True
    return words[n].tag in INFINITIVES and (
        _behind_manner(words, n) or is_behind_thing(words, n, before) or _behind_condition(words, n)
    )


def is_told_of(words: Sequence[Word], verb: int) -> bool:
    """Whether what a verb tells of stands between it and the joint before it: ", | о результатах докладывает"."""
    joint = next((k for k in range(verb - 1, max(verb - TIME, 0), -1) if _joins(words[k])), 0)
    about = joint and verb - joint > 2 and words[joint + 1].norm in _WORDING.words("about")
    return bool(about) and _WORDING.pattern("tells").match(words[verb].norm) is not None


def _joins(word: Word) -> bool:
    return word.tag == "comma" or word.norm in AND_OR


def _behind_condition(words: Sequence[Word], n: int) -> bool:
    """Whether only when it is done parts a verb from its comma: ", при нехватке воды | внести", ", а в случае ..."."""
    comma = next((k for k in range(n - 1, max(n - TIME, 0), -1) if words[k].tag == "comma"), n - 1)
    k = comma + 1 + (words[comma + 1].norm in _WORDING.words("contrasts") or words[comma + 1].norm in AND_OR)
    if k + 1 >= n or any(word.tag not in ("word", "number") for word in words[k:n]):
        return False
    return words[k].norm in _WORDING.words("while") or words[k + 1].norm in _WORDING.words("of_case")


def _behind_time(words: Sequence[Word], n: int) -> bool:
    """Whether only a phrase of time or place parts a verb from the "и" before it: "и в срок до 1 мая | посадить".

    Behind a comma adverbs do: ", бережно | поливать".
    """
    if is_adverb(words[n - 1]) and words[n - 2].tag == "comma":
        return True
    comma = next((k for k in range(n - 1, max(n - TIME, 0), -1) if words[k].tag == "comma"), 0)
    if comma and words[comma + 1].tag == "not" and words[comma + 2].norm in _WORDING.words("bounds_term"):
        return _are_plain(words[comma + 3 : n])  # ", не реже раза в год | ..."
    if comma and comma + 1 < n and words[comma + 1].norm in _WORDING.words("how_often"):
        return all(word.tag in ("word", "number") for word in words[comma + 1 : n])  # ", еженедельно по средам | ..."
    if comma and words[n].tag in INFINITIVES and words[comma + 1].norm in _WORDING.words("opens_due_day"):
        days = any(word.tag == "number" for word in words[comma + 1 : n])
        return days and _are_plain(words[comma + 1 : n])  # ", до 1 мая | ..."
    joint = next((k for k in range(n - 1, max(n - TIME, 0), -1) if words[k].norm in AND_OR), None)
    if joint is None or not (is_preposition(words[joint + 1]) or is_adverb(words[joint + 1])):
        return False
    return _are_plain(words[joint:n])


def _are_plain(words: Sequence[Word]) -> bool:
    return all(word.tag in ("word", "number", "mark") for word in words)


def _behind_partners(words: Sequence[Word], n: int) -> bool:
    """Whether only who takes part parts a verb from the comma before it: ", совместно с садами | открыть теплицы"."""
    comma = next((k for k in range(n - 1, max(n - TIME, 0), -1) if words[k].tag == "comma"), n - 1)
    pair = f"{words[comma + 1].norm}-{words[min(comma + 2, n)].norm}"
    return pair in _WORDING.words("takes_part") and all(word.tag == "word" for word in words[comma + 1 : n])


def _behind_dash(words: Sequence[Word], n: int) -> bool:
    """Whether a dash parts a verb from what opens its clause behind ", а": ", а о пропусках – | сообщать"."""
    if words[n - 1].tag != "dash":
        return False
    comma = next((k for k in range(n - 2, max(n - _SPAN, 0), -1) if words[k].tag == "comma"), None)
    return comma is not None and words[comma + 1].norm in _WORDING.words("contrasts")


def takes_infinitive(word: Word) -> bool:
    """Whether an infinitive behind a noun may be of the noun: "возможность | открыть сад"."""
    return _WORDING.pattern("takes_infinitive").match(word.norm) is not None


def _behind_manner(words: Sequence[Word], n: int) -> bool:
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


def is_behind_thing(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether what an infinitive is done to parts it from the comma behind the verb before: ", заявки | рассмотреть".

    No comma, and no participle's clause, stands between that verb and this comma.
    """
    comma = next((k for k in range(n - 1, max(n - _REACH, before), -1) if words[k].tag == "comma"), 0)
    if not comma or comma + 1 >= n or any(word.tag == "comma" for word in words[before:comma]):
        return False
    if any(word.tag != "word" or is_preposition(word) or word.norm in AND_OR for word in words[comma + 1 : n]):
        return False
    own = phrase_before(words, n, "accs")
    starts = words[comma + 1]
    opens = is_case(starts, "accs", _NOUN) or (is_attribute(starts) and is_case(starts, "accs"))
    noun = any(is_case(word, "accs", _NOUN) for word in words[comma + 1 : n])
    return own is not None and opens and noun and not takes_infinitive(words[n - 1])

"""How far a Russian object reaches beyond its noun phrase: over its list, its other name, all that is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.complements.extents import end_of
from extract.finders.duties.russian.governed import FINITE_VERBS, is_any_noun
from extract.finders.duties.russian.kinds import is_doing
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_ENDS = frozenset({"semicolon", "colon", "relative"})


def end_of_whole(words: Sequence[Word], found: tuple[int, int], decision: tuple[int, int], end: int) -> int:
    """The last word of an object, told by the places of its phrase, of the words that decided, and of the clause's end.

    "планируется | открытие кружков на базе школ", "отражаются | следующие разделы: полив, уход", "закрепляет |
    наставника - мастера сада".
    """
    first, last = found
    last = _behind_dash(words, last, end)
    if first <= decision[0]:
        return _over_relative(words, last, decision[0])
    if _is_told_whole(words, first, decision[1]):
        last = max(last, _end_of_clause(words, last, end))
    return _over_list(words, _over_whoever(words, last, end), end)


def _behind_dash(words: Sequence[Word], last: int, end: int) -> int:
    """The end of what a thing is called otherwise, behind a dash: "наставника - | квалифицированного мастера"."""
    n = last + 2
    if n > end or words[last + 1].tag != "dash" or words[n].tag != "word" or words[last + 1].start == words[last].end:
        return last
    for case in ("accs", "gent", "ablt"):
        told = is_case(words[n], case) and not is_case(words[n], "nomn")
        own = any(is_case(words[k], case, NOUNS) for k in range(max(last - _NEAR, 1), last + 1))
        if told and (own or words[last].tag == "title"):
            return end_of(words, n, end, case)
    return last


_NEAR = 3
"""Words back from a dash to the noun that it gives another name."""


def _is_told_whole(words: Sequence[Word], first: int, predicate: int) -> bool:
    """Whether all that follows is said of an object: of work at something, a question, what goes on or is planned.

    So it is in an item whose lead-in has the verb (`predicate` is 0 then).
    """
    reach = range(first, min(first + _ATTRIBUTES, len(words)))
    theirs = _WORDING.words("pronouns_done_to")  # "его | направление"
    noun = next((n for n in reach if is_any_noun(words[n]) and words[n].norm not in theirs), None)
    if noun is None:
        return False
    behind = words[min(noun + 1, len(words) - 1)]
    if _WORDING.pattern("work").match(words[noun].norm):
        return behind.norm in _WORDING.words("joins_fields")
    if _WORDING.pattern("question").match(words[noun].norm):
        return behind.norm in _WORDING.words("joins_fields") or is_case(behind, "gent")
    verbs = words[max(predicate - _VERB, 1) : first]
    if predicate == 0:
        return _WORDING.pattern("verbal_noun").search(words[noun].norm) is not None or is_doing(words[noun])
    goes_on = any(word.tag == "planned" or _WORDING.pattern("goes_on").match(word.norm) for word in verbs)
    return goes_on and is_doing(words[noun])


_ATTRIBUTES = 5
"""Words in which an object has its noun."""
_VERB = 4
"""Words back from the last that decided to the verb."""


def _end_of_clause(words: Sequence[Word], last: int, end: int) -> int:
    """The last word of a clause, before what opens another."""
    for n in range(last + 1, end + 1):
        word = words[n]
        if word.tag in _ENDS or (word.tag in FINITE_VERBS and not word.subordinate):
            return last
        if word.tag not in ("comma", "open", "dash"):
            last = n
    return last


def _over_whoever(words: Sequence[Word], last: int, end: int) -> int:
    """The end of a clause that tells who is meant: "помощь лицам, в отношении которых ..."."""
    if last + 2 > end or words[last].norm not in _WORDING.words("whoever_told") or words[last + 1].tag != "comma":
        return last
    opens = next((n for n in range(last + 2, min(last + 6, end + 1)) if words[n].tag == "relative"), 0)
    if opens and not any(word.tag in FINITE_VERBS and not word.subordinate for word in words[opens : end + 1]):
        return next((n - 1 for n in range(opens, end + 1) if words[n].tag in _ENDS - {"relative"}), end)
    while opens and opens < end and words[opens + 1].subordinate:
        opens += 1
    return opens or last


def _over_relative(words: Sequence[Word], last: int, predicate: int) -> int:
    """The end of a clause that tells of a subject's participle: "Заявка, поданная саду, | в ведении которого нет"."""
    if last + 3 >= predicate or words[last + 1].tag != "comma" or not any(w.tag == "comma" for w in words[:last]):
        return last
    opens = next((n for n in range(last + 2, min(last + 5, predicate)) if words[n].tag == "relative"), 0)
    if not opens or any(word.tag != "word" for word in words[last + 2 : opens]):
        return last
    close = next((n for n in range(opens, predicate) if not words[n].subordinate), 0)
    return close - 1 if close and words[close].tag == "comma" else last


def _over_list(words: Sequence[Word], last: int, end: int) -> int:
    """The end of the list that a phrase announces: "следующие разделы: | полив, уход"."""
    if last + 2 > end or words[last + 1].tag != "colon":
        return last
    told = words[last + 2 : end + 1]
    if any(word.tag in FINITE_VERBS and not word.subordinate for word in told):
        return last
    return end

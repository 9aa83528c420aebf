"""What a Russian programme says that it foresees, a doing or measures: "предусмотрена посадка", "предусматривает учет".

Laws foresee as well ("Законом предусмотрен отпуск"), and programmes foresee things: neither plans a deed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.deeds.doings import doing_from
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, is_any_noun, is_attribute
from extract.finders.duties.russian.kinds import is_preposition
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
(_LAID_DOWN,) = _WORDING.words("stem_of_laid_down")
_FORESEES = (*_WORDING.words("stems_of_foreseeing"), _LAID_DOWN)
_REACH = 9
"""Words from a verb of foreseeing to what it foresees: "предусматривается на первом этапе | замена труб"."""
_PLAN = _WORDING.pattern("plan_itself")
_NEAR = 4
_NEED = tuple(_WORDING.words("stems_of_need"))
(_ASKS,) = _WORDING.words("stem_of_requiring")
(_AIMED,) = _WORDING.words("stem_of_aimed")
_CLOSES = frozenset({"comma", "colon", "semicolon", "stop", "dash"})
_NOT_SO = frozenset({"not", "will", "may", "must"})


def with_foreseen(words: list[Word]) -> list[Word]:
    """The words of a programme's sentence, the verb that says what it foresees told as one that plans."""
    for n, word in enumerate(words):
        if not word.norm.startswith(_FORESEES) or word.tag not in _VERBS or word.subordinate:
            continue
        if word.norm.startswith(_LAID_DOWN) and not _lays_measures(words, n):
            continue
        its_own = word.tag != "stative" or any(_PLAN.match(before.norm) for before in words[1:n])
        if its_own and _plans(words, n):
            words[n] = word._replace(tag="planned")
    return words


def cases_below(words: Sequence[Word], colon: int) -> tuple[str, ...]:
    """The cases that items may stand in by the words before their colon: "путем: | учета", "предполагает: | охрану"."""
    before = [word.norm for word in words[max(colon - _NEAR, 1) : colon]]
    if before and (before[-1] in _WORDING.words("ways_of") or before[-1].startswith(_ASKS)):
        return ("nomn", "gent", "accs")
    if before and before[-1] in _WORDING.words("attention_is_paid"):
        return ("nomn", "datv")
    does = any(norm.startswith(_FORESEES) and norm.endswith(("ет", "ют")) for norm in before)
    does = does or (bool(before) and (before[-1] == "на" or before[-1] in _WORDING.words("takes_in")))
    return ("nomn", "accs") if does else ("nomn",)


def whose_plan(words: Sequence[Word], verb: int, first: int) -> set[int]:
    """The places of what foresees a deed before its verb: "| в настоящей Программе | предусмотрена посадка".

    So are those of what the deed is said to be: "| одной из задач | является охрана роз".
    """
    if words[verb].tag == "needed" and words[verb].norm in _WORDING.words("is_task") and _names_task(words, verb):
        opens = (n + 1 for n in range(verb - 1, first - 1, -1) if words[n].tag == "comma")
        return set(range(next(opens, first), verb))
    if words[verb].tag != "planned":
        return set()
    for n in range(verb - 1, first - 1, -1):
        if _PLAN.match(words[n].norm):
            begin = n
            while begin > first and is_attribute(words[begin - 1]) and not is_preposition(words[begin - 1]):
                begin -= 1
            begin -= begin > first and is_preposition(words[begin - 1])
            own = all(is_case(word, "gent") or word.tag == "number" for word in words[n + 1 : verb])
            return set(range(begin, verb if own else n + 1))
    return set()


_VERBS = frozenset({"participle", "passive", "present", "stative"})


def _plans(words: Sequence[Word], n: int) -> bool:
    """Whether a verb of foreseeing is the programme's own and foresees what is done."""
    before = words[max(n - 2, 0) : n]
    if any(word.tag in _NOT_SO or word.norm in _WORDING.words("been") for word in before):
        return False
    if _is_of_others(words, n):
        return False
    case = "accs" if words[n].norm.endswith(("ет", "ют")) else "nomn"
    return _is_doing_behind(words, n + 1, case) or (case == "nomn" and _is_doing(words, 1, case))


def _is_of_others(words: Sequence[Word], n: int) -> bool:
    """Whether a law or a programme of the past foresees something: "Положением предусмотрен отпуск"."""
    clause = _clause_of(words, n)
    near = [word.norm for word in clause if not word.subordinate]
    near += [word.norm for word in words[n : n + 3] if not word.subordinate]
    if any(_WORDING.pattern("foreseen_by_law").match(norm) for norm in near):
        return True
    plans = [k for k, word in enumerate(clause) if _PLAN.match(word.norm)]
    own = [k for k in plans if not any(_FORMER.match(word.norm) for word in clause[max(k - 2, 0) : k])]
    if plans and not own:
        return True
    return not own and any(_WORDING.pattern("law_itself").match(word.norm) for word in clause)


def _clause_of(words: Sequence[Word], n: int) -> Sequence[Word]:
    """The words before a verb up to the mark before it, as far as its subject may stand."""
    first = max(n - _FAR, 1)
    opens = next((k + 1 for k in range(n - 1, first - 1, -1) if words[k].tag in _PARTS), first)
    return words[opens:n]


_FORMER = _WORDING.pattern("former")
_FAR = 30
"""Words before a verb among which what foresees something stands."""
_PARTS = frozenset({"semicolon", "colon"})


def _is_doing_behind(words: Sequence[Word], first: int, case: str) -> bool:
    """Whether what is done stands behind a verb, right there or behind phrases of when, where and for whom.

    A thing that is foreseen ends the search: "предусматриваются | часы на повторение".
    """
    in_phrase = False
    for k in range(first, min(first + _REACH, len(words))):
        if words[k].tag in _CLOSES:
            return False
        joined = is_attribute(words[k - 1]) or is_preposition(words[k - 1]) or words[k - 1].norm in AND_OR
        if (k == first or not joined) and _is_doing(words, k, case):
            return True
        in_phrase = in_phrase or is_preposition(words[k])
        if not in_phrase and is_any_noun(words[k]):
            return False
    return False


def _is_doing(words: Sequence[Word], k: int, case: str) -> bool:
    """Whether a noun of doing stands at a place, or measures for one: "меры по охране", "комплекс мер по охране"."""
    if doing_from(words, k, (case,)):
        return True
    while k < len(words) and (is_attribute(words[k]) or words[k].norm in _WORDING.words("row_of")):
        k += 1
    if k + 2 >= len(words) or _WORDING.pattern("measures").match(words[k].norm) is None:
        return False
    if words[k + 1].tag == "comma":  # "меры, направленные на охрану"
        aimed = words[k + 2].norm.startswith(_AIMED)
        return aimed and doing_from(words, k + 4, ("accs",)) > 0
    by = words[k + 1].norm in _WORDING.words("measures_by")
    return doing_from(words, k + 2, ("datv",)) > 0 if by else doing_from(words, k + 1, ("gent",)) > 0


def _names_task(words: Sequence[Word], n: int) -> bool:
    """Whether a doing is said to be a task or a direction: "одной из задач | является | охрана роз"."""
    clause = takewhile(lambda word: word.tag not in _CLOSES, reversed(words[1:n]))
    ahead = words[n].norm in _WORDING.words("is_ahead")
    named = any(
        _WORDING.pattern("told_as_task").match(word.norm) or (ahead and word.norm in _WORDING.words("task_ahead"))
        for word in clause
    )
    return named and not words[n].subordinate and doing_from(words, n + 1) > 0


def _lays_measures(words: Sequence[Word], n: int) -> bool:
    """Whether measures stand right behind "заложены", which is said of gardens, too."""
    return any(_WORDING.pattern("measures").match(word.norm) for word in words[n + 1 : n + 3])


def with_needs(words: list[Word]) -> list[Word]:
    """The words, a noun of what is needed told as the predicate that it is: "существует | необходимость | полива"."""
    for n in range(2, len(words) - 1):
        word = words[n]
        there_is = word.norm.startswith(_NEED) and words[n - 1].norm in _WORDING.words("needed_there")
        there_is = there_is and not word.subordinate
        if there_is and (words[n + 1].tag in INFINITIVES or doing_from(words, n + 1, ("gent",))):
            words[n - 1], words[n] = words[n - 1]._replace(tag="needed"), word._replace(tag="needed")
        if word.norm in _WORDING.words("is_task") and _names_task(words, n):
            words[n] = word._replace(tag="needed")
            continue
        worth = word.norm in _WORDING.words("is_so") and words[n - 1].norm in _WORDING.words("worth")
        if worth and (doing_from(words, n + 1) or doing_from(words, n + 2)):
            words[n - 1], words[n] = words[n - 1]._replace(tag="recommend"), word._replace(tag="recommend")
    return words

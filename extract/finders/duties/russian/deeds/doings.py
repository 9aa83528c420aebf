"""Nouns of doing that a Russian sentence plans or an item lists, each a deed: "планируется внедрение карт, | учет"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import AND_OR, FINITE_VERBS, INFINITIVES, is_attribute
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_ALSO = _WORDING.words("also") | _WORDING.words("contrasts")
_WAYS = _WORDING.words("ways_in_and_out")
_TROUBLE = _WORDING.pattern("trouble")
_BARE = ("nomn",)
_ENDS = FINITE_VERBS | INFINITIVES | {"semicolon", "colon", "stop", "relative", "allowed"}


def further_doings(words: Sequence[Word], decision: Decision, end: int) -> list[int]:
    """The places of the further nouns of doing that are planned or somebody's tasks, each with words of its own.

    "планируется внедрение карт, | обучение мастеров и | проведение встреч"; none in "разработка и внедрение карт".
    """
    opens = _opening(words, decision)
    case = "accs" if opens and _does_plan(words[decision.last]) else "nomn"
    before = _doing_at(words, opens, end, case) if opens else 0
    if not before:
        return []
    found = []
    for joint in _joints(words, before, end):
        noun = _doing_at(words, joint, end, case)
        mark = next(n for n in range(joint - 1, 0, -1) if not _is_joint(words[n])) + 1
        if noun and noun + 1 < end and _is_own(words[noun + 1]) and mark > before + 1:
            found.append(noun)
            before = noun
    return found


def doing_from(words: Sequence[Word], begin: int, cases: Sequence[str] = _BARE) -> int:
    """The place of the noun of doing that words open with from a place on: "решить задачи: | учет роз"; 0 for none.

    It stands in one of the `cases`, the plain one unless a lead-in asks for another: "путем: | учета роз".
    """
    return next((noun for case in cases if (noun := _doing_at(words, begin, len(words), case))), 0)


def opens_with_doing(text: str, cases: Sequence[str] = _BARE) -> bool:
    """Whether a sentence opens with what is done, told by a noun: "Ведение учета.", "Постоянный обход сада.".

    What a verb says of the noun is no deed: "Обход сада проводится утром.".
    """
    words = read_words(text, "ru")
    noun = doing_from(words, 1, cases)
    told = any(word.tag in _TELLS and not word.subordinate for word in words)
    return bool(noun) and not told and not _tells_of(words, noun)


def _tells_of(words: Sequence[Word], noun: int) -> bool:
    """Whether an attribute behind a noun tells of what kind it is: "Образование | высшее."."""
    behind = words[noun + 1] if noun + 1 < len(words) else words[0]
    return is_case(behind, "nomn", _ATTRIBUTES) and not is_case(behind, "gent")


_ATTRIBUTES = frozenset({"ADJF", "PRTF"})


_TELLS = (_ENDS | {"past", "short-adjective", "effect", "stative", "have", "may"}) - {"semicolon", "stop"}
"""Classes of words that say something of a noun."""


def _opening(words: Sequence[Word], decision: Decision) -> int:
    """Where the first noun of doing may stand: behind what plans or bans it, or among a body's tasks; else 0."""
    if words[decision.last].tag == "planned" and not words[decision.last].subordinate:
        return decision.last + 1
    if words[decision.last].tag == "needed" and words[decision.last].norm in _WORDING.words("is_task"):
        return decision.last + 1
    if words[decision.last].tag == "forbidden" and not words[decision.last].subordinate:
        return decision.last + 1 + (words[min(decision.last + 1, len(words) - 1)].tag == "colon")
    if decision.rule.bearer not in ("owner", "lead"):
        return 0
    return next((n + 1 for n in range(decision.last, len(words)) if words[n].tag == "colon"), 0)


def _does_plan(word: Word) -> bool:
    """Whether a verb of planning is what somebody or something does: "планирует", "предусматривает"."""
    return word.tag == "planned" and word.norm.endswith(("ет", "ют"))


def _joints(words: Sequence[Word], first: int, end: int) -> Iterator[int]:
    """The places behind the commas and "и" of a clause, outside brackets."""
    depth = 0
    for n in range(first + 1, end - 1):
        depth += (words[n].tag == "open") - (words[n].tag == "close")
        if words[n].tag in _ENDS:
            return
        if not depth and _is_joint(words[n]) and not _is_joint(words[n + 1]):
            yield n + 1


def _is_joint(word: Word) -> bool:
    return word.tag == "comma" or word.norm in AND_OR or word.norm in _ALSO


def _doing_at(words: Sequence[Word], n: int, end: int, case: str = "nomn") -> int:
    """The place of a noun of doing in a case, behind its attributes; 0 where none stands here."""
    while n + 1 < end and is_attribute(words[n]) and not is_preposition(words[n]):
        if _is_named(words[n], case) and not (is_case(words[n], case, _ATTRIBUTES) and _is_named(words[n + 1], case)):
            break  # not "выборный | орган"
        n += 1
    if n >= end or not _is_named(words[n], case) or words[n].norm in _WAYS or _TROUBLE.match(words[n].norm):
        return 0
    return n if is_doing(words[n]) or _is_task(words[n]) or _is_solving(words, n) else 0


def _is_solving(words: Sequence[Word], n: int) -> bool:
    """Whether troubles stand behind "решение", which is a paper elsewhere: "решение социальных вопросов"."""
    if words[n].norm not in _WORDING.words("solving"):
        return False
    behind = next((place for place in range(n + 1, len(words)) if not is_attribute(words[place])), n)
    listed = behind + 1 < len(words) and words[behind + 1].tag == "colon"  # "решение следующих задач: полив"
    return words[behind].norm in _WORDING.words("solved") and not listed


def _is_task(word: Word) -> bool:
    """Whether a noun that is elsewhere a body or a thing names a deed among tasks: "организация учета"."""
    nouns = (lemma for lemma, pos, _, _ in readings(word.norm) if pos == "NOUN")
    return any(_WORDING.pattern("task").match(lemma) for lemma in nouns)


def _is_named(word: Word, case: str) -> bool:
    """Whether a word is a noun in a case of the singular: in the nominative "учет", not "закупки"."""
    return any((pos, found, number) == ("NOUN", case, "sing") for _, pos, found, number in readings(word.norm))


def _is_own(word: Word) -> bool:
    """Whether a word behind a noun is of its complement."""
    return word.tag in ("word", "title", "number", "open") and not _is_joint(word)

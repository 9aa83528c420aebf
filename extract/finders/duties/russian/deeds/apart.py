"""Verbs of one Russian sentence that are duties of their own, each with a thing that it alone is done to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.objects import object_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.subjects import agrees_with
from extract.finders.duties.russian.complements.verbs import content_verb
from extract.finders.duties.russian.deeds.doings import doing_from
from extract.finders.duties.russian.deeds.own_things import has_complement
from extract.finders.duties.russian.deeds.reporting import is_of_which
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, is_adverb, is_any_noun
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.marks import plans_itself
from extract.finders.duties.russian.next_steps import is_done_next
from extract.language.russian import is_intransitive
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_JOINS = _WORDING.words("joins")
_DRAWS_UP = _WORDING.words("draws_up")
_ACTIVE = frozenset({"present", "future", "infinitive", "imperative"})
DONE = frozenset({"passive", "participle"})
"""Classes of predicates whose subject is what they are done to."""
_JOINTS = frozenset({"comma", "semicolon", "open"})
_MARKS = frozenset({"comma", "semicolon"})
_NOMINATIVE = frozenset({"NOUN"})


def has_own_deed(words: Sequence[Word], one: Decision, other: Decision) -> bool:
    """Whether a second predicate of a sentence does a thing of its own: "ведет журнал и | составляет отчет".

    It has none in "разрабатывает и утверждает план", nor in a clause below the first.
    """
    next_step = must_be_next(words, other) or tells_of_deed(words, other.last) or is_done_next(words, other.last)
    if next_step or _foresees_next(words, one, other):
        return True  # "оформить зал, который должен радовать детей"
    if other.first <= one.last + 1 or words[other.last].subordinate:
        return False
    between = words[one.last + 1 : other.first]
    joint = any(word.tag in _JOINTS or word.norm in _JOINS | AND_OR for word in between)
    first = content_verb(words, one.first, one.last, other.first - 1)
    plans = words[other.first].tag == "planned" and plans_itself(words, other.first)
    verb = other.first if plans else content_verb(words, other.first, other.last, len(words) - 1)
    if first is None:
        first = one.first if words[one.first].tag == "planned" else one.last  # "планирует его работу и ведет учет"
    if not joint or verb is None or first >= other.first:
        return False
    if _is_done(words[verb]) and (own_subject(words, one, other) is not None or _subject_behind(words, verb)):
        return True
    joints = (n for n in range(first + 1, other.first) if words[n].tag in _JOINTS or words[n].norm in AND_OR | _JOINS)
    behind = max(joints, default=other.first)  # "разрабатывает | и после учета вносит план" does one thing
    said = (words[n] for n in range(first + 1, behind) if not _is_of_office(words, n))
    said = (word for word in said if word.norm not in AND_OR and not is_preposition(word))
    persons = _WORDING.words("nouns_of_attributes")
    apart = any(is_any_noun(word) or word.tag == "title" or word.norm in persons for word in said)
    apart = apart or (words[first].tag in _ACTIVE and is_intransitive(words[first].norm))
    often = _WORDING.words("how_often")
    apart = apart or (_is_done(words[verb]) and any(word.norm in often for word in words[first + 1 : other.first]))
    acts = words[verb].tag == "present" and words[verb].norm.endswith("ся")  # "и | расписывается"
    if words[verb].tag in _ACTIVE and (acts or is_intransitive(words[verb].norm)):
        return apart  # "обходит сад и | дежурит"
    does = plans or words[verb].tag in _ACTIVE or words[verb].norm in _DRAWS_UP or _is_done(words[verb])
    does = does or words[verb].norm in _WORDING.words("undergoes")  # "..., а школы получат саженцы"
    return apart and does and has_complement(words, verb)


def _foresees_next(words: Sequence[Word], one: Decision, other: Decision) -> bool:
    """Whether a programme plans a doing of its own by each of two verbs: "..., в школе | предусматривается ремонт"."""
    if not words[one.last].tag == words[other.last].tag == "planned" or words[other.last].subordinate:
        return False
    mark = any(word.tag in _MARKS for word in words[one.last + 1 : other.first])
    return mark and all(doing_from(words, verb + 1, ("nomn", "accs")) > 0 for verb in (one.last, other.last))


def _is_of_office(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is the office that the next verb's persons are put into: "назначает на | должность"."""
    return f"{words[n - 1].norm}-{words[n].norm}" in _WORDING.words("of_office")


def must_be_next(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a clause tells what must become of what stands before it: "ведет журнал, который | должен храниться"."""
    relative = words[decision.first - 1].norm in _WORDING.words("relative_subjects")
    aims = any(word.norm in _WORDING.words("aims_at") for word in words[1 : decision.first])  # "добиться, чтобы ..."
    return words[decision.last].tag == "must" and relative and not aims


def tells_of_deed(words: Sequence[Word], verb: int) -> bool:
    """Whether a clause bids tell of the deed before it, or record it: "закрывает сад, | о чем сообщается школе"."""
    told = any(_WORDING.pattern(name).match(words[verb].norm) for name in ("tells", "records"))
    if not words[verb].subordinate or not told:
        return False
    opens = next((n for n in range(verb, 1, -1) if words[n].tag == "relative"), 0)
    return opens > 1 and is_of_which(words, opens) and words[opens - 2].tag == "comma"


def _is_done(verb: Word) -> bool:
    reflexive = verb.tag in INFINITIVES and _WORDING.pattern("reflexive_infinitive").search(verb.norm) is not None
    return reflexive or verb.tag in DONE or verb.norm in _WORDING.words("placed")


def _subject_behind(words: Sequence[Word], verb: int) -> bool:
    found = phrase_from(words, verb + 1, min(verb + _NEAR, len(words) - 1), "nomn")
    return found is not None and agrees_with(words, found, verb)


_NEAR = 4
"""Words from a passive to a subject behind it."""


def own_subject(words: Sequence[Word], one: Decision, other: Decision) -> int | None:
    """Where the subject of a second passive begins, behind a mark: "... ведется школой, | сроки учета определяются".

    A subject with an "и" in it opens behind the comma before.
    """
    if _subject_behind(words, other.last):
        return None
    between = range(one.last + 1, other.first)
    marks = [n for n in between if words[n].tag in _MARKS or words[n].norm in AND_OR | _JOINS]
    for tag in ("comma", "word"):
        for n in reversed(marks):
            begin = n + 1 + (words[n + 1].norm in _WORDING.words("then") | _WORDING.words("contrasts"))
            opens = (words[n].tag in _MARKS) == (tag == "comma") and begin < other.first
            if opens and not is_preposition(words[begin]) and _is_subject(words, begin, other):
                return begin
    return None


def opens_with_thing(words: Sequence[Word], before: int, verb: int) -> bool:
    """Whether an active verb's clause opens behind a comma with what it is done to: ", расходы | несет мастер"."""
    comma = next((n for n in range(verb, before, -1) if words[n].tag in _MARKS), None)
    clause = [Word("", "", "start", 0, 0), *words[comma + 1 : verb + 1]] if comma is not None else []
    thing = object_before(clause, len(clause) - 1) if clause else None
    return thing is not None and thing[0] == 1


def _is_subject(words: Sequence[Word], n: int, other: Decision) -> bool:
    start = Word("", "", "start", 0, 0)
    clause = [start, *words[n : other.last + 1]]
    verb = other.first - n + 1
    found = phrase_before(clause, verb, "nomn")
    if found is None or found[0] > 1 + is_adverb(clause[1]):
        return False
    noun = any(word.tag == "title" or is_case(word, "nomn", _NOMINATIVE) for word in clause[found[0] : found[1] + 1])
    return noun and agrees_with(clause, found, len(clause) - 1)

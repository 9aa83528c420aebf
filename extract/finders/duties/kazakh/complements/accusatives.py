"""What an active Kazakh verb is done to: the accusative that is its own, else the bare noun right before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.banned_things import bare_before
from extract.finders.duties.kazakh.complements.nearest import clause_begin, nearest_noun, noun_to
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_converb,
    is_owned,
    is_participle,
    is_verbal,
    looks_like,
    names_actor,
)
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.openings import accusative_that_opens
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def done_to(words: Sequence[Word], verb: int) -> int | None:
    """What an active verb is done to: an accusative; else a bare noun, or what the deed before it is done to."""
    n = (
        _handed_on(words, verb)
        or _before_converb(words, verb)
        or nearest_noun(words, verb, "accusative")
        or accusative_that_opens(words, verb, _opening(words, verb))
    )
    n = _accusative_behind_which_how(words, n, verb)
    if n is None and words[verb].tag not in ("present", "towards-doing"):
        n = nearest_noun(words, verb, "") or _of_deed_before(words, verb)
        able = _WORDING.pattern("present_converb").search(words[verb].norm) is not None and words[verb].tag == "word"
        n = None if able and n != verb - 1 else n  # "желге бейімделе алуы"
    if n is None and words[verb].tag == "towards-doing":
        n = bare_before(words, verb)
    n = n or _bare_before_converb(words, verb)
    found = n or _given_back(words, verb) or _before_listed(words, verb) or _who_is_told(words, verb)
    return found or _before_doer(words, verb)


def _accusative_behind_which_how(words: Sequence[Word], n: int | None, verb: int) -> int | None:
    """What a verb is done to, where a bare noun right before it only tells how: "құжатты [қосымша] тапсырады"."""
    if n is None or n != verb - 1 or n < 2 or case_of(words[n]) or phrase_start(words, n, 1) != n:
        return n
    before = n - 1
    thing = case_of(words[before]) == "accusative" and not is_verbal(words[n]) and is_noun(words[before])
    return before if thing and words[n].tag != "title" else n


def _handed_on(words: Sequence[Word], verb: int) -> int | None:
    """What is handed on for something to be done with it: "[есепті] бекітуге ұсынады", "хатты қол қоюға береді"."""
    if verb > 2 and looks_like(words[verb].norm, "spends") and words[verb - 1].tag == "towards-doing":
        spent = case_of(words[verb - 2]) == "accusative" and not is_verbal(words[verb - 2])
        return verb - 2 if spent else None  # "сабақтың он минутын | оқуға бөлу"
    if verb < 3 or words[verb - 1].norm not in _WORDING.words("handed_on_for"):
        return None
    thing = verb - 2 - (words[verb - 2].norm in _WORDING.words("signs"))
    hands = looks_like(words[verb].norm, "hands_on") and case_of(words[thing]) == "accusative"
    return thing if hands and not is_verbal(words[thing]) else None


def _before_converb(words: Sequence[Word], verb: int) -> int | None:
    """The accusative before the one of a converb right before a verb: "құжаттарды [қолын қойғызып] береді"."""
    if verb < 4 or not is_converb(words[verb - 1]) or case_of(words[verb - 2]) != "accusative":
        return None
    if words[verb - 1].norm in _WORDING.words("heavy_words") or not is_owned(words[verb - 2]):
        return None
    before = phrase_start(words, verb - 2, 1) - 1
    return noun_to(words, before, verb, "accusative") if before > 0 and words[before].tag != "comma" else None


def _bare_before_converb(words: Sequence[Word], verb: int) -> int | None:
    """The bare thing before a converb that makes one deed with the verb: "[жапсырма] іліп береді"."""
    if verb < 3 or words[verb].tag != "present" or not is_converb(words[verb - 1]):
        return None
    thing = words[verb - 2]
    bare = thing.tag == "word" and is_noun(thing) and case_of(thing) == "" and not is_owned(thing)
    how = is_adverb(thing) or is_adjective(thing) or is_converb(thing) or thing.norm in _WORDING.words("heavy_words")
    return verb - 2 if bare and not how and not names_actor(thing) and not is_verbal(thing) else None


def _given_back(words: Sequence[Word], verb: int) -> int | None:
    """The accusative that a phrase before a verb has taken in, though the verb has no other thing.

    It is the verb's where what could govern it has a thing of its own ("өтінімді бюджетті атқару органына береді") or
    is but the attribute of a noun ("есептерді бағалау комиссиясына ұсынады").
    """
    if _WORDING.pattern("goes_to").match(words[verb].norm) is not None:
        return None
    begin = clause_begin(words, verb)
    things: list[int] = []
    n = verb
    while (n := _accusative_before(words, n, begin)) >= begin:
        things.append(n)
        n = phrase_start(words, n, begin)
    thing = things[-1] if things else None
    return thing if thing is not None and _is_free(words, thing, verb) else None


def _before_doer(words: Sequence[Word], verb: int) -> int | None:
    """The accusative right before who acts, which a doing behind him could take: "құралды бағбан егуде қолданады"."""
    for n in range(verb - 2, clause_begin(words, verb) - 1, -1):
        if case_of(words[n]) != "accusative" or words[n + 1].tag in ("comma", "conjunction"):
            continue
        if is_participle(words[n + 1]) or words[n + 1].norm in _WORDING.words("heavy_words"):
            continue
        if words[n + 1].tag == "gap":
            return n  # who acts is left out of the deed
        acts = (k for k in range(n + 1, verb) if names_actor(words[k]) and case_of(words[k]) == "")
        if any(phrase_start(words, k, n + 1) == n + 1 and not is_owned(words[k + 1]) for k in acts):
            return n
    return None


def _before_listed(words: Sequence[Word], verb: int) -> int | None:
    """What stands before several nouns of with what: "иесін [жарғымен, тәртіпті айтар ережемен] таныстырады"."""
    if case_of(words[verb - 1]) != "instrumental":
        return None
    begin = clause_begin(words, verb)
    for thing in (n for n in range(begin, verb - 2) if case_of(words[n]) == "accusative"):
        with_what = next(n for n in range(thing + 1, verb) if case_of(words[n]) not in ("", "genitive"))
        listed = words[with_what + 1].tag in ("comma", "conjunction")
        if listed and case_of(words[with_what]) == "instrumental":
            return thing
    return None


def _who_is_told(words: Sequence[Word], verb: int) -> int | None:
    """Who is told of something, where a verb in what he is told of could take him: "үйлерді [егу туралы] хабардар"."""
    if words[verb].norm not in _WORDING.words("tells"):
        return None
    begin = clause_begin(words, verb)
    things = [n for n in range(begin, verb) if case_of(words[n]) == "accusative"]
    return things[-1] if things and names_actor(words[things[-1]]) else None


def _accusative_before(words: Sequence[Word], n: int, begin: int) -> int:
    return next((k for k in range(n - 1, begin - 1, -1) if case_of(words[k]) == "accusative"), begin - 1)


def _is_free(words: Sequence[Word], thing: int, verb: int) -> bool:
    """Whether no verb right behind an accusative needs it: one with a thing of its own, or that is but an attribute."""
    if words[thing + 1].tag in ("comma", "conjunction"):
        return False
    for n in range(thing + 1, verb):
        if case_of(words[n]) == "accusative":
            return True
        if looks_like(words[n].norm, "gone_by_itself"):
            return words[n + 1].norm in _WORDING.words("of_a_time")  # "хаттаманы [жиын өткеннен кейінгі] күні береді"
        told_of = words[n].tag == "future-participle" and n > thing + 1 and names_actor(words[n - 1])
        if told_of and case_of(words[n - 1]) == "":
            return True  # "шешімді [басшы ұсынатын есептің негізінде] қабылдайды"
        if is_verbal(words[n]):
            named = words[n].tag == "to-do" and case_of(words[n]) == "" and is_owned(words[n + 1])
            last = next((k for k in range(n + 1, verb) if not is_owned(words[k + 1])), n)
            return named and case_of(words[last]) not in ("", "accusative")
    return False


def _opening(words: Sequence[Word], verb: int) -> int | None:
    """The first word of a clause of what somebody is freed from doing: "балаларды [... төлеуден] босатады"."""
    freed = next((n for n in range(verb - 1, max(0, verb - 3), -1) if words[n].tag != "gap"), 0)
    return 1 if case_of(words[freed]) == "ablative" and is_verbal(words[freed]) else None


def _of_deed_before(words: Sequence[Word], verb: int) -> int | None:
    """What the deed before a comma is done to, the verb having no object: "карта әзірлеу, сараптамадан өткізу"."""
    for n in range(verb - 1, 1, -1):
        if words[n].tag == "comma" and words[n - 1].tag == "to-do" and is_verbal(words[n - 1]):
            return nearest_noun(words, n - 1, "accusative") or nearest_noun(words, n - 1, "")
    return None

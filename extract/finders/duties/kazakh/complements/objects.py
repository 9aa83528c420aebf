"""What a Kazakh duty is done to: the accusative before its verb, the bare noun before "құру", a passive's subject."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.banned_things import thing_banned, thing_not_let
from extract.finders.duties.kazakh.complements.accusatives import done_to
from extract.finders.duties.kazakh.complements.adjuncts import behind_receiver, without_adjuncts
from extract.finders.duties.kazakh.complements.nearest import CLOSED, nearest_noun, noun_to
from extract.finders.duties.kazakh.complements.obliques import is_without_object, oblique
from extract.finders.duties.kazakh.complements.subjects import subject
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_adjective,
    is_adverb,
    is_bond,
    is_converb,
    is_owned,
    is_participle,
    is_verbal,
    looks_like,
    takes_object,
)
from extract.finders.duties.kazakh.nouns import NOUNS, is_noun
from extract.finders.duties.kazakh.openings import thing_without_verb
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.verbs import before_laid_down, content_verb, has_subject_alone
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_WANTED = frozenset({"need", "becomes", "planned", "recommend"})
_HEAVY = _WORDING.words("heavy_words")
_FINITE = frozenset({"present", "passive", "proceed", "becomes", "negative", "passive-not"})
"""Classes of verbs that close a clause."""


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object before the verb of a decision; None where no noun stands as one.

    "1,5 млн жаңа оқушы орнын ашу қажет" -> "1,5 млн жаңа оқушы орнын", "қағидалар бекітілсін" -> "қағидалар".
    """
    last = before_laid_down(words, last, end)
    if first < last and case_of(words[first]) == "ablative" and looks_like(words[first + 1].norm, "passing"):
        return _passed(words, first)
    if (banned := thing_banned(words, first)) is not None:
        return phrase_start(words, banned, 1), banned
    if words[first].norm in _WORDING.words("at_will"):
        first = last = next((n for n in range(first - 1, 0, -1) if words[n].tag == "to-do"), first)
    verb = content_verb(words, first, last, end)
    if verb is None:
        return None
    meanwhile = verb > 2 and is_without_object(words, verb) and is_converb(words[verb - 1])
    placed = any(case_of(word) == "dative" for word in words[1 : verb - 2])  # "бөлмеге есік қағып | кіреді"
    cases = ("accusative",) if placed else ("", "accusative")
    if meanwhile and any(case_of(word) in cases for word in words[verb - 2 : verb - 1]):
        verb -= 1  # "балаларды қарап | шығуға", "куәлігін көрсетіп | кіреді"
    if (told := _told_that(words, verb)) is not None:
        return told
    found = oblique(words, verb) if is_without_object(words, verb) else _done_to(words, verb, first, last, end)
    return found or _of_converb_before(words, verb)


def _passed(words: Sequence[Word], check: int) -> tuple[int, int] | None:
    """The check that is passed, with its attributes alone: "жоба [тәуелсіз сараптамадан] өтеді"; no verb's noun."""
    if is_verbal(words[check]):
        return None  # "құжаттар мемлекеттік тіркеуден өтеді"
    start = check - (check > 1 and is_owned(words[check]))  # "біліктілік сынағынан өтеді"
    while start > 1 and looks_like(words[start - 1].norm, "opens_attribute", "adjective"):
        start -= 1
    return start, check


def _told_that(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What somebody is told or shown to be so: "[баға өзгеруі мүмкін екенін] ескерту"; None where nothing is."""
    that = next((n for n in range(verb - 1, 1, -1) if words[n].norm in _WORDING.words("that_it_is")), None)
    if that is None or any(case_of(word) == "accusative" for word in words[that + 1 : verb]):
        return None
    start = phrase_start(words, that, 1)
    return (phrase_start(words, start - 1, 1) if words[start - 1].tag == "its-doing" else start), that


def _of_converb_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What a converb before a comma is done to, the verb having no thing: "жобаны пысықтап, [қол қояды]"."""
    if not (words[verb].norm in _WORDING.words("signs") or takes_object(words, verb)):
        return None
    begin = next(
        (n + 1 for n in range(verb, 0, -1) if words[n].tag in CLOSED or (words[n].tag in _FINITE and n < verb)), 1
    )
    done = next((n for n in range(verb - 1, begin, -1) if words[n].tag == "comma" and is_converb(words[n - 1])), None)
    if done is None or any(case_of(word) == "accusative" for word in words[done:verb]):
        return None
    one = content_verb(words, done - 1, done - 1, done - 1)
    if one is None:
        return None
    if words[one].norm in _WORDING.words("signs"):
        return oblique(words, one)
    n = nearest_noun(words, one, "accusative")
    return None if n is None or case_of(words[n]) != "accusative" else (phrase_start(words, n, 1), n)


def _done_to(words: Sequence[Word], verb: int, first: int, last: int, end: int) -> tuple[int, int] | None:
    """The object of a verb that has one in the accusative or bare, and the subject of what is done."""
    if words[verb].tag == "to-do" and words[verb - 1].norm in _WORDING.words("named_so") and first > verb:
        return phrase_start(words, verb - 2, 1), verb  # "«Алма» деген жазу | тұруға тиіс"
    thing = thing_not_let(words, verb) or thing_without_verb(words, verb, end)
    if thing is None and _is_named_alone(words, verb, min(last, end)):
        thing = verb
    if thing is not None:
        return phrase_start(words, thing, 1), thing
    keeps = verb + 1 == first and words[first].norm in _WORDING.words("keeps_doing")  # "толықтырып | отыруға"
    asked = (verb == first or keeps) and words[min(first + 1, end)].norm in _WORDING.words("asks")  # "сақтау ұсынылсын"
    asked = asked and words[verb].tag != "its-doing"
    its = verb + (words[verb].tag != "its-doing")
    obliged = words[min(its + 1, end)].norm in _WORDING.words("is_obliged")
    asked = asked or (obliged and words[its].tag == "its-doing")  # "көшетті [есепке алуы] міндеттелсін"
    asked = asked or looks_like(words[verb].norm, "doing_in_case")
    banned = words[verb].tag == "to-do" and words[min(verb + 1, end)].norm in _WORDING.words("let")
    asked = asked or (banned and case_of(words[verb]) == "")  # "темекі шегу [тыйым салынады]", below a heading
    alone = not asked and any(has_subject_alone(word) for word in words[verb : min(last, end) + 1])
    alone = alone or any(word.norm in _WORDING.words("goes_on") for word in words[verb : verb + 2])
    verb = _first_of_datives(words, verb)
    doing = next((word for word in words[verb : min(last, end) + 1] if word.tag == "towards-doing"), None)
    if doing is not None and (doing is words[verb] or words[verb].norm in _HEAVY):  # "іске асырылуға тиіс"
        alone = _WORDING.pattern("done_doing").search(doing.norm) is not None
    n = subject(words, verb) if alone else done_to(words, verb)
    if n is None:
        return None
    start = phrase_start(words, n - is_bond(words, n), 1, alone=alone and case_of(words[n]) == "")
    start = next((k + 1 for k in range(n - 1, start, -1) if closes_condition(words, k)), start)
    start = without_adjuncts(words, _over_manner(words, start, n) if alone else start, n)
    start = _over_place(words, start, n) if alone else behind_receiver(words, start, n, verb)
    contrasted = _contrasted(words, start) if alone else None
    if contrasted is not None:
        return contrasted, n
    start, n = _before_colon(words, _behind_news(words, start, n, verb), n)
    named = (k for k in range(n - 1, start - 1, -1) if words[k].norm in _WORDING.words("to_duties"))
    start = next((k + 1 for k in named if not is_participle(words[k + 1])), start)
    return start - (start > 1 and words[start - 1].norm in _WORDING.words("at_least")), n


def _over_place(words: Sequence[Word], start: int, n: int) -> int:
    """Where a list begins whose last has a frame of its own: "бақ, сондай-ақ әр ауылда | гүлзар ашылады".

    So has "алаңдары мен балалар үшін | құралдар": what belongs to somebody is not listed with whom the rest is for.
    """
    frame = start - 1
    bound = words[frame].tag == "postposition"
    if frame < 4 or not (bound or case_of(words[frame]) == "locative") or is_verbal(words[frame]):
        return start
    also = next((k for k in range(frame - 1, 2, -1) if words[k].norm in _WORDING.words("also")), None)
    if not bound and also is not None and words[also - 1].tag == "comma":
        member = also - 2
    else:
        joint = next((k for k in range(frame - 1, 2, -1) if words[k].tag in ("conjunction", "comma")), 0)
        owned = bound and joint > 0 and is_owned(words[joint - 1]) and not is_owned(words[frame - 1])
        if not owned or words[joint].tag == "comma":
            return start
        also, member = joint, joint - 1
    alike = is_noun(words[member]) and case_of(words[member]) == case_of(words[n]) == ""
    alike = alike and not any(map(is_verbal, words[also:frame]))
    return phrase_start(words, member, 1, alone=True) if alike else start


def _first_of_datives(words: Sequence[Word], verb: int) -> int:
    """The first of several verbs' nouns in the dative: "өсіруге және аулауға", "ұйымдастыру мен өткізуге"."""
    while verb > 2 and words[verb].tag == "towards-doing" and words[verb - 1].tag in ("conjunction", "comma"):
        if words[verb - 2].tag not in ("towards-doing", "to-do") or not is_verbal(words[verb - 2]):
            break
        verb -= 2
    return verb


def _over_manner(words: Sequence[Word], start: int, n: int) -> int:
    """Where a verb's noun begins whose object stands before the way it is done: "[бақты] суару жолымен күту"."""
    doing = start - 2
    if words[n].tag != "to-do" or doing < 2 or words[doing + 1].norm not in _WORDING.words("in_what_way"):
        return start
    first = phrase_start(words, doing, 1)
    inside = any(case_of(word) == "accusative" for word in words[first:doing])
    own = case_of(words[doing - 1]) != "accusative"  # what the way itself is of stands right before its verb, bare
    done_to = any(case_of(word) == "accusative" for word in words[start:n])
    return first if inside and own and not done_to else start


def _contrasted(words: Sequence[Word], start: int) -> int | None:
    """Where the subject begins that shares its verb with one behind ", ал": "бақта гүлзар, ал мектепте шырша өседі"."""
    other = next((n for n in range(start - 1, 2, -1) if words[n].norm in _WORDING.words("contrasts")), None)
    if other is None or words[other - 1].tag != "comma" or is_converb(words[other - 2]):
        return None
    if any(word.tag in _FINITE for word in words[1:other]):
        return None
    n = noun_to(words, other - 2, other - 1, "")
    return None if n is None else without_adjuncts(words, phrase_start(words, n, 1, alone=True), n)


def _behind_news(words: Sequence[Word], start: int, n: int, verb: int) -> int:
    """Where who is told something begins, behind what he is told of: "кешігу туралы [ата-ананы] хабардар ету"."""
    if words[verb].norm not in _WORDING.words("tells"):
        return start
    return next((k + 1 for k in range(n - 1, start, -1) if words[k].norm in _WORDING.words("about")), start)


def _before_colon(words: Sequence[Word], start: int, n: int) -> tuple[int, int]:
    """The phrase, or the one before the colon that it only tells in detail: "100 жаңа нысан: сарайлар, мектептер".

    What stands behind a dash says it in other words: "орналастырудың жаңа нысаны – қабылдаушы отбасы".
    """
    if start > 2 and words[start - 1].tag == "dash" and is_noun(words[start - 2]) and is_owned(words[start - 2]):
        alike = case_of(words[start - 2]) == case_of(words[n])
        return (phrase_start(words, start - 2, 1) if alike else start), n
    if start > 2 and words[start - 1].tag == "colon" and is_noun(words[start - 2]):
        before = phrase_start(words, start - 2, 1)
        if any(word.tag == "number" for word in words[before : start - 2]):
            return before, start - 2
        if case_of(words[start - 2]) == "accusative" and words[n].tag == "to-do":
            return before, n  # "органдарын: кеңестерді, алқаларды дамыту"
    return start, n


def named_object(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """The noun phrase that an item is, its verb in the lead-in: "даму бағдарламасы (стратегия)"."""
    while end > 1 and words[end].tag in ("stop", "semicolon", "comma", "gap"):
        end -= 1
    if words[end].norm in _WORDING.words("asks_whether"):
        return 1, end  # "көшет саны тізіммен сәйкес пе"
    return (phrase_start(words, end, 1), end) if words[end].tag in NOUNS else None


def _is_named_alone(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether a predicate has but a noun: an item under a verb, "кадрлар қажет", "залдар болады"."""
    word = words[n]
    if word.tag != "word" or is_verbal(word) or is_adverb(word) or is_converb(word) or is_adjective(word):
        return False
    if _WORDING.pattern("present_converb").search(word.norm) or word.norm in _WORDING.words("goes_on"):
        return False
    if words[min(n + 1, len(words) - 1)].norm in _WORDING.words("called"):
        return False  # "айналады деп жоспарлануда"
    wanted = any(words[k].tag in _WANTED for k in range(n + 1, last + 1))
    return case_of(word) == "accusative" or (wanted and case_of(word) == "" and word.norm not in _HEAVY)

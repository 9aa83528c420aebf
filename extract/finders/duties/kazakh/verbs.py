"""The verb that says what a Kazakh duty asks for, and the noun that closes an item that has none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import CACHED_FORMS, case_of, looks_like, makes_one_with
from extract.finders.duties.kazakh.marks import opens_kinds
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_PASSIVE = _WORDING.pattern("passive_participle")
_PARTICIPLE = _WORDING.pattern("participle")
_OF_DATIVE = tuple(tuple(pair.split("-")) for pair in _WORDING.words("verbs_of_dative"))
_MODAL = frozenset(
    {
        "need",
        "must",
        "planned",
        "recommend",
        "becomes",
        "stays",
        "stop",
        "semicolon",
        "colon",
        "comma",
        "obliged",
        "can",
        "can-be",
    }
    | {"cannot", "entitled", "may"}
)
_JOINED = frozenset({"to-do", "towards-doing", "its-doing", "imperative", "present", "passive", "future-participle"})


def content_verb(words: Sequence[Word], first: int, last: int, end: int) -> int | None:
    """The verb that says what is done: the verbal noun before "қажет", else the predicate itself."""
    if (task := _task(words, first, min(last, end))) is not None:
        return task
    if words[first].norm in _WORDING.words("to_duties"):
        named = (n for n in range(min(last, end) - 1, first, -1) if words[n].tag == "to-do")
        return next(named, None)
    if words[first].norm in _WORDING.words("answers"):
        doing = words[first - 1].tag == "towards-doing" and first > 2
        return first - doing  # "сақталуына | жауапты адам – директор", but "асырмауға жауапты"
    done = any(has_subject_alone(word) for word in words[first : min(last, end) + 1])
    done = done and words[min(first + 1, len(words) - 1)].norm not in _WORDING.words("asks")
    n = first if first <= end and words[first].tag == "to-do" and not done else min(last, end)
    while n > 0 and (before := _before_modal(words, n)) != n:
        n = before
    asked = n > 1 and words[n].norm in _WORDING.words("asks") and words[n - 1].tag == "towards-doing"
    bound = words[n].norm == "міндеттелсін"
    if asked and (bound or words[n - 1].norm not in _WORDING.words("handed_on_for")):
        n -= 1  # "кілтті сақтауға | міндеттелсін"
        n -= words[n].norm in _WORDING.words("keeps_doing")
    if n <= 0:
        return None
    heavy = _heavy(words, n)
    helped = looks_like(words[heavy].norm, "done_to_nothing", "attends_to")  # "артуға ықпал етуі"
    before = _before_modal(words, heavy - 1) if words[heavy - 1].tag == "close" else heavy - 1
    before -= words[before].norm in _WORDING.words("strictly")
    its = looks_like(words[before].norm, "towards_its_doing")
    its = its and words[before - 1].norm in _WORDING.words("heavy_words")  # "талап етуіне жол берілмейді"
    banned = (
        words[before].tag == "to-do" and case_of(words[before]) == "" and words[heavy].norm in _WORDING.words("let")
    )
    towards = words[before].tag == "towards-doing" or its or banned  # "темекі шегу | тыйым салынады", below a heading
    if heavy < n and towards and not helped:
        return _heavy(words, before)  # "шығаруға (суретке) жол берілмейді", "бас тартуға жол берілмейді"
    n = heavy
    while n > 2 and words[n - 1].tag in ("conjunction", "comma") and words[n - 2].tag == words[n].tag in _JOINED:
        n = _heavy(words, n - 2)  # "әзірлеу және бекіту"
    return n


def _before_named(words: Sequence[Word], end: int) -> int | None:
    """The verbal noun by which a task is named: "міндеттері: бақты күту | болып табылады"."""
    end -= words[end].tag in ("stop", "semicolon")
    named = end > 2 and words[end].norm in _WORDING.words("is_named")
    named = named and words[end - 1].norm in _WORDING.words("being_named")
    return end - 2 if named and words[end - 2].tag == "to-do" else None


def before_laid_down(words: Sequence[Word], last: int, end: int) -> int:
    """The last word of what an act lays down: "жүргізеді | деп белгіленсін"; `last` where it does not say so."""
    n = min(last, end)
    n -= words[n].tag in ("stop", "semicolon")
    laid = n > 2 and words[n].norm in _WORDING.words("laid_down") and words[n - 1].norm in _WORDING.words("called")
    return n - 2 if laid else last


def _before_modal(words: Sequence[Word], n: int) -> int:
    """The place before brackets, a modal word or what is named in particular, where one of them stands at `n`."""
    if words[n].tag == "close":
        return next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1) - 1
    beside = ("of_a_right", "values", "keeps_doing", "negates", "particles")
    said = any(words[n].norm in _WORDING.words(name) for name in beside)
    said = said or (words[n].tag == "gap" and words[min(n + 1, len(words) - 1)].norm in _WORDING.words("of_a_right"))
    said = said or (words[n].norm in _WORDING.words("is_obliged") and words[n - 1].tag == "its-doing")
    has_to = _WORDING.words("has_to")  # "күтуге | тура келеді"
    said = said or (
        words[n].norm in has_to and not has_to.isdisjoint((words[n - 1].norm, words[min(n + 1, len(words) - 1)].norm))
    )
    if words[n].tag == "recommend" and words[n - 1].tag in ("word", "close") and not _is_asked(words, n):
        return n  # "қызмет қоғамға ашық түрде ұсынылады"
    if words[n].tag in _MODAL or said or words[n].norm in _WORDING.words("called"):
        return n - 1
    if n > 1 and words[n].norm.startswith("алу") and _WORDING.pattern("present_converb").search(words[n - 1].norm):
        return n - 1  # "бейімделе алуы"
    if n > 1 and words[n].norm.startswith("тұр") and looks_like(words[n - 1].norm, "done_meanwhile"):
        return n - 1  # "тоқтатыла тұрсын"
    particular = named_in_particular(words, n + 1)
    hangs = words[n].tag == "postposition" and particular is not None and words[particular].tag == "to-do"
    return particular if hangs and particular is not None else n


def _is_asked(words: Sequence[Word], n: int) -> bool:
    """Whether a word that advises stands behind no phrase of how or to whom something is given."""
    before = words[n - 1]
    return before.norm not in _WORDING.words("manner") and case_of(before) not in ("dative", "instrumental")


def _task(words: Sequence[Word], first: int, last: int) -> int | None:
    """The verbal noun that is somebody's task, behind it or before its owner: "... құру мемлекеттің басым міндеті".

    Named as one it stands before "болып табылады".
    """
    if looks_like(words[first].norm, "doing_in_case"):
        return _heavy(words, first)  # "сынақ тапсырудан босатылады", "кітап сатып алудың қажеті жоқ"
    if words[first].norm not in _WORDING.words("task"):
        named = _before_named(words, last)
        return None if named is None else _heavy(words, named)
    behind = next((n for n in range(last - 1, first, -1) if words[n].tag == "to-do"), None)
    owner = phrase_start(words, first, 1) - 1
    return behind or (owner if owner > 0 and words[owner].tag == "to-do" else None)


def _heavy(words: Sequence[Word], n: int) -> int:
    """The place of the words that say what a light verb does: "қамтамасыз ету", "жүзеге асыру"."""
    light = _WORDING.words("light_verbs")
    if n > 1 and governs_dative_with(words, n):
        return n - 1
    if n > 1 and makes_one_with(words, n):
        n, light = n - 1, _WORDING.words("heavy_words")
    while (
        n > 1
        and words[n].norm not in _WORDING.words("keeps_alive")
        and any(words[n].norm.startswith(stem) for stem in light)
        and words[n - 1].norm in _WORDING.words("heavy_words")
    ):
        n -= 1
        light = _WORDING.words("heavy_words")
    return n - 1 if n > 1 and words[n].norm in _WORDING.words("goes_on") and words[n - 1].norm == "өз" else n


def governs_dative_with(words: Sequence[Word], n: int) -> bool:
    """Whether a verb and the bare noun before it are one that governs the dative: "бақтың күтіміне жауап береді".

    Help is given to somebody as a thing; to a doing it is one with its verb: "бақты күтуге жәрдем көрсетеді".
    """
    noun = words[n - 1].norm
    if has_subject_alone(words[n]) or is_passive(words[n].norm):
        return False  # "бақты күтуге үлкен мән беріледі"
    if not any(noun == before and words[n].norm.startswith(stem) for before, stem in _OF_DATIVE):
        return False
    return noun not in _WORDING.words("part_of_verb") or words[n - 2].tag == "towards-doing"


def has_subject_alone(verb: Word) -> bool:
    """Whether a verb tells what is done or goes on by itself: "құрылады", "ескерілетін", "жалғасады", "бекітілсін"."""
    return (
        verb.tag in ("passive", "passive-not")
        or (verb.tag == "recommend" and verb.norm.endswith(("ылады", "іледі")))
        or (verb.tag == "proceed" and _WORDING.pattern("causative").search(verb.norm) is None)
        or looks_like(verb.norm, "passive_imperative", "done_meanwhile")
        or (verb.tag == "word" and looks_like(verb.norm, "done_meanwhile_before"))
        or (verb.tag == "its-doing" and _WORDING.pattern("passive_stem").search(verb.norm) is not None)
        or (
            verb.tag == "future-participle"
            and _WORDING.pattern("passive_stem").search(verb.norm) is not None
            and is_passive(verb.norm)
        )
    )


def named_in_particular(words: Sequence[Word], verb: int) -> int | None:
    """The noun whose kinds are named behind a comma, up to the verb: "талаптар, атап айтқанда рецензиялау, ..."."""
    for n in range(2, verb - 2):
        if words[n].tag == "comma" and opens_kinds(words, n + 1):
            return n - 1
    return None


def closing_noun(words: Sequence[Word]) -> Sequence[Word]:
    """The last word of an item that is no mark, by which it is a thing or a deed; brackets behind it are passed."""
    n = len(words) - 1
    while n > 0 and words[n].tag in ("stop", "semicolon", "comma", "close"):
        if words[n].tag == "close":
            n = next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1)
        n -= 1
    return words[n : n + 1]


@lru_cache(maxsize=CACHED_FORMS)
def present_of(norm: str) -> str:
    """The finite form that goes with a future participle: "дамитын" -> "дамиды"."""
    return _PARTICIPLE.sub(r"д\g<vowel>", norm)


@lru_cache(maxsize=CACHED_FORMS)
def is_passive(norm: str) -> bool:
    """Whether a future participle tells what is done, not who does it: "құрылатын", but "пайдаланатын"."""
    return bool(_PASSIVE.search(norm)) and duty_words("kk").classes.get(present_of(norm)) != "present"

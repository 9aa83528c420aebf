"""What opens a Kazakh clause before what is done to: when, within what, by what means, in what order, by no act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.conditions import is_done_to_behind, is_of_participle
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_participle,
    is_verbal,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def means(words: Sequence[Word], first: int, predicate: int, dropped: set[int]) -> set[int]:
    """The places of what opens a clause and says by what means something is done: of its deed, not of its object."""
    return frames(words, first, predicate, dropped, ("closes_frame", "closes_means"))


def settings(words: Sequence[Word], first: int, predicate: int, dropped: set[int]) -> set[int]:
    """The places of what says right behind a party when or within what it does something: "[сынақ кезінде]"."""
    return frames(words, first, predicate, dropped, ("closes_setting",))


def frames(
    words: Sequence[Word], first: int, predicate: int, dropped: set[int], closes: Sequence[str] = ("closes_frame",)
) -> set[int]:
    """The places of what opens a clause and only says within what or when, before what is done to.

    "Жоба шеңберінде оқыту сапасы арттырылады" goes on behind "шеңберінде".
    """
    found: set[int] = set()
    begin = n = first
    while n < predicate:
        if n in dropped:
            begin = n + 1 if not found or begin == n else begin
        elif n > begin and (_closes(words, n, closes) or _is_order(words, n)):
            end = n + 1 if words[n + 1].tag == "comma" else n
            begin = _behind_wanted(words, _behind_field(words, _behind_place(words, begin, n), n), predicate)
            act = n - 2 if _is_order(words, n) and case_of(words[n - 2]) == "locative" else n - 1
            whole = phrase_start(words, act, begin) == begin and _is_done_to_within(words[begin:n])
            done_to = is_done_to_behind(words, end + 1, predicate, dropped) or _passes(words, end + 1, predicate)
            if not whole or not done_to:
                break
            found |= set(range(begin, end + 1))
            begin, n = end + 1, end
        n += 1
    return found


def _behind_wanted(words: Sequence[Word], begin: int, predicate: int) -> int:
    """The place behind what opens a clause and its verb puts something into: "жоспарға | талдау негізінде"."""
    verb = predicate - (words[predicate].tag == "becomes")
    end = next((n for n in range(begin, verb) if case_of(words[n]) not in ("", "genitive")), verb)
    puts = _WORDING.pattern("puts_into").match(words[verb].norm) is not None and case_of(words[end]) == "dative"
    bound = is_verbal(words[end]) or words[end].norm in _WORDING.words("to_it")
    bound = bound or any(map(is_participle, words[end + 1 : end + 2]))
    whole = puts and not bound and phrase_start(words, end, begin) == begin
    return end + 1 if whole else begin


def _passes(words: Sequence[Word], begin: int, predicate: int) -> bool:
    """Whether what somebody passes stands behind a frame: "тексеруден өтуге"."""
    passes = any(_WORDING.pattern("passing").match(word.norm) for word in words[begin + 1 : predicate + 1])
    return passes and any(case_of(word) == "ablative" for word in words[begin:predicate])


def _closes(words: Sequence[Word], n: int, closes: Sequence[str]) -> bool:
    """Whether a word closes a frame of one of some kinds."""
    norm = words[n].norm
    for name in closes:
        if norm in _WORDING.words(name):
            return not _stays(words, n)
    return False


def _is_order(words: Sequence[Word], n: int) -> bool:
    """Whether something is done in the order that an act or a body has set: "заңда белгіленген тәртіппен"."""
    if words[n].norm not in _WORDING.words("in_order"):
        return False
    set_by = is_participle(words[n - 1]) and looks_like(words[n - 1].norm, "set_by_act")
    of_doing = case_of(words[n - 2]) == "genitive"  # "[бұйрықтың] белгіленген тәртіппен тіркелуін"
    return set_by and not of_doing and not is_participle(words[n + 1])


def _stays(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition is no frame's: a participle's, or of by what something is done, "портал арқылы"."""
    return is_of_participle(words, n) or (words[n].norm == "арқылы" and not is_verbal(words[n - 1]))


def _behind_field(words: Sequence[Word], begin: int, n: int) -> int:
    """Where a frame of time begins behind what its clause is about: "тілі бойынша [әр жылдан кейін] талаптар ..."."""
    if words[n].norm not in _WORDING.words("after") or is_verbal(words[n - 1]):
        return begin
    return next((k + 1 for k in range(n - 1, begin, -1) if words[k].norm in _WORDING.words("inside_object")), begin)


def _behind_place(words: Sequence[Word], begin: int, n: int) -> int:
    """Where a frame begins behind a place with brackets that opens its clause: "бақтарда (саябақта) [іріктеу ...]"."""
    places = (k for k in range(begin, n - 1) if case_of(words[k]) == "locative" and not is_verbal(words[k]))
    at = next(places, None)
    if at is None or words[at + 1].tag != "open" or phrase_start(words, at, begin) != begin:
        return begin
    return next((k for k in range(at, n) if words[k].tag == "close"), begin - 1) + 1


def _is_done_to_within(words: Sequence[Word]) -> bool:
    """Whether each accusative of a frame has a verb in it: "бақтарды клуб құру жолымен" has none."""
    return sum(case_of(word) == "accusative" for word in words) <= sum(is_verbal(word) for word in words) - _bare(words)


def _bare(words: Sequence[Word]) -> int:
    """How many verbs have a bare noun before them as what they are done to: "шаруашылықтар құру"."""
    return sum(is_verbal(word) and is_bare(words[n - 1]) for n, word in enumerate(words) if n)


def is_bare(word: Word) -> bool:
    """Whether a word is a noun without a case, as what is done to right before its verb: "жылыжайлар құру"."""
    return word.tag == "word" and case_of(word) == "" and not is_adverb(word) and not is_adjective(word)


def cites_no_act(words: Sequence[Word], start: int, n: int) -> bool:
    """Whether "сәйкес" at a place stands behind what is no act: "балалардың жас ерекшеліктеріне сәйкес"."""
    if words[n].norm != "сәйкес" or n < 1 or stem_of(words[n - 1]) not in _WORDING.words("no_acts"):
        return False
    return not any(_is_act(word) for word in words[start : n - 1])


def _is_act(word: Word) -> bool:
    """Whether a word names an act, a part of one or its title, or points at the act itself."""
    stem = stem_of(word)
    named = stem in _WORDING.words("acts") or stem in _WORDING.words("called_acts")
    told = word.norm in _WORDING.words("points_at_act") or word.norm in _WORDING.words("parts_of_acts")
    return named or told or word.tag in ("title", "number")

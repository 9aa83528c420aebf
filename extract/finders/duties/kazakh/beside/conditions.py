"""On what condition, when, till when and how far as needed something is done: clauses that a Kazakh deed leaves out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.between import subject_before_all
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_adjective,
    is_adverb,
    is_agent,
    is_conditional,
    is_converb,
    is_owned,
    is_participle,
    is_verbal,
    looks_like,
    sets_against,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import is_bare_plural
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_MARKS = frozenset({"close", "comma"})
_ACTIVE = frozenset({"present", "negative", "can", "imperative", "obliged", "entitled", "towards-doing"})
"""Classes of predicates whose subject does something, or of what he must do beside a further deed."""


def may_tell_when(word: Word) -> bool:
    """Whether a word or mark may close a clause of condition or of time: most are told by one look that they do not."""
    return word.tag in _MARKS or word.norm in _closes_time() or looks_like(word.norm, "when_done")


def told_when(words: Sequence[Word], n: int, begin: int, last: int, predicate: int) -> range:
    """The places of a clause of condition or of what is done before, which closes at a place; none elsewhere."""
    if words[n].norm in _WORDING.words("not_counted") and (start := _start_of_limit(words, n, begin)) is not None:
        return range(start, n + 1 + (words[min(n + 1, last)].tag == "comma"))
    closed = words[n].tag == "close" and words[min(n + 1, last)].tag == "comma" and _is_condition(words, n)
    if closed or closes_condition(words, n) or _is_when_done(words, n) or _is_while(words, n):
        end = n + 1 if words[n].tag != "comma" and words[min(n + 1, last)].tag == "comma" else n
        apart = (k for k in range(n - 2, begin, -1) if words[k].tag == "comma" and is_converb(words[k - 1]))
        start = (
            next(apart if words[n].norm != "кезеңде" else iter(()), begin - 1) + 1
        )  # "көмек көрсетіп, | қажет болған жағдайда"
        starts = (k for k in range(start, n) if words[k].norm in _WORDING.words("if") or sets_against(words, k))
        start = next(starts, start)
        done_to = is_done_to_behind(words, end + 1, predicate) or _names_nothing(words, start, end)
        done_to = done_to or _does_something(words, end + 1, predicate)
        excepts = words[n].norm in _WORDING.words("except")  # told behind the subject
        done_to = done_to or (not excepts and _is_done_behind(words, end + 1, predicate))
        taken_up = words[min(end + 1, last)].norm  # "егер жел тұрса, онда бақ ...", "егер келмесе, ол ..."
        done_to = done_to or taken_up in _WORDING.words("he") or taken_up in _WORDING.words("in_them")
        own = start if done_to or words[predicate].tag not in _ACTIVE else _behind_thing(words, start, n)
        return range(own, end + 1) if done_to or own > start else range(0)
    if words[n].norm == "бастап" and words[n - 1].norm in _WORDING.words("since") and n - 2 >= begin:
        return _since_when(words, n, begin, predicate)
    bounds = words[n].norm in ("дейін", "бастап") or words[n].norm in _WORDING.words("after")
    if bounds and _WORDING.pattern("done_in_case").search(words[n - 1].norm):
        behind = words[min(n + 1, len(words) - 1)].norm
        of_next = behind in _WORDING.words("particles") or looks_like(behind, "past_participle")
        of_next = of_next or any(word.tag == "future-participle" for word in words[n + 1 : predicate - 1])
        behind_it = is_done_to_behind(words, n + 1, predicate) or _does_something(words, n + 1, predicate)
        stays = of_next or not behind_it
        return range(0) if stays else range(_with_agent(words, n - 1, begin, (n + 1, predicate)), n + 1)
    if (limit := _start_of_limit(words, n, begin)) is not None:
        return range(limit, n + 1 + (words[min(n + 1, last)].tag == "comma"))
    after = words[n].norm in _WORDING.words("after") and is_verbal(words[n - 1]) and not bounds
    after = after and case_of(words[n - 1]) == "ablative"
    return range(phrase_start(words, n - 1, begin), n + 1) if after else range(0)


@cache
def _closes_time() -> frozenset[str]:
    """Words that close a clause of condition or of time."""
    names = ("not_counted", "times", "after", "frames_of_acts")
    return frozenset({"кезеңде", "бастап", "дейін", "қарай"}).union(*map(_WORDING.words, names))


def behind_when(words: Sequence[Word], verb: int) -> int:
    """The place behind the last clause of condition or of when something is done before a verb; 1 where none is."""
    for n in range(verb - 1, 1, -1):
        if words[n].tag in ("colon", "semicolon"):
            break
        if closes_condition(words, n) or (words[n].tag != "comma" and _is_when_done(words, n)):
            return n + 1 + (words[n + 1].tag == "comma")
    return 1


def _since_when(words: Sequence[Word], n: int, begin: int, predicate: int) -> range:
    """The places of from when on somebody does something: "бақ ашылған күннен бастап"."""
    done = looks_like(words[n - 2].norm, "past_participle") and _does_something(words, n + 1, predicate)
    return range(_start_of_before(words, n - 2, begin), n + 1) if done else range(0)


def _behind_thing(words: Sequence[Word], start: int, n: int) -> int:
    """The place behind what is done to, where a case of doing it follows: "құжатты | заңда белгіленген жағдайларда"."""
    own = phrase_start(words, n, start)
    return own if any(case_of(word) == "accusative" for word in words[start:own]) else start


def _start_of_limit(words: Sequence[Word], n: int, begin: int) -> int | None:
    """Where it begins what is not counted, by which act or how far as needed something is done; None where not said.

    "құпияларды есепке алмағанда", "Заңы шеңберінде", "қажеттілігіне қарай".
    """
    if words[n].norm in _WORDING.words("not_counted") and words[n - 1].norm == "есепке" and n - 2 >= begin:
        start = phrase_start(words, n - 2, begin)
        of_dative = words[start - 1].tag in ("conjunction", "comma") and case_of(words[start - 2]) == "dative"
        return phrase_start(words, start - 2, begin) if start - 2 >= begin and of_dative else start
    stem = stem_of(words[n - 1])
    if words[n].norm in _WORDING.words("frames_of_acts") and stem in _WORDING.words("acts"):
        return phrase_start(words, n - 1, begin)
    if words[n].norm != "қарай" or stem not in _WORDING.words("needs") or words[n + 1].tag != "comma":
        return None
    owned = n - 2 >= begin and case_of(words[n - 2]) == "genitive"
    return phrase_start(words, n - 2, begin) if owned else n - 1


def _start_of_before(words: Sequence[Word], verb: int, begin: int) -> int:
    """Where what something is done before or after begins, with its subject: "барлық бақтар егілгенге дейін"."""
    begin = next((n + 1 for n in range(verb - 1, begin, -1) if words[n].tag == "comma"), begin)
    noun = verb - 1
    while noun > begin and (is_adverb(words[noun]) or is_converb(words[noun])):
        noun -= 1
    named = noun >= begin and words[noun].tag in ("word", "its-doing", "to-do", "title") and case_of(words[noun]) == ""
    start = phrase_start(words, noun if named else verb, begin)
    if (
        named
        and noun > begin
        and words[noun].norm in _WORDING.words("heavy_words")
        and case_of(words[noun - 1]) == "dative"
    ):
        start = phrase_start(words, noun - 1, begin)  # "[шартты бұзу туралы келісімге] қол қойылғаннан кейін"
    doings = [n for n in range(verb - 1, start - 1, -1) if words[n].tag == "to-do" and case_of(words[n]) == ""]
    if named and not is_owned(words[noun]):
        apart = (n for n in doings if n < noun and is_verbal(words[n]) and not _goes_on_doing(words[n + 1]))
        start = next((n + 1 for n in apart), start)
    if not looks_like(words[verb].norm, "done_of_itself"):
        return start
    behind = max([start, *(n for n in doings if n >= start)])  # "[мүлікті түгендеу] жүргізілгеннен кейін"
    return next((n + 1 for n in range(verb - 1, behind - 1, -1) if case_of(words[n]) == "accusative"), start)


def _with_agent(words: Sequence[Word], verb: int, begin: int, behind: tuple[int, int]) -> int:
    """Where what something is done after begins, with all of the name of him who does it: "суды таратушы келгеннен".

    What stands before his noun is his where the thing of the deed is named `behind` the clause.
    """
    start = _start_of_before(words, verb, begin)
    agent = start > begin and is_agent(words[start]) and case_of(words[start - 1]) == "accusative"
    return phrase_start(words, start - 1, begin) if agent and is_done_to_behind(words, *behind) else start


def _goes_on_doing(word: Word) -> bool:
    """Whether a word behind a noun of doing is what it belongs to: "егу | жоспары", "егу | туралы шешім"."""
    return is_owned(word) or word.norm in _WORDING.words("inside_object")


def _is_while(words: Sequence[Word], n: int) -> bool:
    """Whether a verb tells when something is done: "дау туындағанда", no "оны қоса алғанда"."""
    counted = words[n].norm == "дегенде"  # "кем дегенде"
    return looks_like(words[n].norm, "when_done") and words[n - 1].norm not in _WORDING.words("with_it") and not counted


def _is_condition(words: Sequence[Word], close: int) -> bool:
    """Whether brackets that close at a place tell of a condition before them: "дауыл туындаса (тасқын және т.б.),"."""
    opening = next((k for k in range(close, 0, -1) if words[k].tag == "open"), 1)
    return is_conditional(words[opening - 1])


def _is_when_done(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes a clause of when or on what condition something is done: "жоғалған жағдайда"."""
    if words[n].norm not in _WORDING.words("times") and words[n].norm != "кезеңде":
        return False
    if n + 1 < len(words) and words[n].norm == "кезде" and is_of_participle(words, n):
        return False  # "шешім шығарған кезде ескерілетін пікір"
    return is_participle(words[n - 1])


def _names_nothing(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether no noun that something is done to stands in a clause of condition, nor behind it: "келмеген жағдайда"."""
    return not any(case_of(word) in ("", "accusative") and word.tag == "word" for word in words[start : end - 2])


def _does_something(words: Sequence[Word], begin: int, predicate: int) -> bool:
    """Whether a verb by which somebody does something has a complement from a place on: "басшыға хабарлайды"."""
    behind = (word for word in words[begin:predicate] if word.tag != "towards-doing")
    complements = any(case_of(word) not in ("", "genitive") and not is_adverb(word) for word in behind)
    return complements and words[predicate].tag in _ACTIVE


def is_done_to_behind(words: Sequence[Word], begin: int, predicate: int, dropped: Set[int] = frozenset()) -> bool:
    """Whether what a deed is done to stands from a place on: an accusative, or a bare noun right before the verb.

    What is `dropped` is of another verb: "талдау негізінде [бақтарды басқару үшін] қолданылады".
    """
    if any(case_of(words[n]) == "accusative" for n in range(begin, predicate) if n not in dropped):
        return True
    if words[predicate].tag == "passive" and begin + 1 < predicate and _opens_with_its(words, begin):
        return True
    n = predicate - 1
    while n >= begin and _is_of_verb_group(words[n]):
        n -= 1
    noun = n >= begin and n not in dropped and words[n].tag in ("word", "title", "close", "to-do", "past")
    return noun and case_of(words[n]) == "" and not is_adjective(words[n])


def _is_done_behind(words: Sequence[Word], begin: int, predicate: int) -> bool:
    """Whether what a passive is about stands from a place on: "қор болмаған кезде [рұқсат] үш жылға беріледі"."""
    verb = predicate - (words[predicate].tag in ("may", "must"))
    done = words[verb].tag == "passive" or looks_like(words[verb].norm, "done_doing")
    return done and subject_before_all(words, verb, begin) is not None


def _opens_with_its(words: Sequence[Word], begin: int) -> bool:
    """Whether a clause opens with an owner and what is his, without a case: "оның өкілеттіктері хатшыға беріледі"."""
    own = words[begin + 1]
    plural = is_bare_plural(words[begin])
    if plural and words[begin].tag == "word" and own.tag == "word" and not is_owned(own):
        return True  # "егер басшы келмесе, мүшелер күн өткен соң шығарылады"
    owner = case_of(words[begin]) == "genitive" or words[begin].norm in _WORDING.words("its")
    return owner and own.tag == "word" and is_owned(own) and case_of(own) == ""


def _is_of_verb_group(word: Word) -> bool:
    """Whether a word before a verb tells how it is done, or is part of it."""
    heavy = word.norm in _WORDING.words("heavy_words") or word.tag in ("future-participle", "its-doing")
    return heavy or is_adverb(word) or is_converb(word) or word.norm in _WORDING.words("particles")


def is_of_participle(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition belongs to a participle behind it: "мұғалім ретінде тіркелген"."""
    behind = words[n + 1]
    further = words[min(n + 2, len(words) - 1)]
    doing = case_of(behind) in ("accusative", "dative") and is_verbal(further)
    participle = _WORDING.pattern("past_participle").search((further if doing else behind).norm) is not None
    compound = behind.tag == "to-do" and is_owned(words[min(n + 2, len(words) - 1)])  # "егу мәдениеті"
    return participle or (behind.tag in ("future-participle", "to-do", "towards-doing") and not compound)


def answers_for(words: Sequence[Word], n: int) -> bool:
    """Whether "үшін" at a place stands behind what somebody answers for: "тазалық сақталуы үшін [мектеп] жауап береді".

    Nothing but who answers, and how, stands between it and the verb.
    """
    for k in range(n + 1, len(words)):
        if words[k].norm in _WORDING.words("answers_by"):
            return True
        if words[k].tag not in ("word", "title", "mark") or case_of(words[k]) not in ("", "genitive", "instrumental"):
            return False
    return False

"""The nearest noun in a case before a Kazakh verb, behind phrases in other cases, with postpositions and of manner."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adverb,
    is_bond,
    is_conditional,
    is_converb,
    is_owned,
    is_verbal,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.marks import opens_at, opens_kinds
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.openings import opening_noun
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.verbs import has_subject_alone, named_in_particular
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_MANNER = _WORDING.words("manner")
CLOSED = frozenset({"start", "semicolon", "colon", "stop"})
"""Classes of words and marks behind which a clause begins."""


def clause_begin(words: Sequence[Word], verb: int) -> int:
    """The first word behind the last mark that closes a clause before a verb."""
    return next((n + 1 for n in range(verb - 1, 0, -1) if words[n].tag in CLOSED), 1)


def nearest_noun(words: Sequence[Word], verb: int, case: str) -> int | None:
    """The nearest noun in a case before a verb; phrases in other cases, with postpositions and of manner are passed.

    A noun without an ending right before an active verb is its object, too: "шаралар қабылдау". What is named in
    particular behind a noun ("талаптар, атап айтқанда ...") is passed with it.
    """
    if case == "accusative" and is_bond(words, verb - 1):
        return verb - 1  # "кері байланысты ұйымдастырады"
    particular = named_in_particular(words, verb)
    closed = is_noun(words[verb - 1]) and _case(words, verb - 1) == case
    closed = closed and (case == "accusative" or not is_verbal(words[verb - 1]))
    if particular is not None and not closed and (found := noun_to(words, particular, verb, case)) is not None:
        return found
    return noun_to(words, verb - 1, verb, case)


def noun_to(words: Sequence[Word], n: int, verb: int, case: str) -> int | None:
    """The nearest noun in a case that stands at a place or before it; a bare actor only where there is no other."""
    actor = None
    while n > 0 and words[n].tag not in CLOSED:
        word = words[n]
        timed = case == "" and word.norm in _WORDING.words("times") and is_verbal(words[n - 1])
        if timed and (opening := opening_noun(words, n - 1)) is not None:
            return opening
        if (passed := _before_inset(words, n) or _passed(words, n)) is not None:
            n = passed
        elif not is_noun(word) or (n == verb - 1 and word.norm in _WORDING.words("oneself")):
            n -= 1  # "жоспарды өзі ұсынады"
        elif (found := _case(words, n)) == case or (found == "" and n == verb - 1 and not _acts_itself(words, n)):
            if has_subject_alone(words[verb]) and _is_of_converb(words, n):
                n -= 1  # "[қол] қойғызып тапсырылады"
            elif found == "" and word.tag == "to-do" and words[n + 1].tag == "comma" and not opens_kinds(words, n + 2):
                n = phrase_start(words, n, 1) - 1  # of a list that closes in another case
            elif found == "accusative" and (_tells_how(words, n, verb) or _is_of_doer(words, n, verb)):
                n -= 1
            elif found == case or not _is_actor(word):
                return n
            else:
                actor, n = n, n - 1
        elif found or is_verbal(word):
            n = phrase_start(words, n, 1, governs=found != "instrumental") - 1
        else:
            n -= 1
    return actor


def _is_of_converb(words: Sequence[Word], n: int) -> bool:
    """Whether a bare noun is what is done meanwhile, no subject of what is done: "[қол] қойғызып тапсырылады"."""
    bare = words[n].tag == "word" and not analyse(words[n].text)[0].endings and phrase_start(words, n, 1) == n
    return bare and is_converb(words[n + 1]) and not looks_like(words[n + 1].norm, "done_meanwhile_before")


def _tells_how(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a word behind what is done to is an attribute of how, no second thing: "шартты [біржақты] тәртіппен"."""
    behind = words[n + 1]
    oblique = n + 1 < verb and case_of(behind) in ("instrumental", "locative", "dative") and not is_verbal(behind)
    of_what = looks_like(words[n].norm, "of_what") and not is_owned(words[n])
    return oblique and of_what and case_of(words[n - 1]) == "accusative" and not is_verbal(words[n - 1])


def _is_of_doer(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a pronoun is of who stands in for another: "[оны] алмастырушы адамға баяндайды"."""
    agent = words[n].norm in _WORDING.words("it") and n + 2 < verb and looks_like(words[n + 1].norm, "agent")
    return agent and case_of(words[n + 1]) == "" and case_of(words[n + 2]) in ("dative", "instrumental", "genitive")


def _acts_itself(words: Sequence[Word], n: int) -> bool:
    """Whether a noun right before an active verb is its subject: "міндетін тізім бойынша келесісі атқарады"."""
    listed = words[n - 1].tag in ("postposition", "comma") and is_owned(words[n]) and words[n].tag == "word"
    return listed and any(case_of(word) == "accusative" for word in words[1:n])


def before_relating(words: Sequence[Word], n: int) -> int | None:
    """The place before a postposition or "түрде" with its phrase, or alone behind an adverb or as one itself."""
    word = words[n]
    opening = opens_at(words, n, 0) if word.tag == "close" else n
    if opening < n and words[opening - 1].tag in ("postposition", "start", "gap"):
        return opening - 1  # "негізінде (бар болса)"
    stressed = word.norm in _WORDING.words("particles") and is_converb(words[n - 1])  # "келісіп қана қолданады"
    if stressed or (word.norm in _WORDING.words("apart_by_itself") and case_of(words[n - 1]) != "ablative"):
        return n - 1  # "мүкәммал бөлек сақталады"
    if word.tag == "postposition" and is_adverb(words[n - 1]):
        return n - 2  # "әрі қарай"
    if word.norm == "қоса" and words[n + 1].tag != "comma":
        return n - 1  # "көшірмесін қоса тіркейді"
    if word.norm in _WORDING.words("together") and case_of(words[n - 1]) != "instrumental":
        return n - 1  # "шешімді бірлесіп қабылдайды"
    related = word.tag == "postposition" or word.norm in _MANNER or word.norm in _WORDING.words("closes_time")
    return (phrase_start(words, n - 1, 1) - 1 if n > 1 else 0) if related else None


def _passed(words: Sequence[Word], n: int) -> int | None:
    """The place before what says how, till when or as what, where its last word stands at `n`; None elsewhere."""
    word = words[n]
    if _names_day(words, n) or word.norm in _WORDING.words("called") | _WORDING.words("while_doing"):
        return n - 1 - (word.norm not in _WORDING.words("while_doing"))  # "жарамсыз деп жарияланады"
    now = words[n + 1].tag == "conjunction" and _WORDING.pattern("being_done_now").search(word.norm) is not None
    counted = words[n - 1].norm in _WORDING.numbers or words[n - 1].tag == "number"
    span = counted and word.norm in _WORDING.words("spans")
    if now or span:
        return n - 1 - span  # "бір жыл сақталады"
    if words[n - 1].tag == "dash" and word.norm in _WORDING.words("case_endings"):
        return phrase_start(words, n - 2, 1) - 1  # "100 %-ға"
    if any(one.norm in _WORDING.words("while_doing") for one in words[n : n + 2]):
        done = words[n - 1]
        return phrase_start(words, n - 1, 1) - 1 if is_noun(done) else n - 1
    if word.tag == "towards-doing":
        return phrase_start(words, n, 1, governs=False) - 1
    excepts = word.norm in _WORDING.words("except") and n > 1
    excepts = excepts or (word.norm in _WORDING.words("more_than") and case_of(words[n - 1]) == "ablative")
    excepts = excepts or (
        word.norm in _WORDING.words("turned_into") and is_noun(words[n - 1])
    )  # "мектеп болып құрылады"
    return phrase_start(words, n - 1, 1) - 1 if excepts else before_relating(words, n)


def _before_inset(words: Sequence[Word], n: int) -> int | None:
    """The place before a condition, or before a conjunction with brackets: "меншікті | және (немесе)"."""
    if words[n].tag == "close" and words[n - 1].tag == "conjunction":
        return n - 3
    if not is_conditional(words[n]):
        return None
    condition = next((k for k in range(n, 1, -1) if words[k].norm in _WORDING.words("if")), None)
    return None if condition is None else condition - 1 - (words[condition - 1].tag == "comma")


def _is_actor(word: Word) -> bool:
    """Whether a bare noun before an active verb is who acts: "рәсімін тәуелсіз орталық бекітеді"."""
    return stem_of(word) in duty_words("kk").actors.heads


def _case(words: Sequence[Word], n: int) -> str:
    """The case of a noun or, behind brackets or quotes, of the noun before them."""
    if words[n].tag == "close":
        opening = opens_at(words, n, 0)
        return _case(words, opening - 1) if opening > 1 else ""
    return case_of(words[n])


def _names_day(words: Sequence[Word], n: int) -> bool:
    """Whether a word only tells on what day or how long: "сол күні", "жыл бойы"."""
    if words[n].norm in _WORDING.words("throughout"):
        return words[n - 1].norm in _WORDING.words("lasts")
    return words[n].norm == "күні" and words[n - 1].norm in _WORDING.words("that_day")

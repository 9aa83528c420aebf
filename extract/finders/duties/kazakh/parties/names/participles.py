"""What a participle before a Kazakh party's noun has for its own, and what is but done by that party."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    has_no_object,
    is_adjective,
    is_adverb,
    is_owned,
    is_verbal,
    names_actor,
)
from extract.finders.duties.kazakh.governed import CLOSES, behind_brackets, has_thing_behind
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

LONGEST = 9
"""Words that may stand before the noun of a party."""
_WORDING = phrasing("kk")
_PARTS_OFF = frozenset({"open", "close", "postposition", "planned", "colon", "dash", "stop", "start", "mark"})
_OPENS_SENTENCE = _WORDING.words("opens_sentence")
_CONVERB = _WORDING.pattern("converb")
_AGENT = _WORDING.pattern("agent")


def behind_thing(words: Sequence[Word], n: int, begin: int, head: int) -> int:
    """The place behind an accusative with no verb of its own before a place: what is done, no part of a name.

    Where a further one stands behind it that has a verb, and none behind the name, it is what is done, too:
    "бақты күтуді | көшет егуге жауапты ұйымдар жүргізеді".
    """
    things = [k for k in range(begin, n) if case_of(words[k]) == "accusative"]
    if not things:
        return begin
    if not any(is_verbal(word) for word in words[things[-1] : n + 1]):
        return things[-1] + 1
    if _closes_without_thing(words, head) and not is_verbal(words[things[-1] + 1]):
        return things[-1] + 1  # "көмекті | барлық гүлмен қамту жөніндегі органдар көрсетеді"
    apart = (k for k in things[:-1] if words[k + 1].tag not in ("comma", "conjunction"))
    heavy = _WORDING.words("heavy_words")
    before = [k for k in apart if is_verbal(words[k]) or not is_verbal(words[k + 1 + (words[k + 1].norm in heavy)])]
    return before[-1] + 1 if before and not has_thing_behind(words, n) else begin


def _closes_without_thing(words: Sequence[Word], head: int) -> bool:
    """Whether the verb of a clause stands right behind who acts, so that what is done can only stand before him."""
    verb = next((k for k in range(head + 1, len(words)) if words[k].tag in CLOSES), None)
    if verb is None or has_thing_behind(words, head):
        return False
    return words[verb].tag == "present" and (
        verb == behind_brackets(words, head) or (is_owned(words[verb - 1]) and names_actor(words[verb - 1]))
    )


def _behind_done(words: Sequence[Word], participle: int, head: int, begin: int) -> int:
    """The place behind what a party does something to, its participle having a thing of its own in the bare form.

    "Көшет егуді | жоба жасаған ұйым жүргізеді"; so is what one signs: "Хаттамаға | жиынды өткізген адам қол қояды".
    """
    before, closing = words[participle - 1], next((k for k in range(head, len(words)) if words[k].tag in CLOSES), head)
    bare = (
        before.tag == "word"
        and not analyse(before.text)[0].endings
        and not is_adverb(before)
        and not is_adjective(before)
    )
    bare = bare and before.norm not in _WORDING.words("heavy_words") | duty_words("kk").actors.heads
    signs = words[closing - 1].norm == "қол" and not any(case_of(word) == "dative" for word in words[head:closing])
    if signs and case_of(words[begin]) == "dative":
        return begin + 1
    if (doing := _doing_before_thing(words, participle, begin)) is not None and not has_thing_behind(words, head):
        return doing + 1
    if words[participle].norm in _WORDING.words("being_there") and not has_thing_behind(words, head):
        done_to = (n for n in range(participle - 1, begin - 1, -1) if case_of(words[n]) == "accusative")
        done = next(done_to, None)
        own = done is not None and any(is_verbal(word) for word in words[done + 1 : participle])
        return begin if done is None or own else done + 1
    things = [n for n in range(begin, participle - 1) if bare and case_of(words[n]) == "accusative"]
    return things[-1] + 1 if things and not has_thing_behind(words, head) else begin


def _doing_before_thing(words: Sequence[Word], participle: int, begin: int) -> int | None:
    """A doing before what a participle itself is done to: "бақты күтуді | жобаны іске асыратын ұйым жүргізеді"."""
    done_to = [n for n in range(begin, participle) if case_of(words[n]) == "accusative"]
    if not (done_to and _has_thing(words, participle)):
        return None
    *things, own = done_to
    apart = bool(things) and words[things[-1] + 1].tag not in ("comma", "conjunction")
    doing = apart and words[things[-1]].tag == "to-do" and own > things[-1]
    return things[-1] if doing else None


def _has_thing(words: Sequence[Word], participle: int) -> bool:
    """Whether what a participle does something to stands right before it: "күтуді жүзеге асыратын"."""
    n = participle - 1
    while words[n].norm in _WORDING.words("heavy_words"):
        n -= 1
    return case_of(words[n]) == "accusative"


def is_done_to(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether a word that may be an attribute is what a party does something to: "ақпаратты объект әкімшілігі ілінеді".

    Nothing else in the accusative stands before the verb that closes the clause.
    """
    named = words[n + 1].text.istitle()  # "өтінімді | Ұйымдастырушы қарайды"
    if case_of(words[n]) != "accusative" or (_AGENT.search(words[n + 1].norm) and not named):
        return False
    closed = any(word.tag in CLOSES or word.tag == "stays" for word in words[head + 1 :])
    return closed and not has_thing_behind(words, head)


def clause_of_participle(words: Sequence[Word], participle: int, head: int, begin: int) -> int:
    """Where the words before a participle begin that say what is done and where: "сапасын бағалайтын ұйымдар".

    A participle of which none are left, or which is one of several, is no part of the party.
    """
    first = participle
    alone = words[participle + 1].tag == "comma"
    if not alone and participle - 2 >= begin and (own := _start_of_own(words, participle, head, begin)) is not None:
        return own
    before = words[participle - 1 - (words[participle - 1].norm in _WORDING.words("becoming"))]  # "болып табылатын"
    alone = not _stands_in_clause(before) and before.tag not in ("start", "postposition")
    if words[participle + 1].tag == "comma" or alone:
        return participle + 1
    phrase = max(phrase_start(words, head, begin), _behind_done(words, participle, head, begin))
    things = any(case_of(word) == "accusative" for word in words[phrase:participle])
    opens = phrase == begin and (not things or has_thing_behind(words, head) or _has_thing(words, participle))
    if phrase < participle and (opens or (begin < phrase and words[phrase - 1].tag != "comma")):
        return phrase
    alone = has_no_object(words, participle)
    while first - 1 >= begin and participle - first < LONGEST and _stands_in_clause(words[first - 1]):
        if alone and case_of(words[first - 1]) == "accusative" and not is_verbal(words[first - 1]):
            break  # "оның міндетін бекітілген тізімдегі орынбасары атқарады"
        first -= 1
    return first


def _start_of_own(words: Sequence[Word], participle: int, head: int, begin: int) -> int | None:
    """Where what is a participle's own begins by the word before it, a converb, "оны" or "жауапты"; None before others.

    "[сынақтан өтіп] жатқан иелер", "міндетін [оны] алмастыратын тұлға атқарады".
    """
    before, answers = words[participle - 1], words[participle - 1].norm in _WORDING.words("answerable")
    done_to = has_thing_behind(words, head)
    if words[participle].norm in _WORDING.words("being_meanwhile") and is_converb(before):
        if case_of(words[participle - 2]) == "accusative" and done_to:
            return phrase_start(words, participle - 2, begin)  # "егуді жүргізіп жатқан адамдар бақты суарады"
        first = max(phrase_start(words, head, begin), _behind_done(words, participle - 1, head, begin))
        return first if first <= participle else _start_of_done_to(words, participle - 1, begin)
    if before.norm in _WORDING.words("it") and not has_no_object(words, participle):
        return participle - 1
    things = [n for n in range(begin, participle) if case_of(words[n]) == "accusative"] if answers else []
    if things and not done_to and not is_verbal(words[things[0] + 1]):
        return things[0] + 1  # "басшылықты [бақты күтуге жауапты болатын төраға] жүзеге асырады"
    return None


def _start_of_done_to(words: Sequence[Word], verb: int, begin: int) -> int:
    """Where the words begin that tell what is done to what of somebody: "шешіміне (әрекетіне) | шағым жасалып"."""
    first = verb
    while first - 1 >= begin and verb - first < LONGEST:
        before = words[first - 1]
        marks = before.tag in ("open", "close", "comma") and first < verb
        if not marks and (before.tag not in ("word", "past") or case_of(before) not in ("", "genitive", "dative")):
            break
        first -= 1
    while first < verb and words[first].tag in ("open", "close", "comma"):
        first += 1
    return first


def is_converb(word: Word) -> bool:
    """Whether a word has the form of a verb that another follows, and is no name: "жазып", not "Абай"."""
    return _CONVERB.search(word.norm) is not None and not word.text[:1].isupper()


def _stands_in_clause(word: Word) -> bool:
    """Whether a word may stand before a participle in its clause."""
    return (
        (word.tag not in _PARTS_OFF or word.norm in _WORDING.words("inside_clause"))
        and word.tag not in ("comma", "future-participle")
        and not is_converb(word)
        and not _WORDING.pattern("conditional").search(word.norm)
        and word.norm not in _OPENS_SENTENCE
    )

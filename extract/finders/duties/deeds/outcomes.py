"""Kazakh clauses that take up the one before them, and tell what comes of it or what else is done to its thing.

Маман жауапты дайындайды, ол иесіне жіберіледі.      Кеңес есепті тыңдайды, бұл туралы басшыға хабарлайды.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.deeds.clauses import SEPARATES, Duty
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_owned
from extract.finders.duties.kazakh.parties.speakers import says_of_oneself
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse


def takes_up(words: Sequence[Word], one: Duty, other: Duty) -> bool:
    """Whether a duty's clause takes up the one before it, and tells what comes of it: "олар ...", "онда ...".

    What the same body goes on to do to a thing that it names so is a deed of its own ("... жазады және оны ұсынады").
    """
    first, last = own_words(words, one, other)
    wording = phrasing("kk")
    if first >= last or one.bound_behind is not None or words[first].norm not in wording.words("takes_up"):
        return False
    if words[first + 1].norm in wording.words("about_it") or is_of_it(words, first, last):
        return False  # "бұл туралы басшыға хабарлайды"
    if words[last].tag == "passive" and _is_done_in_turn(words, first, last):
        return False
    goes_on = other.party is not None and other.party.last < one.decision.first
    if (goes_on or says_of_oneself(words, other.decision)) and _does_in_turn(words, first, last):
        return False
    by_noun = words[last].tag == words[one.decision.last].tag == "to-do" and words[first].norm in wording.words("its")
    return not (by_noun and any(case_of(word) == "accusative" for word in words[first + 1 : last]))


def _does_in_turn(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a clause tells what else one does to a thing that it points at: "оны ұсынады", "ол есепті тексереді"."""
    wording = phrasing("kk")
    if words[first].norm in wording.words("takes_up_object"):
        return True
    if words[first].norm in wording.words("points_at_act") and case_of(words[first + 1]) == "genitive":
        return True
    does = words[first].norm in wording.words("he") and words[last].tag == "present"
    return does and any(case_of(word) == "accusative" for word in words[first + 1 : last])


def _is_done_in_turn(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a passive's clause tells what is done to something else: ", оның көшірмесі иесіне | беріледі"."""
    wording = phrasing("kk")
    done = words[last - 2] if words[last - 1].norm in wording.words("heavy_words") else words[last - 1]
    if words[first].norm in wording.words("its"):
        outcome = is_owned(words[first + 1]) and case_of(words[first + 1]) == "" and case_of(done) == "dative"
        if outcome or done.tag in ("to-do", "its-doing"):
            return True
    to_whom = words[first].norm in wording.words("to_whom")
    return case_of(done) == "" and (to_whom or _is_done_by_it(words, first, last))


def is_of_it(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a Kazakh clause tells what else is done to what was named: "алаң ашады және | ол тізімге енгізіледі".

    Behind a comma alone a paper is handed on to somebody, or drawn up so: "жауапты дайындайды, | ол иесіне жіберіледі".
    """
    joined = words[first - 1].norm in phrasing("kk").words("joins")
    times = phrasing("kk").words("closes_time")
    within = any(word.norm in times for word in words[first:last])
    by_act = any(word.tag == "postposition" and word.norm not in times for word in words[first:last])
    handed = words[first - 1].tag == "comma" and not by_act and _is_paper_handed_on(words, first, last)
    it = words[first].norm in phrasing("kk").words("he") and (joined or handed)
    cases = ("locative", "dative") if joined else ("locative", "dative", "instrumental")
    placed = any((case_of(word) or _case_of_title(word)) in cases for word in words[first + 1 : last])
    placed = placed or (handed and within)
    return it and placed and words[last].tag == "passive" and words[first - 2].tag == "present"


def _is_paper_handed_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the verb before a comma makes or fills in a paper, and another behind it tells what is done with that."""
    thing = first - 3 - (words[first - 3].norm in phrasing("kk").words("heavy_words"))
    if thing <= 0:
        return False
    drawn_up = words[first - 2].norm in phrasing("kk").words("draws_up") and case_of(words[thing]) == "accusative"
    made = drawn_up or phrasing("kk").pattern("paper_made").match(words[thing].norm) is not None
    return made and phrasing("kk").pattern("done_with_paper").match(words[last].norm) is not None


def _case_of_title(word: Word) -> str:
    """The case of the word that closes a name in quotation marks: "«жеке кабинетіне»"."""
    endings = analyse(word.text)[0].endings if word.tag == "title" else ()
    return endings[-1].kind if endings else ""


def _is_done_by_it(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a Kazakh clause tells what is done by what the one before it gave: "оның нәтижелері бойынша ..."."""
    by = (n for n in range(first + 2, last - 1) if words[n].norm in phrasing("kk").words("on_what"))
    return words[first].norm in phrasing("kk").words("its") and next(by, None) is not None


def own_words(words: Sequence[Word], one: Duty, other: Duty) -> tuple[int, int]:
    """The place of the first word between two verbs that is the second's, and of the second; alike where none is."""
    first, last = one.decision.last + 1, other.decision.first
    joins = phrasing("kk").words("joins_deeds") | phrasing("kk").words("joins_verbs")
    begin = first
    while begin < last and (words[begin].tag in SEPARATES or words[begin].norm in joins):
        begin += 1
    return (begin, last) if begin > first else (last, last)

"""Whether a Kazakh noun stands as a clause's subject does: without a case ending, and nothing of it right behind it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_adverb,
    is_bare_attribute,
    is_conditional,
    is_owned,
    is_plural,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.governed import behind_brackets
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_denied, is_of_giving
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.owners import is_of_described
from extract.finders.duties.kazakh.parties.unlisted.kinds import is_actor, is_bare_noun, is_thing
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import OPENS_CLAUSE, is_person
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_DOES = frozenset({"present", "negative", "can", "stays"})
"""Classes of verbs of which whoever does something is the subject."""
_SETS_APART = frozenset({"start", "colon", "semicolon", "comma", "close", "postposition", "number"})


def opens_attribute(behind: Word) -> bool:
    """Whether a word is a participle of what somebody before it does or did: "ұсынған", but not "белгіленген"."""
    past = _WORDING.pattern("past_participle").search(behind.norm) is not None
    done = _WORDING.pattern("done_participle").search(behind.norm) is not None or is_passive(behind.norm)
    return (past or behind.tag == "future-participle") and not done


def stands_as_subject(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun has no case ending, and nothing right behind it that it belongs to or acts in."""
    word, behind = words[n], words[behind_brackets(words, n)]
    if word.tag not in ("word", "past", "imperative", "state") or case_of(word) or not is_noun(word):
        return False
    named = word.norm in _WORDING.words("states") and behind.text[:1].isupper()  # "Республикасы | Бақ министрі"
    if named or behind.norm in _WORDING.words("becoming") or _ends_attribute(word):
        return False
    if behind.norm in _WORDING.words("while_doing"):
        return False  # "құралдарды пайдалана отырып жүзеге асырады"
    if is_attribute_of_actor(words, n) or is_of_giving(words, n) or is_of_described(words, n, end):
        return False
    if is_denied(words, n):
        return False
    return n + 1 == end or stands_before(behind) or (is_person(word) and is_described(words, n + 1, end))


def is_described(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether what somebody else has or lacks stands at a place, before his noun: "Дәрігер | екпесі жоқ балаларды"."""
    if n + 2 >= end or not is_owned(words[n]) or case_of(words[n]):
        return False
    told = words[n + 1].norm in _WORDING.words("exists") or words[n + 1].norm in _WORDING.words("measures")
    told = told or looks_like(words[n + 1].norm, "lacking")
    return told and words[n + 2].tag in ("word", "past") and words[n + 2].tag != "postposition"


def is_child_of(words: Sequence[Word], n: int) -> bool:
    """Whether the child of a parent at a place stands right behind him, as an object: "Ата-ана баласын"."""
    return words[n].norm in _WORDING.words("parents") and stem_of(words[n + 1]) in _WORDING.words("children")


def stands_before(behind: Word) -> bool:
    """Whether a word may stand right behind a subject, which does not belong to it nor act in its clause."""
    if behind.tag in ("postposition", "dash", "stop", "mark", "comma", "conjunction"):
        return False
    if any(behind.norm in _WORDING.words(name) for name in ("in_a_time", "it", "own", "every", "each_other")):
        return True
    if behind.norm in _WORDING.words("exists") or opens_attribute(behind):
        return False
    return not is_owned(behind) or is_bare_attribute(behind) or behind.tag in ("present", "to-do")


def _ends_attribute(word: Word) -> bool:
    """Whether a word is made of a place to be an attribute: "жанындағы"."""
    endings = analyse(word.text)[0].endings
    return bool(endings) and endings[-1].kind == "attributive"


def may_act(words: Sequence[Word], n: int, begin: int, end: int, what: Word | None) -> bool:
    """Whether a noun may be who acts, by what it is and by where it stands.

    Whom no list has acts where what is done stands before him, or by what no thing does: "қызмет акт жасайды".
    """
    word = words[n]
    done_to = any(case_of(one) == "accusative" for one in words[begin:n])
    acts = is_actor(words, n) or (what is not None and _carries_out(words, n, begin, end, what))
    if n == begin and words[n + 1].norm in _WORDING.words("own") and case_of(word) == "" and what is not None:
        pointing = word.norm in _WORDING.words("points_within")  # "Осы Өздеріне ... қағидалары": no one
        return what.tag in _DOES and not is_thing(word) and not pointing  # "Жүкші өз киімін тазалайды"
    if is_bare_noun(word):
        placed = done_to or n + 1 < end or is_person(word)
        does = done_to and n + 1 == end and what is not None and what.tag == "its-doing"  # "адам ұзартуы мүмкін"
        return acts and placed and _is_set_apart(words, n, begin, None if does else what)
    if n + 1 == end and not done_to and not acts:
        return False  # "шешімдер қабылдайды": what is done
    if acts:
        return True
    return (
        what is not None
        and what.tag in _DOES
        and not is_thing(word)
        and ((done_to and behind_brackets(words, n) == end) or what.norm not in _WORDING.words("things_do"))
    )


def _carries_out(words: Sequence[Word], n: int, begin: int, end: int, what: Word) -> bool:
    """Whether a bare noun right before its verb is who carries out a doing: "егуді бөлінген баққұмар жүргізеді"."""
    doing = any(words[k].tag == "to-do" and case_of(words[k]) == "accusative" for k in range(begin, n))
    noun = not analyse(words[n].text)[0].endings and not is_bare_attribute(words[n]) and not is_adverb(words[n])
    return doing and noun and n + 1 == end and what.norm in _WORDING.words("carries_out") and not is_thing(words[n])


def _is_set_apart(words: Sequence[Word], n: int, begin: int, what: Word | None) -> bool:
    """Whether a bare singular opens a phrase, as an attribute does not: "педагог кадрлар", "бес адам болуы тиіс"."""
    word, start = words[n], extent(words, n, begin)
    before = words[start - 1]
    apart = before.tag in _SETS_APART or case_of(before) not in ("", "genitive") or start == begin
    apart = (
        apart or any(before.norm in _WORDING.words(name) for name in ("this", "that_time")) or is_conditional(before)
    )
    if what is None or what.tag in _DOES:
        return apart
    attribute = is_plural(words[n + 1]) or words[n - 1].tag == "number"
    opens = before.tag in OPENS_CLAUSE or closes_condition(words, start - 1)
    return apart and not attribute and word.norm in _WORDING.words("persons") and opens


def belongs_to_later(words: Sequence[Word], n: int, begin: int, end: int) -> bool:
    """Whether a noun stands in the phrase of a later one: "орталықтар ұсынған есептерді басқарма жинақтайды"."""
    for k in range(n + 1, end):
        closes = case_of(words[k]) or words[k + 1].tag == "postposition"
        it = words[k].norm in _WORDING.words("it")
        if words[k].tag == "word" and closes and not it and phrase_start(words, k, begin) <= n:
            return True
    return False

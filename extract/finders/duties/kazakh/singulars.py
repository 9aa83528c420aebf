"""Whether a Kazakh noun in the bare singular names who acts, told by its letters, its capital and its place."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_adverb, is_bare_attribute, is_owned, looks_like, stem_of
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

OPENS_CLAUSE = frozenset({"start", "colon", "semicolon", "stop"})
"""Classes of words and marks behind which a clause begins."""
_IN_NAMES = frozenset({"word", "to-do", "past", "imperative"})
_FOLLOWS = frozenset(
    {"number", "future-participle", "to-do", "towards-doing", "postposition", "open", "present", "colon", "obliged"}
)
"""What may stand behind a body's name, or tells that it is none; a colon opens what it is to do: "Комиссия: 1) ..."."""
_CLOSES = frozenset({"present", "passive", "state", "can", "stop", "semicolon"})
_BINDS = frozenset({"entitled", "obliged", "must"})
_CLAUSE = 4
"""Words behind a body's name among which a clause of its own would end."""

_LONGEST_CALL = 12
"""Words in brackets of how somebody is called from here on."""

_WORDING = phrasing("kk")
_ADJECTIVE = _WORDING.pattern("adjective")


def is_person(word: Word) -> bool:
    """Whether a word names a person by office or by what he does: "оқырман", "тексеруші"."""
    stem = stem_of(word)
    return stem in _WORDING.words("persons") or looks_like(word.norm, "agent") or is_of_trade(stem)


def is_of_trade(stem: str) -> bool:
    """Whether a noun names a person by what he deals in: "кеңесші", "аңшы"."""
    return looks_like(stem, "by_trade")


def acts_by_letters(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether letters that no list has are a body's, as the subject of what bodies do: "ОҚО ... қамтамасыз етеді"."""
    if case == "dative":  # "ЖОБ-ға ... ұсынылады"
        endings = analyse(words[n].text)[0].endings
        letters = analyse(words[n].text)[0].stem
        ends = bool(endings) and endings[-1].kind == case
        return ends and words[n - 1].tag in OPENS_CLAUSE and letters.isupper() and is_abbreviation(letters)
    if case or not _is_letters(words[n]) or words[n].norm in _WORDING.words("things_by_letters"):
        return False  # "ҰБТ білім деңгейін анықтайды"
    if _is_letters(words[min(n + 1, len(words) - 1)]):
        return False
    first = n
    while first > 1 and _is_letters(words[first - 1]):
        first -= 1
    before = words[first - 1]
    opens = before.tag in OPENS_CLAUSE or before.norm in _WORDING.words("opens_main_clause")
    if not opens and case_of(before) != "accusative":
        return False
    k = n + 1
    while k < len(words) and words[k].tag in _IN_NAMES and case_of(words[k]) == "":
        if is_owned(words[k]):
            return False  # "ІІМ Тергеу департаменті"
        k += 1
    heavy = _WORDING.words("heavy_words")  # "талап етуге құқылы"
    closing = (word for word in words[k:] if word.tag in _CLOSES | _BINDS and word.norm not in heavy)
    verb = next(closing, None)
    return verb is not None and (verb.norm in _WORDING.words("body_does") or verb.tag in _BINDS)


def _is_letters(word: Word) -> bool:
    return word.text.isupper() and is_abbreviation(word.text)


def name_start(words: Sequence[Word], n: int) -> int:
    """Where the name of a doer begins whose verb has a complement: "тағылымдамадан өтуші", "төрағалық етуші"."""
    before = words[n - 1]
    kind = stem_of(words[n]) in _WORDING.words("kinds_of_workers")
    if kind and is_person(before) and not analyse(before.text)[0].endings:
        return n - 1  # "педагог қызметкер"
    if not looks_like(words[n].norm, "agent") or before.tag not in ("word", "past"):
        return n
    answers = words[min(n + 1, len(words) - 1)].norm in _WORDING.words("answer")
    if answers and case_of(before) == "dative":
        return n  # "жүктің сақталуына | жүргізуші жауап береді"
    light = stem_of(words[n]) in _WORDING.words("light_agents") and case_of(before) == ""
    return n - 1 if light or case_of(before) in ("ablative", "dative") else n


def is_introduced(words: Sequence[Word], n: int) -> bool:
    """Whether a capital inside a sentence tells that one body is meant, and it acts: "..., Палата шешімді жібереді".

    No noun behind it belongs to it ("Палата мүшелері"), and it is not who acts in a clause of time ("Палата шешкен").
    """
    word, behind = words[n], words[min(n + 1, len(words) - 1)]
    bare = word.text[:1].isupper() and not word.text.isupper() and not analyse(word.text)[0].endings
    if not bare or words[n - 1].tag in OPENS_CLAUSE:
        return False
    if behind.tag not in ("word", "number", "to-do", "present", "future-participle") or behind.text[:1].isupper():
        return False
    further = words[n + 1 : n + 1 + _CLAUSE]
    own_clause = any(_WORDING.pattern("past_participle").search(one.norm) for one in further)
    done_to = case_of(words[n - 1]) == "accusative"
    return (done_to or not own_clause) and not is_owned(behind) and behind.tag != "future-participle"


def is_called(words: Sequence[Word], n: int) -> bool:
    """Whether brackets tell how a body is called from here on, and it acts: "Бақ сынау комиссиясы (бұдан әрі – ...)".

    Behind them stands no noun of its own, nor a participle of what it does ("комиссия (бұдан әрі – ...) бекіткен").
    """
    if n + 2 >= len(words) or words[n + 2].norm not in _WORDING.words("from_here") or words[n + 1].tag != "open":
        return False
    close = next((k for k in range(n + 3, min(n + 3 + _LONGEST_CALL, len(words) - 1)) if words[k].tag == "close"), None)
    if close is None:
        return False
    behind = words[close + 1]
    told = behind.tag in ("word", "to-do", "past", "present", "title") and not is_owned(behind)
    told = told or any(behind.norm in _WORDING.words(name) for name in ("own", "in_a_time"))
    return told and _WORDING.pattern("past_participle").search(behind.norm) is None


def is_free(behind: Word, *, person: bool = False) -> bool:
    """Whether a word is no noun that the one before it belongs to: "Комиссия мынадай ...", not "комиссия мүшелері"."""
    if behind.tag in _FOLLOWS:
        return behind.tag != "postposition"
    if behind.tag not in ("word", "past"):
        return False
    told = behind.norm in _WORDING.words("determiners") or behind.norm in _WORDING.words("takes_up_object")
    counted = behind.norm in _WORDING.numbers or _WORDING.pattern("ordinal").search(behind.norm) is not None
    if told or counted or behind.norm in _WORDING.words("months"):
        return True
    if person:
        return not is_owned(behind) or case_of(behind) not in ("", "genitive")
    endings = [ending.kind for ending in analyse(behind.text)[0].endings]
    done = _WORDING.pattern("done_participle").search(behind.norm) is not None
    if is_bare_attribute(behind) or is_adverb(behind):
        return True  # "көшпелі" has the shape of a noun with an owner
    return "possessive 3" not in endings and (bool(endings) or done or bool(_ADJECTIVE.search(behind.norm)))

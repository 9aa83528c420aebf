"""What stands between a Kazakh subject and its verb: phrases in cases, with postpositions and of manner alone."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_bare_attribute,
    is_converb,
    is_owned,
    is_participle,
    is_verbal,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.marks import opens_at
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("kk")
_OBLIQUE = frozenset({"dative", "locative", "ablative", "instrumental"})
_PASSED = frozenset({"comma", "gap", "number", "dash"})


def subject_before_all(words: Sequence[Word], verb: int, begin: int = 1) -> int | None:
    """The first noun without a case behind which only what is beside the subject stands; None where none is.

    "Өтінім [өңірдің уәкілетті органының сайтында], [жылына екі рет] жарияланады": each noun behind a subject is in a
    case, or belongs to one that is, or to a postposition.
    """
    return next(
        (n for n in range(begin, verb) if _may_be_subject(words, n, verb) and is_before_all(words, n, verb)), None
    )


def is_before_all(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether only what says how, where, when or to whom stands between a noun and its verb."""
    return _is_beside(words, n + 1, verb)


def _may_be_subject(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a word may be a subject's noun: no attribute of what stands behind it, nor before a postposition."""
    word, behind = words[n], words[n + 1]
    if behind.tag == "open":
        behind = words[next((k + 1 for k in range(n, verb) if words[k].tag == "close"), n + 1)]
    if word.tag == "close":
        opening = opens_at(words, n, 0)
        return opening > 1 and words[n + 1].tag != "open" and _may_be_subject(words, opening - 1, verb)
    if (
        word.norm in _WORDING.words("whole_times")
        or not is_noun(word)
        or case_of(word)
        or is_participle(word)
        or is_adjective(word)
    ):
        return False
    if _WORDING.pattern("agent").search(word.norm) is not None and stem_of(behind) in _WORDING.words("organ"):
        return False  # "атқарушы органдардың басшыларына"
    if _makes_name_with(word, behind) or (word.tag == "title" and behind.tag in ("title", "word", "to-do")):
        return False
    if n + 1 >= verb:
        return True
    joined = behind.tag in ("postposition", "conjunction") or behind.norm in _WORDING.words("closes_time")
    attribute = looks_like(word.norm, "opens_attribute", "past_participle") and not is_owned(word)
    of_next = behind.tag in ("word", "past") and is_owned(behind) and not is_bare_attribute(behind)
    of_next = of_next and not (is_owned(word) and _is_of_owner(words, n))  # "[оның ісі] анасының өтінішімен"
    verbal = is_verbal(behind) and not is_owned(behind) and word.tag == "word"  # "құқық [берілетін] архивке"
    return not (joined or attribute or of_next or verbal)


def _makes_name_with(word: Word, behind: Word) -> bool:
    """Whether a word is but the first of a name: "білім алушының анкетасы", "ҚР ІІМ келісімімен"."""
    receives = word.norm in _WORDING.words("received") and stem_of(behind) in _WORDING.words("receivers")
    return receives or (is_abbreviation(word.text) and is_abbreviation(behind.text))


def _is_of_owner(words: Sequence[Word], n: int) -> bool:
    """Whether a noun has an owner before it, with nothing but attributes between."""
    k = n - 1
    while k > 0 and case_of(words[k]) == "" and words[k].norm not in _WORDING.words("its") and not is_owned(words[k]):
        k -= 1
    return case_of(words[k]) == "genitive" or words[k].norm in _WORDING.words("its")


def _is_beside(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether all words from a place to a verb are of phrases that say how, where, when or to whom."""
    meanwhile = any(is_converb(word) or word.norm in _WORDING.words("while_doing") for word in words[first:verb])
    n: int | None = verb - 1
    while n is not None and n >= first:
        n = _before_phrase(words, n, first, verb, meanwhile=meanwhile)
    return n is not None


def _before_phrase(words: Sequence[Word], n: int, first: int, verb: int, *, meanwhile: bool) -> int | None:
    """The place before the phrase whose last word stands at `n`; None where that is of no phrase beside a subject.

    What is done `meanwhile` has things in the accusative.
    """
    word = words[n]
    if _is_mark_or_adverb(words, n, verb):
        return n - 1
    if word.tag == "close":
        opening = opens_at(words, n, first - 1)
        return opening - 1 if opening >= first else None  # of brackets that open further left
    if words[n - 1].tag == "dash" and word.norm in _WORDING.words("case_endings"):
        return phrase_start(words, n - 2, first) - 1  # "100 %-ға"
    if _closes_phrase(word):
        return phrase_start(words, n - 1, first) - 1 if n > first else None
    if (
        case_of(word) in _OBLIQUE
        or word.norm in _WORDING.words("whole_times")
        or (case_of(word) == "accusative" and meanwhile)
    ):
        return phrase_start(words, n, first) - 1
    return None


def _is_mark_or_adverb(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a word is a mark, a number, an adverb, a converb, or part of the verb behind it."""
    word = words[n]
    helps = word.norm in _WORDING.words("while_doing") or (n == verb - 1 and word.norm in _WORDING.words("heavy_words"))
    meanwhile = words[n + 1].norm in _WORDING.words("while_doing")  # "ескере отырып"
    return word.tag in _PASSED or is_adverb(word) or is_converb(word) or helps or meanwhile


def _closes_phrase(word: Word) -> bool:
    """Whether a word closes the phrase before it: a postposition, "түрде", "кезінде"."""
    return word.tag == "postposition" or any(word.norm in _WORDING.words(name) for name in ("manner", "closes_time"))

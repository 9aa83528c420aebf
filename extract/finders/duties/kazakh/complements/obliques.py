"""What a Kazakh verb governs in another case than the accusative, or with a postposition."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.complements.adjuncts import without_adjuncts
from extract.finders.duties.kazakh.complements.nearest import CLOSED, before_relating, clause_begin
from extract.finders.duties.kazakh.forms import case_of, is_converb, is_owned, is_participle, looks_like, names_actor
from extract.finders.duties.kazakh.marks import opens_at, opens_kinds
from extract.finders.duties.kazakh.nouns import first_governed
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.verbs import governs_dative_with
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def is_without_object(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb has its complement in another case than the accusative, or with a postposition, or has none."""
    reports = looks_like(words[verb].norm, "reports") and _told_of(words, verb) is not None
    return reports or _case_governed(words, verb) is not None or words[verb].norm in _WORDING.words("owning")


def oblique(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What a verb without an object governs: "балаға көмектеседі", "апат туралы хабарлайды", "жабдыққа ие болады"."""
    told = _told_of(words, verb) if looks_like(words[verb].norm, "reports") else None
    if told is not None or (case := _case_governed(words, verb)) is None:
        return told or _had(words, verb)
    return _governed(words, verb, case)


def _case_governed(words: Sequence[Word], verb: int) -> str | None:
    """The case that a verb wants its complement in, where that is no accusative: "сынақтан өтеді".

    "nominative" stands for a verb without any complement of the kind.
    """
    norm = words[verb].norm
    if _WORDING.pattern("passing").match(norm) and "ablative" in map(case_of, words[max(1, verb - 2) : verb]):
        return "ablative"
    treats = looks_like(norm, "looks") and words[verb - 1].norm in _WORDING.words("treating")
    if _accords(words, verb) or treats:
        return "dative"  # "құралдарға ұқыпты қарайды"
    takes = is_converb(words[verb - 1]) or words[verb - 1].norm in _WORDING.words("takes_along")
    if looks_like(norm, "leaves") and not takes:
        return "ablative"
    for case in ("ablative", "dative", "instrumental"):
        if looks_like(norm, f"governs_{case}"):
            return case
    if looks_like(norm, "attends_to") and governs_dative_with(words, min(verb + 1, len(words) - 1)):
        return "dative"
    return "nominative" if _WORDING.pattern("done_to_nothing").match(norm) is not None else None


def _accords(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb tells that something accords with something: "талаптарға сәйкес келуге"."""
    return words[verb - 1].norm == "сәйкес" and looks_like(words[verb].norm, "accords")


def _told_of(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What somebody is told of, with its postposition: "[апат туралы] басшыға хабарлайды"; None where it is "бұл"."""
    about = next((n for n in range(verb - 1, 1, -1) if words[n].norm in _WORDING.words("about")), None)
    if about is None or words[about - 1].norm in _WORDING.words("takes_up"):
        return None
    return without_adjuncts(words, phrase_start(words, about - 1, 1), about - 1), about


def _governed(words: Sequence[Word], verb: int, case: str) -> tuple[int, int] | None:
    """The nearest phrase in the case that a verb governs; other phrases between are passed."""
    n = verb - 1 - _accords(words, verb)
    while n > 0 and words[n].tag not in CLOSED and case != "nominative":
        if n < verb - 1 and words[verb].norm in _WORDING.words("leads"):
            return _opening_dative(words, n)  # "төрағалық етеді"
        end = n
        if words[n].tag == "close" and (opening := opens_at(words, n, 0)) > 1:
            n = opening - 1  # "әрекеттеріне (әрекетсіздігіне)"
        bound = is_participle(words[n + 1]) and n + 1 < verb  # "оған [отырысқа қатысқан] мүшелер қол қояды"
        if case_of(words[n]) == case and not bound and words[n].norm not in _WORDING.words("adverbs"):
            start = without_adjuncts(words, phrase_start(words, n, 1), n)
            return start, end
        if (before := before_relating(words, n)) is not None:
            n = before
        elif case_of(words[n]) not in ("", "genitive"):
            n = phrase_start(words, n, 1) - 1
        else:
            n -= 1
    return _before_who_has_set(words, verb) if case == "dative" else None


def _before_who_has_set(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """The dative that opens a clause before who has set something: "[отырысқа] төраға бекіткен тізіммен қатысады"."""
    begin = clause_begin(words, verb)
    n = next((n for n in range(begin, verb) if case_of(words[n]) not in ("", "genitive")), verb)
    has_set = next((k for k in range(n + 2, verb) if looks_like(words[k].norm, "set_by_act")), 0)
    by_whom = bool(has_set) and names_actor(words[has_set - 1]) and case_of(words[has_set - 1]) == ""
    opens = case_of(words[n]) == "dative" and phrase_start(words, n, begin) == begin
    return (begin, n) if by_whom and opens else None


def _opening_dative(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """What a clause opens with in the dative, before who leads it: "[жиындарға] бастық төрағалық етеді"."""
    begin = clause_begin(words, end + 1)
    n = first_governed(words, begin, end + 1)
    opens = n is not None and case_of(words[n]) == "dative" and phrase_start(words, n, begin) == begin
    return (begin, n) if n is not None and opens else None


def _had(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """What somebody comes to own, in the dative: "жабдыққа ие болады", "атаққа, оның ішінде шетелде, ие болады"."""
    owned = n - 1
    while owned > 1 and case_of(words[owned]) != "dative" and words[owned].tag not in CLOSED:
        owned -= 1
    told = owned == n - 1 or opens_kinds(words, owned + 2)
    if not told or case_of(words[owned]) != "dative":
        return None
    start = phrase_start(words, owned, 1)
    deeds = (
        k + 1
        for k in range(owned - 2, start, -1)
        if words[k].tag == "to-do" and case_of(words[k - 1]) == "accusative" and not is_owned(words[k + 1])
    )
    return next(deeds, start), owned  # "демалысын ұйымдастыру | басым бағытқа ие болады"

"""What a Kazakh deed is done to that the deed before it, or its lead-in, names: "журнал тігіледі және | тіркеледі"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.complements.nearest import noun_to
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_owned,
    is_verbal,
    looks_like,
    stem_of,
    takes_object,
)
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_DOING = frozenset({"to-do", "towards-doing", "its-doing"})
_DONE = frozenset({"passive", "passive-not"})


def verb_before(words: Sequence[Word], first: int, verb: int) -> int | None:
    """The verb of the deed before a clause that goes on with its thing: "өтінімді дайындайды және | басқармаға береді".

    The verb of the clause hands something on to somebody, or is a passive behind a passive.
    """
    verb = _last_verb(words, verb)
    first -= first > 2 and words[first - 1].norm in _WORDING.words("also")
    before = first - 2
    joined = before > 1 and words[first - 1].norm in _WORDING.words("joins")
    if before > 1 and words[first - 1].tag in ("comma", "conjunction") and _goes_on_with_thing(words, first, verb):
        return before if words[before].tag == "towards-doing" else None
    if not joined and not _goes_on(words, first, verb):
        return None
    return _before_joined(words, first, verb, joined=joined)


def _before_joined(words: Sequence[Word], first: int, verb: int, *, joined: bool) -> int | None:
    """The verb before a clause that a comma or "және" ties to it, that `joined`; None where it shares nothing."""
    before = first - 2
    alike = words[before].tag == words[verb].tag
    done = all(_is_done(words[n]) or looks_like(words[n].norm, "done_doing") for n in (before, verb))
    if joined and alike and done and words[verb].tag in _DOING:
        return before  # "тізімге енгізілуі және | қорға берілуі мүмкін"
    named = words[before].norm in _WORDING.words("is_named")  # "жиындар ашық болып табылады, | залда өткізіледі"
    if (named or _undergoes(words, before)) and _undergoes(words, verb):
        return _first_of_row(words, before)
    given = any(case_of(word) == "dative" for word in words[first:verb])
    gives = _WORDING.pattern("hands_on").match(words[verb].norm) is not None and given
    active = alike and words[verb].tag in ("present", "imperative")
    if joined and words[verb].tag == "present" and gives and _undergoes(words, before):
        thing = any(case_of(word) == "accusative" for word in words[first:verb])
        return None if thing else _first_of_row(words, before)  # "тізім жасалады және | бөлім басқармаға жолдайды"
    undergoes = words[before].tag == "present" and _undergoes(words, verb)  # "тізімді маман жасайды және | келісіледі"
    return before if joined and (undergoes or (active and gives)) else None


def _goes_on_with_thing(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether a deed in the dative names no thing of its own, which it needs: "үйге беруге, | суретке түсіруге"."""
    needs = words[verb].tag == "towards-doing" and looks_like(words[verb].norm, "hands_on", "brings_to", "needs_thing")
    return needs and all(case_of(word) in ("dative", "ablative", "locative", "genitive") for word in words[first:verb])


def thing_of_lead(words: Sequence[Word], begin: int, first: int, verb: int) -> tuple[int, int] | None:
    """What a lead-in alone names, and its item says what is done to it: "Бақ журналы: | мөрмен бекітіледі".

    A passive is said of what the whole lead-in names, an active verb of its accusative, behind who acts: it stands
    from `begin` on. What only announces a list ("Негізгі талаптар:") is nothing that is done to.
    """
    verb = _last_verb(words, verb)
    colon = next((n for n in range(first - 1, 1, -1) if words[n].tag == "colon"), None)
    if colon is None or any(word.tag in _CLOSES for word in words[1:colon]):
        return None
    if words[verb].tag == "present":
        n = noun_to(words, colon - 1, colon, "accusative") if takes_object(words, verb) else None
        named = n is not None and case_of(words[n]) == "accusative" and not is_verbal(words[n])
        return (phrase_start(words, n, begin), n) if n is not None and n >= begin and named else None
    n = noun_to(words, colon - 1, colon, "") if _undergoes(words, verb) else None
    if n is None or case_of(words[n]) or not is_noun(words[n]) or phrase_start(words, n, 1, alone=True) > 1:
        return None
    announces = stem_of(words[n]) in _WORDING.words("announces_list") or is_verbal(words[n])
    return None if announces else (1, n)


_CLOSES = frozenset(
    {"present", "passive", "negative", "passive-not", "state", "becomes", "effect", "proceed", "imperative", "need"}
    | {"must", "may", "obliged", "entitled", "allowed", "forbidden"}
)
"""Classes of words by which a lead-in says itself what is done."""


def _goes_on(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether a passive behind a comma names nothing that it could be said of: "..., | залда өткізіледі"."""
    before = first - 2
    if before < 2 or words[first - 1].tag != "comma" or not _undergoes(words, verb):
        return False
    own = (
        n for n in range(first, verb) if is_noun(words[n]) and case_of(words[n]) == "" and not is_adjective(words[n])
    )
    return not any(is_owned(words[n]) or words[n].tag in ("title", "close") for n in own)


def _last_verb(words: Sequence[Word], last: int) -> int:
    """The verb that closes a clause, before a mark, a word that only binds, and what forbids or lets."""
    let = next((n for n in (last, last - 1) if words[n].norm in _WORDING.words("let")), 0)
    doing = let - 1 - (words[let - 1].norm in _WORDING.words("strictly"))
    if let > 2 and words[doing].tag == "towards-doing":
        return doing
    while words[last].tag in ("stop", "semicolon", "must", "may", "need"):
        last -= 1
    return last


def _undergoes(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb is said of what it is done to: a passive, "сақталады", "тексеруге жатады"."""
    if words[verb].tag in _DONE or words[verb].norm in _WORDING.words("is_kept"):
        return True
    if words[verb].tag == "its-doing":
        return _is_done(words[verb])
    return words[verb].norm in _WORDING.words("is_subject_to") and words[verb - 1].tag == "towards-doing"


def _first_of_row(words: Sequence[Word], verb: int) -> int:
    """The first of passives that stand one behind another: "нөмірленеді, тігіледі"."""
    while verb > 3 and words[verb - 1].tag == "comma" and words[verb - 2].tag in _DONE:
        verb -= 2
    return verb


def _is_done(verb: Word) -> bool:
    """Whether a verb's noun tells what is done, not who does it: "енгізілуі"."""
    return verb.tag == "its-doing" and _WORDING.pattern("passive_stem").search(verb.norm) is not None

"""Bearers as a register lists them: in the nominative, without the short names that the text gives them in brackets.

"Рекомендовать местным исполнительным органам (далее – МИО)"   местные исполнительные органы
"кеңес хатшысының міндеттері"                                   кеңес хатшысы
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.language.russian import lemmas
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing
from extract.values.parties.russian_nominative import russian_nominative
from kzedu_graph.language.kazakh_nominative import kazakh_nominative

_CASES_OF_ROLES = {
    "addressee": ("datv",),
    "agent": ("ablt",),
    "recipient": ("datv",),
    "owner": ("gent",),
}
"""In which case the party of a Russian rule stands, where its role asks for one."""
_CASES_OF_TITLES = ("loct", "gent")
"""In which cases the title of a Russian statute names whose it is: "о школьном совете", "сторожа"."""
_IN_THE_NOMINATIVE = frozenset(SUBJECTS) | {"lead"}
"""Roles of whom a Kazakh sentence names without the ending of a case."""


def cases_asked(
    words: Sequence[Word], party: Party, decision: Decision, lang: str, *, of_title: bool
) -> tuple[str, ...]:
    """The cases that a party's place asks for: by its preposition, the list that is its own, the role of its rule.

    In Kazakh, whose names show their case by themselves, one or none: "oblique" where the rule asks for a case.
    """
    if lang == "kk":
        return () if decision.rule.bearer in _IN_THE_NOMINATIVE else ("oblique",)
    if of_title:
        return _CASES_OF_TITLES
    before = words[party.first - 1]
    wording = phrasing("ru")
    for case in _PREPOSITIONS:
        if before.norm in wording.words(f"asks_{case}"):
            return (case,)
    if not wording.words("own_things").isdisjoint(lemmas(before.norm) if before.norm else ()):
        return ("gent",)
    bids = decision.rule.bearer == "bidden"
    return _case_of_bidden(words, party) if bids else _CASES_OF_ROLES.get(decision.rule.bearer, ())


def _case_of_bidden(words: Sequence[Word], party: Party) -> tuple[str, ...]:
    """The case of whom an infinitive bids: "комиссии | провести", "обязать | комиссии", "силами | комиссии"."""
    wording = phrasing("ru")
    if words[party.first - 1].norm in wording.words("by_forces"):
        return ("gent",)
    obliges = wording.words("obliges") | wording.words("begs")
    return ("accs",) if any(word.norm in obliges for word in words[1 : party.first]) else ("datv",)


_PREPOSITIONS = ("accs", "gent", "datv", "ablt")


def name_of(said: str, lang: str, cases: Sequence[str]) -> str:
    """A bearer's words as a name; as they stand where their case cannot be told.

    How somebody comes into office is no part of it: "сайланатын | төраға", "директор|, назначаемый советом".
    """
    wording = phrasing(lang)
    bare = " ".join(wording.pattern("called_in_brackets").sub(" ", said).split()).replace(" ,", ",")
    bare = wording.pattern("comes_into_office").sub("", bare) or bare or said
    return kazakh_nominative(bare, oblique=bool(cases)) if lang == "kk" else russian_nominative(bare, cases)


def name_in_full(full: str, lang: str) -> str | None:
    """The name of a body by the words of its statute's title; None where they cannot be told as a name."""
    name = name_of(full, lang, _CASES_OF_TITLES)
    return name if lang == "kk" or name != full else None


def name_of_all(names: Iterable[str]) -> str | None:
    """The names of several bearers in one cell, each once."""
    return "; ".join(dict.fromkeys(names)) or None

"""Parties of a Kazakh list that are told by who answers there, in brackets, or as the rest: "және басқа да ұйымдар"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned
from extract.finders.duties.kazakh.marks import opens_at
from extract.finders.duties.kazakh.nouns import is_bare_plural
from extract.finders.duties.kazakh.parties.names.actors import is_party
from extract.finders.duties.kazakh.parties.names.answerers import LONGEST_NAME, name_end
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.phrasing import phrasing

_REACH = 24
"""Words of a body's name, those of lists in it included."""
_ENDS_LIST = frozenset({"semicolon", "colon", "stop", "imperative", "present", "passive", "passive-not", "negative"})
_WORDING = phrasing("kk")


def next_named(words: Sequence[Word], start: int, end: int) -> int | None:
    """The last place of the next body of a list with a name behind it: "бақ, гүл егу жөніндегі комитет (С. Садов)".

    Behind the last of several that share a noun it stands behind the name: "бақ (С. Садов), гүл (Б. Липов) бөлімдері".
    """
    for k in range(start, min(end, start + _REACH)):
        if words[k].tag in _ENDS_LIST or (words[k].tag == "close" and k == start):
            return None
        if case_of(words[k]) == "accusative" and "to-do" not in {word.tag for word in words[k + 1 : k + 3]}:
            return None
        if words[k].tag == "open":
            close = name_end(words, k) if case_of(words[k - 1]) == "" else None
            shared = close is not None and close + 1 < end and is_party(words, close + 1, "")
            return close + 1 if close is not None and shared and not is_party(words, k - 1, "") else close
    return None


def with_those_before(words: Sequence[Word], first: int, begin: int) -> int:
    """Where bodies begin that share the noun behind the last, each with a name behind it: "бақ (С. Садов), гүл (...)".

    What stands before a name's brackets is no whole name of a body by itself.
    """
    while (close := first - 1 - (words[first - 1].tag in ("comma", "conjunction"))) > begin:
        opening = opens_at(words, close, begin) if words[close].tag == "close" else begin
        if opening <= begin or name_end(words, opening) != close:
            break
        before = words[opening - 1]
        if case_of(before) != "" or is_owned(before) or before.tag not in ("word", "to-do"):
            break
        first = phrase_start(words, opening - 1, begin)
    return first


def closes_with_name(words: Sequence[Word], colon: int) -> bool:
    """Whether a lead-in closes with who answers at the body that it names: "... бөлімшесі (С. Садов):"."""
    opens = next((n for n in range(colon - 1, max(0, colon - LONGEST_NAME), -1) if words[n].tag == "open"), None)
    return opens is not None and name_end(words, opens) == colon - 1 and case_of(words[opens - 1]) == ""


def with_owner_in_brackets(words: Sequence[Word], party: Party) -> Party:
    """A party with whose it is, brackets standing between: "ауданның (қаланың) | әкімдігі"."""
    opening = opens_at(words, party.first - 1, 1) if words[party.first - 1].tag == "close" else None
    if opening is None or opening < 2 or case_of(words[opening - 1]) != "genitive":
        return party
    return Party(phrase_start(words, opening - 1, 1), party.last, party.head)


def rest_of_list(words: Sequence[Word], start: int, end: int) -> int | None:
    """Who closes a list as the rest of it: "және [дерек жинайтын басқа да ұйымдар]", "объектілері бар өзге де ..."."""
    for k in range(start, min(end, start + _REACH)):
        if words[k].tag in _ENDS_LIST or words[k].tag in ("open", "close"):
            return None
        if words[k].norm in _WORDING.words("other") and words[k + 1].norm in _WORDING.words("particles"):
            return next((n for n in range(k + 2, min(k + 5, end)) if is_party(words, n, "")), None)
    return None


def acts_behind_brackets(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun before brackets only does what is said of another: "бірлестігі (одағы) бекітетін кодекс"."""
    close = (
        next((k for k in range(n + 1, end) if words[k].tag == "close"), None) if words[n + 1].tag == "open" else None
    )
    return close is not None and words[close + 1].tag == "future-participle" and not is_passive(words[close + 1].norm)


def owns_behind_brackets(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a plural before brackets has somebody behind them: "одақтар (бірлестіктер) төрағаларының ұсынысы"."""
    if words[min(n + 1, end)].tag != "open" or words[min(n + 2, end)].norm in _WORDING.words("from_here"):
        return False
    close = next((k for k in range(n + 1, end) if words[k].tag == "close"), end)
    owner = words[min(close + 1, end)]
    plural = is_bare_plural(words[n])
    return plural and is_owned(owner) and case_of(owner) == "genitive"

"""Posts whose first word a Russian text shortens: "Зам. директора ведет журнал", "Зав. складом проверяет его"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.parties.freedom import clause_around
from extract.finders.duties.russian.parties.names.persons import NOUNS, is_in
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_CASES = ("gent", "ablt", "nomn")
"""Cases of what stands behind a shortened post: "зам. директора", "зав. складом", "гл. инженер"."""
_ACTS = frozenset({"present", "future", "must", "entitled", "may", "obliged"})


def with_shortened_post(words: Sequence[Word], party: Party | None, role: str, first: int) -> Party | None:
    """A party with the shortened post before it; where nobody is named, who opens the clause of a doer so."""
    if party is not None:
        shortened = party.first > 2 and _is_shortened(words, party.first - 2)
        return Party(party.first - 2, party.last, party.head) if shortened else party
    if role != "subject" or words[first].tag not in _ACTS or words[first].subordinate:
        return None
    begin, _ = clause_around(words, first, first)
    head = begin + 2
    if head >= first or not _is_shortened(words, begin):
        return None
    case = next((case for case in _CASES if is_in(words[head], NOUNS, case)), None)
    return None if case is None else Party(begin, extent_of(words, head, case, head, first).last, head)


def _is_shortened(words: Sequence[Word], n: int) -> bool:
    return words[n + 1].text == "." and words[n].norm in _WORDING.words("shortened_posts")

"""What "по" tells behind a party: the field of a body or of a post, or how something is done."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")


def says_how(words: Sequence[Word], n: int) -> bool:
    """Whether "по" opens how something is done, not what a body is for: "по письменной заявке"."""
    while n + 1 < len(words) and is_in(words[n], ADJECTIVES):
        n += 1
    return n < len(words) and words[n].norm in _WAYS


_WAYS = _WORDING.words("by_way") | _WORDING.words("by_means")


def is_of_field(words: Sequence[Word], n: int) -> bool:
    """Whether a dative says what a body or a post is for: "комиссией по приписке граждан", "методист по работе"."""
    k = _field_before(words, n)
    if k == n or words[k].norm not in _WORDING.words("joins_fields") or (k + 1 < len(words) and says_how(words, k + 1)):
        return False
    if any(lemma in _OF_FIELDS for lemma, *_ in readings(words[k - 1].norm)):
        return True
    return _is_post(words, k - 1) and _names_field(words, k + 1)


_OF_FIELDS = _WORDING.words("bodies_of_fields") | _WORDING.words("posts_of_places")
"""Bodies of a field, and posts of a place ("дежурный по саду")."""


def is_way_of_post(words: Sequence[Word], n: int) -> bool:
    """Whether "по" behind a post tells how something is done, and no field: "методист | по утвержденному плану"."""
    opens = words[n].norm in _WORDING.words("joins_fields") and n > 0
    return opens and _is_post(words, n - 1) and not _names_field(words, n + 1)


def _field_before(words: Sequence[Word], n: int) -> int:
    """The place before the datives that close here: "по | учебной и иной работе", "по | охране труда и уходу"."""
    k = n
    while k > 1 and words[k].norm not in _WORDING.words("joins_fields") and _is_dative(words[k]):
        k -= 1
        if words[k].tag == "comma":
            k -= 1
        elif words[k].norm in AND_OR and not is_party(words, k + 1, "datv"):
            k -= 1
            while k > 1 and is_in(words[k], NOUNS | ADJECTIVES, "gent") and not _is_dative(words[k]):
                k -= 1
    return k


def _is_dative(word: Word) -> bool:
    return is_in(word, ADJECTIVES | NOUNS, "datv")


def _names_field(words: Sequence[Word], n: int) -> bool:
    """Whether a noun of a field stands here, attributes before it that tell its kind: "учебной работе", "АХЧ"."""
    while n + 1 < len(words) and _is_attribute_of_field(words[n]):
        n += 1
        n += words[n].tag == "comma" or words[n].norm in AND_OR
    if n >= len(words) or words[n].tag != "word":
        return False
    return is_abbreviation(words[n].text) or _WORDING.pattern("field_of_post").match(words[n].norm) is not None


def _is_attribute_of_field(word: Word) -> bool:
    told = is_in(word, ADJECTIVES, "datv") and not is_in(word, NOUNS, "datv")
    return told and not is_in(word, PARTICIPLES) and word.norm not in _WORDING.words("points_out")


def _is_post(words: Sequence[Word], n: int) -> bool:
    """Whether a post ends here, or one that stands in for another: "методист |", "заместитель директора |"."""
    if any(lemma in _WORDING.words("posts_of_fields") for lemma, *_ in readings(words[n].norm)):
        return True
    while n > 1 and is_in(words[n], NOUNS | ADJECTIVES, "gent") and not _stands_in(words[n]):
        n -= 1
    return _stands_in(words[n])


def _stands_in(word: Word) -> bool:
    return any(lemma in _WORDING.words("deputies") for lemma, *_ in readings(word.norm))

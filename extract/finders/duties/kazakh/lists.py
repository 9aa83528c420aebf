"""What goes on in a Kazakh phrase over more than one noun: the earlier of several things that an attribute governs."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_conditional, is_converb, is_owned, is_participle, is_verbal
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_FINITE = frozenset({"present", "passive", "becomes", "must", "need", "planned", "semicolon", "colon", "open", "close"})
"""Classes of words and marks that no list goes on over."""
_GOVERNS = 2
"""Words from what an attribute is bound to, to the attribute: "арттыруға бағытталған", "талдауға мүмкіндік беретін"."""


def earlier_bound(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """The last word of an earlier thing in the dative that an attribute of a phrase is bound to; None where none is.

    Written for "[гүлдерді күтуге, балаларды баулуда] отбасының рөлін арттыруға бағытталған жоба", whose phrase has
    been read back to "отбасының".
    """
    bound = next((n for n in range(first, head) if _is_bound(words, n)), None)
    if bound is None:
        return None
    for n in range(first - 1, begin, -1):
        word = words[n]
        if word.tag in _FINITE or is_conditional(word) or word.norm in _WORDING.words("opens_sentence"):
            return None
        if word.tag not in ("comma", "conjunction"):
            continue
        before = words[n - 1]
        alike = before.tag == "towards-doing" or (is_owned(before) and not is_converb(before))
        if case_of(before) == "dative" and alike:
            return n - 1
        if before.tag != "postposition" and (word.tag == "comma" or case_of(before)):
            return None  # of another list
    return None


def earlier_doing(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """The name of an earlier action of those that a phrase is about; None where none is.

    Written for "[бақты күту], аулада гүлдердің өсуін қадағалау бойынша жұмыс", whose phrase has been read back to
    "гүлдердің": between the list's comma and an owner only a place stands.
    """
    about = any(
        words[n].tag == "to-do" and case_of(words[n]) == "" and words[n + 1].norm in _WORDING.words("inside_object")
        for n in range(first, head)
    )
    n = first - 1
    if not about or (case_of(words[first]) != "genitive" and case_of(words[first + 1]) != "genitive"):
        return None
    while n > begin and (case_of(words[n]) == "locative" or _is_attribute(words, n)):
        n -= 1
    before = words[n - 1]
    joined = words[n].tag in ("comma", "conjunction") and n < first - 1 and n - 1 > begin
    return n - 1 if joined and before.tag == "to-do" and is_verbal(before) and case_of(before) == "" else None


def _is_attribute(words: Sequence[Word], n: int) -> bool:
    """Whether a word is an attribute, or joins two: "өңірлік және республикалық"."""
    if words[n].tag == "conjunction":
        return _WORDING.pattern("opens_attribute").search(words[n - 1].norm) is not None
    return _WORDING.pattern("opens_attribute").search(words[n].norm) is not None


def _is_bound(words: Sequence[Word], n: int) -> bool:
    """Whether a verb's noun in the dative is what a participle right behind it is bound to."""
    if words[n].tag != "towards-doing":
        return False
    behind = words[n + 1 : n + 1 + _GOVERNS]
    heavy = len(behind) > 1 and behind[0].norm in _WORDING.words("heavy_words") and is_participle(behind[1])
    return bool(behind) and (is_participle(behind[0]) or heavy)

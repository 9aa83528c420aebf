"""What stands before an object and is of its deed, though a verb in the object's phrase could govern it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, has_no_object, is_verbal
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_OUTER = frozenset({"locative", "dative"})


def without_adjuncts(words: Sequence[Word], first: int, head: int) -> int:
    """Where an object begins behind the places and receivers that open its phrase: "бақтарда [гүлдерді күту ісін]".

    They are of the deed where an accusative stands between them and the verb in the phrase, or where that verb only
    tells what a thing is about: "мектепке [есеп беру туралы хат]".
    """
    while (end := _outer(words, first, head)) is not None:
        first = end + 1
    return first


def _outer(words: Sequence[Word], first: int, head: int) -> int | None:
    """The last word of a place or a receiver that opens a phrase and is not of the verb in it."""
    end = next((n for n in range(first, head) if _parts(words, n)), None)
    if end is not None and words[end].norm in _WORDING.words("on_what"):
        behind = words[end + 1 : head]
        return end if any(map(_is_told_apart, behind)) else None
    if end is None or case_of(words[end]) not in _OUTER or is_verbal(words[end]):
        return None
    verb = next((n for n in range(end + 1, head) if is_verbal(words[n])), None)
    if verb is None:
        return None
    about = words[verb + 1].norm == "туралы"
    if has_no_object(words, verb) and case_of(words[verb]) == "":
        about = any(word.norm == "туралы" for word in words[verb:head])  # "әкімдікке [атқарылған жұмыс туралы есеп]"
    done_to = any(case_of(word) == "accusative" for word in words[end + 1 : verb])
    return end if about or done_to else None


def _is_told_apart(word: Word) -> bool:
    """Whether a word tells whose or about what an object is, so that a ground before it is of the deed."""
    owner = case_of(word) == "genitive" and not is_verbal(word)
    return owner or word.norm == "туралы" or word.norm in _WORDING.words("it")


def _parts(words: Sequence[Word], n: int) -> bool:
    """Whether a word ends the first part of a phrase: a noun in a case, a verb, a mark."""
    if is_verbal(words[n]) and words[n + 1].tag == "postposition":
        return False
    return case_of(words[n]) not in ("", "genitive") or is_verbal(words[n]) or words[n].tag in ("comma", "postposition")

"""What a Kazakh duty is done to: the accusative before its verb, the bare noun before "құру", a passive's subject."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.phrases import case_of, is_adverb, is_converb, is_verbal, phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_MODAL = frozenset(
    {
        "need",
        "must",
        "planned",
        "recommend",
        "becomes",
        "stays",
        "stop",
        "semicolon",
        "colon",
        "comma",
        "obliged",
        "can",
    }
    | {"cannot"}
)
_NOUNS = frozenset({"word", "imperative", "to-do", "its-doing", "past", "state", "title", "close"})
_MANNER = _WORDING.words("manner")
_CLOSED = frozenset({"start", "semicolon", "colon", "stop"})


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object before the verb of a decision; None where no noun stands as one.

    "1,5 млн жаңа оқушы орнын ашу қажет" -> "1,5 млн жаңа оқушы орнын", "қағидалар бекітілсін" -> "қағидалар".
    """
    verb = _content_verb(words, first, last, end)
    if verb is None:
        return None
    alone = words[verb].tag != "towards-doing" and any(
        _has_subject_alone(word) for word in words[verb : min(last, end) + 1]
    )
    n = _noun(words, verb, "" if alone else "accusative")
    if n is None and not alone and words[verb].tag != "present":
        n = _noun(words, verb, "")
    return None if n is None else (phrase_start(words, n, 1), n)


def _noun(words: Sequence[Word], verb: int, case: str) -> int | None:
    """The nearest noun in a case before a verb; phrases in other cases, with postpositions and of manner are passed.

    A noun without an ending right before an active verb is its object, too: "шаралар қабылдау".
    """
    n = verb - 1
    while n > 0:
        word = words[n]
        if word.tag in _CLOSED:
            return None
        if words[n - 1].tag == "dash" and word.norm in _WORDING.words("case_endings"):
            n = phrase_start(words, n - 2, 1) - 1  # "100 %-ға"
            continue
        if word.tag in _NOUNS and not is_converb(word) and not is_adverb(word) and word.norm not in _MANNER:
            found = _case(words, n)
            if found == case or (found == "" and n == verb - 1):
                return n
            if found:
                n = phrase_start(words, n, 1) - 1
                continue
            if case == "accusative":
                n = phrase_start(words, n, 1) - 1 if is_verbal(word) else n - 1
                continue
        elif word.tag == "postposition" or word.norm in _MANNER:
            n = phrase_start(words, n - 1, 1) - 1 if n > 1 else 0
            continue
        n -= 1
    return None


def _case(words: Sequence[Word], n: int) -> str:
    """The case of a noun or, behind brackets or quotes, of the noun before them."""
    if words[n].tag == "close":
        opening = next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1)
        return _case(words, opening - 1) if opening > 1 else ""
    return case_of(words[n])


def _has_subject_alone(verb: Word) -> bool:
    """Whether a verb tells what is done or goes on by itself: "құрылады", "ескерілетін", "жалғасады", "бекітілсін"."""
    return (
        verb.tag in ("passive", "passive-not")
        or (verb.tag == "proceed" and _WORDING.pattern("causative").search(verb.norm) is None)
        or _WORDING.pattern("passive_imperative").search(verb.norm) is not None
        or (
            verb.tag in ("future-participle", "its-doing")
            and _WORDING.pattern("passive_stem").search(verb.norm) is not None
        )
    )


def _content_verb(words: Sequence[Word], first: int, last: int, end: int) -> int | None:
    """The verb that says what is done: the verbal noun before "қажет", else the predicate itself."""
    done = any(_has_subject_alone(word) for word in words[first : min(last, end) + 1])
    n = first if first <= end and words[first].tag == "to-do" and not done else min(last, end)
    while n > 0 and words[n].tag == "close":
        n = next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1) - 1
    while n > 0 and (words[n].tag in _MODAL or words[n].norm in _WORDING.words("values")):
        n -= 1
    if n <= 0:
        return None
    heavy = _heavy(words, n)
    if heavy < n and words[heavy - 1].tag == "towards-doing":
        return heavy - 1  # "шығаруға жол берілмейді"
    n = heavy
    while n > 2 and words[n - 1].tag == "conjunction" and words[n - 2].tag == words[n].tag == "to-do":
        n = _heavy(words, n - 2)  # "әзірлеу және бекіту"
    return n


def _heavy(words: Sequence[Word], n: int) -> int:
    """The place of the words that say what a light verb does: "қамтамасыз ету", "жүзеге асыру"."""
    light = _WORDING.words("light_verbs")
    while (
        n > 1
        and any(words[n].norm.startswith(stem) for stem in light)
        and words[n - 1].norm in _WORDING.words("heavy_words")
    ):
        n -= 1
        light = _WORDING.words("heavy_words")
    return n


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = first
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("semicolon", "colon"):
            begin = n + 1
        elif words[n].norm in _WORDING.words("closes_aside") and not _is_of_verb(words, n):
            start = phrase_start(words, n - 1, begin) if n > begin else begin
            end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
            found |= set(range(start, end + 1))
            begin = end + 1
    return found


def _is_of_verb(words: Sequence[Word], n: int) -> bool:
    """Whether "сәйкес" belongs to a verb: "талаптарға сәйкес келтіру"."""
    return n + 1 < len(words) and _WORDING.pattern("brings").match(words[n + 1].norm) is not None

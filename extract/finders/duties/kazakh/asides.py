"""What a Kazakh duty's clause says beside its deed: why, for what, by which act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.phrases import case_of, is_adverb, is_converb, is_owned, is_verbal, phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = clause = first
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("semicolon", "colon"):
            begin = clause = n + 1
        elif words[n].norm in _WORDING.words("closes_aside") and not _is_of_verb(words, n):
            start = _start(words, n, begin, clause) if n > begin else begin
            if start == first and _comes_next(words, n, predicate):
                start = _behind_subject(words, start, n)
            end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
            found |= set(range(start, end + 1))
            begin = end + 1
    return found


def _comes_next(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether nothing but the predicate stands behind an aside: "... үшін жүргізіледі", "... жүзеге асырылады"."""
    between = words[n + 1 : predicate]
    return all(one.tag == "future-participle" or one.norm in _WORDING.words("heavy_words") for one in between)


def _behind_subject(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind what is done or done to, which opens a clause before its aside; `start` where nothing does.

    "Бірыңғай рейтингтік жүйе оқытуды бағалау үшін ..." goes on behind "жүйе", "Мамандарды даярлау нарық
    талаптарына сәйкес ..." behind "даярлау".
    """
    n = start
    while words[n].norm in _WORDING.words("determiners") or _WORDING.pattern("opens_attribute").search(words[n].norm):
        n += 1
    if case_of(words[n]) == "accusative" and words[n + 1].tag == "to-do":
        n += 1
    parted = n + 1 < end and case_of(words[n]) == "" and not is_owned(words[n + 1])
    return n + 1 if parted and words[n + 1].tag not in ("comma", "conjunction") else start


def _start(words: Sequence[Word], n: int, begin: int, clause: int) -> int:
    """Where a purpose or a ground begins: its phrase and, before a verb's name, what else the verbs in it govern.

    `begin` is behind the purpose before it, which belongs to this one where its verbs stand right behind it.
    """
    start = phrase_start(words, n - 1, begin)
    if words[n].norm not in _WORDING.words("closes_purpose") or not is_verbal(words[n - 1]):
        return start
    while start > clause and _hangs(words, start):
        at = start - 1
        at -= 1 if words[at].tag in ("postposition", "conjunction", "comma") and at > clause else 0
        start = phrase_start(words, at, clause)
    return start


def _hangs(words: Sequence[Word], start: int) -> bool:
    """Whether the word before a purpose can only belong to it: in a case that its verbs ask for, how, and for whom."""
    word, before = words[start - 1], words[start - 2] if start > 1 else words[0]
    if word.tag in ("conjunction", "comma"):
        return before.tag == "to-do" and is_verbal(before)
    if word.tag == "postposition":
        return word.norm in _WORDING.words("closes_purpose") and case_of(before) == "" and not is_verbal(before)
    governed = case_of(word) in ("dative", "ablative", "instrumental", "accusative")
    return governed or is_converb(word) or is_adverb(word)


def _is_of_verb(words: Sequence[Word], n: int) -> bool:
    """Whether "сәйкес" belongs to a verb: "талаптарға сәйкес келтіру"."""
    return n + 1 < len(words) and _WORDING.pattern("brings").match(words[n + 1].norm) is not None

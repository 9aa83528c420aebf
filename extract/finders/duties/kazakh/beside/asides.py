"""What a Kazakh duty's clause says beside its deed: why, for what, by which act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.bound_postpositions import is_of_what_follows
from extract.finders.duties.kazakh.beside.conditions import is_done_to_behind, may_tell_when, told_when
from extract.finders.duties.kazakh.beside.frames import cites_no_act, frames
from extract.finders.duties.kazakh.beside.grounds import agreements, by_acts
from extract.finders.duties.kazakh.beside.purposes import (
    behind_deed,
    behind_handed,
    behind_shared,
    behind_subject,
    behind_thing,
    start_of_aside,
    with_clause,
)
from extract.finders.duties.kazakh.forms import is_bond, looks_like
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = clause = first
    outside: tuple[int, int] | None = None
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("open", "close"):
            begin, clause, outside = _across(words, n, (begin, clause), outside)
        if words[n].tag in ("semicolon", "colon"):
            begin = clause = n + 1
        elif _closes_aside(words, n):
            clause = behind_deed(words, clause, n)
            begin = max(begin, clause)
            if (aside := _aside(words, n, (first, last), (begin, clause), predicate)) is not None:
                found |= set(aside)
                begin = aside.stop
        elif words[n].tag == "comma" and looks_like(words[n - 1].norm, "because"):
            found |= set(range(begin, n + 1))
            begin = n + 1
        elif may_tell_when(words[n]) and (when := told_when(words, n, begin, last, predicate)):
            found |= set(when)
            begin = when[-1] + 1
    end = min(last, predicate)
    return found | frames(words, first, end, found) | agreements(words, first, end) | by_acts(words, first, end)


def _closes_aside(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition closes a purpose or a ground: "үшін", "сәйкес"."""
    closes = words[n].norm in _WORDING.words("closes_aside")
    return closes and not is_of_what_follows(words, n) and not is_bond(words, n)


def _aside(
    words: Sequence[Word], n: int, whole: tuple[int, int], opening: tuple[int, int], predicate: int
) -> range | None:
    """The places of the purpose or ground that a postposition closes; None where it cites no act.

    It stands in the words from the first to the last of the `whole`, behind the two places of its `opening`: where
    it may begin, and where its clause does.
    """
    (first, last), (begin, clause) = whole, opening
    of_purpose = words[n].norm in _WORDING.words("closes_purpose")
    start = start_of_aside(words, n, begin, clause) if n > begin else begin
    if of_purpose:
        start = behind_thing(words, start, n, predicate) if start == first else start
        start = behind_shared(words, clause, start, n, predicate)
    opens = start == first or words[start - 1].norm in _WORDING.words("closes_time")
    alone = opens and (_comes_next(words, n, predicate) or _is_deed_behind(words, n, predicate))
    start = behind_subject(words, start, n) if alone else start
    if cites_no_act(words, start, n):
        return None
    end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
    end = _among_them(words, end, predicate)
    if words[n].norm == "сәйкес" and [word.norm for word in words[n + 1 : n + 3]] == ["нысан", "бойынша"]:
        end = n + 2  # of the annex that is pointed at
    handed = behind_handed(words, clause, n) if of_purpose else None
    if handed is not None:
        start = handed
    elif of_purpose and is_done_to_behind(words, end + 1, predicate):
        start = with_clause(words, clause, start)
    return range(start, end + 1)


def _across(
    words: Sequence[Word], n: int, here: tuple[int, int], outside: tuple[int, int] | None
) -> tuple[int, int, tuple[int, int] | None]:
    """Where what is told beside begins behind a bracket, and where it does outside: what opens inside ends there."""
    return (n + 1, n + 1, here) if words[n].tag == "open" else (*(outside or here), None)


def _among_them(words: Sequence[Word], end: int, predicate: int) -> int:
    """The last word of what goes on with a purpose by what is done meanwhile: "... үшін, оның ішінде ... отырып"."""
    pair = f"{words[end + 1].norm}-{words[end + 2].norm}" if end + 2 < predicate else ""
    if pair not in _WORDING.words("in_particular"):
        return end
    return next((n for n in range(end, predicate) if words[n].norm in _WORDING.words("while_doing")), end)


def _comes_next(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether nothing but the predicate stands behind an aside: "... үшін жүргізіледі", "... жүзеге асырылады"."""
    between = words[n + 1 : predicate]
    return all(one.tag == "future-participle" or one.norm in _WORDING.words("heavy_words") for one in between)


def _is_deed_behind(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether no subject stands behind the ground of what is done: "... сәйкес [аудандарда] жүргізіледі"."""
    done = words[predicate].tag == "passive" or any(
        word.tag == "future-participle" and looks_like(word.norm, "passive_participle") for word in words[n:predicate]
    )
    return words[n].norm == "сәйкес" and done and not is_done_to_behind(words, n + 1, predicate)

"""Where a Russian noun phrase stands behind a verb: the first one of a case that nothing governs."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.between import (
    behind_held,
    behind_office,
    behind_place,
    behind_role,
    behind_told,
    draws,
    is_recipient,
    is_told_recipient,
    over_owners,
    over_sources,
    said_to,
)
from extract.finders.duties.russian.complements.extents import STOPS, end_of
from extract.finders.duties.russian.governed import (
    AND_OR,
    FINITE_VERBS,
    INFINITIVES,
    behind_governed,
    is_pronoun,
    opens_participle,
)
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.openings import opens
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def phrase_from(words: Sequence[Word], start: int, end: int, case: str) -> tuple[int, int] | None:
    """The first noun phrase of a case from a place on that no preposition governs, to its end.

    Where there is none, a preposition governs one noun alone: "закрепляет за учеником наставника".
    """
    if case == "accs":
        start = behind_office(words, start, end)
    asked = start <= end and words[start].norm in _WORDING.words("from_whom")
    asked = asked and _WORDING.pattern("asks").match(words[start - 1].norm) is not None
    if case == "accs" and start <= end and _WORDING.pattern("regards").match(words[start - 1].norm):
        start = behind_held(words, start, end)
    if case == "accs" and start < end and f"{words[start].norm}-{words[start + 1].norm}" in _WORDING.words("as_what"):
        return _governed_by(words, behind_role(words, start + 2, end), end, case)
    if case == "accs" and (asked or _WORDING.pattern("attracts").match(words[start - 1].norm)):
        return behind_place(words, start, end) or _governed_by(words, start, end, case)
    found = _governed_by(words, start, end, case)
    if found is None and case == "accs":
        found = _governed_by(words, start, end, case, alone=True) or behind_place(words, start, end)
    return found


def _governed_by(
    words: Sequence[Word], start: int, end: int, case: str, *, alone: bool = False
) -> tuple[int, int] | None:
    n = start
    while n <= end:
        word = words[n]
        if word.tag in INFINITIVES and _is_joined(words, n):
            n += 1
            continue
        if word.tag == "comma" and (behind := _behind_relative(words, n, end)):
            n = behind
            continue
        if word.tag == "comma" and n > start and n < end and opens_participle(words, n + 1):
            n = next((k + 1 for k in range(n + 2, end) if words[k].tag == "comma"), n + 2)
            continue  # "взять на учет детей, | нуждающихся в уходе"
        if (
            word.tag in STOPS
            or _compares(words, n)
            or (word.tag in FINITE_VERBS and n > start and not _is_joined(words, n))
        ):
            return None
        if is_preposition(word):
            lone = alone and word.norm in _WORDING.words("for_oneself") | _WORDING.words("while")
            lone = lone or (case == "gent" and word.norm in _WORDING.words("from_whom"))  # "от мастера | ухода"
            lone = lone or (case == "accs" and word.norm in _WORDING.words("from_whom") and draws(words, n, end))
            lone = lone or (case == "accs" and words[min(n + 1, end)].norm in _WORDING.words("ones_own"))
            of_whom = not lone and case == "accs" and word.norm in _WORDING.words("from_whom")
            n = behind_governed(words, n + 1, end, alone=lone)  # "при уточнении бюджета | средства"
            n = over_sources(words, n, end) if of_whom else n
            continue
        if case == "accs" and is_told_recipient(words, n, end):
            n = next((k + 1 for k in range(n + 2, end) if words[k].tag == "comma"), end + 1)
            continue
        if is_recipient(word):
            made = n < end and words[n + 1].norm in _WORDING.words("made_for")  # "создать детям | условия"
            behind = n + 1 if made and case == "accs" else behind_governed(words, n, end, alone=alone)
            behind = over_owners(words, behind, end)
            n = said_to(words, n, behind) or behind_told(words, behind, end)
            continue
        if word.tag == "open":
            n = next((k for k in range(n, end + 1) if words[k].tag == "close"), n)
        elif (
            (word.tag == "title" or opens(words, n, end, case))
            and not is_pronoun(words[n])
            and word.norm not in _WORDING.words("to_whom")
            and not (case in ("accs", "nomn") and _counts_time(words, n, end))
        ):
            return n, end_of(words, n, end, case)
        n += 1
    return None


def _counts_time(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether how long or how often something is done stands here: "три года", "двух раз"."""
    times = _WORDING.words("of_time")
    counted = words[n - 1].tag == "number" or is_case(words[n - 1], "accs", _NUMERALS)
    counted = counted or is_case(words[n - 1], "gent", _NUMERALS)
    return (words[n].norm in times and counted) or (
        n < end and words[n + 1].norm in times and is_case(words[n], "accs", _NUMERALS)
    )


_NUMERALS = frozenset({"NUMR"})


def _behind_relative(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind a relative clause that opens at a comma and closes before the phrase: 0 where none does."""
    relative = next((k for k in range(n + 1, min(n + 4, end)) if words[k].tag == "relative"), None)
    if relative is None:
        return 0
    close = next((k for k in range(relative, end) if not words[k].subordinate), None)
    return close + 1 if close is not None and words[close].tag == "comma" else 0


def _compares(words: Sequence[Word], n: int) -> bool:
    """Whether examples open behind a comma, or as what something is seen: ", как клубы", "рассматривать как дар"."""
    seen = words[n - 1].tag in INFINITIVES and not any(word.norm in _WORDING.words("both_and") for word in words[n:])
    return words[n].norm == "как" and (seen or words[n - 1].tag == "comma")


def _is_joined(words: Sequence[Word], n: int) -> bool:
    """Whether a verb goes on with the one before it, the object common to both: "дорабатывает и вносит проект"."""
    k = n - 1
    while k > 0 and words[k].tag == "word" and words[k].norm not in AND_OR:
        k -= 1
    before = words[k - 1].tag
    alike = before in (words[n].tag, "word") or {before, words[n].tag} <= INFINITIVES
    return alike and (words[k].norm in AND_OR or words[k].tag == "comma")

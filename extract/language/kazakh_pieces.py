"""Pieces of Kazakh words that begin as no word of the language does: "денсау" + "лық", "кәсіпкер" + "лікті".

A chain of endings that is no word by itself        көрсеткіш тің, басқар масы, объекті ні
One that begins as only endings do (л, р)           қала лық, мекемеле рінде, шара лар
The end of one that was torn inside                 республикал ық
At the end of a line also one that might be a word  мәлімет / тер, өткізіл / ген
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.kazakh_sounds import agrees
from kzedu_graph.language.late_patterns import late

_DERIVED = "(?:[лдт][ыі][қкғг])"
_PLURAL = "(?:[лдт][ае]р)"
_OWN = "(?:с[ыі]н?|[ыі]н?)"
_CASE = "(?:[нд]?[ыі]ң|н?[ыі]ң|[дт][ыі]ң|ға|ге|қа|[нд][ыі]|т[ыі]|н[ае]|н?д[ае]|[нд][ае]н|т[ае]н|н?дағы|н?дегі)"
_CHAIN = late(f"{_DERIVED}?{_PLURAL}?{_OWN}?{_CASE}?")
"""What nouns end in, from the suffix that makes a noun of one on."""
_CUT_PLURAL = late(f"р{_OWN}?{_CASE}?")
"""The end of a plural that was torn inside it: "мекемеле" + "рінде"."""
_CUT_DERIVED = late(f"[ыі][қкғг]{_PLURAL}?{_OWN}?{_CASE}?")
"""The end of a suffix that was torn inside it: "республикал" + "ық"."""
_BEFORE_CUT = late("[^\\W\\d_]{2,}[лдт]")
_VERBAL = late(f"[мп][ае]с[ыі](?:н?{_CASE})?")
"""The end of a noun made of a verb: "басқар" + "масы"."""
_BEGINS_AS_ENDINGS_DO = late(f"{_DERIVED}|{_PLURAL}")
_ENDINGS = frozenset(
    (
        *("ы", "і", "ң", "сы", "сі", "ны", "ні", "ды", "ді", "ты", "ті", "ға", "ге", "қа"),
        *("ның", "нің", "дың", "дің", "тың", "тің", "лары", "лері", "дары", "дері", "тары", "тері", "сын", "сін"),
        *("сының", "сінің", "сына", "сіне", "сында", "сінде", "ындағы", "індегі", "ының", "інің", "ына", "ында"),
    )
)
"""Endings that are no words in Kazakh."""
_NO_WORDS_AT_LINE_ENDS = frozenset(
    f"{plural}{case}" for plural in ("дар", "тар") for case in ("", "ға", "дың")
) | frozenset(f"{plural}{case}" for plural in ("дер", "тер") for case in ("", "ге", "дің"))
"""Endings that are words, too, which no name is followed by."""
_PASSIVE = late("[^\\W\\d_]{2,}[ыіаеө][лн]")
_PARTICIPLE = late("ған|ген")
_ACTION = late(f"ну(?:[ыі]н?)?(?:{_CASE})?")
"""The end of the name of an action: "пайдала" + "нуға"."""
_MAKES_VERBS = ("ла", "ле", "да", "де", "та", "те")
_PER, _OF_RATES = "шаққан", "да"
"""The halves of the word that rates end with: "1000 адамға шаққан" over "да"."""
CACHED_TAILS = 20_000
SHORTEST_HEAD = 3
"""Letters of a piece that may begin a word which stands nowhere whole."""


def is_mere_ending(head: str, tail: str, *, at_line_end: bool = False) -> bool:
    """Whether a piece, in small letters, is no word but the end of the one before it."""
    if (
        len(head) < SHORTEST_HEAD
        or not tail
        or not _looks_like_an_ending(tail)
        or not agrees(head, _first_syllable(tail))
    ):
        return False
    return _ends_a_word(head, tail) or (at_line_end and _ends_a_line(head, tail))


@lru_cache(maxsize=CACHED_TAILS)
def _looks_like_an_ending(tail: str) -> bool:
    """Whether a piece may be the end of any word: nearly none is, and most pieces come again."""
    patterns = _CUT_DERIVED, _VERBAL, _PARTICIPLE, _ACTION
    return (
        tail in _ENDINGS
        or tail == _OF_RATES
        or tail in _NO_WORDS_AT_LINE_ENDS
        or tail[0] in "рл"
        or any(p.fullmatch(tail) for p in patterns)
    )


def _ends_a_word(head: str, tail: str) -> bool:
    """Whether a piece is no word anywhere, and may stand behind this head."""
    if tail in _ENDINGS:
        return _is_read_off(head, tail)
    if tail[0] == "р":
        return head.endswith(_MAKES_VERBS) and bool(_CUT_PLURAL.fullmatch(tail))
    if _CUT_DERIVED.fullmatch(tail):
        return bool(_BEFORE_CUT.fullmatch(head))
    begins = tail[0] == "л" and _CHAIN.fullmatch(tail) and _BEGINS_AS_ENDINGS_DO.match(tail)
    return bool(begins or _VERBAL.fullmatch(tail))


def _ends_a_line(head: str, tail: str) -> bool:
    """Whether a piece that might be a word is an ending where a line ended behind the head."""
    if tail in _NO_WORDS_AT_LINE_ENDS:
        return _is_read_off(head, tail)
    if head == _PER and tail == _OF_RATES:
        return True
    if _PARTICIPLE.fullmatch(tail):
        return bool(_PASSIVE.fullmatch(head))
    return tail in _ENDINGS or (head.endswith(_MAKES_VERBS) and bool(_ACTION.fullmatch(tail)))


def _is_read_off(head: str, tail: str) -> bool:
    return any("".join(one.form for one in reading.endings).endswith(tail) for reading in analyse(head + tail))


def _first_syllable(tail: str) -> str:
    """An ending up to its first vowel, which the word's harmony demands."""
    match = re.match("[^аеыіәөүұо]*[аеыіәөүұо]", tail)
    return match[0] if match else tail

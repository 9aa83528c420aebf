"""What closes a Russian deed and is none of it: a relative clause, a reason, what comes of what is done."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import FINITE_VERBS, INFINITIVES, opens_participle
from extract.finders.duties.russian.kinds import is_preposition
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def closed_off(words: Sequence[Word], first: int, last: int) -> set[int]:
    """The places of what closes the words from one place to another: ", который ...", ", что даст ...", "– это даст".

    What stands in brackets closes them alone; "в том случае, если" goes with its clause.
    """
    found: set[int] = set()
    depth = 0
    for k in range(first, last + 1):
        depth = max(0, depth + {"open": 1, "close": -1}.get(words[k].tag, 0))
        effect = words[k].tag in ("comma", "dash") and _tells_effect(words, k + 1)
        if words[k].tag == "comma" and (close := _end_of_reference(words, k + 1, last)):
            found |= set(range(_before_exception(words, k, first), close + 1))
            continue
        if words[k].tag == "comma" and (close := _end_by_law(words, k + 1, last)):
            except_for = _before_exception(words, k, first)
            found |= set(range(except_for, close + 1)) if except_for < k else set()
        if (
            k in found
            or _is_of_whoever(words, k)
            or not (
                effect or (words[k].tag == "comma" and (_ends_in_relative(words, k, last) or _tells_why(words, k + 1)))
            )
        ):
            continue
        end = next((n - 1 for n in range(k, last + 1) if words[n].tag == "close"), last) if depth else last
        found |= set(range(_without_comma(words, k) or _behind_pointer(words, k, first), end + 1))
        if not depth:
            break
    return found


def _end_of_reference(words: Sequence[Word], n: int, last: int) -> int:
    """The last word of a participle that points at a place of an act: ", указанных в пункте 3 Правил"; else 0."""
    if n > last or _WORDING.pattern("refers").match(words[n].norm) is None:
        return 0
    at = next((k for k in range(n + 1, min(n + 4, last)) if _WORDING.pattern("place_of_act").match(words[k].norm)), 0)
    ordinal = _WORDING.pattern("ordinal")
    behind = words[at + 1 : min(at + 1 + _NUMBERED, last + 1)]
    number = any(word.tag == "number" or ordinal.match(word.norm) for word in behind)
    if not at or not number:
        return 0
    end = next((k - 1 for k in range(at, last + 1) if words[k].tag in ("comma", "semicolon")), last)
    return end if not any(words[k].tag in FINITE_VERBS for k in range(n, end + 1)) else 0


_NUMBERED = 3
"""Words from a place of an act to its number: "абзацем третьим пункта 31"."""


def _end_by_law(words: Sequence[Word], n: int, last: int) -> int:
    """The last word of a participle that points at the laws as a whole: ", установленных законодательством"; else 0."""
    if n + 1 > last or _WORDING.pattern("refers").match(words[n].norm) is None:
        return 0
    at = next((k for k in range(n + 1, min(n + 3, last) + 1) if _WORDING.pattern("laws").match(words[k].norm)), 0)
    end = next((k - 1 for k in range(at, last + 1) if words[k].tag in ("comma", "semicolon", "stop")), last)
    return end if at and not any(words[k].tag in FINITE_VERBS for k in range(n, end + 1)) else 0


def _before_exception(words: Sequence[Word], k: int, first: int) -> int:
    """The place of an exception that a place of an act alone tells of: "| , за исключением роз, указанных в ..."."""
    for n in range(k - 2, max(first, k - _EXCEPTION) - 1, -1):
        if f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("but_for"):
            return n - (words[n - 1].tag == "comma")
        if words[n].tag == "comma":
            break
    return k


_EXCEPTION = 8
"""Words from a participle's comma back to "за исключением"."""


def _is_of_whoever(words: Sequence[Word], k: int) -> bool:
    """Whether a clause behind a comma alone tells who or what is meant.

    "помощь лицам, в отношении которых ...", "добиться, чтобы ...".
    """
    aim = words[k - 1].tag in INFINITIVES and words[min(k + 1, len(words) - 1)].norm in _WORDING.words("aims_at")
    return words[k].tag == "comma" and (aim or words[k - 1].norm in _WORDING.words("whoever_told"))


def _without_comma(words: Sequence[Word], k: int) -> int:
    """The place of a relative word whose own comma is wanting: "мастеров, директоров школ | которые ..."; else 0."""
    opens = next((n for n in range(k + 2, min(k + 5, len(words))) if words[n].tag == "relative"), 0)
    subject = opens and words[opens].norm in _WORDING.words("relative_subjects")
    return opens if subject and is_case(words[opens - 1], "gent") and not is_preposition(words[k + 1]) else 0


def before_fact(words: Sequence[Word], verb: int, last: int) -> int:
    """The last word of a deed before what only is so of its subject: "Совет избирается | и состоит из мастеров"."""
    for n in range(verb + 2, last):
        joined = words[n - 1].norm in _WORDING.words("and_or") and not words[n].subordinate
        fact = words[n].tag == "stative" or words[n].norm in _WORDING.words("being")
        fact = fact or (words[verb].tag == "passive" and words[n].norm in _WORDING.words("lays_down_what"))
        if joined and fact and words[verb].tag in ("passive", "present"):
            return n - 2
    return last


def before_aside(words: Sequence[Word], verb: int, last: int) -> int:
    """The last word before what only is so beside a deed: whom it leaves out, or why it is let or banned.

    "Въезд запрещен, | исключение составляют машины", "Перевод не допускается: | решение принимает совет", "Не
    допускается вынос роз: | они помогают саду".
    """
    for n in range(verb + 1, last):
        if words[n].tag in _MARKS and f"{words[n + 1].norm}-{words[min(n + 2, last)].norm}" in _EXCEPTS:
            return n - 1
    colon = next((n for n in range(verb + 1, last) if words[n].tag == "colon"), 0)
    if words[verb].tag not in _JUDGES or not colon:
        return last
    told = (word.tag for word in words[colon + 1 : last + 1] if word.tag in _TELLS | INFINITIVES | {"semicolon"})
    return colon - 1 if next(told, "") in _TELLS else last


_MARKS = frozenset({"comma", "semicolon"})
_EXCEPTS = _WORDING.words("leaves_out")
_JUDGES = frozenset({"forbidden", "allowed"})
_TELLS = frozenset({"present", "future", "passive", "effect", "stative", "past"})


def _behind_pointer(words: Sequence[Word], k: int, first: int) -> int:
    """The place of a comma, or of the words before it that point at its clause: "в том случае|, если"."""
    if k - 2 >= first and f"{words[k - 2].norm}-{words[k - 1].norm}" in _WORDING.words("opens_condition"):
        return k - 2  # "на время|, в течение которого ..."
    pointed = k - 3 >= first and [word.norm for word in words[k - 3 : k]] == ["в", "том", "случае"]
    return k - 3 if pointed and words[k + 1].tag == "relative" else k


def _tells_effect(words: Sequence[Word], n: int) -> bool:
    """Whether what comes of the deed is told: ", что позволит ...", ", это даст ..."."""
    if n + 1 >= len(words) or words[n].norm not in _WORDING.words("which"):
        return False
    return words[n + 1].tag == "effect" or (words[n].tag == "that" and _sums_up(words, n))


def _sums_up(words: Sequence[Word], n: int) -> bool:
    """Whether "что" takes up the whole deed behind a noun: ", что в совокупности обеспечивает рост"."""
    behind = words[n + 1 : n + 5]
    verb = next((k for k, word in enumerate(behind) if word.tag in ("present", "effect", "stative", "will")), None)
    if verb is None or words[n - 2].tag != "word":
        return False
    return not behind[:verb] or is_preposition(behind[0])


def _tells_why(words: Sequence[Word], n: int) -> bool:
    """Whether a reason is told: ", так как ..."."""
    return n + 1 < len(words) and f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("why")


def _ends_in_relative(words: Sequence[Word], k: int, last: int) -> bool:
    """Whether a relative clause behind a comma closes the deed; it stays where more of the deed follows it."""
    opens = next((n for n in range(k + 1, min(k + 5, last + 1)) if words[n].tag in ("relative", "comma")), None)
    if opens is None or words[opens].tag == "comma":
        return False
    if words[k + 1].norm in _WORDING.words("asks_which"):
        return False  # "указывает мастеру, каким требованиям не соответствует заявка"
    if words[k - 1].norm in _WORDING.words("sees_to") and words[k + 1].norm in _WORDING.words("so_that"):
        return False  # "добиться, чтобы сады были открыты"
    close = next((n for n in range(opens, last + 1) if not words[n].subordinate), None)
    goes_on = close is not None and words[close].tag == "comma" and close + 1 <= last
    more = goes_on and close is not None and is_case(words[close + 1], "accs")
    return not more or close is None or opens_participle(words, close + 1)

"""How far a Russian aside goes on over what it lists, and over genitives that hang on it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, PARTICIPLES, is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    FINITE_VERBS,
    INFINITIVES,
    agrees,
    cases_of,
    is_among,
    is_any_noun,
    opens_participle,
)
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def among(words: Sequence[Word], n: int) -> bool:
    """Whether "в том числе" stands here, behind a comma."""
    return words[n - 1].tag == "comma" and is_among(words, n)


def over_list(words: Sequence[Word], end: int, last: int, start: int) -> int:
    """The end of an aside that goes on behind a comma: ", а также сопровождения курсов", ", утвержденных приказом".

    A row of genitives that stood before the aside's `start` is the deed's, and goes on: "полива роз, кустов согласно
    плану, | деревьев".
    """
    row = any(words[n].tag == "comma" and _is_genitive_row(words, n) for n in range(max(1, start - _ROW), start))
    while end + 2 <= last and words[end + 1].tag == "comma":
        k = end + 2
        also = words[k].norm in _WORDING.words("contrasts") and words[min(k + 1, last)].norm in _WORDING.words("also")
        part = among(words, k) and k + 3 <= last
        also = also or (part and (is_preposition(words[k + 3]) or is_case(words[k + 3], "gent", NOUNS)))
        genitive = is_case(words[k], "gent", NOUNS) and not is_case(words[k], "accs", NOUNS)
        listed = is_case(words[k], "gent", NOUNS) and not is_preposition(words[k])
        genitive = genitive or (listed and (_is_of_passive(words, end) or _tells_cases(words, start)))
        genitive = genitive or (doing_at(words, k) and _is_of_purpose(words, end))
        told = words[k + (words[k].tag == "not" and k < last)]  # ", не связанных с поливом"
        clause = opens_participle(words, k) and (_is_oblique_participle(told) or _is_told_of(words, k))
        further = words[k].norm in AND_OR and k < last and _is_oblique(words[k + 1])  # ", и решением совета"
        further = further or (words[k].norm in AND_OR and doing_at(words, k + 1) and _is_of_purpose(words, end))
        further = further or cases_of(words[k]) == {"loct"}  # "для участия в полях, | садах и рощах"
        further = further or (cases_of(words[k]) == {"datv"} and _is_toward(words, end, start))
        genitive = (genitive or _is_attributed_genitive(words, k, last)) and not row
        if not also and not genitive and not clause and not further:
            break
        end = next((m - 1 for m in range(k, last + 1) if _ends_part(words, m)), last)
    return end


def _is_toward(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether "к" opened the row that goes on: "требованиям, предъявляемым к садам, | теплицам"."""
    opening = next((n for n in range(end, start, -1) if is_preposition(words[n])), start)
    return words[opening].norm in _WORDING.words("toward")


def _ends_part(words: Sequence[Word], m: int) -> bool:
    """Whether a part of an aside's list ends before a word: a mark, or "и" behind brackets that no genitive follows."""
    if words[m].tag == "comma" and words[m - 1].tag == words[min(m + 1, len(words) - 1)].tag == "number":
        return False  # "установленном пунктами 3, 4 и 5"
    if words[m].tag in ("comma", "semicolon", "stop"):
        return True
    joined = words[m].norm in AND_OR and words[m - 1].tag == "close" and m + 1 < len(words)
    return joined and not is_case(words[m + 1], "gent") and not is_case(words[m + 1], "gent", ATTRIBUTES)


_ROW = 12
"""Words back from an aside to the last comma of a row before it."""


def _is_genitive_row(words: Sequence[Word], n: int) -> bool:
    """Whether a comma parts genitives: "вопросы полива, | ухода"."""
    behind = words[n + 1] if n > 0 else words[0]
    return n > 0 and is_case(words[n - 1], "gent", NOUNS) and is_case(behind, "gent") and not is_case(behind, "nomn")


def _is_told_of(words: Sequence[Word], k: int) -> bool:
    """Whether a participle behind a comma tells of a noun of the aside: "согласно порядку для школ, | ведущих ..."."""
    return any(is_any_noun(words[n]) and agrees(words[k], words[n]) for n in range(max(k - _NOUNS, 1), k - 1))


_NOUNS = 4
"""Words from a comma back to the noun that a participle behind it tells of."""


def _is_oblique(word: Word) -> bool:
    """Whether a noun or its attribute can stand only in a case of grounds: "решением", "графику"."""
    cases = cases_of(word) or {case for _, pos, case, _ in readings(word.norm) if pos in ATTRIBUTES}
    return word.tag == "word" and bool(cases) and cases <= {"ablt", "datv", "loct"}


def _is_attributed_genitive(words: Sequence[Word], k: int, last: int) -> bool:
    """Whether a noun with attributes in the genitive alone stands here: ", медицинской справки"."""
    n = k
    while n < last and is_case(words[n], "gent", ATTRIBUTES) and not is_any_noun(words[n]):
        n += 1
    return n > k and is_case(words[n], "gent", NOUNS) and not is_case(words[k], "accs", ATTRIBUTES)


def _is_of_passive(words: Sequence[Word], end: int) -> bool:
    """Whether a purpose is of what is done, so that no accusative follows: "собраны для полноты, | неизменности"."""
    start = next((n for n in range(end, 0, -1) if words[n].norm in _WORDING.words("opens_leading_aside")), 0)
    verb = next((words[n].tag for n in range(start, 0, -1) if words[n].tag in FINITE_VERBS | INFINITIVES), "")
    return start > 0 and verb in ("passive", "participle")


def _tells_cases(words: Sequence[Word], start: int) -> bool:
    """Whether cases in which something is done are told, so that no accusative follows: "производится | в случаях"."""
    cases = f"{words[start].norm}-{words[start + 1].norm}" in _WORDING.words("cases")
    verb = next((words[n].tag for n in range(start, 0, -1) if words[n].tag in FINITE_VERBS | INFINITIVES), "")
    return cases and verb in ("passive", "participle")


def _is_of_purpose(words: Sequence[Word], end: int) -> bool:
    """Whether an aside, or the list that it ends, tells a purpose: "в целях обмена опытом, развития связей"."""
    purposes = _WORDING.words("purposes") | _WORDING.words("opens_leading_aside")
    start = next((n for n in range(end, 0, -1) if words[n].norm in purposes), 0)
    return start > 0 and not any(word.tag in FINITE_VERBS | INFINITIVES | {"semicolon"} for word in words[start:end])


def _is_oblique_participle(word: Word) -> bool:
    """Whether a participle goes on with a ground, not with what is done to: "в порядке, определенном планом"."""
    return any(is_case(word, case, PARTICIPLES) for case in ("gent", "loct", "ablt")) and not is_case(
        word, "nomn", PARTICIPLES
    )


def doing_at(words: Sequence[Word], n: int) -> bool:
    """Whether the name of an action stands here, behind attributes: "эффективного управления", "более быстрого ..."."""
    while n + 1 < len(words) and (
        (words[n].tag == "word" and is_case(words[n], "gent", ATTRIBUTES)) or words[n].norm in _WORDING.words("than")
    ):
        n += 1
    return n < len(words) and is_doing(words[n]) and is_case(words[n], "gent", NOUNS)

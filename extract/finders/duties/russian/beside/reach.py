"""How far an aside of a Russian clause reaches: what carries it on, brackets, lists, what is inserted."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.beside.carried_on import carries_on
from extract.finders.duties.russian.beside.listed import doing_at, over_list
from extract.finders.duties.russian.beside.openers import opens_aside
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    agrees,
    behind_governed,
    cases_of,
    is_participle,
    opens_participle,
)
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_ORDER = 12
"""Words from "в установленном" over who laid it down to "порядке"."""
_ATTRIBUTED = 3
"""Words that open a condition whose noun has an attribute."""


def end_of_aside(words: Sequence[Word], n: int, length: int, clause: tuple[int, int], predicate: int) -> int:
    """The last word of an aside of a clause (its first and last word) that so many words open at a place."""
    first, last = clause
    alone = length == _ATTRIBUTED and not is_case(words[min(n + length, last)], "gent")  # "в особых случаях"
    end = n + length - 1 if alone else behind_governed(words, n + length, last) - 1
    ordered = (k for k in range(n + 2, min(n + _ORDER, last + 1)) if words[k].norm in _WORDING.words("in_order"))
    order = next(ordered, None)
    end = order if order is not None and length == 2 else end
    own = words[end].norm in _WORDING.words("powers")  # "в пределах своих полномочий | от школы"
    own = own or (end == order and is_participle(words[n + 1]))  # "в установленном законом порядке | заявки"
    end = end if own else _carried_on(words, end, clause, predicate)
    while n == first and end + 2 <= last and _lists_further(words, end + 1, predicate):
        end = _carried_on(words, behind_governed(words, end + 2, last) - 1, clause, predicate)
    end = _over_inserted(words, end, predicate) if n == first else over_list(words, end, last, n)
    closes = n > predicate and words[n - 1].tag == "comma"
    return _beyond_brackets(words, n + length, _out_of_brackets(words, n, end, last), last, closes=closes)


def _carried_on(words: Sequence[Word], end: int, clause: tuple[int, int], predicate: int) -> int:
    """The end of an aside with the words that carry it on, none of which opens a further one."""
    first, last = clause
    while end + 1 <= last and carries_on(words, end + 1, predicate) and not opens_aside(words, end + 1, first):
        end = _over_word(words, end + 1, last)
    return end


def _lists_further(words: Sequence[Word], comma: int, predicate: int) -> bool:
    """Whether a further doing or genitive of a leading aside stands behind a comma: "в целях роста, | ухода"."""
    n = comma + 1
    genitive = n < predicate and words[comma].tag == "comma" and _is_plain_genitive(words, n)
    return words[comma].tag == "comma" and (doing_at(words, n) or genitive)


def _over_word(words: Sequence[Word], n: int, last: int) -> int:
    """The end of what goes on with a word of an aside: with a closing bracket, itself."""
    return n if words[n].tag == "close" else max(n, behind_governed(words, n + 1, last) - 1)


def _out_of_brackets(words: Sequence[Word], n: int, end: int, last: int) -> int:
    """The end of an aside, behind the brackets that it opens."""
    depth = sum({"open": 1, "close": -1}.get(word.tag, 0) for word in words[n : end + 1])
    return next((k for k in range(end + 1, last + 1) if words[k].tag == "close"), end) if depth > 0 else end


def _beyond_brackets(words: Sequence[Word], start: int, end: int, last: int, *, closes: bool) -> int:
    """The end of an aside that goes on with "и" behind its brackets: "согласно плану (саду) и порядку".

    What its noun, at `start`, shares no case with is the deed's: "к садам согласно плана (школы) и | паркам", and so
    is what could be done to, unless the aside `closes` behind a comma (", при наличии плана (карты) и разрешения").
    """
    k = end + 2
    if k > last or words[end].tag != "close" or words[end + 1].norm not in AND_OR:
        return end
    own, asked = (cases_of(one) or {case for _, _, case, _ in readings(one.norm)} for one in (words[k], words[start]))
    return behind_governed(words, k, last) - 1 if own & asked and (closes or not own & {"nomn", "accs"}) else end


def _over_inserted(words: Sequence[Word], end: int, predicate: int) -> int:
    """The end of a leading aside with a participle's clause inside or a second aside behind a comma.

    Written for "Для вхождения детей, не говорящих на языке, в учебный процесс, ... планируется".
    """
    commas = [k for k in range(end + 1, predicate) if words[k].tag == "comma"]
    if len(commas) < 2 or commas[0] != end + 1:
        return end
    k = commas[0] + 1
    k += words[k].norm in _WORDING.words("contrasts") or words[k].tag == "not"
    inserted = opens_participle(words, k) or (words[k - 1].tag == "not" and is_participle(words[k]))
    inserted = inserted or any(is_participle(word) and is_case(word, "gent") for word in words[k : commas[1]])
    also = words[k].norm in _WORDING.words("also")
    return commas[-1] - 1 if inserted or also else end


def _is_plain_genitive(words: Sequence[Word], n: int) -> bool:
    """Whether a noun that is a genitive alone stands here, behind attributes: "в целях роста, | старых школ"."""
    while n + 1 < len(words) and agrees(words[n], words[n + 1], "gent"):
        n += 1
    return cases_of(words[n]) == {"gent"}

"""Where the name of a Kazakh party begins whose noun or attribute governs what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_adjective, is_owned, is_verbal, looks_like, stem_of
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_AGENT = _WORDING.pattern("agent")
CLOSES = frozenset({"present", "must", "obliged", "entitled"})
"""Classes of words that close a clause of somebody who acts."""


def governed_start(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """Where a name begins that opens with what is governed in it; None where nothing of the kind opens it."""
    for start_of in (_start_of_bound, _start_of_user, _start_of_carried_field, _start_of_field, _start_of_taking_part):
        if (start := start_of(words, first, head, begin)) is not None:
            return start
    return None


def _start_of_bound(words: Sequence[Word], first: int, _: int, begin: int) -> int | None:
    """Where somebody's name begins who must do something: "суаруға тиіс бақ иелері"."""
    bound = words[first].tag == "must" and first - 1 >= begin and words[first - 1].tag == "towards-doing"
    return phrase_start(words, first - 1, begin) if bound else None


def _start_of_taking_part(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """Where somebody's name begins whose attribute is of who takes part in something or passes it.

    Written for "бақтың сынақтан өтуші қызметшісі" and "жиынға қатысушы тараптар".
    """
    if first - 1 < begin or first == head or words[first - 1].tag != "word" or not _AGENT.search(words[first].norm):
        return None
    case = case_of(words[first - 1])
    if case == "dative" and _goes_elsewhere(words, head):
        return phrase_start(words, first - 1, begin)
    if case != "ablative":
        return None
    start = phrase_start(words, first - 1, begin)
    owner = start - 1 >= begin and case_of(words[start - 1]) == "genitive"
    return phrase_start(words, start - 1, begin) if owner else start


def _goes_elsewhere(words: Sequence[Word], head: int) -> bool:
    """Whether a dative of its own stands between a party and the verb that closes its clause."""
    closes = CLOSES | {"towards-doing"}
    verb = next((n for n in range(head + 1, len(words)) if words[n].tag in closes), len(words))
    return any(word.tag == "word" and case_of(word) == "dative" for word in words[head + 1 : verb])


def _start_of_field(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """Where a body's name begins that is told by what it does something to: "Тұрғындарды қорғау және бақ органдары".

    What stands in front of the verb's noun is its own where the clause has another thing that is done, or where the two
    are one word for a field ("жұмыспен қамту бөлімі"); None where neither is so.
    """
    doing = first + (is_adjective(words[first]) or looks_like(words[first].norm, "opens_attribute"))  # "мемлекеттік"
    if first - 1 < begin or words[doing].tag != "to-do" or case_of(words[doing]) or not is_owned(words[head]):
        return None
    before = words[first - 1]
    if before.tag not in ("word", "to-do", "past") or case_of(before) not in ("accusative", "instrumental"):
        return None
    one = f"{before.norm}-{words[first].norm}" in _WORDING.words("fields_of_bodies")
    start = phrase_start(words, first - 1, begin)
    if (
        start - 1 >= begin
        and f"{words[start - 1].norm}-{words[start].norm[: words[start].norm.rfind('у') + 1]}"
        in _WORDING.words("fields_of_bodies")
    ):
        start -= 1
    opens = start == begin or words[start - 1].tag in ("postposition", "comma", "conjunction", "colon")
    apart = words[start - 1].tag == "comma" and any(case_of(word) == "accusative" for word in words[begin:start])
    return start if one or (opens and (apart or has_thing_behind(words, head))) else None


def _start_of_carried_field(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """Where a body's name begins that is told by what it carries out: "Бақ саласында сапаны қамтамасыз ету комитеті".

    What stands before the doing in the accusative is of the name; one further in front is what is done, where nothing
    behind the name is: "тексеруді | сапаны қамтамасыз ету комитеті жүргізеді".
    """
    doing = first + (words[first].norm in _WORDING.words("heavy_words"))
    if words[doing].tag != "to-do" or words[doing - 1].norm not in _WORDING.words("heavy_words"):
        return None
    part = stem_of(words[head]) in _WORDING.words("parts_of_bodies") and is_owned(words[head])
    things = [n for n in range(begin, doing - 1) if case_of(words[n]) == "accusative"]
    if not part or case_of(words[doing]) or not things or things[-1] != doing - 2:
        return None
    if len(things) > 1 and not (has_thing_behind(words, head) or any(word.tag == "colon" for word in words[head:])):
        begin = things[-2] + 1
    return phrase_start(words, head, begin)


def _start_of_user(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """Where somebody's name begins who does something to a thing, and how long: "бақты ұзақ мерзімге пайдаланушылар".

    It is his where something else in the accusative is what is done; None where it is not.
    """
    if _AGENT.search(words[first].norm) is None:
        return None
    places = range(first - 1, max(begin, first - _BESIDE) - 1, -1)
    thing = next((n for n in places if case_of(words[n]) == "accusative"), None)
    if thing is None or words[thing].tag == "to-do" or (first == head and thing == first - 1):
        return None
    if any(is_verbal(word) or word.tag == "postposition" for word in words[thing + 1 : first]):
        return None  # "балаларды тасымалдау кезінде | тасымалдаушы"
    start = phrase_start(words, thing, begin)
    done_to = any(case_of(word) == "accusative" for word in words[begin:start])
    return start if done_to or has_thing_behind(words, head) else None


_BESIDE = 4
"""Words from what somebody does something to, how and how long, to the noun of who does it."""


def has_thing_behind(words: Sequence[Word], head: int) -> bool:
    """Whether something in the accusative stands between a party and the verb that closes its clause."""
    inside = False
    for word in words[head + 1 :]:
        if word.tag in ("open", "close"):
            inside = word.tag == "open"
        elif not inside and (word.tag in CLOSES or case_of(word) == "accusative"):
            return word.tag not in CLOSES
    return False


def behind_brackets(words: Sequence[Word], head: int) -> int:
    """The place behind a noun and the brackets that open right behind it: "орган (бұдан әрі – орган) | жүргізеді"."""
    if head + 1 < len(words) and words[head + 1].tag == "open":
        head = next((n for n in range(head + 1, len(words) - 1) if words[n].tag == "close"), head)
    return head + 1


def takes_deed(words: Sequence[Word], n: int, begin: int) -> bool:
    """Whether a verb's noun in the dative is what whoever is named behind it enters or takes part in.

    It has no thing of its own before it: "оқуға түсуші", no "бақты суаруға жүргізуші".
    """
    plain = n == begin or words[n - 1].tag in ("postposition", "comma", "colon", "conjunction", "start")
    plain = plain or case_of(words[n - 1]) in ("locative", "ablative") or words[n - 1].norm in _WORDING.words("exists")
    return plain and words[n].norm in _WORDING.words("entered")


def right_to(words: Sequence[Word], n: int) -> int | None:
    """The verb's noun of what somebody has a right to, "бар" standing at a place: "көшет алуға басым құқығы бар"."""
    right = n - 1
    if words[n].norm not in _WORDING.words("exists") or words[right].norm not in _WORDING.words("of_a_right"):
        return None
    right -= words[right - 1].norm in _WORDING.words("kinds_of_right")
    return right - 1 if case_of(words[right - 1]) == "dative" else None

"""What stands between a Russian verb and what it is done to: an office, a role, a place, a recipient."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, PARTICIPLES, is_case
from extract.finders.duties.russian.complements.extents import end_of
from extract.finders.duties.russian.governed import AND_OR, ATTRIBUTES, agrees, behind_governed, cases_of, is_any_noun
from extract.finders.duties.russian.kinds import is_doing, is_preposition, names_somebody
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def behind_office(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind the office of one or two verbs: "назначает на должность и снимает с должности | мастеров"."""
    n, seen = start, False
    while n < end:
        office = f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("of_office")
        if not office and not (words[n].norm in AND_OR and words[n + 1].tag == words[start - 1].tag):
            break
        n, seen = n + 2, seen or office
    return n if seen and n <= end else start


def behind_role(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind as what somebody acts, one noun with its attributes: "в качестве экспертов | мастеров"."""
    while n < end and is_case(words[n], "gent", ATTRIBUTES) and not is_any_noun(words[n]):
        n += 1
    return n + 1


def behind_held(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind what something is held to be: "считать главным делом школы | полив"; else the first."""
    n = start
    while n < end and agrees(words[n], words[n + 1], "ablt"):
        n += 1
    return behind_governed(words, n, end) if cases_of(words[n]) == {"ablt"} else start


def behind_place(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """What is moved, asked or done, behind the place or person and its owner: "представить в школу сада | предложения",
    "запросить у директора сада | сведения", "проводит с детьми | занятия".
    """
    if start + 2 > end:
        return None
    verb, into = words[start - 1], words[start]
    moved = into.norm in _WORDING.words("into")
    drawn = into.norm in _WORDING.words("toward") and _WORDING.pattern("attracts").match(verb.norm) is not None
    asked = into.norm in _WORDING.words("from_whom") and _WORDING.pattern("asks").match(verb.norm)
    beside = into.norm in _WORDING.words("with")  # "проводит с детьми | занятия"
    told = beside and _WORDING.pattern("tells").match(verb.norm) is not None  # "ознакомить с планом | мастеров"
    if not (moved or asked or beside or drawn):
        return None
    if moved and not told and (persons := _moved_persons(words, start + 2, end)) is not None:
        return persons, end_of(words, persons, end, "accs")
    for n in range(start + 2, min(start + (_PERSONS if asked or drawn else _PLACE), end + 1)):
        if (asked and words[n].norm in AND_OR) or (drawn and _between_attributes(words, n)):
            continue  # "у мастера или директора | сведения", "к оценке среднего, высшего и иного обучения | мастеров"
        if words[n].tag != "word" or words[n].norm in AND_OR or is_preposition(words[n]):
            return None
        several = _are_several(words[n], things=not told and (beside or not (moved or drawn)))
        several = several and not (drawn and _are_several(words[n], things=True))  # "образования | представителей"
        owner = (
            n < end
            and len(words[n + 1].text) > 1
            and not is_preposition(words[n + 1])
            and _are_several(words[n + 1], things=True)
        )
        owner = (
            owner and not drawn and (asked is not None or is_case(words[n], "gent", NOUNS))
        )  # "у директора школы | сведения"
        first = n
        while told and first > start + 2 and agrees(words[first - 1], words[n], "accs"):
            first -= 1  # "ознакомить с планом | всех старших мастеров"
        reviews = n == start + 2 and is_doing(words[start + 1]) and _is_body(words[n])  # "на рассмотрение | Комиссии"
        several = several and not reviews
        behind_noun = is_any_noun(words[first - 1]) or words[first - 1].norm in _WORDING.words("persons_by_doing")
        if several and not owner and behind_noun and not is_case(words[n], "accs", ATTRIBUTES):
            return first, end_of(words, first, end, "accs")
    return None


def _between_attributes(words: Sequence[Word], n: int) -> bool:
    """Whether a comma or "и" parts attributes of one noun, or a preposition adds to whom persons are drawn."""
    if is_preposition(words[n]):
        return words[n].norm in _WORDING.words("beside_nouns")
    joint = n + 1 < len(words) and (words[n].tag == "comma" or words[n].norm in AND_OR)
    return joint and all(is_case(word, "gent", ATTRIBUTES) for word in (words[n - 1], words[n + 1]))


def _moved_persons(words: Sequence[Word], start: int, end: int) -> int | None:
    """The place of persons who are moved, behind where to: "направляет на курсы повышения знаний | мастеров"."""
    for n in range(start, end + 1):
        field = words[n].norm in _WORDING.words("sent_to") and words[min(n + 1, end)].norm in _WORDING.words("fields")
        thing = is_case(words[n], "accs", NOUNS) and not is_case(words[n], "gent") and not is_preposition(words[n])
        if words[n].tag != "word" or words[n].norm in AND_OR or thing or (is_preposition(words[n]) and not field):
            return None
        persons = _are_several(words[n], things=False) and not _are_several(words[n], things=True)
        if persons and names_somebody(words[n]) and is_any_noun(words[n - 1]) and not is_preposition(words[n - 1]):
            return n
    return None


def _are_several(word: Word, *, things: bool) -> bool:
    """Whether a word is a noun in the accusative of the plural; of `things`, whose accusative is their nominative."""
    forms = {(case, number) for _, pos, case, number in readings(word.norm) if pos in NOUNS}
    return ("accs", "plur") in forms and (not things or ("nomn", "plur") in forms)


_PLACE = 7
"""Words from "в" over a place to what is moved there."""
_PERSONS = 24
"""Words from "у" over persons to what is asked of them."""


def over_owners(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind a row of what a recipient is of: "отделу садов|, полива и охраны роз| заявка"."""
    while (
        n + 1 < end and words[n].tag == "comma" and is_case(words[n - 1], "gent", NOUNS) and _owns_on(words, n + 1, end)
    ):
        n = behind_governed(words, n + 1, end)
    return n


def over_sources(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind a row of those from whom something is asked: "от школ|, садов, их работников| сведения"."""
    while n + 2 < end and words[n].tag == "comma":
        k = n + 1 + (words[n + 1].norm in _WORDING.words("pronouns_done_to"))
        noun = k
        while noun < end and is_case(words[noun], "gent", ATTRIBUTES) and not is_any_noun(words[noun]):
            noun += 1
        if not is_case(words[noun], "gent", NOUNS) or is_case(words[noun], "nomn", NOUNS):
            break
        n = behind_governed(words, k, end)
    return n


def _owns_on(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a genitive stands here, and "и" or a comma joins it to a further one."""
    k = n
    while k < end and is_case(words[k], "gent") and words[k].norm not in AND_OR and k - n < _OWNERS:
        k += 1
    joined = words[k].norm in AND_OR or words[k].tag == "comma"
    return k > n and k < end and joined and is_case(words[k + 1], "gent") and not is_preposition(words[n])


_OWNERS = 5
"""Words of one of several that a recipient is of."""


def said_to(words: Sequence[Word], n: int, end: int) -> int | None:
    """The place of what is said to a recipient, behind his owners: "руководителям школ | предложения о поливе"."""
    says, about = _WORDING.pattern("says_about"), _WORDING.words("about")
    said = (k for k in range(n + 1, end) if says.match(words[k].norm) and _are_several(words[k], things=True))
    return next((k for k in said if k + 1 < len(words) and words[k + 1].norm in about), None)


def draws(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether persons stand right behind what they are kept from: "отстранять от занятий | учащихся"."""
    persons = n + 2 <= end and _are_several(words[n + 2], things=False) and not _are_several(words[n + 2], things=True)
    named = persons or (n + 2 <= end and words[n + 2].norm in _WORDING.words("nouns_of_attributes"))
    return named and is_doing(words[n + 1])


def _is_body(word: Word) -> bool:
    """Whether a word is a noun of those who act: "комиссии"."""
    return any(pos in NOUNS and lemma in duty_words("ru").actors.heads for lemma, pos, *_ in readings(word.norm))


def is_recipient(word: Word) -> bool:
    """Whether a noun can only be a dative: to whom something is given, with genitives of its own behind it."""
    bodies = {
        case for lemma, pos, case, _ in readings(word.norm) if pos in NOUNS and lemma in duty_words("ru").actors.heads
    }
    return word.tag == "word" and (cases_of(word) == {"datv"} or bodies == {"datv"})


def behind_told(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind a participle of whom something is given, without its commas: "лицу | получившему травму |"."""
    if n + 1 > end or not is_case(words[n], "datv", PARTICIPLES) or is_case(words[n], "accs", PARTICIPLES):
        return n
    n += 1
    if not is_preposition(words[n]) and is_any_noun(words[n]):
        n = behind_governed(words, n, end, alone=True)
    while n <= end and is_preposition(words[n]):
        n = behind_governed(words, n + 1, end)
    return n


def is_told_recipient(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun is a dative by the participle behind it: "обеспечивает организации, проводившей курсы, доступ"."""
    if n + 2 > end or not is_case(words[n], "datv", NOUNS) or words[n + 1].tag != "comma":
        return False
    participle = words[n + 2]
    told = is_case(participle, "datv", PARTICIPLES) and not is_case(participle, "accs", PARTICIPLES)
    return told and agrees(participle, words[n])

"""Where a Russian duty's noun phrases stand, before or behind its verb: the first of a case that nothing governs."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.asked import is_doing, is_preposition, names_somebody
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.extents import STOPS, end_of
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    FINITE_VERBS,
    INFINITIVES,
    agrees,
    behind_governed,
    cases_of,
    is_any_noun,
    is_pronoun,
    opens_participle,
)
from extract.finders.duties.russian.openings import opens
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NOUN = frozenset({"NOUN"})
_PARTICIPLE = frozenset({"PRTF"})
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


def phrase_from(words: Sequence[Word], start: int, end: int, case: str) -> tuple[int, int] | None:
    """The first noun phrase of a case from a place on that no preposition governs, to its end.

    Where there is none, a preposition governs one noun alone: "закрепляет за учеником наставника".
    """
    if case == "accs":
        start = _behind_office(words, start, end)
    asked = start <= end and words[start].norm in _WORDING.words("from_whom")
    asked = asked and _WORDING.pattern("asks").match(words[start - 1].norm) is not None
    if case == "accs" and start <= end and _WORDING.pattern("regards").match(words[start - 1].norm):
        start = _behind_held(words, start, end)
    if case == "accs" and start < end and f"{words[start].norm}-{words[start + 1].norm}" in _WORDING.words("as_what"):
        return _governed_by(words, _behind_role(words, start + 2, end), end, case)
    if case == "accs" and (asked or _WORDING.pattern("attracts").match(words[start - 1].norm)):
        return _behind_place(words, start, end) or _governed_by(words, start, end, case)
    found = _governed_by(words, start, end, case)
    if found is None and case == "accs":
        found = _governed_by(words, start, end, case, alone=True) or _behind_place(words, start, end)
    return found


def _behind_office(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind the office of one or two verbs: "назначает на должность и снимает с должности | мастеров"."""
    n, seen = start, False
    while n < end:
        office = f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("of_office")
        if not office and not (words[n].norm in AND_OR and words[n + 1].tag == words[start - 1].tag):
            break
        n, seen = n + 2, seen or office
    return n if seen and n <= end else start


def _behind_role(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind as what somebody acts, one noun with its attributes: "в качестве экспертов | мастеров"."""
    while n < end and is_case(words[n], "gent", ATTRIBUTES) and not is_any_noun(words[n]):
        n += 1
    return n + 1


def _behind_held(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind what something is held to be: "считать главным делом школы | полив"; else the first."""
    n = start
    while n < end and agrees(words[n], words[n + 1], "ablt"):
        n += 1
    return behind_governed(words, n, end) if cases_of(words[n]) == {"ablt"} else start


def _behind_place(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
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
            owner and not drawn and (asked is not None or is_case(words[n], "gent", _NOUN))
        )  # "у директора школы | сведения"
        first = n
        while told and first > start + 2 and agrees(words[first - 1], words[n], "accs"):
            first -= 1  # "ознакомить с планом | всех старших мастеров"
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
        thing = is_case(words[n], "accs", _NOUN) and not is_case(words[n], "gent") and not is_preposition(words[n])
        if words[n].tag != "word" or words[n].norm in AND_OR or thing or (is_preposition(words[n]) and not field):
            return None
        persons = _are_several(words[n], things=False) and not _are_several(words[n], things=True)
        if persons and names_somebody(words[n]) and is_any_noun(words[n - 1]) and not is_preposition(words[n - 1]):
            return n
    return None


def _are_several(word: Word, *, things: bool) -> bool:
    """Whether a word is a noun in the accusative of the plural; of `things`, whose accusative is their nominative."""
    forms = {(case, number) for _, pos, case, number in readings(word.norm) if pos in _NOUN}
    return ("accs", "plur") in forms and (not things or ("nomn", "plur") in forms)


_PLACE = 7
"""Words from "в" over a place to what is moved there."""
_PERSONS = 24
"""Words from "у" over persons to what is asked of them."""


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
            lone = lone or (case == "accs" and word.norm in _WORDING.words("from_whom") and _draws(words, n, end))
            lone = lone or (case == "accs" and words[min(n + 1, end)].norm in _WORDING.words("ones_own"))
            n = behind_governed(words, n + 1, end, alone=lone)  # "при уточнении бюджета | средства"
            continue
        if case == "accs" and _is_told_recipient(words, n, end):
            n = next((k + 1 for k in range(n + 2, end) if words[k].tag == "comma"), end + 1)
            continue
        if _is_recipient(word):
            made = n < end and words[n + 1].norm in _WORDING.words("made_for")  # "создать детям | условия"
            behind = n + 1 if made and case == "accs" else behind_governed(words, n, end, alone=alone)
            behind = _over_owners(words, behind, end)
            n = _said_to(words, n, behind) or _behind_told(words, behind, end)
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


def _over_owners(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind a row of what a recipient is of: "отделу садов|, полива и охраны роз| заявка"."""
    while (
        n + 1 < end and words[n].tag == "comma" and is_case(words[n - 1], "gent", _NOUN) and _owns_on(words, n + 1, end)
    ):
        n = behind_governed(words, n + 1, end)
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


def _said_to(words: Sequence[Word], n: int, end: int) -> int | None:
    """The place of what is said to a recipient, behind his owners: "руководителям школ | предложения о поливе"."""
    says, about = _WORDING.pattern("says_about"), _WORDING.words("about")
    said = (k for k in range(n + 1, end) if says.match(words[k].norm) and _are_several(words[k], things=True))
    return next((k for k in said if k + 1 < len(words) and words[k + 1].norm in about), None)


def _draws(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether persons stand right behind what they are kept from: "отстранять от занятий | учащихся"."""
    persons = n + 2 <= end and _are_several(words[n + 2], things=False) and not _are_several(words[n + 2], things=True)
    named = persons or (n + 2 <= end and words[n + 2].norm in _WORDING.words("nouns_of_attributes"))
    return named and is_doing(words[n + 1])


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


def _is_recipient(word: Word) -> bool:
    """Whether a noun can only be a dative: to whom something is given, with genitives of its own behind it."""
    bodies = {
        case for lemma, pos, case, _ in readings(word.norm) if pos in _NOUN and lemma in duty_words("ru").actors.heads
    }
    return word.tag == "word" and (cases_of(word) == {"datv"} or bodies == {"datv"})


def _behind_told(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind a participle of whom something is given, without its commas: "лицу | получившему травму |"."""
    if n + 1 > end or not is_case(words[n], "datv", _PARTICIPLE) or is_case(words[n], "accs", _PARTICIPLE):
        return n
    n += 1
    if not is_preposition(words[n]) and is_any_noun(words[n]):
        n = behind_governed(words, n, end, alone=True)
    while n <= end and is_preposition(words[n]):
        n = behind_governed(words, n + 1, end)
    return n


def _is_told_recipient(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun is a dative by the participle behind it: "обеспечивает организации, проводившей курсы, доступ"."""
    if n + 2 > end or not is_case(words[n], "datv", _NOUN) or words[n + 1].tag != "comma":
        return False
    participle = words[n + 2]
    told = is_case(participle, "datv", _PARTICIPLE) and not is_case(participle, "accs", _PARTICIPLE)
    return told and agrees(participle, words[n])


def _is_oblique(word: Word) -> bool:
    """Whether a noun can only be what a verb has beside its subject: "Приказом директора определяется ..."."""
    return word.tag == "word" and bool(cases_of(word)) and cases_of(word) <= {"datv", "ablt", "loct"}


def _is_joined(words: Sequence[Word], n: int) -> bool:
    """Whether a verb goes on with the one before it, the object common to both: "дорабатывает и вносит проект"."""
    k = n - 1
    while k > 0 and words[k].tag == "word" and words[k].norm not in AND_OR:
        k -= 1
    before = words[k - 1].tag
    alike = before in (words[n].tag, "word") or {before, words[n].tag} <= INFINITIVES
    return alike and (words[k].norm in AND_OR or words[k].tag == "comma")


def phrase_before(words: Sequence[Word], verb: int, case: str, *, bare: bool = False) -> tuple[int, int] | None:
    """The last noun phrase of a case before a verb ("форум проводится", "такие списки обновить").

    `bare` without places that only a predicate would make its own: "Вынос книг | из музея не допускается".
    """
    n = _clause_start(words, verb) if case == "nomn" else 1
    found = None
    while n < verb:
        if is_preposition(words[n]):
            n = behind_governed(words, n + 1, verb - 1)
            continue
        if words[n].tag == "comma" and n + 1 < verb and opens_participle(words, n + 1):
            n = next((k for k in range(n + 1, verb) if words[k].tag == "comma"), verb)
            continue
        if words[n].tag == "open":
            n = next((k + 1 for k in range(n, verb) if words[k].tag == "close"), verb)
            continue
        if case == "nomn" and _is_oblique(words[n]):
            n = behind_governed(words, n, verb - 1)
            continue
        if words[n].tag == "title" or opens(words, n, verb - 1, case):
            found = found or (n, _end_before(words, n, verb, case, bare=bare))
            n = found[1] if found[0] == n else n
        n += 1
    return found


def _end_before(words: Sequence[Word], n: int, verb: int, case: str, *, bare: bool) -> int:
    """The last word of a phrase before its verb; what opens a clause reaches up to it, but for how it is done."""
    last = min(end_of(words, n, verb - 1, case), verb - 1)
    if n > 1:
        return last
    k = last
    while k + 1 < verb and is_doing(words[n]) and cases_of(words[k + 1]) == {"ablt"}:
        k += 1  # "Перевозка детей автобусами"
    if bare:
        return k
    last = k
    while k + 1 < verb and is_preposition(words[k + 1]) and words[k + 1].norm in _WORDING.words("of_subjects"):
        behind = words[k + 2].norm
        if words[k + 1].norm == "от" and words[min(k + 3, verb)].norm == "до":
            k = behind_governed(words, k + 4, verb - 1) - 1  # "Срок практики | от 3 до 9 месяцев"
            continue
        manner = _WORDING.pattern("manner").match(behind) or behind in _WORDING.words("with_what")
        if manner or behind in _WORDING.words("pronouns_done_to") or _WORDING.pattern("behind_in").match(behind):
            return last
        k = behind_governed(words, k + 2, verb - 1, listed=True) - 1
        if k + 3 < verb and words[k + 1].tag == "not" and words[k + 2].norm in _WORDING.words("than"):
            k = behind_governed(words, k + 3, verb - 1) - 1  # "Комиссия в составе | не менее трех человек"
        if k + 1 < verb and words[k + 1].tag == "open":  # "Срок практики в саду (теплице) | от 3 до 9 месяцев"
            k = next((n for n in range(k, verb) if words[n].tag == "close"), k)
    return k if k + 1 >= verb or words[k + 1].tag in ("will", "comma", "not") else last


def _clause_start(words: Sequence[Word], verb: int) -> int:
    """Where the clause of a predicate begins, behind another's: "Объем составляет 60 часов, предметы изучаются"."""
    if words[verb].subordinate:
        return 1
    other = next((n for n in range(verb - 1, 0, -1) if words[n].tag in _CLAUSE_VERBS and not words[n].subordinate), 0)
    commas = [n for n in range(other, verb) if other and words[n].tag == "comma"]
    return commas[0] + 1 if commas else 1


_CLAUSE_VERBS = frozenset({"present", "future", "passive", "stative", "effect", "past"})

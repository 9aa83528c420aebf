"""What stands behind a Russian preposition or noun: attributes, genitives, lists, participles, told by their forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.kinds import is_doing, is_preposition, names_somebody
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
AND_OR = _WORDING.words("and_or")
INFINITIVES = frozenset({"infinitive", "effect-infinitive"})
FINITE_VERBS = frozenset({"present", "future", "passive", "participle", "need", "must", "will", "planned", "recommend"})
ATTRIBUTES = frozenset({"ADJF", "PRTF", "NUMR", "NPRO"})


def behind_governed(words: Sequence[Word], n: int, end: int, *, alone: bool = False, listed: bool = False) -> int:
    """The place behind what a preposition governs: attributes, a noun, its genitives; `alone` without genitives.

    `listed` that a list of nouns goes on behind a comma: "доступ к картам, новым книгам".
    """
    seen = False
    cases: set[str] = set()
    while n <= end:
        word = words[n]
        if is_preposition(word) and word.text.islower():
            return n
        if is_adverb(word) and n < end and is_attribute(words[n + 1]) and not seen:
            n += 1  # "быстро меняющейся экономики"
            continue
        attribute = n < end and is_attribute(word) and words[n + 1].tag == "word" and _leads_to(word, words[n + 1])
        attribute = attribute and not is_pronoun(word)  # "для него | мебель"
        attribute = attribute and not (word.norm == "этом" and words[n - 1].norm in _WORDING.words("while"))
        attribute = attribute or (n < end and is_roman(word) and words[n + 1].tag == "word")  # "на IV квартал"
        noun = word.tag == "title" or (word.tag == "word" and is_any_noun(word) and not attribute)
        noun = noun and not (n < end and _before_attribute(word, words[n + 1]))
        noun = noun or (word.norm in _WORDING.words("persons_of_attributes") and not attribute)
        noun = noun or (word.norm in _WORDING.words("pronouns_alone") and not attribute)  # "при этом | Сад"
        named = word.tag == "title" or (word.tag == "word" and (is_abbreviation(word.text) or word.text[0].isupper()))
        joined = _joins_at(words, n, end, cases if listed else set())
        if word.norm in AND_OR and n < end and words[n + 1].norm in _WORDING.words("than"):
            n += 2  # "о двух и более садах"
            continue
        if not seen and joined and n < end and is_attribute(words[n - 1]) and is_attribute(words[n + 1]):
            n += 1  # "между внутренними и внешними садами"
            continue
        if seen and joined and n < end and words[n + 1].tag in _NAMING and not is_pronoun(words[n + 1]):
            n += 1
            goes_on = hangs(words[n - 2]) or bool(cases & {case for _, _, case, _ in readings(words[n].norm)})
            seen = not (goes_on and words[n].tag == "word")
            continue
        if seen and (opens_theirs(words, n) or _behind_name(words, n) or _opens_subject(words, n, end)):
            return n
        alone = alone or (seen and words[n - 1].norm in _WORDING.words("persons_of_attributes"))
        if seen and words[n - 1].norm in _WORDING.words("pronouns_alone"):
            return n
        if inside := _inside(words, n, end, seen=seen):
            n += inside
            continue
        opens = attribute and not agrees(word, words[n + 1], "gent")  # "без согласия сада | такой полив"
        closed = _WORDING.words("in_order") | _WORDING.words("chosen_from") | _WORDING.words("closed_by_attribute")
        alone = alone or (seen and words[n - 1].norm in closed and is_attribute(words[n - 2]))
        act = _WORDING.pattern("named_act").match(word.norm) is not None and not is_case(word, "gent")
        name = named and not act and not (opens and _is_adjective(word))  # "Президенту Сада | Национальный доклад"
        if seen and not name and (alone or opens or not (word.tag == "word" and is_case(word, "gent"))):
            return n
        if not noun and not attribute and not (word.tag in ("word", "number", "dash") and is_attribute(word)):
            return n if seen or word.tag != "word" else n + 1
        if noun and not seen:
            cases = {case for _, pos, case, _ in readings(word.norm) if pos in NOUNS and case != "nomn"}
        seen = seen or noun
        n += 1
    return n


def _inside(words: Sequence[Word], n: int, end: int, *, seen: bool) -> int:
    """How many words of others stand within a phrase: a participle's, or who does what a noun names; 0 for none.

    "на охраняемых СГО объектах", "для исполнения возложенных на него обязанностей", "за ведением | ими | учета".
    """
    if seen and n < end and is_pronoun(words[n]) and is_case(words[n + 1], "gent") and is_doing(words[n - 1]):
        return 1
    return _complement_inside(words, n, end) or (0 if seen else _doers_inside(words, n, end))


def _complement_inside(words: Sequence[Word], n: int, end: int) -> int:
    """How many words from a participle over a pronoun behind its preposition lead to its noun; 0 where none do."""
    if n + 3 > end or not is_participle(words[n]) or not is_preposition(words[n + 1]):
        return 0
    k = n + 3
    taken_up = words[n + 2].norm in _WORDING.words("pronouns_alone") | _WORDING.words("pronouns_behind")
    while k < end and is_attribute(words[k]) and not is_any_noun(words[k]):
        k += 1
    return k - n if taken_up and agrees(words[n], words[k]) else 0


def _doers_inside(words: Sequence[Word], n: int, end: int) -> int:
    """How many words from a participle over the letters of who does it lead to its noun; 0 where none do."""
    k = n + 1
    while k <= end and words[k].tag == "word" and is_abbreviation(words[k].text) and words[k].text.isupper():
        k += 1
    return k - n if n + 1 < k <= end and is_participle(words[n]) and agrees(words[n], words[k]) else 0


def _joins_at(words: Sequence[Word], n: int, end: int, cases: set[str]) -> bool:
    """Whether a mark or "и" may join nouns here; a list of nouns in one of the `cases` goes on behind a comma."""
    word = words[n]
    if word.tag == "comma":
        waits = hangs(words[n - 1]) and not is_preposition(words[n - 1])
        return waits or (n < end and (is_latin_name(words[n + 1]) or _lists_on(words[n + 1], cases)))
    behind_dash = word.tag == "number" and words[n - 1].tag == "dash"
    return word.tag == "dash" or word.norm in AND_OR or word.text == "/" or behind_dash


_NAMING = frozenset({"word", "number"})


def _is_adjective(word: Word) -> bool:
    """Whether a word is an adjective by its likeliest reading, and no genitive."""
    found = readings(word.norm) if word.tag == "word" and not is_abbreviation(word.text) else ()
    return bool(found) and found[0][1] == "ADJF" and not is_case(word, "gent", ATTRIBUTES)


def _leads_to(word: Word, behind: Word) -> bool:
    """Whether an attribute stands before its noun or before a further attribute of it."""
    if agrees(word, behind) or (word.norm in _WORDING.words("pronouns_done_to") and is_attribute(behind)):
        return True  # "ее программным обеспечением"
    further = {(case, number) for _, pos, case, number in readings(behind.norm) if pos in ATTRIBUTES - {"NPRO"}}
    own = {(case, number) for _, pos, case, number in readings(word.norm) if pos in ATTRIBUTES - {"NPRO"}}
    return word.text[:1].isupper() and behind.text.islower() and bool(own & further)


def _before_attribute(word: Word, behind: Word) -> bool:
    """Whether an adjective that a noun is like stands before a further one: "в средних | учебных заведениях"."""
    likeliest = readings(word.norm)[0] if word.tag == "word" else None
    if likeliest is None or likeliest[1] not in ATTRIBUTES or is_any_noun(behind) or not word.text.islower():
        return False
    further = {(case, number) for _, pos, case, number in readings(behind.norm) if pos in ATTRIBUTES}
    return any((case, number) in further for _, pos, case, number in readings(word.norm) if pos in ATTRIBUTES)


def _behind_name(words: Sequence[Word], n: int) -> bool:
    """Whether a common noun stands behind a name that has no genitive: "в парламент Республики Казахстан | план"."""
    name, before = words[n - 1], words[n - 2]
    common = words[n].tag == "word" and words[n].text.islower() and name.tag == "word" and name.text[0].isupper()
    owned = is_case(before, "gent", NOUNS) and not is_preposition(before)
    return common and owned and not is_abbreviation(name.text) and not is_case(name, "gent")


def _opens_subject(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a participle in the nominative tells that a noun is no genitive: "по вине сада | деньги, данные ..."."""
    if n + 2 > end or words[n + 1].tag != "comma" or not is_participle(words[n + 2]) or not is_case(words[n], "gent"):
        return False
    told = {(case, number) for _, pos, case, number in readings(words[n + 2].norm) if pos == "PRTF"}
    own = {(case, number) for _, pos, case, number in readings(words[n].norm) if pos in NOUNS}
    return not any(case == "gent" for case, _ in told) and ("nomn", "plur") in told & own


def opens_theirs(words: Sequence[Word], n: int) -> bool:
    """Whether what somebody has opens behind him: "в отсутствие мастера | его работу делает ученик"."""
    theirs = words[n].norm in _WORDING.words("pronouns_done_to") and n + 1 < len(words)
    return theirs and names_somebody(words[n - 1]) and is_case(words[n + 1], "accs", NOUNS)


def is_latin_name(word: Word) -> bool:
    """Whether a word is an abbreviation in Latin letters, which stand in lists behind a noun: "исследования PISA"."""
    return word.tag == "word" and word.text.isupper() and word.text.isascii() and len(word.text) > 1


def is_roman(word: Word) -> bool:
    """Whether a word is a Roman numeral."""
    return word.tag == "word" and re.fullmatch("[IVXІХ]+", word.text) is not None


def is_any_noun(word: Word) -> bool:
    """Whether a word may be a noun in any case."""
    return any(pos in ("NOUN", "NPRO") for _, pos, _, _ in readings(word.norm)) or is_abbreviation(word.text)


def is_attribute(word: Word) -> bool:
    """Whether a word may say something of a noun to come: adjectives, full participles, pronouns, numbers, dashes."""
    return word.tag in ("number", "dash") or any(pos in ATTRIBUTES for _, pos, _, _ in readings(word.norm))


def joins_attributes(words: Sequence[Word], n: int) -> bool:
    """Whether "и" joins two attributes of one noun: "для точной | и | своевременной оценки"."""
    if words[n].norm not in AND_OR or n + 1 >= len(words):
        return False
    before, behind = (
        {(case, number) for _, pos, case, number in readings(word.norm) if pos in ("ADJF", "PRTF")}
        for word in (words[n - 1], words[n + 1])
    )
    return bool(before & behind) and not is_any_noun(words[n - 1])


def is_adverb(word: Word) -> bool:
    """Whether a word is an adverb by its likeliest reading."""
    return word.tag == "word" and bool(readings(word.norm)) and readings(word.norm)[0][1] == "ADVB"


def hangs(word: Word) -> bool:
    """Whether a word waits for a noun that was not reached: a preposition, or an attribute alone."""
    if word.tag != "word" or not word.text[0].islower():
        return False
    found = readings(word.norm)
    named = any(pos in NOUNS or lemma in duty_words("ru").actors.heads for lemma, pos, _, _ in found)
    named = named or word.norm in _WORDING.words("nouns_of_attributes")  # "журнал учета | отсутствующих"
    return found[0][1] == "PREP" or (found[0][1] in ("ADJF", "PRTF", "CONJ") and not named)


def opens_participle(words: Sequence[Word], n: int) -> bool:
    """Whether a participle with words of its own opens behind a comma: ", включающая определение уровня"."""
    if n + 1 < len(words) and words[n].tag == "not" and words[n - 1].tag == "comma":
        return is_participle(words[n + 1])
    word = words[n]
    if words[n - 1].tag != "comma" or word.tag != "word" or n + 1 >= len(words):
        return False
    if word.norm in _WORDING.words("nouns_of_attributes") and not is_preposition(words[n + 1]):
        return False  # "детей, нуждающихся | в уходе"
    found = readings(word.norm)
    if not found:
        return False
    active = _WORDING.pattern("active_participle").search(word.norm) is not None
    waits = active or _WORDING.pattern("needed_for").match(word.norm) is not None  # ", необходимых мастеру для работы"
    adjective = found[0][1] == "ADJF" and (is_preposition(words[n + 1]) or (waits and not agrees(word, words[n + 1])))
    participle = any(pos == "PRTF" for _, pos, _, _ in found) if active else found[0][1] == "PRTF"
    by_whom = is_participle(word) and _is_by_whom(words, n + 1)  # "в порядке, определенном планом"
    return adjective or by_whom or (participle and (active or not agrees(word, words[n + 1])))


def _is_by_whom(words: Sequence[Word], n: int) -> bool:
    """Whether an agent opens here, attributes before it: "уполномоченным органом"."""
    if not any(case == "ablt" for _, _, case, _ in readings(words[n].norm)):
        return False
    while n + 1 < len(words) and not cases_of(words[n]) and is_attribute(words[n]):
        n += 1
    return cases_of(words[n]) == {"ablt"}


def agrees(word: Word, behind: Word, wanted: str = "") -> bool:
    """Whether an attribute and the word behind it may stand in one case and number; in the `wanted` case, if any."""
    found = () if is_preposition(behind) else readings(behind.norm)
    of_noun = {(case, number) for _, pos, case, number in found if pos in NOUNS}
    return any(
        (case, number) in of_noun and wanted in ("", case)
        for _, pos, case, number in readings(word.norm)
        if pos in ATTRIBUTES
    )


def cases_of(word: Word) -> set[str]:
    """The cases that a word may stand in as a noun."""
    return {case for _, pos, case, _ in readings(word.norm) if pos in NOUNS}


def is_pronoun(word: Word) -> bool:
    """Whether a word can be nothing but a pronoun: "им"."""
    return word.tag == "word" and all(pos == "NPRO" for _, pos, _, _ in readings(word.norm))


def is_participle(word: Word) -> bool:
    """Whether a word may be a full participle."""
    return word.tag == "word" and any(pos == "PRTF" for _, pos, _, _ in readings(word.norm))


def _lists_on(word: Word, cases: set[str]) -> bool:
    """Whether a word behind a comma stands in the one oblique case of a list: ", новым книгам"."""
    found = {case for _, pos, case, _ in readings(word.norm) if pos in ATTRIBUTES | NOUNS}
    return word.tag == "word" and not is_preposition(word) and bool(found & cases & {"datv", "ablt", "loct"})


def end_of_participle(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of a participle's clause behind a comma: up to a verb, a semicolon, or a comma before a new clause.

    "документы, представленные садом", "система, включающая оценку садов, теплиц | , с учетом погоды".
    """
    for k in range(n + 1, end + 1):
        word = words[k]
        if word.tag in ("semicolon", "stop", "relative", "colon") or (
            word.tag in FINITE_VERBS and not word.subordinate
        ):
            return _before_commas(words, k - 1)
        if word.tag == "comma" and k < end and _opens_clause(words[k + 1 : min(k + 4, end + 1)]):
            return k - 1
    return _before_commas(words, end)


def _opens_clause(words: Sequence[Word]) -> bool:
    """Whether a phrase of its own or another verb opens behind a comma: ", с учетом ...", ", а также представить"."""
    verb = next((n for n, word in enumerate(words) if word.tag in FINITE_VERBS | INFINITIVES), None)
    opening = _WORDING.words("joins") | _WORDING.words("also")
    led = verb is not None and all(word.norm in opening for word in words[:verb])
    return led or (is_preposition(words[0]) and not is_among(words, 0))


def is_among(words: Sequence[Word], n: int) -> bool:
    """Whether "в том числе" stands here, behind which a list goes on."""
    return n >= 0 and "-".join(word.norm for word in words[n : n + 3]) in _WORDING.words("among")


def _before_commas(words: Sequence[Word], k: int) -> int:
    while words[k].tag == "comma" or words[k].norm in AND_OR or words[k].norm in _WORDING.words("also"):
        k -= 1
    return k

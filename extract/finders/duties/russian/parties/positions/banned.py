"""Whom a Russian ban binds who stands beside what he would do: "вход | посетителей", "| лица | не допускаются"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, PREPOSITIONS, is_in
from extract.finders.duties.russian.governed import AND_OR, agrees
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.fields import says_how
from extract.finders.duties.russian.parties.names.persons import names_those
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.positions.addressees import doing_addressee
from extract.finders.duties.russian.parties.positions.freedom import in_same_brackets, is_free_party
from extract.language.russian import may_be_subject, parses_of, readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NEAR = 8
"""Words from a noun of doing to its doer."""
_GOES_WHERE = _WORDING.words("goes_where")
_OUTSIDERS = _WORDING.words("outsiders")


def find_banned(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Whom a ban or a need binds who stands beside what he would do, or is not let do."""
    told = doing_addressee(words, clause[0], first)
    if told is not None or words[last].tag not in ("forbidden", "allowed"):
        return told
    told = _does_banned(words, clause, first, last) or _comes_banned(words, clause, first, last)
    return told or (_not_admitted(words, clause, first, last) if words[last].tag == "allowed" else None)


def _does_banned(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Who does what is banned or let, told beside its noun: "Сбор денег | комитетом | не допускается"."""
    begin, end = clause
    doing = next((n for n in range(begin, end) if _is_subject(words[n])), end)
    for n in in_same_brackets(words, range(doing + 1, min(doing + _NEAR, end)), last):
        if is_party(words, n, "ablt") and not is_in(words[n - 1], PREPOSITIONS):
            return extent_of(words, n, "ablt", doing + 1, first if n < first else end)
    return None


def _comes_banned(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Who must not come or stay, told as whose coming it is: "Не допускается вход в сад | посторонних лиц".

    Not whose the place is, nor whose leave is missing: "вход в кабинет мастера", "вход без разрешения мастера".
    """
    begin, end = clause
    goes = _WORDING.words("goes_by_oneself")
    doing = next((n for n in range(begin, end) if words[n].norm in goes and not words[n].subordinate), 0)
    if not doing:
        return None
    stop = next((n for n in range(doing + 1, end) if words[n].tag != "word" or first <= n <= last), end)
    behind = range(doing + 1, stop)
    further = next((n for n in behind if is_preposition(words[n]) and words[n].norm not in _GOES_WHERE), stop)
    if behind and is_preposition(words[doing + 1]):
        n = next((n for n in range(doing + 2, further) if _is_outsider(words, n)), 0)
    else:
        n = next((n for n in behind if not is_in(words[n], ADJECTIVES, "gent") or _is_banned(words, n)), 0)
    if not n or not _is_banned(words, n):
        return None
    until = first if n < first else end
    whole = extent_of(words, n, "gent", doing + 1, until)
    in_state = whole.last + 1 < until and words[whole.last + 1].norm in _WORDING.words("inside")
    return Party(whole.first, _last_telling(words, whole.last, until), whole.head) if in_state else whole


def _is_banned(words: Sequence[Word], n: int) -> bool:
    return is_party(words, n, "gent") and _is_person(words[n])


def _is_outsider(words: Sequence[Word], n: int) -> bool:
    """Whether somebody in the genitive is nobody whose a place could be: "посторонних лиц", "родителей учеников"."""
    lemmas = {lemma for lemma, *_ in readings(words[n].norm)}
    if lemmas & _WORDING.words("comers") and _is_in_open_place(words, n):
        return True
    if not lemmas & _OUTSIDERS:
        return n + 1 < len(words) and bool(lemmas & _WORDING.words("kin")) and _is_banned(words, n + 1)
    return not (is_in(words[n], ADJECTIVES, "gent") and n + 1 < len(words) and is_in(words[n + 1], NOUNS, "gent"))


def _is_in_open_place(words: Sequence[Word], n: int) -> bool:
    """Whether several come to what is theirs by no right: "в здание школы | родителей", not "в кабинет родителя"."""
    k = n - 1
    while k > 1 and is_in(words[k], NOUNS | ADJECTIVES, "gent") and not is_preposition(words[k - 1]):
        k -= 1
    several = any(case == "gent" and number == "plur" for _, _, case, number in readings(words[n].norm))
    return several and any(lemma in _WORDING.words("open_places") for lemma, *_ in readings(words[k].norm))


def _not_admitted(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Who is not let do something: "К экзамену не допускаются | ученики", "| Ученик | не допускается к экзамену"."""
    begin, end = clause
    if not any(words[n].norm in _WORDING.words("toward") and not words[n].subordinate for n in range(begin, end)):
        return None
    persons = [n for n in (*range(begin, first), *range(last + 1, end)) if _is_admitted(words, n, last)]
    if any(words[n + 1].tag == "colon" for n in persons if n + 1 < len(words)):
        return None  # "К работе не допускаются лица: | не имеющие опыта"
    n = next((n for n in persons if is_free_party(words, n, "nomn")), persons[0] if persons else 0)
    if not n:
        return None
    whole = extent_of(words, n, "nomn", begin if n < first else last + 1, first if n < first else end)
    until = first if n < first else end
    told = _last_telling(words, whole.last, until)
    if told == whole.last and any(word.norm in _WORDING.words("with") for word in words[whole.head : told]):
        told = _over_what_for(words, told, until, "ablt")  # "ученики с большим долгом | по двум предметам"
    return Party(whole.first, told, whole.head)


def _is_admitted(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether somebody is not let do something; persons that the verb agrees with need not stand free.

    "Не допускаются к уходу за розами | лица, имеющие долги".
    """
    if words[n].subordinate:
        return False
    if is_free_party(words, n, "nomn"):
        return not is_in(words[n], NOUNS, "nomn") or may_be_subject(words[n].norm, words[last].norm)
    person = _is_person(words[n]) and is_in(words[n], NOUNS, "nomn") and not is_preposition(words[n - 1])
    several = _WORDING.pattern("plural_predicate").search(words[last].norm) is not None
    if n > last and several and names_those(words[n]):
        return True  # "К зачету не допускаются | поступающие без пропуска"
    return person and several and may_be_subject(words[n].norm, words[last].norm)


def _last_telling(words: Sequence[Word], last: int, end: int) -> int:
    """The last word of what tells which are not let: "ученики | без перчаток", "лица | с ожогом", "в состоянии сна"."""
    k = last + 1
    with_what = k < end and words[k].norm in _WORDING.words("with")
    if k < end and words[k].norm in _WORDING.words("inside"):
        k = next((n for n in range(k + 1, end) if not is_in(words[n], ADJECTIVES, "loct")), k)
        if words[k].norm not in _WORDING.words("in_state"):
            return last
    elif k >= end or not (with_what or words[k].norm in _WORDING.words("lacking")):
        return last
    case = "ablt" if with_what else "gent"
    told = k
    k = _over_nouns(words, k, end, case)
    if k == told and words[k].norm not in _WORDING.words("in_state"):
        return last
    return _over_what_for(words, k, end, case)


def _over_nouns(words: Sequence[Word], k: int, end: int, case: str) -> int:
    """The last word of a noun in a case that begins behind a place, and of its genitives: "с | признаками гнили"."""
    while k + 1 < end and is_in(words[k + 1], NOUNS | ADJECTIVES, case) and not is_preposition(words[k + 1]):
        k += 1
        case = "gent" if is_in(words[k], NOUNS, case) else case
    return k


def _over_what_for(words: Sequence[Word], k: int, end: int, case: str) -> int:
    """The last word of what that is of which those have or lack who are not let: "долг | по двум предметам".

    Or how long it is, what else they lack, or what a participle tells of it: "без пропуска | и перчаток".
    """
    noun = next((n for n in range(k, 0, -1) if is_in(words[n], NOUNS, case)), k)
    while k + 2 < end:
        opens, behind = words[k + 1], words[k + 2]
        if opens.norm in _WORDING.words("joins_fields") and not says_how(words, k + 2) and not _decides(words, k + 2):
            further = _over_counted(words, k + 1, end, "datv")
        elif opens.norm in _WORDING.words("fastened_to") and is_in(behind, NOUNS | ADJECTIVES, "accs"):
            further = _over_nouns(words, k + 1, end, "accs")
        elif opens.norm in _WORDING.words("at_least") and not is_preposition(behind):
            further = _over_counted(words, k + 1, end, "gent")
        elif opens.norm in AND_OR and is_in(behind, NOUNS | ADJECTIVES, case):
            further = _over_nouns(words, k + 1, end, case)
        elif opens.tag == "comma" and is_in(behind, PARTICIPLES) and agrees(behind, words[noun], case):
            return next((n - 1 for n in range(k + 2, end) if words[n].tag in _CLOSES), end - 1)
        else:
            break
        if further <= k + 1:
            break
        k = further
    return k


_CLOSES = frozenset({"comma", "stop", "semicolon", "open", "start", "allowed", "not"})


def _decides(words: Sequence[Word], n: int) -> bool:
    """Whether "по" tells by whose word or in what order somebody is not let, attributes before it or not."""
    return is_party(words, n, "datv") or words[n].norm in _WORDING.words("by_whose")


def _over_counted(words: Sequence[Word], k: int, end: int, case: str) -> int:
    """The last word of nouns, numbers before them: "по | двум и более предметам", "более | трех месяцев"."""
    while k + 1 < end and (_counts(words[k + 1]) or (words[k + 1].norm in AND_OR and _counts(words[k + 2]))):
        k += 1 if _counts(words[k + 1]) else 2
        if k + 2 >= end:
            break
    return _over_nouns(words, k, end, case)


def _counts(word: Word) -> bool:
    counts = word.norm in _WORDING.words("at_least") or any(pos == "NUMR" for _, pos, *_ in readings(word.norm))
    return word.tag == "number" or (word.tag == "word" and counts)


def _is_person(word: Word) -> bool:
    """Whether a word names a person or persons, and no body: "посетителей", "лиц"."""
    if is_preposition(word):
        return False
    return any(
        parse.tag.POS in NOUNS and ("anim" in parse.tag or parse.normal_form in _BY_LAW)
        for parse in parses_of(word.norm)
    ) or word.norm in _WORDING.words("nouns_of_attributes")


_BY_LAW = _WORDING.words("persons_by_law")


def _is_subject(word: Word) -> bool:
    """Whether a word can be a noun in the nominative, and no genitive or preposition."""
    return is_in(word, NOUNS, "nomn") and not is_in(word, NOUNS, "gent") and not is_in(word, PREPOSITIONS)

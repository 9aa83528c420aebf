"""Who answers for something in Kazakh, named behind "жауапты" or right before it: "сақталуына жауапты А. Садов"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_letter, is_owned, looks_like, stem_of
from extract.finders.duties.kazakh.parties.agents import first_in_case
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party, opening_body
from extract.finders.duties.kazakh.parties.unlisted.leads import owner_in_lead
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_ENDS = frozenset({"stop", "semicolon", "comma"})
_LONGEST = 12
"""Words and marks of an office and a name."""


def who_answers(words: Sequence[Word], begin: int, at: int) -> Party | None:
    """Who answers, what he answers for standing before "жауапты" in the dative or before "үшін"; else None."""
    if words[at].norm not in _WORDING.words("answering"):
        return None
    if (named := _named_behind(words, at)) is not None:
        return named if case_of(words[at - 1]) == "dative" else None
    last = at - 1
    while last > begin and words[last].norm in _WORDING.words("own_manner"):
        last -= 1
    first = last + 1
    while first > begin and not _closes_thing(words, first - 1):
        first -= 1
    if first == begin or first > last or last - first >= _LONGEST or not _may_answer(words, first, last):
        return None
    return Party(first, last, last)


def _closes_thing(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes what somebody answers for."""
    return case_of(words[n]) == "dative" or words[n].tag in ("postposition", "towards-doing")


def _may_answer(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words before "жауапты" name somebody: in the nominative, a person, an office of somebody, or a name."""
    said = words[first : last + 1]
    if any(word.tag not in ("word", "mark", "conjunction", "title", "past") for word in said):
        return False
    if any(case_of(word) not in ("", "genitive") for word in said) or case_of(words[last]):
        return False
    surname = last - 2 >= first and words[last - 1].text == "." and is_letter(words[last - 2])
    return surname or is_person(words[last]) or is_owned(words[last])


def _named_behind(words: Sequence[Word], at: int) -> Party | None:
    """Who is named behind "жауапты" up to the end: "Е. Садов", "– директор С. Гүлов", "адам – Садов Е."."""
    end = next((n for n in range(at + 1, len(words)) if words[n].tag in _ENDS), len(words))
    if not at + 1 < end <= at + _LONGEST:
        return None
    dash = next((n for n in range(at + 1, end) if words[n].tag == "dash"), None)
    first = at + 1 if dash is None else dash + 1
    last = end - 1
    said = words[first:end]
    if not said or any(word.tag not in ("word", "mark", "conjunction", "title") for word in said):
        return None
    initial = any(is_letter(word) and word.text.isupper() for word in said)
    surname = any(word.text[:1].isupper() and len(word.text) > 1 and not case_of(word) for word in said)
    named = initial and surname and (words[last].text == "." or words[last].text[:1].isupper() or dash is not None)
    if not named and (dash is None or not is_person(words[last])):
        return None
    return Party(first, last, last)


def whose_own(words: Sequence[Word], begin: int, last: int) -> Party | None:
    """Whose right or task it is: in the genitive, which no other noun belongs to; else the one who opens the clause.

    "Мектептің кабинетті жабуға құқығы бар", but "Аппарат мәслихаттың атынан шарт жасауға құқығы бар", and "Бағбан
    жолдарды жауып, бақтың қақпасын құлыптауға құқығы бар".
    """
    will = next((n for n in range(begin, last + 1) if words[n].norm in _WORDING.words("at_will")), None)
    if will is not None:
        return _whose_will(words, begin, will)
    rights = (n for n in range(begin, last + 1) if words[n].norm in _WORDING.words("of_a_right"))
    right = next((n for n in rights if not looks_like(words[min(n + 1, last)].norm, "done_participle")), None)
    if right is None:
        due = _WORDING.words("what_is_due")
        told = (n for n in range(begin, last) if words[n].norm in due and words[n + 1].tag == "dash")
        owner = first_in_case(words, begin, next(told, last), "genitive")
        return owner or owner_in_lead(words, begin, last)
    at = begin
    while (party := first_in_case(words, at, right, "genitive")) is not None:
        own = words[party.last + 1].norm in _WORDING.words("own")  # "Комитеттің өзіне бекітілген мүлікті"
        if party.last + 1 == right or own or not is_owned(words[party.last + 1]):
            owner = Party(extent(words, party.head, begin), party.last, party.head)
            opens = opening_body(words, begin, right) if owner.first > begin else None
            return opens if opens is not None and opens.first == begin and opens.last < owner.first else owner
        at = party.last + 1
    yours = next((n for n in range(begin, right) if words[n].norm in _WORDING.words("of_you")), None)
    if yours is not None:
        return Party(yours, yours, yours)
    return first_party(words, begin, right, "") or opening_body(words, begin, right)


def whose_doing(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Whose doing it is that is not asked, in the genitive that opens the clause: "Алушының шарт жасасуы"."""
    owner = first_in_case(words, begin, first, "genitive")
    return owner if owner is not None and owner.first == begin else None


def whose_to_do(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """Whose doing is needed or advised, in the genitive that opens the clause, and no passive's thing.

    "[Бақ иелерінің] арықтарды тазалауы қажет", "[Әкімдердің] көшет отырғызғаны жөн".
    """
    if words[last].tag not in _NEEDED and words[last].norm not in _WORDING.words("asked_for"):
        values = _WORDING.words("values") | _WORDING.words("advises_reader")
        if words[last - (words[last].tag in _ENDS)].norm not in values:
            return None
    doing = first if words[first].tag == "its-doing" else first - 1
    own = words[doing].tag == "its-doing" or looks_like(words[doing].norm, "its_done")
    if not own or looks_like(words[doing].norm, "passive_stem") or looks_like(words[doing].norm, "comes_to_be"):
        return None
    begin = max([begin, *(n + 1 for n in range(begin, doing) if words[n].norm in _WORDING.words("closes_purpose"))])
    begin += words[begin].tag == "comma"
    opens = " ".join(word.norm for word in words[begin : begin + _LONGEST])
    begin += max((len(one.split()) for one in duty_words("kk").connectives if opens.startswith(f"{one} ")), default=0)
    begin += words[begin].tag == "comma"
    owner = first_in_case(words, begin, doing, "genitive")
    if owner is None or owner.last + 1 >= doing:
        return None
    before = words[owner.first - 1]
    framed = before.tag in ("comma", "postposition") or case_of(before) == "locative"  # "Егу алдында | бағбанның ..."
    if owner.first != begin and not framed:
        return None
    behind = words[owner.last + 1 : doing]
    behind = behind[1:] if len(behind) > 1 and behind[0].norm in _WORDING.words("beside_what_is_carried") else behind
    carried = case_of(behind[0]) == "accusative" and stem_of(behind[0]) in _WORDING.words("carried_by_persons")
    carried = carried and is_person(words[owner.head])  # "Келушілердің | киімдерін ілуі қажет"
    carried = carried and not looks_like(words[doing].norm, "done_by_others")
    is_its = is_owned(behind[0]) and not carried and not looks_like(behind[0].norm, "of_oneself")
    other = any(case_of(word) == "genitive" or (is_owned(word) and not case_of(word)) for word in behind)
    return None if is_its or other else owner


_NEEDED = frozenset({"need", "must", "recommend"})
"""Classes of words by which somebody's doing is asked for."""


def _whose_will(words: Sequence[Word], begin: int, will: int) -> Party | None:
    """Whose will it is what is done, no part of what that is: "көшеттерді бөлу | мектеп директорының еркінде"."""
    will -= words[will - 1].norm in _WORDING.words("kinds_of_powers")
    if case_of(words[will - 1]) != "genitive":
        return None
    begin = next((n + 1 for n in range(will - 2, begin - 1, -1) if words[n].tag in ("to-do", "comma")), begin)
    return Party(extent(words, will - 1, begin), will - 1, will - 1)

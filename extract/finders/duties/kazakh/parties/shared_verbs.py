"""Two subjects, or two things, that one Kazakh verb is said of: "А курстарды, Ә оқытуды жүргізеді", "..., ал ..."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_bare_attribute, is_converb, is_owned
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.parties.unlisted.kinds import is_bare_noun
from extract.finders.duties.kazakh.parties.unlisted.standing import opens_attribute, stands_before
from extract.finders.duties.kazakh.parties.unlisted.subjects import FINITE
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def find_second_subject(words: Sequence[Word], behind: int, first: int) -> tuple[int, Party] | None:
    """The comma behind an object and the second subject, of whom the verb is said: "А курстарды, Ә оқытуды жүргізеді".

    What the second subject would own is no object of its own ("мектептер құрылысын"): such a list has one subject.
    """
    for n in range(behind + 2, first - 2):
        if words[n].tag != "comma" or case_of(words[n - 1]) != "accusative" or is_owned(words[n - 1]):
            continue
        party = first_party(words, n + 1, first, "")
        if party is None or party.first != n + 1 or party.last + 1 >= first or is_owned(words[party.last + 1]):
            continue
        if any(case_of(words[k]) == "accusative" for k in range(party.last + 1, first)):
            return n, party
    return None


def find_dashed_subjects(words: Sequence[Word], verb: int) -> list[tuple[int, Party]]:
    """Each of several subjects behind a dash, and the comma behind him: "Бақта – мектеп, ал қалада – әкімдік егеді".

    The last of them stands before the verb, with the verb's place.
    """
    begin = next((n + 1 for n in range(verb - 1, -1, -1) if words[n].tag in ("start", "colon", "semicolon")), 1)
    found: list[tuple[int, Party]] = []
    for dash in (n for n in range(begin + 1, verb - 1) if words[n].tag == "dash"):
        end = next((n for n in range(dash + 1, verb) if words[n].tag in ("comma", "dash")), verb)
        party = first_party(words, dash + 1, end, "") or _alone(words, dash + 1, end)
        if party is None or party.first != dash + 1:
            return []
        goes_on = next((n for n in range(party.last + 1, verb) if words[n].tag == "comma"), verb)
        if goes_on < verb and goes_on != party.last + 1:
            return []
        found.append((goes_on, party))
    return found if len(found) > 1 and found[-1][0] == verb else []


def _alone(words: Sequence[Word], first: int, end: int) -> Party | None:
    """Who stands alone between a dash and a mark, a body by its noun in the bare singular: "– бақ кеңесі,"."""
    head = end - 1
    while head > first and words[head].norm in _WORDING.words("heavy_words"):
        head -= 1
    known = head >= first and case_of(words[head]) == "" and is_known(words, head)
    return Party(first, head, head) if known and phrase_start(words, head, first) == first else None


def find_second_thing(words: Sequence[Word], verb: int) -> tuple[int, None] | None:
    """The comma behind the first of two things that are done with one verb: "Ағаш арбамен, көшет көлікпен жеткізіледі".

    Either is named before a noun in one case; what but goes on with a list ("бақтарда, алаңдарда") names nothing.
    """
    begin = next((n + 1 for n in range(verb - 1, -1, -1) if words[n].tag in ("start", "colon", "semicolon")), 1)
    commas = [n for n in range(begin, verb) if words[n].tag == "comma"]
    if (
        words[verb].tag != "passive"
        or len(commas) != 1
        or any(word.tag in FINITE or is_converb(word) for word in words[begin:verb])
    ):
        return None
    comma = commas[0]
    one, other = words[comma - 1], words[verb - 1]
    halves = ((begin, comma - 1), (comma + 1, verb - 1))
    alike = case_of(one) == case_of(other) and case_of(one) in _WITH_WHAT
    named = alike and all(_names_thing(words, *half) or _names_doing(words, *half) for half in halves)
    return (comma, None) if named else None


def find_contrast(words: Sequence[Word], verb: int) -> int | None:
    """The comma before "ал" between two things that one verb is done to: "гүлдерді мамырда, | ал көшетті күзде егеді".

    Either stands in the accusative, and no verb closes a clause before them.
    """
    begin = next((n + 1 for n in range(verb - 1, -1, -1) if words[n].tag in ("start", "colon", "semicolon")), 1)
    if any(word.tag in FINITE or word.tag == "imperative" for word in words[begin:verb]):
        return None
    joint = next((n for n in range(begin, verb) if words[n + 1].norm in _WORDING.words("contrasts")), None)
    if joint is None or words[joint].tag != "comma":
        return None
    halves = (words[begin:joint], words[joint + 2 : verb])
    return joint if all(any(case_of(word) == "accusative" for word in half) for half in halves) else None


_WITH_WHAT = frozenset({"instrumental", "locative", "ablative", "dative"})
"""Cases of with what or where something is done, which a list of two deeds closes in."""


def _names_doing(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a noun of doing with what it is done to opens a clause: "[Бағбандарды сынау] мамыр айында".

    So does what is named by a doing: "[Қабылдау сынақтары] мамырда".
    """
    doing = next((n for n in range(begin, end) if words[n].tag == "to-do" and case_of(words[n]) == ""), None)
    if doing is None or words[doing + 1].tag in ("postposition", "conjunction", "to-do"):
        return False
    head = doing + (is_owned(words[doing + 1]) and case_of(words[doing + 1]) == "" and doing + 1 < end)
    if head == doing and is_owned(words[doing + 1]):
        return False
    return phrase_start(words, head, begin) == begin


def _names_thing(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a plural or what is owned opens a clause, no noun behind it its own, nor a verb of its own."""
    for n in range(begin, end):
        if case_of(words[n]) not in ("", "genitive") or words[n].tag not in ("word", "past", "future-participle"):
            return False
        named = case_of(words[n]) == "" and not is_bare_noun(words[n]) and not is_bare_attribute(words[n])
        if named and not opens_attribute(words[n + 1]):
            return stands_before(words[n + 1]) and phrase_start(words, end, begin) > n
    return False

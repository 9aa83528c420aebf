"""Persons in Russian names: which words are theirs, and each in the nominative: "Розовой А." -> "Розова А."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon.phrasing import phrasing
from extract.values.parties.russian_forms import NOUNS, Form, as_printed, form_of_parse, forms_of, parses_as

JOINTS = frozenset({",", "и", "или", "либо", "(", "–", "—"})


class UnsureError(Exception):
    """A name of which some words would change and others, that may belong with them, cannot."""


def is_surname(words: Sequence[str], n: int) -> bool:
    """Whether a word with a capital stands beside an initial: "Розовой | А.", "А.Б. | Розовой"."""
    if not words[n].istitle() or len(words[n]) < _SHORTEST_SURNAME or _is_whose_name_is_borne(words, n):
        return False
    if any(_PATRONYMIC.search(word) for word in words[n : n + 3] if word.istitle()):
        return True
    beside = words[n + 1 : n + 3], words[max(n - 2, 0) : n]
    return any(len(pair) == _PAIR and len(pair[0]) == 1 and pair[0].isupper() and pair[1] == "." for pair in beside)


def word_of_person(words: Sequence[str], n: int, form: Form) -> str | None:
    """A word of a person's name in the nominative, None where it may be so as it stands; raises UnsureError where one
    of his names beside a patronymic shows no case: "Алие" of "Алие" or of "Алия".
    """
    turned = _surname(words[n], form)
    patronymic = next((word for word in words[n + 1 : n + 2] if word.istitle() and _PATRONYMIC.search(word)), None)
    if patronymic is not None and turned in (None, words[n]) and not _is_undeclined(words[n], patronymic):
        raise UnsureError
    return turned


def _is_undeclined(name: str, patronymic: str) -> bool:
    """Whether a first name has no cases: a woman's in a consonant, "Айжан | Ериковне"."""
    return not patronymic.endswith(_OF_MEN) and name[-1] not in "аеёиоуыэюя"


_OF_MEN = ("ича", "ичу", "ичем")


def bare_name(words: Sequence[str], n: int, form: Form, head: int) -> list[tuple[int, str]]:
    """A surname without initials behind a post, alone or before a first name, in the nominative: "мастеру | Розову".

    Raises UnsureError where the first name shows no case, or the surname may be a name of what stands before it.
    """
    turned = _regular(words[n], form) if words[n].istitle() and not words[n - 1].istitle() else None
    if turned is None or form.number != "sing" or words[n - 1] in JOINTS or _is_whose_name_is_borne(words, n):
        return []
    behind = n + 1
    if behind < len(words) and words[behind].istitle():
        first = _surname(words[behind], form)
        if first is None or (first == words[behind] and not _is_undeclined(first, "")):
            raise UnsureError
        return [(n, turned), (behind, first)]
    if behind < len(words) and words[behind] not in JOINTS:
        return []
    owned = any(one.case == "gent" for k in range(head + 1, n) for one in forms_of(words[k], NOUNS))
    if owned and form.case in ("gent", "accs"):
        return []  # "директора школы | Розова"
    if owned and words[n].endswith("ой"):
        raise UnsureError  # "сторожу улицы | Садовой"
    return [(n, turned)]


def _is_whose_name_is_borne(words: Sequence[str], n: int) -> bool:
    """Whether a word is of him whose name an organisation bears: "школе имени Е. | Розова", not "... Розовой А."."""
    bears = phrasing("ru").words("bears_name")
    first = next((k + 1 for k in range(n - 1, -1, -1) if words[k].lower() in bears), None)
    if first is None:
        return False
    first += words[first] == "."  # "им. | Розова"
    named = first
    while len(words[named]) == 1 and words[named].isupper() and words[named + 1 : named + 2] == ["."]:
        named += _PAIR
    if named > first:
        return n <= named
    while named < n and words[named].istitle():
        named += 1
    beside = words[n + 1 : n + 2]
    another = n > first and len(beside) == 1 and len(beside[0]) == 1 and beside[0].isupper()
    return named == n and not another  # "имени Розова | Липовой А."


_PATRONYMIC = re.compile(r"(?:(?:ов|ев|ь)ич(?:а|у|ем)|(?:ов|ев|ич)н(?:ы|е|у|ой))\Z")
_SHORTEST_SURNAME = 3
_PAIR = 2


def _surname(word: str, form: Form) -> str | None:
    """A surname in the nominative, of whatever gender it shows: "Розовой" -> "Розова", "Розову" -> "Розов"."""
    if (regular := _regular(word, form)) is not None:
        return regular
    for parse in parses_as(word, NOUNS):
        of_name = not _NAMES.isdisjoint(parse.tag.grammemes)
        if of_name and form_of_parse(parse).case == form.case and parse.tag.number == "sing":
            return as_printed(word, parse.inflect({"nomn", "sing"}))
    return None


def _regular(word: str, form: Form) -> str | None:
    """A surname of Russian make in the nominative; None for any other word."""
    match = SURNAME.match(word)
    ends = _ENDINGS.get(form.case, {})
    return match["stem"] + ends[match["end"]] if match and match["end"] in ends else None


_NAMES = frozenset({"Surn", "Name", "Patr"})
SURNAME = re.compile(r"(?P<stem>\w+(?:[оеё]в|[иы]н))(?P<end>а|у|ой|ым)\Z")
"""A surname of Russian make, which the dictionary may take for another word: "Розов" + "а"."""
_ENDINGS = {
    "gent": {"а": "", "ой": "а"},
    "accs": {"а": "", "у": "а"},
    "datv": {"у": "", "ой": "а"},
    "ablt": {"ым": "", "ой": "а"},
}

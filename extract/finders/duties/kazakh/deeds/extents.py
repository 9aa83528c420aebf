"""Where a Kazakh deed begins and ends, and which of its words only say how much it binds."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_adverb, is_converb, stem_of
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
DOING = frozenset({"to-do", "towards-doing", "its-doing"})
"""Classes of verbs' nouns."""
CLOSES = frozenset({"present", "passive", "negative", "passive-not", "state", "becomes", "effect", "proceed", "stays"})
"""Classes of verbs that close a clause."""


def is_it(words: Sequence[Word], n: int) -> bool:
    """Whether "болып табылады" stands at a place, by which a task is named."""
    named = n + 1 < len(words) and words[n].norm in _WORDING.words("being_named")
    return named and words[n + 1].norm in _WORDING.words("is_named")


def end_of_deed(words: Sequence[Word], predicate: int, last: int, dropped: set[int]) -> int:
    """The last word of a deed: a clause behind its verb tells what comes of it, brackets how, a list of times when.

    `dropped` are the words that are left out of it anyway.
    """
    behind = predicate + 1
    if behind >= last:
        return last
    closed = next((n for n in (predicate, behind) if words[n].tag == "semicolon"), None)
    if closed is not None:
        return closed - 1  # "тоқтатсын; <*>"
    further = words[behind + 1 : last + 1]
    of_it = words[behind].norm in _WORDING.words("joins") and further[0].norm in _WORDING.words("he")
    if of_it or further[0].norm in _WORDING.words("told_beside"):
        return predicate  # "кеңесті бекітеді | және ол он мүшеден тұрады"
    if words[behind].tag == "comma" and (
        further[0].norm in _WORDING.words("takes_up") or _is_clause_of_its_own(words, behind + 1, last)
    ):
        return predicate
    meanwhile = any(word.norm in _WORDING.words("while_doing") for word in further)
    beside_command = words[predicate].tag == "imperative"  # "көшеттерді берсін | (жалға беру, сату)"
    if words[behind].tag == "open" and (meanwhile or beside_command or _points_at_annex(words, behind)):
        return predicate
    timed = words[behind].tag == "colon" and any(n in dropped for n in range(behind, last))
    return predicate if timed else last


def _points_at_annex(words: Sequence[Word], opening: int) -> bool:
    """Whether brackets behind a deed's verb only say where its annex is: "шаралар қабылдасын | (2-қосымша)"."""
    closing = next((n for n in range(opening, len(words)) if words[n].tag == "close"), opening)
    return any(stem_of(word) in _WORDING.words("annexes") for word in words[closing - 2 : closing])


def _is_clause_of_its_own(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words behind a deed's verb tell of another thing that they name: ", даусы шешуші болып табылады"."""
    verb = next((n for n in range(first, last + 1) if words[n].tag in CLOSES), None)
    named = (word for word in words[first:verb] if word.norm not in _WORDING.words("heavy_words"))
    return verb is not None and any(
        word.tag in ("word", "title", "to-do", "past") and not is_adverb(word) and not is_converb(word)
        for word in named
    )


def start_of_deed(words: Sequence[Word], predicate: int, first: int) -> int:
    """The first word of a deed: behind a clause with a verb of its own.

    What begins and ends is told of one thing: "Гүл егу мамырда басталады және маусымда аяқталады".
    """
    for n in range(predicate - 2, first, -1):
        if (
            words[n].tag == "proceed"
            and words[n + 1].tag == "conjunction"
            and _names_only_when(words, n + 2, predicate)
        ):
            continue
        wanted = words[n].norm in _WORDING.words("values") or words[n + 2].norm in _WORDING.words("hence")
        closes = words[n].tag in CLOSES and words[n + 1].tag in ("comma", "conjunction")
        closes = closes or (wanted and words[n + 1].tag == "comma")
        if closes and not any(word.tag in ("open", "close") for word in words[n:predicate]):
            first = n + 2 + (words[n + 2].norm in _WORDING.words("hence"))
            break
    return first


def _names_only_when(words: Sequence[Word], begin: int, predicate: int) -> bool:
    """Whether nothing but a day or an hour stands before a verb: "және | 20 тамызда аяқталады"."""
    named = [word for word in words[begin:predicate] if word.tag not in ("number", "stop", "mark", "dash")]
    beside = _WORDING.words("hour") | _WORDING.words("case_endings")
    return bool(named) and all(word.norm in beside or case_of(word) in ("locative", "ablative") for word in named)


def binds_by_itself(words: Sequence[Word], n: int) -> bool:
    """Whether a word only says that a deed is foreseen or wanted: "қарастырылған", "маңызды", "ашу талап етіледі"."""
    asked = n - 1 if words[n].norm == "етіледі" else n
    needed = words[asked].norm == "талап" and words[asked + 1].norm == "етіледі" and words[asked - 1].tag in DOING
    told = words[n].norm in _WORDING.words("asks") and words[n - 1].tag not in DOING  # "кітап қорға тапсырылады"
    return needed or (not told and any(words[n].norm in _WORDING.words(name) for name in ("foreseen", "values")))


def without_what_binds(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    """The places of a deed's words without what only says that somebody has a right to it, or plans it.

    Written for "оқуға | құқығы бар", "айналады | деп жоспарлануда", "салмақ | ниетте"
    and "міндеттеріне | отырысты шақыру | кіреді".
    """
    if len(kept) > 1 and words[kept[-1]].norm in _WORDING.words("at_will"):
        return list(kept[:-1])  # "бөлу директордың | еркінде"
    n = len(kept)
    while n and words[kept[n - 1]].norm in _WORDING.words("of_a_right"):
        n -= 1
    n -= 1 < n < len(kept) and words[kept[n - 1]].norm in _WORDING.words("kinds_of_right")  # "алуға | басым құқығы бар"
    down = len(kept) > 2 and words[kept[-1]].norm in _WORDING.words("laid_down")
    if down and words[kept[-2]].norm in _WORDING.words("called"):
        return list(kept[:-2])  # "жүргізеді | деп белгіленсін"
    deed = list(kept[:n] if n and case_of(words[kept[n - 1]]) == "dative" else kept)
    while deed and words[deed[-1]].norm in _WORDING.words("called"):
        deed.pop()
    if len(deed) > 2 and words[deed[1]].norm in _WORDING.words("to_duties"):  # "ерекше құзыретіне | жарғыны бекіту"
        deed = deed[words[deed[0]].norm in _WORDING.words("kinds_of_duties") :]
    deed = deed[len(deed) > 1 and words[deed[0]].norm in _WORDING.words("to_duties") :]
    if len(deed) > 1 and words[deed[-2]].tag == "to-do" and words[deed[-1]].norm in _WORDING.words("belongs"):
        deed.pop()
    if len(deed) > 2 and words[deed[-3]].tag == "to-do" and is_it(words, deed[-2]):
        deed = deed[:-2]  # "міндеті ... бақты күту | болып табылады"
    if len(deed) > 1 and words[deed[-2]].tag == "intent" and words[deed[-1]].norm in _WORDING.words("meant"):
        deed.pop()
    return deed


def given_out(words: Sequence[Word], modal: set[int], reads: str) -> set[int]:
    """The places of verbs that look as if they advised or planned and say what is done: "жоба көпшілікке ұсынылады".

    So is what is to be there by a rule: "бақта сөрелер көзделеді".
    """
    told = {n for n in modal if words[n].tag == "recommend" and reads != "recommendation"}
    return told | {n for n in modal if words[n].tag == "planned" and reads == "requirement"}


def goes_on_below(words: Sequence[Word], party: Party | None, verb: int) -> bool:
    """Whether a verb stands in a further part of a list that a party leads: "Тәлімгер: суарады; | есеп береді"."""
    if party is None or words[party.last + 1].tag != "colon":
        return False
    return any(word.tag == "semicolon" for word in words[party.last : verb])


def behind_lead(words: Sequence[Word], party: Party | None, first: int, verb: int) -> int:
    """Where a clause begins behind its lead-in and the mark of its part of a list: "Тәлімгер: 1) | бақты суарады"."""
    if party is not None and first <= party.first and party.last + 1 < verb and words[party.last + 1].tag == "colon":
        first = party.last + 2
    marked = first + 2 < verb and words[first].tag == "number" and words[first + 1].tag == "close"
    return first + 2 if marked else first

"""On whom a Russian sentence lays something, and of whom it asks something: the party behind "на", "к" or "от"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.positions.circumstances import find_enactor
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def behind_preposition(
    words: Sequence[Word], prepositions: frozenset[str], case: str, begin: int, end: int
) -> Party | None:
    """The party behind "на" (on whom something is laid) or "в" (to whom something is sent)."""
    for n in range(begin, end):
        if words[n].norm in prepositions:
            for head in range(n + 1, min(end, n + 4)):
                if is_party(words, head, case):
                    return extent_of(words, head, case, n + 1, end)
                if not is_in(words[head], ADJECTIVES):
                    break
    return None


def find_charged(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """On whom control is laid: all that stands behind "на" up to the clause's end, or who keeps it to himself."""
    if any(word.norm in _WORDING.words("lies_on") for word in words[begin:end]):
        return behind_preposition(words, _WORDING.words("laid_on"), "loct", begin, end)
    if (in_front := _set_before(words, begin, end) or _charged_in_front(words, begin, end)) is not None:
        return in_front
    for n in range(begin, end - 1):
        if words[n].norm in _WORDING.words("for_oneself") and words[n + 1].norm in _WORDING.words("oneself"):
            return Party(n, n + 1, n + 1)
        near = any(word.tag == "lays" for word in words[max(0, n - 3) : n])
        far = any(word.tag == "lays" for word in words[begin:n]) and any(
            is_party(words, k, "accs") for k in range(n + 1, min(n + 4, end))
        )  # "возложить ответственность за полив | на мастеров"
        if words[n].norm in _WORDING.words("laid_on") and words[n - 1].tag == "lays" and n == begin + 1:
            head = next((k for k in range(n + 1, min(n + 5, end)) if is_party(words, k, "accs")), None)
            party = extent_of(words, head, "accs", n + 1, end) if head is not None else None
            if party is not None and party.last < end - 1:
                return party  # "Возложить | на школу | полив"
        if words[n].norm in _WORDING.words("laid_on") and (near or far):
            told = (k for k in range(n + 1, end) if words[k].norm in _WORDING.words("control"))
            last = next((k for k in told if not is_in(words[k - 1], NOUNS)), end) - 1  # "на отдел контроля"
            last = min(last, _before_clause(words, n, end))
            while last > n and words[last].tag in ("comma", "stop"):
                last -= 1
            head = next((k for k in range(n + 1, last) if is_party(words, k, "accs")), last)
            return Party(n + 1, last, head) if last > n else None
    return None


def _charged_in_front(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """On whom something is laid, where he opens the clause: "На садовый совет | возлагаются функции"."""
    lays = next((n for n in range(begin, end) if words[n].tag == "lays"), 0)
    if words[begin].norm not in _WORDING.words("laid_on"):
        return None
    head = next((n for n in range(begin + 1, min(begin + 5, lays)) if is_party(words, n, "accs")), None)
    return None if head is None else extent_of(words, head, "accs", begin + 1, lays)


def find_addressed(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Of whom something is asked, whom a speaker calls upon, or whose task a doing is said to be."""
    return find_asked(words, *clause, last) or _called(words, first) or _tasked(words, last)


def _tasked(words: Sequence[Word], last: int) -> Party | None:
    """Whose task or priority a doing is said to be: "Приоритетом | колледжа | станет обучение"."""
    if words[last].norm not in _WORDING.words("is_task"):
        return None
    for n in range(2, last):
        before = words[n - 1].norm
        task = before in _WORDING.words("task_ahead") or _WORDING.pattern("told_as_task").match(before) is not None
        if task and (head := _owner_at(words, n, last)) is not None:
            return extent_of(words, head, "gent", n, last)
    return None


def _owner_at(words: Sequence[Word], n: int, end: int) -> int | None:
    """The noun of a party in the genitive that begins at a word, behind its attributes."""
    while n < end and is_in(words[n], ADJECTIVES, "gent") and not is_in(words[n], NOUNS, "gent"):
        n += 1
    return n if n < end and is_party(words, n, "gent") else None


def _called(words: Sequence[Word], end: int) -> Party | None:
    """Whom a speaker calls upon: "Призываем | жителей | беречь воду"; himself, where he says: "| Нам | необходимо"."""
    told = end < len(words) and words[end].tag == "need"
    if told and words[end - 1].norm in _WORDING.words("speakers_told"):
        return Party(end - 1, end - 1, end - 1)
    calls = next((n for n in range(1, end) if words[n].norm in _WORDING.words("calls_upon")), 0)
    head = next((n for n in range(calls + 1, end) if is_party(words, n, "accs")), None) if calls else None
    return extent_of(words, head, "accs", calls + 1, end) if head is not None else None


def _set_before(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Before whom a task is set, or to whom it is fastened: "Перед | советом | стоит", "закрепляется за | садом"."""
    for tells, prepositions in (("is_set", "set_before"), ("is_fastened", "fastened_to")):
        if any(word.norm in _WORDING.words(tells) for word in words[begin:end]):
            return behind_preposition(words, _WORDING.words(prepositions), "ablt", begin, end)
    return None


def _before_clause(words: Sequence[Word], n: int, end: int) -> int:
    """The last word before a further clause that "и" joins: "возлагается на школу | и учет ведется садом"."""
    verb = next((k for k in range(n, end) if words[k].tag in ("passive", "present") and not words[k].subordinate), 0)
    return next((k - 1 for k in range(verb, n, -1) if words[k].norm in AND_OR), end) if verb else end


def find_by_forces(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """By whose forces something is done: "Посадить липы силами | родительского комитета"."""
    return behind_preposition(words, _WORDING.words("by_forces"), "gent", begin, end)


def find_keeper(words: Sequence[Word], last: int, end: int) -> Party | None:
    """At whom something is kept: "Ключ хранится у | сторожа"."""
    kept = words[last].norm in _WORDING.words("kept")
    return behind_preposition(words, _WORDING.words("at_whom"), "gent", last, end) if kept else None


def find_wishing(words: Sequence[Word], last: int) -> Party | None:
    """Those who wish something, with what they wish, of whom a point asks what is told at `last`.

    "Желающим посетить сад | обратиться к садовнику", "Всем желающим | записаться".
    """
    wish = next((n for n in (1, 2) if n < last and words[n].norm in _WORDING.words("those_who_wish")), 0)
    return Party(1, last - 1, wish) if wish else None


def find_asked(words: Sequence[Word], begin: int, end: int, last: int) -> Party | None:
    """Of whom what is asked at `last` is asked, in a clause; None where no preposition tells."""
    if words[last].norm in _WORDING.words("request"):
        toward = last + 1 < end and words[last + 1].norm in _WORDING.words("toward")
        return behind_preposition(words, _WORDING.words("toward"), "datv", last + 1, end) if toward else None
    if words[last].norm not in _WORDING.words("requires"):
        return None
    n = next((n for n in range(begin, end) if words[n].norm in _WORDING.words("required_of")), 0)
    if not n or not _is_of_all(words, begin, n, last):
        return None
    party = behind_preposition(words, _WORDING.words("required_of"), "gent", n, n + 1 if n > last else last)
    return party if party is None or party.last < last or n == last + 1 else None


def _is_of_all(words: Sequence[Word], begin: int, n: int, last: int) -> bool:
    """Whether a preposition tells of whom all is asked: "| от мастеров требуется", "посадка | от них не требуется".

    Behind a thing it may tell where that comes from: "справка | от врача не требуется".
    """
    if n > last:
        return n == last + 1
    nouns = [word for word in words[begin:n] if is_in(word, NOUNS, "nomn") and not is_in(word, ADJECTIVES)]
    return not nouns or is_doing(nouns[0])


def find_doer_otherwise(words: Sequence[Word], last: int, begin: int, end: int) -> Party | None:
    """Who does what a passive tells, in no instrumental: "хранится у | сторожа", "проводится силами | школы"."""
    return find_keeper(words, last, end) or find_by_forces(words, begin, end) or find_enactor(words, begin, end)

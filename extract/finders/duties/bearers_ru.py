"""Whom a Russian sentence names as bound: the party in the case that its rule asks for, by the dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from extract.finders.duties.addressees_ru import find_addressee
from extract.finders.duties.words import Party, Word
from extract.language.russian import dictionary, readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_BREAKS = frozenset({"semicolon", "stop", "start", "colon"})
_PARTS_OF_SPEECH = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"})
_WORDING = phrasing("ru")
_VERBAL_NOUN = _WORDING.pattern("verbal_noun")
"""Nouns of an action, whose doer stands behind them: "завершения педагогами"."""

_PLURAL = _WORDING.pattern("plural_predicate")
_FILLED = _WORDING.pattern("filled_with")
"""Predicates whose instrumental tells what with, not by whom: "будут обеспечены педагогами"."""

_PERSON = _WORDING.pattern("person")
_AND_OR = _WORDING.words("and_or")
_OF_TIME = _WORDING.words("of_time")
_DOING = _WORDING.pattern("doing_participle")
_TELLING = 3
"""Letters that all forms of a party's noun share ("дети" is not looked for)."""

LONGEST_AGENT = 8
"""Words from an agent's noun to the predicate behind it."""

LONGEST = 40
"""Words that a party may have."""


def _is(word: Word, parts: frozenset[str], case: str = "") -> bool:
    return word.tag == "word" and any(
        pos in parts and (not case or found in (case, "")) for _, pos, found, _ in readings(word.norm)
    )


_ADJECTIVES = frozenset({"ADJF", "PRTF", "NUMR"})
_NOUNS = frozenset({"NOUN"})
_PREPOSITIONS = frozenset({"PREP"})
_CASES = {
    "addressee": "datv",
    "subject": "nomn",
    "agent": "ablt",
    "owner": "gent",
    "charged": "accs",
    "recipient": "accs",
}
_PREPOSITION_OF = {"charged": _WORDING.words("laid_on"), "recipient": _WORDING.words("sent_to")}
_DONE = frozenset({"participle", "passive", "given"})
"""Predicates of what is done to something: their subject is not who does it."""

_TURNED = frozenset({"must", "allowed", "may", "exempt", "planned", "entitled"})
"""Predicates that may stand before their subject: "Ротации подлежат директора"."""

_TRIED = {
    "subject": ("subject", "agent"),
    "addressee": ("addressee",),
    "agent": ("agent",),
    "owner": ("owner",),
    "charged": ("charged",),
    "recipient": ("recipient",),
}
"""Role of a rule -> the roles in which the sentence may name the party, tried in turn."""


@cache
def _beginnings() -> frozenset[str]:
    """How the nouns that name a party begin, in every case: most words need no look into the dictionary."""
    actors = duty_words("ru").actors
    return frozenset(head[:_TELLING] for head in (*actors.heads, *actors.compounds))


def is_party(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word heads the name of somebody who can act, in a case ("организациям", "МИО", "педагоги")."""
    word = words[n]
    if word.tag != "word":
        return False
    if word.norm[:_TELLING] not in _beginnings():
        return (
            _acts(word.norm, case)
            and not word.text.isupper()
            and (word.text[0].islower() or words[n - 1].tag != "word")
        )
    actors = duty_words("ru").actors
    if is_abbreviation(word.text) and word.text.isupper():
        return word.norm in actors.heads
    counted = case == "nomn" and n > 0 and words[n - 1].tag == "number"
    for lemma, pos, found, number in readings(word.norm):
        if pos not in _PARTS_OF_SPEECH or (found != case and not (counted and found == "gent")):
            continue
        if lemma in actors.heads:
            return True
        if lemma in actors.compounds:
            behind = words[n + 1].norm if n + 1 < len(words) else ""
            if number == "plur" or behind in actors.compounds[lemma] or _DOING.match(behind):
                return True
    return False


@lru_cache(maxsize=20_000)
def _acts(norm: str, case: str) -> bool:
    """Whether a word is the dictionary's name of a person by what he does, in a case: "оценщик", "дилером"."""
    return _PERSON.search(norm) is not None and any(
        parse.tag.POS == "NOUN"
        and "anim" in parse.tag
        and parse.tag.case == case
        and "Name" not in parse.tag
        and "Surn" not in parse.tag
        and "Patr" not in parse.tag
        for parse in dictionary().parse(norm)
    )


def find_party(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision; None where the sentence names none.

    An addressee or a subject stands before the predicate as a rule, an agent on either side.
    """
    if role == "bidden":
        return find_addressee(words, _begin_of_point(words, last), last) or find_party(words, "addressee", first, last)
    if role == "doer":
        role = (
            "agent"
            if words[last].tag in _DONE or _WORDING.pattern("reflexive_infinitive").search(words[last].norm)
            else "subject"
        )
    for wanted in _TRIED[role]:
        if wanted == "agent" and role == "subject" and not _is_passive(words, last):
            continue
        party = _find(words, wanted, first, last)
        if party:
            return party
    return None


def _begin_of_point(words: Sequence[Word], last: int) -> int:
    """The first word of a point, or of what a bidding infinitive bids ("Рекомендовать колледжам ...")."""
    bids = [n + 1 for n in range(1, last) if words[n].tag == "bids"]
    return bids[-1] if bids else 1


def find_level(words: Sequence[Word]) -> Party | None:
    """The party of a lead-in that names only its level: "на уровне местных исполнительных органов:"."""
    for n in range(1, len(words) - 2):
        if words[n].norm in _WORDING.words("laid_on") and words[n + 1].norm in _WORDING.words("level"):
            return _find(words, "owner", n, n + 1)
    return None


def _is_passive(words: Sequence[Word], last: int) -> bool:
    """Whether a predicate goes on with a passive: "должны реализовываться", "должны быть утверждены"."""
    return any(
        _WORDING.pattern("reflexive").search(word.norm) or word.norm in _WORDING.words("be")
        for word in words[last + 1 : last + 4]
    )


def _find(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    case = _CASES[role]
    begin, end = _clause(words, first, last)
    if role == "agent" and words[last].tag == "participle" and _FILLED.match(words[last].norm):
        return None
    if role == "charged":
        return _charged(words, begin, end)
    if role in _PREPOSITION_OF:
        return _behind_preposition(words, role, begin, end)
    if role == "owner":
        places: Iterator[int] = iter(range(last + 1, end))
    elif role == "agent":
        places = iter([*range(first - 1, begin - 1, -1), *range(last + 1, end)])
    else:
        places = iter(range(begin, first))
    free = [n for n in places if _is_free_party(words, n, case) and _same_brackets(words, n, last)]
    beside = [n for n in free if words[n].subordinate == words[last].subordinate]
    above = [n for n in free if n < first and not words[n].subordinate]
    for n in beside or above[-1:]:
        return _extent(words, n, case, begin, first if n < first else end)
    if role == "addressee" or (role == "subject" and words[last].tag in _TURNED):
        return _behind(words, case, last, end) or _doubtful(words, role, begin, first, last)
    return _doubtful(words, role, begin, first, last)


def _behind_preposition(words: Sequence[Word], role: str, begin: int, end: int) -> Party | None:
    """The party behind "на" (on whom something is laid) or "в" (to whom something is sent)."""
    for n in range(begin, end):
        if words[n].norm in _PREPOSITION_OF[role]:
            for head in range(n + 1, min(end, n + 4)):
                if is_party(words, head, _CASES[role]):
                    return _extent(words, head, _CASES[role], n + 1, end)
                if not _is(words[head], _ADJECTIVES):
                    break
    return None


def _same_brackets(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether a party stands in no brackets that its predicate does not stand in."""
    low, high = sorted((n, predicate))
    depth = 0
    for word in words[low:high]:
        depth += {"open": 1, "close": -1}.get(word.tag, 0)
    return depth == 0


def _charged(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """On whom control is laid: all that stands behind "на" up to the clause's end, or who keeps it to himself."""
    for n in range(begin, end - 1):
        if words[n].norm in _WORDING.words("for_oneself") and words[n + 1].norm in _WORDING.words("oneself"):
            return Party(n, n + 1, n + 1)
        if words[n].norm in _WORDING.words("laid_on") and any(w.tag == "lays" for w in words[max(0, n - 3) : n]):
            last = next((k for k in range(n + 1, end) if words[k].norm in _WORDING.words("control")), end) - 1
            while last > n and words[last].tag in ("comma", "stop"):
                last -= 1
            return Party(n + 1, last, last) if last > n else None
    return None


def _doubtful(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """A subject that could as well be a genitive, where the predicate asks for the plural: "организации ... должны"."""
    if role != "subject" or not _PLURAL.search(words[last].norm):
        return None
    for n in range(begin, first):
        plural = any(found == "nomn" and number == "plur" for _, _, found, number in readings(words[n].norm))
        governed = _is(words[n - 1], _PREPOSITIONS) or (_is(words[n - 1], _NOUNS) and _is_passive(words, last))
        if plural and is_party(words, n, "nomn") and not governed:
            return _extent(words, n, "nomn", n, first)
    return None


def _is_free_party(words: Sequence[Word], n: int, case: str) -> bool:
    return is_party(words, n, case) and not _belongs_to_another(words, n, case)


def _behind(words: Sequence[Word], case: str, last: int, end: int) -> Party | None:
    """The party that follows its predicate: "подлежат первые руководители", "необходимо организациям"."""
    for n in range(last + 1, min(end, last + 5)):
        if _is_free_party(words, n, case):
            return _extent(words, n, case, last + 1, end)
        if not _is(words[n], _ADJECTIVES, case) and words[n].tag != "infinitive":
            return None
    return None


def _clause(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The stretch in which a decision's party is looked for: back to the sentence's start or a semicolon."""
    begin = first
    while begin > 0 and words[begin - 1].tag not in ("semicolon", "stop", "start") and not _contrasts(words, begin - 1):
        begin -= 1
    end = last + 1
    while end < len(words) and words[end].tag not in _BREAKS:
        end += 1
    return begin, end


def find_subject_before(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The party behind a comma that reaches up to a dash: ", центр – подготовку"."""
    for n in range(begin, end):
        if words[n].tag == "comma":
            head = next((k for k in range(n + 1, end) if is_party(words, k, "nomn")), None)
            if head is None or any(not _is(word, _ADJECTIVES, "nomn") for word in words[n + 1 : head]):
                continue
            party = _extent(words, head, "nomn", n + 1, end)
            return Party(n + 1, end - 1, head) if party.last >= end - 1 or party.last >= head else None
    return None


def _does_something_else(words: Sequence[Word], k: int, n: int) -> bool:
    """Whether somebody in the instrumental is the doer of a participle or of a noun of action, or a mere attribute.

    `k` is the place of the word before the party: "разработанные академией", "центров психологами", "и родителями".
    """
    before = words[k]
    if _VERBAL_NOUN.search(before.norm) or _is(before, _PARTICIPLES):
        return True
    if before.norm in _AND_OR or before.tag == "comma":
        return any(_is(word, _OBJECTS, "ablt") for word in words[max(0, k - 4) : k])
    verb_behind = any(word.tag in _DONE | {"will", "proceed-future"} for word in words[n + 1 : n + LONGEST_AGENT])
    return _is(before, _NOUNS) and before.norm not in _OF_TIME and not verb_behind


def _contrasts(words: Sequence[Word], n: int) -> bool:
    """Whether a new clause with a subject of its own opens: ", а", ", но"."""
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    return (
        words[n].norm in _WORDING.words("contrasts")
        and words[n - 1].tag == "comma"
        and behind not in _WORDING.words("also")
    )


def _belongs_to_another(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is governed: by a preposition before it, or, in a doubtful form, by the noun before it."""
    k = n - 1
    while k > 0 and (
        _is(words[k], _ADJECTIVES, case)
        or (words[k].norm in _AND_OR and k < n - 1 and _is(words[k - 1], _ADJECTIVES, case))
    ):
        k -= 1
    before = words[k]
    if case == "ablt" and _does_something_else(words, k, n):
        return True
    if before.tag != "word":
        return False
    if _is(before, _PREPOSITIONS):
        return True
    forms = {found for _, pos, found, _ in readings(words[n].norm) if pos in _NOUNS}
    doubtful = bool(forms & {"gent"}) and case != "gent"
    return doubtful and _is(before, _NOUNS) and not is_abbreviation(words[n].text)


def _extent(words: Sequence[Word], head: int, case: str, begin: int, end: int) -> Party:
    """The party's words around its head: adjectives before it, what it governs behind it."""
    first = head
    while first - 1 >= begin and (_is(words[first - 1], _ADJECTIVES, case) or _counts(words, first - 1)):
        first -= 1
        if first - 2 >= begin and words[first - 1].norm in _AND_OR and _is(words[first - 2], _ADJECTIVES, case):
            first -= 2  # "национальными или международными организациями"
    last = head
    inside = phrase = False
    for n in range(head + 1, min(end, head + LONGEST)):
        word = words[n]
        if n <= last:
            continue
        if word.tag in ("open", "close"):
            inside = word.tag == "open"
            last = last if inside else n
        elif inside:
            continue
        elif word.tag == "comma":
            if n + 1 < end and words[n + 1].tag == "relative" and last >= n - 1:
                last = _end_of_relative(words, n + 1, end)
                if last + 1 < end and words[last + 1].tag == "comma":
                    break
                continue
            if phrase or n + 1 >= end or not _joins_on(words, n + 1, case):
                break
            phrase = _is(words[n + 1], _PARTICIPLES) or words[n + 1].norm in _WORDING.words("among_them")
        elif phrase or word.tag == "title":
            last = n
        elif (length := _counted_of(words, n, end)) or (length := _beside(words, n, end)):
            last = n + length - 1
        elif word.text == "." and len(words[n - 1].text) == 1:
            continue  # of an initial
        elif word.norm in _JOINS:
            continue
        elif word.tag == "word" and not word.subordinate and _governed(words, n, case):
            last = n
        else:
            break
    return Party(first, last, head)


def _end_of_relative(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of a clause that tells which of a kind are meant: "педагоги, которым остается два года"."""
    while n + 1 < end and words[n + 1].subordinate:
        n += 1
    return n


def _counted_of(words: Sequence[Word], n: int, end: int) -> int:
    """How many words number what a party is of: "5-8-х, 10-х классов"; 0 where none do."""
    k = n
    while k < end and (words[k].tag in ("number", "dash", "comma") or words[k].norm in _WORDING.words("ordinal_ends")):
        k += 1
    return k - n + 1 if k > n and k < end and _is(words[k], _NOUNS, "gent") and words[n].tag == "number" else 0


def _beside(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say of what kind a party is: "вне зависимости от языка", "с особыми потребностями"."""
    if words[n].norm in _WORDING.words("regardless") and n + 3 < end:
        k = n + 3
    elif words[n].norm in _WORDING.words("with") and n + 1 < end and _is(words[n + 1], _ADJECTIVES, "ablt"):
        k = n + 1
        while k < end and _is(words[k], _ADJECTIVES | _NOUNS, "ablt"):
            k += 1
    elif words[n - 1].norm in _WORDING.words("governs_instrumental") and _is(words[n], _NOUNS, "ablt"):
        return 1
    else:
        return 0
    while k < end and words[k].tag == "word" and _is(words[k], _NOUNS | _ADJECTIVES, "gent"):
        k += 1
    return k - n


def _counts(words: Sequence[Word], n: int) -> bool:
    """Whether a number counts the party ("17 колледжей"), and is no act's ("приказ № 93 ...")."""
    return words[n].tag == "number" and words[n - 1].text != "№"


def _joins_on(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a party goes on behind a comma: with a name, a participle, a further party, "городов ..."."""
    word = words[n]
    return (
        word.text[:1].isupper()
        or _is(word, _PARTICIPLES, case)
        or is_party(words, n, case)
        or word.norm in _WORDING.words("among_them")
        or any(lemma in _WORDING.words("places") for lemma, _, found, _ in readings(word.norm) if found == "gent")
    )


def _governed(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word belongs to the party before it: a name, a genitive, a further party, "с представителями ..."."""
    word = words[n]
    if _is(word, _LINKS):
        return False
    return (
        is_abbreviation(word.text)
        or word.text[0].isupper()
        or _is(word, _NOUNS | _ADJECTIVES, "gent")
        or _is(word, _ADJECTIVES, case)
        or is_party(words, n, case)
        or any(words[k].norm in _WORDING.words("together") for k in range(max(0, n - 4), n))
    )


_JOINS = _WORDING.words("joins_parties")
_LINKS = frozenset({"PREP", "CONJ", "PRCL"})
_PARTICIPLES = frozenset({"PRTF"})


def find_object(words: Sequence[Word], first: int, last: int) -> tuple[int, int] | None:
    """What is done something to: the accusative behind the infinitive, or what a participle's subject is.

    "необходимо обновить учебные планы" -> "учебные планы", "будет разработан стандарт" -> "стандарт". None where the
    words behind the verb are no plain object.
    """
    verb = next((n for n in range(first, min(last + 5, len(words))) if words[n].tag in _VERBS), None)
    if verb is None:
        return None
    case = "accs" if words[verb].tag in ("infinitive", "effect-infinitive") else "nomn"
    end = verb
    for n in range(verb + 1, min(verb + LONGEST, len(words))):
        word = words[n]
        if word.tag == "title" or (word.norm in _AND_OR and end > verb and n + 1 < len(words)):
            continue
        wanted = word.tag == "word" and not _is(word, _LINKS)
        if not wanted or not (_is(word, _OBJECTS, case) or (end > verb and _is(word, _OBJECTS, "gent"))):
            break
        end = n
    has_noun = any(_is(words[n], _NOUNS) for n in range(verb + 1, end + 1))
    return (verb + 1, end) if has_noun else None


_VERBS = frozenset({"infinitive", "effect-infinitive", "participle"})
_OBJECTS = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})

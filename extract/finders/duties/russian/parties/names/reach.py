"""How far the words of a Russian party reach around its noun: attributes, brackets, clauses, names, genitives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, LINKS, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR, agrees
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.attributes import first_of_party, is_acting
from extract.finders.duties.russian.parties.names.beside import (
    apposed,
    beside,
    is_together,
    sends_along,
)
from extract.finders.duties.russian.parties.names.bodies import LONGEST
from extract.finders.duties.russian.parties.names.fields import is_of_field, is_way_of_post, says_how
from extract.finders.duties.russian.parties.names.rows import fields_on, further_of, joins_on, owns_on
from extract.finders.duties.russian.parties.names.surnames import is_initial
from extract.finders.duties.russian.parties.names.those import end_of_those, is_those_who
from extract.finders.duties.russian.parties.names.which import (
    asked_for,
    counted_of,
    initials,
    numbered,
    one_of,
    sent_by,
    stands_where,
)
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_JOINS = _WORDING.words("joins_parties")


def extent_of(words: Sequence[Word], head: int, case: str, begin: int, end: int) -> Party:
    """The party's words around its head: adjectives before it, what it governs behind it."""
    if is_those_who(words, head):
        return Party(head, end_of_those(words, head, end), head)
    first = first_of_party(words, head, case, begin)
    return Party(first, _last_of(words, head, case, min(end, head + LONGEST)), head)


def _last_of(words: Sequence[Word], head: int, case: str, end: int) -> int:
    """The last word of what stands behind a party's noun: brackets, clauses, names, genitives, further parties."""
    last = head_of_list = head
    phrase = False
    n = head + 1
    while n < end:
        word = words[n]
        if word.tag == "colon" or _opens_term(words, n):
            break
        if word.tag == "open":
            called = n + 1 < end and words[n + 1].norm in _WORDING.words("called_further")
            n = next((k for k in range(n, end) if words[k].tag == "close"), end)
            last = n if n < end and not called else last
        elif word.tag == "comma" and not (phrase and n + 1 < end and _goes_on_attributes(words, n)):
            opened = _opens_relative(words, n + 1, end)
            if opened and last == n - 1 and case != "ablt":
                empty = opened + 1 >= end or words[opened + 1].tag == "colon"  # "комиссия, которая:"
                return last if empty else _end_of_relative(words, opened, end)
            further = _behind_joint(words, n + 1, end)
            if phrase and further < end and _is_further(words, further, case):
                last, head_of_list, phrase = further, further, False
                n = further + 1
                continue
            acting = n + 1 < end and (_tells_of(words, n, case) or _tells_of_head(words, n, head_of_list, case))
            counted = words[n - 1].norm in _WORDING.words("of_time")
            acting = acting or ((phrase or counted) and n + 1 < end and is_in(words[n + 1], PARTICIPLES, case))
            owned = n + 1 < end and case != "gent" and owns_on(words, n)
            owned = owned or (n + 1 < end and fields_on(words, n))
            listed = further_of(words, n + 1, end, case) if not phrase else 0
            if listed:
                last = head_of_list = n = listed
                n += 1
                continue
            if n + 1 >= end or not (acting or (not phrase and (owned or joins_on(words, n + 1, case)))):
                break
            phrase = acting or is_in(words[n + 1], PARTICIPLES) or words[n + 1].norm in _WORDING.words("among_them")
        elif phrase and word.norm in AND_OR and n + 1 < end and is_party(words, n + 1, case):
            last, head_of_list, phrase = n + 1, n + 1, False
            n += 1
        elif length := _length(words, n, end, case, phrase):
            acts = n == head_of_list + 1 and is_acting(word, case) and not _waits_for_noun(words, n, case)
            phrase = phrase or acts
            last = n = n + length - 1
        elif _leads_on(words, n) or not _joins(words, n):
            break
        n += 1
    while last > head and (
        (is_in(words[last], LINKS) and not is_initial(words, last)) or _waits_for_noun(words, last, case)
    ):
        last -= 1  # "Акимам районов, АО «Луч» о ходе работ ..."
    return last


def _behind_joint(words: Sequence[Word], n: int, end: int) -> int:
    """The place behind what joins a further party to those before a comma: "и", "а также"."""
    also = n + 1 < end and words[n].norm in _WORDING.words("contrasts") and words[n + 1].norm in _WORDING.words("also")
    return n + 2 if also else n + (n < end and words[n].norm in AND_OR)


def _goes_on_attributes(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma parts two attributes of one noun: "лица, имеющие признаки алкогольного, | иного опьянения"."""
    one, other = words[comma - 1], words[comma + 1]
    if not all(word.tag == "word" and readings(word.norm)[0][1] == "ADJF" for word in (one, other)):
        return False
    cases = ({found[2:] for found in readings(word.norm) if found[1] == "ADJF"} for word in (one, other))
    return bool(set.intersection(*cases))


def _is_also(words: Sequence[Word], dash: int, end: int, case: str) -> bool:
    """Whether a dash leads to a second post of the same person: "министром садов - | президентом академии"."""
    if dash + 1 >= end or not is_party(words, dash + 1, case) or words[dash - 1].end == words[dash].start:
        return False
    behind = [word.tag for word in words[dash + 2 : end + 1]]
    return case == "ablt" or ("comma" not in behind and not {"passive", "present"}.isdisjoint(behind))


def _waits_for_noun(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether an attribute behind an agent is of what he does it with: "садом | соответствующим письмом"."""
    alone = is_in(words[n], ADJECTIVES, case) and not is_in(words[n], NOUNS)
    return case == "ablt" and alone and n + 1 < len(words) and is_in(words[n + 1], NOUNS, case)


_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")


def _opens_term(words: Sequence[Word], n: int) -> bool:
    """Whether when, from when on or how often something is done opens here: "5.03.2031", "с момента учета", "раз"."""
    if _DAY.match(words[n].text):
        return True
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    if words[n].tag == "not" and behind in _WORDING.words("at_most"):
        return True  # "продлевается органом | не более чем на месяц"
    since = words[n].norm in _WORDING.words("with") and (
        behind in _WORDING.words("from_when") or behind in _WORDING.words("months") or _is_day(words, n + 1)
    )
    return since or (behind in _WORDING.words("times") and words[n].norm not in AND_OR)


def _is_day(words: Sequence[Word], n: int) -> bool:
    """Whether a day stands here, its month behind it or behind a further day: "1 июня", "1 по 10 июня"."""
    if n + 1 >= len(words) or words[n].tag != "number":
        return False
    span = n + 3 < len(words) and words[n + 1].norm in _WORDING.words("up_to_day") and words[n + 2].tag == "number"
    return words[n + 1 + 2 * span].norm in _WORDING.words("months")


def _opens_relative(words: Sequence[Word], n: int, end: int) -> int:
    """The place of a relative word behind a comma, alone or behind its noun ("знания которого"); 0 where none is.

    What opens when or why something is done tells nothing of the party: "розы поливает мастер, | если сухо".
    """
    if n < end and words[n].norm in _WORDING.words("opens_when"):
        return 0
    return next((k for k in (n, n + 1) if k < end and words[k].tag == "relative"), 0)


def _tells_of(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a participle behind a comma tells of the party, or of the last noun that it owns.

    "садоводы, имеющие опыт", "руководителем подразделения, занимающегося вопросами учета".
    """
    k = _behind_adverbs(words, n + 1 + (words[n + 1].tag == "not" and n + 2 < len(words)))
    k += words[k].norm in _WORDING.words("pronouns_done_to") and k + 1 < len(words)  # "лицом, его замещающим"
    if is_in(words[k], ADJECTIVES, case) and k + 1 < len(words) and readings(words[k + 1].norm)[0][1] == "PREP":
        return True  # "лицом, ответственным за хранение"
    of_party = is_in(words[k], PARTICIPLES, case) and is_party(words, n - 1, case)
    return of_party or (is_in(words[k], PARTICIPLES, "gent") and is_in(words[n - 1], NOUNS, "gent"))


def _tells_of_head(words: Sequence[Word], n: int, head: int, case: str) -> bool:
    """Whether a participle behind a comma can only tell of the party itself, over what it owns or its field.

    "объединения садов в сфере ухода, признанные советом": it agrees with no noun that is nearer.
    """
    participle = words[_behind_adverbs(words, n + 1)]
    if not is_in(participle, PARTICIPLES, case) or is_in(participle, PARTICIPLES, "gent"):
        return False
    nearer = any(agrees(participle, word, case) for word in words[head + 1 : n] if is_in(word, NOUNS, case))
    return agrees(participle, words[head], case) and not nearer


def _behind_adverbs(words: Sequence[Word], n: int) -> int:
    """The place behind the words that only say when or how: "лица, | впервые | поступившие", "ранее занимавшие"."""
    k = n
    while k + 1 < len(words) and words[k].tag == "word" and readings(words[k].norm)[0][1] in _OF_TIME_OR_MANNER:
        k += 1
    return k if is_in(words[k], PARTICIPLES) else n


_OF_TIME_OR_MANNER = frozenset({"ADVB", "COMP", "PRCL"})


def _is_further(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a list goes on behind a participle's clause with a party in the plural: "..., студенты"."""
    plural = any(found == case and number == "plur" for _, _, found, number in readings(words[n].norm))
    return plural and is_party(words, n, case)


def _length(words: Sequence[Word], n: int, end: int, case: str, phrase: bool) -> int:
    """How many words from a place on belong to the party; 0 where none does."""
    word = words[n]
    if phrase or word.tag == "title":
        return 1
    if word.tag == "dash" and _is_also(words, n, end, case):
        return 2
    counted = (
        counted_of(words, n, end) or stands_where(words, n, end) or beside(words, n, end) or apposed(words, n, end)
    ) or (sent_by(words, n, end) or one_of(words, n, end) or numbered(words, n, end) or initials(words, n, end))
    if _leads_on(words, n):
        return 0
    if is_of_field(words, n - 1) and (asked := asked_for(words, n, end)):
        return asked
    if counted or _joins(words, n):
        return counted
    below = word.subordinate and not words[n - 1].subordinate
    return int(word.tag == "word" and not below and _governed(words, n, case))


def _leads_on(words: Sequence[Word], n: int) -> bool:
    """Whether a word leads to how the deed is done, or with what something is sent, and no further with the party."""
    if words[n].norm in _WORDING.words("adds_to_object"):
        return says_how(words, n + 1) or is_way_of_post(words, n)
    leave = n + 1 < len(words) and words[n + 1].norm in _WORDING.words("by_leave")
    return sends_along(words, n) or (leave and words[n].norm in _WORDING.words("with"))


def _joins(words: Sequence[Word], n: int) -> bool:
    """Whether a word joins parties or what is of them, or is the point of an initial."""
    return words[n].norm in _JOINS or (words[n].text == "." and len(words[n - 1].text) == 1)


def _end_of_relative(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of a clause that tells which of a kind are meant: "педагоги, которым остается два года"."""
    while n + 1 < end and words[n + 1].subordinate:
        n += 1
    return n


def _is_of_thing(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether an attribute behind a subject is of what it does something to: "Мастера | годовой отчет сдают"."""
    k = n + 1
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "accs") and not is_in(words[k], NOUNS):
        k += 1
    beside = case == "nomn" and k < len(words) and words[n - 1].tag == "word"
    if not beside or not is_in(words[k], NOUNS, "accs") or is_party(words, k, case):
        return False
    return all(agrees(words[m], words[k], "accs") and not agrees(words[m], words[k], "gent") for m in range(n, k))


def _governed(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word belongs to the party before it: a name, a genitive, a further party, "с представителями ..."."""
    word = words[n]
    if is_in(word, LINKS) or (is_in(word, ADJECTIVES) and _is_of_thing(words, n, case)):
        return False
    return (
        is_abbreviation(word.text)
        or word.text[0].isupper()
        or is_in(word, NOUNS | ADJECTIVES, "gent")
        or is_in(word, ADJECTIVES, case)
        or is_party(words, n, case)
        or any(words[k].norm in _WORDING.words("together") for k in range(max(0, n - 4), n))
        or is_together(words, n)
        or is_of_field(words, n)
    )

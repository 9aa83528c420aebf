"""Where the name of a Kazakh party begins: the words before its noun that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_conditional,
    is_letter,
    is_owned,
    is_plural,
    is_verbal,
    stem_of,
)
from extract.finders.duties.kazakh.governed import governed_start, has_thing_behind, right_to, takes_deed
from extract.finders.duties.kazakh.parties.names.insets import over_inset, with_name
from extract.finders.duties.kazakh.parties.names.participles import (
    behind_thing,
    clause_of_participle,
    is_converb,
    is_done_to,
)
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_LONGEST_LIST = 24
"""Words before the noun of a party among which those that share it are listed."""
_RELATIVE = frozenset({"future-participle"})
_WORDING = phrasing("kk")
_PARTS_OFF = frozenset({"open", "close", "postposition", "planned", "colon", "dash", "stop", "start", "mark"})
_LISTED = frozenset({"conjunction", "number", "title", "comma", "future-participle"})
_EVERY = _WORDING.words("every")
_TIMES = _WORDING.words("counted_times")
_OPENS_SENTENCE = _WORDING.words("opens_sentence")
_ADJECTIVE = _WORDING.pattern("adjective")
_PLURAL_ACCUSATIVE = _WORDING.pattern("plural_accusative")
_AGENT = _WORDING.pattern("agent")
_PAST_PARTICIPLE = _WORDING.pattern("past_participle")


def extent(words: Sequence[Word], head: int, begin: int) -> int:
    """Where a party begins: the modifiers before its noun, back to a word with a case ending or to a postposition."""
    begin = next((n + 1 for n in range(head - 1, begin, -1) if closes_condition(words, n)), begin)
    first = head - (head - 1 >= begin and _goes_with_agent(words, head - 1))
    owned = is_owned(words[head])
    while first - 1 >= begin and head - first < _LONGEST_LIST:
        if (inside := over_inset(words, first - 1, begin, head)) is not None:
            first = inside
            continue
        if (start := _start_of_complement(words, first - 1, head, begin)) is not None:
            return start
        parted = words[first - 1].norm in _TIMES or _is_when(words, first - 1)  # "жылына екі рет | бағбан суарады"
        parted = parted or (words[first - 1].norm, words[first - 2].norm) == _BEFOREHAND
        if parted or not _modifies(words[first - 1], owned) or is_done_to(words, first - 1, head):
            break
        first -= 1
        owned = owned or is_owned(words[first])
        if words[first].norm in _EVERY and not _is_genitive(words[first - 1]):
            break
        of_name = first > begin and words[first].text[:1].isupper()  # "Бақты, Тастықорған аудандарының әкімдері"
        if _PAST_PARTICIPLE.search(words[first].norm) and words[first].tag in ("word", "state") and not of_name:
            first = clause_of_participle(words, first, head, begin)
            break
        if words[first].tag == "future-participle":
            if first + 2 <= head and is_passive(words[first].norm) and _AGENT.search(words[first + 2].norm):
                break  # "көрсетілетін қызметті алушылар"
            first = clause_of_participle(words, first, head, begin)
            break
        if words[first].norm in _WORDING.words("of_a_time") and first - 1 >= begin:
            first -= 1  # "мектепке дейінгі ұйымдар"
    first = _with_further(words, _with_complement(words, first, head, begin), head, begin)
    first = with_name(words, _of_field(words, first, head, begin) or first, begin)
    first -= first - 1 >= begin and words[first - 1].norm in _WORDING.words("at_least")
    if words[first].norm in _WORDING.words("more_than") and first - 1 >= begin:
        first -= 1 + (first - 2 >= begin and words[first - 2].tag == "number")  # "2 мыңнан астам мұғалім"
    while first - 2 >= begin and words[first - 1].text == "." and is_letter(words[first - 2]):
        first -= 2  # an initial: "Ы. Алтынсарин атындағы академия"
    while first < head and (
        words[first].tag in ("conjunction", "comma", "mark")
        or (words[first].norm in _WORDING.words("this") and not _tells_which(words, first, head))
    ):
        first += 1
    return first


def _is_when(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes the day or the year of a deed: "арыз түскен күні | кеңсе", "2031 жылы | бағбан"."""
    if words[n].norm not in _WORDING.words("that_time"):
        return False
    before = words[n - 1]
    return _PAST_PARTICIPLE.search(before.norm) is not None or (before.tag == "number" and len(before.norm) == _YEAR)


_BEFOREHAND = ("ала", "алдын")
"""The adverb "алдын ала", from its end."""
_YEAR = 4
"""Figures of a year."""


def _with_further(words: Sequence[Word], first: int, head: int, begin: int) -> int:
    """Where a name begins with what goes on, what is pointed at and further owners before what it opens with."""
    if first - 2 >= begin and words[first - 1].norm in _WORDING.words("being_meanwhile"):
        first = clause_of_participle(words, first - 1, head, begin)  # "шағым жасалып отырған қызметті алушы"
    pointed = first - 1 >= begin and words[first - 1].norm in _WORDING.words("points_within")
    first -= pointed and first < head and _is_genitive(words[first])  # "осы ұйымдардың әкімшілігі"
    furthest = max(begin, head - _LONGEST_LIST)
    while first - 2 >= furthest and _joins_owners(words, first - 1) and _is_owner(words, first, head):
        first = min(first - 2, phrase_start(words, first - 2, begin))
    return first


def _over_kinds(words: Sequence[Word], first: int, begin: int, head: int) -> int:
    """Where what somebody does something to begins: "көрсетілетін | қызметті", "мектептің 11 (12)- | сыныптарын"."""
    while first - 1 >= begin and words[first - 1].tag == "future-participle":
        first -= 1
    inset = first - 1 >= begin and over_inset(words, first - 1, begin, head) is not None
    return phrase_start(words, first, begin) if inset else first


def _is_owner(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether a name opens with one of several owners: "облыстың, | қаланың білім беруді басқару органдары".

    Behind "немесе" the owner may have words of its own: "бақтың немесе | қызмет көрсетушінің қызметкері".
    """
    if first >= head or not _is_genitive(words[first - 2]):
        return False
    either = words[first - 1].norm in _WORDING.words("or")
    return any(map(_is_genitive, words[first : head if either else first + 1]))


def _joins_owners(words: Sequence[Word], n: int) -> bool:
    return words[n].tag in ("comma", "conjunction") or words[n].norm in _WORDING.words("or")


def _goes_with_agent(words: Sequence[Word], n: int) -> bool:
    """Whether a converb is of who does something right behind it: "еріп жүрушілер"."""
    return _AGENT.search(words[n + 1].norm) is not None and words[n].tag == "word" and is_converb(words[n])


def _tells_which(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether "осы" points at what somebody is told by: "осы тармақта көрсетілген адам", "осы ісі бар ұйымдар"."""
    if n + 1 >= head or words[n].norm in _WORDING.words("it"):
        return n + 1 < head and words[n + 1].tag in _RELATIVE  # "оны алмастыратын адам"
    placed = [ending.kind for ending in analyse(words[n + 1].text)[0].endings][-1:] == ["attributive"]
    inner = words[n].norm in _WORDING.words("points_within") and (placed or case_of(words[n + 1]) != "")
    return inner or words[n + 1].norm in _WORDING.words("parts_of_acts")


def _with_complement(words: Sequence[Word], first: int, head: int, begin: int) -> int:
    """Where a name begins whose first word needs one before it: "қызметті алушылар", "Жүйелерге ... жүргізу орталығы".

    The accusative before an agent's noun comes with its participle; the dative before a verbal noun only where it
    opens the sentence.
    """
    if first < head and _AGENT.search(words[first].norm) and first - 2 >= begin and is_converb(words[first - 1]):
        first -= 1  # "қаруды сатып алушы азаматтар"
        while first - 1 >= begin and (case_of(words[first - 1]) == "accusative" or words[first - 1].tag in _RELATIVE):
            first -= 1
        return first
    start = _of_carried_out(words, first, begin) or governed_start(words, first, head, begin)
    if start is not None:
        return start
    before = words[first - 1] if first - 1 >= begin else None
    agent = _AGENT.search(words[head].norm) is not None and first == head
    if before is not None and agent and before.tag == "towards-doing" and takes_deed(words, first - 1, begin):
        right = right_to(words, first - 2)
        return first - 1 if right is None else phrase_start(words, right, begin)  # "оқуға түсуші"
    if before is None or not (before.tag in ("word", "future-participle") or (agent and before.tag == "to-do")):
        return first
    case = case_of(before)
    opens = first - 2 >= 0 and words[first - 2].tag in ("start", "stop", "semicolon", "colon")
    named = words[head].text.istitle() and (before.text.islower() or opens)  # "құнын | Алушы өтейді"
    if _AGENT.search(words[head].norm) and first == head and case == "accusative" and not named:
        if before.tag == "to-do":
            return phrase_start(words, first - 1, begin)  # "сатып алуды ұйымдастырушы"
        first -= 1
        first = _over_kinds(words, first, begin, head)
        if words[first].norm in _WORDING.words("office_of") and first - 1 >= begin and _is_genitive(words[first - 1]):
            owner = first - 1
            first = extent(words, owner, begin)  # "директордың міндетін атқарушы"
            first += first < owner and case_of(words[first]) == "accusative"  # "тізімді | хатшының ..."
    elif any(word.tag == "to-do" for word in words[first:head]) and case == "dative" and first - 1 == begin:
        first -= 1
    elif case in ("ablative", "dative") and first == head and not named and _is_doer(words, head):
        first -= 1  # "тағылымдамадан өтуші"
    elif case == "accusative" and is_owned(words[head]) and is_verbal(words[first]) and words[first].text.islower():
        done = words[begin : first - 1]
        named = before.text[:1].isupper() and first - 1 > begin
        owned = is_owned(before) and (
            first - 2 < begin or not _is_genitive(words[first - 2]) or has_thing_behind(words, head)
        )
        if named or owned or any(case_of(word) == "accusative" for word in done):
            first = extent(words, first - 1, begin)  # "Сараптама қызметін ұйымдастыру департаменті"
    return first


def _of_field(words: Sequence[Word], first: int, head: int, begin: int) -> int | None:
    """Where the people stand whom a body does something for, who are no object of its clause; None where none do.

    "[халықты] әлеуметтік қорғау органы"; others, of several, only where the clause has an object of its own.
    """
    verb = next((n for n in range(first, head) if words[n].tag == "to-do"), head)
    if first - 1 < begin or verb + 1 != head or not is_owned(words[head]) or not words[first].text.islower():
        return None
    between = words[first:verb]
    plain = all(word.tag == "word" and case_of(word) in ("", "instrumental") for word in between)
    before = words[first - 1]
    people = stem_of(before) in _WORDING.words("the_people") or (is_plural(before) and has_thing_behind(words, head))
    return first - 1 if plain and people and case_of(before) == "accusative" else None


def _of_carried_out(words: Sequence[Word], first: int, begin: int) -> int | None:
    """Where what somebody carries out begins: "[бақылауды жүзеге] асырушы орган"; None where nothing is."""
    heavy = first - 1
    carries = heavy - 1 >= begin and words[heavy].norm in _WORDING.words("heavy_words")
    carries = carries and _AGENT.search(words[first].norm) is not None
    return phrase_start(words, heavy - 1, begin) if carries and case_of(words[heavy - 1]) == "accusative" else None


def _start_of_complement(words: Sequence[Word], n: int, head: int, begin: int) -> int | None:
    """Where a name begins with what its attribute at a place governs: "санат беруге үміткер педагогтер"; else None."""
    if _has_complement(words, n):
        return phrase_start(words, head, behind_thing(words, n, begin, head))
    wants = words[n].norm in _WORDING.words("aspiring") and n - 1 >= begin
    return phrase_start(words, n - 1, begin) if wants and case_of(words[n - 1]) == "dative" else None


def _has_complement(words: Sequence[Word], n: int) -> bool:
    """Whether an attribute has a noun of its own before it: "есепті жүргізуге жауапты", "құқықтары жөніндегі"."""
    if words[n].norm in _WORDING.words("relating"):
        return True
    if right_to(words, n) is not None:
        return True
    return words[n].norm in _WORDING.words("answerable") and case_of(words[n - 1]) == "dative"


def _is_doer(words: Sequence[Word], n: int) -> bool:
    """Whether a noun names who does something, and the word before it is a noun that its verb asks for."""
    return _AGENT.search(words[n].norm) is not None and words[n - 1].tag == "word"


def _is_genitive(word: Word) -> bool:
    return word.tag == "word" and case_of(word) == "genitive"


def _modifies(word: Word, owned: bool) -> bool:
    """Whether a word may belong to a party's noun; the name of an action only where the noun is `owned` by it."""
    if (
        is_converb(word)
        or word.norm in _WORDING.words("negates")
        or word.norm in _OPENS_SENTENCE
        or word.tag in _PARTS_OFF
    ):
        return False
    if word.tag == "to-do" and not (owned and _WORDING.pattern("doing").search(word.norm)):
        return False
    given = "-" in word.norm and word.norm.rpartition("-")[2] in _WORDING.words("case_endings")  # "Б-ға"
    if given or word.norm in _WORDING.words("this") or word.norm in _WORDING.words("ends_time") or is_conditional(word):
        return False
    if word.norm in _EVERY | _WORDING.words("at_least") | _WORDING.words("other") or word.tag in _LISTED:
        return True
    if _ADJECTIVE.search(word.norm) and not _PLURAL_ACCUSATIVE.search(word.norm):
        return True
    kinds = [ending.kind for ending in analyse(word.text)[0].endings]
    return not kinds or kinds[-1] in ("genitive", "plural", "possessive 3")

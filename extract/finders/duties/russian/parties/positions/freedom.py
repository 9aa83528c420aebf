"""Whether a Russian party stands free in its clause: in the same brackets as its predicate, governed by nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, LINKS, NOUNS, PARTICIPLES, PREPOSITIONS, is_in
from extract.finders.duties.russian.complements.verbs import puts_into_effect
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.next_steps import is_next
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.language.russian import may_be_attribute_of, readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_BREAKS = frozenset({"semicolon", "stop", "start", "colon"})
_WORDING = phrasing("ru")
_VERBAL_NOUN = _WORDING.pattern("verbal_noun")
"""Nouns of an action, whose doer stands behind them: "завершения педагогами"."""
_RESULT = _WORDING.pattern("result")
_OF_TIME = _WORDING.words("of_time")
LONGEST_AGENT = 24
"""Words from an agent's noun to the predicate behind it."""
DONE = frozenset({"participle", "passive", "given"})
"""Predicates of what is done to something: their subject is not who does it."""
OBJECTS = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})
"""Parts of speech of what something may be done to."""


def clause_around(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The stretch in which a decision's party is looked for: back to the sentence's start or a semicolon."""
    begin = first
    while begin > 0 and words[begin - 1].tag not in ("semicolon", "stop", "start") and not contrasts(words, begin - 1):
        begin -= 1
    end = last + 1
    while end < len(words) and words[end].tag not in _BREAKS:
        end += 1
    return begin, end


def in_same_brackets(words: Sequence[Word], places: Iterable[int], predicate: int) -> Iterator[int]:
    """Those of the places of parties that stand in no brackets that their predicate does not stand in."""
    depths = [0, *accumulate((word.tag == "open") - (word.tag == "close") for word in words)]
    return (n for n in places if depths[n] == depths[predicate])


def is_free_party(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word heads the name of somebody who can act in a case, and belongs to no other word."""
    if case == "ablt" and words[n].norm in _WORDING.words("persons_of_attributes"):
        return False  # "учащимся выдаются книги": to them
    return is_party(words, n, case) and not belongs_to_another(words, n, case)


def _does_something_else(words: Sequence[Word], k: int, n: int) -> bool:
    """Whether somebody in the instrumental is the doer of a participle or of a noun of action, or a mere attribute.

    `k` is the place of the word before the party: "разработанные академией", "центров психологами", "и родителями".
    """
    before = words[k]
    if before.norm in _WORDING.words("governs_instrumental"):
        return True  # "для управления | садами"
    participle = is_in(before, PARTICIPLES) and before.norm not in _WORDING.words("nouns_of_attributes")
    if is_in(words[k - 1], PREPOSITIONS) and (words[k - 2].tag == "short-adjective" or puts_into_effect(words, k - 2)):
        return False  # "обязательны для исполнения | школами", "обращается к исполнению | судом"
    if (of_opening := _does_opening_deed(words, k, n)) is not None:
        return of_opening
    if _VERBAL_NOUN.search(before.norm) or participle:
        return not _is_subject_carried_out(words, k, n) and not (
            _RESULT.match(before.norm) and _stands_behind_passive(words, k)
        )  # "уведомляется о решении садом"
    if before.norm in AND_OR or before.tag == "comma":
        return not _closes_lead(words, k) and any(map(_is_instrumental, words[max(0, k - 4) : k]))
    verb_behind = any(word.tag in DONE | {"will", "proceed-future"} for word in words[n + 1 : n + LONGEST_AGENT])
    governed = is_in(before, NOUNS) and before.norm not in _OF_TIME and not verb_behind
    return governed and not _stands_behind_passive(words, k)


def _is_subject_carried_out(words: Sequence[Word], k: int, n: int) -> bool:
    """Whether a noun of action opens its clause as what is carried out: who does it is bound by the predicate, too.

    "Собрания | мастерами | проводятся в саду".
    """
    opens = k - 1
    while opens > 0 and is_in(words[opens], ADJECTIVES, "nomn"):
        opens -= 1
    if words[opens].tag not in _BREAKS or not is_in(words[k], NOUNS, "nomn"):
        return False
    verb = next((m for m in range(n + 1, len(words)) if words[m].tag in FINITE or words[m].tag in DONE), n)
    between = (word for word in words[n + 1 : verb] if not is_in(word, LINKS))
    alone = not any(is_in(word, NOUNS, "gent") for word in between)  # "сбор школой | взносов"
    return alone and words[verb].norm in _WORDING.words("carried_out")


def _is_instrumental(word: Word) -> bool:
    """Whether a word may be in the instrumental; "в" and "и" are no names of letters."""
    return is_in(word, OBJECTS, "ablt") and not is_in(word, LINKS)


def _does_opening_deed(words: Sequence[Word], k: int, n: int) -> bool | None:
    """Whether what opens a clause is done by somebody behind it: "При ремонте теплицы | мастером в журнале делается".

    Who stands right before the predicate is its doer, and what comes about by itself has none: "по окончании занятий".
    None where nothing opens the clause so, or what it is done to does not stand before the party.
    """
    begin = next((place + 1 for place in range(k - 1, -1, -1) if words[place].tag in _BREAKS | {"comma"}), 0)
    in_two = f"{words[begin].norm}-{words[begin + 1].norm}" in _WORDING.words("opens_circumstance_in_two")
    if words[begin].norm not in _WORDING.words("opens_circumstance") and not in_two:
        return None
    doing = next((place for place in range(begin + 1, k + 1) if is_doing(words[place])), k)
    if doing == k or not all(is_in(word, OBJECTS, "gent") for word in words[doing + 1 : k + 1]):
        return None
    at = _behind_terms(words, next((m for m in range(n + 1, len(words)) if not _is_genitive(words[m])), n))
    return words[at].tag == "word" and _WORDING.pattern("comes_about").match(words[doing].norm) is None


def _behind_terms(words: Sequence[Word], at: int) -> int:
    """The place behind adverbs, terms and whither something is put: "ежегодно", "за месяц", "в течение трех дней"."""
    while at + 1 < len(words):
        if is_in(words[at], _ADVERBS):
            at += 1
        elif is_in(words[at], PREPOSITIONS) and not is_in(words[at + 1], OBJECTS, "loct"):
            at += 2
            while at < len(words) - 1 and (words[at].tag == "number" or _is_genitive(words[at])):
                at += 1
        else:
            break
    return at


def _is_genitive(word: Word) -> bool:
    return is_in(word, OBJECTS, "gent") and not is_in(word, PREPOSITIONS)


_ADVERBS = frozenset({"ADVB"})


def _closes_lead(words: Sequence[Word], k: int) -> bool:
    """Whether a comma closes what opens a clause: "После принятия комиссией решения, | директором"."""
    begin = next((n + 1 for n in range(k - 1, -1, -1) if words[n].tag in _BREAKS | {"comma"}), 0)
    opens = words[begin - 1].tag != "comma" and words[begin].norm in _WORDING.words("leads_clause")
    return words[k].tag == "comma" and opens


def _stands_behind_passive(words: Sequence[Word], k: int) -> bool:
    """Whether only the complements of a passive stand between it and a doer: "разрабатывается для группы | мастером".

    A noun of an action or what things are made of would have the doer as its own: "ведется прием книг библиотекой".
    """
    while k > 0 and words[k].tag == "word" and (not is_doing(words[k]) or _tells_with_whom(words, k)):
        k -= 1
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[k].norm) is not None
    passive = words[k].tag == "passive" or (words[k].tag == "infinitive" and reflexive)
    return passive or (words[k].tag == "exempt" and words[k].norm.endswith("ся"))


def _tells_with_whom(words: Sequence[Word], k: int) -> bool:
    """Whether with whose part something is done stands here: "проводится с привлечением мастеров | садом"."""
    return (
        words[k - 1].norm in _WORDING.words("with") and _WORDING.pattern("with_whom").match(words[k].norm) is not None
    )


def contrasts(words: Sequence[Word], n: int) -> bool:
    """Whether a new clause with a subject of its own opens: ", а", ", но", ", по итогам которой"."""
    if is_next(words, n):
        return words[n - 1].norm in _WORDING.words("outcomes")
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    return (
        words[n].norm in _WORDING.words("contrasts")
        and words[n - 1].tag == "comma"
        and behind not in _WORDING.words("also")
    )


def _has_doer(word: Word, noun: Word, case: str) -> bool:
    """Whether a participle cannot be the noun's attribute, so that the noun is its doer: "утвержденной | акимом".

    Letters show no case: before them what acts is an attribute ("соответствующей | ЦУД"), what is done is by them.
    """
    if is_abbreviation(noun.text) and _WORDING.pattern("acting_participle").search(word.norm):
        return False
    return case == "ablt" and is_in(word, PARTICIPLES) and not may_be_attribute_of(word.norm, noun.norm, case)


def _is_made_one_of(words: Sequence[Word], k: int) -> bool:
    """Whether those behind a mark or an "и" are what somebody is made: "кандидаты в судьи, адвокаты и | нотариусы"."""
    into = _WORDING.words("sent_to")
    while words[k].norm not in into and (words[k].tag == "comma" or words[k].norm in AND_OR or is_in(words[k], NOUNS)):
        k -= 1
    return words[k].norm in into and is_noun_of_person(words[k + 1].norm)


def belongs_to_another(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is governed: by a preposition before it, or, in a doubtful form, by the noun before it."""
    k = n - 1
    while k > 0 and (
        (is_in(words[k], ADJECTIVES, case) and not _has_doer(words[k], words[n], case))
        or (words[k].norm in AND_OR and k < n - 1 and is_in(words[k - 1], ADJECTIVES, case))
    ):
        k -= 1
    before = words[k]
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    if before.norm in _WORDING.words("by_means_of") or behind in _WORDING.words("acting_for"):
        return True
    joined = before.tag == "comma" or before.norm in AND_OR
    if (case == "ablt" and _does_something_else(words, k, n)) or (
        case == "nomn" and joined and _is_made_one_of(words, k)
    ):
        return True
    if before.tag != "word":
        return False
    if is_in(before, PREPOSITIONS):
        return True
    forms = {found for _, pos, found, _ in readings(words[n].norm) if pos in NOUNS}
    doubtful = bool(forms & {"gent"}) and case != "gent"
    if doubtful and is_in(before, ADJECTIVES, "gent") and not is_in(before, ADJECTIVES | NOUNS, case):
        return True  # "наименование товарной биржи должно ..."
    # "для подготовки вопросов постоянные комиссии могут ..."
    agrees = any(is_in(word, ADJECTIVES, case) and not is_in(word, ADJECTIVES, "gent") for word in words[k + 1 : n])
    owner = is_in(before, NOUNS) and before.norm not in _OF_TIME  # "с этого года | мастера освобождены"
    return doubtful and not agrees and owner and not is_abbreviation(words[n].text)

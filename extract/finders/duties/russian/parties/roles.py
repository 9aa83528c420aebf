"""The party of a Russian predicate in one role: its subject, its agent, who is told, whose something is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import NOUNS, PREPOSITIONS, is_in
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person, names_those
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.positions.charged import (
    behind_preposition,
    find_charged,
    find_doer_otherwise,
)
from extract.finders.duties.russian.parties.positions.circumstances import doer_behind, next_subject
from extract.finders.duties.russian.parties.positions.freedom import clause_around, in_same_brackets, is_free_party
from extract.finders.duties.russian.parties.positions.next_doer import (
    is_done_there,
    joint_behind_agreed,
    owner_told_before,
)
from extract.finders.duties.russian.parties.positions.turned import (
    calls_somebody,
    names_office,
    opens_on_its_doer,
    party_behind,
    stands_behind,
)
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_PLURAL = _WORDING.pattern("plural_predicate")
_FILLED = _WORDING.pattern("filled_with")
"""Predicates whose instrumental tells what with, not by whom: "будут обеспечены педагогами"."""
ACTIVE = frozenset({"present", "future"})


def is_of_relative(words: Sequence[Word], first: int) -> bool:
    """Whether a relative word is the subject of a predicate: "походы в сады, которые | должны"."""
    return words[first].subordinate and words[first - 1].norm in _WORDING.words("relative_subjects")


def find_subject_or_agent(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Who does what a predicate says: its subject, or by whom it is done where something else may be its subject."""
    done = _may_be_done(words, first, last) or _is_planned(words, last)
    if not done and (party := _find_subject(words, first, last)) is not None:
        return party
    passive = words[last].tag == "planned" or _is_passive(words, last)
    return find_agent(words, first, last) if passive else None


def _is_passive(words: Sequence[Word], last: int) -> bool:
    """Whether a predicate goes on with a passive: "должны реализовываться", "должны быть утверждены"."""
    return any(
        (_WORDING.pattern("reflexive").search(word.norm) and not _WORDING.pattern("acting").match(word.norm))
        or word.norm in _WORDING.words("be")
        for word in words[last + (words[last].tag != "infinitive") : last + 4]
    )


def _may_be_done(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether something may be done to a subject, who is no bearer then: "лицо может быть удалено"."""
    done = last + 1 < len(words) and words[last + 1].tag in ("participle", "given")
    return words[first].tag == "may" and words[last].norm in _WORDING.words("be") and done


def _is_planned(words: Sequence[Word], last: int) -> bool:
    """Whether something is planned, by nobody who is its subject: "планируется | открыть сады"."""
    reflexive = _WORDING.pattern("reflexive").search(words[last].norm) is not None
    return words[last].tag == "planned" and reflexive


def _find_subject(words: Sequence[Word], first: int, last: int) -> Party | None:
    """The subject of a predicate, before it as a rule: "| Школа | ведет учет", "Ротации подлежат | директора"."""
    begin, end = clause_around(words, first, last)
    own_doer = opens_on_its_doer(words, last)
    if not own_doer:
        free = _free(words, range(begin, first), "nomn", last)
        beside = next_subject(words, _beside(words, free, last), first, last)
        if (party := _nearest(words, beside, free, "nomn", (begin, end), first)) is not None:
            return party
    turned = own_doer or stands_behind(words, begin, first, last)
    behind = party_behind(words, "nomn", last, end) if turned else None
    if behind is None and words[last].tag in ACTIVE:
        behind = doer_behind(words, (begin, end), first, last)
    if behind is None and is_of_relative(words, first):
        return None
    return behind or _doubtful(words, begin, first, last)


def find_agent(words: Sequence[Word], first: int, last: int) -> Party | None:
    """By whom something is done, on either side of the predicate: "утверждается | школой"."""
    begin, end = clause_around(words, first, last)
    filled = words[last].tag == "participle" and _FILLED.match(words[last].norm)
    if filled and not (last + 1 < len(words) and is_doing(words[last + 1])):
        return None  # but "школой будут обеспечены формирование и ведение списка"
    end = _before_further_subject(words, last, end)
    if words[last].tag in ("allowed", "forbidden"):  # "допускается и | оформляется школой"
        end = next((n for n in range(last + 1, end) if words[n].tag == "passive"), end)
    free = _free(words, _places_of_agent(words, (begin, end), first, last), "ablt", last)
    party = _nearest(words, _beside(words, free, last), free, "ablt", (begin, end), first)
    party = party or find_doer_otherwise(words, last, begin, end) or _who_undergoes(words, first, last)
    by_whom = party is None or words[last].tag != "planned" or party.first <= last
    return party if by_whom else None  # "планируется обеспечить школы | врачами"


def _who_undergoes(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Persons who let something be done to themselves: "| Служащие | аттестуются", not "деревья регистрируются"."""
    if words[last].subordinate or not _WORDING.pattern("undergone_by_persons").match(words[last].norm):
        return None
    party = _find_subject(words, first, last)
    if party is None or party.last >= first:
        return None
    person = is_noun_of_person(words[party.head].norm) or names_those(words[party.head])
    return party if person or words[party.head].norm in _WORDING.words("who_serve") else None


def _places_of_agent(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Sequence[int]:
    """The places of a clause where an agent may stand, the likeliest first."""
    begin, end = clause
    if calls_somebody(words, last):  # "Победителем признается участник"
        return ()
    if names_office(words, last):
        return range(last + 2, end)  # "Председателем назначается | директор"
    own = next((n for n in range(first - 1, begin, -1) if words[n].tag == "passive"), begin)
    told = next((n for n in range(begin, first) if words[n].norm in _WORDING.words("has_being")), begin)
    joint = next((n for n in range(first - 1, told, -1) if words[n].norm in AND_OR or words[n].tag == "comma"), told)
    joint = joint if told > begin else begin  # "является садовым органом и | создается"
    before = [n for n in range(first - 1, begin - 1, -1) if not told < n < joint]
    before = [] if is_done_there(words, last) else before
    behind = range(last + 1, end)
    return [*before, *behind] if own == begin else [*behind, *before]


def find_told(words: Sequence[Word], first: int, last: int) -> Party | None:
    """To whom it is said what he must or may, in the dative: "| Школам | необходимо", "необходимо | организациям"."""
    begin, end = clause_around(words, first, last)
    free = _free(words, range(begin, first), "datv", last)
    bids = last + 1 < len(words) and words[last + 1].tag == "infinitive"
    if words[last].tag in ("forbidden", "allowed") and not bids:
        bidden = next((n for n in range(begin, first) if words[n].tag == "infinitive"), first)
        free = [n for n in free if not any(is_plain_nominative(word) for word in words[begin : min(n, bidden)])]
    told = _nearest(words, _beside(words, free, last), free, "datv", (begin, end), first)
    return told or party_behind(words, "datv", last, end)


def find_owner(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Whose task or right it is, in the genitive: "Задача | мастера | – вести учет"."""
    begin, end = clause_around(words, first, last)
    listed = words[last].tag == "colon" or words[last - 1].tag == "stative"
    further = 0 if listed else end  # an item's genitives own what it is about, not the list
    of_task = words[first].tag in INFINITIVES
    places = _posts(words, begin, first) if of_task else iter([*range(first + 1, last), *range(last + 1, further)])
    free = _free(words, places, "gent", last)
    owner = _nearest(words, _beside(words, free, last), free, "gent", (begin, end), first)
    return owner or owner_told_before(words, first, last)


def find_charged_one(words: Sequence[Word], first: int, last: int) -> Party | None:
    """On whom something is laid."""
    return find_charged(words, *clause_around(words, first, last))


def find_recipient(words: Sequence[Word], first: int, last: int) -> Party | None:
    """To whom something is sent, in the accusative behind "в"."""
    return behind_preposition(words, _WORDING.words("sent_to"), "accs", *clause_around(words, first, last))


def _free(words: Sequence[Word], places: Iterable[int], case: str, last: int) -> list[int]:
    """Those of the places where a party stands in a case that belongs to no other word of its clause."""
    return [n for n in in_same_brackets(words, places, last) if is_free_party(words, n, case)]


def _beside(words: Sequence[Word], free: Sequence[int], last: int) -> list[int]:
    """Those of the parties that stand in the main clause as the predicate does, or below it as it does."""
    return [n for n in free if words[n].subordinate == words[last].subordinate]


def _nearest(
    words: Sequence[Word], beside: Sequence[int], free: Sequence[int], case: str, clause: tuple[int, int], first: int
) -> Party | None:
    """The first of the parties `beside` a predicate, else the last of the `free` ones above its relative clause."""
    begin, end = clause
    above = [n for n in free if n < first and not words[n].subordinate]
    head = next(iter(beside or _antecedents(words, above[-1:], case, first)), None)
    return None if head is None else extent_of(words, head, case, begin, first if head < first else end)


def _posts(words: Sequence[Word], begin: int, dash: int) -> Iterator[int]:
    """The persons whose task stands behind a dash: "Задача | мастера | – вести учет"; a body's is what it is for."""
    lemmas = {n: [lemma for lemma, pos, *_ in readings(words[n].norm) if pos in NOUNS] for n in range(begin, dash)}
    return (n for n in range(begin, dash) if any(is_noun_of_person(lemma) for lemma in lemmas[n]))


def _antecedents(words: Sequence[Word], above: list[int], case: str, first: int) -> list[int]:
    """The party above a clause whose relative word is its subject, where that stands right behind the party.

    "школа города, которая | должна", but not "клубы и походы в сады, которые | должны".
    """
    comma = first - 2
    if not above or not is_of_relative(words, first) or words[comma].tag != "comma":
        return above
    return above if extent_of(words, above[0], case, 1, first).last >= comma - 1 else []


def _before_further_subject(words: Sequence[Word], last: int, end: int) -> int:
    """Where a passive's words end before a further one that has its own subject: "ведется учет, | план вносится".

    Or that somebody else does than with whom the first is agreed: "согласовывается с садом и | утверждается".
    """
    if words[last].tag != "passive":
        return end
    if (joint := joint_behind_agreed(words, last)) > 0:
        return joint
    verb = next((n for n in range(last + 1, end) if words[n].tag == "passive" and not words[n].subordinate), 0)
    comma = next((n for n in range(verb - 1, last, -1) if words[n].tag == "comma"), 0) if verb else 0
    own = (
        comma and all(word.tag == "word" for word in words[comma + 1 : verb]) and is_plain_nominative(words[comma + 1])
    )
    return comma if own else end


def is_plain_nominative(word: Word) -> bool:
    """Whether a word can be a noun in the nominative, and no genitive or preposition."""
    return is_in(word, NOUNS, "nomn") and not is_in(word, NOUNS, "gent") and not is_in(word, PREPOSITIONS)


def _doubtful(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """A subject that could as well be a genitive, where the predicate asks for the plural: "организации ... должны"."""
    if not any(_PLURAL.search(words[n].norm) for n in (first, last)):
        return None
    for n in range(begin, first):
        plural = any(found == "nomn" and number == "plur" for _, _, found, number in readings(words[n].norm))
        owned = is_in(words[n - 1], NOUNS) and (_is_passive(words, last) or is_in(words[n - 2], PREPOSITIONS))
        governed = is_in(words[n - 1], PREPOSITIONS) or owned or _is_of_verb(words, begin, n)  # "по мнению школы"
        if plural and is_party(words, n, "nomn") and not governed:
            return extent_of(words, n, "nomn", begin, first)
    return None


def _is_of_verb(words: Sequence[Word], begin: int, n: int) -> bool:
    """Whether a noun stands behind another verb without a joint: "представляют составу | сада, разъясняют"."""
    verb = next((k for k in range(n - 1, begin - 1, -1) if words[k].tag in ACTIVE), None)
    return verb is not None and all(word.tag == "word" and word.norm not in AND_OR for word in words[verb + 1 : n])

"""Who can act, as a Kazakh sentence names him: the noun in a case, and all the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_conditional, is_owned, looks_like, names_actor
from extract.finders.duties.kazakh.nouns import first_governed
from extract.finders.duties.kazakh.parties.names.actors import (
    is_attribute_of_actor,
    is_body,
    is_denied,
    is_known,
    is_of_giving,
    is_party,
    tells_which_of_many,
)
from extract.finders.duties.kazakh.parties.names.answerers import name_end
from extract.finders.duties.kazakh.parties.names.bracketed import with_those_before
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.listed import last_of_list
from extract.finders.duties.kazakh.parties.names.owners import belongs_to_another
from extract.finders.duties.kazakh.parties.names.pairs import stands_beside
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_ATTRIBUTES = 3
"""Words from an attribute to its noun."""
_WORDING = phrasing("kk")


def first_party(words: Sequence[Word], begin: int, end: int, case: str) -> Party | None:
    """The first party in a case ("" is the nominative); a bare singular only where no other follows it.

    "Үміткер маманға кадр қызметі ... береді": the first noun belongs to the second.
    """
    found = list(_parties(words, begin, end, case))
    n = next((n for n in found if case or analyse(words[n].text)[0].endings), found[0] if found else None)
    if n is not None and found[0] != n and not _leads_to_dative(words, found[0], n):
        n = found[0]
    if n is None:
        return None
    first = extent(words, n, begin)
    first = next((k + 1 for k in range(n - 1, first, -1) if words[k].norm in _WORDING.words("in_name_of")), first)
    if words[first - 1].tag == "close":
        first = with_those_before(words, first, begin)
    return Party(first, n if case else last_of_list(words, n, end), n)


def opens_with_name(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The body that opens an item with the name of who answers there: "Бақ бөлімі (С. Садов) есепті жазсын"."""
    party = first_party(words, begin, end, "") if begin < end else None
    opens = party is not None and party.first == begin and name_end(words, party.head + 1) is not None
    return party if opens else None


def opening_body(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """A body or a person in the bare singular that opens a clause, whatever noun follows: "Кітапхана білім беру ...".

    Asked only where no party is told by its form; what follows is not its own, and no noun in the nominative with an
    ending stands before the verb.
    """
    for n in range(begin, end - 1):
        word, behind = words[n], words[n + 1]
        opens = n == begin or words[n - 1].norm in _WORDING.words("opens_main_clause") or words[n - 1].tag == "comma"
        opens = opens or is_conditional(words[n - 1])
        opens = opens or words[n - 1].tag == "contrast" or case_of(words[n - 1]) in ("locative", "ablative")
        opens = opens or (words[n - 1].tag == "close" and _in_brackets_of_time(words, n - 1))
        opens = opens or (words[n - 1].norm in _WORDING.words("relating") and extent(words, n, begin) == begin)
        before_name = case_of(words[n - 1]) == "accusative" and behind.text[:1].isupper()  # "егуді бағбан Абай бағымен"
        doer = (case_of(behind) == "accusative" or before_name) and is_person(word)
        if (
            is_denied(words, n)
            or not (opens or doer)
            or word.norm in _WORDING.words("also_attributes")
            or analyse(word.text)[0].endings
        ):
            continue
        ails = word.norm in _WORDING.words("ails") and is_attribute_of_actor(words, n)  # "бақтың, жетім балалар үйінің"
        if ails or is_of_giving(words, n) or tells_which_of_many(words, n):
            continue  # "қашықтан кеңес беруді ұйымдастырады"
        known = word.norm in duty_words("kk").actors.heads or is_person(word)
        free = behind.tag in _FOLLOWS and not is_owned(behind) and not _subject_behind(words, n + 1, end)
        if known and (free or stands_beside(words, n)):
            agent = looks_like(word.norm, "agent") and words[n - 1].tag != "to-do"  # "көрсетілетін қызметті алушы"
            first = extent(words, n, begin) if opens or agent else phrase_start(words, n, begin)
            if first < n and looks_like(words[first].norm, "agent"):  # "қызметті алушы, лауазымды адам"
                first = extent(words, first, begin)
            return Party(first, n, n) if is_body(words, n, word.norm) else None
    return None


_FOLLOWS = frozenset({"word", "to-do", "past", "title", "future-participle"})


def _in_brackets_of_time(words: Sequence[Word], close: int) -> bool:
    """Whether brackets tell more of when or where something is done: "Жазда (маусым, шілде) | бағбан"."""
    opening = next((n for n in range(close, 1, -1) if words[n].tag == "open"), 0)
    return opening > 1 and case_of(words[opening - 1]) == "locative"


def _subject_behind(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a noun with the ending of what is owned stands before the verb without a case, as its subject."""
    before = words[end - 1]
    return end - 1 > begin and before.tag == "word" and is_owned(before) and case_of(before) == ""


def _parties(words: Sequence[Word], begin: int, end: int, case: str) -> Iterator[int]:
    """The nouns of parties in a case, those in brackets and those that belong to another left out."""
    inside = False
    for n in range(begin, end):
        if words[n].tag in ("open", "close"):
            inside = words[n].tag == "open"
        if (
            not inside
            and is_party(words, n, case)
            and not is_denied(words, n)
            and (case or not belongs_to_another(words, n, end))
        ):
            yield n


def _leads_to_dative(words: Sequence[Word], n: int, further: int) -> bool:
    """Whether a bare singular is an attribute of a noun in the dative before a further party."""
    behind = first_governed(words, n + 1, further)
    return behind is not None and case_of(words[behind]) == "dative" and behind - n <= _ATTRIBUTES


def makes(words: Sequence[Word], begin: int, verb: int) -> bool:
    """Whether a body known by a list opens a clause of what it makes, of a bare noun alone: "Министрлік бақ ашады"."""
    if verb != begin + _BODY_AND_THING or words[verb].tag != "present":
        return False
    body, thing = words[begin : begin + _BODY_AND_THING]
    bare = not analyse(body.text)[0].endings and not analyse(thing.text)[0].endings
    return bare and _WORDING.pattern("makes").match(words[verb].norm) is not None


_BODY_AND_THING = 2


def right_before_participle(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Who stands behind what he will do and right before that: "Көмекті [аудандық палата] беретін болады"."""
    n = verb - 1
    done_to = next((k for k in range(n - 1, begin - 1, -1) if case_of(words[k]) == "accusative"), None)
    known = words[n].tag == "word" and case_of(words[n]) == "" and (is_known(words, n) or names_actor(words[n]))
    return Party(extent(words, n, done_to + 1), n, n) if done_to is not None and known else None

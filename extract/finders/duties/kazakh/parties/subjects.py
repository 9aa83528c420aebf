"""The subject of a Kazakh predicate: whom the lists know in its own clause, else whoever stands as one."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, closes_condition, is_doer, is_owned, looks_like, names_actor
from extract.finders.duties.kazakh.nouns import is_bare_plural
from extract.finders.duties.kazakh.parties.addressees import told_to
from extract.finders.duties.kazakh.parties.answering import who_answers
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, must_do
from extract.finders.duties.kazakh.parties.names.behind_conditions import behind_condition
from extract.finders.duties.kazakh.parties.names.named import first_party, makes, opening_body
from extract.finders.duties.kazakh.parties.points import behind_purpose, is_time, whole_in_point
from extract.finders.duties.kazakh.parties.shared_subjects import before_inset, goes_on_behind
from extract.finders.duties.kazakh.parties.unlisted.standing import is_child_of, is_described
from extract.finders.duties.kazakh.parties.unlisted.subjects import acting_subject, bound_subject
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_PARTS = frozenset({"comma", "conjunction"})
_CLOSES = frozenset({"present", "obliged", "must", "entitled", "intent"})
"""Classes of words that close a clause of somebody who acts or is bound."""


def who_acts(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Who acts: the subject of the predicate, or in a rule of the present tense whoever stands as one."""
    if role == "actor" and words[first].norm in _WORDING.words("answering"):
        answers = who_answers(words, begin, first)
        if answers is not None or (last > first + 1 and words[last].tag in ("stop", "semicolon")):
            return answers  # "(жауапты – А. Садов)" tells of another deed
    party = subject_of(words, role, begin, first, last)
    if role != "actor" or (party is not None and acts_meanwhile(words, party.last, first)):
        return party
    if party is None and is_bound(words, last):
        return bound_subject(words, begin, first)
    if party is None and words[first].tag == "its-doing" and looks_like(words[first].norm, "done_doing"):
        times = _WORDING.words("times")  # "басшы бас тартқан жағдайда | шарт бұзылуы тиіс"
        if any(word.norm in times for word in words[begin:first]):
            return None
    if party is None and must_do(words, begin, first, last):
        party = bound_subject(words, begin, first, persons=True)
    return acting_subject(words, begin, first, party)


def subject_of(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """The subject of a predicate, or the bodies to whom it is said what is needed."""
    stands_for = _taken_up(words, begin, first) or before_inset(words, begin, first)
    if (own := stands_for or _of_own_clause(words, begin, first)) is not None:
        return own
    party, main = _behind_conditions(words, _listed(words, role, begin, first, last), begin, first, last)
    if party is not None and (_acts_below(words, party.last, first) or acts_meanwhile(words, party.last, first)):
        return None
    if party is None and words[last].tag in ("need", "recommend", "must"):
        party = told_to(words, begin, first, last)
        if party is not None or not must_do(words, begin, first, last):
            return party
    if party is None and is_bound(words, last):
        party = _opening_persons(words, begin, first)
    if party is None:
        return _opening_body(words, role, begin, main, first, last)
    return whole_in_point(words, party, begin) if role == "bidden" else party


def _listed(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Whom the lists know before a predicate, behind the purposes of its clause; what he makes or is is not he."""
    behind = behind_purpose(words, begin, last)
    opens = first_party(words, begin, last, "") if role == "bidden" else None
    party = opens if opens is not None and opens.first == begin else first_party(words, behind, last, "")
    if party is not None and party.last + 1 == first and _is_made(words, begin, behind, party):
        party = first_party(words, begin, behind, "")
    if party is not None and party.last + 1 == first and words[first].norm in _WORDING.words("being"):
        party = first_party(words, begin, party.first, "") or party  # "бөлім ... ұйымдастырушысы болуға құқылы"
    if party is None or (party.last + 1 == first and is_time(words, behind - 1)):
        party = first_party(words, begin, last, "")  # what stands between a day and the verb is what is done
    return party


def _behind_conditions(
    words: Sequence[Word], party: Party | None, begin: int, first: int, last: int
) -> tuple[Party | None, int]:
    """The party behind the clauses of condition that parties open, and where the main clause begins.

    Where nobody is named behind a condition, who opens it may still be the one who acts.
    """
    while party is not None and (beyond := behind_condition(words, party, first)) is not None:
        other = first_party(words, beyond, last, "")
        if other is None:
            gone = closes_condition(words, beyond - 1) or words[party.last + 1].norm in _WORDING.words("absent")
            gone = gone or looks_like(words[first].norm, "done_doing")  # "бас тартқан жағдайда шарт бұзылуы тиіс"
            return None if gone and not goes_on_behind(words, party, beyond, first) else party, beyond
        party = other
    return party, begin


def _opening_body(words: Sequence[Word], role: str, begin: int, main: int, first: int, last: int) -> Party | None:
    """A body of no list that opens the main clause of what somebody does; None where nobody does anything."""
    acts = (
        words[first].tag in ("present", "can", "intent")
        or is_bound(words, last)
        or words[first].norm in _WORDING.words("answering")
        or must_do(words, begin, first, last)
        or any(word.tag == "opines" for word in words[first : last + 1])  # "ақысын қайта есептейді"
    )
    if not acts or not (role == "actor" or words[first].tag == "intent" or makes(words, main, first)):
        return None
    opens = opening_body(words, main, first)
    return None if opens and must_do(words, begin, first, last) and opens.first > begin else opens


def is_bound(words: Sequence[Word], last: int) -> bool:
    """Whether a predicate says what somebody must, may or may not do: "міндетті", "құқылы емес"."""
    return words[last - (words[last].norm in _WORDING.words("negates"))].tag in ("obliged", "entitled")


def _is_made(words: Sequence[Word], begin: int, behind: int, party: Party) -> bool:
    """Whether bodies right before a verb are what somebody makes: "ұйым ... үшін мектептер құрады"."""
    purpose = behind > begin and words[behind - 1].norm in _WORDING.words("closes_aside")
    done_to = any(case_of(word) == "accusative" for word in words[behind : party.first])
    plural = is_bare_plural(words[party.last])
    return purpose and plural and not done_to and first_party(words, begin, behind, "") is not None


def _opening_persons(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Who opens a clause of what he may or must, persons before what is theirs, too: "Ата-аналар баласының ..."."""
    begin = next((n + 1 for n in range(end - 1, begin, -1) if closes_condition(words, n)), begin)
    if is_bare_plural(words[begin]) and names_actor(words[begin]):
        return Party(begin, begin, begin)
    attribute = not is_person(words[begin]) and not names_actor(words[begin])
    head = begin + attribute  # "Кәсіби медиатор одақ бекітетін кодексті ..."
    head += head + 1 < end and is_attribute_of_actor(words, head)  # "Жергілікті атқарушы орган баланы ..."
    if head >= end:
        return None
    one = words[head].tag == "word" and not analyse(words[head].text)[0].endings
    one = one and (is_person(words[head]) or is_doer(words[head]))
    if not one or case_of(words[begin]) != "" or is_owned(words[begin]):
        return None
    free = (
        words[head + 1].norm in _WORDING.words("at_least")
        or not is_owned(words[head + 1])
        or is_child_of(words, head)
        or is_described(words, head + 1, end)
    )
    return Party(begin, head, head) if free else None


def _of_own_clause(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The subject of a clause that another with a verb stands before: "Басшы акт жасайды, оған куәлар қол қояды"."""
    closing = (n for n in range(first - 1, begin, -1) if words[n].tag in _CLOSES and words[n + 1].tag in _PARTS)
    before = next(closing, None)
    if before is None:
        return None
    party = first_party(words, before + 2, first, "") or _set_against(words, before + 2, first)
    if party is None:
        return None
    done_to = any(case_of(word) in ("accusative", "dative") for word in words[before + 2 : first])
    return party if done_to or party.last + 1 < first else None


def _set_against(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """A person in the bare singular who opens a clause of contrast: "мектеп орын береді, ал | тұрушы ақы төлейді"."""
    n = begin + (words[begin].norm in _WORDING.words("contrasts"))
    bare = n > begin and n + 1 < first and not analyse(words[n].text)[0].endings and is_person(words[n])
    return Party(n, n, n) if bare and case_of(words[n + 1]) in ("accusative", "dative") else None


def _taken_up(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Whom "ол" behind a clause of condition stands for: "Егер басшы келмесе, ол хат жібереді"."""
    for n in range(begin + 1, first):
        if words[n].norm in _WORDING.words("he") and closes_condition(words, n - 1):
            return first_party(words, begin + (words[begin].norm in _WORDING.words("if")), n, "")
    return None


def _acts_below(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether a noun is who acts in a participle's clause, the predicate having a subject of its own right before it.

    Written for "Әр мұғалім пайдалана алатын қорды кеңейту арқылы бағалау жүйесі тұрақты түрде жұмыс істемек": a noun
    with a possessive and no case ending is no object.
    """
    k = first - 1
    while k > n and words[k].norm in _WORDING.words("before_predicate"):
        k -= 1
    if k == first - 1 or k <= n or words[k].tag != "word" or not is_owned(words[k]):
        return False
    able = any(words[m].norm in _WORDING.words("able") for m in range(n + 1, k))
    return able and case_of(words[k]) == ""


def acts_meanwhile(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether a noun is of a clause of time before what is done: "Қызметкерлер босатылғанда куәліктер жойылуы тиіс"."""
    done = words[first].tag == "its-doing" and _WORDING.pattern("passive_stem").search(words[first].norm) is not None
    return done and any(_WORDING.pattern("when_done").search(word.norm) for word in words[n + 1 : first])

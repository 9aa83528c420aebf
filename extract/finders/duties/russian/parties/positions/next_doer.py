"""Of whom a relative clause tells, named right before it: which body goes on with a deed, whose duties are listed.

"направляет в комиссию, которая рассматривает ее", "назначается мастер, в обязанности которого входит полив". And what
others do next to a thing than who is named: "утверждается садом и регистрируется в органах юстиции".
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.language.russian import may_be_said_of
from extract.lexicon.phrasing import phrasing

BODY_DOES_NEXT = "body-does-next"
"""The rule of such clauses."""
_WORDING = phrasing("ru")
_GERUNDS = frozenset({"GRND"})
_CASES = ("accs", "datv", "ablt")
_FINITE = frozenset({"present", "passive", "must", "may", "need", "entitled", "future", "past", "stative"})


def find_next_doer(words: Sequence[Word], verb: int) -> Party | None:
    """The body before a clause that closes its sentence and has a term of its own or takes up what was given."""
    opens = next((n for n in range(verb, 1, -1) if words[n].tag == "relative"), 1)
    if words[opens - 1].tag != "comma" or any(word.tag in _FINITE and not word.subordinate for word in words[verb:]):
        return None
    clause = words[opens + 1 :]
    told = any(word.norm in _WORDING.words("pronouns_done_to") for word in words[verb + 1 :])
    told = told or clause[0].norm in _WORDING.words("acts_next")  # ", который | принимает меры"
    told = told or (clause[0].tag == "comma" and is_in(clause[1], _GERUNDS))  # ", которые, | рассмотрев их, направляют"
    if not told and not any(word.tag == "number" or word.norm in _WORDING.numbers for word in clause):
        return None
    for n in range(opens - 2, max(opens - _REACH, 0), -1):
        case = next((case for case in _CASES if is_party(words, n, case)), None)
        if case is not None and may_be_said_of(words[n].norm, words[opens].norm):
            first = n
            while is_in(words[first - 1], ADJECTIVES, case):
                first -= 1
            whole = extent_of(words, n, case, first, opens - 1)
            return whole if whole.last == opens - 2 else None
        if not is_in(words[n], NOUNS | ADJECTIVES, "gent"):
            return None
    return None


def owner_told_before(words: Sequence[Word], first: int, last: int) -> Party | None:
    """The party right before the comma of a relative clause that tells what is among its duties; else None."""
    relative = next((n for n in range(first, last + 1) if words[n].tag == "relative"), 0)
    comma = first - 1
    if not relative or words[comma].tag != "comma":
        return None
    for n in range(comma - 1, max(comma - _REACH, 0), -1):
        case = next((case for case in _NAMED if is_party(words, n, case)), None)
        if case is not None and may_be_said_of(words[n].norm, words[relative].norm):
            begin = n
            while begin > 1 and is_in(words[begin - 1], ADJECTIVES, case):
                begin -= 1
            whole = extent_of(words, n, case, begin, comma)
            return whole if whole.last == comma - 1 else None
        if not is_in(words[n], NOUNS | ADJECTIVES, "gent"):
            return None
    return None


_NAMED = ("nomn", "accs", "ablt")
_REACH = 8
"""Words from a relative word back to the noun of whom it tells."""


def is_done_there(words: Sequence[Word], verb: int) -> bool:
    """Whether those do something at whose place it is done: "утверждается садом и | регистрируется в органах"."""
    done = _WORDING.pattern("done_at_office").match(words[verb].norm) is not None
    if not done or verb + 2 >= len(words) or words[verb + 1].norm not in _WORDING.words("inside"):
        return False
    noun = next((n for n in range(verb + 2, len(words)) if not is_in(words[n], ADJECTIVES)), verb)
    return is_party(words, noun, "loct")


def joint_behind_agreed(words: Sequence[Word], verb: int) -> int:
    """The "и" behind a passive told with whom it is agreed: "согласовывается с садом | и утверждается"; else 0."""
    if verb + 2 >= len(words) or words[verb + 1].norm not in _WORDING.words("with"):
        return 0
    if _WORDING.pattern("agreed_with").match(words[verb].norm) is None:
        return 0
    further = next((n for n in range(verb + 2, len(words)) if words[n].tag == "passive"), 0)
    return further - 1 if further and words[further - 1].norm in AND_OR else 0


def is_done_by_others(words: Sequence[Word], verb: int) -> bool:
    """Whether a passive has none of the doers beside it: "регистрируется в органах", "согласовывается с садом и"."""
    return is_done_there(words, verb) or joint_behind_agreed(words, verb) > 0

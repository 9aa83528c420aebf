"""What a Russian passive or relative clause is said of: before or behind it, shared with another, above it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.verbs import ACTIVES, NEAR, PASSIVES, acts_by_itself
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, agrees, is_any_noun
from extract.finders.duties.russian.kinds import is_preposition
from extract.language.russian import may_be_said_of, may_be_subject
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_OPENS = frozenset({"start", "comma", "semicolon", "stop", "colon"})
SAID_OF = frozenset({"forbidden", "allowed", "lays"})
"""Classes of predicates without a verb whose subject is what they are of: "Вынос книг запрещается"."""


def subject(words: Sequence[Word], first: int, verb: int, end: int) -> tuple[int, int] | None:
    """What something is done to in a passive: its subject, before it or, where that agrees better, behind."""
    opens = verb if words[first].tag == "word" else first  # "договор заключается" is one decision
    if words[opens - 1].norm in _WORDING.words("stands_alone") and words[opens - 2].tag in _OPENS:
        return opens - 1, opens - 1  # "розы хранятся год, | остальные списываются"
    before, behind = phrase_before(words, opens, "nomn"), phrase_from(words, verb + 1, end, "nomn")
    if before and behind and not agrees_with(words, before, verb) and agrees_with(words, behind, verb):
        return behind  # "Для сел среднего и высшего образования предусмотрены нормы"
    if behind and not before and words[verb].subordinate and not agrees_with(words, behind, verb):
        return None  # "журнал, который заверяется подписью | директора"
    return before or behind


def antecedent(words: Sequence[Word], predicate: int) -> tuple[int, int] | None:
    """What a relative clause tells of, before its comma: "сад ведет журнал, который подписывается директором"."""
    if not words[predicate].subordinate:
        return None
    opens = next((n for n in range(predicate, 1, -1) if words[n].tag == "relative"), 0)
    comma = next((n for n in range(opens, 1, -1) if words[n].tag == "comma"), 0)
    if comma + 1 < opens or is_preposition(words[opens - 1]):
        return None  # "день роз, сбором которых занимается школа"
    verb = next((n for n in range(comma, 0, -1) if words[n].tag in PASSIVES | ACTIVES | INFINITIVES), 0)
    found = [phrase_from(words, verb + 1, comma - 1, case) for case in ("accs", "nomn")] if comma else []
    return next(filter(None, found), None) or (_named_before(words, comma, words[opens]) if comma else None)


def _named_before(words: Sequence[Word], comma: int, relative: Word) -> tuple[int, int] | None:
    """The noun before a comma that a relative word agrees with, and what it owns: "на основе | плана сада, который"."""
    n, found = comma - 1, None
    while n > 0 and is_case(words[n], "gent") and not is_preposition(words[n]):
        if is_case(words[n], "gent", NOUNS) and may_be_said_of(words[n].norm, relative.norm):
            found = n
        n -= 1
    if n > 0 and is_any_noun(words[n]) and may_be_said_of(words[n].norm, relative.norm):
        found = n
    while found is not None and agrees(words[found - 1], words[found]):
        found -= 1
    return None if found is None else (found, comma - 1)


def is_of_subject(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a predicate is of what it is done to, named before: "и | утверждается", "и не могут | продаваться"."""
    may = any(word.tag == "may" for word in words[first:last])
    done = may and _WORDING.pattern("reflexive_infinitive").search(words[last].norm) is not None
    return words[last].tag == "passive" or must_be_done(words, last) or (done and not acts_by_itself(words[last]))


def must_be_done(words: Sequence[Word], must: int) -> bool:
    """Whether what must be is done to a subject: "должны проводиться", "должен быть открыт"; not "должны жить"."""
    verb = next((word for word in words[must + 1 : must + 4] if word.tag in INFINITIVES), None)
    reflexive = verb is not None and _WORDING.pattern("reflexive_infinitive").search(verb.norm) is not None
    return words[must].tag == "must" and verb is not None and (reflexive or verb.norm in _WORDING.words("be"))


def shared_subject(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """The subject that a passive shares with the one before it: "План составляется садом и утверждается акимом"."""
    alike = (n for n in range(1, verb) if words[n].tag in PASSIVES | SAID_OF | {"must"})
    first = next((n for n in alike if words[n].subordinate <= words[verb].subordinate), None)
    return None if first is None else phrase_before(words, first, "nomn")


def object_behind(words: Sequence[Word], verb: int) -> bool:
    """Whether the subject of a passive stands right behind it: "и | выдается справка"."""
    found = phrase_from(words, verb + 1, min(verb + NEAR + 2, len(words) - 1), "nomn")
    return found is not None and agrees_with(words, found, verb)


def agrees_with(words: Sequence[Word], phrase: tuple[int, int], verb: int) -> bool:
    """Whether a phrase's noun may be the subject of a passive by number and gender; a list agrees with any."""
    first, last = phrase
    if any(words[n].norm in AND_OR or words[n].tag in ("comma", "number", "title") for n in range(first, last + 1)):
        return True
    noun = next((n for n in range(first, last + 1) if is_case(words[n], "nomn", NOUNS)), None)
    return noun is not None and may_be_subject(words[noun].norm, words[verb].norm)

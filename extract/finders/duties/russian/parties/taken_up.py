"""Who does what a Russian passive tells, named before it: "Мастер поливает сад. Журнал ведется им."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.russian.cases import NOUNS, is_in
from extract.finders.duties.russian.governed import is_adverb
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_ONE, _SEVERAL = phrasing("ru").words("done_by_one"), phrasing("ru").words("done_by_several")
_STRESSES = phrasing("ru").words("stresses_doer")
_DONE = frozenset({"passive", "stative"})
"""Classes of passives: of "представляется" the dictionary does not tell that it is one."""


def pronoun_of_agent(words: Sequence[Word], first: int, last: int) -> int:
    """The place of the pronoun by whom a predicate is done: "ведется | им", "| ими ежегодно ведется"; else 0."""
    return next((place for verb in range(first, last + 1) if (place := _pronoun_beside(words, verb))), 0)


def _pronoun_beside(words: Sequence[Word], verb: int) -> int:
    pronouns = _ONE | _SEVERAL
    acts = any(phrasing("ru").pattern(name).match(words[verb].norm) for name in ("acting", "without_object"))
    if words[verb].tag not in _DONE or not words[verb].norm.endswith("ся") or acts:
        return 0  # "пользуется | им"
    if verb + 1 < len(words) and words[verb + 1].norm in pronouns:
        return verb + 1
    n = verb - 1
    while n > 1 and (is_adverb(words[n]) or words[n].norm in _STRESSES):
        n -= 1
    return n if n > 0 and words[n].norm in pronouns else 0


def takes_up(pronoun: Word, doer: Sequence[Word]) -> bool:
    """Whether a pronoun in the instrumental may stand for somebody, by their number: "им" for "мастер"."""
    noun = next((word for word in doer if is_in(word, NOUNS, "nomn")), None)
    numbers = (
        {number for _, pos, case, number in readings(noun.norm) if pos in NOUNS and case == "nomn"} if noun else set()
    )
    return ("sing" if pronoun.norm in _ONE else "plur") in numbers


def names_agent(text: str) -> bool:
    """Whether a pronoun in the instrumental stands in a sentence at all: most need no closer look."""
    return not (_ONE | _SEVERAL).isdisjoint(text.lower().replace(",", " ").replace(".", " ").split())


def done_by_doer(text: str, doer: str) -> bool:
    """Whether a sentence tells what is done by whom the one before it binds: "Журнал ведется им."."""
    words = read_words(text, "ru")
    place = pronoun_of_agent(words, 1, len(words) - 1)
    return place > 0 and takes_up(words[place], read_words(doer, "ru"))


def doer_above(words: Sequence[Word], decision: Decision, own: int) -> Party | None:
    """Whom words up to a colon before `own` name, where a passive is done by him: "Мастер: учет | ведется им"."""
    colon = next((n for n, word in enumerate(words[:own]) if word.tag == "colon"), 0)
    pronoun = pronoun_of_agent(words, decision.first, decision.last) if colon > 1 else 0
    named = pronoun > colon and any(is_party(words, n, "nomn") for n in range(1, colon))
    return Party(1, colon - 1, 1) if named and takes_up(words[pronoun], words[:colon]) else None


def goes_on_with(words: Sequence[Word], before: Decision, doer: Party, decision: Decision) -> bool:
    """Whether a predicate is of whom the one before binds: "обязан ... и | представлять", ", им же | ведется"."""
    if before.last >= decision.first:
        return False
    if decision.rule.bearer == "agent" and (pronoun := pronoun_of_agent(words, decision.first, decision.last)):
        return takes_up(words[pronoun], words[doer.first : doer.last + 1])
    bids = decision.rule.bearer == "bidden" and words[decision.first].tag == "infinitive"
    return bids and words[before.last].tag == "must"


def told_agent(words: Sequence[Word], decision: Decision, party: Party | None) -> set[int]:
    """The places of the pronoun that a predicate's doer is told by, and of what stresses it."""
    pronoun = pronoun_of_agent(words, decision.first, decision.last) if party is not None else 0
    return {n for n in (pronoun, pronoun + 1) if pronoun and (n == pronoun or words[n].norm in _STRESSES)}

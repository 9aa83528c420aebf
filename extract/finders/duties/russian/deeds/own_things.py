"""Whether a further Russian verb has a thing of its own, behind it or before: "ведет учет и | выдает саженцы"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.subjects import agrees_with
from extract.finders.duties.russian.complements.verbs import NEAR, acts_by_itself
from extract.finders.duties.russian.deeds.joints import is_behind_thing, is_told_of
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, is_adverb, is_any_noun
from extract.language.russian import is_intransitive
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
ENDS_ROW = frozenset({"semicolon", "colon", "stop", "relative"})
"""Classes of words that no row of verbs reaches over."""


def is_whole_before(words: Sequence[Word], before: int, n: int) -> bool:
    """Whether what the verb before is done to stands before a further one, or it is done to nothing."""
    between = (word for word in words[before + 1 : n] if word.norm not in AND_OR and word.tag in ("word", "title"))
    alone = _WORDING.pattern("without_object").match(words[before].norm) or is_intransitive(words[before].norm)
    if alone or any(is_any_noun(word) for word in between):
        return True
    ahead = words[n - 1].tag == "comma" and words[before].tag in INFINITIVES
    return ahead and phrase_before(words, before, "accs") is not None  # "шкаф отодвинуть, | вымыть пол"


def has_own_thing(words: Sequence[Word], n: int, before: int, end: int) -> bool:
    """Whether a further verb has a thing of its own, behind it or before."""
    return _has_own(words, n, end) or (words[n].tag in INFINITIVES and is_behind_thing(words, n, before))


def has_complement(words: Sequence[Word], verb: int) -> bool:
    """Whether words of its own stand right behind a verb: a noun, a pronoun or a phrase, behind its adverb.

    A term is one, too ("проверяется | не реже одного раза в год"), and what is told of before the verb ("и об | этом
    сообщает").
    """
    n = verb + 1 + (verb + 1 < len(words) and is_adverb(words[verb + 1]))
    if is_told_of(words, verb):
        return True
    if n + 1 < len(words) and words[n].norm in AND_OR:  # "изучает и распространяет | опыт"
        return words[n + 1].tag == words[verb].tag and has_complement(words, n + 1)
    if n >= len(words) or words[n].norm in AND_OR:
        return False
    if words[n].tag == "not" and n + 1 < len(words):
        return words[n + 1].norm in _WORDING.words("bounds_term")
    return words[n].tag in ("word", "title", "number") and not is_adverb(words[n])


def _has_own(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether what a verb is done to stands right behind it."""
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[verb].norm) is not None
    acts = acts_by_itself(words[verb]) or _WORDING.pattern("without_object").match(words[verb].norm) is not None
    done = words[verb].tag == "participle" or (reflexive and not acts)
    case = "nomn" if done else "accs"
    if case == "accs" and has_complement(words, verb):
        return True
    if reflexive and words[verb].tag in INFINITIVES and _is_oblique(words[verb + 1 : verb + 2]):
        return True  # "интересоваться успехами"
    if not reflexive and is_intransitive(words[verb].norm) and words[verb + 1].tag in ENDS_ROW | {"comma"}:
        return True  # "курить, | сорить"
    helps = words[verb].norm in _WORDING.words("helps_infinitive")
    if helps and verb + 1 < end and words[verb + 1].tag in INFINITIVES:
        return True  # "и уметь | пользоваться картой"
    verb += 2 * _is_joined_participle(words, verb, end)
    own = phrase_from(words, verb + 1, min(verb + 4, end - 1), case)
    if own is None or own[0] > verb + NEAR:
        return False
    return case == "accs" or agrees_with(words, own, verb)


def _is_joined_participle(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether a participle shares its thing with the one behind it: "разработан и | внедрен план"."""
    alike = verb + 2 < end and words[verb].tag == words[verb + 2].tag == "participle"
    return alike and words[verb + 1].norm in AND_OR


def _is_oblique(behind: Sequence[Word]) -> bool:
    """Whether the word behind a verb is a noun or an attribute in no case of a subject or of what is done to."""
    return any(is_case(word, "ablt") and not is_case(word, "nomn") and not is_case(word, "accs") for word in behind)

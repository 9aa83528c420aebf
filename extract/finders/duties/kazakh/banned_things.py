"""To what a Kazakh sentence says that something may or may not be done: "қоқыс тастауға", "ағашты сындыруына"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adverb,
    is_plural,
    is_verbal,
    looks_like,
    names_actor,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")


def bare_before(words: Sequence[Word], verb: int) -> int | None:
    """The bare noun right before what one may or may not do: "қоқыс тастауға және жағуға жол берілмейді"."""
    while verb > 2 and words[verb - 1].tag in ("conjunction", "comma") and words[verb - 2].tag == "towards-doing":
        verb -= 2
    if any(word.tag == "towards-doing" for word in words[:verb]):
        return None  # "от жағуға, қоқыс тастауға": several things
    verb -= words[verb - 1].norm in _WORDING.words("bought") and verb > 2  # "көшет [сатып] алуға"
    before = words[verb - 1]
    bare = (
        before.tag == "word"
        and is_noun(before)
        and case_of(before) == ""
        and before.norm not in _WORDING.words("heavy_words")
    )
    actor = stem_of(before) in duty_words("kk").actors.heads
    return verb - 1 if bare and not actor else None


def thing_not_let(words: Sequence[Word], way: int) -> int | None:
    """What nobody is let do something to, before "жол" at `way`: "балалардың [ағашты] сындыруына жол берілмейді".

    The doing itself where it has no thing: "гүлдердің [солуына] жол берілмейді".
    """
    doing = way - 1
    if words[way].norm != "жол" or not looks_like(words[doing].norm, "towards_its_doing"):
        return None
    if looks_like(words[doing].norm, "towards_being_done"):
        return doing
    bare = words[doing - 1]
    plain = bare.tag == "word" and is_noun(bare) and not analyse(bare.text)[0].endings and doing > 2
    if plain and bare.norm not in _WORDING.words("heavy_words") and not is_adverb(bare):
        return doing - 1
    for n in range(doing - 1, 1, -1):
        if words[n].tag not in ("word", "past", "number") or is_verbal(words[n]):
            return doing
        if case_of(words[n]) == "accusative":
            return n
    return doing


def thing_banned(words: Sequence[Word], first: int) -> int | None:
    """What is itself forbidden, in the dative before "тыйым" at a place: "делдалдық [қызметке] тыйым салынады".

    So is what things do: "бақшаға иттердің [кіруіне]".
    """
    if words[first].norm not in _WORDING.words("bans"):
        return None
    n = first - 1 - (words[first - 1].norm in _WORDING.words("strictly"))
    if looks_like(words[n].norm, "towards_its_doing") and case_of(words[n - 1]) == "genitive":
        return n
    thing = words[n].tag == "word" and case_of(words[n]) == "dative" and not is_verbal(words[n])
    somebody = is_person(words[n]) or (names_actor(words[n]) and is_plural(words[n]))
    return n if thing and not somebody else None

"""What a Russian lead-in begins to say that its items go on with: "принять меры: | по поливу садов"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.beside.asides import asides
from extract.finders.duties.russian.complements.objects import with_respect
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.verbs import ACTIVES
from extract.finders.duties.russian.governed import INFINITIVES, cases_of, is_any_noun, is_attribute
from extract.finders.duties.russian.kinds import is_preposition
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def begun_above(
    words: Sequence[Word], verb: int, first: int, terms: Sequence[tuple[int, int]]
) -> tuple[list[int], list[int]] | None:
    """The places of a lead-in's words that an item goes on with, from its verb on, and of those that begin its object.

    An item that begins with a preposition (at `first`), or with a noun that can but be whose it is or to whom it is
    given, or whose lead-in ends with a preposition, goes on with the noun before the colon; None where it does not.
    Its `terms` (places in the text) and grounds are none of these words, nor are its colons.
    """
    colon = next((n for n in range(first - 1, verb, -1) if words[n].tag == "colon"), 0)
    if not colon:
        return None
    opened = 0 if is_preposition(words[first]) else _opened(words, colon)
    whose = not opened and _tells_whose(words, verb, first)
    if not opened and not whose and not (is_preposition(words[first]) and _goes_on(words, verb, colon, first)):
        return None
    found = phrase_from(words, verb + 1, colon - 1 - opened, "accs") or _behind_colon(words, verb, colon)
    if found is None or (found[1] != colon - 1 and not opened):
        return None
    beside = asides(words, verb + 1, colon - 1, verb)
    beside |= {n for n in range(verb, colon) for start, end in terms if start <= words[n].start < end}
    beside |= {n for n in range(verb, colon) if words[n].tag in ("colon", "dash")}
    whole = [n for n in range(verb, colon) if n not in beside]
    first_named = with_respect(words, found[0])
    return whole, [n for n in whole if n >= first_named]


def _tells_whose(words: Sequence[Word], verb: int, first: int) -> bool:
    """Whether an item opens with a noun in the genitive or the dative: "ведет учет: | заявок", "отчет: | министру"."""
    n = first
    while n + 1 < len(words) and is_attribute(words[n]) and not is_any_noun(words[n]):
        n += 1
    cases = cases_of(words[n]) if words[n].tag == "word" else set()
    named = bool(cases) and ("datv" in cases or "gent" in cases) and not cases & {"nomn", "ablt"}
    named = named and ("gent" in cases or "accs" not in cases)
    return named and words[verb].tag in ACTIVES | INFINITIVES and words[verb - 1].tag != "not"


def _opened(words: Sequence[Word], colon: int) -> int:
    """How many words at a lead-in's end ask for the item: "решение | об: отказе", "контроль | в части: ухода"."""
    if is_preposition(words[colon - 1]):
        return 1
    part = words[colon - 1].norm in _WORDING.words("in_part_of") and is_preposition(words[colon - 2])
    return 2 * part


def _behind_colon(words: Sequence[Word], verb: int, colon: int) -> tuple[int, int] | None:
    """What a lead-in within a list begins: "внести: 1) в комиссию | предложения: ..."."""
    inner = next((n for n in range(colon - 1, verb, -1) if words[n].tag == "colon"), 0)
    if not inner:
        return None
    within = [words[verb - 1], words[verb], *words[inner + 1 : colon]]
    found = phrase_from(within, 2, len(within) - 1, "accs")
    return (found[0] + inner - 1, found[1] + inner - 1) if found else None


def _goes_on(words: Sequence[Word], verb: int, colon: int, first: int) -> bool:
    """Whether the preposition of an item may be of the nouns before the colon: "меры: | по", "средств: | на"."""
    named = any(_WORDING.pattern("begins_item").match(word.norm) for word in words[verb + 1 : colon])
    return named and words[first].norm in _WORDING.words("goes_on_below")

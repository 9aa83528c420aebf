"""Who a Russian party's words name, one by one: "Министерству финансов, акимам областей и колледжам" is three."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.surnames import is_initial
from extract.finders.duties.russian.times import opens_time
from extract.language.russian import parses_of, readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_CASES = ("nomn", "datv", "ablt", "accs", "gent")


def find_members(words: Sequence[Word], party: Party) -> tuple[tuple[int, int], ...]:
    """The first and last word (inclusive) of everyone that a party names, in the printed order.

    A further one begins behind a comma or an "и" with a noun in the case of the first, attributes before it; who acts
    together with the first stands in the instrumental. Attributes that share a noun name one.
    """
    cases = [case for case in _CASES if is_party(words, party.head, case) or is_in(words[party.head], NOUNS, case)]
    laid_on = _laid_on(words, party)
    starts = [party.first]
    head = party.head
    depth = 0
    for n in range(party.first, party.last + 1):
        depth += {"open": 1, "close": -1}.get(words[n].tag, 0)
        if depth or n <= party.head:
            continue
        behind = _behind_joint(words, n, party.last)
        if behind is None:
            continue
        again = words[behind].norm in laid_on and behind < party.last
        behind += again
        together = words[behind - 1].norm in _WORDING.words("with")
        wanted = ["ablt"] if together else cases
        noun = _noun_of(words, behind, party.last, wanted)
        if noun is not None and _is_governed(words, head, noun, wanted):
            noun = None
        if noun is None and together and is_in(words[behind], NOUNS, "ablt"):
            noun = behind  # "совместно с | управлением парков"
        titled = noun is not None and noun < party.last and words[noun + 1].tag == "title"
        if (
            noun is not None
            and not _share_noun(words, n - 1, behind)
            and (titled or again or not _owned_as_well(words, head, noun, wanted))
        ):
            starts.append(behind)
            head = noun
    ends = [*(_end_before(words, start) for start in starts[1:]), party.last]
    return tuple(zip(starts, ends, strict=True))


def _laid_on(words: Sequence[Word], party: Party) -> frozenset[str]:
    """The preposition that may come again before a further party: "возложить на школу и | на | отдел"."""
    before = words[party.first - 1].norm if party.first else ""
    return frozenset({before}) & _WORDING.words("laid_on")


def laid_again(words: Sequence[Word], party: Party) -> tuple[int, ...]:
    """The prepositions that come again before the further ones whom a party names: "на школу и | на | отдел"."""
    laid_on = _laid_on(words, party)
    joints = range(party.first + 1, party.last)
    return tuple(n for n in joints if words[n].norm in laid_on and _behind_joint(words, n - 1, party.last) is not None)


def members_beside(words: Sequence[Word], first: int) -> tuple[tuple[int, int], ...]:
    """Who acts together with an item's addressee, where it opens so: "совместно с садами, школами | провести отбор"."""
    pair = words[first].norm in _WORDING.words("together") and words[first + 1].norm in _WORDING.words("with")
    verb = next((n for n in range(first, len(words)) if words[n].tag in ("infinitive", "effect-infinitive")), 0)
    last = next((n for n in range(first + 2, verb) if opens_time(words, n)), verb) - 1
    while last > first and words[last].tag == "comma":
        last -= 1
    if not pair or last < first + 2:
        return ()
    head = _noun_of(words, first + 2, last, ["ablt"])
    return find_members(words, Party(first + 2, last, head)) if head is not None else ()


def _behind_joint(words: Sequence[Word], n: int, last: int) -> int | None:
    """The place behind what joins a further party, where it begins here: ",", "и", ", а также", "совместно с"."""
    if words[n].tag != "comma" and words[n].norm not in AND_OR and words[n].norm not in _WORDING.words("together"):
        return None
    if words[n - 1].tag == "comma" and words[n].tag != "comma":
        return None
    skipped = AND_OR | _WORDING.words("contrasts") | _WORDING.words("also") | _WORDING.words("together")
    skipped = skipped | _WORDING.words("with")
    k = n + 1
    while k <= last and words[k].norm in skipped:
        k += 1
    return k if k <= last else None


def _noun_of(words: Sequence[Word], n: int, last: int, cases: Sequence[str]) -> int | None:
    """The noun of a party that begins at a place, in one of the cases; None where something else begins."""
    while n <= last:
        company = is_abbreviation(words[n].text) and n < last and words[n + 1].tag == "title"  # "АО «Сад»"
        if company or any(is_party(words, n, case) for case in cases) or _is_addressed(words[n], cases):
            return n
        joins = words[n].tag == "comma" or words[n].norm in AND_OR
        attribute = any(is_in(words[n], ADJECTIVES, case) for case in cases) and not is_in(words[n], PARTICIPLES)
        if not attribute and not joins:
            return None
        n += 1
    return None


def _is_addressed(word: Word, cases: Sequence[str]) -> bool:
    """Whether a word that no list has stands in the dative and in no case that a name's own nouns stand in."""
    if cases != ["datv"] or word.tag != "word" or is_abbreviation(word.text):
        return False
    return {found for _, pos, found, _ in readings(word.norm) if pos in NOUNS} == {"datv"}


def _is_governed(words: Sequence[Word], head: int, noun: int, cases: Sequence[str]) -> bool:
    """Whether a noun that no list has, and no person, is a further one that "по" governs: "по охране и | поливу"."""
    if any(is_party(words, noun, case) for case in cases) or words[noun].text[:1].isupper():
        return False
    by = any(words[n].norm in _WORDING.words("governs_datv") for n in range(head + 1, noun))
    return by and not any("anim" in parse.tag for parse in parses_of(words[noun].norm))


def _share_noun(words: Sequence[Word], before: int, behind: int) -> bool:
    """Whether attributes on both sides of a joint are of one owned noun: "служба садовых | и парковых органов"."""
    each = (words[before], words[behind])
    return all(is_in(word, ADJECTIVES, "gent") and not is_in(word, NOUNS) for word in each)


def _owned_as_well(words: Sequence[Word], head: int, noun: int, cases: Sequence[str]) -> bool:
    """Whether a noun may be in the genitive too, as those that the party before it owns: "директора школы, сада"."""
    genitive = is_in(words[noun], NOUNS, "gent") and "gent" not in cases
    between = (n for n in range(head + 1, noun) if words[n].norm not in AND_OR and not is_initial(words, n))
    return genitive and any(is_in(words[n], NOUNS, "gent") for n in between)


def _end_before(words: Sequence[Word], start: int) -> int:
    """The last word before a further party, without what joins it."""
    skipped = AND_OR | _WORDING.words("contrasts") | _WORDING.words("also") | _WORDING.words("together")
    n = start - 1
    again = n > 0 and words[n].norm in _WORDING.words("laid_on")  # "на школу и на | отдел"
    n -= again and (words[n - 1].tag == "comma" or words[n - 1].norm in skipped)
    while words[n].tag == "comma" or words[n].norm in skipped | _WORDING.words("with"):
        n -= 1
    return n

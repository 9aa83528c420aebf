"""Who a Kazakh party's words name, one by one: "Қаржы министрлігі, облыстардың әкімдері мен колледждер" is three."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, stem_of
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("kk")
_AGENT = _WORDING.pattern("agent")


def find_members(words: Sequence[Word], party: Party) -> tuple[tuple[int, int], ...]:
    """The first and last word (inclusive) of everyone that a party names, in the printed order.

    One ends where a noun of a party stands before a comma or a conjunction; words without such a noun, and nouns that
    share the one behind them ("мектептер мен колледждер басшылары"), go with what follows.
    """
    ends: list[int] = []
    depth = 0
    for n in range(party.first, party.last):
        depth += {"open": 1, "close": -1}.get(words[n].tag, 0)
        noun = _noun_before(words, n, party.first)
        if not depth and _joins(words, n) and noun is not None and _closes(words, noun, n, party.last):
            ends.append(n - 1)
    starts = [party.first, *(_behind(words, end + 1) for end in ends)]
    return tuple(zip(starts, [*ends, party.last], strict=True))


def _joins(words: Sequence[Word], n: int) -> bool:
    """Whether a word joins a further party: ",", "және", "не"; what stands behind a comma joins no second time."""
    joint = words[n].tag in ("comma", "conjunction") or words[n].norm in _WORDING.words("or")
    return joint and words[n - 1].tag not in ("comma", "conjunction")


def _behind(words: Sequence[Word], n: int) -> int:
    """The first word behind what joins: ", сондай-ақ", "немесе"."""
    joins = _WORDING.words("also") | _WORDING.words("or")
    while words[n].tag in ("comma", "conjunction") or words[n].norm in joins:
        n += 1
    return n


def _noun_before(words: Sequence[Word], n: int, first: int) -> int | None:
    """The noun before a place, brackets and an office holder's name between them left out."""
    k = n - 1
    if words[k].tag == "close":
        k = next((m for m in range(k, first, -1) if words[m].tag == "open"), first) - 1
    return k if k >= first else None


def _closes(words: Sequence[Word], noun: int, joint: int, last: int) -> bool:
    """Whether a noun closes the name of somebody, and belongs to no noun that a further one shares with it."""
    if words[noun].norm in _WORDING.words("branches_of_power") and words[noun - 1].norm not in _WORDING.words(
        "office_of"
    ):
        return False  # "атқарушы | және өкілді органдар"
    its_own = words[_behind(words, joint)].norm in _WORDING.words("its")
    if not _names(words[noun]) and not (its_own and _is_known(words[noun])):
        return False
    further = next((k for k in range(joint + 1, last + 1) if _is_known(words[k])), None)
    if further is None or not _same_shape(words[noun], words[further]):
        return True
    shares = further < last and case_of(words[further]) in ("", "genitive") and words[further + 1].tag == "word"
    return not (shares and is_owned(words[further + 1]))


def _names(word: Word) -> bool:
    """Whether a word may be the noun of a party in a list: a plural, an owned noun, a person, or letters."""
    if not _is_known(word) or case_of(word) not in ("", "dative", "genitive", "instrumental"):
        return False
    endings = [ending.kind for ending in analyse(word.text)[0].endings]
    return bool({"plural", "possessive 3"} & set(endings)) or is_person(word) or is_abbreviation(word.text)


def _is_known(word: Word) -> bool:
    stem = stem_of(word)
    known = stem in duty_words("kk").actors.heads or _AGENT.search(word.norm) is not None or is_person(word)
    return word.tag == "word" and (known or (word.text.isupper() and is_abbreviation(word.text)))


def _same_shape(one: Word, other: Word) -> bool:
    """Whether two nouns may be members of one list that a noun behind them owns: neither is owned itself."""
    return not is_owned(one) and not is_owned(other)

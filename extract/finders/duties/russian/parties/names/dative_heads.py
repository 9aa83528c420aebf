"""The noun of a Russian dative that a point bids: a body, a surname with its initial, a post cut short, who does."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_case
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, behind_governed
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.times import opens_time
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")


def head_of_dative(words: Sequence[Word], n: int, end: int) -> int | None:
    """The noun of a dative phrase that begins at a word: "местным исполнительным органам"; None for other words."""
    start = n
    if (named := _named_at(words, n, end)) is not None:
        return named
    while n < end:
        word = words[n]
        if word.tag == "word" and readings(word.norm)[0][1] == "PREP":
            if n != start + 1 or opens_time(words, n):
                return None
            n = behind_governed(words, n + 1, end - 1)  # "Ответственным за исполнение плана | органам"
            continue
        if len(word.text) > 1 and word.tag == "word" and is_abbreviation(word.text) and not _known_elsewhere(word):
            return n
        if word.norm not in AND_OR and is_case(word, "datv", NOUNS):
            return None if is_case(word, "accs", NOUNS) and not is_party(words, n, "datv") else n
        attribute = is_case(word, "datv", ADJECTIVES) or word.tag == "short-adjective"
        joins = word.tag == "comma" or word.norm in AND_OR or word.norm in _WORDING.words("adverbs_of_attributes")
        if not attribute and not joins:
            return None
        n += 1
    return n - 1 if n > start and all(_is_somebody(word) for word in words[start:n]) else None


def _is_somebody(word: Word) -> bool:
    """Whether an attribute without a noun is whom a point bids: "Управляющему | вызвать", "Проживающим | сдать".

    "Ответственным | назначить мастера" is what he becomes, by the same form.
    """
    doing = is_case(word, "datv", PARTICIPLES) and _WORDING.pattern("active_participle").search(word.norm) is not None
    return word.tag == "word" and is_case(word, "datv", ADJECTIVES) and (doing or not is_case(word, "ablt"))


def _named_at(words: Sequence[Word], n: int, end: int) -> int | None:
    """The head of a surname with its initial, or of a post cut short: "зам. директора", "кл. | руководителям"."""
    heads = words[n].norm in _WORDING.words("bidden_over") and n + 1 < end and is_case(words[n + 1], "ablt", NOUNS)
    if heads or _is_named(words, n, end):
        return n  # "Заведующим | отделениями"
    if words[n].norm not in _WORDING.words("posts_cut") or n + 2 >= end or words[n + 1].text != ".":
        return None
    return n + 2 if is_case(words[n + 2], "datv", NOUNS) else n


def _is_named(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a surname with its initial is of whom a point bids: "Кленовой Ж.Б. открыть сад".

    One in the accusative is of whom something is done to: "Кленова А.Б. назначить мастером".
    """
    word = words[n]
    if word.tag != "word" or not word.text.istitle() or len(word.text) < _SURNAME or n + 2 >= end:
        return False
    initial = len(words[n + 1].text) == 1 and words[n + 1].text.isupper() and words[n + 2].text == "."
    if not initial or word.norm.endswith(("а", "я")):
        return False
    verb = next((word for word in words[end:] if word.tag in INFINITIVES), None)
    done_to = verb is not None and _WORDING.pattern("done_to_person").match(verb.norm) is not None
    return not done_to


_SURNAME = 3
"""Letters of the shortest surname."""


def _known_elsewhere(word: Word) -> bool:
    """Whether an abbreviation is a form of a word in another case than the dative."""
    return any(
        pos == "NOUN" and case not in ("datv", "") and len(word.text) > 4 for _, pos, case, _ in readings(word.norm)
    )

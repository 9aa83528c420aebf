"""Whom a point of a Russian act bids do something: the dative that opens it, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_case, is_in
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES, behind_governed, is_adverb
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.dative_heads import head_of_dative
from extract.finders.duties.russian.parties.names.dative_reach import holds_name, last_of_dative
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.times import behind_time
from extract.language.russian import readings


def find_addressee(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """The dative that opens a point before its infinitive: "Министерству финансов (Липов А.А.), Комитету ...".

    It may stand behind a ground that a comma closes; words of time and the infinitive end it.
    """
    begin = behind_time(words, begin, verb)
    for n in range(begin, verb):
        opens = n == begin or words[n - 1].tag in ("comma", "colon") or words[n - 1].tag == "infinitive"
        if opens and (head := head_of_dative(words, n, verb)) is not None:
            return Party(n, last_of_dative(words, head, verb), head)
    return _named_in_brackets(words, begin, verb)


def doing_addressee(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who is told by what they do, at the head of a clause: "Проживающим | запрещено", "Работающим с ядом | нельзя".

    One alone stands right before what is said to him: "Поступающему | разрешается", "Часовому | надлежит".
    """
    doing = [number for _, pos, case, number in readings(words[begin].norm) if pos == "PRTF" and case == "datv"]
    kinds = {pos for _, pos, case, number in readings(words[begin].norm) if (case, number) == ("datv", "sing")}
    if words[begin].tag == "word" and begin + 1 == first and (kinds == {"PRTF"} or {"ADJF", "NOUN"} <= kinds):
        return Party(begin, begin, begin)
    if words[begin].tag != "word" or "plur" not in doing:
        return None
    n = begin + 1
    if n < first and is_preposition(words[n]):
        n = behind_governed(words, n + 1, first - 1, alone=True)
    told = n < first and words[n].tag == "word" and not is_adverb(words[n]) and words[n].norm not in AND_OR
    of_noun = told and (is_case(words[n], "datv") or is_case(words[n], "ablt"))
    return None if of_noun else Party(begin, n - 1, begin)


def _named_in_brackets(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """The dative right before somebody's name in brackets: "До мая 2031 года | Водоканалу (Липов А.А.) | открыть"."""
    for n in range(begin + 1, verb):
        close = next((k for k in range(n, verb) if words[k].tag == "close"), 0) if words[n].tag == "open" else 0
        if not close or not holds_name(words[n:close]):
            continue
        head = n - 1
        while head > begin and not is_case(words[head], "datv") and is_case(words[head], "gent"):
            head -= 1
        if not is_case(words[head], "datv", NOUNS) or words[head].tag != "word":
            continue
        first = head
        while first - 1 >= begin and is_case(words[first - 1], "datv", ADJECTIVES):
            first -= 1
        return None if is_preposition(words[first - 1]) else Party(first, last_of_dative(words, head, verb), head)
    return None


def further_bidden(words: Sequence[Word], last: int) -> list[tuple[int, Party]]:
    """Whom a point bids further, each with his verb: "Отделу садов купить розы, | отделу дорог вывезти снег"."""
    found: list[tuple[int, Party]] = []
    for n in range(last + 1, len(words) - 2):
        verb = next((k for k in range(n + 1, len(words)) if words[k].tag in INFINITIVES), 0)
        if words[n].tag not in ("comma", "semicolon") or not verb:
            continue
        head = next((k for k in range(n + 1, verb) if is_party(words, k, "datv")), 0)
        if not head or any(not is_in(word, ADJECTIVES, "datv") for word in words[n + 1 : head]):
            continue
        party = extent_of(words, head, "datv", n + 1, verb)
        if all(is_adverb(word) for word in words[party.last + 1 : verb]):
            found.append((verb, party))
    return found

"""Further verbs of a Russian sentence that share the modal word of the one before, each with a thing of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.complements.subjects import agrees_with
from extract.finders.duties.russian.complements.verbs import TO_DO, content_verb
from extract.finders.duties.russian.deeds.joints import TIME, is_joined_over, takes_infinitive
from extract.finders.duties.russian.deeds.own_things import ENDS_ROW, has_own_thing, is_whole_before
from extract.finders.duties.russian.deeds.reporting import reports_back
from extract.finders.duties.russian.deeds.shared_things import is_contrasted
from extract.finders.duties.russian.governed import AND_OR, FINITE_VERBS, INFINITIVES, is_attribute
from extract.finders.duties.russian.kinds import names_somebody
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def further_verbs(words: Sequence[Word], first: int, last: int, end: int) -> list[int]:
    """The verbs behind a decision's own that share its modal word, each with a thing of its own behind it.

    "необходимо обновить планы и | провести учет", "будут созданы сады, | проведен учет"; none in "открыть и оснастить".
    """
    verb = content_verb(words, first, last, end - 1)
    if verb is not None and words[verb].tag in TO_DO:
        verb = _first_of_item(words, verb, end)
    if verb is None or verb < first or words[verb].tag not in _SHARED:
        return []
    below = words[verb].subordinate
    end = _end_of_row(words, first, verb, end)
    found: list[int] = []
    brackets = 0
    ended = False
    for n in range(verb + 1, end - 1):
        if n in found or (n == verb + 1 and words[n].tag != "semicolon"):
            continue
        before = found[-1] if found else verb
        brackets += (words[n].tag == "open") - (words[n - 1].tag == "close" and brackets > 0)
        if brackets:
            continue  # "при поливе (подкормке) роз и | сверять списки"
        if words[n].tag == "semicolon" and words[verb].tag in TO_DO and not words[verb].subordinate:
            found.extend(_bidding_behind_semicolon(words, n, end))
            ended = False
            continue
        listed = words[n].tag == "colon" and words[verb].tag == "participle"  # "отражены: полив, | указаны"
        if ended or (words[n].tag in ENDS_ROW and not listed) or (words[n].subordinate and not below):
            ended = True
            continue
        alike = words[n].tag == words[verb].tag or {words[n].tag, words[verb].tag} <= TO_DO
        if not alike and words[n].tag not in INFINITIVES:
            continue
        joined = words[n - 1].tag == "comma" or words[n - 1].norm in AND_OR or words[n - 1].norm in _ALSO
        joined = (joined or is_joined_over(words, n, before)) and not _is_fit(words[n - 1])
        if words[n - 1].tag == "not":
            joined = words[n - 2].tag == "comma" or words[n - 2].norm in AND_OR  # "знать сад и не | рвать роз"
        if alike and words[n].tag in INFINITIVES and (is_contrasted(words, n) or _is_bidden_beside(words, n, before)):
            found.append(n)
            continue
        own = is_whole_before(words, before, n) and has_own_thing(words, n, before, end)
        own = alike and joined and (own or reports_back(words, n))
        if alike and (own or _has_subject(words, n)):
            found.append(n)
        elif words[n].tag in INFINITIVES and not joined and all(word.tag != "comma" for word in words[verb:n]):
            ended = True  # of a noun: "возможность открыть зал или создать клуб"
    return found


def _is_bidden_beside(words: Sequence[Word], n: int, before: int) -> bool:
    """Whether a further verb is of what is bidden meanwhile: "закрыть сад, при этом розы не | рвать"."""
    comma = next((k for k in range(n - 1, before, -1) if words[k].tag == "comma"), 0)
    opens = f"{words[comma + 1].norm}-{words[comma + 2].norm}" if 0 < comma < n - 2 else ""
    return opens in _WORDING.words("meanwhile")


def _end_of_row(words: Sequence[Word], first: int, verb: int, end: int) -> int:
    """Where the words of a decision's further verbs end: those of a clause below where its main clause goes on.

    "Совет, который должен вести учет, | проверяет сады"; of a clause below that has a decision of its own, none are.
    """
    if not words[verb].subordinate:
        return end
    if not words[first].subordinate:
        return verb  # "Нужна служба, которая должна вести учет, | хранить карты"
    above = (n for n in range(verb, end) if words[n].tag in FINITE_VERBS and not words[n].subordinate)
    return next(above, end)


def _first_of_item(words: Sequence[Word], verb: int, end: int) -> int:
    """The verb that opens what a lead-in's verb is told by: "должны соблюдать требования: | вести учет"; else its own.

    An item opens with its verb, but for adverbs and phrases.
    """
    colon = next((n for n in range(end - 1, verb, -1) if words[n].tag == "colon"), None)
    own = next((n for n in range(colon + 1, end) if words[n].tag in TO_DO), None) if colon is not None else None
    return verb if own is None else own


def _has_subject(words: Sequence[Word], n: int) -> bool:
    """Whether the subject of a further participle stands right before it, behind ", а": ", а сады | оснащены"."""
    comma = next((k for k in range(n - 1, max(n - TIME, 0), -1) if words[k].tag == "comma"), None)
    if words[n].tag != "participle" or comma is None or words[comma + 1].norm not in _WORDING.words("contrasts"):
        return False
    own = phrase_from(words, comma + 2, n - 1, "nomn")
    return own is not None and own == (comma + 2, n - 1) and agrees_with(words, own, n)


def _is_fit(word: Word) -> bool:
    """Whether an adjective has an infinitive of its own: "и морально | готовым | выполнять долг"."""
    found = readings(word.norm) if word.tag == "word" else ()
    return bool(found) and found[0][1] == "ADJF" and word.norm not in _ALSO


_SHARED = TO_DO | {"participle"}
_ALSO = _WORDING.words("also")
_NOUN = frozenset({"NOUN"})
_ALONE = FINITE_VERBS | {"relative", "past", "may", "entitled", "allowed", "forbidden", "colon", "stop", "stative"}


def _bidding_behind_semicolon(words: Sequence[Word], mark: int, end: int) -> Iterator[int]:
    """The infinitive that a point goes on with behind a semicolon: "вести учет; | до мая мастеров направить в сад"."""
    for n in range(mark + 1, end - 1):
        word = words[n]
        if word.tag == "semicolon" or (word.tag in _ALONE and not word.subordinate):
            return
        if word.tag in INFINITIVES and not word.subordinate:
            own = _opens_with_bidden(words, mark + 1, n)
            if n == mark + 1 or not (own or takes_infinitive(words[n - 1])):
                yield n  # "школам | провести конкурс" bids others
            return


def _opens_with_bidden(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether somebody in the dative stands before an infinitive, attributes before him: "школам | провести"."""
    n = first
    while n < verb and is_attribute(words[n]) and is_case(words[n], "datv"):
        n += 1
    return n < verb and is_case(words[n], "datv", _NOUN) and names_somebody(words[n])

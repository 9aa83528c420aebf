"""What the words of a typed line tell of the columns that they stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.language.russian import is_known_word, readings
from extract.lexicon.words import words
from extract.values.forms import parse_completion_forms
from extract.values.times.period import parse_period
from kzedu_graph.language.letters import fold_homoglyphs

TORN = re.compile(r"[^\W\d_]-$")
"""A word that a column's end has torn: "согласова-"."""
FEWEST_SEEN = 2
"""How often two words must stand together in running text to belong together."""

FEWEST_ROWS = 3
"""Rows of a table in whose lines a preposition must stand before the same word to belong to it."""

_ROMAN = re.compile(r"[IVXІХ]{1,4}")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–](?:(?:19|20)?\d\d)?)?")
_CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_ABBREVIATED = re.compile(
    rf"\(?(?:[{_CAPITALS}][{_CAPITALS}-]+|[{_CAPITALS}]{{2,}}[а-яёәғқңөұүһі]{{0,2}}[{_CAPITALS}]+)[),;]*"
)
_WITH_ENDING = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,}-[а-яёәғқңөұүһіi]{2,3}")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_OF_NAMES = frozenset({"NOUN", "ADJF", "PRTF"})
_CASE_KK = re.compile(r"[ндт](?:[ыіi]ң|[ыіi])$")
SHORTEST_CASE = 5
"""Letters of a Kazakh word above which an ending may be told from the word's own letters."""
_LETTERS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENDED = re.compile(r"[^\W\d_]{5,}[\"»)]*\.$")
_SIGNS = ' .,;:()«»"“”*'

TIME, FORM, BODY, SHORT, REMARK, SIGN, OTHER = "time", "form", "body", "short", "remark", "sign", "other"
"""What a word is of: a deadline, a form, a body's name, its abbreviation or what stands in brackets behind it."""

WORTH: Mapping[str, Mapping[str, float]] = {
    "deadline": {TIME: 2.0, FORM: -2.0, BODY: -2.0, SHORT: -3.0, REMARK: -3.0, OTHER: -1.5},
    "completion_form": {TIME: -1.0, FORM: 1.5, BODY: -0.7, SHORT: -1.0, REMARK: -2.0, OTHER: -0.7},
    "responsible": {TIME: -1.5, FORM: -0.7, BODY: 1.0, SHORT: 1.5, REMARK: 1.5, OTHER: -0.7},
    "name": {TIME: -0.4, FORM: -0.2, BODY: -0.2, SHORT: -0.7, REMARK: -2.0, OTHER: 0.3},
}
"""What a word adds to the sense of a line's reading, by the column that it would stand in."""
NEITHER: Mapping[str, float] = {}
"""Of a column that no word tells of."""


@dataclass(frozen=True, slots=True)
class Company:
    """Which words stand beside which in the running text of a document, its title and preamble above all."""

    pairs: frozenset[tuple[str, str]]
    after: Mapping[str, str]
    before: Mapping[str, str]

    @classmethod
    def of(cls, texts: Sequence[str], lang: str, rows: Sequence[Sequence[Sequence[str]]] = ()) -> Company:
        """What some texts tell, and the prepositions in the lines of several rows; `after` and `before` are words that
        always have the same one behind, or in front.
        """
        pairs: Counter[tuple[str, str]] = Counter()
        for row in rows:
            beside = {(plain(a), plain(b)) for line in row for a, b in pairwise(line)}
            pairs.update(pair for pair in beside if pair[0] in words(lang).governed_cases)
        pairs = Counter({pair: count for pair, count in pairs.items() if count >= FEWEST_ROWS})
        for text in (*texts, *words(lang).remarks * FEWEST_SEEN):
            found = [plain(word) for word in text.split()]
            pairs.update((a, b) for a, b in pairwise(found) if len(a) > 1 and len(b) > 1)
        known = frozenset(pair for pair, count in pairs.items() if count >= FEWEST_SEEN)
        firsts, seconds = Counter(a for a, _ in pairs.elements()), Counter(b for _, b in pairs.elements())
        after = {a: b for a, b in known if pairs[a, b] == firsts[a]}
        before = {b: a for a, b in known if pairs[a, b] == seconds[b]}
        return cls(known, after, before)


@cache
def plain(word: str) -> str:
    """A word without signs and capitals."""
    return fold_homoglyphs(word.strip(_SIGNS)).casefold().replace("ё", "е")


@cache
def class_of(word: str, lang: str) -> str:
    """What a word is of."""
    bare = plain(word)
    if not bare or bare in "-–—":
        return SIGN
    if _ROMAN.fullmatch(word.strip(_SIGNS)) or _YEARS.fullmatch(bare) or bare in _tags(lang):
        return TIME
    if _ABBREVIATED.fullmatch(word) or _WITH_ENDING.fullmatch(word):
        return SHORT
    if bare in _remarks(lang):
        return REMARK
    if bare in _forms(lang) or any(bare.startswith(stem) for stem in words(lang).form_stems):
        return FORM
    return BODY if any(bare.startswith(stem) for stem in words(lang).body_stems) else OTHER


@cache
def is_of_a_body(word: str, lang: str) -> bool:
    """Whether a word may stand in the name of a body: "министерства", "МЮ"."""
    bare = plain(word)
    return class_of(word, lang) in (BODY, SHORT) or any(bare.startswith(stem) for stem in words(lang).body_stems)


@cache
def worth(word: str, kind: str, lang: str) -> float:
    """What a whole word adds in a column of a kind."""
    if kind == "responsible" and class_of(word, lang) == FORM and is_of_a_body(word, lang):
        return 0.7
    return WORTH.get(kind, NEITHER).get(class_of(word, lang), 0.0)


@cache
def makes_a_word(first: str, second: str, lang: str) -> bool:
    """Whether two pieces are one word, torn where a column ended."""
    whole = plain(first).rstrip("-") + plain(second)
    if lang == "ru":
        bare = _LETTERS.match(whole)
        known = bare is not None and (is_known_word(bare[0]) or is_known_word(bare[0].rpartition("-")[2]))
        return known or keeps_its_hyphen(first, second)
    return second[:1].islower()


@cache
def keeps_its_hyphen(first: str, second: str) -> bool:
    """Whether two pieces of a Russian word are those that its own hyphen joins: "садово-", "парковой"."""
    whole = plain(first).rstrip("-") + plain(second)
    return first.endswith("о-") and not is_known_word(whole) and is_known_word(plain(second))


@cache
def is_a_time(text: str, lang: str) -> bool:
    """Whether all words of a cell are a deadline."""
    return parse_period(text, lang, yearless=True) is not None


@cache
def is_open(words: tuple[str, ...]) -> bool:
    """Whether words open a bracket or a quotation that they do not close, or close one that they do not open."""
    text = " ".join(words)
    return text.count("(") != text.count(")") or text.count("«") != text.count("»") or text.count('"') % 2 == 1


@cache
def agrees(first: str, second: str, lang: str) -> bool | None:
    """Whether an adjective stands before what it tells of; None where the first word is none for sure."""
    if lang != "ru" or not _is_adjective(plain(first)) or first.endswith((",", ";", ")")):
        return None
    if plain(second) in words(lang).conjunctions or second == "–":
        return None
    told = {(case, number) for _, _, case, number in readings(plain(first))}
    return any((case, number) in told for _, part, case, number in readings(plain(second)) if part in _OF_NAMES)


@cache
def governs(preposition: str, word: str, lang: str) -> bool | None:
    """Whether a word has a case that a preposition may stand before; None where the first is none, or has no case."""
    cases = words(lang).governed_cases.get(plain(preposition))
    if cases is None or not plain(word):
        return None
    if plain(word) in words(lang).governed_cases:
        return False
    told = {case for _, _, case, _ in readings(plain(word)) if case}
    return bool(cases & told) if told and is_known_word(plain(word)) else None


@cache
def ends_a_sentence(word: str, following: str) -> bool:
    """Whether a full stop ends what a word that follows, if any, does not begin anew: "Парков. развитию"."""
    return bool(_ENDED.search(word)) and (not following or following[:1].islower())


@cache
def wants_more(word: str, lang: str) -> bool:
    """Whether no cell ends with a word: an adjective, or in Kazakh a genitive or an accusative."""
    bare = plain(word)
    return _is_adjective(bare) if lang == "ru" else len(bare) > SHORTEST_CASE and bool(_CASE_KK.search(bare))


@cache
def is_given_to(form: str, body: str, lang: str) -> bool:
    """Whether a form goes to the body named behind it: "отчет министерству"."""
    dative = lang == "ru" and {case for _, _, case, _ in readings(plain(body))} == {"datv"}
    return dative and class_of(form, lang) == FORM and is_of_a_body(body, lang)


@cache
def takes(verb: str, word: str, lang: str) -> bool:
    """Whether a word may stand behind a verb: no noun that can be a genitive alone, "провести опросов"."""
    if lang != "ru" or verb.endswith(","):
        return True
    parts = {part for _, part, _, _ in readings(plain(verb))}
    told = {(part, case) for _, part, case, _ in readings(plain(word))}
    return parts != {"INFN"} or told != {("NOUN", "gent")}


def _is_adjective(bare: str) -> bool:
    return bare.isalpha() and is_known_word(bare) and all(part in _ADJECTIVES for _, part, _, _ in readings(bare))


@cache
def is_a_form(text: str, lang: str) -> bool:
    """Whether a cell names forms of known kinds alone."""
    forms = parse_completion_forms([text], lang)
    return bool(forms) and all(form.kind for form in forms)


def joined(pieces: Sequence[str]) -> str:
    """The words of a cell, torn ones whole."""
    text = ""
    for piece in pieces:
        text = text[:-1] + piece if TORN.search(text) and piece[:1].islower() else f"{text} {piece}".strip()
    return text


@cache
def small_words(lang: str) -> frozenset[str]:
    """Words that nothing ends with."""
    return frozenset((*words(lang).prepositions, *words(lang).conjunctions))


@cache
def leading_words(lang: str) -> frozenset[str]:
    """Words that stand before another, and join no two bodies."""
    return small_words(lang) - frozenset(("и", "или", "№", *words(lang).conjunctions))


@cache
def _tags(lang: str) -> frozenset[str]:
    return frozenset(word for word, (kind, _) in words(lang).tags.items() if kind != "study" and len(word) > 2)


@cache
def _remarks(lang: str) -> frozenset[str]:
    """Words of what stands in brackets behind a body; its small words stand everywhere."""
    return frozenset(bare for remark in words(lang).remarks for word in remark.split() if len(bare := plain(word)) > 3)


@cache
def _forms(lang: str) -> frozenset[str]:
    """The words of forms as they are printed."""
    return frozenset(plain(word) for phrase in words(lang).deliverables for word in phrase.split() if len(word) > 2)

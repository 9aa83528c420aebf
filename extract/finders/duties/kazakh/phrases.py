"""Kazakh noun phrases, read from their noun to the left: attributes, owners, participles with complements, lists."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_NOMINAL = frozenset({"word", "to-do", "towards-doing", "its-doing", "past", "state", "imperative", "effect", "can"})
"""Classes of words that may be a noun or an attribute; endings alone cannot always tell them from verbs."""
_VERBAL = frozenset({"to-do", "towards-doing", "its-doing", "future-participle"})
LONGEST_PHRASE = 60
"""Words that a noun phrase may have."""


def case_of(word: Word) -> str:
    """The case of a noun ("" for the nominative)."""
    if word.tag not in _NOMINAL:
        return ""
    if is_adjective(word):
        return ""
    if word.norm in _WORDING.words("it"):
        return "accusative"
    endings = analyse(word.text)[0].endings
    last = endings[-1].kind if endings else ""
    return "" if last in ("plural", "possessive 3", "attributive", "") else last


def is_adjective(word: Word) -> bool:
    """Whether a word is an attribute that only looks like a noun in a case: "мобильді", "тиісті"."""
    return _WORDING.pattern("bare_adjective").search(word.norm) is not None


def is_owned(word: Word) -> bool:
    """Whether a noun has the ending of what belongs to the noun before it: "оқу орындары"."""
    return any(ending.kind == "possessive 3" for ending in analyse(word.text)[0].endings)


def is_adverb(word: Word) -> bool:
    """Whether a word says how or when by itself ("қайта", "кеңінен"), though it has the shape of a noun."""
    return word.norm in _WORDING.words("adverbs")


def is_converb(word: Word) -> bool:
    """Whether a word is a verb that another verb follows: "кеңейтіп", "алмай"."""
    return word.tag in _NOMINAL and _WORDING.pattern("converb").search(word.norm) is not None


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb's noun or participle, before which its complements stand: "жетілдіру", "оқытатын"."""
    if word.norm in _WORDING.words("nouns_of_doing"):
        return False
    return word.tag in _VERBAL or (
        word.tag in _NOMINAL
        and bool(
            _WORDING.pattern("past_participle").search(word.norm) or _WORDING.pattern("verbal_noun").search(word.norm)
        )
    )


def _has_doer(word: Word) -> bool:
    """Whether a verb's form has a subject of its own before it: "педагогтер қолданатын", "балалар келуі"."""
    return word.tag in ("future-participle", "its-doing") or (
        word.tag in _NOMINAL and _WORDING.pattern("past_participle").search(word.norm) is not None
    )


def phrase_start(words: Sequence[Word], head: int, begin: int) -> int:
    """The first word of the phrase whose noun stands at `head`; it reaches no further left than `begin`.

    "пәндерді ағылшын тілінде оқытатын мұғалімдерді даярлау" is one phrase, its head "даярлау".
    """
    if words[head].tag == "close":
        opening = next((n for n in range(head, begin, -1) if words[n].tag == "open"), begin)
        return phrase_start(words, opening - 1, begin) if opening - 1 >= begin else opening
    phrase = _Phrase(words, head, begin)
    while phrase.first - 1 >= begin and head - phrase.first < LONGEST_PHRASE and (step := phrase.step()):
        phrase.take(step)
    first = phrase.first
    while first < head and (
        words[first].tag in ("conjunction", "comma", "close", "mark", "dash") or words[first].norm in _LOOSE
    ):
        first += 1
    return first


_LOOSE = _WORDING.words("bound_to_dative") | _WORDING.words("opens_sentence")


class _Phrase:
    """A phrase as far as it is read."""

    def __init__(self, words: Sequence[Word], head: int, begin: int) -> None:
        self.words, self.begin = words, begin
        self.first = head
        self.owned = is_owned(words[head]) or words[head].tag == "its-doing"
        self.governs = is_verbal(words[head])
        self.cases = {case_of(words[head])}

    def take(self, count: int) -> None:
        """Takes in so many words on the left."""
        for _ in range(count):
            self.first -= 1
            word = self.words[self.first]
            if word.tag in _NOMINAL or word.tag == "future-participle":
                self.governs = self.governs or is_verbal(word)
                self.owned = self.owned or is_owned(word)
                self.cases.add(case_of(word))

    def step(self) -> int:
        """How many words on the left belong to the phrase; 0 where it begins."""
        words, k = self.words, self.first - 1
        word = words[k]
        match word.tag:
            case "close":
                opening = next((n for n in range(k, self.begin - 1, -1) if words[n].tag == "open"), None)
                return self.first - opening if opening is not None else 0
            case "comma" | "conjunction":
                return self._joined(k)
            case "postposition":
                return self._related(k)
            case "title" | "number" | "mark" | "dash" | "future-participle":
                return 1
            case _:
                return int(word.tag in _NOMINAL and self._belongs(word, words[self.first]))

    def _related(self, k: int) -> int:
        """How many words a postposition brings with its noun: "жөніндегі", or what a participle governs."""
        norm = self.words[k].norm
        closes = any(norm in _WORDING.words(name) for name in ("closes_aside", "closes_purpose", "closes_time"))
        if k - 1 < self.begin or not (norm in _WORDING.words("inside_object") or (self.governs and not closes)):
            return 0
        return self.first - phrase_start(self.words, k - 1, self.begin)

    def _belongs(self, word: Word, behind: Word) -> bool:
        """Whether a word goes with the one behind it."""
        if word.norm in _WORDING.words("opens_sentence"):
            return False
        if is_converb(word) or is_adverb(word):
            return is_verbal(behind) or (self.governs and is_adverb(word))
        case = case_of(word)
        if case:
            return self.governs or (case == "genitive" and self.owned)
        endings = [ending.kind for ending in analyse(word.text)[0].endings]
        if not endings or endings[-1] not in ("plural", "possessive 3") or is_adjective(word):
            return True
        named = word.text[:1].isupper() and behind.text[:1].isupper()  # "Қазақстан Республикасы Әділет министрлігі"
        return named or is_owned(behind) or _has_doer(behind)

    def _joined(self, k: int) -> int:
        """How many words a comma or "және" brings: itself, where what stands before it is of the same list."""
        if k - 1 < self.begin:
            return 0
        member = self.words[k - 1]
        if member.tag in ("conjunction", "comma", "title", "number", "close", "future-participle"):
            return 1
        if member.norm in _WORDING.words("inside_object"):
            return 1
        if member.tag not in _NOMINAL or is_converb(member) or member.norm in _WORDING.words("opens_sentence"):
            return 0
        case = case_of(member)
        listed = case == "" or (case in self.cases and (case != "genitive" or self.owned or self.governs))
        return 2 if listed else 0

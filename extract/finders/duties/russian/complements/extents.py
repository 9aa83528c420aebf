"""How far a Russian noun phrase reaches: genitives, names, brackets, what prepositions add, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.added import adds
from extract.finders.duties.russian.asked import holds, is_asked, signed
from extract.finders.duties.russian.cases import NOUNS, PARTICIPLES, is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    INFINITIVES,
    agrees,
    behind_governed,
    cases_of,
    end_of_participle,
    hangs,
    is_adverb,
    is_among,
    is_any_noun,
    is_participle,
    is_pronoun,
    opens_participle,
)
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.finders.duties.russian.openings import behind_complement, opens
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_JOINS = _WORDING.words("joins")
STOPS = frozenset({"semicolon", "colon", "stop", "relative"}) | INFINITIVES
"""Classes of words that no noun phrase reaches over."""


def end_of(words: Sequence[Word], n: int, end: int, case: str) -> int:
    """The last word of a phrase: genitives, names, titles, brackets, what prepositions add, and joined nouns."""
    last = k = n
    seen = False
    while k <= end:
        reached = _reach(words, k, end, case, seen)
        if reached is None:
            break
        if reached >= k:
            seen = seen or words[k].tag in ("title", "number") or is_any_noun(words[k])
            seen = seen or words[k].norm in _WORDING.words("nouns_of_attributes")
            k = last = reached
        k += 1
    while last > n and (_is_loose_number(words, last) or words[last].text in AND_OR or _waits(words, last)):
        last -= 1
    topic = last - (words[last].tag == "comma")
    bare = topic > n + 1 and words[topic].norm in _WORDING.words("topics")
    return topic - 2 if bare and is_preposition(words[topic - 1]) else last  # "обращения | по вопросам, отнесенным к"


def _waits(words: Sequence[Word], n: int) -> bool:
    """Whether a word that closes a phrase waits for a noun: not "другой" in "из одного сада в другой"."""
    if words[n - 1].norm in _WORDING.words("instead") or is_among(words, n - 3):
        return False  # "значок взамен | утерянного", "оружие, в том числе | учебное"
    return hangs(words[n]) and not (words[n].norm in _WORDING.words("others") and is_preposition(words[n - 1]))


def _is_loose_number(words: Sequence[Word], n: int) -> bool:
    """Whether a number closes a phrase that it is not the name of, as in "школа № 21"."""
    lettered = words[n - 1].tag == "dash" and words[n - 1].end == words[n].start and words[n - 2].text.isupper()
    return words[n].tag == "number" and words[n - 1].text != "№" and not lettered  # "по форме Н-1"


def _reach(words: Sequence[Word], k: int, end: int, case: str, seen: bool) -> int | None:
    """How far a phrase reaches with a word: its place, one before it for a mark passed over, None where it ends."""
    word = words[k]
    if word.tag == "open" or (seen and _is_of_surname(words, k, end)):
        closes = (j for j in range(k, end + 1) if words[j].tag == "close")
        return next(closes, None) if word.tag == "open" else min(k + 1, end)
    initial = seen and len(word.text) == 1 and word.text.isupper() and k < end and words[k + 1].text == "."
    if word.tag == "comma" or word.norm in AND_OR:
        return _over_joint(words, k, end, case, seen)
    ordinal = word.norm in _WORDING.words("ordinal_ends") and words[k - 1].tag == "dash"  # "9-х классов"
    if word.tag == "dash" and k + 1 <= end and _is_inside_word(words, k):
        return k - 1
    dashed = word.tag == "dash" and k + 1 <= end
    dashed = dashed and (words[k + 1].tag == "number" or words[k + 1].norm in _WORDING.words("ordinal_ends"))
    also = seen and word.norm not in AND_OR and _is_also(words, k, end, case)
    if initial or ordinal or dashed or also or word.tag == "mark" or (seen and word.norm in _WORDING.words("same")):
        return k - 1
    if is_preposition(word):
        noun = 0 if seen else behind_complement(words, k - 1, end, case)  # "принятые к рассмотрению | проекты"
        behind = _behind_preposition(words, k, end) if seen else max(noun - 1, k)
        return behind if behind > k else None
    agent = seen and k < end and is_pronoun(word) and agrees(words[k - 1], words[k + 1])  # "принимаемых | ею | решений"
    mistyped = seen and cases_of(word) == {"loct"} and is_case(words[k - 1], "gent", NOUNS)  # "сроки прохождении"
    belongs = (
        agent
        or mistyped
        or word.tag in ("title", "number")
        or _belongs(word, case, seen)
        or (seen and is_asked(words, k))
    )
    led = _before_genitive(words, k, end) if seen else 0
    return led or (k if belongs and not (seen and _opens_another(words, k, case)) else None)


def _is_of_surname(words: Sequence[Word], k: int, end: int) -> bool:
    """Whether a letter is an initial behind a surname or another: "мастера Липова | А. | А."."""
    if len(words[k].text) != 1 or not words[k].text.isupper():
        return False
    further = words[k - 1].text == "." and words[k - 2].text.isupper()
    return further or (words[k - 1].text.istitle() and k < end and words[k + 1].text == ".")


def _before_genitive(words: Sequence[Word], k: int, end: int) -> int:
    """How far words reach that lead to a genitive: "открытие | не менее 40 школ", "учет | вновь прибывших"; else 0."""
    if words[k].tag == "not" and k + 1 < end and words[k + 1].norm in _WORDING.words("below"):
        return behind_governed(words, k + 2, end) - 1  # "знания | не ниже стандарта"
    if words[k].tag == "not" and k + 1 < end and words[k + 1].norm in _WORDING.words("than"):
        counted = words[k + 2].tag == "number" or is_case(words[k + 2], "gent", _NUMERAL)
        lasts = k + 3 <= end and words[k + 3].norm in _WORDING.words("of_time")  # "документы | не менее трех лет"
        return k + 2 if counted and not lasts else 0
    if k + 1 < end and f"{words[k].norm}-{words[k + 1].norm}" in _WORDING.words("whatever"):
        return behind_governed(words, k + 2, end) - 1  # "школы | независимо от подчинения"
    return k if is_adverb(words[k]) and k < end and is_case(words[k + 1], "gent", PARTICIPLES) else 0


def _is_inside_word(words: Sequence[Word], k: int) -> bool:
    """Whether a dash is of a word with a number or half of one: "4-недельные курсы", "аудио- и видеозаписи"."""
    if words[k - 1].end != words[k].start:
        return False
    compound = words[k - 1].tag == "number" and words[k].end == words[k + 1].start and words[k + 1].tag == "word"
    return compound or (words[k - 1].tag == "word" and words[k + 1].norm in AND_OR)


def _over_joint(words: Sequence[Word], k: int, end: int, case: str, seen: bool) -> int | None:
    """How far a phrase reaches behind a comma or "и": to the end of a participle's clause, or over a list's mark."""
    if words[k].tag == "comma" and any(word.tag == "relative" for word in words[k + 1 : k + 3]):
        return None  # "перечень роз, полив которых ..."
    if words[k].tag == "comma" and seen and k < end and opens_participle(words, k + 1):
        return _before_filling(words, k, end_of_participle(words, k + 1, end))
    if seen and (reopened := _reopens(words, k, end)):
        return behind_governed(words, reopened, end, listed=True) - 1
    if seen and (told := _also_told(words, k, end)):
        return told
    attributes = not seen and any(is_case(one, case, ATTRIBUTES) for one in words[k + 1 : min(k + 3, end + 1)])
    also = seen and _is_also(words, k, end, case)
    listed = seen and (_goes_on(words, k + 1, end, case) or _asked_on(words, k, end))
    return k - 1 if attributes or also or listed else None


def _before_filling(words: Sequence[Word], k: int, end: int) -> int:
    """The end of a participle's clause before what is given: "обеспечить детей, оставшихся без сада, | чаем"."""
    verb = next((words[n].norm for n in range(k, 0, -1) if words[n].tag in _GIVES), "")
    if not _WORDING.pattern("gives_something").match(verb):
        return end
    given = (
        n for n in range(k + 3, end + 1) if cases_of(words[n]) == {"ablt"} and is_case(words[n - 1], "gent", NOUNS)
    )
    return next(given, end + 1) - 1


_GIVES = frozenset({"infinitive", "effect-infinitive", "present", "future"})


def _opens_another(words: Sequence[Word], k: int, case: str) -> bool:
    """Whether a second noun of the phrase's case stands right behind its noun: "получат развитие | сады"."""
    word, before = words[k], words[k - 1]
    common = word.tag == "word" and word.text.islower() and before.tag == "word" and before.text.islower()
    if (
        not common
        or before.norm in AND_OR
        or is_case(word, "gent")
        or not is_case(word, case, NOUNS)
        or is_asked(words, k)
    ):
        return False
    return is_case(before, case, NOUNS) and not is_case(before, case, ATTRIBUTES)


def _behind_preposition(words: Sequence[Word], k: int, end: int) -> int:
    """The last word that a preposition adds to the noun before it; its own place where it adds none."""
    day = signed(words, k, end)
    if day is not None:
        return day
    opening = next((n for n in range(k - 2, max(k - _NAME, 1), -1) if words[n].tag == "open"), 0)
    if (
        words[k - 1].tag == "close" and opening and words[k].norm not in _WORDING.words("while")
    ):  # "роль садовой службы (ССС) | в уходе"
        gap = k - opening
        reached = _behind_preposition([*words[:opening], *words[k:]], opening, end - gap)
        return reached + gap
    if words[k - 1].tag == "title" and words[k].norm in _WORDING.words("laid_on") and k + 1 <= end:
        years = next((n for n in range(k + 2, min(k + 5, end + 1)) if words[n].norm in _WORDING.words("of_time")), k)
        return years if words[k + 1].tag == "number" else k  # "программа «Сады» | на 2031–2033 годы"
    if words[k].norm == "от" and words[min(k + 2, end)].norm == "до":
        return behind_governed(words, k + 3, end) - 1  # "сроки от одного до трех лет"
    out = words[k].norm in _WORDING.words("out_of")
    aim = behind_governed(words, k + 1, end) if out and adds(words, k) else end
    if aim < end and words[aim].norm in _WORDING.words("into"):
        return behind_governed(words, aim + 1, end) - 1  # "перевод из одного сада в другой"
    added = (adds(words, k) and k + 1 <= end and words[k + 1].tag != "number") or holds(words, k, end)
    return behind_governed(words, k + 1, end, listed=True) - 1 if added else k


_NAME = 8
"""Words of brackets that a phrase goes on behind."""


def _asked_on(words: Sequence[Word], k: int, end: int) -> bool:
    """Whether a list of what a noun of doing asks for goes on: "снабжение школ книгами, новыми картами"."""
    before = k - 1
    while before > 1 and is_case(words[before], "gent") and not is_asked(words, before):
        before -= 1  # "обеспечение семенами, | орудиями труда и ..."
    return k + 1 <= end and is_asked(words, before) and is_asked(words, k + 1)


def _reopens(words: Sequence[Word], k: int, end: int) -> int:
    """The place of a further noun of doing that a preposition before its first opened; 0 where none stands.

    "меры по поливу (...) и | подкормке", "работа по прохождению садом осмотра и | переходу", "при поливе роз, | сборе".
    """
    n = k + 1 + (k < end and words[k + 1].norm in _WORDING.words("also"))
    noun = n
    while noun < end and is_case(words[noun], "gent", ATTRIBUTES) and not is_any_noun(words[noun]):
        noun += 1
    if noun > end or is_preposition(words[n]) or not is_doing(words[noun]):
        return 0
    own = cases_of(words[noun])
    if not own or own & {"nomn", "gent", "accs"}:
        return 0
    for j in range(k - 1, max(k - _FAR, 0), -1):
        if words[j].tag in _VERBS:
            return 0
        case = next((case for case, name in _OPENED if words[j].norm in _WORDING.words(name)), "")
        if case in own and any(is_doing(word) and case in cases_of(word) for word in words[j + 1 : j + 4]):
            return n
    return 0


_OPENED = (("datv", "joins_fields"), ("datv", "toward"), ("loct", "while"), ("loct", "sent_to"))
"""The cases of what "по", "к", "при" and "в" open."""
_VERBS = INFINITIVES | {"present", "future", "passive", "participle"}


def _also_told(words: Sequence[Word], k: int, end: int) -> int:
    """The last word of what else tells of whom a phrase names: "детей с аллергией, | а также из семей".

    0 where nothing does.
    """
    also = next((n for n in range(k, min(k + 3, end)) if words[n].norm in _WORDING.words("also")), 0)
    behind = also + 1
    if not also or words[k].tag != "comma" or behind >= end:
        return 0
    traits = _WORDING.words("with") | _WORDING.words("out_of")
    trait = any(word.norm in traits for word in words[max(k - _NEAR, 0) : k])
    if trait and words[behind].norm in traits:
        return behind_governed(words, behind + 1, end, listed=True) - 1
    participle = is_participle(words[behind]) and is_case(words[behind], "gent", PARTICIPLES)
    return end_of_participle(words, behind, end) if participle and not agrees(words[behind], words[behind + 1]) else 0


_NUMERAL = frozenset({"NUMR"})
_NEAR = 9
"""Words back from ", а также" to a trait that it goes on with."""
_FAR = 40
"""Words from "по" over brackets to a second noun."""


def _is_also(words: Sequence[Word], k: int, end: int, case: str) -> bool:
    """Whether a word is of ", а также" or "и также", behind which the list goes on: "ремонт, а также связь"."""
    also = next((n for n in range(k, min(k + 3, end)) if words[n].norm in _WORDING.words("also")), None)
    if also is None or any(words[n].tag != "comma" and words[n].norm not in _JOINS for n in range(k, also)):
        return False
    behind = also + 1
    listed = opens(words, behind, end, case) or opens(words, behind, min(behind + 3, end), "gent")
    return not is_preposition(words[behind]) and listed


def _belongs(word: Word, case: str, seen: bool) -> bool:
    """Whether a word goes with the phrase: in its case or, behind its noun, a genitive or a name."""
    if not seen and (word.norm in _WORDING.words("counts") or is_adverb(word)):
        return True
    if word.tag != "word" and not is_case(word, case):
        return False
    inside = not seen or word.text[0].isupper() or is_case(word, "gent")
    inside = inside or word.norm in _WORDING.words("undeclined")
    return inside or is_case(word, case) or is_abbreviation(word.text) or word.norm in _WORDING.words("counts")


def _goes_on(words: Sequence[Word], n: int, end: int, case: str) -> bool:
    """Whether a phrase goes on behind a comma or "и": with a further noun of its case, or a genitive."""
    if n > end or words[n].tag in STOPS or opens_participle(words, n) or is_pronoun(words[n]):
        return False
    if is_preposition(words[n]) and words[n - 1].tag == "comma":
        return False  # "готовность сада, | с передачей карт"
    latin = all(word.text.isascii() and word.text[:1].isupper() for word in (words[n - 2], words[n]))
    return latin or opens(words, n, end, case) or opens(words, n, min(n + 3, end), "gent")

"""Whether a Russian preposition adds to the noun before it, or tells how, where and what for something is done."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.kinds import is_body, is_doing, is_owner, is_preposition, names_somebody
from extract.finders.duties.russian.times import is_time
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_FAR = 5
"""Words from a noun over its genitives to the preposition that it asks for."""
_NAME = 9
"""Words from a noun over its attributes and genitives to what else belongs to it."""
_LIST = 14
"""Words from a noun of doing over its owners to the last of what it asks for."""


def adds(words: Sequence[Word], k: int) -> bool:
    """Whether a preposition adds to the noun before it: "меры по ремонту", "доступ к сети", "участие в сборе"."""
    if words[k].norm in _WORDING.words("adds_to_object"):
        if _by_whose_word(words, k):
            return False
        topic = words[k].norm in _WORDING.words("about") or words[min(k + 1, len(words) - 1)].norm == "вопросам"
        if topic and (verb := _verb_before(words, k)) is not None and _WORDING.pattern("tells").match(verb.norm):
            return False  # "извещает комиссию и службу дел о сроке"
        return not topic or not names_somebody(words[k - 1]) or _says_about(words, k)  # "уведомляет директора о сроке"
    return _adds_otherwise(words, k)


def _adds_otherwise(words: Sequence[Word], k: int) -> bool:
    """Whether "для", "с", "при" and their like add to the noun before them."""
    if words[k].norm in _WORDING.words("opens_leading_aside"):
        for_doing = k + 1 < len(words) and (_is_doing(words, k + 1) or does_to(words, k + 1))
        return not for_doing or takes_purpose(words, k)
    if opens_field(words, k):
        return True
    trait = words[k].norm in _WORDING.words("with") and _is_trait(words, k)
    if words[k].norm in _WORDING.words("while"):
        done = any(is_doing(word) for word in words[k + 1 : k + 3])
        owned = is_doing(words[k - 1]) and any(is_case(word, "gent", NOUNS) for word in words[k + 2 : k + 4])
        opening = next((n for n in range(k - 1, 0, -1) if words[n].tag == "open"), 1)
        before = words[opening - 1] if words[k - 1].tag == "close" else words[k - 1]
        beside = done and _is_of_doing(words, k) and not _WORDING.pattern("of_doing").search(before.norm)
        return owned or beside  # "создание | при садах научных центров"
    return trait or words[k].norm in _WORDING.words("beside_nouns") or _is_asked_for(words, k)


def opens_field(words: Sequence[Word], k: int) -> bool:
    """Whether "в" opens of what field a thing or a body is: "политика | в сфере полива", not "в области" alone."""
    if k + 2 >= len(words) or words[k].norm not in _WORDING.words("sent_to"):
        return False
    behind = words[k + 2]
    named = is_case(behind, "gent") or is_abbreviation(behind.text)
    return named and words[k + 1].norm in _WORDING.words("fields")


def _says_about(words: Sequence[Word], k: int) -> bool:
    """Whether a noun of what is said stands before "о", behind its owner: "отчет директора сада | о поливе"."""
    says = _WORDING.pattern("says_about")
    n = k - 1
    while n > max(k - _FAR, 0) and _is_theirs(words[n]) and not says.match(words[n].norm):
        n -= 1
    return n < k - 1 and says.match(words[n].norm) is not None


def _is_theirs(word: Word) -> bool:
    """Whether a word may be of whose or to whom something is said: "заявка садов | комитету | о поливе"."""
    return is_case(word, "gent") or is_case(word, "datv")


def _by_whose_word(words: Sequence[Word], k: int) -> bool:
    """Whether "по" tells by whose word something is done: "отсрочка | по решению комиссии", not "по решению задач"."""
    if words[min(k + 1, len(words) - 1)].norm in _WORDING.words("by_need"):
        return True
    if k + 2 < len(words) and words[k + 1].norm in _WORDING.words("agreement") and words[k + 2].norm in _WITH:
        return True  # "перенос | по согласованию с советом"
    if k + 2 >= len(words) or words[k + 1].norm not in _WORDING.words("by_whose"):
        return False
    n = k + 2
    while n + 1 < len(words) and is_case(words[n], "gent", _ATTRIBUTES) and not is_case(words[n], "gent", NOUNS):
        n += 1
    return names_somebody(words[n]) or is_body(words[n])


def takes_purpose(words: Sequence[Word], k: int) -> bool:
    """Whether "для" completes the noun before it: "условия для чтения", "привлечение экспертов для оценки"."""
    before = words[k - 1]
    verb = _verb_before(words, k)
    if verb is not None and verb.norm in _WORDING.words("undergoes") and is_doing(before):
        return False  # "получат распространение для роста"
    if any(words[n - 1].tag == "comma" and _NEEDED_FOR.match(words[n].norm) for n in range(max(k - _NEEDED, 1), k)):
        return True  # "знаний, необходимых мастеру | для работы"
    if is_case(before, "gent", NOUNS) and _is_of_thing(words, k - 1):
        return False  # "изучение методики обучения | для роста"
    if before.norm in _WORDING.words("for_something") or is_doing(before) or _waits(before):
        return True
    return is_case(before, "gent", NOUNS) and is_doing(words[k - 2]) and not _closes_by(words[k - 3])


def _closes_by(word: Word) -> bool:
    """Whether a preposition makes a noun of doing an adverbial: "в распределении средств", not "по отбору мастеров"."""
    return is_preposition(word) and word.norm not in _WORDING.words("joins_fields")


_NEEDED_FOR = _WORDING.pattern("needed_for")
_NEEDED = 4
"""Words from "для" back to an attribute that waits for it."""


def _is_of_thing(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is of a thing that is itself a genitive: "изучение методики | обучения"."""
    k = n - 1
    while k > 1 and is_case(words[k], "gent", _ATTRIBUTES) and not is_case(words[k], "gent", NOUNS):
        k -= 1
    owner = is_case(words[k], "gent", NOUNS) and not is_doing(words[k]) and words[k].tag == "word"
    return owner and is_doing(words[k - 1]) and is_doing(words[n])


_WITH = _WORDING.words("with")


def _waits(word: Word) -> bool:
    """Whether a word is an attribute behind its noun: "решения, | обязательные для исполнения"."""
    return word.tag == "word" and all(pos in ("ADJF", "PRTF") for _, pos, _, _ in readings(word.norm))


def _is_asked_for(words: Sequence[Word], k: int) -> bool:
    """Whether a noun before a preposition asks for it: "доступ | к сети", "изменения планов | в части полива"."""
    behind = words[min(k + 1, len(words) - 1)]
    if any(word.norm in _WORDING.words("languages") for word in words[k + 2 : k + 4]):
        return words[k].norm == "на"  # "книги на казахском языке"
    if words[k].norm == "на" and _WORDING.pattern("asks_на").match(words[k - 1].norm):
        moved = _verb_before(words, k) if behind.norm in _WORDING.words("handed_for") else None
        return (
            moved is None or _WORDING.pattern("moves").match(moved.norm) is None
        )  # but "направить жалобу | на рассмотрение"
    if words[k].norm in _WORDING.words("laid_on") and is_doing(behind) and not is_doing(words[k - 1]):
        verb = _verb_before(words, k)  # "пособие на оздоровление", but "направить план на согласование"
        return verb is None or _WORDING.pattern("moves").match(verb.norm) is None
    told = words[k].norm in _WORDING.words("into") and _WORDING.pattern("behind_in").match(behind.norm)
    if words[k].norm not in _WORDING.words("asked") or told:
        return False
    asks = _WORDING.pattern(f"asks_{words[k].norm}")
    n = k - 1
    row = words[k].norm in _WORDING.words("toward")
    while n > 0 and k - n < (_LIST if row else _FAR) and _leads_back(words, n, row=row):
        if asks.match(words[n].norm):
            return True
        n -= 1
    return asks.match(words[n].norm) is not None or _is_of_doing(words, k)


def _leads_back(words: Sequence[Word], n: int, *, row: bool) -> bool:
    """Whether a word may stand between a noun and what it asks for: whose it is, also of a `row` of owners.

    "готовность школ, садовых | хозяйств к зиме".
    """
    if row and (words[n].tag == "comma" or words[n].norm in _WORDING.words("and_or")):
        return all(is_owner(word) for word in (words[n - 1], words[n + 1]))
    return words[n].tag == "word" and (is_owner(words[n]) or is_case(words[n], "datv"))


def _is_doing(words: Sequence[Word], n: int) -> bool:
    """Whether the name of an action stands here, behind attributes: "эффективного управления"."""
    while n + 1 < len(words) and words[n].tag == "word" and not is_case(words[n], "gent", NOUNS):
        n += 1
    return is_doing(words[n])


def does_to(words: Sequence[Word], n: int) -> bool:
    """Whether a noun in the endings of a thing names what is done to a genitive behind it: "заключения договоров"."""
    behind = words[min(n + 1, len(words) - 1)]
    told = _WORDING.pattern("done_to_something").match(words[n].norm) is not None
    return told and (is_case(behind, "gent", NOUNS) or is_case(behind, "gent", _ATTRIBUTES))


def _is_trait(words: Sequence[Word], k: int) -> bool:
    """Whether "с" says of what kind a thing is ("школы с новыми классами"), not how or with whom something is done."""
    if (verb := _verb_before(words, k)) is not None and _WORDING.pattern("does_with").match(verb.norm):
        return False
    n = min(k + 1, len(words) - 1)
    while n + 1 < len(words) and not is_case(words[n], "ablt", NOUNS) and _is_trait_attribute(words[n]):
        n += 1
    if is_case(words[n], "gent", NOUNS) and not is_case(words[n], "ablt", NOUNS):  # "мастеров с производства"
        return names_somebody(words[k - 1]) and not is_time(words[n]) and words[k + 1].tag == "word"
    noun = n < len(words) and is_case(words[n], "ablt", NOUNS)
    if is_abbreviation(words[n].text) and words[k - 1].norm in _WORDING.words("nouns_of_attributes"):
        return True  # "обучающихся с ООП"
    if _WORDING.pattern("comes_with").match(words[n].norm):
        return True  # "мероприятия с приглашением мастеров"
    manner = words[n].norm in _WORDING.words("with_what") or _WORDING.pattern("verbal_noun").search(words[n].norm)
    if (
        manner
        and words[n].norm not in _WORDING.words("with_what")
        and _WORDING.pattern("with_whom").match(words[n].norm)
    ):
        return _is_part_of_doing(words, k)  # "создание кружков с привлечением мастеров"
    return noun and not manner and not names_somebody(words[n])


def _is_part_of_doing(words: Sequence[Word], k: int) -> bool:
    """Whether a noun of doing with a genitive of its own stands right before a place: "создание кружков | с ..."."""
    return is_case(words[k - 1], "gent", NOUNS) and any(
        is_doing(words[n]) and not is_preposition(words[n - 1]) for n in range(k - 2, max(k - _FAR, 0), -1)
    )


def _is_trait_attribute(word: Word) -> bool:
    attribute = is_case(word, "ablt", _ATTRIBUTES) or is_case(word, "gent", _ATTRIBUTES)
    return attribute or word.tag == "comma" or word.norm in _WORDING.words("and_or")


def _is_of_doing(words: Sequence[Word], k: int) -> bool:
    """Whether a place or an aim belongs to a noun of doing, unless the verb before it moves its object there.

    "обеспечить участие школ | в конкурсах", but "направить заявление | в школу".
    """
    verb = _verb_before(words, k)
    if words[k].norm in _WORDING.words("with"):
        return False
    moved = verb is not None and _WORDING.pattern("moves").match(verb.norm) is not None
    if moved and words[k].norm not in _WORDING.words("through"):
        return False
    n = min(k + 1, len(words) - 1)
    while n + 1 < len(words) and is_case(words[n], "loct", _ATTRIBUTES) and not is_case(words[n], "loct", NOUNS):
        n += 1  # "на высоком | уровне"
    if any(_WORDING.pattern("manner").match(word.norm) for word in (words[min(k + 1, len(words) - 1)], words[n])):
        return False
    for n in range(k - 1, max(k - _NAME, 0), -1):
        if words[n].tag not in ("word", "title", "number", "dash", "mark", "open", "close"):
            return False
        if is_doing(words[n]):
            return True
    return False


def _verb_before(words: Sequence[Word], k: int) -> Word | None:
    """The nearest verb before a word; None where there is none."""
    return next((words[n] for n in range(k - 1, 0, -1) if words[n].tag in _VERBS), None)


_ATTRIBUTES = frozenset({"ADJF", "PRTF", "NUMR", "NPRO"})
_VERBS = frozenset(
    {"infinitive", "effect-infinitive", "present", "future", "passive", "participle", "stative", "effect", "past"}
    | {"proceed-future"}
)

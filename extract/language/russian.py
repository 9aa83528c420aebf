"""Russian words: dictionary forms by pymorphy3, each form looked up once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import name

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

from extract.lexicon.loading import read_lexicon
from kzedu_graph.language.letters import HAS_CYRILLIC, fold_homoglyphs, is_abbreviation

ABBREVIATIONS: dict[str, str] = {
    "г.": "год",
    "гг.": "годы",
    "ст.": "статья",
    "стст.": "статьи",
    "п.": "пункт",
    "пп.": "подпункт",
    "подп.": "подпункт",
    "ч.": "часть",
    "гл.": "глава",
    "разд.": "раздел",
    "рис.": "рисунок",
    "табл.": "таблица",
    "прил.": "приложение",
    "стр.": "страница",
    "с.": "страница",
    "т.": "том",
    "теч.": "течение",
    "уд.": "удостоверение",
    "раб.": "рабочий",
    "кал.": "календарный",
    "отв.": "ответственный",
    "зам.": "заместитель",
    "зав.": "заведующий",
    "т.е.": "то есть",
    "т.д.": "так далее",
    "т.п.": "тому подобное",
    "т.ч.": "том числе",
    "т.к.": "так как",
    "др.": "другие",
    "пр.": "прочие",
    "см.": "смотри",
    "ср.": "сравни",
    "им.": "имени",
    "ул.": "улица",
    "обл.": "область",
    "тыс.": "тысяча",
    "млн.": "миллион",
    "млрд.": "миллиард",
    "трлн.": "триллион",
    "тг.": "тенге",
    "руб.": "рубль",
    "чел.": "человек",
    "экз.": "экземпляр",
    "проф.": "профессор",
    "акад.": "академик",
    "и.о.": "исполняющий обязанности",
    "рук.": "руководитель",
    "пред.": "председатель",
    "нач.": "начальник",
    "чл.": "член",
    "тел.": "телефон",
    "усл.": "условный",
    "печ.": "печатный",
    "ред.": "редакция",
    "напр.": "например",
}
"""Abbreviations that carry their full stop, and what they stand for."""
POSTS = frozenset(
    f"{short}."
    for short, post in read_lexicon("prose.ru").data["posts"].items()
    if ABBREVIATIONS.get(f"{short}.") == post
)
"""Those of posts ("рук.", "зам."): whose or of what follows in lower case, or somebody's name."""
_GOES_ON_BEHIND_POST = re.compile(
    r"\s*(?:[^\sА-ЯЁ]|[А-ЯЁ]{2}|[А-ЯЁ]\.|[А-ЯЁ][а-яё-]+(?:\s+[А-ЯЁ]\.|\s*(?:[,;:.)|–—/]|\n|\Z)))|\S|\s*\Z"
)
_OF_HANDS = re.compile(
    r"(?i)(?:\b(?:мыть|мыти|чистот|кож|гигиен|обработк|дезинфекц|движени|состояни|мышц|кист|пальц|ладон|подняти|"
    r"поднят|массаж|сушк|протирани)[а-яё]*|\b(?:не покладая|из|обеих|двух|своих|грязных|чистых))\s+рук\Z"
)


def is_post(before: str, behind: str) -> bool:
    """Whether a word that may be a post written short is one by what stands around its point.

    "рук. кружка", "зав. Розова А.", no "мытье рук. Завхоз выдает мыло".
    """
    return _GOES_ON_BEHIND_POST.match(behind) is not None and _OF_HANDS.search(before) is None


@cache
def dictionary() -> MorphAnalyzer:
    """The dictionary, loaded with the first word that is asked for (about 0.1 s)."""
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=256)
def dative_of(noun: str) -> str:
    """A noun in the dative of its number: "заместителю"; as it is where the dictionary knows no such form."""
    form = parses_of(noun)[0].inflect({"datv"})
    return noun if form is None else form.word


@lru_cache(maxsize=8192)
def parses_of(word: str) -> tuple[Parse, ...]:
    """The dictionary's readings of a form; a letter that Unicode has no name for is read as any foreign one, for
    pymorphy3 asks for names. Several ask for parts of what a word may be, one behind the other.
    """
    try:
        return tuple(dictionary().parse(word))
    except ValueError:
        named = (letter if name(letter, "") or not letter.isalpha() else _FOREIGN for letter in word)
        return tuple(dictionary().parse("".join(named)))


_FOREIGN = "中"


@lru_cache(maxsize=50_000)
def is_known_word(word: str) -> bool:
    """Whether the dictionary has a form as it stands: "комитет", not "физкульт"."""
    return bool(dictionary().word_is_known(word.lower()))


@lru_cache(maxsize=50_000)
def readings(norm: str) -> tuple[tuple[str, str, str, str], ...]:
    """(dictionary form, part of speech, case, number) of every reading; "" where the dictionary leaves it open."""
    every = parses_of(norm)
    told = [p for p in every if p.normal_form not in NO_WORDS]
    parses = [p for p in told if p.tag.number != "sing" or p.normal_form not in _PLURAL_NOW] or every
    nouns = [p for p in parses if p.normal_form in _NOUNS]
    found = tuple(
        (
            p.normal_form.replace("ё", "е"),
            "NOUN" if nouns else str(p.tag.POS),
            str(p.tag.case or ""),
            str(p.tag.number or ""),
        )
        for p in nouns or parses
    )
    if norm in _THINGS:
        return (*found, *((lemma, pos, "accs", number) for lemma, pos, case, number in found if case == "nomn"))
    return found


_NOUNS = frozenset({"служащий", "госслужащий", "военнослужащий", "сторож"})
"""Nouns that are meant whenever they may be: "государственные служащие" no adjective, "сторож" of no "сторожа"."""


NO_WORDS = frozenset({"маслихата", "маслихатый", "маслихатам", "акима", "акиматовый"})
"""What the dictionary guesses that bodies and posts of Kazakhstan are forms of: no genitive of many is "маслихат"."""


_PLURAL_NOW = frozenset({"деньга"})
"""Nouns that nobody writes in the singular any more: "собирать деньги"."""


_THINGS = frozenset({"закуп"})
"""Nouns that the dictionary takes for somebody, and acts for a thing: "обеспечить закуп мебели"."""


@lru_cache(maxsize=20_000)
def past_participle(norm: str) -> tuple[tuple[str, str], ...]:
    """(case, number) of every reading of a full participle of the past, but the accusative: "принятые", "давшие"."""
    tags = (p.tag for p in parses_of(norm) if p.tag.POS == "PRTF" and p.tag.tense == "past")
    return tuple((str(tag.case), str(tag.number)) for tag in tags if tag.case != "accs")


@lru_cache(maxsize=20_000)
def is_intransitive(verb: str) -> bool:
    """Whether a verb has no object by every reading of the dictionary, and is no passive: "представиться", "дежурит".

    A reflexive verb may be a passive unless it commands or is of something done once: "разрабатываться".
    """
    verbs = [p.tag for p in parses_of(verb) if p.tag.POS in ("INFN", "VERB")]
    reflexive = verb.endswith(("ся", "сь"))
    alone = all(str(tag.transitivity) == "intr" for tag in verbs)
    return bool(verbs) and alone and all(not reflexive or tag.aspect == "perf" or tag.mood == "impr" for tag in verbs)


@lru_cache(maxsize=20_000)
def is_transitive(verb: str) -> bool:
    """Whether a verb asks for an object by every reading of the dictionary: "списывают", not "проходят"."""
    verbs = [p.tag for p in parses_of(verb) if p.tag.POS in ("INFN", "VERB")]
    return bool(verbs) and all(str(tag.transitivity) == "tran" for tag in verbs)


@lru_cache(maxsize=20_000)
def may_be_subject(noun: str, predicate: str) -> bool:
    """Whether a noun in the nominative may be what a predicate is said of: "нормы" of "предусмотрены", not "школа"."""
    subjects = {
        (str(p.tag.number), str(p.tag.gender or ""))
        for p in parses_of(noun)
        if p.tag.POS == "NOUN" and p.tag.case == "nomn"
    }
    told = [p.tag for p in parses_of(predicate) if p.tag.POS in ("VERB", "PRTS", "ADJS")]
    return not told or any(
        str(tag.number) == number and (number == "plur" or not tag.gender or not gender or str(tag.gender) == gender)
        for tag in told
        for number, gender in subjects
    )


@lru_cache(maxsize=20_000)
def may_be_said_of(noun: str, relative: str) -> bool:
    """Whether a relative word may take up a noun, by number and gender: "который" takes up "план", not "планы"."""
    nouns = {(str(p.tag.number), str(p.tag.gender or "")) for p in parses_of(noun) if p.tag.POS == "NOUN"}
    told = {(str(p.tag.number), str(p.tag.gender or "")) for p in parses_of(relative)}
    return any(
        number == other and (number == "plur" or not gender or not its or gender == its)
        for number, gender in nouns
        for other, its in told
    )


def may_be_attribute_of(attribute: str, noun: str, case: str) -> bool:
    """Whether an attribute and a noun may stand together in a case, by number and gender: "школьным | советом"."""
    told, nouns = (
        {(str(p.tag.number), str(p.tag.gender or "")) for p in parses_of(word) if p.tag.case == case}
        for word in (attribute, noun)
    )
    return any(
        number == other and (number == "plur" or not gender or not its or gender == its)
        for number, gender in nouns
        for other, its in told
    )


def can_be_a_head(norm: str) -> bool:
    """Whether a word can be a noun in the nominative, or is none of the dictionary: "комитет", not "школьный"."""
    return not is_known_word(norm) or any(part == "NOUN" and case == "nomn" for _, part, case, _ in readings(norm))


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Every dictionary form a word may have, the likeliest first, "ё" as "е": "дел" -> "дело", "деть".

    An abbreviation ("МОН") and a word in Latin letters are given back as they stand, look-alike letters undone.
    """
    folded = fold_homoglyphs(word)
    if is_abbreviation(folded) or not HAS_CYRILLIC.search(folded):
        return (folded,)
    lowered = folded.lower()
    forms = [parse.normal_form.replace("ё", "е") for parse in parses_of(lowered)]
    return tuple(dict.fromkeys(forms)) or (lowered,)


def lemma(word: str) -> str:
    """The likeliest dictionary form: "министерства" -> "министерство", "учёте" -> "учет"."""
    return lemmas(word)[0]


def same_word(one: str, other: str) -> bool:
    """Whether two forms can be forms of one word: "школами" and "школа", not "школа" and "школьник"."""
    return not set(lemmas(one)).isdisjoint(lemmas(other))


def fold_word(word: str) -> str:
    """The form to search by: one script, dictionary form, lower case."""
    return lemma(word).lower()


@cache
def nominative(word: str, gender: str) -> str:
    """An adjective or ordinal as it agrees with a noun in the nominative singular; other words as they stand.

    `gender` is `masc`, `femn` or `neut`: ("четвертую", "femn") -> "четвертая".
    """
    parsed = parses_of(word.lower())[0]
    if parsed.tag.POS != "ADJF":
        return word
    agreed = parsed.inflect({"nomn", "sing", gender})
    return agreed.word.replace("ё", "е") if agreed else word

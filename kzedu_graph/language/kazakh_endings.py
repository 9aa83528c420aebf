"""Kazakh nominal endings: a word is cut into its stem and its plural, possessive and case endings.

No dictionary of the language stands behind this: an ending is cut off where vowel harmony, the assimilation of
its first consonant, the order plural - possessive - case and the shape of what remains all allow it, and where
the word is not a root known to end that way (`kazakh_words.ROOTS_LIKE_INFLECTED`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kzedu_graph.language.kazakh_sounds import (
    BUZZING,
    FINAL_CLUSTERS,
    GLIDES,
    INVARIABLE,
    LIQUIDS,
    NASALS,
    NEUTRAL,
    SYLLABIC,
    VOICELESS,
    VOICING_VOWELS,
    VOWELS,
    agrees,
    count_syllables,
    follows,
    pair,
)
from kzedu_graph.language.kazakh_words import (
    CARDINALS,
    FULL_VOICED_ROOTS,
    ORDINALS,
    ROOTS_CUT_SHORT,
    ROOTS_LIKE_INFLECTED,
    STOP_WORDS,
    SYNCOPATED_ROOTS,
    words_in,
)
from kzedu_graph.language.letters import HAS_CYRILLIC, WORD, fold_homoglyphs, is_abbreviation


@dataclass(frozen=True, slots=True)
class Ending:
    """One ending as it stands in the word: kind "plural", "possessive 3", "genitive" ..., form "дар"."""

    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: its stem (lower case, final consonant restored) and its endings in order."""

    stem: str
    endings: tuple[Ending, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether no ending is a short "my" or "your": official texts hardly use them, many roots end like them."""
        return not any(ending.form in SHORT_POSSESSIVES for ending in self.endings)


SHORT_POSSESSIVES = words_in("м ым ім ң ың ің")
UNDIVIDED = ROOTS_LIKE_INFLECTED | CARDINALS | ORDINALS | STOP_WORDS
"""Words that carry no ending when they stand bare."""
KNOWN_ROOTS = UNDIVIDED | ROOTS_CUT_SHORT


REGULAR: dict[str, tuple[tuple[str, str], ...]] = {
    "plural": (("лар", "V" + GLIDES + LIQUIDS), ("дар", "л" + NASALS + BUZZING), ("тар", VOICELESS)),
    "genitive": (("ның", "V" + NASALS), ("дың", GLIDES + LIQUIDS + "л" + BUZZING), ("тың", VOICELESS)),
    "dative": (("ға", "V" + GLIDES + LIQUIDS + "л" + NASALS + BUZZING), ("қа", VOICELESS)),
    "accusative": (("ны", "V"), ("ды", GLIDES + LIQUIDS + "л" + NASALS + BUZZING), ("ты", VOICELESS)),
    "locative": (("да", "V" + GLIDES + LIQUIDS + "л" + NASALS + BUZZING), ("та", VOICELESS)),
    "ablative": (("дан", "V" + GLIDES + LIQUIDS + "л" + BUZZING), ("нан", NASALS), ("тан", VOICELESS)),
    "attributive": (("дағы", "V" + GLIDES + LIQUIDS + "л" + NASALS + BUZZING), ("тағы", VOICELESS)),
    "instrumental": (("мен", "V" + GLIDES + LIQUIDS + "л" + NASALS), ("бен", BUZZING), ("пен", VOICELESS)),
}
"""Kind -> (back form, the last letters it may follow; V is any full vowel)."""

AFTER_POSSESSIVE_3: dict[str, str] = {
    "genitive": "ның",
    "dative": "на",
    "accusative": "н",
    "locative": "нда",
    "ablative": "нан",
    "attributive": "ндағы",
    "instrumental": "мен",
}
"""The pronominal н: "министрлігі" + "не", "министрлігі" + "нде"."""

POSSESSIVES: dict[str, tuple[tuple[str, str], ...]] = {
    "possessive 3": (("сы", "vowel"), ("ы", "consonant")),
    "possessive 1": (("м", "vowel"), ("ым", "consonant"), ("мыз", "vowel"), ("ымыз", "consonant")),
    "possessive 2": (("ң", "vowel"), ("ың", "consonant"), ("ңыз", "vowel"), ("ыңыз", "consonant")),
}


def cut_cases(word: str) -> Iterator[tuple[str, Ending | None, bool]]:
    """(what remains, the case ending, whether what remains must end in a possessive of the third person)."""
    yield word, None, False
    last = word[-1:]
    for ending, _ in _CASES_AFTER_POSSESSIVE_3_BY_LAST.get(last, ()):
        if word.endswith(ending.form):
            yield word.removesuffix(ending.form), ending, True
    for ending, after in _CASES_BY_LAST.get(last, ()):
        base = word.removesuffix(ending.form)
        if base != word and follows(base, after):
            yield base, ending, False


CASES = tuple(
    (kind, form, after)
    for kind, forms in REGULAR.items()
    if kind != "plural"
    for back, after in forms
    for form in dict.fromkeys(pair(back) if back not in INVARIABLE else (back,))
)
CASES_AFTER_POSSESSIVE_3 = tuple(
    (kind, form)
    for kind, back in AFTER_POSSESSIVE_3.items()
    for form in dict.fromkeys(pair(back) if back not in INVARIABLE else (back,))
)
CASE_FORMS = tuple(
    sorted({form for _, form, _ in CASES} | {form for _, form in CASES_AFTER_POSSESSIVE_3}, key=lambda f: (-len(f), f))
)
"""Every case ending as it may stand, the longest first: for readers that cut without asking what goes before."""
PLURALS = tuple((form, after) for back, after in REGULAR["plural"] for form in pair(back))
POSSESSIVE_FORMS = tuple(
    (kind, form, after)
    for kind, forms in POSSESSIVES.items()
    for back, after in forms
    for form in dict.fromkeys(pair(back))
)


def _by_last_letter(told: Iterable[tuple[str, str, str]]) -> Mapping[str, tuple[tuple[Ending, str], ...]]:
    """Endings, each with what it may follow, by their last letter: a word is asked for a few of all."""
    found: dict[str, list[tuple[Ending, str]]] = {}
    for kind, form, after in told:
        found.setdefault(form[-1], []).append((Ending(kind, form), after))
    return {letter: tuple(several) for letter, several in found.items()}


_CASES_BY_LAST = _by_last_letter(CASES)
_CASES_AFTER_POSSESSIVE_3_BY_LAST = _by_last_letter((kind, form, "") for kind, form in CASES_AFTER_POSSESSIVE_3)
_POSSESSIVES_BY_LAST = _by_last_letter(POSSESSIVE_FORMS)
_PLURALS_BY_LAST = _by_last_letter(("plural", form, after) for form, after in PLURALS)


def cut_possessives(word: str, case: Ending | None, third: bool) -> Iterator[tuple[str, Ending | None]]:
    """(what remains, the possessive ending): of the third person where the case demands it, else of any that may be."""
    if not third:
        yield word, None
    for ending, after in _POSSESSIVES_BY_LAST.get(word[-1:], ()):
        if case is not None and third != (ending.kind == "possessive 3"):
            continue  # the third person has case endings of its own
        base = word.removesuffix(ending.form)
        if base == word or not base:
            continue
        if (base[-1] in VOWELS) == (after == "vowel"):
            yield base, ending


def cut_plural(word: str) -> Iterator[tuple[str, Ending | None]]:
    """(what remains, the plural ending), with and without one."""
    yield word, None
    for ending, after in _PLURALS_BY_LAST.get(word[-1:], ()):
        base = word.removesuffix(ending.form)
        if base != word and follows(base, after):
            yield base, ending


UNVOICED_LOANS = ("тип", "цип", "скоп")
"""Ends of foreign stems that keep their "п" before a vowel: "прототипін", "принципі"."""


def restore(base: str, following: Ending) -> tuple[str, ...]:
    """The dictionary forms of a stem before an ending: "министрліг" -> "министрлік", "орн" -> "орын"."""
    if following.form[0] not in "ыі":
        return (base,)
    last, before = base[-1], base[-2:-1]
    if base in SYNCOPATED_ROOTS:
        stems: tuple[str, ...] = (SYNCOPATED_ROOTS[base],)
    elif last == "ғ":
        stems = (base[:-1] + "қ",)
    elif last == "г" and before in VOICING_VOWELS:
        stems = (base[:-1] + "к", base)
    elif last == "б" and base not in FULL_VOICED_ROOTS:
        stems = (base[:-1] + "п", base)
    elif last in "кқп" and before in SYLLABIC and count_syllables(base) > 1 and not base.endswith(UNVOICED_LOANS):
        stems = ()  # these are voiced before a vowel: no stem here
    else:
        stems = (base,)
    return stems


MADE_OF_VERBS = ("кіш", "гіш", "қыш", "ғыш", "ніш", "ныш")
"""Ends of nouns that verbs make, whose last "ш" is no doer's: "көрсеткіші", "өтініші"."""


def is_possible_stem(stem: str, following: Ending) -> bool:
    """Whether the letters before an ending look like a stem of the language."""
    if len(stem) < SHORTEST_STEM or SYLLABIC.isdisjoint(stem):
        return False
    last = stem[-1]
    if last in VOWELS:
        return len(stem) > SHORTEST_STEM and last not in "ұүө"
    if last in NEUTRAL or last == "ь" or stem[-2] in SYLLABIC:
        doer = following.form in {"ы", "і"} and last == "ш" and count_syllables(stem) > 1  # "оқушы", "басшы"
        doer = doer and not stem.endswith(MADE_OF_VERBS)
        verb = following.form in {"ы", "і"} and stem.endswith(("ад", "ед"))  # "болады", "береді"
        return not doer and not verb
    country = following.form == "тан" and last == "с" and stem[-2] != "р"  # "Қазақстан", but "курстан"
    country = country and not stem.endswith(LOANS_IN_NS)
    return stem[-2:] in FINAL_CLUSTERS and not country


SHORTEST_STEM = 2
LOANS_IN_NS = ("сеанс", "баланс", "аванс", "шанс", "нюанс", "альянс")
"""Ends of foreign stems before "тан" that are no country's: "сеанстан", "баланстан", but "Ауғанстан"."""


@lru_cache(maxsize=100_000)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Every reading of a word that the rules allow, the likeliest first; the bare word is always among them.

    Written for "министрлігіне": stem "министрлік", possessive 3 "і", dative "не". A hyphenated compound is cut
    behind its last part; an abbreviation, a number or Latin letters only behind a hyphen ("БҒМ-ның", "100-ге").
    """
    folded = fold_homoglyphs(word)
    head, hyphen, last = folded.rpartition("-")
    foreign = is_abbreviation(head) or head[-1:].isdigit() or not HAS_CYRILLIC.search(head)
    if head and hyphen and foreign and last.lower() in HYPHENATED_ENDINGS:
        return (Analysis(head, (Ending(HYPHENATED_ENDINGS[last.lower()], last.lower()),)), Analysis(folded))
    if is_abbreviation(folded) and not hyphen:
        return (Analysis(folded),)
    last = last.lower()
    found = {Analysis(last): None}
    if (
        last not in ROOTS_LIKE_INFLECTED
        and last not in CARDINALS
        and last not in ORDINALS
        and HAS_CYRILLIC.search(last)
    ):
        found.update(dict.fromkeys(readings(last)))
    ranked = tuple(sorted(found, key=rank)) if len(found) > 1 else tuple(found)
    before = (head + hyphen).lower()
    return tuple(Analysis(before + one.stem, one.endings) for one in ranked) if before else ranked


def readings(word: str) -> Iterator[Analysis]:
    """Every cut of a lower-case word without a hyphen that leaves a possible stem."""
    for case_base, case, third in cut_cases(word):
        if case is not None and third and case_base in ROOTS_LIKE_INFLECTED:
            yield Analysis(case_base, (case,))  # a root that ends in a possessive of old: "отбасы" + "нда"
        for possessive_base, possessive in cut_possessives(case_base, case, third):
            for base, plural in cut_plural(possessive_base):
                endings = tuple(ending for ending in (plural, possessive, case) if ending is not None)
                if not endings:
                    continue
                for stem in restore(base, endings[0]):
                    if is_possible_stem(stem, endings[0]) and all(agrees(stem, ending.form) for ending in endings):
                        yield Analysis(stem, endings)


def rank(reading: Analysis) -> tuple[bool, bool, bool, int, int]:
    """Sort key: certain readings first, known roots, no doubtful "сы", the shortest stem, the most endings."""
    known = reading.stem in KNOWN_ROOTS
    first = reading.endings[0].form if reading.endings else ""
    doubtful = first in {"сы", "сі"} and reading.stem[-1] in "ыі" and reading.stem[-2] != "ш"
    return (not reading.certain, not known, doubtful and not known, len(reading.stem), -len(reading.endings))


def stem_of(word: str) -> str:
    """The likeliest stem: "министрлігінің" -> "министрлік", "жүйе" -> "жүйе", "БҒМ-ға" -> "БҒМ"."""
    return analyse(word)[0].stem


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> tuple[str, ...]:
    """Every stem that a certain reading gives, the likeliest first."""
    return tuple(dict.fromkeys(reading.stem for reading in analyse(word) if reading.certain))


def same_word(one: str, other: str) -> bool:
    """Whether two forms can be forms of one word: "әкімдіктеріне" and "әкімдігі", not "бала" and "балық"."""
    return not set(stems_of(one)).isdisjoint(stems_of(other))


def matches_label(phrase: str, label: str) -> bool:
    """Whether a phrase is a label's words, in its order, each in any form ("Оқу-ағарту министрлігіне")."""
    words, wanted = WORD.findall(phrase), WORD.findall(label)
    return len(words) == len(wanted) and all(same_word(a, b) for a, b in zip(words, wanted, strict=True))


def fold_word(word: str) -> str:
    """The form to search by: one script, stem, lower case."""
    return stem_of(word).lower()


_BEHIND_HYPHEN = ("ы", "і", "сы", "сі", "ісі", "ысы")
"""Possessive endings that may stand behind a hyphen."""
_BEHIND_POSSESSIVE = words_in("н нда нде ндағы ндегі")
"""Case endings that stand behind a possessive one alone."""


def hyphenated_endings() -> dict[str, str]:
    """Every ending that may stand behind a hyphen, and its (last) kind: "ның", "лардың", "ісін", "дағы"."""
    table: dict[str, str] = {}
    plurals = ("", *(form for form, _ in PLURALS))
    possessives = ("", *_BEHIND_HYPHEN)
    cases = [("", ""), *((kind, form) for kind, form, _ in CASES), *CASES_AFTER_POSSESSIVE_3]
    for plural, possessive, (kind, case) in product(plurals, possessives, cases):
        form = plural + possessive + case
        if form and not (possessive == "" and case in _BEHIND_POSSESSIVE):
            table.setdefault(form, kind or ("possessive 3" if possessive else "plural"))
    return table


HYPHENATED_ENDINGS = hyphenated_endings()


def hyphenated_pattern() -> str:
    """A pattern of the same endings by their parts: of two thousand one by one it takes long to compile."""
    plural, possessive = ("|".join(forms) for forms in ([form for form, _ in PLURALS], _BEHIND_HYPHEN))
    every = dict.fromkeys(form for _, form in (*((kind, form) for kind, form, _ in CASES), *CASES_AFTER_POSSESSIVE_3))
    alone = "|".join(form for form in every if form not in _BEHIND_POSSESSIVE)
    return rf"(?:{plural})?(?:(?:{possessive})(?:{'|'.join(every)})?|{alone})|{plural}"

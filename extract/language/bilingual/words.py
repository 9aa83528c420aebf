"""In which language words are: Kazakh or Russian, or both, one beside the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from extract.language.bilingual.glosses import may_gloss
from extract.language.russian import is_known_word
from kzedu_graph.language.letters import KAZAKH_ONLY, LOWER, UPPER

LANGS = ("kk", "ru")
OTHER = {"kk": "ru", "ru": "kk"}
BOTH = "both"
"""What a stretch is that holds both languages; one of no language at all is None."""
FEWEST_KAZAKH, MOST_KAZAKH = 0.01, 0.13
"""Share of letters that are Kazakh alone: below it a text is Russian, above it Kazakh."""
LEAST_SHARE = 0.3
"""What the shorter of two texts must hold of the letters of the longer one: a translation is about as long."""
LEAST_BESIDE_A_SLASH = 0.15
"""The same of two words parted by a slash: "Шаруашылық меңгерушісі / Завхоз"."""
FEWEST_LETTERS = 60
LONGEST_TIME = 80
"""Characters of a time told in both languages, one behind the other."""
SURE, LIKELY = 2.0, 0.6
"""What a word speaks for Kazakh by its letters, and by being no Russian one; a Russian word speaks for Russian by 1."""

LETTER = re.compile(r"[\u0400-\u04ff]")
WORD = re.compile(r"[\u0400-\u04ffi]{2,}")
_CYRILLIC_RUN = re.compile(r"[\u0400-\u04ff]+")
_KAZAKH_IN_A_WORD = re.compile(f"[{KAZAKH_ONLY}іІi]")
_SLASH = re.compile(r"\s*/\s*|\s+[–—]\s+")
_CAPITAL = re.compile(rf"\s(?<=[{LOWER}\d.,)]\s)(?<!\W[{UPPER}]\.\s)\s*(?=[{UPPER}][{LOWER}])")
"""A capital that may open the other language; behind an initial it is a name's ("имени Ә. Садова")."""
_BLANK = re.compile(r"(?<=\w)\s+(?=\w)")
_FIGURES = re.compile(r"\d+")
_GLOSS = re.compile(r"(?P<one>[^()/]*[^()/\s])\s*\((?P<other>[^()]+)\)")
"""Words with others in brackets behind them; a slash parts them before brackets do."""
_LETTERS = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"[\d\s–-]*(?:(?P<kk>жж?)|(?P<ru>гг?))\.?\s*")
"""Years with the letter of a language behind them, or that letter alone."""


@lru_cache(maxsize=4)
def cyrillic_and_kazakh(text: str) -> tuple[int, int]:
    """How many letters of a text are Cyrillic, and how many of these Kazakh alone."""
    return sum(map(len, _CYRILLIC_RUN.findall(text))), sum(map(text.count, KAZAKH_ONLY))


def may_be_two(text: str) -> bool:
    """Whether a text's letters allow that a Kazakh and a Russian text stand in it; cheap."""
    letters, kazakh = cyrillic_and_kazakh(text)
    return letters > 2 * FEWEST_LETTERS and FEWEST_KAZAKH < kazakh / letters < MOST_KAZAKH


@lru_cache(maxsize=20_000)
def language_of(words: str) -> str | None:
    """`kk` or `ru` by most of its words, names and abbreviations last ("Сад № 5"); None where it has no such words.

    A word is Kazakh by a letter that only Kazakh has, likely Kazakh where no dictionary of Russian has it.
    """
    found = WORD.findall(words)
    small = [word for word in found if word.islower()]
    for chosen in (small, found):
        kazakh, russian = _evidence(chosen)
        if kazakh != russian:
            return "kk" if kazakh > russian else "ru"
    return None


def _evidence(found: Sequence[str]) -> tuple[float, float]:
    kazakh = russian = 0.0
    for word in found:
        of_one, of_other = _speaks_for(word)
        kazakh += of_one
        russian += of_other
    return kazakh, russian


@lru_cache(maxsize=20_000)
def _speaks_for(word: str) -> tuple[float, float]:
    """How much a word speaks for Kazakh and for Russian."""
    if _KAZAKH_IN_A_WORD.search(word):
        return SURE, 0.0
    if len(word) <= 2:
        return 0.0, 0.0
    if is_known_word(word):
        return 0.0, 1.0
    return 0.0 if word.isupper() else LIKELY, 0.0


@lru_cache(maxsize=20_000)
def halves_of(words: str) -> dict[str, tuple[int, int]] | None:
    """Where each language stands in words that hold both ("Мерзімі / Срок", "Сад отырғызу Посадить сад"); None else.

    A slash or a dash parts them, or a capital where one is about as long as the other; or one is in brackets.
    """
    if words.endswith(")") and (gloss := gloss_of(words)):
        return gloss
    cuts = [*_SLASH.finditer(words)] if any(mark in words for mark in "/–—") else []
    cuts += _CAPITAL.finditer(words)
    if not cuts and len(words) <= LONGEST_TIME:
        cuts = [match for match in _BLANK.finditer(words) if _figures_alike(words, match.start())]
    if not cuts:
        return None
    parts = _where_it_parts(words)
    for match in cuts:
        if not parts(*match.span()):
            continue
        before, behind = words[: match.start()], words[match.end() :]
        if not match.group().strip() and before.count("(") > before.count(")"):
            continue
        shorter, longer = sorted((len(before), len(behind)))
        least = LEAST_BESIDE_A_SLASH if "/" in match.group() else LEAST_SHARE
        if shorter >= least * longer and (told := told_apart(before, behind)):
            return {told[0]: (0, match.start()), told[1]: (match.end(), len(words))}
    return None


def _figures_alike(words: str, at: int) -> bool:
    """Whether words have the same figures before and behind a place: "2031 жылғы мамыр май 2031 года"."""
    before, behind = sorted(_FIGURES.findall(words[:at])), sorted(_FIGURES.findall(words[at:]))
    return bool(before) and before == behind


@lru_cache(maxsize=20_000)
def gloss_of(words: str) -> dict[str, tuple[int, int]] | None:
    """Where each language stands in words with those of the other in brackets behind them: "Сад (Бақ)"."""
    match = _GLOSS.fullmatch(words)
    may_be = match and may_gloss(match["one"], match["other"]) and not halves_of(match["one"])
    told = told_apart(match["one"], match["other"]) if match and may_be else None
    return {told[0]: match.span("one"), told[1]: match.span("other")} if match and told else None


def _where_it_parts(words: str) -> Callable[[int, int], bool]:
    """Tells of a stretch of words whether what stands before it and behind it may be `told_apart`: all that speaks for
    Kazakh on one side, something Russian on the other, or nothing but the letters of years.
    """
    told = [(match, _speaks_for(match[0])) for match in WORD.finditer(words)]
    kazakh = [match.span() for match, (speaks, _) in told if speaks]
    russian = [match.span() for match, (_, speaks) in told if speaks]
    letters = _LETTERS.findall(words) if len(told) <= len(LANGS) else []
    if len(letters) == len(LANGS) and all(map(_YEARS.fullmatch, letters)):
        return lambda *_: True
    if not kazakh or not russian:
        return lambda *_: False
    return lambda start, end: (
        (kazakh[-1][1] <= start and end <= russian[-1][0]) or (russian[0][1] <= start and end <= kazakh[0][0])
    )


@lru_cache(maxsize=20_000)
def told_apart(one: str, other: str) -> tuple[str, str] | None:
    """The languages of two pieces that say one thing in both: the one that speaks more for Kazakh is Kazakh, where the
    other is Russian and speaks not for Kazakh at all. A name that no dictionary has makes no Kazakh of Russian words
    ("О бюджете Садыкского района").
    """
    first, second = (str(match.lastgroup) if (match := _YEARS.fullmatch(piece)) else "" for piece in (one, other))
    if {first, second} == set(LANGS):
        return first, second
    sides = [WORD.findall(piece) for piece in (one, other)]
    (kazakh, _), (behind, _) = map(_evidence, sides)
    if not all(sides) or kazakh == behind or min(kazakh, behind) >= SURE:
        return None
    if max(kazakh, behind) < SURE and language_of(one if kazakh > behind else other) == "ru":
        return None
    if kazakh > behind:
        return ("kk", "ru") if not behind and language_of(other) == "ru" else None
    return ("ru", "kk") if not kazakh and language_of(one) == "ru" else None


def kind_of_words(words: str) -> str | None:
    """The language of words, `BOTH` where each stands in a half of them."""
    return BOTH if halves_of(words) else language_of(words)


def both_or_one(told: set[str | None]) -> str | None:
    """The language that stretches are of, `BOTH` where they are of two."""
    told = told - {None}
    return told.pop() if len(told) == 1 else BOTH if told else None


def kind_of_pieces(pieces: Iterable[str]) -> str | None:
    """The language of a table by its cells; of both where neither is a mere quotation."""
    told = [kind_of_words(words) for words in pieces]
    counts = {lang: told.count(lang) for lang in LANGS}
    shorter, longer = sorted(counts.values())
    if told.count(BOTH) > shorter or (shorter and shorter >= LEAST_SHARE * longer):
        return BOTH
    return max(LANGS, key=lambda lang: counts[lang]) if longer else None


def settled_kinds(kinds: Sequence[str | None]) -> list[str]:
    """Languages of a run of stretches: one of none is of that of its neighbours, of both where they differ."""
    before: list[str | None] = []
    for kind in kinds:
        before.append(kind or (before[-1] if before else None))
    settled: list[str] = []
    behind: str | None = None
    for kind, earlier in zip(reversed(kinds), reversed(before), strict=True):
        behind = kind or behind
        beside = {earlier, behind} - {None}
        settled.append(kind or (str(beside.pop()) if len(beside) == 1 else BOTH))
    return settled[::-1]

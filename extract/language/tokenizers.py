"""spaCy's tokenizers of both languages, which cut words and tell nothing else of them.

spaCy's Russian rules name the letters of all scripts, and take ten times as long to compile as without them. So a text
without letters that are `FAR` is cut by rules without them, which say of it what they said before; one that has some is
cut by the whole rules, compiled then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from extract.language.kazakh import Kazakh
from extract.language.spacy_parts import (
    LETTERS,
    Doc,
    Language,
    Russian,
    Tokenizer,
    Vocab,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)

LANGUAGES: Mapping[str, type[Language]] = {"kk": Kazakh, "ru": Russian}
FAR = re.compile(r"[^\u0000-\u052f\u2000-\u2bff]")
"""Letters of scripts that hardly any text has."""
_WHOLLY_FAR = re.compile(r"[\u0530-\u1fff]{2}|[\u2c00-\U0010ffff]{2}")
"""The first and the last letter of a range all of which is `FAR`."""
_RANGES = re.compile(r"(\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8}|.)(?:-(\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8}|.))?")
"""The letters of a class of an expression, one by one or from one to another."""


@cache
def tokenizer(lang: str) -> Callable[[str], Doc]:
    """The tokenizer of a language, built once.

    It is what the language itself would make, without the rest of a pipeline, which takes longer to come up. Letters
    alone are one word to it, for no sign of either language that parts words is a letter.
    """
    near = _tokenizer(lang, near=True)
    return lambda text: (_tokenizer(lang, near=False) if FAR.search(text) else near)(text)


@cache
def _tokenizer(lang: str, *, near: bool) -> Callable[[str], Doc]:
    told = LANGUAGES[lang].Defaults
    prefixes, suffixes, infixes = (
        _without_far_letters(rules) if near else rules
        for rules in (told.prefixes or (), told.suffixes or (), told.infixes or ())
    )
    tokenize: Callable[[str], Doc] = Tokenizer(
        Vocab(lex_attr_getters={}),
        rules=told.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=str.isalpha,
        url_match=told.url_match,
    )
    return tokenize


def _without_far_letters(expressions: Iterable[str | re.Pattern[str]]) -> list[str]:
    """Expressions for texts that have no far letters; for these they say what they said before."""
    near = {letters: "".join(_near(letters)) for letters in sorted(LETTERS, key=len, reverse=True)}
    rewritten = []
    for expression in expressions:
        written = expression if isinstance(expression, str) else expression.pattern
        for letters, kept in near.items():
            written = written.replace(letters, kept)
        rewritten.append(written)
    return rewritten


def _near(letters: str) -> Iterator[str]:
    """The letters of a class without those that are far."""
    for found in _RANGES.finditer(letters):
        first, last = (_letter(each) for each in (found[1], found[2] or found[1]))
        if not _WHOLLY_FAR.fullmatch(first + last):
            yield found[0]


def _letter(written: str) -> str:
    return chr(int(written[2:], 16)) if len(written) > 1 else written

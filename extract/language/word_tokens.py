"""Words of running text as spaCy's tokenizers cut them: names are made of them, and found in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from extract.language.kazakh import Kazakh
from extract.language.spacy_parts import (
    Doc,
    Language,
    Russian,
    Tokenizer,
    Vocab,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)

QUOTE = frozenset("\"'“”„‟«»‘’‚`")
LANGUAGES: Mapping[str, type[Language]] = {"kk": Kazakh, "ru": Russian}


@cache
def tokenizer(lang: str) -> Callable[[str], Doc]:
    """The tokenizer of a language, built once; its words have no attributes but their letters.

    It is what the language itself would make, without the rest of a pipeline, which takes longer to come up.
    """
    told = LANGUAGES[lang].Defaults
    tokenize: Callable[[str], Doc] = Tokenizer(
        Vocab(lex_attr_getters={}),
        rules=told.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(told.prefixes or ()).search,
        suffix_search=compile_suffix_regex(told.suffixes or ()).search,
        infix_finditer=compile_infix_regex(told.infixes or ()).finditer,
        token_match=told.token_match,
        url_match=told.url_match,
    )
    return tokenize


_CHUNK = re.compile(r"\S+")
_FIRST_LETTERS = re.compile(r"[^\W_]+")


@cache
def _over_spaces(lang: str) -> re.Pattern[str] | None:
    """The last words of what the tokenizer takes for one token in spite of a space inside ("и др."), if there is any.

    Where none of them stands, no token reaches over white space. No token begins or ends between two letters.
    """
    last = {told.split()[-1] for told in LANGUAGES[lang].Defaults.tokenizer_exceptions if len(told.split()) > 1}
    letters = sorted({match.group() for word in last if (match := _FIRST_LETTERS.search(word))})
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(letters)})(?![^\W\d_])") if letters else None


@lru_cache(maxsize=1 << 15)
def _pieces_of(chunk: str, lang: str) -> tuple[tuple[str, int], ...]:
    """`_tokens_of` what stands between white space: chunks come again, and a `Doc` takes longer than its tokens."""
    return tuple(_tokens_of(chunk, lang))


def _tokens_of(text: str, lang: str) -> Iterator[tuple[str, int]]:
    """The tokens that count, each with its place: no white space, no quotation marks, no endings of abbreviations."""
    for token in tokenizer(lang)(text):
        word = token.text
        if not (word in QUOTE or word.isspace() or (len(word) > 1 and word[0] == "-")):
            yield word, token.idx


def tokens_in(text: str, lang: str) -> Iterator[tuple[str, int]]:
    """`_tokens_of` a text, by what stands between white space where no token reaches over it."""
    reaching = _over_spaces(lang)
    if reaching and reaching.search(text):
        yield from _tokens_of(text, lang)
        return
    for chunk in _CHUNK.finditer(text):
        start = chunk.start()
        for word, at in _pieces_of(chunk.group(), lang):
            yield word, start + at

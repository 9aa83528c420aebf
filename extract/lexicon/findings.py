"""What findings of extraction say, by `lexicon/findings.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from extract.lexicon.loading import read_lexicon

LANGUAGES_OF_MESSAGES = ("kk", "ru", "en")


@cache
def sentences(family: str) -> Mapping[str, Mapping[str, str]]:
    """The sentences of a family (`plans`) by code and language; raises LexiconError where a language is missing."""
    file = read_lexicon("findings")
    found: Mapping[str, Mapping[str, str]] = file.data[family]
    for code, said in found.items():
        if tuple(said) != LANGUAGES_OF_MESSAGES:
            raise file.error(f"{code} is said in {', '.join(LANGUAGES_OF_MESSAGES)}, in this order", family, code)
    return found


def message(family: str, code: str, **words: object) -> dict[str, str]:
    """What a finding says in each language, its words filled in."""
    return {lang: sentence.format(**words) for lang, sentence in sentences(family)[code].items()}

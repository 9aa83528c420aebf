"""What links of a chain are called, read from `words.yml` beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from kzedu_graph.chains.parties import MARKED
from kzedu_graph.vocabulary.iris import LANGUAGES

UP, DOWN = 0, 1
"""Which of the two words of a link: seen from what answers, or from what is wanted."""


@cache
def link_words() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """By language and key, the word up and the word down; raises ValueError where a language lacks a key."""
    read = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    keys = {lang: set(read.get(lang, {})) for lang in LANGUAGES}
    if len({frozenset(found) for found in keys.values()}) != 1:
        raise ValueError(f"words.yml: every language names the same links, not {keys}")
    return MappingProxyType(
        {
            lang: MappingProxyType({key: (both[UP], both[DOWN]) for key, both in read[lang].items()})
            for lang in LANGUAGES
        }
    )


def marked(words: str, kind: str, lang: str) -> str:
    """Words with what they name, where that is no body of the registry: "Служба быта (орган не распознан)"."""
    return f"{words} ({link_words()[lang][kind][UP]})" if kind in MARKED else words

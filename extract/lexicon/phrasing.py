"""Words and patterns that the finders of prose look for, read from `lexicon/prose.*.yml`, each with examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from extract.lexicon.loading import LexiconError, LexiconFile, check_language, read_lexicon


@dataclass(frozen=True)
class Wording:
    """A regular expression with phrases that it is found in, and phrases that it is not found in.

    It is compiled when it is first looked for: a text asks for some of them, and all together cost a tenth of a start.
    """

    file: LexiconFile
    name: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression; raises LexiconError, naming file, line and entry, where it is none."""
        try:
            return re.compile(self.file.data["patterns"][self.name]["pattern"])
        except re.error as error:
            raise self.file.error(f"{self.name}: {error}", "patterns", self.name, "pattern") from error


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One language's words (lower case, ё as е) and patterns of prose, by name; `year` is its word for one.

    `numbers` leads from a numeral to its value.
    """

    lang: str
    year: str
    numbers: Mapping[str, int]
    sets: Mapping[str, frozenset[str]]
    wordings: Mapping[str, Wording]

    def words(self, name: str) -> frozenset[str]:
        """The words of that name; raises LexiconError where the lexicon has none."""
        try:
            return self.sets[name]
        except KeyError:
            raise LexiconError(f"prose.{self.lang}.yml has no words {name!r}") from None

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of that name; raises LexiconError where the lexicon has none."""
        try:
            return self.wordings[name].pattern
        except KeyError:
            raise LexiconError(f"prose.{self.lang}.yml has no pattern {name!r}") from None


@cache
def phrasing(lang: str) -> Phrasing:
    """The phrasing of a language; raises LexiconError naming file, line and entry."""
    check_language(lang)
    file = read_lexicon(f"prose.{lang}")
    words = {name: frozenset(text.split()) for name, text in file.data.get("words", {}).items()}
    return Phrasing(
        lang,
        str(file.data["year"]),
        file.data.get("numbers", {}),
        words,
        {name: _wording(file, name, entry) for name, entry in file.data["patterns"].items()},
    )


def _wording(file: LexiconFile, name: str, entry: Mapping[str, Any]) -> Wording:
    if set(entry) - {"pattern", "examples", "not"} or not entry.get("examples"):
        raise file.error(f"{name} has pattern, examples and not", "patterns", name)
    return Wording(file, name, tuple(entry["examples"]), tuple(entry.get("not", ())))

"""Words and patterns that the finders of prose look for, read from `lexicon/prose.*.yml`, each with examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from extract.lexicon.loading import LexiconError, LexiconFile, check_language, read_lexicon
from kzedu_graph.language.late_patterns import needing


@dataclass(frozen=True)
class Wording:
    """A regular expression with phrases that it is found in, and phrases that it is not found in.

    It is compiled when it is first looked for: a text asks for some of them, and all together cost a tenth of a start.
    `needs` are words in lower case, one of which stands in all that it is found in; none where that is not told.
    `closes` are the last letters, two at most, that a word of such a shape can have; any where they are not told.
    """

    file: LexiconFile
    name: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    needs: tuple[str, ...] = ()
    closes: tuple[str, ...] = ("",)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression; raises LexiconError, naming file, line and entry, where it is none."""
        return self.compiled()

    def compiled(self) -> re.Pattern[str]:
        """`pattern`, made anew."""
        try:
            return re.compile(self.file.data["patterns"][self.name]["pattern"])
        except re.error as error:
            raise self.file.error(f"{self.name}: {error}", "patterns", self.name, "pattern") from error


class _Sets(dict[str, frozenset[str]]):
    """Words by name; another name raises LexiconError."""

    def __init__(self, lang: str, sets: Mapping[str, frozenset[str]]) -> None:
        super().__init__(sets)
        self._lang = lang

    def __missing__(self, name: str) -> frozenset[str]:
        raise LexiconError(f"prose.{self._lang}.yml has no words {name!r}")


class _Patterns(dict[str, re.Pattern[str]]):
    """Patterns by name, compiled when they are first looked up; another name raises LexiconError."""

    def __init__(self, lang: str, wordings: Mapping[str, Wording]) -> None:
        super().__init__()
        self._lang, self._wordings = lang, wordings

    def __missing__(self, name: str) -> re.Pattern[str]:
        try:
            wording = self._wordings[name]
        except KeyError:
            raise LexiconError(f"prose.{self._lang}.yml has no pattern {name!r}") from None
        pattern = self[name] = needing(wording.needs, wording.compiled) if wording.needs else wording.pattern
        return pattern


class Phrasing:
    """One language's words (lower case, ё as е) and patterns of prose, by name; `year` is its word for one.

    `numbers` leads from a numeral to its value, `posts` from a post that is written short to its word. `words` gives
    the words of a name, `pattern` the pattern of one; both raise LexiconError where the lexicon has none. They are
    look-ups and no methods: a text asks a million times.
    """

    def __init__(
        self,
        lang: str,
        year: str,
        numbers: Mapping[str, int],
        posts: Mapping[str, str],
        sets: Mapping[str, frozenset[str]],
        wordings: Mapping[str, Wording],
    ) -> None:
        self.lang, self.year, self.numbers, self.posts = lang, year, numbers, posts
        self.sets, self.wordings = sets, wordings
        self.words: Callable[[str], frozenset[str]] = _Sets(lang, sets).__getitem__
        self.pattern: Callable[[str], re.Pattern[str]] = _Patterns(lang, wordings).__getitem__


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
        file.data.get("posts", {}),
        words,
        read_wordings(file),
    )


def read_wordings(file: LexiconFile) -> dict[str, Wording]:
    """The patterns of a file by their names; raises LexiconError naming file, line and entry."""
    return {name: _wording(file, name, entry) for name, entry in file.data["patterns"].items()}


def _wording(file: LexiconFile, name: str, entry: Mapping[str, Any]) -> Wording:
    if set(entry) - {"pattern", "examples", "not", "needs", "closes"} or not entry.get("examples"):
        raise file.error(f"{name} has pattern, examples and not", "patterns", name)
    needs = tuple(map(str, entry.get("needs", ())))
    closes = tuple(entry.get("closes", "").split()) or ("",)
    return Wording(file, name, tuple(entry["examples"]), tuple(entry.get("not", ())), needs, closes)

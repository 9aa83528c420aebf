"""Regular expressions that are compiled when they are first looked for, and such as few texts are searched by.

All patterns of the modules that read texts take a tenth of a start, and a text asks for few of them. Those of cells,
sums and torn words, which a page of prose has none of, are made so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; once that is there, its methods are called without a detour."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """The pattern's own attribute, kept here from now on."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is used by its methods and attributes as a compiled one is; raises re.error at the first use."""
    return cast(re.Pattern[str], _Late(pattern, flags))


class _Needing:
    """Stands for a pattern that is compiled, and looked for, only where one of some words stands."""

    def __init__(self, compiled: Callable[[], re.Pattern[str]], words: tuple[str, ...]) -> None:
        self._compile, self._may_stand = compiled, _one_of(words)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return self._compile()

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        return self._compiled.search(text, *place) if self._may_stand(text) else None

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        return self._compiled.match(text, *place) if self._may_stand(text) else None

    def fullmatch(self, text: str, *place: int) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, *place) if self._may_stand(text) else None

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, *place) if self._may_stand(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._compiled.sub(by, text, count) if self._may_stand(text) else text

    def __getattr__(self, name: str) -> Any:
        """What is asked of the pattern itself."""
        return getattr(self._compiled, name)


def needing(words: Iterable[str], compiled: Callable[[], re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that can be found only where one of some words in lower case stands in the lowered text.

    Looking for a dozen words takes a tenth of what a search for the pattern does. Whether what it finds always holds
    one of them is for whoever writes the words; the tests prove it of the lexicon's.
    """
    return cast(re.Pattern[str], _Needing(compiled, tuple(words)))


def _one_of(words: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells whether one of some words stands in a text when it is lowered; it is asked of every line."""
    if len(words) == 1:
        (word,) = words
        return lambda text: word in _lowered(text)
    return lambda text: any(map(_lowered(text).__contains__, words))


@lru_cache(maxsize=1 << 11)
def _lowered(text: str) -> str:
    """A text in lower case, once for the patterns that are looked for in it one behind the other."""
    return text.lower()

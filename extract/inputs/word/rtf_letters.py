"""The alphabets of rich text: its code page, those of its fonts, and bytes as letters."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from functools import lru_cache

_CHARSETS = {
    **{77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256},
    **{186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850},
}
"""The code page of a font's alphabet; the alphabets 0 and 1 are that of the file."""
_SYMBOLS = 2
_NAMED = {
    10000: "mac-roman",
    10001: "shift_jis",
    10006: "mac-greek",
    10007: "mac-cyrillic",
    10029: "mac-latin2",
    65001: "utf-8",
}
DEFAULT_PAGE = 1252
_PAGES = {"mac": 10000, "pc": 437, "pca": 850}
"""Code pages that are named by a word."""


@lru_cache(maxsize=100)
def codec_of(page: int) -> str:
    """The codec of a code page; that of Western Europe where there is none."""
    name = _NAMED.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return f"cp{DEFAULT_PAGE}"


@dataclass(slots=True)
class Fonts:
    """The fonts of a file by their numbers: each one's code page, and those that hold pictures instead of letters."""

    page: int = DEFAULT_PAGE
    default: int = 0
    pages: dict[int, int] = field(default_factory=dict)
    symbols: set[int] = field(default_factory=set)

    def set(self, word: str, number: int | None) -> bool:
        """Takes a control word of the file's head; says whether it was one."""
        if word == "ansicpg":
            self.page = number or self.page
        elif word == "deff":
            self.default = number or 0
        elif word in _PAGES:
            self.page = _PAGES[word]
        else:
            return False
        return True

    def define(self, font: int, charset: int) -> None:
        """What a line of the table of fonts says of a font."""
        if charset == _SYMBOLS:
            self.symbols.add(font)
        elif charset in _CHARSETS:
            self.pages[font] = _CHARSETS[charset]

    def page_of(self, font: int) -> int:
        """The code page that a font's bytes are in; below 0 stands the font of letters that name none."""
        return self.pages.get(self.default if font < 0 else font, self.page)


@dataclass(slots=True)
class Waiting:
    """Letters that wait to be decoded together: several bytes, or two halves, may make one."""

    data: bytearray = field(default_factory=bytearray)
    page: int = DEFAULT_PAGE
    halves: str = ""

    def take(self) -> str:
        """What has come together, decoded; nothing waits any more."""
        if self.halves:
            found = self.halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        else:
            found = self.data.decode(codec_of(self.page), "replace") if self.data else ""
        self.data.clear()
        self.halves = ""
        return found

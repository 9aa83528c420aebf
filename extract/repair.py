"""Named repairs of damaged text. Each takes a `Passage` and returns one whose characters still know their place."""

from __future__ import annotations

import re

from extract.document import Passage

_BOOKMARK = re.compile(r"\[bookmark: [^\]\n]*\]\s?")
_SPACES = re.compile(r"[ \t\n\r\f\v\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_UNEVEN = re.compile(r"[\t\n\r\f\v\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]|  ")
_MIXED_WORD = re.compile(r"[^\W\d_]*(?:[A-Za-zƏə][А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]|[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-zƏə])[^\W\d_]*")
_LATIN = re.compile(r"[A-Za-zƏə]")
_LOOKALIKE = str.maketrans("aceiopxyABCEHIKMOPTXYƏə", "асеіорхуАВСЕНІКМОРТХУӘә")


def drop_bookmarks(passage: Passage) -> Passage:
    """Without the marks that a word processor's export leaves: "[bookmark: z12]"."""
    return passage.replace(_BOOKMARK, "") if "[bookmark" in passage.text else passage


def fold_spaces(passage: Passage) -> Passage:
    """Any run of white space, no-break ones included, as one plain space; none at the ends."""
    return (passage.replace(_SPACES, " ") if _UNEVEN.search(passage.text) else passage).strip(" ")


def undo_homoglyphs(passage: Passage) -> Passage:
    """Latin letters inside a Cyrillic word as the Cyrillic letters they look like ("cредний" with a Latin c).

    A word is left alone where one of its Latin letters has no Cyrillic twin ("STEM-білім", "IT-маман").
    """
    if not _LATIN.search(passage.text) or not _MIXED_WORD.search(passage.text):
        return passage
    return Passage(_MIXED_WORD.sub(lambda m: _as_cyrillic(m.group()), passage.text), passage.offsets)


def _as_cyrillic(word: str) -> str:
    twin = word.translate(_LOOKALIKE)
    return word if _LATIN.search(twin.replace("ə", "").replace("Ə", "")) else twin


def clean(passage: Passage) -> Passage:
    """The repairs that hold for every layout: bookmarks dropped, white space folded, homoglyphs undone."""
    return undo_homoglyphs(fold_spaces(drop_bookmarks(passage)))

"""The sentences of a passage, where a stop behind an abbreviation, a title or within brackets ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document.blocks import Passage
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing

_GOES_ON = re.compile(r"\s*(?:\(|[a-zа-яёәғқңөұүһі])")


def places_of(passage: Passage, lang: str) -> Iterator[Passage]:
    """The sentences of a passage."""
    return (passage[start:end] for start, end in _sentences(passage.text, lang))


def _sentences(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """The sentences' places; one that ends in an abbreviation before a name ("в г. | Астана") goes on."""
    held: tuple[int, int] | None = None
    for start, end in split_sentences(text, lang):
        held = (held[0] if held else start, end)
        within = text.count("(", *held) > text.count(")", *held)  # "(Липов А.А.), Министерству ..."
        titled = phrasing(lang).pattern("goes_on_behind_title").search(text, *held)
        within = within or (titled is not None and _GOES_ON.match(text, end) is not None)
        stops = text.endswith(".", *held)
        if not within and not (stops and phrasing(lang).pattern("abbreviated").search(text, *held)):
            yield held
            held = None
    if held:
        yield held

"""The places of a class of bodies, whose commas and conjunctions part no names: "областей, городов и столицы"."""

from __future__ import annotations

from functools import lru_cache

from extract.language.tokens import CACHED_CELLS
from kzedu_graph.registry.collectives import wording_of_classes


@lru_cache(maxsize=CACHED_CELLS)
def places_of_classes(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """Where a text tells several places of a class of local bodies, whatever these are."""
    wording = wording_of_classes(lang)
    return tuple(wording.place_runs(text)) if wording else ()


def without_their_commas(text: str, lang: str) -> str:
    """The text with a blank for each comma between the places of a class; all offsets stay."""
    for start, end in places_of_classes(text, lang):
        text = text[:start] + text[start:end].replace(",", " ") + text[end:]
    return text

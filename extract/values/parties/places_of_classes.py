"""The places of a class of bodies, whose commas and conjunctions part no names: "областей, городов и столицы"."""

from __future__ import annotations

from functools import lru_cache

from extract.language.tokens import CACHED_CELLS
from kzedu_graph.language.late_patterns import late
from kzedu_graph.registry.collectives import wording_of_classes

_MANY = late(r"[лдт][ае]р(?:д[ыі]ң|[ыі]н[ыі]ң)(?!\w)")
"""Places in the genitive plural: "облыстардың"; "ауыл" in "ауыл шаруашылығы, ..." is of a matter."""


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


def shared_places(text: str, start: int, end: int, lang: str) -> tuple[int, int] | None:
    """The places that all bodies between two offsets are of: behind the last in Russian, before the first in Kazakh."""
    wording = wording_of_classes(lang)
    runs = list(wording.place_runs(text[start:end], fewest=1)) if wording else []
    if not runs:
        return None
    if lang == "ru":
        return (start + runs[-1][0], end) if start + runs[-1][1] == end else None
    first, last = runs[0]
    return (start, start + last) if first == 0 and _MANY.search(text[start : start + last]) else None

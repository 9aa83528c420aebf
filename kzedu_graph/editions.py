"""Which edition of a programme is current."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kzedu_graph.extraction import Extraction
from kzedu_graph.statements import Triple
from kzedu_graph.triples import triples_of


def current_editions(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The latest edition of each programme, in the order of the programmes' keys.

    Texts of one date are ordered by language, Kazakh first, for it is the language of the state.
    """
    latest: dict[str, Extraction] = {}
    for extraction in sorted(extractions, key=_age):
        latest[extraction.source.programme or extraction.source.work] = extraction
    return tuple(latest[key] for key in sorted(latest))


def current_view(extractions: Sequence[Extraction]) -> Iterator[Triple]:
    """The triples of the current editions: what a plain query counts."""
    for extraction in current_editions(extractions):
        yield from triples_of(extraction)


def _age(extraction: Extraction) -> tuple[date, bool, str]:
    source = extraction.source
    return source.version_date or date.min, source.lang == "kk", source.stem

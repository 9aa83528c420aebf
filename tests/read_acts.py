"""The duties of a whole text, read as the file of an act is: its kind, language and layout told by its words."""

from __future__ import annotations

from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry


def provisions_of(text: str) -> tuple[Provision, ...]:
    """Every provision of a text, in its order."""
    registry = Registry.load()
    source, settings = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    return extract_document(source, settings, document, registry).provisions


def duties_of(text: str) -> list[tuple[str, str | None, str | None]]:
    """Modality, bearer and deed of each."""
    return [(one.modality, one.bearer_text, one.deed) for one in provisions_of(text)]


Parts = tuple[str, str | None, str | None, str | None, str | None]
"""Modality, bearer, deed, object and deadline (a due point, a term or a recurrence) of a duty; a deed or an object
that is None is not asked for."""


def check_duties(text: str, wanted: list[Parts]) -> None:
    """That a text has these duties in this order, and no others."""
    found = provisions_of(text)
    assert [(one.modality, one.bearer_text) for one in found] == [(modality, bearer) for modality, bearer, *_ in wanted]
    for one, (_, _, deed, done_to, when) in zip(found, wanted, strict=True):
        assert deed is None or one.deed == deed
        assert done_to is None or one.object == done_to
        told = {*one.due, one.within, one.recurrence} - {None}
        assert (when in told) if when else not told

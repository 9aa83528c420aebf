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

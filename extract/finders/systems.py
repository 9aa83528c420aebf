"""Information systems that a text names, in any inflection: "в НОБД", "ҰБДҚ-мен"."""

from __future__ import annotations

from functools import cache

from extract.document import Document
from extract.phrases import PhraseIndex
from kzedu_graph.records import Source, SystemMention
from kzedu_graph.systems import load_systems


def find_systems(source: Source, document: Document) -> tuple[SystemMention, ...]:
    """Every place that names one system of the registry, cells included; a name that several share is left out."""
    index = _index(document.lang)
    found: dict[tuple[int, int], list[SystemMention]] = {}
    for passage in document.passages():
        for mention in index.find(passage.text):
            spans = passage.spans(mention.start, mention.end)
            record = SystemMention(source.stem, mention.key, " ".join(mention.words.split()), spans)
            found.setdefault((spans[0].start, spans[-1].end), []).append(record)
    return tuple(several[0] for _, several in sorted(found.items()) if len(several) == 1)


@cache
def _index(lang: str) -> PhraseIndex:
    names = {
        key: tuple(name for label_lang, name in labels if label_lang in (lang, "en"))
        for key, labels in load_systems().items()
    }
    return PhraseIndex({key: labels for key, labels in names.items() if labels}, lang)

"""Acts and programmes of the registry, by key: what they are called, and by what a text may know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Literal
from rdflib.term import Node

from kzedu_graph.vocabulary.iris import ELI, local_name
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_folders
from kzedu_graph.vocabulary.turtle import read_together

_QUOTED = re.compile(r"[«\"](?P<title>.+)[»\"]")
_LABELS = (RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act of the registry: its kind ("law", "concept"), its names as pairs of language and name, the label first,
    the key of the body that issued it, and the day it was signed.
    """

    key: str
    kind: str
    names: tuple[tuple[str, str], ...]
    issuer: str | None = None
    day: date | None = None

    def title(self, lang: str) -> str | None:
        """What the act is called in a language: the words in its label's quotation marks for a law, else the label."""
        label = next((name for label_lang, name in self.names if label_lang == lang), None)
        quoted = _QUOTED.search(label) if label and self.kind == "law" else None
        if quoted is None:
            return label
        unbalanced = quoted["title"].count("»") > quoted["title"].count("«")
        return f"«{quoted['title']}" if unbalanced else quoted["title"]


def load_acts(path: Path | None = None) -> Mapping[str, KnownAct]:
    """The acts, programmes, concepts and addresses of the registry by their keys ("P2300000249", "kz-goso")."""
    return _load(*((path,) if path else registry_folders()))


@cache
def _load(*folders: Path) -> Mapping[str, KnownAct]:
    files = [file for folder in folders for file in sorted(folder.glob("*.ttl"))]
    return prepared("acts", dict, lambda: _read(files), *bytes_of(files))


def _read(files: Iterable[Path]) -> dict[str, KnownAct]:
    graph = read_together(files)
    found = {}
    for act in sorted(set(graph.subjects(RDF.type, ELI.LegalResource)), key=str):
        kind = _last(graph.value(act, ELI.type_document))
        signed = graph.value(act, ELI.date_document)
        names = [
            (label.language, str(label))
            for predicate in _LABELS
            for label in sorted(graph.objects(act, predicate), key=str)
            if isinstance(label, Literal) and label.language
        ]
        day = signed.toPython() if isinstance(signed, Literal) else None
        by = _last(graph.value(act, ELI.passed_by)) or None
        found[_last(act)] = KnownAct(_last(act), kind, tuple(names), by, day if type(day) is date else None)
    return found


def _last(node: Node | None) -> str:
    return local_name(str(node or ""))

"""The rules of an audit as their shapes say them: what each asks and looks at, and its words in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kzedu_graph.validation.shacl import Row
from kzedu_graph.validation.shapes import BrokenShapeError, Rule, load_shapes
from kzedu_graph.vocabulary.iris import LANGUAGES, ONTOLOGY_FOLDER, SH
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.queries import Select, load_query
from kzedu_graph.vocabulary.turtle import read_together

AUDIT_SHAPES = ONTOLOGY_FOLDER / "shapes" / "audit"
ACROSS_SHAPES = ONTOLOGY_FOLDER / "shapes" / "audit-across"
"""Rules that ask what several texts say together: what changed between two of them, what goes on in the next."""


@dataclass(frozen=True, slots=True)
class AuditRule:
    """An audit shape: its rule, its short name, what an auditor does with a finding, and what it looks at."""

    rule: Rule
    name: Mapping[str, str]
    advice: Mapping[str, str]
    population: str
    of_class: Node | None = None

    def looked_at(self, select: Select) -> Iterable[Row]:
        """What the rule looks at, a row a thing."""
        return select(self.population, **({"class": self.of_class} if self.of_class else {}))


@cache
def load_rules(folder: Path = AUDIT_SHAPES) -> Mapping[str, AuditRule]:
    """The audit rules of a folder by code; raises BrokenShapeError with the file's or the shape's name."""
    files = sorted(folder.glob("*.ttl"))
    return MappingProxyType(
        prepared(f"rules-{folder.name}", dict, lambda: _read_rules(folder, files), *bytes_of(files))
    )


def _read_rules(folder: Path, files: Iterable[Path]) -> dict[str, AuditRule]:
    read, found = read_together(files), load_shapes(folder).rules.values()
    return {rule.code: _audit_rule(read, rule) for rule in sorted(found, key=lambda rule: rule.code)}


def questions(rules: Mapping[str, AuditRule]) -> Iterator[tuple[str, str]]:
    """The texts of all that an audit by these rules asks, each with the class that its `?class` stands for."""
    for each in rules.values():
        yield each.rule.select or "", ""
        yield each.population, str(each.of_class or "")
    for query in ("proofs", "quotes", "names", "programmes", "ended"):
        yield load_query(__file__, query), ""


def _audit_rule(read: Graph, rule: Rule) -> AuditRule:
    if rule.select is None:
        raise BrokenShapeError(f"{rule.iri} is an audit shape without a query; give it a sh:sparql with a sh:select")
    if rule.severity == "error":
        raise BrokenShapeError(f"{rule.iri} is an audit shape: its severity is sh:Warning or sh:Info")
    target, kind = read.value(rule.iri, SH.target), read.value(rule.iri, SH.targetClass)
    if target is not None and read.value(target, SH.select) is not None:
        population, kind = str(read.value(target, SH.select)), None
    elif kind is not None:
        population = load_query(__file__, "things-of-class")
    else:
        raise BrokenShapeError(f"{rule.iri} says not what it looks at; give it a sh:targetClass, or a sh:target")
    return AuditRule(rule, _said(read, rule, SH.name), _said(read, rule, SH.description), population, kind)


def _said(read: Graph, rule: Rule, predicate: URIRef) -> Mapping[str, str]:
    """The words of a shape by language; SHACL engines drop the tags of messages, so they are read here."""
    said = {text.language: str(text) for text in read.objects(rule.iri, predicate) if isinstance(text, Literal)}
    missing = [lang for lang in LANGUAGES if lang not in said]
    if missing:
        raise BrokenShapeError(f"{rule.iri} needs {predicate.fragment or predicate} in {', '.join(missing)}")
    return {lang: said[lang] for lang in LANGUAGES}

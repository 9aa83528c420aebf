"""The shapes of `ontology/shapes/`, read once and checked: which rules there are, and what each says in each language.

A core shape is a graph for pySHACL. A shape with `sh:sparql` keeps its text as `sh:select`: the text itself names the
targets of `?this` (nothing is bound beforehand), each row is one result, and a `?value` in it is the offending value.
So the same text runs in any SPARQL engine, once, as a set, in a tenth of the time.

A broken shape raises BrokenShapeError with its file: that is our fault, and no finding about the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.validation.core_checks import Shape, compile_shapes
from kzedu_graph.validation.core_components import UnknownComponentError
from kzedu_graph.vocabulary.iris import LANGUAGES, ONTOLOGY_FOLDER, RDF, RDFS, SH
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.turtle import InvalidTurtleError, Triple, read_turtle, union

INTEGRITY = ONTOLOGY_FOLDER / "shapes" / "integrity"

TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
SEVERITIES: Mapping[Node, str] = {SH.Violation: "error", SH.Warning: "warning", SH.Info: "info"}


class BrokenShapeError(KzeduError, ValueError):
    """A shape file that cannot be read or used; the message names the file and what to write instead."""


@dataclass(frozen=True)
class Rule:
    """One named shape: what a result of it is called, and what it says in each language."""

    code: str
    iri: URIRef
    severity: str
    message: Mapping[str, str]
    select: str | None


@dataclass(frozen=True)
class Shapes:
    """The rules of a folder by IRI, and the statements of its core shapes by their files."""

    rules: Mapping[URIRef, Rule]
    parts: Mapping[Path, tuple[Triple, ...]]

    @cached_property
    def targets(self) -> Mapping[Node, frozenset[Node]]:
        """What the core shapes look at, by the kinds of their targets."""
        found: dict[Node, set[Node]] = {kind: set() for kind in TARGETS}
        for _, predicate, value in chain.from_iterable(self.parts.values()):
            if predicate in found:
                found[predicate].add(value)
        return {kind: frozenset(values) for kind, values in found.items()}

    @cached_property
    def core(self) -> Graph:
        """All core shapes, for pySHACL."""
        return union(*self.parts.values())

    @cached_property
    def files(self) -> Mapping[Path, Graph]:
        """The core shapes of each file, which pySHACL is given."""
        return {file: union(part) for file, part in self.parts.items()}

    @cached_property
    def checks(self) -> tuple[Shape, ...] | None:
        """The core shapes compiled; None where one says what only pySHACL knows."""
        try:
            return tuple(compile_shapes(chain.from_iterable(self.parts.values())))
        except (UnknownComponentError, ValueError, re.error):
            return None


@cache
def load_shapes(folder: Path = INTEGRITY) -> Shapes:
    """Every `*.ttl` of a folder, prepared once for all processes; raises BrokenShapeError."""
    files = sorted(folder.glob("*.ttl"))
    return prepared(f"shapes-{folder.name}", Shapes, lambda: _read(folder, files), *bytes_of(files))


def _read(folder: Path, files: Iterable[Path]) -> Shapes:
    parts: dict[Path, tuple[Triple, ...]] = {}
    rules: dict[URIRef, Rule] = {}
    homes: dict[str, Path] = {}
    for file in files:
        read = _parse(file)
        for rule in list(_rules(read, file)):
            if rule.code in homes:
                raise BrokenShapeError(f"{file}: {homes[rule.code]} has a shape named {rule.code} too; rename one")
            homes[rule.code] = file
            rules[rule.iri] = rule
            if rule.select is not None:
                read.remove((rule.iri, None, None))
        _hand_down_targets(read)
        parts[file] = tuple(read)
    if not rules:
        raise BrokenShapeError(f"{folder} holds no shapes: expected *.ttl files")
    return Shapes(rules, parts)


def _parse(file: Path) -> Graph:
    try:
        return union(read_turtle(file))
    except InvalidTurtleError as error:
        raise BrokenShapeError(f"{file} is not Turtle: {error}") from error


def _rules(read: Graph, file: Path) -> Iterator[Rule]:
    """Each node shape and property shape of a file; all must have an IRI and speak kk, ru and en."""
    found = set(read.subjects(RDF.type, SH.NodeShape)) | set(read.subjects(RDF.type, SH.PropertyShape))
    found |= set(read.objects(None, SH.property)) | set(read.subjects(SH.sparql, None))
    for iri in sorted(found, key=str):
        if not isinstance(iri, URIRef):
            owner = next(read.subjects(None, iri), "a shape")
            raise BrokenShapeError(f"{file}: {owner} holds a shape without a name; give it an IRI")
        constraints = list(read.objects(iri, SH.sparql))
        if len(constraints) > 1:
            raise BrokenShapeError(f"{file}: {iri} has {len(constraints)} queries; give each a shape of its own")
        message = {lang: text for node in [*constraints, iri] for lang, text in _messages(read, node)}
        missing = [lang for lang in LANGUAGES if lang not in message]
        if missing:
            raise BrokenShapeError(f"{file}: {iri} needs a sh:message in {', '.join(missing)}")
        severity = SEVERITIES.get(read.value(iri, SH.severity) or SH.Violation)
        if severity is None:
            raise BrokenShapeError(f"{file}: {iri} needs the severity sh:Violation, sh:Warning or sh:Info")
        if (iri, SH.deactivated, Literal(True)) in read:
            constraints = []
        select = _select(read, constraints[0], file) if constraints else None
        yield Rule(re.split("[/#]", iri)[-1], iri, severity, message, select)


def _hand_down_targets(core: Graph) -> None:
    """Lets each property shape look for the targets of its node shape by itself, and drops the messages.

    The results are the same; pySHACL then takes all focus nodes of a property shape in one go, and is several
    times faster than when it goes from node to node. The messages are kept in the rules.
    """
    core.remove((None, SH.message, None))
    for kind in TARGETS:
        for node_shape, target in list(core.subject_objects(kind)):
            idle = (node_shape, SH.deactivated, Literal(True)) in core
            for property_shape in () if idle else core.objects(node_shape, SH.property):
                core.add((property_shape, kind, target))
    for node_shape in set(core.subjects(RDF.type, SH.NodeShape)):
        if any((node_shape, kind, None) in core for kind in TARGETS):
            core.remove((node_shape, SH.property, None))


def _messages(read: Graph, node: Node) -> Iterator[tuple[str, str]]:
    for text in read.objects(node, SH.message):
        if isinstance(text, Literal) and text.language:
            yield text.language, str(text)


def _select(read: Graph, constraint: Node, file: Path) -> str:
    """The text of a constraint, with the prefixes that it declares by `sh:prefixes` put before it."""
    text = read.value(constraint, SH.select)
    if text is None or not re.search(r"[?$]this\b", str(text)) or "$PATH" in str(text):
        raise BrokenShapeError(f"{file}: {constraint} needs a sh:select that selects ?this and has no $PATH")
    prefixes = set()
    for group in read.objects(constraint, SH.prefixes):
        for declared in read.objects(group, SH.declare):
            prefixes.add(f"PREFIX {read.value(declared, SH.prefix)}: <{read.value(declared, SH.namespace)}>")
    return "\n".join([*sorted(prefixes), str(text).strip()])


@cache
def name_shapes() -> Shapes:
    """The core shapes of integrity that look at names alone: what a name in another language may break."""
    shapes = load_shapes()
    core = list(chain.from_iterable(shapes.parts.values()))
    of_names = {shape for shape, predicate, value in core if predicate == SH.path and value == RDFS.label}
    kept = (triple for triple in core if triple[1] not in TARGETS or triple[0] in of_names)
    return Shapes(shapes.rules, {INTEGRITY: tuple(kept)})


def looked_at(shapes: Shapes) -> tuple[frozenset[Node], frozenset[Node]]:
    """What core shapes look at: the things of these classes, and the objects of these properties."""
    return shapes.targets[SH.targetClass], shapes.targets[SH.targetObjectsOf]

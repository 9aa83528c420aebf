"""What bodies must, may and must not do, as policies of ODRL 2.2 (https://www.w3.org/TR/odrl-model/).

A measure binds the bodies of its cell that are bound without agreement; a provision binds its bearer. Recommendations
and intentions bind nobody and are no rules. Several due days of one duty are several rules, for the constraints of a
rule hold all at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from kzedu_graph.exports.cells import parts_of
from kzedu_graph.exports.labels import label_graph
from kzedu_graph.exports.standards.context import write_jsonld
from kzedu_graph.exports.view import View, editions
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU, ONTOLOGY, PREFIXES
from kzedu_graph.vocabulary.namespaces import ODRL
from kzedu_graph.vocabulary.queries import Selects, load_query

_BINDING = (str(KZEDU.LeadExecutor), str(KZEDU.CoExecutor))
_RULES = MappingProxyType(
    {
        KZEDU.Obligation: (ODRL.Duty, ODRL.obligation),
        KZEDU.Permission: (ODRL.Permission, ODRL.permission),
        KZEDU.Prohibition: (ODRL.Prohibition, ODRL.prohibition),
    }
)
"""A class of provisions, the class of its rules, and how a policy holds them."""
_READ = (
    *(RDF.type, RDFS.label, ELI.realizes, ELI.date_no_longer_in_force),
    *(KZEDU.programme, KZEDU.part, KZEDU.assignment, KZEDU.role, KZEDU.agency, KZEDU.bearer, KZEDU.defaultBearer),
    *(KZEDU.action, KZEDU.deadline, KZEDU.dueBy),
)
"""All that a policy is made of: a third of a graph, whose larger part are quotes."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One body bound by one thing: the class of the thing, its due days, and the day when it lost its force."""

    agency: URIRef
    of: URIRef
    kind: URIRef
    due: tuple[Literal, ...]
    repealed: Literal | None
    labels: tuple[Node, ...]


def policies(store: Selects, agency: str | None = None) -> Graph:
    """A policy for each body that is bound, or that of one body by its key.

    Raises UnknownNameError where nothing binds the body.
    """
    graph = Graph()
    for prefix in ("kzedu", "odrl", "rdfs", "xsd"):
        graph.bind(prefix, PREFIXES[prefix])
    wanted = iris.agency(agency) if agency else None
    for binding in _bindings(store, wanted):
        if wanted in (None, binding.agency):
            _write(graph, binding)
    if describe_corpus(store).invented:
        for policy in list(graph.subjects(RDF.type, ODRL.Set)):
            label_graph(graph, URIRef(str(policy)))
    if wanted and not len(graph):
        raise UnknownNameError(f"no duty, permission or prohibition of a body {agency} is known")
    return graph


def write_policies(graph: Graph, form: str) -> str:
    """The policies as `ttl`, or as `jsonld` with our context."""
    return graph.serialize(format="turtle") if form == "ttl" else write_jsonld(graph)


def _bindings(store: Selects, wanted: URIRef | None) -> Iterator[Binding]:
    """Measures by the current view, provisions by each text's own graph: prose has no view of its own.

    Where one body is wanted, others may be among them.
    """
    current = _view(store, iris.graph("current"), wanted)
    for measure in current.subjects(KZEDU.Measure):
        yield from _of_measure(current, measure)
    for edition in editions(store):
        view = _view(store, edition, wanted)
        for kind in _RULES:
            for node in view.subjects(kind):
                if view.nodes(node, KZEDU.action):
                    yield from _of_provision(view, node, kind)


def _view(store: Selects, graph: URIRef, wanted: URIRef | None) -> View:
    """What policies are made of in a graph: all of it, or what concerns one body."""
    if wanted is None:
        return View(store, graph, _READ)
    return View(store, graph, query=load_query(__file__, "of-body"), agency=wanted)


def _of_measure(view: View, measure: Node) -> Iterator[Binding]:
    """Each part binds its own bodies by its own day; the row binds those that no part names."""
    told: set[URIRef] = set()
    for owner in (*parts_of(view, measure), measure):
        bound = [
            body
            for assignment in view.nodes(owner, KZEDU.assignment)
            if view.value(assignment, KZEDU.role) in _BINDING
            for body in view.nodes(assignment, KZEDU.agency)
            if isinstance(body, URIRef)
        ]
        for body in dict.fromkeys(bound):
            if owner != measure or body not in told:
                labels = view.nodes(measure, RDFS.label)
                yield _binding(view, body, owner, KZEDU.Obligation, view.nodes(measure, KZEDU.programme), labels)
        told.update(bound)


def _of_provision(view: View, node: Node, kind: URIRef) -> Iterator[Binding]:
    bearers = view.nodes(node, KZEDU.bearer) or view.nodes(node, KZEDU.defaultBearer)
    for body in bearers:
        if isinstance(body, URIRef):
            works = view.nodes(view.graph, ELI.realizes)
            yield _binding(view, body, node, kind, works, view.nodes(node, KZEDU.action))


def _binding(view: View, body: URIRef, of: Node, kind: URIRef, acts: list[Node], labels: list[Node]) -> Binding:
    days = {day for deadline in view.nodes(of, KZEDU.deadline) for day in view.nodes(deadline, KZEDU.dueBy)}
    ends = [day for act in acts for day in view.nodes(act, ELI.date_no_longer_in_force)]
    return Binding(
        agency=body,
        of=URIRef(str(of)),
        kind=kind,
        due=tuple(sorted((day for day in days if isinstance(day, Literal)), key=str)),
        repealed=next((end for end in ends if isinstance(end, Literal)), None),
        labels=tuple(labels),
    )


def _write(graph: Graph, binding: Binding) -> None:
    policy = iris.policy(iris.parse(binding.agency).key)
    kind, holds = _RULES[binding.kind]
    graph.add((policy, RDF.type, ODRL.Set))
    graph.add((policy, ODRL.uid, policy))
    graph.add((policy, ODRL.profile, ONTOLOGY))
    graph.add((binding.agency, RDF.type, ODRL.Party))
    graph.add((binding.of, RDF.type, ODRL.Asset))
    for label in binding.labels:
        graph.add((binding.of, RDFS.label, label))
    for day in binding.due or (None,):
        rule = iris.rule(policy, binding.of, str(day) if day else "undated")
        graph.add((policy, holds, rule))
        graph.add((rule, RDF.type, kind))
        graph.add((rule, ODRL.uid, rule))
        graph.add((rule, ODRL.assignee, binding.agency))
        graph.add((rule, ODRL.action, KZEDU.carryOut))
        graph.add((rule, ODRL.target, binding.of))
        if day:
            _constrain(graph, rule, "deadline", ODRL.lteq, day)
        if binding.repealed:
            _constrain(graph, rule, "in-force", ODRL.lt, binding.repealed)


def _constrain(graph: Graph, rule: URIRef, name: str, operator: URIRef, day: Literal) -> None:
    constraint = URIRef(f"{rule}/{name}")
    graph.add((rule, ODRL.constraint, constraint))
    graph.add((constraint, RDF.type, ODRL.Constraint))
    graph.add((constraint, ODRL.uid, constraint))
    graph.add((constraint, ODRL.leftOperand, ODRL.dateTime))
    graph.add((constraint, ODRL.operator, operator))
    graph.add((constraint, ODRL.rightOperand, day))

"""What rules that are queries say of one text: those of integrity, and the audit, asked of the text's own plan.

No rule joins what two programmes say, and the current view shows one text of each: asked of that text, with the
registry and the ontology beside it, a rule gives what it gives asked of the whole.
`tests/kzedu_graph/building/test_build.py` holds both equal; a rule that compares texts is asked of a pair of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kzedu_graph.building.nquads import AUDIT, Block, blocks_of, in_graph, lines_of
from kzedu_graph.building.static_graphs import asking, defined_terms, over_the_ground
from kzedu_graph.model.findings import Finding
from kzedu_graph.store.engine.needed_terms import heard_terms
from kzedu_graph.validation.audit import Audit, Check, questioned_triples, rule_triples, run_audit
from kzedu_graph.validation.audit_rules import ACROSS_SHAPES, AUDIT_SHAPES, load_rules, questions
from kzedu_graph.validation.shacl import validate_queries
from kzedu_graph.validation.shapes import Shapes, load_shapes
from kzedu_graph.vocabulary.iris import KZEDU

_TERM = re.compile(rb"<" + re.escape(str(KZEDU).encode()) + rb"[^>]*>")


@dataclass(frozen=True, slots=True)
class Tally:
    """What an audit gave, in numbers."""

    findings: int = 0
    looked_at: int = 0
    fine: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.findings + other.findings, self.looked_at + other.looked_at, self.fine + other.fine)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules say of a text that is shown: what its names from another break, and what an audit gave.

    `homeless` counts things of no programme, which several texts may hold: they are told of together.
    """

    violations: tuple[Finding, ...]
    blocks: tuple[Block, ...]
    tally: Tally
    homeless: tuple[Check, ...]


def check_plan(plan: bytes, names: bytes = b"") -> Checked:
    """What is questionable about a plan with the names that it takes over from another language's text; N-Triples.

    Integrity is asked of it again where there are such names: for the rest see `broken_rules`.
    """
    violations = broken_rules(plan + names) if names else ()
    with over_the_ground(plan + names, _heard_by(AUDIT_SHAPES)) as select:
        audit = run_audit(select)
    looked_at, fine = (sum(getattr(check, kind) for check in audit.checks) for kind in ("looked_at", "fine"))
    told = replace(audit, checks=tuple(check for check in audit.checks if check.programme))
    return Checked(
        violations,
        blocks_of([in_graph(lines_of(questioned_triples(told)), AUDIT)]),
        Tally(len(audit.findings), looked_at, fine),
        tuple(check for check in audit.checks if not check.programme),
    )


def broken_rules(plan: bytes) -> tuple[Finding, ...]:
    """What breaks the rules of integrity that are queries in a plan, N-Triples."""
    shapes = _shapes_for(plan)
    hearing = _heard(tuple((rule.select, "") for rule in shapes.rules.values() if rule.select))
    with over_the_ground(plan, hearing) as select:
        return tuple(validate_queries(select, shapes))


@cache
def _heard_by(folder: Path) -> frozenset[str] | None:
    """The terms that an audit by the rules of a folder hears."""
    return _heard(tuple(questions(load_rules(folder))))


@cache
def _heard(asked: tuple[tuple[str, str], ...]) -> frozenset[str] | None:
    """The terms that questions hear, each with the class that its `?class` stands for; None where they are all."""
    terms: set[str] = set()
    for text, of_class in asked:
        found = heard_terms(text, of_class)
        if found is None:
            return None
        terms |= found
    return frozenset(terms)


def _shapes_for(said: bytes) -> Shapes:
    """The integrity shapes; where every term that a text may use is defined, without the one that looks through all
    statements for one that is not.
    """
    shapes = load_shapes()
    if not set(_TERM.findall(said)) <= _defined_terms():
        return shapes
    return replace(shapes, rules={iri: rule for iri, rule in shapes.rules.items() if rule.code != "undefined-term"})


@cache
def _defined_terms() -> frozenset[bytes]:
    return frozenset(f"<{subject}>".encode() for subject in defined_terms())


def check_pair(default: bytes, beside: bytes, *pair: str) -> tuple[bytes, Tally]:
    """What the rules across texts say of two of them: statements for `id/graph/audit` as N-Triples, and their numbers.

    `default` are the N-Triples that a plain pattern is asked of, `beside` N-Quads of named graphs; `pair` names both.
    """
    rules = load_rules(ACROSS_SHAPES)
    audit = run_audit(asking(default, beside, hearing=_heard_by(ACROSS_SHAPES)), rules)
    looked_at, fine = (sum(getattr(check, kind) for check in audit.checks) for kind in ("looked_at", "fine"))
    return lines_of(questioned_triples(audit, *pair)), Tally(len(audit.findings), looked_at, fine)


def said_together(homeless: Iterable[Check]) -> bytes:
    """What the audit says once for all texts: the words of its rules, and the things of no programme."""
    found: dict[str, Check] = {}
    for check in homeless:
        before = found.get(check.code, Check(check.code, "", 0, 0))
        found[check.code] = Check(check.code, "", before.looked_at + check.looked_at, before.fine + check.fine)
    return lines_of([*rule_triples(), *questioned_triples(Audit((), tuple(found[code] for code in sorted(found))))])

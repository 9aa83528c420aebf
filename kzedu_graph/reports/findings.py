"""Findings as a table for people, as JSON, and as a SHACL report in Turtle."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import TextIO

from rdflib import Graph
from rich.console import Console
from rich.markup import escape

from kzedu_graph.model.findings import SEVERITIES, Finding
from kzedu_graph.validation.report import report_graph
from kzedu_graph.vocabulary import iris

MOST = 5
"""Findings of one kind that a table for people shows; the others are counted."""
_UNBROKEN = 1_000_000
"""Columns of a file or a pipe: each finding stays in its line."""


def write_findings(findings: Sequence[Finding], form: str, out: TextIO, most: int = MOST) -> None:
    """The findings in a form: `table`, `json` (an array) or `ttl`.

    A table has the findings of a kind together, `most` of them and how many more there are; 0 shows all, and what
    breaks the graph's integrity is shown all the same. The other forms hold all.
    """
    match form:
        case "json":
            json.dump([asdict(finding) for finding in findings], out, ensure_ascii=False, indent=1)
            out.write("\n")
        case "ttl":
            graph = Graph()
            for prefix, iri in iris.PREFIXES.items():
                graph.bind(prefix, iri)
            for triple in report_graph(findings):
                graph.add(triple)
            out.write(graph.serialize(format="turtle"))
        case "table":
            _write_kinds(findings, out, most)
        case _:
            raise ValueError(f"a report is a table, json or ttl, not {form!r}")


def _write_kinds(findings: Sequence[Finding], out: TextIO, most: int) -> None:
    console = Console(file=out, highlight=False, width=None if out.isatty() else _UNBROKEN)
    kinds: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.severity, finding.code].append(finding)
    for (severity, code), same in sorted(kinds.items(), key=lambda kind: (-SEVERITIES.index(kind[0][0]), kind[0][1])):
        shown = same if not most or severity == "error" else same[:most]
        console.print(f"[bold]{severity}[/bold] {code}: {len(same)}")
        for finding in shown:
            console.print(f"  {escape(finding.message['en'])} [dim]{iris.local(finding.focus)}[/dim]")
        if len(same) > len(shown):
            console.print(f"  [dim]… {len(same) - len(shown)} more[/dim]")

"""Findings as a table for people, as JSON, and as a SHACL report in Turtle."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TextIO

from rdflib import Graph
from rich.console import Console
from rich.table import Table

from kzedu_graph.model.findings import Finding
from kzedu_graph.validation.report import report_graph
from kzedu_graph.vocabulary import iris


def write_findings(findings: Sequence[Finding], form: str, out: TextIO) -> None:
    """The findings in a form: `table`, `json` (an array) or `ttl`."""
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
            table = Table("severity", "code", "about", "message")
            for finding in findings:
                table.add_row(finding.severity, finding.code, finding.focus, finding.message["en"])
            Console(file=out).print(table)
        case _:
            raise ValueError(f"a report is a table, json or ttl, not {form!r}")

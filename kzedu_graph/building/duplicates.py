"""Files that say they are one edition of one act: the first is taken, for quotes are told by places in one text.

Mixed, both texts would prove each other's duties. The others are left out and told of, in the graph too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from kzedu_graph.building.parts import Summary
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.findings import Finding
from kzedu_graph.validation.report import finding_statements

MESSAGES = {
    "kk": "{left_out}: бұл мәтін де {taken} сияқты сол актінің сол редакциясы; алынбады.",
    "ru": "{left_out}: это та же редакция того же акта, что и {taken}; не взято.",
    "en": "{left_out}: the same edition of the same act as {taken}; left out.",
}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A text that is left out, and the one of the same edition that is taken."""

    left_out: Summary
    taken: Summary

    def finding(self) -> Finding:
        """A warning about the edition."""
        names = {"left_out": self.left_out.source.stem, "taken": self.taken.source.stem}
        message = {lang: text.format(**names) for lang, text in MESSAGES.items()}
        return Finding("same-edition", "warning", str(self.taken.edition), message, source=str(self.taken.edition))


def part_duplicates(summaries: Sequence[Summary]) -> tuple[tuple[Summary, ...], tuple[Duplicate, ...]]:
    """The texts to take, one an edition, in their order; and those that are left out."""
    taken: dict[URIRef, Summary] = {}
    duplicates = []
    for summary in summaries:
        first = taken.setdefault(summary.edition, summary)
        if first is not summary:
            duplicates.append(Duplicate(summary, first))
    return tuple(taken.values()), tuple(duplicates)


def duplicate_triples(duplicates: Sequence[Duplicate]) -> Iterator[Triple]:
    """What is said of texts that are left out, for `id/graph/audit`; whether the report conforms takes all texts."""
    return finding_statements(duplicate.finding() for duplicate in duplicates)

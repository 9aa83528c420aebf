"""What the finders of plans say of a value that they do not understand, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Passage
from extract.lexicon.findings import message, sentences
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source, Span


@dataclass(frozen=True, slots=True)
class Subject:
    """A row that is being read: its kind (among `subjects` of `lexicon/findings.yml`), its number, where it stands."""

    kind: str
    number: str
    spans: tuple[Span, ...]


def complaint(
    code: str,
    source: Source,
    subject: Subject,
    words: Passage,
    *,
    severity: str = "warning",
    candidates: tuple[str, ...] = (),
    line: str = "",
) -> Finding:
    """A finding about a row; its place is that of the words, or of the row where there are none.

    `line` is where in the lexicon a word is to be added.
    """
    of = message("subjects", subject.kind, number=subject.number)
    return Finding(
        code=code,
        severity=severity,
        focus=f"{subject.kind} {subject.number or source.stem}",
        message={
            lang: sentence.format(of=of[lang], words=words.text, line=line)
            for lang, sentence in sentences("plans")[code].items()
        },
        source=source.stem,
        spans=words.spans() if words.text else subject.spans,
        words=words.text,
        candidates=candidates,
    )


TOLD_ONCE = frozenset({"unknown-party", "ambiguous-party"})
"""Complaints about a name, which is told once however many rows have it."""
MOST_NUMBERS = 12
"""Numbers of rows that a sentence lists."""


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those of several rows about one name as one about the first, which concerns the others."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.code, finding.words) if finding.code in TOLD_ONCE else ("", str(len(alike)))
        alike.setdefault(key, []).append(finding)
    return tuple(several[0] if len(several) == 1 else _as_one(several) for several in alike.values())


def _as_one(several: Sequence[Finding]) -> Finding:
    first = several[0]
    focuses = list(dict.fromkeys(finding.focus for finding in several))
    numbers = [focus.partition(" ")[2] for focus in focuses]
    listed = ", ".join(numbers[:MOST_NUMBERS]) + (", …" if len(numbers) > MOST_NUMBERS else "")
    return replace(
        first,
        message=message("names", first.code, words=first.words, count=len(several), numbers=listed),
        spans=tuple(dict.fromkeys(span for finding in several for span in finding.spans)),
        concerns=tuple(focuses[1:]),
    )


def targets_not_understood(source: Source, place: str, number: str, passage: Passage) -> Finding:
    """A finding about an indicator whose values are not understood; `place` is where it stands, `plan` or `section`."""
    return Finding(
        code="targets-not-understood",
        severity="warning",
        focus=f"{'' if place == 'plan' else f'{place} '}indicator {number}",
        message=message("indicators", place, number=number),
        source=source.stem,
        spans=passage.spans(),
        words=passage.text,
    )

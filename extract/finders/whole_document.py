"""What is to be said of a document, or of the file it came in, as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.document.blocks import EMPTY, Passage
from extract.finders.acts.mentions import BY_TITLE
from extract.inputs.reading import Input
from extract.lexicon.findings import message
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source


def find_unexpected(source: Source, expected: Mapping[str, int], counts: Mapping[str, int]) -> list[Finding]:
    """A finding for each count that is not what the source's yml expects, for a text that gives nothing, and for
    one that says no date of itself or an issuer that nobody knows.
    """
    findings = [
        about_document(source, "count-unexpected", "error", kind=kind, count=counts[kind], expected=number)
        for kind, number in expected.items()
        if counts[kind] != number
    ]
    if not expected and not any(counts.values()):
        findings.append(about_document(source, "no-plan", "warning"))
    if source.version_date is None:
        findings.append(about_document(source, "date-unknown", "warning"))
    if source.number and source.issuer is None and source.kind not in BY_TITLE:
        findings.append(about_document(source, "issuer-unknown", "info"))
    return findings


def find_of_the_file(source: Source, given: Input) -> Iterator[Finding]:
    """Findings for a text that was in another encoding than UTF-8, and for what a file holds and nobody sees in it."""
    if given.encoding not in ("", "utf-8"):
        yield about_document(source, "encoding-detected", "info", encoding=given.encoding)
    for left_out in given.left_out:
        yield about_document(source, left_out.code, "warning", places=left_out.places)


def about_document(source: Source, code: str, severity: str, passage: Passage = EMPTY, **words: object) -> Finding:
    """A finding about a document, at some words of it where it is about these."""
    return Finding(
        code=code,
        severity=severity,
        focus=f"document {source.stem}",
        message=message("documents", code, stem=source.stem, words=passage.text, **words),
        source=source.stem,
        spans=passage.spans() if passage.text else (),
        words=passage.text,
    )

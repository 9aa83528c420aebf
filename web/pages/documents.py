"""Pages that show a source: its text with everything found in it marked."""

from __future__ import annotations

from bisect import bisect_right

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext
from rdflib import Literal, URIRef

from kzedu_graph.vocabulary.places import BASE
from web.display.formatting import page_of
from web.views.questions import ask_rows
from web.views.read_model import Edition, Finding
from web.views.site import site
from web.views.texts.quotes import Mark, page_ends, segments

blueprint = Blueprint("documents", __name__)

_SOUGHT = "sought"
"""The mark of the words that an address leads to."""

_FOUND = {"info": "remark"}
"""Severity of a finding -> how it is marked, where that is no `finding`."""

_KINDS = {
    "Measure": "measure",
    "Indicator": "indicator",
    "Goal": "group",
    "Task": "group",
    "Direction": "group",
    "Deadline": "deadline",
    "Deliverable": "deliverable",
    "Assignment": "assignment",
    "Target": "target",
    "Provision": "provision",
    "Amendment": "amendment",
    "Citation": "citation",
    "GlossaryEntry": "glossary",
}


@blueprint.get("/document/<work>")
def work(work: str) -> str:
    """The texts of an act."""
    cards = site().cards
    texts = [edition for edition in cards.editions.values() if edition.work == work]
    if not texts:
        abort(404, description=gettext("There is no document with the key “%(key)s”.", key=work))
    return render_template("work.html", work=work, texts=texts, cards=cards)


@blueprint.get("/document/<work>/<date>/<lang>")
def document(work: str, date: str, lang: str) -> str:
    """One text, in pages, with its marks."""
    cards = site().cards
    edition = cards.editions.get(f"{BASE}document/{work}/{date}/{lang}")
    if edition is None:
        abort(
            404, description=gettext("There is no text of %(work)s of %(date)s in this language.", work=work, date=date)
        )
    text = site().texts.get(edition.iri)
    if text is None:
        return render_template("document.html", edition=edition, cards=cards, text=None)
    ends = page_ends(text, site().settings.characters)
    sought, until, page = _asked_place(ends)
    start = ends[page - 2] if page > 1 else 0
    findings = [finding for finding in cards.findings if finding.edition == edition.iri]
    end = ends[page - 1]
    marks = [*_marks(edition, start, end), *_finding_marks(findings)]
    if sought is not None and until is not None:
        marks.append(Mark(sought, until, _SOUGHT, None, ""))
    return render_template(
        "document.html",
        edition=edition,
        cards=cards,
        text=segments(text, marks, start, end, sought),
        starts={mark.start for mark in marks} | {sought},
        page=page,
        pages=len(ends),
        kinds=sorted({mark.kind for mark in marks} - {_SOUGHT}),
        findings=findings,
    )


@blueprint.get("/document/<work>/<date>/<lang>.txt")
def source(work: str, date: str, lang: str) -> Response:
    """The source text as it was read, as a file: places in addresses and in evidence count its characters."""
    text = site().texts.get(f"{BASE}document/{work}/{date}/{lang}")
    if text is None:
        abort(
            404, description=gettext("There is no text of %(work)s of %(date)s in this language.", work=work, date=date)
        )
    answer = Response(text, content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{work}-{date}-{lang}.txt"'
    return answer


def _asked_place(ends: list[int]) -> tuple[int | None, int | None, int]:
    """The place of the text asked for (`?at=120`, `?at=120-340`), where it ends, its page; else the page by number."""
    at, page = request.args.get("at", ""), request.args.get("page", "1")
    if at:
        first, dash, last = at.partition("-")
        if not first.isdecimal() or int(first) >= ends[-1] or (dash and not last.isdecimal()):
            abort(404, description=f"at={at}: 0 – {ends[-1] - 1}")
        until = min(int(last), ends[-1]) if dash and int(last) > int(first) else None
        return int(first), until, bisect_right(ends, int(first)) + 1
    if not page.isdecimal() or not 1 <= int(page) <= len(ends):
        abort(404, description=f"page={page}: 1 – {len(ends)}")
    return None, None, int(page)


def _marks(edition: Edition, start: int, end: int) -> list[Mark]:
    """What was found between two places of a text."""
    found: dict[tuple[int, int, str], Mark] = {}
    params = {"edition": URIRef(edition.iri), "from": Literal(start), "to": Literal(end)}
    for row in ask_rows(site().store, "edition-marks", **params):
        kind = _KINDS[row["kind"].rpartition("#")[2]]
        place = int(row["start"]), int(row["end"]), kind
        address = page_of(row["thing"]) if kind in ("measure", "indicator", "group", "provision") else None
        found.setdefault(place, Mark(*place, address, str(row.get("number", ""))))
    return list(found.values())


def _finding_marks(findings: list[Finding]) -> list[Mark]:
    """Findings where they were made: one that only notes something is quieter than what was not understood."""
    return [
        Mark(
            start,
            end,
            _FOUND.get(finding.severity, "finding"),
            f"/thing/{finding.iri.removeprefix(BASE)}",
            finding.code,
        )
        for finding in findings
        for start, end in finding.spans
    ]

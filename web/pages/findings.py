"""What an auditor would ask about: findings by kind and severity, and the rules that found nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from kzedu_graph.vocabulary.places import BASE
from web.display.downloads import twin_response
from web.display.formatting import asked_page, page_of, pages_of
from web.display.languages import in_chain
from web.views.read_model import Cards, Finding
from web.views.site import site

blueprint = Blueprint("findings", __name__)


@blueprint.get("/findings")
@blueprint.get("/findings.<twin:twin>")
def findings(twin: str | None = None) -> str | Response:
    """What an auditor would ask about, by kind and severity."""
    cards = site().cards
    _refuse_unknown(cards)
    found = [finding for finding in cards.findings if _chosen(finding)]
    if twin:
        return twin_response(twin, [_row(finding) for finding in found], _COLUMNS)
    size = site().settings.rows
    page = asked_page(len(found), size)
    shown = found[(page - 1) * size : page * size]
    return render_template(
        "findings.html",
        cards=cards,
        kinds=_kinds(cards),
        total=len(found),
        shown=shown,
        page=page,
        pages=pages_of(len(found), size),
        focus_of=_focus,
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of finding: how many there are, how many things were in order (None where nobody counts)."""

    code: str
    severity: str
    count: int
    fine: int | None


def _kinds(cards: Cards) -> list[_Kind]:
    """Every kind with findings, and every rule that looked at something; most findings first."""
    severity = {finding.code: finding.severity for finding in cards.findings}
    counts = Counter(finding.code for finding in cards.findings)
    codes = {*counts, *(code for code in cards.rules if cards.fine.get(code))}
    found = [_Kind(code, severity.get(code, ""), counts[code], cards.fine.get(code)) for code in codes]
    return sorted(found, key=lambda kind: (-kind.count, -(kind.fine or 0), kind.code))


_COLUMNS = ("id", "code", "severity", "focus", "message", "edition", "evidence", "words")


def _chosen(finding: Finding) -> bool:
    wanted = request.args
    return all(
        (
            wanted.get("code") in (None, "", finding.code),
            wanted.get("severity") in (None, "", finding.severity),
            wanted.get("edition") in (None, "", finding.edition),
            wanted.get("focus") in (None, "", finding.focus, *finding.concerned),
        )
    )


def _refuse_unknown(cards: Cards) -> None:
    """400 for a kind or a severity that no finding has and no rule is called by."""
    known = {
        "code": {*(finding.code for finding in cards.findings), *cards.rules},
        "severity": {"error", "warning", "info"},
        "edition": set(cards.editions),
    }
    for name, values in known.items():
        asked = request.args.get(name, "")
        if asked and asked not in values:
            abort(400, description=f"{name}={asked}: {', '.join(sorted(values))}")


def _focus(finding: Finding) -> str | None:
    return page_of(finding.focus) if finding.focus.startswith(BASE) else None


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.iri,
        "code": finding.code,
        "severity": finding.severity,
        "focus": finding.focus,
        "message": in_chain(finding.messages)[0],
        "edition": finding.edition,
        "evidence": [{"start": start, "end": end} for start, end in finding.spans],
        "words": list(finding.words),
    }

"""The dossier of a body, a programme or an indicator, as a page that prints and as files to hand on."""

from __future__ import annotations

import re
from io import BytesIO

from flask import Blueprint, Response, abort, request

from kzedu_graph.reports.dossier import make_dossier
from kzedu_graph.reports.dossier_rows import Choice
from kzedu_graph.reports.writing import FORMATS, write_report
from kzedu_graph.vocabulary import iris
from web.display.languages import data_language
from web.views.site import is_invented, site, today

blueprint = Blueprint("dossier", __name__)

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@blueprint.get("/agency/<key>/dossier.<form>")
@blueprint.get("/programme/<key>/dossier.<form>")
@blueprint.get("/indicator/<path:key>/dossier.<form>")
def dossier(key: str, form: str) -> Response:
    """The dossier; `year` (several), `role` and `ended=1` choose what it holds."""
    if form not in FORMATS:
        abort(404)
    store, chains = site().store, site().catalogue.chains
    kind = request.path.split("/")[1].replace("programme", "document")
    subject = chains.things.get(f"{iris.BASE}{kind}/{key}")
    if subject is None:
        abort(404)
    made = make_dossier(
        store.select,
        store.version,
        today().isoformat(),
        subject,
        data_language(),
        _choice(),
        chains=chains,
        invented=is_invented(),
    )
    whole = BytesIO()
    write_report(made, form, whole)
    answer = Response(whole.getvalue(), content_type=MEDIA_TYPES[form])
    if form != "html":
        name = key.replace("/", "-")
        answer.headers["Content-Disposition"] = f'attachment; filename="dossier-{name}.{form}"'
    return answer


def _choice() -> Choice:
    """What the address asks for; a year that is none is refused."""
    years = [year for year in request.args.getlist("year") if year]
    role = request.args.get("role") or None
    if any(not re.fullmatch(r"\d{4}", year) for year in years) or role not in (None, "bound", "agreed"):
        abort(400, description="year=2025, role=bound|agreed, ended=1")
    return Choice(frozenset(map(int, years)), role, request.args.get("ended") == "1")

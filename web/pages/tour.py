"""The guided tour: ten steps through whatever the store holds, and the ways to texts of one's own."""

from __future__ import annotations

from flask import Blueprint, render_template

from web.views.site import site
from web.views.tour import load_tour, places_of

blueprint = Blueprint("tour", __name__)


@blueprint.get("/tour")
def tour() -> str:
    """From "who owes this" to a quote, a change, a finding, a question and an export."""
    return render_template("tour.html", steps=load_tour(), places=places_of(site().cards))

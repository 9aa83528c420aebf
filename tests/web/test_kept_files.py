"""Kept files are those of the reader's language and choice."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient


def test_a_calendar_speaks_the_language_asked_for(client: FlaskClient, app: Flask) -> None:
    """Kept files must not be handed to readers of another language."""
    texts = {
        lang: client.get("/agency/kz-moe.ics", headers={"Accept-Language": lang}).text for lang in ("kk", "ru", "kk")
    }
    assert texts["kk"] != texts["ru"]
    assert client.get("/agency/kz-moe.ics", headers={"Accept-Language": "ru"}).text == texts["ru"]


def test_sheets_of_different_choices_differ(client: FlaskClient) -> None:
    whole, part = (client.get(f"/due.xlsx{query}").data for query in ("", "?month=2025-12"))
    assert whole != part

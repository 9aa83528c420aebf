"""What is wrong with a query, in the reader's language."""

from __future__ import annotations

from flask_babel import gettext

from kzedu_graph.store.query_faults import Explained
from kzedu_graph.store.query_faults import explain as explain_fault


def _told(message: str, /, **parts: str) -> str:
    return str(gettext(message, **parts))


def explain(query: str, error: Exception) -> Explained:
    """Word what the engine found, as `kzedu_graph.store.query_faults` does, in the language of the page."""
    return explain_fault(query, error, _told)

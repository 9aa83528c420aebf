"""Who must do what, by when and with what proof in Kazakhstan's education policy, as a graph that is asked from Python.

    import kzedu_graph as kz
    with kz.open("var/store") as graph:
        print(graph.duties("kz-moe").to_pandas())

Here stand records, graph and answers: everything that knows neither a document's format nor HTML. What programs use is
loaded when it is first asked for, so that the import costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzedu_graph.api.chains import Step, Trace
    from kzedu_graph.api.graph import KnowledgeGraph
    from kzedu_graph.api.graph import open_graph as open
    from kzedu_graph.api.records import (
        Body,
        Change,
        Document,
        Duty,
        Indicator,
        Measure,
        Party,
        Provision,
        Quote,
        Span,
        Target,
    )
    from kzedu_graph.api.tables import Table

__all__ = [
    "Body", "Change", "Document", "Duty", "Indicator", "KnowledgeGraph", "Measure", "Party", "Provision", "Quote",
    "Span", "Step", "Table", "Target", "Trace", "open",
]  # fmt: skip

_PLACES = {
    **dict.fromkeys(("Step", "Trace"), "chains"),
    **dict.fromkeys(("KnowledgeGraph", "open"), "graph"),
    "Table": "tables",
}
_NAMES = {"open": "open_graph"}


def __getattr__(name: str) -> Any:
    """What programs use, from where it stands; raises AttributeError for any other name."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.api.{_PLACES.get(name, 'records')}"), _NAMES.get(name, name))
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

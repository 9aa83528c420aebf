"""Questions of the gallery about reports, asked where somebody reports."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import URIRef
from reported_plan import FIRST, JOBLESS, SECOND, SHARE, store_of

from kzedu_graph.reported.files import Reports
from kzedu_graph.reported.records import Report, ReportedValue
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.stores import MemoryStore


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    said = Reports("village")
    for report in (
        Report(about=FIRST, due="2031-12", state="complete", day=date(2032, 1, 31), reporter="kz-moe", proof="№ 1"),
        Report(about=FIRST, due="2032-12", state="limited", day=date(2033, 2, 1), reporter="kz-moe"),
        Report(about=SECOND, state="complete", day=date(2033, 3, 1), reporter="x", proof="https://example.org/1"),
        ReportedValue(about=SHARE, year=2031, value=41.0, unit="%", day=date(2032, 2, 1), reporter="kz-moe"),
        ReportedValue(about=SHARE, year=2032, value=55.0, day=date(2033, 2, 1), reporter="kz-moe"),
        ReportedValue(about=JOBLESS, year=2032, value=690.0, unit="Адам", day=date(2033, 2, 1), reporter="kz-moe"),
        ReportedValue(about=JOBLESS, year=2031, value=0.9, unit="мың адам", day=date(2033, 2, 1), reporter="kz-moe"),
    ):
        said.take(report)
    return store_of([said])


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        (
            "reported-in-time",
            [
                *(("kz-leb", "2031", "1", "1", "1", "100"), ("kz-leb", "2032", "1", "1", "0", "0")),
                *(("kz-moe", "2031", "1", "1", "1", "100"), ("kz-moe", "2032", "1", "1", "0", "0")),
            ],
        ),
        (
            "targets-met-and-missed",
            [
                ("X3100000001", "1", "1", "2031", "total", "40", "41", "true"),
                ("X3100000001", "1", "1", "2032", "total", "55.5", "55", "false"),
                ("X3100000001", "2", "2", "2032", "total", "700", "690", "true"),
            ],
        ),
        (
            "proof-of-reports",
            [
                ("X3100000001", "complete", "address", "1"),
                ("X3100000001", "complete", "document", "1"),
                ("X3100000001", "limited", "none", "1"),
            ],
        ),
    ],
)
def test_question(name: str, answer: list[tuple[str, ...]], store: MemoryStore) -> None:
    question = load_gallery()[name]
    rows = store.select(question.text, **question.bind({}))
    assert [tuple(_short(row.get(column.name)) for column in question.columns) for row in rows] == answer


def _short(term: object) -> str:
    return str(term).rsplit("/", 1)[-1] if isinstance(term, URIRef) else str(term)

"""Tables that are cut: behind a whole row, wherever the limit falls, and readable as what they say they are."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, Store, parse_query_results

from kzedu_graph.store.engine.answers import QueryTooLarge
from kzedu_graph.store.engine.truncation import LOOK, LimitReached, TruncatingWriter, cut_table

FORMATS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "text/csv": QueryResultsFormat.CSV,
}
NASTY = st.sampled_from(
    ["}},{", '"', '\\"', "\\", "{}", "},{}", "</result><result>", "<result/>", "\r\n", "\n", ",", "\t", "Ұ", "]}}", "'"]
) | st.text(alphabet="ab {}[]\"\\,:<>&\r\n\t", max_size=6)  # fmt: skip


def table(texts: list[list[str]], media_type: str) -> bytes:
    """A table of literals as the engine writes it; an empty text is an unbound variable."""
    rows = " ".join(f"({' '.join(str(Literal(text)) if text else 'UNDEF' for text in row)})" for row in texts)
    result = Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {rows} }} }}")
    assert isinstance(result, QuerySolutions)
    written = result.serialize(format=FORMATS[media_type])
    assert written is not None
    return written


def rows_of(body: bytes, media_type: str) -> list[tuple[str, ...]]:
    """The rows of a table, read by somebody else's reader."""
    if media_type == "text/csv":
        return [tuple(row) for row in csv.reader(io.StringIO(body.decode(), newline=""))][1:]
    solutions = parse_query_results(body, format=FORMATS[media_type])
    assert isinstance(solutions, QuerySolutions)
    return [tuple(map(str, solution)) for solution in solutions]


TABLES = st.lists(st.lists(NASTY, min_size=2, max_size=2), min_size=1, max_size=12)


@given(TABLES, st.sampled_from(list(FORMATS)), st.integers(1, 14))
def test_cut_at_any_row(texts: list[list[str]], media_type: str, rows: int) -> None:
    body = table(texts, media_type)
    answer = cut_table(media_type, body, rows, 0)
    assert rows_of(answer.body, media_type) == rows_of(body, media_type)[:rows]
    assert answer.cut == ("rows" if rows < len(texts) else "")
    assert answer.cut or answer.body == body


NOTE = 20
"""Bytes that say at which limit a table was cut, at most."""


@pytest.mark.parametrize(
    ("media_type", "note"),
    [
        ("application/sparql-results+json", b'{"cut":"rows","head"'),
        ("application/sparql-results+xml", b"<!-- cut: rows --></results></sparql>"),
    ],
)
def test_a_cut_table_says_so_in_its_body(media_type: str, note: bytes) -> None:
    body = table([["1", "2"], ["3", "4"], ["5", "6"]], media_type)
    assert note in cut_table(media_type, body, 2, 0).body
    assert b"cut" not in cut_table(media_type, body, 3, 0).body


@given(TABLES, st.sampled_from(list(FORMATS)), st.data())
def test_cut_at_any_byte(texts: list[list[str]], media_type: str, data: st.DataObject) -> None:
    body = table(texts, media_type)
    size = data.draw(st.integers(1, len(body)))
    try:
        answer = cut_table(media_type, body, 0, size)
    except QueryTooLarge:
        assert size < len(table(texts[:1], media_type))
        return
    assert len(answer.body) <= size + NOTE
    kept = rows_of(answer.body, media_type)
    assert kept == rows_of(body, media_type)[: len(kept)]
    assert answer.cut == ("bytes" if size < len(body) else "")
    if answer.cut:  # one row more would not have found room
        assert len(table(texts[: len(kept) + 1], media_type)) > size


@given(TABLES, st.sampled_from(list(FORMATS)), st.integers(1, 14), st.integers(1, 40))
def test_pieces_make_no_difference(texts: list[list[str]], media_type: str, rows: int, piece: int) -> None:
    body = table(texts, media_type)
    writer = TruncatingWriter(media_type, rows, 0)
    writer._look_at = 0  # look at every piece
    for start, end in pairwise([*range(0, len(body), piece), len(body)]):
        try:
            writer.write(body[start:end])
        except LimitReached:
            break
        writer._look_at = 0
    assert writer.answer() == cut_table(media_type, body, rows, 0)


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_table_without_end_stops_its_writer_soon(media_type: str) -> None:
    query = "SELECT ?a ?b { VALUES ?a {" + " 1" * 3_000 + "} VALUES ?b {" + " 2" * 3_000 + "} }"
    for rows, size, limit in ((5_000, 0, "rows"), (0, 300_000, "bytes")):
        writer = TruncatingWriter(media_type, rows, size)
        result = Store().query(query)
        assert isinstance(result, QuerySolutions)
        with pytest.raises(LimitReached):
            result.serialize(writer, format=FORMATS[media_type])
        written = writer.tell()
        answer = writer.answer()
        assert answer.cut == limit
        assert written < len(answer.body) + 2 * LOOK
        assert not rows or len(rows_of(answer.body, media_type)) == rows


def test_others_write_their_tables_with_spaces() -> None:
    body = b'{ "head": { "vars": ["x"] },\n "results": { "bindings": [\n {"x": {"type": "uri", "value": "a"}} ,\n {} ,\n {}\n ] } }'
    answer = cut_table("application/sparql-results+json", body, 2, 0)
    assert len(json.loads(answer.body)["results"]["bindings"]) == 2
    assert cut_table("application/sparql-results+json", body, 3, 0).body == body


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_row_that_fits_nowhere_is_refused(media_type: str) -> None:
    with pytest.raises(QueryTooLarge, match="larger than 50 bytes"):
        cut_table(media_type, table([["a" * 200, "b"]], media_type), 0, 50)

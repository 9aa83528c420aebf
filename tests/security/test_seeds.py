"""Parsers that face strangers, on what grows from a kept collection of seeds: an answer or a refusal of ours, and no more.

`seeds/` holds one input a line, invented or cut down from what once broke something: whoever finds a fault adds its
line there. Every run grows other inputs from them, and a failing one is printed whole; texts, tables and pictures of
a corpus grow from the samples in `tests/extract/inputs/test_any_file.py`.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_fixture import read_quads

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.engine.media_types import GRAPHS, RESULTS, choose_media, parse_accept
from kzedu_graph.store.engine.planning.exists import chain_exists
from kzedu_graph.store.engine.query_text import bind, check_allowed, is_lasting, name_all, projected, read_query
from kzedu_graph.store.stores import MemoryStore
from web import create_app
from web.display.languages import compile_catalogues
from web.endpoint.protocol import read_fields

SEEDS = Path(__file__).parent / "seeds"
MARKS = (
    *(
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\\u",
        "\\U0010ffff",
        "#",
        "\n",
        "\r",
        "\0",
        "\t",
    ),
    *(
        "?",
        "$",
        "@",
        "^^",
        "|",
        "/",
        "!",
        "*",
        "+",
        ";",
        ",",
        ".",
        ":",
        "_:",
        "%",
        "%ff",
        "&",
        "=",
        "q=",
        "\ud7ff",
        "\u202e",
    ),
    *("FROM", "NAMED", "VALUES", "GRAPH", "EXISTS", "MINUS", "1e999", "-0", "Ә", "\U0001f600", " " * 50, "(" * 300),
)


def seeds(kind: str) -> list[str]:
    """The kept inputs of one kind."""
    return (SEEDS / f"{kind}.txt").read_text("utf-8").splitlines()


@st.composite
def grown(draw: st.DrawFn, kind: str) -> str:
    """A seed, cut, doubled, crossed with another or with marks put into it."""
    text = draw(st.sampled_from(seeds(kind)))
    for _ in range(draw(st.integers(0, 4))):
        first, last = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        match draw(st.sampled_from(("cut", "double", "cross", "mark", "mark"))):
            case "cut":
                text = text[:first] + text[last:]
            case "double":
                text = text[:last] + text[first:]
            case "cross":
                text = text[:first] + draw(st.sampled_from(seeds(kind)))[first:]
            case _:
                text = text[:first] + draw(st.sampled_from(MARKS)) + text[first:]
    return text


@pytest.mark.parametrize("kind", ["queries", "accepts", "forms", "addresses"])
def test_seeds_are_kept_once(kind: str) -> None:
    kept = seeds(kind)
    assert len(kept) >= 9
    assert sorted(set(kept)) == sorted(kept)


@given(grown("queries"))
@settings(max_examples=400, deadline=None)
def test_the_text_of_a_query(text: str) -> None:
    try:
        check_allowed(read_query(text, "http://example.org/sparql"))
    except KzeduError:
        return
    is_lasting(text)
    names = sorted(projected(text))
    name_all(text, names)
    chain_exists(text)
    bind(text, dict.fromkeys(names, '"a"'))


@given(grown("accepts"))
@settings(max_examples=300, deadline=None)
def test_what_a_client_accepts(header: str) -> None:
    for media, weight in parse_accept(header):
        assert media
        assert 0 <= weight <= 1
    for kinds in (RESULTS, GRAPHS):
        with suppress(KzeduError):
            assert choose_media(header, kinds) in kinds.values()


@given(grown("forms"))
@settings(max_examples=300, deadline=None)
def test_the_fields_of_a_request(encoded: str) -> None:
    with suppress(KzeduError):
        assert isinstance(read_fields(encoded).query, str | None)


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    compile_catalogues()
    return create_app(MemoryStore(read_quads())).test_client()


@given(address=grown("addresses"))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_parameters_of_a_page(address: str, client: FlaskClient) -> None:
    answer = client.get(quote(address, safe="/?&=%{}"))
    assert answer.status_code < 500, address
    assert b"Traceback" not in answer.data

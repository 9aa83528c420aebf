"""What the text of a query tells before it is asked: its form, its dataset, and words that are forbidden."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzedu_graph.store.engine.query_text import check_allowed, read_query
from kzedu_graph.store.stores import Refused


@pytest.mark.parametrize(
    ("text", "form", "allowed"),
    [
        ("SELECT * { ?s ?p 'SERVICE' }", "SELECT", True),
        (
            'PREFIX service: <http://x/#> # SERVICE\nASK { ?service service:from """INSERT \'SERVICE\' """ }',
            "ASK",
            True,
        ),
        ("ASK { <http://x/SERVICE> a service:SERVICE }", "ASK", True),
        ("SELECT * { SERVICE <http://x/> {} }", "SELECT", False),
        ("select*{seRvice?x{}}", "SELECT", False),
        ("ASK { ?s ?p '#' SERVICE <http://x/> {} }", "ASK", False),
        ("PREFIX a: <http://x/> INSERT DATA { a:a a:a a:a }", None, False),
        ("LOAD <http://x/>", None, False),
        ("with <http://x/> delete {} where {}", None, False),
        ("not SPARQL at all '''", None, True),
        ("", None, True),
    ],
)
def test_forbidden_words(text: str, form: str | None, allowed: bool) -> None:
    query = read_query(text)
    assert query.form == form
    if allowed:
        check_allowed(query)
    else:
        with pytest.raises(Refused):
            check_allowed(query)


def test_dataset_of_a_query() -> None:
    query = read_query(
        "BASE <http://b/> PREFIX g: <http://g/> SELECT * FROM <one> from g:two FROM NAMED <http://n/> { ?s g:FROM ?o }"
    )
    assert query.default_graphs == ("http://b/one", "http://g/two")
    assert query.named_graphs == ("http://n/",)


WORDS = st.sampled_from(
    ["SELECT", "ask", "Construct", "DESCRIBE", "PREFIX", "BASE", "FROM", "from named", "SERVICE", "\u017fERVICE", "INSERT", "a:",
     "*", "{", "}", "?from", "$x", "<http://x/>", "(", ")", "#", "\n", '"', "'''", "\\u0053ERVICE", "WITH", "-", ".", ":"]
)  # fmt: skip


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=12))
@example([("ask", ""), ("{", "")])
@example([("SELECT", ""), ("-", "")])
@example([("ask", ""), (".", "")])
@example([("ask", ""), (":", "")])
def test_a_comment_before_a_query_says_nothing_of_it(words: list[tuple[str, str]]) -> None:
    """A text that begins with its form is read at a glance, one that begins with a comment token by token."""
    text = "".join(word + space for word, space in words)
    assert read_query(text) == read_query(f"# a comment\n{text}")

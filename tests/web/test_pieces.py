"""Quotes, marks, wording and the server, each by itself."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from kzedu_graph.store.stores import MemoryStore, StoreError, write_snapshot
from web.display.dates import day, due_point, with_days
from web.display.formatting import figure, step
from web.display.languages import LANGUAGES
from web.server import PortTakenError, _bind, run_server
from web.views.read_model import natural
from web.views.texts.quotes import Mark, merge, page_ends, quotes, segments

SPANS = st.lists(
    st.tuples(st.integers(0, 120), st.integers(0, 120)).map(lambda pair: (min(pair), max(pair))), max_size=8
)
TEXTS = st.text(max_size=100)


@given(TEXTS, SPANS)
def test_segments_give_back_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "measure", None, "") for start, end in spans]
    parts = segments(text, marks, 0, len(text))
    assert "".join(part.text for part in parts) == text
    for part in parts:
        held = {(mark.start, mark.end) for mark in part.marks}
        inside = {(a, b) for a, b in spans if a <= part.start and part.start + len(part.text) <= b}
        assert held == {(a, b) for a, b in inside if a < b} or not part.text


@given(TEXTS, SPANS, st.integers(0, 30))
def test_quotes_mark_the_words_and_nothing_else(text: str, spans: list[tuple[int, int]], around: int) -> None:
    plain = text.replace("\n", " ")
    marked = "".join(p.text for quote in quotes(plain, spans, around) for p in quote.pieces if p.marked)
    assert marked == "".join(plain[a:b] for a, b in merge(spans, len(plain)))


@given(st.text(alphabet="ab\n", max_size=300), st.integers(1, 50))
def test_pages_cover_the_text(text: str, size: int) -> None:
    ends = page_ends(text, size)
    assert ends == sorted(set(ends))
    assert ends[-1] == len(text)


def test_a_quote_shows_its_surroundings_without_empty_lines() -> None:
    (quote,) = quotes("before\n\n \nthe\nwords\n\n\nbehind, and much more", [(10, 19)], 12)
    assert [piece.text for piece in quote.pieces] == ["before\n", "the words", "\nbehind,"], "no word is cut"
    assert not quote.cut_before
    assert quote.cut_behind


@pytest.mark.parametrize(
    ("edtf", "lang", "wording"),
    [
        ("2024-12", "en", "December 2024"),
        ("2024-12", "ru", "декабрь 2024"),
        ("2024-12", "kk", "2024 жылғы желтоқсан"),
        ("2024-36", "kk", "2024 жылғы 4-тоқсан"),
        ("2024-36", "ru", "4-й квартал 2024 года"),
        ("2024-40", "en", "half-year 1 of 2024"),
        ("2024-11-01", "ru", "1 ноября 2024"),
        ("2024-09/2025-05", "en", "September 2024 – May 2025"),
        ("2024/..", "en", "from 2024"),
        ("XXXX-12", "kk", "жыл сайын: желтоқсан"),
        ("XXXX-11-01", "ru", "ежегодно: 1 ноября"),
        ("2024", "ru", "2024"),
    ],
)
def test_due_points_are_worded(app: Flask, edtf: str, lang: str, wording: str) -> None:
    with app.test_request_context(f"/?lang={lang}"):
        assert due_point(edtf) == wording


@pytest.mark.parametrize(("lang", "wording"), [("kk", "1 234,5"), ("ru", "1 234,5"), ("en", "1,234.5")])
def test_numbers_have_the_separators_of_the_language(app: Flask, lang: str, wording: str) -> None:
    with app.test_request_context(f"/?lang={lang}"):
        assert figure("1234.5").replace("\u00a0", " ").replace("\u202f", " ") == wording
        assert figure("TBD") == "TBD"
        assert figure("0.980", "0.000") == ("0.980" if lang == "en" else "0,980")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_are_worded(app: Flask, lang: str) -> None:
    with app.test_request_context(f"/?lang={lang}"):
        assert day("2024-06-13") == {"kk": "2024 жылғы 13 маусым", "ru": "13 июня 2024", "en": "13 June 2024"}[lang]
        assert day("2020") == "2020"
        assert (
            day("undated") == {"kk": "(күні көрсетілмеген)", "ru": "(день не указан)", "en": "(day not stated)"}[lang]
        )


def test_printed_numbers_sort_as_people_read_them() -> None:
    numbers = ["10", "63-1", "2", "64", "63", "1.10", "1.9"]
    assert sorted(numbers, key=natural) == ["1.9", "1.10", "2", "10", "63", "63-1", "64"]


@pytest.mark.parametrize(("value", "greatest", "expected"), [(0, 9, 0), (1, 1000, 1), (9, 9, 9), (5, 9, 5), (1, 0, 0)])
def test_heat_has_nine_steps(value: int, greatest: int, expected: int) -> None:
    assert step(value, greatest) == expected


def test_a_port_in_use_is_a_clear_sentence() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        with pytest.raises(PortTakenError, match=r"choose another with --port"):
            _bind("127.0.0.1", busy.getsockname()[1])


def test_a_store_without_a_build_is_refused_before_anything_listens(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        run_server(str(tmp_path), "127.0.0.1", 0, 1)


def test_the_server_answers_and_stops(tmp_path: Path, store: MemoryStore) -> None:
    everything = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    write_snapshot(tmp_path, [(row["s"], row["p"], row["o"], row["g"]) for row in store.select(everything)])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = f"from web.server import run_server\nrun_server({str(tmp_path)!r}, '127.0.0.1', {port}, 1)"
    with subprocess.Popen([sys.executable, "-c", program], cwd=Path(__file__).parents[2]) as server:
        try:
            assert _health(port, server)["measures"] == 3
        finally:
            server.terminate()
        assert server.wait(timeout=20) == 0


def _health(port: int, server: subprocess.Popen[bytes]) -> dict[str, object]:
    for _ in range(200):
        assert server.poll() is None, "the server ended by itself"
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
                return dict(json.load(answer))
        except URLError:
            time.sleep(0.1)
    raise AssertionError("the server never answered")


def test_days_in_sentences_are_words_of_the_language(app: Flask) -> None:
    with app.test_request_context("/?lang=ru"):
        told = with_days({"ru": "4: 2033-09-10, период 2032/2036, 2033-13-40, P1/2033-09-10/kk"})
    assert told == {"ru": "4: 10 сентября 2033, период 2032–2036, 2033-13-40, P1/2033-09-10/kk"}


def test_cells_of_a_quote_are_those_that_the_source_opens() -> None:
    row = "1.\n\t\nОбновить парты\n\t\nприказ\n\nот 5 мая 2030 года\n\n№ 7\n\t\nавгуст \n\n2031 года"
    (quote,) = quotes(row, [(0, len(row))], 0)
    assert quote.pieces[0].cells == ("1.", "Обновить парты", "приказ от 5 мая 2030 года № 7", "август 2031 года")
    prose = "первый\n\nвторой\n\nтретий\n\nчетвёртый"
    (quote,) = quotes(prose, [(0, len(prose))], 0)
    assert quote.pieces[0].cells == ()


def test_rows_around_a_quote_are_told_in_a_line() -> None:
    text = "План на 2030 год\n\n\t\n1.\n\n\t\nОбновить парты\n\n\t\n\n\t\nавгуст\n\n\t\n2.\n\n\t\nМыть доски"
    start = text.index("2.")
    (quote,) = quotes(text, [(start, len(text))], 200)
    assert [piece.text for piece in quote.pieces] == [
        "План на 2030 год\n1. | Обновить парты | август\n",
        "2.\nМыть доски",
    ]
    (quote,) = quotes(text, [(0, 4)], 200)
    assert quote.pieces[1].text == " на 2030 год\n1. | Обновить парты | август | 2. | Мыть доски"

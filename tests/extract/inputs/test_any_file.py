"""Any file ends: in a document or in one sentence, without an exception, and in an effort that grows as it does.

Files are made from samples by cutting, doubling and spoiling, and from marks that a format lives of. A pattern that
goes back over its words is no call of a function, so effort is counted as processor time against a budget that a
linear reader stays under by far and a quadratic one exceeds by far; the kernel counts it, not the clock on the wall.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from carriers import MAKERS, document_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import ROOT

from extract.flow import extract_file
from extract.inputs.parts import UnusableInput
from extract.inputs.pdf.pdf import read_pdf
from extract.readers.layout import READERS
from extract.texts import read_document
from kzedu_graph.registry.resolving import Registry

SAMPLES = sorted((ROOT / "tests" / "sample").glob("*.txt"))
BUDGET = 30.0
"""Processor seconds: a file of these takes one or two, and minutes where effort grows with the square of its length."""
LENGTH = 150_000
"""Characters of a file that one piece is repeated in."""
MUTATIONS = 12
"""Spoilt files of each format and language."""
PIECES = (
    *("[", "](", "[a](", "![a", "<!--", "<a", "</", "<td", "<td>", "<table><td>", "<sup>1", "<https://a", "&a", "&#"),
    *("*a_", "**a", "_", "`a", "~~", "\\", "> ", "# ", " #", "- ", "1.1", "1) ", "1.", "a|", "|-", "| a |\n", "=="),
    *("├──┤\n", "│ a │\n", "a |\n1 |\n", "a | b | c | 1 |\n"),
    *("a", "А", "а ", "а, ", "А.", "a.a", "\t", "\t\n", " ", "\n", "\u00a0", "\u2028", "\r", "а\n", "а\n\n", "1\n\n"),
    *("«", "«а» ", "(", "(далее – А", "(бұдан әрі – ", "№ ", "2031 ", "МФ, ", "http://", "www.", ";", "—", "%", "'"),
)


class OverBudgetError(Exception):
    """More processor time than a linear reader needs."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends the block where it takes more processor time of this process than that."""

    def stop(_: int, __: FrameType | None) -> None:
        raise OverBudgetError(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def read_through(path: Path) -> None:
    """Everything that a build does with a file before there is a graph."""
    with within(BUDGET):
        try:
            extract_file(path, Registry.load())
        except UnusableInput as refused:
            said = str(refused)
        else:
            return
    assert str(path) in said


@pytest.mark.parametrize("layout", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_reader_goes_back_over_its_words(layout: str, piece: str) -> None:
    text = f"# 1 2 3 4 5\n\n1.\n\n{piece * (LENGTH // len(piece))}\n"
    with within(BUDGET):
        document = READERS[layout]("any", text, "ru")
    assert document.text == text


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
@pytest.mark.parametrize("piece", PIECES)
def test_no_finder_goes_back_over_its_words(ending: str, piece: str, tmp_path: Path) -> None:
    path = tmp_path / f"any.{ending}"
    path.write_text(f"Об утверждении Плана\n\n{piece * (LENGTH // 10 // len(piece))}\n", "utf-8")
    read_through(path)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem[-2:])
@pytest.mark.parametrize("form", ["txt", "md", *MAKERS])
@pytest.mark.usefixtures("fonts")
def test_a_spoilt_file_ends_in_a_document_or_in_a_sentence(sample: Path, form: str, tmp_path: Path) -> None:
    whole = MAKERS[form](document_of(sample)) if form in MAKERS else sample.read_bytes()
    chance = random.Random(f"{form} {sample.stem}")
    for number in range(MUTATIONS):
        path = tmp_path / f"spoilt-{number}.{form}"
        path.write_bytes(spoilt(whole, chance))
        read_through(path)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """A file with some places cut, doubled, moved, zeroed or turned over."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(changed) + 1)
        end = min(len(changed), start + chance.choice((1, 2, 16, 200, 4000)))
        piece = bytes(changed[start:end])
        match chance.randrange(6):
            case 0:
                del changed[start:end]
            case 1:
                changed[start:start] = piece * chance.choice((1, 2, 50))
            case 2:
                changed[start:end] = bytes(len(piece))
            case 3:
                changed[start:end] = piece[::-1]
            case 4:
                changed[start:end] = chance.randbytes(len(piece))
            case _:
                del changed[end:]
    return bytes(changed)


MARKUP = st.lists(
    st.sampled_from((*PIECES, "<p>", "<tr>", "</table>", "<h1>", "<ul><li>", "<html><body>", "Мерзім", "до 1 мая 2031"))
    | st.text(max_size=8),
    max_size=60,
).map("".join)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=MARKUP, ending=st.sampled_from(("txt", "md", "html")))
def test_any_words_are_a_document(place: Path, words: str, ending: str) -> None:
    path = place / f"any.{ending}"
    path.write_text(words, "utf-8", errors="replace")
    with within(BUDGET):
        try:
            document = read_document(path)
        except UnusableInput:
            return
    assert all(passage.text for passage in document.passages())


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400),
    opens=st.sampled_from(
        (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe")
    ),
    ending=st.sampled_from(("txt", "md", "html", "docx", "odt", "rtf", "pdf")),
)
def test_any_bytes_are_a_document_or_refused(place: Path, data: bytes, opens: bytes, ending: str) -> None:
    path = place / f"any.{ending}"
    path.write_bytes(opens + data)
    read_through(path)


@pytest.mark.parametrize("behind", [b"", b"\n", b"\r\n", b"\n" * 70_000])
def test_a_packed_picture_of_any_end_is_looked_at_once(behind: bytes) -> None:
    """Behind a stream over a mebibyte one newline is left over for ever by a loop that waits for the input's end."""
    import zlib

    picture = zlib.compress(random.Random(1).randbytes(1_500_000))
    with within(BUDGET), pytest.raises(UnusableInput):
        list(read_pdf(b"%PDF-1.4\n1 0 obj\n<< >>\nstream\n" + picture + behind + b"endstream\nendobj\n", "any.pdf"))

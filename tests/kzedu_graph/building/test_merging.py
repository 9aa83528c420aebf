"""Sorted blocks put into one order: every line once, whatever is merged in memory, on disk or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import URIRef

from kzedu_graph.building.merging import Spool, merge_runs, write_runs
from kzedu_graph.building.nquads import blocks_of, in_graph, without_graph
from kzedu_graph.store.block_list import BlockList, Listed, fits
from kzedu_graph.store.block_writing import Chunk, write_pieces
from kzedu_graph.store.snapshots import chunks_of
from kzedu_graph.vocabulary.iris import BASE

GRAPHS = [URIRef(f"{BASE}graph/{name}") for name in ("a", "b")]
KEYS = ("a/1", "a/1/2", "a/1-2/3", "a/10/3", "a", "b/1", "b/1/x")
SUBJECTS = st.sampled_from([*(BASE + key for key in KEYS), "urn:elsewhere", "https://example.org/a/1/2/3/4"])
TRIPLES = st.builds(
    lambda subject, words: f'<{subject}> <urn:says> "{words}" .\n'.encode(),
    SUBJECTS,
    st.sampled_from(["", "сөз", "<", "a b", "> .", " <urn:x> ."]),
)
QUADS = st.builds(in_graph, TRIPLES, st.sampled_from(GRAPHS))
CHUNKS = st.lists(st.lists(QUADS, max_size=12).map(b"".join), max_size=6)


def lines_in(chunks: list[bytes]) -> list[bytes]:
    return sorted({line for chunk in chunks for line in chunk.splitlines(keepends=True)})


def spooled(chunks: list[bytes], folder: Path, size: int) -> tuple[list[bytes], dict[str, int]]:
    """The lines of the chunks, each made into blocks by itself, as they come out; and their numbers by graph."""
    folder.mkdir()
    with Spool(folder, size) as spool:
        for chunk in chunks:
            spool.add(blocks_of([chunk]))
        pieces = [piece for piece in spool.pieces() if isinstance(piece, Chunk)]
    told: dict[str, int] = {}
    for piece in pieces:
        for graph, number in piece.graphs.items():
            told[graph] = told.get(graph, 0) + number
    return [line for piece in pieces for line in piece.lines.splitlines(keepends=True)], told


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chunks=CHUNKS, size=st.sampled_from([1, 200, 1 << 20]))
def test_blocks_come_out_in_order_each_line_once(
    chunks: list[bytes], size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines, told = spooled(chunks, tmp_path_factory.mktemp("spool") / "runs", size)
    expected = lines_in(chunks)
    assert lines == expected
    assert told == {
        str(graph): number
        for graph in GRAPHS
        if (number := sum(line.endswith(f" <{graph}> .\n".encode()) for line in expected))
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=CHUNKS, second=CHUNKS, size=st.sampled_from([1, 200, 1 << 20]))
def test_what_stands_in_an_older_snapshot_is_taken_over(
    first: list[bytes], second: list[bytes], size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The bytes, the blocks and the checksum are those of a snapshot that is written of nothing older."""
    place = tmp_path_factory.mktemp("snapshots")
    before = written(first, place / "before", size)
    again = [*first[:1], *second, *first[2:]]
    fresh = written(again, place / "fresh", size)
    after = written(again, place / "after", size, before, place / "before" / "snapshot.nq")
    assert (place / "after" / "snapshot.nq").read_bytes() == (place / "fresh" / "snapshot.nq").read_bytes()
    assert (after.blocks, after.checksum) == (fresh.blocks, fresh.checksum)
    assert fits(after, place / "after" / "snapshot.nq")
    lines = chunks_of(lines_in(again))
    assert write_pieces(place / "lines", lines).checksum == fresh.checksum, "equal lines are blocks of equal checksums"


def written(
    chunks: list[bytes], folder: Path, size: int, listed: BlockList | None = None, before: Path | None = None
) -> BlockList:
    folder.mkdir()
    with Spool(folder, size, listed.blocks if listed else ()) as spool:
        for chunk in chunks:
            spool.add(blocks_of([chunk]))
        return write_pieces(folder / "snapshot.nq", spool.pieces(), before)


def test_nothing_is_unpacked_that_stands_in_the_older_snapshot(tmp_path: Path) -> None:
    chunks = [f'<{BASE}{key}> <urn:says> "сөз" <{GRAPHS[0]}> .\n'.encode() for key in KEYS]
    listed = written(chunks, tmp_path / "before", 200)
    (tmp_path / "after").mkdir()
    with Spool(tmp_path / "after", 200, listed.blocks) as spool:
        spool.add(blocks_of([*chunks, f'<{BASE}c/1> <urn:says> "жаңа" <{GRAPHS[0]}> .\n'.encode()]))
        pieces = list(spool.pieces())
    assert [piece for piece in pieces if isinstance(piece, Listed)] == list(listed.blocks)
    assert len(pieces) == len(listed.blocks) + 1


@given(chunks=CHUNKS)
def test_blocks_hold_what_they_say(chunks: list[bytes]) -> None:
    blocks = blocks_of(chunks)
    assert [line for block in blocks for line in block.lines().splitlines(keepends=True)] == lines_in(chunks)
    assert all(line.startswith(block.begin) for block in blocks for line in block.lines().splitlines())
    assert [block.size for block in blocks] == [len(block.lines()) for block in blocks]
    begins = [block.begin for block in blocks]
    assert begins == sorted(set(begins))
    assert not [(one, other) for one in begins for other in begins if one != other and other.startswith(one)]


@given(chunks=CHUNKS)
def test_blocks_without_a_graph(chunks: list[bytes]) -> None:
    blocks = without_graph(blocks_of(chunks), GRAPHS[0])
    left = [line for line in lines_in(chunks) if not line.endswith(f" <{GRAPHS[0]}> .\n".encode())]
    assert blocks == blocks_of(left)


def test_a_line_without_a_subject_is_no_statement() -> None:
    with pytest.raises(ValueError, match="begins with an IRI"):
        blocks_of([b"_:b <urn:says> <urn:b> <urn:g> .\n"])


@pytest.mark.parametrize("size", [1, 50, 1 << 20])
def test_runs_are_merged_in_order_without_duplicates(size: int, tmp_path: Path) -> None:
    chunks = [
        b"".join(b"line %03d\n" % (number * 7 % 50) for number in range(start, start + 20)) for start in range(40)
    ]
    runs = write_runs(chunks, tmp_path, size)
    assert list(merge_runs(runs, width=3)) == lines_in(chunks)
    assert len(runs) == {1: 40, 50: 40, 1 << 20: 1}[size]

"""Statements as sorted lines, and blocks of them: what a part keeps, and what a snapshot is put together from."""

from __future__ import annotations

import zlib
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rdflib import URIRef

from kzedu_graph.mapping.statements import Triple
from kzedu_graph.store.statement_lines import beginning, lines_by_graph, sorted_lines
from kzedu_graph.vocabulary import iris

CURRENT, REGISTRY, ONTOLOGY, AUDIT, RUN, CHANGES, REPORTED, REPORTED_AUDIT = (
    iris.graph(name)
    for name in ("current", "registry", "ontology", "audit", "run", "changes", "reported", "reported-audit")
)
_LEVEL = 1
"""Of compression: lines shrink to a twentieth, at the speed at which they are read from a disk."""
_BEHIND = b"\xff"
"""No text in UTF-8 holds this byte: with it a beginning stands behind all lines that begin so."""


@dataclass(frozen=True, slots=True)
class Block:
    """Sorted N-Quads lines that begin alike, each once, compressed; `size` counts their bytes, `graphs` them by graph.

    See `statement_lines.beginning`: lines are in order where blocks are.
    """

    begin: bytes
    size: int
    graphs: tuple[tuple[str, int], ...]
    data: bytes

    def lines(self) -> bytes:
        """The lines."""
        return unpack(self.data)


def blocks_of(chunks: Iterable[bytes]) -> tuple[Block, ...]:
    """Blocks of the chunks' lines, in order; a chunk is any number of whole N-Quads lines."""
    lines = [line for chunk in chunks for line in chunk.splitlines(keepends=True)]
    lines.sort()  # most chunks are in order already: runs are merged, where a set would scatter them
    return tuple(_blocks([line for line, _ in groupby(lines)]))


def _blocks(lines: list[bytes]) -> Iterator[Block]:
    start = 0
    while start < len(lines):
        begin = beginning(lines[start])
        end = bisect(lines, begin + _BEHIND, start)
        yield _block(begin, lines[start:end])
        start = end


def without_graph(blocks: Iterable[Block], graph: URIRef) -> tuple[Block, ...]:
    """Blocks without the statements of one graph."""
    end = f" <{graph}> .\n".encode()
    kept: list[Block] = []
    for block in blocks:
        if str(graph) not in dict(block.graphs):
            kept.append(block)
            continue
        left = [line for line in block.lines().splitlines(keepends=True) if not line.endswith(end)]
        if left:
            kept.append(_block(block.begin, left))
    return tuple(kept)


def lines_of(triples: Iterable[Triple]) -> bytes:
    """Triples as sorted N-Triples without duplicates."""
    return sorted_lines(triples)


def in_graph(lines: bytes, graph: URIRef) -> bytes:
    """N-Triples as N-Quads of one graph, in the same order: no line holds its end anywhere else."""
    return lines.replace(b" .\n", f" <{graph}> .\n".encode())


def pack(data: bytes) -> bytes:
    """Bytes for keeping."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """What was packed."""
    return zlib.decompress(data)


def _block(begin: bytes, lines: list[bytes]) -> Block:
    data = b"".join(lines)
    return Block(begin, len(data), tuple(sorted(lines_by_graph(lines, data).items())), pack(data))

"""The compressed streams of a PDF, which may unpack to no more than a limit."""

from __future__ import annotations

import re
import zlib

from extract.inputs.parts import UnusableInput

LARGEST_UNPACKED = 512 * 1024 * 1024
"""Bytes that all compressed streams together may have unpacked."""
DEEPEST_STREAM = 3
_CHUNK = 1 << 16
"""Bytes that are unpacked at a time."""
_PACKED = (b"\x78", b"\x48", b"\x58", b"\x68", b"\x38")
"""How a stream packed by zlib begins."""
_STREAM = re.compile(rb"stream\r?\n")


def check_streams(data: bytes, name: str) -> None:
    """Raises UnusableInput where the streams would unpack beyond the limit; nothing larger is ever held.

    What is read counts as what is unpacked does: streams that lie within each other cannot make the work grow.
    """
    left, end = LARGEST_UNPACKED, 0
    for match in _STREAM.finditer(data):
        if not data.startswith(_PACKED, match.end()):
            continue
        if end < match.end():
            end = data.find(b"endstream", match.end())
            end = end if end >= 0 else len(data)
        left -= _unpacked(memoryview(data)[match.end() : end], left, DEEPEST_STREAM)
        if left <= 0:
            raise UnusableInput(
                f"{name}: the file would unpack to more than {LARGEST_UNPACKED >> 20} MB; it is not read."
            )


def _unpacked(packed: memoryview, limit: int, depth: int) -> int:
    """Bytes that a stream reads and unpacks to, counted up to a limit, streams packed again included."""
    unpacker, work, whole = zlib.decompressobj(), 0, bytearray()
    try:
        for start in range(0, len(packed), _CHUNK):
            rest: bytes | memoryview = packed[start : start + _CHUNK]
            work += len(rest)
            while rest and work <= limit and not unpacker.eof:
                piece = unpacker.decompress(rest, 1 << 20)
                if len(whole) < limit // 16:
                    whole += piece
                work += len(piece)
                rest = unpacker.unconsumed_tail
            if unpacker.eof or work > limit:
                break
    except zlib.error:
        return work
    if depth > 1 and whole.startswith(_PACKED):
        work += _unpacked(memoryview(bytes(whole)), limit - work, depth - 1)
    return work

"""The holes of a heap are filled, once."""

from __future__ import annotations

import ctypes
import sys

import pytest

from kzedu_graph.store.engine.heap import fill_holes

HOLES = 20_000


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="the C library is not glibc"
)
def test_holes_are_filled_once() -> None:
    pieces: list[bytes | None] = [bytes(600) for _ in range(2 * HOLES)]
    pieces[::2] = [None] * HOLES
    assert fill_holes() > HOLES // 2
    assert fill_holes() < HOLES // 20
    assert len(pieces) == 2 * HOLES

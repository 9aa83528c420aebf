"""The holes in a heap, filled before the process is copied.

Loading a graph leaves tens of thousands of small free pieces all over the heap, and glibc's malloc hands out the oldest
first. So a copy of the process writes to a hundred pages here and there for each question, and the kernel copies each
of them at the first touch: for its first sixty questions a copy takes 1 ms where 0.3 are enough. Where the holes are
filled, a copy takes what it needs from the end of the heap, again and again from the same few pages.
"""

from __future__ import annotations

import ctypes
import sys

_LARGEST = 1032
"""Bytes up to which malloc keeps pieces of one size together; a larger hole is cut into such."""
_STEP = 16
"""Bytes from one such size to the next on machines of 64 bits."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = (-1, 64 << 20), (-3, 4 << 20)
"""Of mallopt(3), with bytes: how much stays free at the end, and from which size on a piece is mapped apart."""
_COUNTS = (
    *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
    *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
)


class _Mallinfo(ctypes.Structure):
    """`struct mallinfo2` of mallinfo(3)."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _COUNTS)


def fill_holes() -> int:
    """Take all free pieces of this process's heap below its end, for good; gives their number.

    From then on what is freed at the end stays there, and large pieces too are taken from it.
    Where the C library is not glibc 2.33 or newer nothing is done.
    """
    if sys.platform != "linux":
        return 0
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        return 0
    library.mallinfo2.restype = _Mallinfo
    library.sbrk.restype = library.malloc.restype = ctypes.c_void_p
    library.sbrk.argtypes = [ctypes.c_ssize_t]
    library.malloc.argtypes, library.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
    heap = library.mallinfo2()
    end, most = library.sbrk(0) - heap.keepcost, heap.fordblks // _STEP
    taken = 0
    for size in range(_LARGEST, 0, -_STEP):
        while (piece := library.malloc(size)) and piece < end and taken < most:
            taken += 1
        library.free(piece)
    for setting, size in (_TRIM_THRESHOLD, _MMAP_THRESHOLD):
        library.mallopt(setting, size)
    return taken

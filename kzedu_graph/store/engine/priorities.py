"""Who of the processes goes first on a busy machine: short questions wait for no turn, long ones for everybody's.

A low priority (`nice`) is a smaller share of the processor, but no promise of a short wait: whoever runs keeps its turn
of some milliseconds. Since 6.12 Linux takes a length of turn from each thread (`sched_attr.sched_runtime` of
`sched_setattr(2)`, 0.1 to 100 ms), and lets one with shorter turns interrupt one with longer ones. Shares stay as they
are, so nobody starves. Elsewhere only the share is set.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

SHORT_TURN, LONG_TURN = 100_000, 100_000_000
"""Nanoseconds: the least and the most that the kernel takes."""
LOW_PRIORITY = 10
_ATTRIBUTES = struct.Struct("=IIQiIQQQII")
"""`struct sched_attr`: size, policy, flags, nice, priority, runtime, deadline, period, least and most utilisation."""
_CALLS = {"x86_64": 314, "aarch64": 274}
"""The number of `sched_setattr` by machine: glibc has a name for it since 2.41 only."""


def go_first() -> None:
    """Give the calling thread, and all threads and processes that it begins, short turns."""
    _take_turns(0, SHORT_TURN, os.getpriority(os.PRIO_PROCESS, 0))


def let_others_go_first(pid: int) -> None:
    """Give a process a small share and long turns, which everybody may interrupt; raises `ProcessLookupError`."""
    os.setpriority(os.PRIO_PROCESS, pid, LOW_PRIORITY)
    _take_turns(pid, LONG_TURN, LOW_PRIORITY)


def _take_turns(pid: int, nanoseconds: int, nice: int) -> None:
    """Set the length of turns where the kernel knows it."""
    call = _CALLS.get(platform.machine())
    if sys.platform != "linux" or call is None:
        return
    attributes = _ATTRIBUTES.pack(_ATTRIBUTES.size, os.SCHED_OTHER, 0, nice, 0, nanoseconds, 0, 0, 0, 0)
    ctypes.CDLL(None).syscall(call, pid, attributes, 0)  # refused by an older kernel: turns stay as they are

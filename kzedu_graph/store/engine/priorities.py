"""Long queries step back: everybody else goes before them, at once.

A low priority (`nice`) is a smaller share of the processor, but no promise to others of a short wait: who runs keeps
its turn of some milliseconds. Since 6.12 Linux takes a length of turn from each process (`sched_attr.sched_runtime` of
`sched_setattr(2)`, 0.1 to 100 ms), and one with shorter turns may interrupt one with longer ones. Shares stay as they
are, so nobody starves; but a share that is due is taken as soon as somebody else has had more than his, and until the
clock's next tick. So one processor is kept free of long queries, and of the making of workers, of which long queries
use up many: who is short of time finds it without them. Elsewhere only the share is set.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

LONG_TURN = 100_000_000
"""Nanoseconds: the most that the kernel takes."""
LOW_PRIORITY = 10
_ATTRIBUTES = struct.Struct("=IIQiIQQQII")
"""`struct sched_attr`: size, policy, flags, nice, priority, runtime, deadline, period, least and most utilisation."""
_CALLS = {"x86_64": 314, "aarch64": 274}
"""The number of `sched_setattr` by machine: glibc has a name for it since 2.41 only."""


def let_others_go_first(pid: int) -> None:
    """Give a process a small share, long turns that everybody may interrupt, and all of our processors but one.

    Raises `ProcessLookupError`.
    """
    nice = max(LOW_PRIORITY, os.getpriority(os.PRIO_PROCESS, pid))  # nobody may lower what he set
    os.setpriority(os.PRIO_PROCESS, pid, nice)
    leave_one_processor(pid)
    call = _CALLS.get(platform.machine())
    if sys.platform != "linux" or call is None:
        return
    attributes = _ATTRIBUTES.pack(_ATTRIBUTES.size, os.SCHED_OTHER, 0, nice, 0, LONG_TURN, 0, 0, 0, 0)
    ctypes.CDLL(None).syscall(call, pid, attributes, 0)  # refused by an older kernel: turns stay as they are


def leave_one_processor(pid: int) -> None:
    """Keep a process to all of our processors but one, where there are two or more; raises `ProcessLookupError`."""
    if sys.platform == "linux":
        ours = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(pid, ours[:-1] or ours)


def take_any_processor(pid: int) -> None:
    """Let a process have all processors that we have ourselves; raises `ProcessLookupError`."""
    if sys.platform == "linux":
        os.sched_setaffinity(pid, os.sched_getaffinity(0))

"""Who goes first: everybody before long queries, and light questions before everybody, for a moment.

A low priority (`nice`) is a smaller share of the processor, but no promise to others of a short wait: who runs keeps
its turn of some milliseconds. Since 6.12 Linux takes a length of turn from each process (`sched_attr.sched_runtime` of
`sched_setattr(2)`, 0.1 to 100 ms), and one with shorter turns may interrupt one with longer ones. Shares stay as they
are, so nobody starves; but a share that is due is taken as soon as somebody else has had more than his, and until the
clock's next tick. So one processor is kept free of long queries, and of the making of workers, of which long queries
use up many: who is short of time finds it without them. Elsewhere only the share is set.

Where we have the right to it, the loop that holds the connections and the worker that it waits for go before everybody
(`sched(7)`, SCHED_RR): no share is due to others before them, and no tick is waited for. The loop stands above the
worker, waits for two milliseconds and takes the class from it then, or some milliseconds later where other threads of
the server hold Python's lock; whatever either begins has the ordinary class. The kernel keeps a twentieth of each
processor for the rest, whatever a loop or a worker does.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache

LONG_TURN = 100_000_000
"""Nanoseconds: the most that the kernel takes."""
LOW_PRIORITY = 10
_ATTRIBUTES = struct.Struct("=IIQiIQQQII")
"""`struct sched_attr`: size, policy, flags, nice, priority, runtime, deadline, period, least and most utilisation."""
_RESET_ON_FORK = 1
"""A flag of `struct sched_attr`: a worker that once went first has it, and only `CAP_SYS_NICE` may leave it out."""
_CALLS = {"x86_64": 314, "aarch64": 274}
"""The number of `sched_setattr` by machine: glibc has a name for it since 2.41 only."""
REAL_TIME = "KZEDU_REAL_TIME"
"""Set to 0, nobody goes before others, whatever right there is."""
_WORKER, LOOP = 1, 2
"""Real-time priorities: who waits for a worker can always take its turn away."""


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
    attributes = _ATTRIBUTES.pack(_ATTRIBUTES.size, os.SCHED_OTHER, _RESET_ON_FORK, nice, 0, LONG_TURN, 0, 0, 0, 0)
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


@cache
def may_go_first() -> bool:
    """Whether this process may have turns in real time: the operator gave the right (RLIMIT_RTPRIO, CAP_SYS_NICE), and
    did not set `REAL_TIME` to 0, or the process back behind others. Asked once, before anything of it goes first.
    """
    if sys.platform != "linux" or os.environ.get(REAL_TIME) == "0":
        return False
    if os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK != os.SCHED_OTHER or os.getpriority(os.PRIO_PROCESS, 0) > 0:
        return False
    with ThreadPoolExecutor(1) as asker:  # a thread of its own: something of the class stays with who had it
        return asker.submit(_try).result()


def _try() -> bool:
    try:
        go_first(0, LOOP)
        go_with_others(0)
    except OSError:  # no right, or a kernel or a container that knows no such call
        return False
    return True


def go_first(pid: int, priority: int = _WORKER) -> None:
    """Let a process, or with 0 this thread, go before all others, but for what it begins itself.

    Raises `ProcessLookupError`, or another `OSError` where not `may_go_first`.
    """
    if sys.platform == "linux":
        os.sched_setscheduler(pid, os.SCHED_RR | os.SCHED_RESET_ON_FORK, os.sched_param(priority))


def go_with_others(pid: int) -> None:
    """Take what `go_first` gave; raises `ProcessLookupError`.

    That what it begins is ordinary stays said: nobody without `CAP_SYS_NICE` may take that back (`sched(7)`).
    """
    if sys.platform == "linux":
        os.sched_setscheduler(pid, os.SCHED_OTHER | os.SCHED_RESET_ON_FORK, os.sched_param(0))
